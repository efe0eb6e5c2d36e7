package excelrules

import (
	"strconv"
	"strings"

	"boardpack/report/excerpt"
	"boardpack/report/pattern"
)

func fold(s string) string { return strings.ToLower(s) }

func units(s string) int { return excerpt.Units(s) }

const code = pattern.Expression(`_x([0-9A-Fa-f]{4})_`)

// decoded reads the codes of characters that Excel writes into texts and attributes: "_x0041_" is "A" (ST_Xstring, ECMA-376 part 1,
// 22.9.2.19).
func decoded(s string) string {
	return code.ReplaceAllStringFunc(s, func(m string) string {
		n, _ := strconv.ParseUint(m[2:6], 16, 32)
		return string(rune(n))
	})
}

// box is an area of cells, counted from 1.
type box struct{ left, top, right, bottom int }

const cell = pattern.Expression(`^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$`)

// place reads the name of a cell.
func place(s string) (column, row int, ok bool) {
	m := cell.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, false
	}
	for _, c := range m[1] {
		column = column*26 + int(c-'A') + 1
	}
	row, _ = strconv.Atoi(m[2])
	return column, row, column <= 16384 && row <= 1048576
}

// area reads the name of an area, or of one cell.
func area(s string) (box, bool) {
	from, to, found := strings.Cut(s, ":")
	if !found {
		to = from
	}
	left, top, ok := place(from)
	right, bottom, ok2 := place(to)
	return box{left, top, right, bottom}, ok && ok2 && left <= right && top <= bottom
}

// areas reads a list of areas; false where one of them is none.
func areas(s string) (out []box, ok bool) {
	for part := range strings.FieldsSeq(s) {
		a, ok := area(part)
		if !ok {
			return nil, false
		}
		out = append(out, a)
	}
	return out, len(out) > 0
}

func (b box) holds(column, row int) bool {
	return b.left <= column && column <= b.right && b.top <= row && row <= b.bottom
}

func (b box) meets(o box) bool {
	return b.left <= o.right && o.left <= b.right && b.top <= o.bottom && o.top <= b.bottom
}

const (
	nameLetters = pattern.Expression(`^[\p{L}_\\][\p{L}\p{N}_.\\?]*$`)
	likeR1C1    = pattern.Expression(`^(?i:r\d*(c\d*)?|c\d*)$`)
)

// isName tells whether Excel takes a name for a table or a place.
func isName(s string) bool {
	_, _, likeCell := place(strings.ToUpper(s))
	return units(s) <= 255 && nameLetters.MatchString(s) && !likeCell && !likeR1C1.MatchString(s)
}
