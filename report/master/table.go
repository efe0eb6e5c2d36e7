package master

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
)

// tableReader turns the rows below the headings into recommendations.
type tableReader struct {
	*reader
	sheet    *sheet
	header   header
	register *report.Register
	extras   []extra
	pack     map[packColumn]int // columns of a pack's workbook that are read; nil for any other master
	rests    map[rest]string    // of long texts, in a pack's workbook
	byName   bool               // the name of the sheet gives the theme

	row        *row
	cells      []*cell // of the row, by column
	own        []*cell // of the row, without those of merged cells from above
	block      block
	end        int // the last row that is a recommendation beyond doubt: below it stand notes and legends
	last       int // the last row read that belongs to the table
	part       int // the last row read that is a recommendation or part of one
	key        colourKey
	gap        int     // the longest step from one such row to the next
	inNotes    bool    // the rows stand under a heading such as "Notes"
	next       []row   // those below the open one
	parent     heading // the last row that is the heading of its parts
	calculator calculator
	letters    map[report.Field]string // of each field's column
	known      map[int]report.Field    // the field of each column that has one
	storedRefs []int                   // the recommendations whose refs with a point are stored as numbers
	above      *report.Recommendation  // that the open row is an action of; nil for any other row
	orders     map[int]dayOrder        // of the dates typed as text, by column
	calendar   dates.Calendar
	struckOut  bool // the row is struck through as a whole
	// prosesStruck counts the long texts of each field that are struck through in part.
	prosesStruck map[report.Field]*struckProse
}

// extra is a column that the program does not know, and its place among the register's ExtraColumns.
type extra struct {
	column
	place int
}

// tables reads the rows of the tables into the register, one after the other. The sheets are the others of the file.
func (r *reader) tables(tables []*table, sheets []*sheet, register *report.Register) error {
	var readers []*tableReader
	themes := slices.ContainsFunc(tables, func(t *table) bool { return t.has(report.FieldTheme) > 0 })
	for _, from := range tables {
		r.unmark(from.sheet, from.header.last)
		t := &tableReader{reader: r, sheet: from.sheet, header: from.header, register: register, orders: map[int]dayOrder{},
			calculator: calculator{sheet: from.sheet}, calendar: register.Calendar(r.options.Rules), byName: from.byName}
		if _, known := r.match.theme(from.title); known {
			t.block = block{text: from.title, used: true}
		}
		if err := r.missing(from, themes || t.themed()); err != nil {
			return err
		}
		t.adoptDue()
		t.leaveTargets()
		t.learnNames()
		readers = append(readers, t)
	}
	r.doubtSignOff(readers)
	for _, t := range readers {
		t.describe()
		if t.describePack(); t.pack != nil {
			t.rests = r.match.restsOf(sheets)
		}
	}
	r.settleSignOff(readers, register)
	for _, t := range readers {
		if err := t.readAll(); err != nil {
			return err
		}
	}
	r.noteDatesBeside()
	r.noteSeveralThemes()
	register.EmptySignOff = r.emptySignOff(readers)
	for i := range register.Recommendations {
		rec := &register.Recommendations[i]
		rec.Extra = append(rec.Extra, make([]string, len(register.ExtraColumns)-len(rec.Extra))...)
	}
	return nil
}

// themed tells whether the rows get their themes from something else than a column of their own.
func (t *tableReader) themed() bool {
	return t.byName || t.block.text != "" || t.header.fields[report.FieldHeading] > 0 || t.anyBlock()
}

// readAll reads the rows below the headings.
func (t *tableReader) readAll() error {
	before := len(t.register.Recommendations)
	t.spread()
	t.end = t.tableEnd()
	t.findColourKey()
	for i := range t.sheet.rows {
		r := &t.sheet.rows[i]
		t.next = t.sheet.rows[i+1:]
		if r.number <= t.header.last {
			r.settle(aHeading)
			continue
		}
		t.read(r)
		if !t.sheet.unsaved { // formulas look at the rows above
			r.cells = nil
		}
	}
	t.begin(block{})
	if len(t.register.Recommendations) == before {
		return unusable("no-rows", "Row", strconv.Itoa(t.header.last)).at(t.sheet.name, "", t.header.last)
	}
	t.doubtRefs()
	t.doubtOrders()
	t.noteStruckProse()
	return nil
}

