package master

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"boardpack/report"
)

// tableReader turns the rows below the headings into recommendations.
type tableReader struct {
	*reader
	sheet    *sheet
	header   header
	register *report.Register
	extras   []column // in step with Register.ExtraColumns

	row        *row
	cells      []*cell // of the row, by column
	own        []*cell // of the row, without those of merged cells from above
	block      string  // the theme of the heading row above
	hasBlocks  bool    // a heading row named a known theme
	calculator calculator
	letters    map[report.Field]string // of each field's column
	known      map[int]report.Field    // the field of each column that has one
	storedRefs []int                   // the recommendations whose refs with a point are stored as numbers
}

// table reads the chosen sheet's rows into the register.
func (r *reader) table(c *candidate, register *report.Register) error {
	t := &tableReader{reader: r, sheet: c.sheet, header: c.header, register: register, calculator: calculator{sheet: c.sheet}}
	_, byHeading := c.header.fields[report.FieldHeading]
	if err := r.missing(c, byHeading || t.anyBlock()); err != nil {
		return err
	}
	t.describe()
	t.spread()
	for i := range t.sheet.rows {
		if t.sheet.rows[i].number > t.header.last {
			t.read(&t.sheet.rows[i])
			if !t.sheet.unsaved { // formulas look at the rows above
				t.sheet.rows[i].cells = nil
			}
		}
	}
	if len(register.Recommendations) == 0 {
		return unusable("no-rows", "Row", strconv.Itoa(c.header.last)).at(c.sheet.name, "", c.header.last)
	}
	t.doubtRefs()
	return nil
}

// describe sets down the columns, and what is odd about them.
func (t *tableReader) describe() {
	t.letters, t.known = map[report.Field]string{}, map[int]report.Field{}
	t.nameColumns()
	for _, c := range t.header.columns {
		if c.field == "" {
			t.extras = append(t.extras, c)
			t.register.ExtraColumns = append(t.register.ExtraColumns, c.heading)
			continue
		}
		t.register.Columns = append(t.register.Columns, c.field)
		t.letters[c.field], t.known[c.number] = strings.TrimRight(cellName(c.number, 1), "1"), c.field
		if t.sheet.hides(c.number) {
			t.add(report.Note, "hidden-column", t.heading(c), "Column", c.heading)
		}
	}
	t.register.HasSignOff = t.register.Has(report.FieldSignOff)
	for _, c := range t.header.repeated {
		taken, _ := t.header.column(t.header.fields[c.field])
		t.add(report.Warning, "duplicate-column", t.heading(c), "Column", c.heading, "Taken", taken.heading, "TakenCell", cellName(taken.number, t.header.last))
	}
	if t.sheet.hidden {
		t.add(report.Warning, "hidden-sheet", place{sheet: t.sheet.name}, "Sheet", t.sheet.name)
	}
}

// nameColumns gives a name to columns that are filled and have no heading: what staff keep there is not lost.
func (t *tableReader) nameColumns() {
	filled := map[int]bool{}
	for i := range t.sheet.rows {
		for j := range t.sheet.rows[i].cells {
			if t.sheet.rows[i].number > t.header.last {
				filled[int(t.sheet.rows[i].cells[j].column)] = true
			}
		}
	}
	for _, number := range slices.Sorted(maps.Keys(filled)) {
		if _, named := t.header.column(number); !named {
			c := column{number: number, heading: "Column " + strings.TrimRight(cellName(number, 1), "1")}
			t.header.columns = append(t.header.columns, c)
			t.add(report.Note, "no-heading", t.heading(c), "Column", c.heading)
		}
	}
	slices.SortFunc(t.header.columns, func(a, b column) int { return a.number - b.number })
}

func (t *tableReader) heading(c column) place {
	return place{t.sheet.name, t.header.last, c.number, c.field}
}

func (s *sheet) hides(column int) bool {
	for _, h := range s.hiddenColumns {
		if h.from <= column && column <= h.to {
			return true
		}
	}
	return false
}

