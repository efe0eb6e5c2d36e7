package round

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"
	"time"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/master"
	"boardpack/report/ooxml"
	"boardpack/report/pattern"
	"boardpack/report/plainfile"
)

// File is a file that came back.
type File struct {
	Name string // its path in the folder of the returns, with slashes
	Data []byte
	Err  error // why it could not be opened; nil where it could
}

// Return is what a file that came back says, as it was read.
type Return struct {
	Name   string
	SHA256 string
	SameAs string    // the file with the same bytes before it; "" for none
	Err    error     // why nothing could be read of it; nil where something could
	Month  string    // of the line about the round: "2023-10"; "" without that line
	Code   string    // of the same line
	Titled string    // whose it says that it is
	Saved  time.Time // when a program last changed it, as it says; zero where it does not
	Rows   []returnRow
	Else   []Else
	// Strange are the headings of columns that are filled in and not known.
	Strange []string
	CSV     bool
}

// Else is a line of the sheet for what has no place in the table.
type Else struct {
	Ref, Text, Cell string
}

// returnRow is a row of the table of a return.
type returnRow struct {
	sheet  string
	number int
	cells  map[column]*master.GridCell
}

// text is what a cell of the row shows; "" for nothing.
func (r *returnRow) text(c column) string {
	if cell := r.cells[c]; cell != nil {
		return strings.TrimSpace(cell.Text)
	}
	return ""
}

// at names a cell of the row: "Your update!I6".
func (r *returnRow) at(c column) string { return placed(r.sheet, r.cells[c].Name) }

func placed(sheet, cell string) string {
	if sheet == "" {
		return cell
	}
	return sheet + "!" + cell
}

// reading is what reads returns: the words of the template, and of the masters that have their own.
type reading struct {
	setting  *Setting
	readers  map[string]*statusReader // by register
	headings map[string]column
	limits   master.Limits
}

func newReading(s *Setting, limits master.Limits) *reading {
	r := &reading{setting: s, readers: map[string]*statusReader{}, headings: map[string]column{}, limits: limits}
	for _, w := range s.Words {
		for _, c := range columnsOf(true) {
			if key := fold.Word(c.heading(w)); r.headings[key] == "" {
				r.headings[key] = c
			}
		}
	}
	return r
}

// options are those by which sheets are read: of a CSV file, the headings of returns tell its separator.
func (r *reading) options() master.Options {
	columns := map[report.Field][]string{}
	for i, c := range columnsOf(true) {
		for _, w := range r.setting.Words {
			f := report.Fields()[i%len(report.Fields())]
			columns[f] = append(columns[f], c.heading(w))
		}
	}
	return master.Options{Vocabulary: &report.Vocabulary{Columns: columns}, Limits: r.limits}
}

// read reads a file that came back. What cannot be read has its reason.
func (r *reading) read(f File) *Return {
	out := &Return{Name: f.Name, SHA256: plainfile.Sum(f.Data), Err: f.Err}
	if f.Err != nil {
		return out
	}
	grids, err := master.Grids(f.Name, f.Data, r.options())
	if err != nil {
		out.Err = err
		return out
	}
	out.CSV = len(grids) == 1 && grids[0].Sheet == ""
	for i := range grids {
		if grids[i].Hidden {
			continue
		}
		r.above(out, &grids[i])
		if !r.table(out, &grids[i]) {
			r.somethingElse(out, &grids[i])
		}
	}
	if !out.CSV {
		out.Saved = savedAt(f.Data, r.limits)
	}
	return out
}

// searched is how many rows from the top the lines above the table and its headings are looked for.
const searched = 30

const roundForm = pattern.Expression(`\b(\d{4}-\d{2}) · ([0-9A-F]{6})\b`)

// above reads the lines that say of which round a return is, and whose.
func (r *reading) above(out *Return, g *master.Grid) {
	for _, row := range g.Rows {
		if row.Number > searched {
			return
		}
		for _, c := range row.Cells {
			if m := roundForm.FindStringSubmatch(c.Text); m != nil && out.Code == "" {
				out.Month, out.Code = m[1], m[2]
			}
			if owner := r.titled(c.Text); owner != "" && out.Titled == "" {
				out.Titled = owner
			}
		}
	}
}

