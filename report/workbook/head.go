package workbook

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"boardpack/report/content"
)

// addLines writes what stands above the rows of the table: the title in A1, the purpose in A2, the other lines below, each in column A, and
// the heading of the table.
func (b *body) addLines(stream *excelize.StreamWriter) error {
	lines := append([]line{{text: b.title, height: titleHeight}, {text: b.purpose}}, b.grid.lines...)
	for i, l := range lines {
		role := roleLine
		switch {
		case i == 0:
			role = roleTitle
		case l.strong:
			role = roleStrongLine
		}
		if l.newPage {
			if err := stream.InsertPageBreak(cellName(1, i+1)); err != nil {
				return err
			}
		}
		if err := b.addLine(i+1, l, role); err != nil {
			return err
		}
	}
	return b.addHeading()
}

func (b *body) addLine(row int, l line, r role) error {
	style, err := b.book.styles.id(look{role: r})
	if err != nil {
		return err
	}
	height := plainHeight
	if l.height > 0 {
		height = l.height
	}
	b.startRow(row, height)
	if l.text != "" {
		b.addCell("A", row, style, content.Clean(l.text), escapeXML(l.formula))
	}
	b.above = append(b.above, `</row>`...)
	return nil
}

// addHeading writes the heading of the table. A table without rows is a sentence, and no table.
func (b *body) addHeading() error {
	if len(b.table.Rows) == 0 {
		return b.addLine(b.grid.header, line{text: b.table.Empty.Plain()}, roleLine)
	}
	b.startRow(b.grid.header, b.grid.headHeight)
	for c, column := range b.table.Columns {
		style, err := b.book.styles.id(look{role: roleHead, kind: column.Kind, off: indentOf(b.table, c) > 0})
		if err != nil {
			return err
		}
		b.addCell(b.columns[c].letters, b.grid.header, style, column.Heading, "")
	}
	b.above = append(b.above, `</row>`...)
	return nil
}

func (b *body) startRow(n int, height float64) {
	b.above = append(b.above, `<row r="`...)
	b.above = strconv.AppendInt(b.above, int64(n), 10)
	b.above = append(b.above, `" ht="`...)
	b.above = strconv.AppendFloat(b.above, height, 'f', -1, 64)
	b.above = append(b.above, `" customHeight="1">`...)
}

// addCell adds a cell of text; formula is escaped.
func (b *body) addCell(letters string, row, style int, text, formula string) {
	b.above = append(append(b.above, `<c r="`...), letters...)
	b.above = strconv.AppendInt(b.above, int64(row), 10)
	b.above = append(b.above, `" s="`...)
	b.above = strconv.AppendInt(b.above, int64(style), 10)
	b.above = b.appendContent(append(b.above, '"'), text, formula)
	b.above = append(b.above, `</c>`...)
}
