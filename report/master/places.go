package master

import (
	"bytes"
	"encoding/xml"
	"strings"
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
func (r *sheetReader) belongs(t *tokens, name xml.Name) error {
	in, parent := home(name.Local), t.within(1)
	if in == "" || in == parent || parent == "" || !r.inData && parent != "worksheet" && !t.isMain(name) {
		return nil
	}
	return faultf("<%s> stands in <%s>, after %s", name.Local, parent, cellName(max(r.column, 1), max(r.row.number, 1)))
}

// text takes the text of a value, and refuses one that is part of none.
func (r *sheetReader) text(t *tokens, text xml.CharData) error {
	if r.into == nil {
		if r.inData && home(t.within(0)) != "" && t.within(0) != "is" && len(bytes.TrimSpace(text)) > 0 {
			return faultf("there is text outside of any value in <%s>, after %s", t.within(0), cellName(max(r.column, 1), max(r.row.number, 1)))
		}
		return nil
	}
	r.into.Write(text)
	return r.bounded(r.into)
}

// bounded stops a text that comes in so many pieces that no single one is too long.
func (r *sheetReader) bounded(text *strings.Builder) error {
	if limits := r.book.limits; text.Len() > limits.Cell*bytesPerCharacter {
		return limits.overCell().at(r.sheet.name, cellName(r.column, r.row.number), r.row.number)
	}
	return nil
}

// startValue begins one of the things that a cell holds at most one of.
func (r *sheetReader) startValue(there *bool, into *strings.Builder) error {
	if *there {
		return faultf("cell %s holds two values", cellName(r.column, r.row.number))
	}
	*there, r.into = true, into
	return nil
}