// titled gives the owner whom a title names; "" for any other text.
func (r *reading) titled(text string) string {
	for _, w := range r.setting.Words {
		before, after, _ := strings.Cut(w.Say("round.return.title", "Owner", "\x00"), "\x00")
		if rest, ok := strings.CutPrefix(fold.Line(text), strings.TrimSpace(before)); ok {
			return strings.TrimSpace(strings.TrimSuffix(rest, strings.TrimSpace(after)))
		}
	}
	return ""
}

// table reads the rows below the headings; false for a sheet without them.
func (r *reading) table(out *Return, g *master.Grid) bool {
	var columns map[int]column
	for i := range g.Rows {
		row := &g.Rows[i]
		if columns == nil {
			if row.Number > searched {
				return false
			}
			if columns = r.columnsIn(row); columns != nil {
				r.strange(out, g, i, columns)
			}
			continue
		}
		if r.columnsIn(row) != nil { // the headings again
			continue
		}
		found := returnRow{sheet: g.Sheet, number: row.Number, cells: map[column]*master.GridCell{}}
		for j := range row.Cells {
			if c := columns[row.Cells[j].Column]; c != "" && (strings.TrimSpace(row.Cells[j].Text) != "" || row.Cells[j].Broken != "") {
				found.cells[c] = &row.Cells[j]
			}
		}
		delete(found.cells, colToDo)
		if len(found.cells) > 0 {
			out.Rows = append(out.Rows, found)
		}
	}
	return columns != nil
}

// columnsIn finds the columns of a row of headings: one that names its rows and two to fill in; nil for any other row.
func (r *reading) columnsIn(row *master.GridRow) map[int]column {
	out, names, answers := map[int]column{}, 0, 0
	seen := map[column]bool{}
	for _, c := range row.Cells {
		const longest = 60
		key, ok := fold.Within(c.Text, longest)
		found := r.headings[key]
		if !ok || found == "" || seen[found] {
			continue
		}
		out[c.Column], seen[found] = found, true
		switch {
		case found == colRef || found == colCode || found == colRecommendation:
			names++
		case slices.Contains(answerColumns(), found):
			answers++
		}
	}
	if names == 0 || answers < 2 {
		return nil
	}
	return out
}

// strange names the columns of the table that are filled in and not known.
func (r *reading) strange(out *Return, g *master.Grid, head int, columns map[int]column) {
	for _, h := range g.Rows[head].Cells {
		filled := slices.ContainsFunc(g.Rows[head+1:], func(row master.GridRow) bool { return row.Cell(h.Column) != nil })
		if columns[h.Column] == "" && filled {
			out.Strange = append(out.Strange, fold.Line(h.Text))
		}
	}
}

// somethingElse reads the sheet for what has no place in the table.
func (r *reading) somethingElse(out *Return, g *master.Grid) {
	ref, what, head := 0, 0, 0
	for i := range g.Rows {
		row := &g.Rows[i]
		if head == 0 {
			for _, c := range row.Cells {
				if is(r.setting.Words, c.Text, "round.else.ref") {
					ref = c.Column
				}
				if is(r.setting.Words, c.Text, "round.else.what") {
					what, head = c.Column, row.Number
				}
			}
			continue
		}
		e := Else{}
		if c := row.Cell(ref); c != nil {
			e.Ref, e.Cell = strings.TrimSpace(c.Text), placed(g.Sheet, c.Name)
		}
		if c := row.Cell(what); c != nil {
			e.Text, e.Cell = strings.TrimSpace(c.Text), placed(g.Sheet, c.Name)
		}
		if e.Ref+e.Text != "" {
			out.Else = append(out.Else, e)
		}
	}
}

// savedAt reads when a workbook says that it was last changed; the zero time where it does not.
func savedAt(data []byte, limits master.Limits) time.Time {
	parts, err := ooxml.OpenParts(data, limits.OrDefault().Unpacked)
	if err != nil {
		return time.Time{}
	}
	core, err := parts.ReadXML("docProps/core.xml")
	if err != nil {
		return time.Time{}
	}
	d := xml.NewDecoder(bytes.NewReader(core))
	for {
		token, err := d.Token()
		if err != nil {
			return time.Time{}
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "modified" {
			var text string
			if d.DecodeElement(&text, &start) != nil {
				return time.Time{}
			}
			at, err := time.Parse(time.RFC3339, strings.TrimSpace(text))
			if err != nil {
				return time.Time{}
			}
			return at.UTC()
		}
	}
}
