package master

import (
	"strings"
	"unicode"

	"boardpack/report"
	"boardpack/report/fold"
)

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
	word, summing := fold.Word(first.text), false
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
	if !t.isAlone() {
		return false
	}
	_, known := t.match.theme(t.own[0].text)
	return known
}

// isAlone tells whether the row has one text and nothing else.
func (t *tableReader) isAlone() bool { return len(t.own) == 1 && t.own[0].kind == isText }

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
