package workbook

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"boardpack/report/content"
)

// ref is a structured reference to a column of the page's table: Recommendations[Due].
func (p *page) ref(id string) string {
	return p.name + "[" + escapeHeading(p.heading(id)) + "]"
}

// this is a structured reference to the cell of a column in the formula's own row, as files write it; Excel shows it
// as [@Due].
func (p *page) this(id string) string {
	return p.name + "[[#This Row],[" + escapeHeading(p.heading(id)) + "]]"
}

// at is a structured reference to the cell of a column in a row: in the row of totals it is that of the column.
func (p *page) at(row int, id string) string {
	if p.isTotal(row) {
		return p.name + "[[#Totals],[" + escapeHeading(p.heading(id)) + "]]"
	}
	return p.this(id)
}

// heading gives a column's heading as the sheet has it; "" when the table lacks the column.
func (p *page) heading(id string) string {
	if c := p.column(id); c >= 0 {
		return p.table.Columns[c].Heading
	}
	return ""
}

// escapeHeading escapes the characters that structured references use themselves.
func escapeHeading(s string) string {
	if !strings.ContainsAny(s, "'[]#@") {
		return s
	}
	return strings.NewReplacer("'", "''", "[", "'[", "]", "']", "#", "'#", "@", "'@").Replace(s)
}

// criterion is a pair of arguments of COUNTIFS.
type criterion struct{ column, test string }

func is(column, word string) criterion { return criterion{column, quote(word)} }

// countifs counts the rows for which every criterion holds. No criterion counts nothing in COUNTIFS, so the caller
// gives at least one.
func countifs(criteria ...criterion) string {
	var b strings.Builder
	b.WriteString("COUNTIFS(")
	for i, c := range criteria {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(c.column + "," + c.test)
	}
	b.WriteByte(')')
	return b.String()
}

// countAny counts the rows for which the column is any of the words and the criteria hold. SUMPRODUCT adds up the list
// without array entry, in LibreOffice too. The words come first: LibreOffice 7.4 overlooks empty cells at the end of a
// column when the first criterion asks for them.
func countAny(column string, words []string, criteria ...criterion) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = quote(word)
	}
	list := criterion{column, "{" + strings.Join(quoted, ",") + "}"}
	return "SUMPRODUCT(" + countifs(append([]criterion{list}, criteria...)...) + ")"
}

// isPlain tells whether COUNTIFS and MATCH compare the text as it is: letters and a few marks, a letter first. Others they take
// for numbers, dates, comparisons or patterns: "11/12", ">5", "A*".
func isPlain(s string) bool {
	if first, _ := utf8.DecodeRuneInString(s); !unicode.IsLetter(first) || utf8.RuneCountInString(s) > 201 {
		return false
	}
	odd := func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune(" ,;:()&'’.+-", r) }
	return !strings.ContainsFunc(s, odd) && !strings.EqualFold(s, "true") && !strings.EqualFold(s, "false")
}

// storable tells whether a date cell holds a number, so that formulas can reckon with it.
func storable(c content.Cell) bool {
	if c.Missing != content.HasValue {
		return true
	}
	_, ok := value(c, true).(int)
	return ok
}
