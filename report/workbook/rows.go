package workbook

import (
	"io"
	"strconv"
	"strings"

	"boardpack/report/content"
)

// cellColumn is what the cells of a column mostly have in common.
type cellColumn struct {
	letters string
	look    look // of the last cell
	style   int
	formula string // of the last cell
	escaped string
}

// maxLinks is the number of links that Excel allows on a sheet; a recommendation that is named later has none.
const maxLinks = 65530

// addRows works out the styles and links of the table's cells: the styles must be known before the first part is written.
func (s *block) addRows() {
	for r, row := range s.table.Rows {
		for c, cell := range row.Cells {
			linked := s.addLink(r, c)
			s.styles = append(s.styles, s.style(c, s.lookOf(r, c, cell, linked)))
		}
	}
	if s.beyond > 0 {
		s.ruled = [2]int{s.book.styles.id(look{role: roleBody, formula: true}), s.book.styles.id(look{role: roleBody, formula: true, total: true})}
	}
}

// appendBeyond rules the empty cells to the right of a row over which its last text runs on.
func (s *block) appendBeyond(out []byte, row, style int) []byte {
	for c := range s.beyond {
		out = appendCell(out, lettersOf(len(s.columns)+1+c), row, style, nil, "")
	}
	return out
}

func (s *block) lookOf(r, c int, cell content.Cell, linked bool) look {
	column := &s.table.Columns[c]
	return look{role: roleBody, kind: kindOf(cell, column), total: s.table.Rows[r].Total, small: s.thin, plain: s.spills(c), link: linked, left: !numeric(column.Kind),
		off: s.indent(c), formula: wraps(column.Kind) && s.reckons(r, c), signs: column.ID == "difference" || column.ID == "effect"}
}

// kindOf gives the cell's own kind, or else its column's: a column of text may hold a date.
func kindOf(c content.Cell, column *content.Column) content.Kind {
	if c.Kind == content.NoKind || wraps(column.Kind) && wraps(c.Kind) {
		return column.Kind
	}
	return c.Kind
}

// reckons tells whether a cell has a formula, or its column one that the whole column has.
func (s *block) reckons(r, c int) bool {
	id := s.table.Columns[c].ID
	if s.down != nil {
		return s.formulas[id] != ""
	}
	return s.formulaOf(r, c) != ""
}

func (s *block) style(c int, l look) int {
	column := &s.columns[c]
	if column.style == 0 || column.look != l {
		column.look, column.style = l, s.book.styles.id(l)
	}
	return column.style
}

// addLink notes the link of a cell, and tells whether it has one. Links to recommendations are formulas, so that they still lead to them
// when the recommendations are sorted; the others are real links, because screen readers list those.
func (s *block) addLink(r, c int) bool {
	if s.isKey(r, c) {
		return true
	}
	if s.links == nil {
		return false
	}
	to := s.links(r, s.table.Columns[c])
	if to.place == "" || s.n == maxLinks {
		return false
	}
	s.n++
	s.linked.WriteString(`<hyperlink ref="` + s.columns[c].letters + strconv.Itoa(s.grid.row(r)) + `" location="` + attributeXML(to.place))
	if to.tip != "" {
		s.linked.WriteString(`" tooltip="` + attributeXML(to.tip))
	}
	s.linked.WriteString(`"/>`)
	return true
}

// writeRows writes the rows of the table.
func (s *block) writeRows(w io.Writer) error {
	var out []byte
	for r := range s.table.Rows {
		out = s.appendRow(out[:0], r)
		if _, err := w.Write(out); err != nil {
			return err
		}
	}
	return nil
}

func (s *block) appendRow(out []byte, r int) []byte {
	n := s.grid.row(r)
	out = appendRowStart(out, n, s.grid.heights[r])
	for c, cell := range s.table.Rows[r].Cells {
		out = appendCell(out, s.columns[c].letters, n, s.styles[r*len(s.columns)+c], value(cell, s.blanks), s.formulaXML(r, c))
	}
	if s.beyond > 0 {
		ruled := s.ruled[0]
		if s.table.Rows[r].Total {
			ruled = s.ruled[1]
		}
		out = s.appendBeyond(out, n, ruled)
	}
	return append(out, `</row>`...)
}

