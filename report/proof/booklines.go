package proof

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report/content"
	"boardpack/report/proof/sheets"
	"boardpack/report/proof/texts"
)

// above proves the lines between the top of a sheet and the headings of its table. A long one is broken over rows, so that they are
// compared as one text.
func (b *book) above(want *content.Sheet, t *content.Table, s *sheets.Sheet) {
	b.text(s.Name+"!A1", "the title", want.Title.Plain(), s.Cell("A1"))
	b.text(s.Name+"!A2", "what the sheet holds", want.Purpose.Plain(), s.Cell("A2"))
	found := strings.Join(s.Lines(3), " ")
	rest, numbers := texts.Squeeze(found), texts.Digits(found)
	var wanted []string
	take := func(text string, needed bool) {
		if after, ok := strings.CutPrefix(rest, texts.Squeeze(text)); ok && text != "" {
			rest, wanted = after, append(wanted, text)
		} else if needed {
			b.Add(s.Name+", above the table", "a line", text, found)
		}
	}
	stamp := b.doc.Stamp.Plain()
	if b.doc.Marking != "" {
		stamp = b.doc.Marking + " · " + stamp
	}
	take(stamp, true)
	for _, note := range t.Notes {
		take(note.Plain(), true)
	}
	source := b.doc.Source(b.words)
	isSource := func() bool { return strings.HasPrefix(rest, texts.Squeeze(source)) }
	for _, sentence := range b.handling() {
		take(sentence, false)
	}
	rows := len(t.Rows)
	if s.Table != nil {
		rows = len(s.Table.Rows) // those of a list that the Document does not know
	}
	for _, n := range append([]string{"1", "2", "3", "6"}, numbers...) { // those that languages may have in words: see the plural forms
		if clipped, err := strconv.Atoi(n); err == nil && clipped > 0 && clipped <= rows && !isSource() {
			take(content.Handling{Clipped: clipped}.Sentences(b.words)[0], false)
		}
	}
	for c := 0; c < len(t.Columns) && !isSource(); c++ {
		take(content.Handling{Printed: t.Columns[c].Heading}.Sentences(b.words)[0], false)
	}
	take(source, true)
	for _, line := range t.Lines {
		take(line.Plain(), true)
	}
	if b.continued > 0 {
		take(content.ContinuedLine(b.words, b.continued), false)
	}
	for _, text := range b.chartTexts(want, t, s) {
		take(text, true)
	}
	if rest != "" || !slices.Equal(numbers, texts.Digits(strings.Join(wanted, " "))) {
		b.Add(s.Name+", above the table", "a text", "", found)
	}
}

// chartTexts is what the charts of a sheet show in words, in the order in which they stand.
func (b *book) chartTexts(want *content.Sheet, t *content.Table, s *sheets.Sheet) []string {
	var out []string
	for _, alt := range s.Alts {
		if slices.ContainsFunc(t.Columns, func(c content.Column) bool { return content.ButtonsText(b.words, c.Heading) == alt }) {
			continue
		}
		i := slices.IndexFunc(want.Charts, func(c content.ChartText) bool { return sameLines(c.Text.Plain(), alt) })
		if i < 0 {
			b.Add(s.Name, "a chart in words", "", alt)
			continue
		}
		out = append(out, alt)
	}
	return out
}

// handling gives the sentences on how a table is used that hold no value, in order.
func (b *book) handling() []string {
	all := content.Handling{Filter: true, Frozen: true, Blanks: true, Missing: []content.Missing{content.NotAvailable, content.NotApplicable}}
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
	t := b.doc.Continued.View.Inline
	if len(b.read.Sheets) == 0 || t == nil {
		return
	}
	last := len(b.read.Sheets) - 1
	table, mark := b.read.Sheets[last].Table, content.ContinuedMark(b.words)
	if table == nil || !slices.Equal(table.Headings, headingsOf(t.Columns)) {
		return
	}
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
		for r := 0; s.Table != nil && r < len(s.Table.Rows); r++ {
			for c, cell := range s.Table.Rows[r] {
				begun, isCut := strings.CutSuffix(cell, mark)
				if isCut && cut < len(rests) {
					s.Table.Rows[r][c] = begun + rests[cut]
				}
				if isCut {
					cut++
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
		for _, c := range s.Charts {
			titles[texts.Squeeze(c.Title.Plain())] = true
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
