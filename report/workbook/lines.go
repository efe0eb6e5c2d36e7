package workbook

import (
	"strings"
	"time"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/excerpt"
	"boardpack/report/named"
)

// linesAbove gives the lines between a page's purpose and its table. On top of a sheet, below the stamp, they are in the order that the
// Analysis Function's guidance asks for: whose the sheet is and of when (the stamp), notes, how to filter and unfreeze, shorthand,
// source. What a page says itself comes last, nearest to the table. A thin sheet has the marking and that alone.
func (b *book) linesAbove(p *page, clipped int) []line {
	if p.on.thin {
		return append([]line{{text: b.doc.Marking}}, b.ownLines(p)...)
	}
	var lines []line
	first := p == p.on.pages[0]
	if first {
		lines = append(lines, b.stamp())
	}
	for _, note := range p.table.Notes {
		lines = append(lines, line{text: note.Plain()})
	}
	var handling []string
	if len(p.table.Rows) > 0 {
		handling = p.handling(clipped).Sentences(b.words)
	}
	if first {
		handling = append(handling, b.doc.Source(b.words))
	}
	if len(handling) > 0 {
		lines = append(lines, line{text: strings.Join(handling, " ")})
	}
	return append(append(lines, b.ownLines(p)...), p.counts...)
}

// ownLines are the sentences of a table that count.
func (b *book) ownLines(p *page) []line {
	var lines []line
	for _, t := range p.table.Lines {
		lines = append(lines, line{text: t.Plain(), formula: b.formulaOf(p, t), strong: true})
	}
	return lines
}

// handling tells how the table is used and read.
func (p *page) handling(clipped int) content.Handling {
	h := content.Handling{Filter: p.filter, Frozen: p.frozen && p == p.on.pages[0], Blanks: p.blanks, Fixed: p.fixed, Clipped: clipped}
	for _, reason := range []content.Missing{content.NotAvailable, content.NotApplicable} {
		if !p.blanks && lacks(p.table, reason) {
			h.Missing = append(h.Missing, reason)
		}
	}
	if p.printed < len(p.table.Columns) {
		h.Printed = p.table.Columns[p.printed-1].Heading
	}
	return h
}

// lacks tells whether a cell of the table shows the shorthand.
func lacks(t content.Table, reason content.Missing) bool {
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			if value(c, false) == shorthand(reason) {
				return true
			}
		}
	}
	return false
}

// stamp is the line with the marking, the as-at date and the version. It is a formula, so that it follows when the date on
// the cover is changed.
func (b *book) stamp() line {
	text := b.doc.Stamp
	if b.doc.Marking != "" {
		text = append(content.Text{{Text: b.doc.Marking + " · "}}, text...)
	}
	l := line{text: text.Plain(), strong: true}
	if excerpt.Units(l.text) <= 200 {
		l.formula = b.formulaOf(nil, text)
	}
	return l
}

// dateFormula writes the as-at date out in the words of the pack's language. It names the months itself: TEXT with a locale
// takes the program's own names, and not every program spells the Welsh ones right.
func (b *book) dateFormula() string {
	var months []string
	for month := time.January; month <= time.December; month++ {
		months = append(months, quote(b.words.MonthAlone(report.Month{Year: b.pack.AsAt.Year(), Month: month})))
	}
	parts := map[string]string{
		"Day":   "DAY(" + asAtName + ")",
		"Month": "CHOOSE(MONTH(" + asAtName + ")," + strings.Join(months, ",") + ")",
		"Year":  "YEAR(" + asAtName + ")",
	}
	var pieces []string
	for _, piece := range b.words.Pieces("date.long", nil, "Day", "1", "Month", "1", "Year", "1") {
		if formula := parts[piece.Arg]; formula != "" {
			pieces = append(pieces, formula)
		} else {
			pieces = append(pieces, quote(piece.Text))
		}
	}
	return joined(pieces...)
}

// formulaOf puts a line together as a formula, from its words and the formulas of its values; "" where it has none.
func (b *book) formulaOf(p *page, t content.Text) string {
	var pieces []string
	words, live := "", false
	for _, r := range t {
		formula := b.valueFormula(p, r.Ref)
		if formula == "" {
			words += r.Text
			continue
		}
		live = true
		pieces, words = append(pieces, quote(words), formula), ""
	}
	if !live {
		return ""
	}
	return joined(append(pieces, quote(words))...)
}

// valueFormula gives the formula of a value in a line above the table of a page; "" for one that is plain.
func (b *book) valueFormula(p *page, ref content.Ref) string {
	switch ref.Place {
	case content.PlaceRegister:
		if ref.Name == coverAsAt {
			return b.dateFormula()
		}
	case content.PlaceProblems:
		return countifs(is(p.ref("level"), b.words.Say("level."+ref.Name)))
	case content.PlaceShown:
		return b.shown(report.Figure(ref.Name))
	case content.PlaceFigure:
		if report.Figure(ref.Name) == report.PercentComplete {
			return "IFERROR(ROUND(100*" + percentFormula(b.count(report.FigComplete, criterion{}), b.count(report.InScope, criterion{})) + ",0)," + quote(shorthand(content.NotApplicable)) + ")"
		}
		if report.Figure(ref.Name) == report.Total {
			return "COUNTA(" + b.page(idRecommendations).ref("key") + ")"
		}
		return b.count(report.Figure(ref.Name), criterion{})
	}
	return ""
}

// shown counts what the filters leave of a figure. SUBTOTAL sees one row at a time through OFFSET, so that the second
// condition can be laid over it; a helper column would do, but Excel takes a column of SUBTOTALs for a totals row and
// stops filtering the last one.
func (b *book) shown(f report.Figure) string {
	p := b.page(idRecommendations)
	key := p.ref("key")
	among := func(column, word string) string {
		visible := "SUBTOTAL(103,OFFSET(" + key + ",ROW(" + key + ")-MIN(ROW(" + key + ")),0,1))"
		return "SUMPRODUCT(" + visible + "*(" + p.ref(column) + "=" + quote(word) + "))"
	}
	switch {
	case f == report.Total:
		return "SUBTOTAL(103," + key + ")"
	case p.column(string(f)) >= 0:
		return among(string(f), b.words.Say("value.yes"))
	}
	return among("standing", named.Standing(b.words, report.Standing(f)))
}

// joined puts pieces of a formula together as one text, without empty ones.
func joined(pieces ...string) string {
	var kept []string
	for _, piece := range pieces {
		if piece != `""` {
			kept = append(kept, piece)
		}
	}
	return strings.Join(kept, "&")
}
