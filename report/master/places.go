package master

import (
	"bytes"
	"encoding/xml"
	"strings"

	"boardpack/report/ooxml"
)

// home gives the element that rows, cells and values stand in; "" for every other.
func home(name string) string {
	switch name {
	case "sheetData":
		return "worksheet"
	case "row":
		return "sheetData"
	case "c":
		return "row"
	case "v", "f", "is":
		return "c"
	}
	return ""
}

// belongs refuses a row, cell or value in a place where nobody would read it. What others write into a sheet may have such
// names, with prefixes of their own: the places of controls have rows.
func (r *sheetReader) belongs(t *ooxml.Tokens, name xml.Name) error {
	in, parent := home(name.Local), t.Within(1)
	if (name.Local == "t" || name.Local == "r") && home(parent) != "" && parent != "is" && t.IsMain(name) { // a text, or a stretch of one
		in = "is"
	}
	if in == "" || in == parent || parent == "" || !r.inData && parent != "worksheet" && !t.IsMain(name) {
		return nil
	}
	return ooxml.NewFault("fault.out_of_place", "<{{.Element}}> is inside <{{.Parent}}>, after {{.Cell}}, where it is not allowed", "Element", name.Local, "Parent", parent, "Cell", r.near())
}

// text takes the text of a value, and refuses one that is part of none.
func (r *sheetReader) text(t *ooxml.Tokens, text xml.CharData) error {
	if r.into == nil {
		if r.inData && home(t.Within(0)) != "" && t.Within(0) != "is" && len(bytes.TrimSpace(text)) > 0 {
			return ooxml.NewFault("fault.loose_text", "there is text outside any value in <{{.Element}}>, after {{.Cell}}", "Element", t.Within(0), "Cell", r.near())
		}
		return nil
	}
	r.into.Write(text)
	return r.bounded(r.into)
}

// bounded stops a text that comes in so many pieces that no single one is too long.
func (r *sheetReader) bounded(text *strings.Builder) error {
	if limits := r.book.limits; text.Len() > limits.Cell*bytesPerCharacter {
		return limits.overCell().at(r.sheet.name, ooxml.CellName(r.column, r.row.number), r.row.number)
	}
	return nil
}

// startValue begins one of the things that a cell holds at most one of.
func (r *sheetReader) startValue(there *bool, into *strings.Builder) error {
	if *there {
		return r.wrong("fault.two_values", "cell {{.Cell}} has two values")
	}
	*there, r.into = true, into
	return nil
}

// near names the cell that the walk was at last.
func (r *sheetReader) near() string { return ooxml.CellName(max(r.column, 1), max(r.row.number, 1)) }

// wrong is the fault of the open cell.
func (r *sheetReader) wrong(id, english string, args ...string) error {
	return ooxml.NewFault(id, english, append([]string{"Cell", ooxml.CellName(r.column, r.row.number)}, args...)...)
}
