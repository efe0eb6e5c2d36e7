package workbook

import (
	"strings"
	"time"

	"boardpack/report"
)

// linesAbove gives the lines between a page's purpose and its table, below the stamp, in the order that the Analysis Function's
// guidance asks for: whose the sheet is and of when (the stamp), notes, how to filter and unfreeze, shorthand, source. What a page
// says itself comes last, nearest to the table.
func (b *book) linesAbove(p *page, clipped int) []line {
	var lines []line
	for _, note := range p.table.Notes {
		lines = append(lines, line{text: note})
	}
	var handling []string
	if len(p.table.Rows) > 0 {
		handling = b.handling(p, clipped)
	}
	handling = append(handling, b.words.Say("workbook.line.source", "File", b.pack.Register.File))
	lines = append(lines, line{text: strings.Join(handling, " ")})
	if p.counts != nil {
		lines = append(lines, p.counts()...)
	}
	if band := p.band(); band > 0 {
		lines = append(lines, line{height: band})
	}
	return lines
}

// handling tells how the table is used and read.
func (b *book) handling(p *page, clipped int) []string {
	var out []string
	say := func(holds bool, id string) {
		if holds {
			out = append(out, b.words.Say("workbook.line."+id))
		}
	}
	say(p.filter, "filter")
	say(p.frozen != noFreeze, "freeze")
	say(p.blanks, "blanks")
	for _, reason := range []report.Missing{report.NotAvailable, report.NotApplicable} {
		say(!p.blanks && lacks(p.table, reason), "missing_"+string(reason))
	}
	if clipped > 0 {
		out = append(out, b.words.Count("workbook.line.clipped", clipped))
	}
	if p.printed > 0 && p.printed < len(p.table.Columns) {
		out = append(out, b.words.Say("workbook.line.printed", "Last", p.table.Columns[p.printed-1].Heading))
	}
	return out
}

// lacks tells whether a cell of the table shows the shorthand.
func lacks(t report.Table, reason report.Missing) bool {
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
	text, date := b.pack.Stamp(b.words), b.words.Date(b.pack.AsAt)
	if marking := b.pack.Marking(); marking != "" {
		text = marking + " · " + text
	}
	before, after, found := strings.Cut(text, date)
	if !found || date == "" || unitCount(text) > 200 {
		return line{text: text, strong: true}
	}
	return line{text: text, formula: joined(quote(before), b.dateFormula(), quote(after)), strong: true}
}

// dateFormula writes the as-at date out in the words of the pack's language. It names the months itself: TEXT with a locale
// takes the program's own names, and not every program spells the Welsh ones right.
func (b *book) dateFormula() string {
	var months []string
	for month := time.January; month <= time.December; month++ {
		months = append(months, quote(b.words.MonthAlone(report.Month{Year: b.pack.AsAt.Year, Month: month})))
	}
	return b.said("date.long", map[string]string{
		"Day":   "DAY(" + asAtName + ")",
		"Month": "CHOOSE(MONTH(" + asAtName + ")," + strings.Join(months, ",") + ")",
		"Year":  "YEAR(" + asAtName + ")",
	})
}

// part is something that a sentence of the wording names: a formula, and its value now.
type part struct {
	name    string
	formula string
	value   int
}

// sentence makes a line of a message whose named parts are formulas. The message is said twice: once with the values, for
// the cached text, and once as a formula.
func (b *book) sentence(id string, parts ...part) line {
	var values []any
	formulas := map[string]string{}
	for _, p := range parts {
		values = append(values, p.name, p.value)
		formulas[p.name] = p.formula
	}
	return line{text: b.words.Say(id, values...), formula: b.said(id, formulas), strong: true}
}

// said puts a message together as a formula, from the formulas of its named parts. It is said with marks that no wording
// holds, at which the formulas go in.
func (b *book) said(id string, formulas map[string]string) string {
	var marks []any
	for name := range formulas {
		marks = append(marks, name, "\x00"+name+"\x00")
	}
	var pieces []string
	for i, piece := range strings.Split(b.words.Say(id, marks...), "\x00") {
		if i%2 == 1 {
			pieces = append(pieces, formulas[piece])
		} else {
			pieces = append(pieces, quote(piece))
		}
	}
	return joined(pieces...)
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
