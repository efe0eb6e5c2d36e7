package proof

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report/content"
	"boardpack/report/proof/sheets"
	"boardpack/report/proof/texts"
)

// lines is what a sheet says around its tables: the cells of all rows that are no table's. A long text is broken over rows, so that they
// are compared as one text, from one table to the next.
type lines struct {
	*book
	want   *content.Sheet
	sheet  *sheets.Sheet
	tables int    // how many are above the lines at hand
	said   string // the lines at hand
	rest   string // what of them is not proved yet, squeezed
	wanted []string
}

func (b *book) linesOf(want *content.Sheet, s *sheets.Sheet) *lines {
	l := &lines{book: b, want: want, sheet: s}
	l.read()
	return l
}

func (l *lines) read() {
	l.said = strings.Join(l.sheet.Lines(l.tables), " ")
	l.rest, l.wanted = texts.Squeeze(l.said), nil
}

// next goes on behind a table. Nothing more may be said before it than was proved.
func (l *lines) next() {
	l.close()
	l.tables++
	l.read()
}

// close sees to it that no more is said than was proved.
func (l *lines) close() {
	if l.rest != "" || !slices.Equal(texts.Digits(l.said), texts.Digits(strings.Join(l.wanted, " "))) {
		l.Add(l.sheet.Name+", above the table", "a text", "", l.said)
	}
}

// take proves that a text comes next. One that is not needed may be missing.
func (l *lines) take(text string, needed bool) {
	if after, ok := strings.CutPrefix(l.rest, texts.Squeeze(text)); ok && text != "" {
		l.rest, l.wanted = after, append(l.wanted, text)
	} else if needed && text != "" {
		l.Add(l.sheet.Name+", above the table", "a line", text, l.said)
	}
}

// above proves the lines of the part of a sheet, up to the heading of its table. A part without a table ends with its sentence, and the
// next part follows.
func (l *lines) above(part int, t *content.Table, table *sheets.Table) {
	rows := len(t.Rows)
	if table != nil {
		rows = len(table.Rows) // those of a list that the Document does not know
	}
	stamp := l.doc.Stamp.Plain()
	if l.doc.Marking != "" {
		stamp = l.doc.Marking + " · " + stamp
	}
	switch p := &l.want.Parts[part]; {
	case l.want.Thin:
		l.take(l.doc.Marking, true)
	case part == 0:
		l.take(l.want.Title.Plain(), true)
		l.take(l.want.Purpose.Plain(), true)
		l.take(stamp, true)
	default:
		l.take(p.Title.Plain(), true)
		l.take(p.Purpose.Plain(), true)
	}
	if !l.want.Thin {
		for _, note := range t.Notes {
			l.take(note.Plain(), true)
		}
		l.handled(t, rows, part == 0)
	}
	for _, line := range t.Lines {
		l.take(line.Plain(), true)
	}
	if l.continued > 0 {
		l.take(content.ContinuedLine(l.words, l.continued), false)
	}
	for _, text := range l.chartTexts(&l.want.Parts[part]) {
		l.take(text, true)
		l.take(content.FixedText(l.words), false)
	}
	if table == nil {
		l.take(t.Empty.Plain(), true)
	}
}

// handled takes the sentences on how a table is used, and the source.
func (l *lines) handled(t *content.Table, rows int, first bool) {
	source := ""
	if first {
		source = l.doc.Source(l.words)
	}
	isSource := func() bool { return source != "" && strings.HasPrefix(l.rest, texts.Squeeze(source)) }
	for _, sentence := range l.handling() {
		l.take(sentence, false)
	}
	for _, n := range append([]string{"1", "2", "3", "6"}, texts.Digits(l.said)...) { // those that languages may have in words: see the plural forms
		if clipped, err := strconv.Atoi(n); err == nil && clipped > 0 && clipped <= rows && !isSource() {
			l.take(content.Handling{Clipped: clipped}.Sentences(l.words)[0], false)
		}
	}
	for c := 0; c < len(t.Columns) && !isSource(); c++ {
		l.take(content.Handling{Printed: t.Columns[c].Heading}.Sentences(l.words)[0], false)
	}
	l.take(source, true)
}

// chartTexts is what the charts of a part show in words, in the order in which they stand. Each picture of the sheet is one of a chart.
func (l *lines) chartTexts(part *content.Part) []string {
	var out []string
	for _, alt := range l.sheet.Alts {
		shows := func(p content.Part) bool {
			return slices.ContainsFunc(p.Charts, func(c content.ChartText) bool { return sameLines(c.Text.Plain(), alt) })
		}
		switch {
		case shows(*part):
			out = append(out, alt)
		case !slices.ContainsFunc(l.want.Parts, shows):
			l.Add(l.sheet.Name, "a chart in words", "", alt)
		}
	}
	return out
}

