package master

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"boardpack/report"
)

// doubtFields lists the fields of a CSV file whose text may be rows of the table: a quotation mark that is closed too late
// takes the rows in between with it, and everything after it looks sound.
func (r *reader) doubtFields(s *sheet, h header) {
	for i := range s.rows {
		for j := range s.rows[i].cells {
			c := &s.rows[i].cells[j]
			_, below, several := strings.Cut(c.text, "\n") // a field of several lines was in quotation marks
			if !several || s.rows[i].number <= h.last {
				continue
			}
			isRecord := func(line string) bool { return r.isRecord(line, s.separator, len(h.columns)) }
			if slices.ContainsFunc(strings.Split(below, "\n"), isRecord) {
				known, _ := h.column(int(c.column))
				r.add(report.Warning, "csv-swallowed", place{row: s.rows[i].number, column: int(c.column), field: known.field})
			}
		}
	}
}

// isRecord tells whether a line of a text looks like a record: as many fields as there are columns, or a ref and a few after
// it, for the last line ends where the quotation mark does. In a text a blank comes after a comma; in a record it does not.
func (r *reader) isRecord(line, separator string, columns int) bool {
	fields := strings.Split(line, separator)
	tight, words, known := 0, 0, 0
	for i, field := range fields[1:] {
		letter, _ := utf8.DecodeRuneInString(field)
		if unicode.IsSpace(letter) || isThousands(fields[i], separator, field) {
			continue
		}
		tight++
		if unicode.IsLetter(letter) {
			words++
		}
		if r.isWord(field) {
			known++
		}
	}
	const few = 2
	return words > 0 && (tight >= max(few, columns-1) || isRefLike(fields[0]) && (tight >= few || known > 0))
}

// isWord tells whether the template knows the field as a theme or a status.
func (r *reader) isWord(field string) bool {
	_, theme := r.match.theme(field)
	_, state := r.match.states.find(field)
	return theme || state
}

// isThousands tells whether the comma before a field is one within a number: 1,250.
func isThousands(before, separator, field string) bool {
	digits := len(field) - len(strings.TrimLeft(field, "0123456789"))
	return separator == "," && digits == 3 && before != "" && strings.ContainsRune("0123456789", rune(before[len(before)-1]))
}

// isRefLike tells whether a field can be a ref: short, in one word, with a digit.
func isRefLike(field string) bool {
	const longest = 12 // letters
	return utf8.RuneCountInString(field) <= longest && strings.ContainsAny(field, "0123456789") && !strings.ContainsFunc(field, unicode.IsSpace)
}
