package tagged

// The values of a PDF file. Numbers are float64, strings are text, and null is nil.
type (
	name string
	list []any
	text string
	// reference points at an indirect object by its number.
	reference int
	// operator is a word that is no value: "obj", "BDC", "Tj".
	operator string
)

// dict is a dictionary as it stands in the file. Most have a handful of entries: looking through them is quicker than a map.
type dict []entry

type entry struct {
	key   name
	value any
}

// get gives the value of a key, nil when it is not there. Of a key that is there twice, the last one counts.
func (d dict) get(key name) any {
	for i := len(d) - 1; i >= 0; i-- {
		if d[i].key == key {
			return d[i].value
		}
	}
	return nil
}

// stream is a dictionary with data, still compressed.
type stream struct {
	dict
	data []byte
}