// handling gives the sentences on how a table is used that hold no value, in order.
func (b *book) handling() []string {
	all := content.Handling{Filter: true, Frozen: true, Blanks: true, Fixed: true, Missing: []content.Missing{content.NotAvailable, content.NotApplicable}}
	return all.Sentences(b.words)
}

// around proves what is printed on each page of a sheet: title, marking and name above; the stamp and the page number below.
func (b *book) around(s *sheets.Sheet) {
	title := b.doc.Title.Plain()
	b.begins(s, "the head of printed pages", title, s.Header.Left, title != "")
	b.begins(s, "the head of printed pages", b.doc.Marking, s.Header.Centre, b.doc.Marking != "")
	b.begins(s, "the head of printed pages", s.Name, s.Header.Right, true)
	b.begins(s, "the foot of printed pages", b.doc.Stamp.Plain(), s.Footer.Left, true)
	if texts.Digits(s.Footer.Right) != nil {
		b.Add(s.Name, "the page number of printed pages", "", s.Footer.Right)
	}
}

// begins holds what is printed on each page to the beginning of a text: there is room for no more.
func (b *book) begins(s *sheets.Sheet, what, wanted, found string, needed bool) {
	if !strings.HasPrefix(texts.Squeeze(wanted), texts.Squeeze(found)) || found == "" && needed {
		b.Add(s.Name, what, wanted, found)
	}
}

// joinContinued puts the texts that were cut at the length of a cell together again, so that they are compared whole. Their parts
// stand on a sheet of their own, in the order of the sheets, rows and columns where they were cut; the first is in the cell.
func (b *book) joinContinued() {
	t := b.doc.Continued.Parts[0].View.Inline
	if len(b.read.Sheets) == 0 || t == nil {
		return
	}
	last := len(b.read.Sheets) - 1
	tables, mark := b.read.Sheets[last].Tables, content.ContinuedMark(b.words)
	if len(tables) != 1 || !slices.Equal(tables[0].Headings, headingsOf(t.Columns)) {
		return
	}
	table := tables[0]
	part, text := t.Column("part"), t.Column("text")
	var rests []string
	for _, row := range table.Rows {
		if row[part] == "2" {
			rests = append(rests, "")
		}
		if at := len(rests) - 1; at >= 0 {
			rests[at] += row[text]
		}
	}
	b.continued = len(table.Rows)
	cut := 0
	for _, s := range b.read.Sheets[:last] {
		for _, t := range s.Tables {
			for _, cells := range t.Rows {
				for c, cell := range cells {
					begun, isCut := strings.CutSuffix(cell, mark)
					if isCut && cut < len(rests) {
						cells[c] = begun + rests[cut]
					}
					if isCut {
						cut++
					}
				}
			}
		}
	}
	if cut != len(rests) {
		b.Add(table.Sheet.Name, "the number of texts that are continued", strconv.Itoa(cut), strconv.Itoa(len(rests)))
	}
}

func headingsOf(columns []content.Column) []string {
	var out []string
	for _, c := range columns {
		out = append(out, c.Heading)
	}
	return out
}

// charts proves that each chart has a title of the Document's, that each series of it draws the column whose heading is its name, from
// the first row on, and that what is drawn is what its cells hold.
func (b *book) charts() {
	titles := map[string]bool{}
	for _, s := range b.doc.Sheets {
		for _, p := range s.Parts {
			for _, c := range p.Charts {
				titles[texts.Squeeze(c.Title.Plain())] = true
			}
		}
	}
	for i, chart := range b.read.Charts {
		place := "chart " + strconv.Itoa(i+1)
		if !titles[texts.Squeeze(chart.Title)] {
			b.Add(place, "a title", "", chart.Title)
		}
		for _, s := range chart.Series {
			b.series(place, s)
		}
	}
}

func (b *book) series(place string, s sheets.Series) {
	for _, t := range b.read.Tables {
		name, _, named := t.Column(s.Name)
		values, whole, drawn := t.Column(s.Values)
		labels, wholeLabels, labelled := t.Column(s.Labels)
		if !named || !drawn {
			continue
		}
		if name != values || !whole || !labelled || !wholeLabels {
			break
		}
		b.drawn(place, "the name of "+name, s.Drawn.Name, []string{name})
		b.drawn(place, "the values of "+name, s.Drawn.Values, t.Cells(values, len(s.Drawn.Values)))
		b.drawn(place, "the labels of "+name, s.Drawn.Labels, t.Cells(labels, len(s.Drawn.Labels)))
		return
	}
	b.Add(place, "the values of "+s.Name, "the column below it", s.Values)
}

func (b *book) drawn(place, what string, found, wanted []string) {
	if !slices.Equal(found, wanted) {
		b.Add(place, what, strings.Join(wanted, ", "), strings.Join(found, ", "))
	}
}
