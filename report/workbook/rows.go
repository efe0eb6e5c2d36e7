package workbook

import (
	"io"
	"strconv"
	"strings"

	"boardpack/report/content"
)

// body is what the file gets of a page when it is packed: the widths of the columns, the rows of the table, written straight
// into the compressed sheet, and the links. The library's own writer keeps every cell of a sheet in memory first, and its list of links takes time that
// grows with the square of their number.
type body struct {
	*drawer
	columns []bodyColumn
	styles  []int  // of all cells, row by row
	above   []byte // the rows before those of the table
	linked  strings.Builder
	n       int // of links
}

// bodyColumn is what the cells of a column mostly have in common.
type bodyColumn struct {
	letters string
	look    look // of the last cell
	style   int
	formula string // of the last cell
	escaped string
}

// maxLinks is the number of links that Excel allows on a sheet; a recommendation that is named later has none.
const maxLinks = 65530

func (d *drawer) newBody() *body {
	b := &body{drawer: d, columns: make([]bodyColumn, len(d.table.Columns)), styles: make([]int, 0, len(d.table.Rows)*len(d.table.Columns))}
	for c := range b.columns {
		b.columns[c].letters = strings.TrimRight(cellName(c+1, 1), "1")
	}
	return b
}

// addRows works out the styles and links of the table's cells: the styles must be known before the first part is written.
func (b *body) addRows() error {
	for r, row := range b.table.Rows {
		for c, cell := range row.Cells {
			to := b.addLink(r, c)
			style, err := b.style(c, b.lookOf(row, c, cell, to))
			if err != nil {
				return err
			}
			b.styles = append(b.styles, style)
		}
	}
	return nil
}

func (b *body) lookOf(row content.Row, c int, cell content.Cell, linked bool) look {
	column := &b.table.Columns[c]
	return look{role: roleBody, kind: kindOf(cell, column), total: row.Total, link: linked, left: !numeric(column.Kind),
		off: indentOf(b.table, c) > 0, signs: column.ID == "difference" || column.ID == "effect"}
}

// kindOf gives the cell's own kind, or else its column's: a column of text may hold a date.
func kindOf(c content.Cell, column *content.Column) content.Kind {
	if c.Kind == "" || wraps(column.Kind) && wraps(c.Kind) {
		return column.Kind
	}
	return c.Kind
}

func (b *body) style(c int, l look) (int, error) {
	column := &b.columns[c]
	if column.style > 0 && column.look == l {
		return column.style, nil
	}
	style, err := b.book.styles.id(l)
	column.look, column.style = l, style
	return style, err
}

// addLink notes the link of a cell, and tells whether it has one. They are real links rather than HYPERLINK formulas, because
// screen readers list those.
func (b *body) addLink(r, c int) bool {
	if b.links == nil {
		return false
	}
	to := b.links(r, b.table.Columns[c])
	if to.place == "" || b.n == maxLinks {
		return false
	}
	b.n++
	b.linked.WriteString(`<hyperlink ref="` + b.columns[c].letters + strconv.Itoa(b.grid.row(r)) + `" location="` + escapeXML(to.place))
	if to.tip != "" {
		b.linked.WriteString(`" tooltip="` + escapeXML(to.tip))
	}
	b.linked.WriteString(`"/>`)
	return true
}

// writeRows writes all rows.
func (b *body) writeRows(w io.Writer) error {
	out := b.above
	if _, err := w.Write(out); err != nil {
		return err
	}
	for r := range b.table.Rows {
		out = b.appendRow(out[:0], r)
		if _, err := w.Write(out); err != nil {
			return err
		}
	}
	return nil
}

func (b *body) appendRow(out []byte, r int) []byte {
	n := b.grid.row(r)
	out = append(out, `<row r="`...)
	out = strconv.AppendInt(out, int64(n), 10)
	out = append(out, `" ht="`...)
	out = strconv.AppendFloat(out, b.grid.heights[r], 'f', -1, 64)
	out = append(out, `" customHeight="1">`...)
	for c, cell := range b.table.Rows[r].Cells {
		out = append(out, `<c r="`...)
		out = append(out, b.columns[c].letters...)
		out = strconv.AppendInt(out, int64(n), 10)
		out = append(out, `" s="`...)
		out = strconv.AppendInt(out, int64(b.styles[r*len(b.columns)+c]), 10)
		out = append(out, '"')
		out = b.appendContent(out, value(cell, b.blanks), b.formulaXML(r, c))
		out = append(out, `</c>`...)
	}
	return append(out, `</row>`...)
}

// formulaXML gives the formula of a cell, escaped; in most columns it is the same in every row.
func (b *body) formulaXML(r, c int) string {
	if b.live == nil {
		return ""
	}
	column := &b.columns[c]
	if formula := b.live(r, b.table.Columns[c]); formula != column.formula {
		column.formula, column.escaped = formula, escapeXML(formula)
	}
	return column.escaped
}

// appendContent writes the type, the formula and the value of a cell.
func (b *body) appendContent(out []byte, v any, formula string) []byte {
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
func appendText(out []byte, s string) []byte {
	for i := range len(s) {
		switch c := s[i]; {
		case c == '&':
			out = append(out, `&amp;`...)
		case c == '<':
			out = append(out, `&lt;`...)
		case c == '>':
			out = append(out, `&gt;`...)
		case c == '_' && codeLike(s[i:]):
			out = append(out, `_x005F_`...)
		default:
			out = append(out, c)
		}
	}
	return out
}

// escapeCodes gives a text in which what Excel would take for the code of a character is none.
func escapeCodes(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if b.WriteByte(s[i]); s[i] == '_' && codeLike(s[i:]) {
			b.WriteString("x005F_")
		}
	}
	return b.String()
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
