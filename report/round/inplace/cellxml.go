package inplace

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"boardpack/report/dates"
	"boardpack/report/pattern"
)

// planned is a value for a cell with the format that the cell will have.
type planned struct {
	change
	style int
}

// newCell writes a cell that is not there.
func newCell(prefix string, p planned, date1904 bool) string {
	tag := "<" + prefix + `c r="` + p.cell() + `"`
	if p.style != 0 {
		tag += ` s="` + strconv.Itoa(p.style) + `"`
	}
	return filledCell([]byte(tag+"/>"), prefix, p.value, date1904)
}

// changedCell writes a cell that is there again: its start tag stays but for the kind and, where it changes, the format.
func (s *sheet) changedCell(c *cellAt, p planned, date1904 bool) string {
	tag := withoutAttribute(s.tag(int(c.from)), "t")
	if p.style != int(c.style) {
		tag = withAttribute(tag, "s", strconv.Itoa(p.style))
	}
	return filledCell(tag, prefixOf(tag), p.value, date1904)
}

// filledCell writes a cell with a start tag that does not say its kind.
func filledCell(tag []byte, prefix string, v Value, date1904 bool) string {
	tag = opened(tag)
	content := ""
	switch v.kind {
	case isEmpty:
		return string(tag[:len(tag)-1]) + "/>"
	case isText:
		tag = withAttribute(tag, "t", "inlineStr")
		content = "<" + prefix + "is><" + prefix + `t xml:space="preserve">` + escaped(v.text) + "</" + prefix + "t></" + prefix + "is>"
	case isNumber:
		content = "<" + prefix + "v>" + number(v.number) + "</" + prefix + "v>"
	case isDay:
		content = "<" + prefix + "v>" + strconv.Itoa(serial(v.day, date1904)) + "</" + prefix + "v>"
	}
	return string(tag) + content + endOf(tag)
}

// escape finds what Excel takes for a character written by its number (ECMA-376, part 1, 22.9.2.19).
const escape = pattern.Expression(`_(x[0-9A-Fa-f]{4}_)`)

// escaped makes a text ready to stand in XML.
func escaped(s string) string {
	// Where two escapes share an underscore, "_x0041_x0042_", the first alone is found; its own last underscore is then the second's first.
	for from := 0; ; {
		at := escape.FindStringIndex(s[from:])
		if at == nil {
			break
		}
		s = s[:from+at[0]] + "_x005F" + s[from+at[0]:]
		from += at[0] + len("_x005F_")
	}
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// serial counts a day as the workbook does (ECMA-376, part 1, 18.17.4.1): from 1 January 1900 or 1904; 0 or less before that.
func serial(d dates.Date, date1904 bool) int {
	if date1904 {
		return d.DaysSince(dates.NewDate(1904, 1, 1))
	}
	n := d.DaysSince(dates.NewDate(1899, 12, 31))
	if n > 59 { // Excel has a 29 February 1900
		n++
	}
	return n
}

// emptied takes the saved result out of the cell of a formula, or of one that a formula fills; false where it has none.
func (s *sheet) emptied(c *cellAt) (without []byte, ok bool) {
	cell := s.source(int(c.from), int(c.to))
	tag := startTag(cell)
	bare := withoutAttribute(tag, "t")
	if c.value[1] == 0 && len(bare) == len(tag) {
		return nil, false
	}
	without = append(bytes.Clone(bare), cell[len(tag):]...)
	if c.value[1] > 0 {
		gone := len(tag) - len(bare) + int(c.from)
		without = slices.Delete(without, int(c.value[0])-gone, int(c.value[1])-gone)
	}
	return without, true
}
