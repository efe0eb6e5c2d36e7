package inplace

// formula is a formula as a worksheet has it.
type formula struct {
	row, column int
	kind        string // "", "shared", "array", "dataTable"
	shared      string // the number that a formula which several cells share has
	text        string // "" of one that another cell has the text of
	fills       area   // the cells that it fills, of an array or a table of data; or that share it
	isFilling   bool
	inputs      [2]string // the cells that a table of data puts its values into
}

// array tells whether the formula fills cells beside its own, where it has such.
func (f *formula) array() bool { return f.isFilling && (f.kind == "array" || f.kind == "dataTable") }