// read takes one row for what it is.
func (t *tableReader) read(r *row) {
	if r.fate == aContinuation { // of a merged block: it was added to the first row
		if t.last = r.number; t.part >= r.top {
			t.part = r.number
		}
		return
	}
	t.open(r)
	if len(t.own) == 0 {
		return
	}
	f, code := t.kind()
	r.settle(f)
	switch f {
	case aThemeRow:
		t.begin(block{text: line(t.own[0].text), at: t.first(), row: r})
	case aRecommendation:
		t.register.Recommendations = append(t.register.Recommendations, t.recommendation())
		t.part = r.number
	case anAction:
		t.action()
		t.part = r.number
	default:
		t.leaveOut(code)
		return
	}
	if t.last > 0 {
		t.gap = max(t.gap, r.number-t.last)
	}
	t.last, t.inNotes = r.number, false
}

// kind gives the fate of the open row, and for one that is not counted the code of the problem that lists it.
func (t *tableReader) kind() (f fate, code string) {
	switch {
	case t.row.top > 0 && t.isAction():
		return anAction, ""
	case t.isTotal():
		return notCounted, "total-row"
	case t.isHeaderAgain():
		return aHeading, "header-again"
	case t.isHeading():
		return aThemeRow, ""
	case t.isNote():
		return notCounted, "note-row"
	case t.isRecommendation() && t.isHeadingOfParts():
		return notCounted, "heading-of-parts"
	case t.isRecommendation():
		return aRecommendation, ""
	case t.isAction():
		return anAction, ""
	case t.hasText() || t.hasRef():
		return notCounted, "row-below-table"
	}
	return notCounted, "row-not-counted"
}

// leaveOut lists the open row as not counted. What is plainly a total, a heading or a note needs no look. A text alone that is
// none of these ends the block of the theme above, because it may be a theme that is not known.
func (t *tableReader) leaveOut(code string) {
	switch code {
	case "heading-of-parts":
		t.parent = heading{t.refOf(t.row), t.text(report.FieldTheme)}
		t.add(report.Note, code, t.first(), "Ref", short(t.parent.ref))
		t.last = t.row.number
		return
	case "total-row", "header-again", "note-row":
		t.add(report.Note, code, t.first())
		t.inNotes = code == "note-row" && (t.inNotes || t.isAlone() && len(strings.Fields(t.own[0].text)) <= 2)
		return
	}
	t.add(report.Warning, code, t.first())
	if t.isAlone() && t.block.text != "" {
		t.begin(block{text: short(line(t.own[0].text))})
	}
}

// block is the heading row above, and the theme that it gives to rows without one of their own. A text that is no known
// theme ends the block above it.
type block struct {
	text string
	at   place
	row  *row // nil where the text is no known theme
	used bool // a row below belongs to it
}

// heading is a row with a ref that is the heading of its parts: its theme is theirs where they have none.
type heading struct{ ref, theme string }

// begin ends the block above. One that nothing belongs to was no heading, perhaps, but a row that somebody left unfinished.
func (t *tableReader) begin(b block) {
	if t.block.row != nil && !t.block.used {
		t.add(report.Warning, "row-not-counted", t.block.at)
		t.block.row.settle(notCounted)
	}
	t.block = b
}

// belongs notes that the open row, with these themes, stands below the heading row of one of them.
func (t *tableReader) belongs(ids []string) {
	id, known := t.match.theme(t.block.text)
	t.block.used = t.block.used || known && slices.Contains(ids, id)
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
		if t.cells[c.column] = c; !c.has(inherited) {
			t.own = append(t.own, c)
		}
	}
	t.struckOut = t.isStruckOut()
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
