package proof

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report/content"
	"boardpack/report/proof/sheets"
)

// above proves the lines between the top of a sheet and the headings of its table. A long one is broken over rows, so that they are
// compared as one text.
func (b *book) above(want *content.Sheet, t *content.Table, s *sheets.Sheet, head int) {
	b.text(s.Name+"!A1", "the title", want.Title.Plain(), s.Cell("A1"))
	b.text(s.Name+"!A2", "what the sheet holds", want.Purpose.Plain(), s.Cell("A2"))
	var found []string
	for n := 3; n < head; n++ {
		found = append(found, at(s.Row(n), 0))
	}
	rest := squeeze(strings.Join(found, " "))
	numbers := digits(strings.Join(found, " "))
	var wanted []string
	take := func(text string, needed bool) {
		if after, ok := strings.CutPrefix(rest, squeeze(text)); ok && text != "" {
			rest, wanted = after, append(wanted, text)
		} else if needed {
			b.Add(s.Name+", above the table", "a line", text, strings.Join(found, " "))
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
	for _, sentence := range b.handling() {
		take(sentence, false)
	}
	rows := len(t.Rows)
	if table := b.tableOf(s); table != nil {
		rows = len(table.Rows) // those of a list that the Document does not know
	}
	for _, n := range append([]string{"1", "2", "3", "6"}, numbers...) { // those that languages may have in words: see the plural forms
		if clipped, err := strconv.Atoi(n); err == nil && clipped > 0 && clipped <= rows && !strings.HasPrefix(rest, squeeze(source)) {
			take(content.Handling{Clipped: clipped}.Sentences(b.words)[0], false)
		}
	}
	for c := 0; c < len(t.Columns) && !strings.HasPrefix(rest, squeeze(source)); c++ {
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
	if rest != "" || !slices.Equal(numbers, digits(strings.Join(wanted, " "))) {
		b.Add(s.Name+", above the table", "a text", "", strings.Join(found, " "))
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
	for i, wanted := range []string{b.doc.Title.Plain(), b.doc.Marking, s.Name} {
		found := section(s.Header, "LCR"[i:i+1])
		if !strings.HasPrefix(squeeze(wanted), squeeze(found)) || found == "" && wanted != "" {
			b.Add(s.Name, "the head of printed pages", wanted, found)
		}
	}
	if found := section(s.Footer, "L"); !strings.HasPrefix(squeeze(b.doc.Stamp.Plain()), squeeze(found)) || found == "" {
		b.Add(s.Name, "the foot of printed pages", b.doc.Stamp.Plain(), found)
	}
	if found := section(s.Footer, "R"); digits(found) != nil {
		b.Add(s.Name, "the page number of printed pages", "", found)
	}
}

// section gives the left (L), middle (C) or right (R) of a head or foot, without its codes.
func section(s, side string) string {
	s = strings.ReplaceAll(s, "&&", "\x00")
	_, rest, ok := strings.Cut(s, "&"+side)
	if !ok {
		return ""
	}
	for _, end := range []string{"&L", "&C", "&R"} {
		rest, _, _ = strings.Cut(rest, end)
	}
	rest = strings.TrimPrefix(rest, "&B")
	return strings.ReplaceAll(rest, "\x00", "&")
}

// joinContinued puts the texts that were cut at the length of a cell together again, so that they are compared whole. Their parts
// stand on a sheet of their own, in the order of the sheets, rows and columns where they were cut; the first is in the cell.
func (b *book) joinContinued() {
	t := b.doc.Continued.View.Inline
	if len(b.read.Sheets) == 0 || t == nil {
		return
	}
	table := b.tableOf(b.read.Sheets[len(b.read.Sheets)-1])
	if table == nil || !slices.Equal(table.Headings, headingsOf(t.Columns)) {
		return
	}
	part, text := t.Column("part"), t.Column("text")
	var rests []string
	for _, row := range table.Rows {
		if row[part] == "2" {
			rests = append(rests, "")
		}
		if last := len(rests) - 1; last >= 0 {
			rests[last] += row[text]
		}
	}
	b.continued = len(table.Rows)
	cut := b.cut(content.ContinuedMark(b.words), table)
	if len(cut) != len(rests) {
		b.Add(table.Sheet.Name, "the number of texts that are continued", strconv.Itoa(len(cut)), strconv.Itoa(len(rests)))
	}
	for i := range min(len(cut), len(rests)) {
		*cut[i] = strings.TrimSuffix(*cut[i], content.ContinuedMark(b.words)) + rests[i]
	}
}

func headingsOf(columns []content.Column) []string {
	var out []string
	for _, c := range columns {
		out = append(out, c.Heading)
	}
	return out
}

// cut gives the cells of all other tables that are continued, in the order of the workbook.
func (b *book) cut(mark string, continued *sheets.Table) []*string {
	var out []*string
	for _, s := range b.read.Sheets {
		t := b.tableOf(s)
		if t == nil || t == continued {
			continue
		}
		for r := range t.Rows {
			for c := range t.Rows[r] {
				if strings.HasSuffix(t.Rows[r][c], mark) {
					out = append(out, &t.Rows[r][c])
				}
			}
		}
	}
	return out
}

// charts proves that each chart has a title of the Document's, that each series of it draws the column whose heading is its name, from
// the first row on, and that what is drawn is what its cells hold.
func (b *book) charts() {
	titles := map[string]bool{}
	for _, s := range b.doc.Sheets {
		for _, c := range s.Charts {
			titles[squeeze(c.Title.Plain())] = true
		}
	}
	for i, chart := range b.read.Charts {
		place := "chart " + strconv.Itoa(i+1)
		if !titles[squeeze(chart.Title)] {
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
