package tagged

// The values of a PDF file. Numbers are float64, strings are text, and null is nil.
type (
	name string
	dict map[string]any
	list []any
	text string
	// reference points at an indirect object by its number.
	reference int
	// operator is a word that is no value: "obj", "BDC", "Tj".
	operator string
)

// stream is a dictionary with data, still compressed.
type stream struct {
	dict
	data []byte
}