// read takes one row for what it is.
func (t *tableReader) read(r *row) {
	t.open(r)
	switch {
	case len(t.own) == 0:
	case t.isTotal():
		t.add(report.Note, "total-row", t.first())
	case t.isHeaderAgain():
		t.add(report.Note, "header-again", t.first())
	case t.isHeading():
		t.block, t.hasBlocks = line(t.own[0].text), true
	case t.isRecommendation():
		t.register.Recommendations = append(t.register.Recommendations, t.recommendation())
	default:
		t.block = t.strange()
		t.add(report.Warning, "row-not-counted", t.first())
	}
}

// open makes the row's cells findable by column.
func (t *tableReader) open(r *row) {
	t.row, t.own = r, t.own[:0]
	clear(t.cells)
	for i := range r.cells {
		c := &r.cells[i]
		for len(t.cells) <= int(c.column) {
			t.cells = append(t.cells, nil)
		}
		if t.cells[c.column] = c; !c.inherited {
			t.own = append(t.own, c)
		}
	}
}

// cell gives the row's cell of a column; nil where it is empty.
func (t *tableReader) cell(column int) *cell {
	if column <= 0 || column >= len(t.cells) {
		return nil
	}
	return t.cells[column]
}

// of gives the row's cell of a field; nil where it is empty or the master has no such column.
func (t *tableReader) of(f report.Field) *cell { return t.cell(t.header.fields[f]) }

// first is the place of the row's first cell.
func (t *tableReader) first() place {
	column := int(t.own[0].column)
	return place{t.sheet.name, t.row.number, column, t.known[column]}
}

// isTotal tells whether the row sums up others: Excel keeps it as a table's totals, or it begins with such a word and has
// neither a recommendation nor a status that is known.
func (t *tableReader) isTotal() bool {
	if t.sheet.hints.totals[t.row.number] {
		return true
	}
	first := t.own[0]
	if first.kind != isText || len(first.text) > 60 {
		return false
	}
	word, summing := fold(first.text), false
	for _, start := range []string{"total", "grandtotal", "subtotal", "overalltotal", "cyfanswm", "isgyfanswm"} {
		summing = summing || strings.HasPrefix(word, start)
	}
	text := t.of(report.FieldRecommendation)
	_, known := t.match.states.find(t.sheet.shown(t.of(report.FieldStatus)))
	return summing && !known && (text == nil || text == first || text.kind != isText)
}

// isHeaderAgain tells whether the headings are repeated, as people do for printing.
func (t *tableReader) isHeaderAgain() bool {
	same := 0
	for _, c := range t.header.columns {
		if cell := t.cell(c.number); c.field != "" && cell != nil && strings.EqualFold(line(cell.text), c.heading) {
			same++
		}
	}
	return same > 2 && same*2 > len(t.header.fields)
}

// isHeading tells whether the row is a theme alone, over the rows that belong to it.
func (t *tableReader) isHeading() bool {
	if len(t.own) != 1 || t.own[0].kind != isText {
		return false
	}
	_, known := t.match.theme(t.own[0].text)
	return known
}

// isRecommendation tells whether the row has a ref or a recommendation, or two columns that the program knows.
func (t *tableReader) isRecommendation() bool {
	known := 0
	for _, c := range t.own {
		switch t.known[int(c.column)] {
		case "":
			continue
		case report.FieldRecommendation, report.FieldRecommendationCy:
			return true
		case report.FieldRef:
			if looksLikeRef(t.sheet.shown(c)) {
				return true
			}
		}
		known++
	}
	return known > 1
}

// looksLikeRef tells a ref alone in its row from a note there: it is short and has a digit.
func looksLikeRef(s string) bool {
	const longest = 12
	return len(s) <= longest && strings.IndexFunc(s, unicode.IsDigit) >= 0
}

// strange gives the text of a row that is a heading of no known theme: rows below it do not belong to the theme above it.
func (t *tableReader) strange() string {
	if len(t.own) == 1 && t.own[0].kind == isText && t.hasBlocks {
		return short(line(t.own[0].text))
	}
	return t.block
}

// anyBlock tells whether a row is a theme alone, so that a master without a theme column can be used.
func (t *tableReader) anyBlock() bool {
	for i := range t.sheet.rows {
		if r := &t.sheet.rows[i]; r.number > t.header.last && len(r.cells) == 1 {
			t.open(r)
			if t.isHeading() {
				return true
			}
		}
	}
	return false
}
