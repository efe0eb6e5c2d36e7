package master

import (
	"strings"

	"boardpack/report"
	"boardpack/report/ooxml"
)

// colourKey is where a sheet says what the colours of its cells mean: cells by the names of their colours, as problems name them.
type colourKey struct {
	first string
	of    map[string]string
}

// findColourKey looks for a key to the colours of empty statuses: cells with such a colour and a text in them or to their right,
// that are no part of a recommendation.
func (t *tableReader) findColourKey() {
	t.key = colourKey{of: map[string]string{}}
	colours := t.statusColours()
	if len(colours) == 0 {
		return
	}
	for i := range t.sheet.rows {
		r := &t.sheet.rows[i]
		if r.number >= t.header.first && r.number <= t.header.last {
			continue
		}
		for j := range r.cells {
			if c := &r.cells[j]; t.sheet.formats.fill(c.style) != "" {
				t.keyCell(r, c, t.sheet.formats.fill(c.style), colours)
			} else {
				t.keyCell(r, c, t.sheet.fillAt(r, int(c.column)-1), colours)
			}
		}
	}
}

// statusColours gives the colours of the empty cells in the Status column.
func (t *tableReader) statusColours() map[string]bool {
	colours, column := map[string]bool{}, t.header.fields[report.FieldStatus]
	for i := range t.sheet.rows {
		if r := &t.sheet.rows[i]; r.number > t.header.last && r.at(column) == nil {
			colours[t.sheet.fillAt(r, column)] = true
		}
	}
	delete(colours, "")
	return colours
}

// keyCell takes a cell that explains a colour. Beside the rows it must say a status or name a key; above and below them any short
// text may explain.
func (t *tableReader) keyCell(r *row, c *cell, colour string, colours map[string]bool) {
	const longest = 60
	if !colours[colour] || c.kind != isText || len(c.text) > longest {
		return
	}
	m := t.match.states.read(line(c.text), t.match.names)
	among := r.number > t.header.last && r.number <= t.end
	if among && (t.known[int(c.column)] != "" || m.doubt != "" && !isNoteText(c.text) && !strings.Contains(c.text, "=")) {
		return
	}
	at := ooxml.CellName(int(c.column), r.number)
	if m.doubt == "" {
		at += " (“" + line(c.text) + "”)"
	}
	if t.key.first == "" {
		t.key.first = at
	}
	if t.key.of[colour] == "" {
		t.key.of[colour] = at
	}
}

// noStatus lists an empty cell of the Status column. Where it has a colour, people may have meant that for the status, and the key to
// the colours, if the sheet has one, is named.
func (t *tableReader) noStatus() {
	c := t.of(report.FieldStatus)
	if c != nil { // it holds an error, or what is struck through, and is listed already
		return
	}
	colour := t.sheet.fillAt(t.row, t.header.fields[report.FieldStatus])
	switch key := t.key.of[colour]; {
	case colour == "":
		t.doubt(report.Warning, "empty-status", report.FieldStatus)
	case key != "":
		t.doubt(report.Warning, "coloured-status-key", report.FieldStatus, "Key", key)
	case t.key.first != "":
		t.doubt(report.Warning, "coloured-status-key", report.FieldStatus, "Key", t.key.first)
	default:
		t.doubt(report.Warning, "coloured-status", report.FieldStatus)
	}
}