func appendRowStart(out []byte, n int, height float64) []byte {
	out = append(out, `<row r="`...)
	out = strconv.AppendInt(out, int64(n), 10)
	out = append(out, `" ht="`...)
	out = strconv.AppendFloat(out, height, 'f', -1, 64)
	return append(out, `" customHeight="1">`...)
}

// appendCell writes a cell: a number, a text that is clean, one that is shared, or nil, and its formula, escaped.
func appendCell(out []byte, letters string, row, style int, v any, formula string) []byte {
	out = append(out, `<c r="`...)
	out = append(out, letters...)
	out = strconv.AppendInt(out, int64(row), 10)
	out = append(out, `" s="`...)
	out = strconv.AppendInt(out, int64(style), 10)
	out = appendContent(append(out, '"'), v, formula)
	return append(out, `</c>`...)
}

// formulaXML gives the formula of a cell, escaped; in most columns it is the same in every row.
func (s *block) formulaXML(r, c int) string {
	if s.isKey(r, c) {
		return s.keyFormula(s.table.Rows[r].Key)
	}
	column := &s.columns[c]
	if formula := s.formulaOf(r, c); formula != column.formula {
		column.formula, column.escaped = formula, escapeXML(formula)
	}
	return column.escaped
}

// isKey tells whether a cell leads to the recommendation of its row.
func (s *block) isKey(r, c int) bool {
	return s.keyed && s.table.Columns[c].Kind == content.KindKey && canSeek(s.table.Rows[r].Key)
}

// formulaOf gives the formula of a cell that is no key. A plain number in the row of totals is one too.
func (s *block) formulaOf(r, c int) string {
	column := s.table.Columns[c]
	formula := ""
	if s.live != nil {
		formula = s.live(r, column)
	}
	if formula == "" && s.isTotal(r) {
		if n, ok := value(s.table.Rows[r].Cells[c], s.blanks).(int); ok {
			return strconv.Itoa(n)
		}
	}
	return formula
}

// appendContent writes the type, the formula and the value of a cell.
func appendContent(out []byte, v any, formula string) []byte {
	if n, ok := v.(shared); ok {
		return append(strconv.AppendInt(append(out, ` t="s"><v>`...), int64(n), 10), `</v>`...)
	}
	text, isText := v.(string)
	switch {
	case isText && formula == "":
		out = append(out, ` t="inlineStr"><is><t`...)
		if strings.TrimSpace(text) != text {
			out = append(out, ` xml:space="preserve"`...)
		}
		out = appendText(append(out, '>'), text)
		return append(out, `</t></is>`...)
	case isText || v == nil && formula != "":
		out = append(out, ` t="str"`...)
	}
	out = append(out, '>')
	if formula != "" {
		out = append(append(append(out, `<f>`...), formula...), `</f>`...)
	}
	switch v := v.(type) {
	case string:
		out = append(appendText(append(out, `<v>`...), v), `</v>`...)
	case int:
		out = append(strconv.AppendInt(append(out, `<v>`...), int64(v), 10), `</v>`...)
	case float64:
		out = append(strconv.AppendFloat(append(out, `<v>`...), v, 'f', -1, 64), `</v>`...)
	}
	return out
}

// appendText writes text that is clean already.
func appendText(out []byte, text string) []byte {
	for i := range len(text) {
		switch c := text[i]; {
		case c == '&':
			out = append(out, `&amp;`...)
		case c == '<':
			out = append(out, `&lt;`...)
		case c == '>':
			out = append(out, `&gt;`...)
		case c == '"':
			out = append(out, `&quot;`...)
		case c == '_' && codeLike(text[i:]):
			out = append(out, `_x005F_`...)
		default:
			out = append(out, c)
		}
	}
	return out
}

// codeLike tells whether the text begins with what Excel would take for the code of a character, "_x0041_". Its first
// underscore is written as such a code then.
func codeLike(s string) bool {
	if len(s) < 7 || s[1] != 'x' || s[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
}
