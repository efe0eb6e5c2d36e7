package master

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
)

// candidate is a sheet that has a table of recommendations.
type candidate struct {
	sheet  *sheet
	header header
	place  int // among the template's names of the sheet; beyond them all for another name
}

// has counts which of the fields the sheet has a column for.
func (c *candidate) has(fields ...report.Field) int {
	n := 0
	for _, f := range fields {
		if c.header.fields[f] > 0 {
			n++
		}
	}
	return n
}

// needed counts the columns that a master cannot be without. The theme may come from heading rows.
func (c *candidate) needed() int {
	return c.has(report.FieldRef, report.FieldRecommendation, report.FieldStatus)
}

// reasons for which a sheet is taken before another, and the codes of the notes that say so.
const (
	byColumns    = "several-sheets-by-columns"
	byVisibility = "several-sheets-by-visibility"
	byName       = "several-sheets-by-name"
	byRows       = "several-sheets-by-rows"
	byOrder      = "several-sheets-by-order"
)

// better tells whether c is to be taken rather than d, which stands before it in the workbook, and why the one is that is.
func (c *candidate) better(d *candidate) (bool, string) {
	visible := func(s *sheet) int {
		if s.hidden {
			return 0
		}
		return 1
	}
	for _, by := range []struct {
		reason string
		order  int
	}{
		{byColumns, cmp.Compare(c.needed(), d.needed())},
		{byVisibility, cmp.Compare(visible(c.sheet), visible(d.sheet))},
		{byName, cmp.Compare(d.place, c.place)},
		{byColumns, cmp.Compare(c.has(report.FieldTheme), d.has(report.FieldTheme))},
		{byRows, cmp.Compare(len(c.sheet.rows), len(d.sheet.rows))},
	} {
		if by.order != 0 {
			return by.order > 0, by.reason
		}
	}
	return false, byOrder
}

// choose reads every sheet of the workbook and takes the one with the table. The others come back too, for what they say
// about the register.
func (r *reader) choose(b *book) (*candidate, []*sheet, error) {
	var best *candidate
	var others []*sheet
	reasons := map[string][]string{}
	for _, part := range b.sheets {
		read, header, table, err := r.readCandidate(b, part)
		if err != nil {
			return nil, nil, err
		}
		if !table {
			others = append(others, read)
			continue
		}
		c := &candidate{read, header, r.place(read)}
		if best == nil {
			best = c
			continue
		}
		taken, reason := c.better(best)
		if taken {
			c, best = best, c
		}
		if reason != byColumns || c.place < len(r.match.sheets.words) || c.needed() == best.needed() {
			reasons[reason] = append(reasons[reason], c.sheet.name)
		}
		c.sheet.rows = slices.Clone(c.sheet.rows[:min(len(c.sheet.rows), maxHeaderRow)])
		others = append(others, c.sheet)
	}
	if best == nil {
		return nil, nil, unusable("no-table", "Columns", r.names(report.NeededFields()))
	}
	r.noteChoice(best.sheet.name, reasons)
	return best, others, nil
}

// readCandidate reads a sheet and finds its header. It is looked for as soon as its rows are there, and again when more is known by
// the end of the sheet.
func (r *reader) readCandidate(b *book, part sheetPart) (read *sheet, h header, table bool, err error) {
	rows, tops := 0, 0
	look := func(s *sheet) bool {
		rows, tops = len(s.rows), len(s.hints.tops)
		h, table = findHeader(s, r.match)
		return table
	}
	read, err = b.readSheet(part, look)
	if err == nil && (len(read.rows) != rows || len(read.hints.tops) != tops) {
		look(read)
	}
	return read, h, table, err
}

// noteChoice tells which other sheets have a table too, and why the one was taken.
func (r *reader) noteChoice(taken string, reasons map[string][]string) {
	for _, reason := range []string{byColumns, byVisibility, byName, byRows, byOrder} {
		if others := reasons[reason]; len(others) > 0 {
			level := report.Warning
			if reason == byName {
				level = report.Note
			}
			r.add(level, reason, place{sheet: taken}, "Sheet", taken, "Others", strings.Join(others, ", "))
		}
	}
}

// place gives the place of the sheet's name among those of the template, or that of a named range on it.
func (r *reader) place(s *sheet) int {
	best := len(r.match.sheets.words)
	for _, name := range append(s.hints.names, s.name) {
		if i, ok := r.match.sheets.find(name); ok {
			best = min(best, i)
		}
	}
	return best
}

// missing tells which needed columns are not there. The theme may come from the heading column, or from heading rows.
func (r *reader) missing(c *candidate, themeFound bool) error {
	var missing []report.Field
	for _, f := range report.NeededFields() {
		if c.header.fields[f] == 0 && (f != report.FieldTheme || !themeFound) {
			missing = append(missing, f)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	for _, f := range missing {
		if like, ok := r.alike(f, c.header); ok {
			cell := cellName(like.number, c.header.last)
			return unusable("missing-column-like", "Columns", r.names([]report.Field{f}), "Heading", like.heading).at(c.sheet.name, cell, c.header.last)
		}
	}
	row := strconv.Itoa(c.header.last)
	return unusable("missing-column", "Columns", r.names(missing), "Row", row).at(c.sheet.name, "", c.header.last)
}

// alike finds an unknown heading that is a slip of the pen away from a name of the field.
func (r *reader) alike(f report.Field, h header) (column, bool) {
	const slip, shortest = 2, 4 // letters; in shorter words two letters make another word
	for _, c := range h.columns {
		for _, name := range r.options.Vocabulary.Columns[f] {
			if from := fold.Word(name); c.field == "" && len(from) >= shortest && report.Distance(from, fold.Word(c.heading), slip) <= slip {
				return c, true
			}
		}
	}
	return column{}, false
}

// names lists fields by the template's first name for each.
func (r *reader) names(fields []report.Field) string {
	var out []string
	for _, f := range fields {
		out = append(out, r.name(f))
	}
	return strings.Join(out, ", ")
}

func (r *reader) name(f report.Field) string {
	if words := r.options.Vocabulary.Columns[f]; len(words) > 0 {
		return words[0]
	}
	return string(f)
}
