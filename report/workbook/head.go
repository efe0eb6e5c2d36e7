package workbook

import (
	"cmp"

	"boardpack/report/content"
)

// addLines writes what stands above the rows of the table: the title in A1, the purpose in A2, the other lines below, each in column A, and
// the heading of the table.
func (s *sheetPart) addLines() {
	s.addLine(1, line{text: s.title, height: titleHeight}, roleTitle)
	s.addLine(2, line{text: s.purpose}, roleLine)
	for i, l := range s.grid.lines {
		role := roleLine
		if l.strong {
			role = roleStrongLine
		}
		s.addLine(firstLine+i, l, role)
	}
	s.addHeading()
}

func (s *sheetPart) addLine(row int, l line, r role) {
	s.before = appendRowStart(s.before, row, cmp.Or(l.height, plainHeight))
	if l.text != "" {
		var text any = content.Clean(l.text)
		if l.formula == "" {
			text = s.share(content.Clean(l.text))
		}
		s.before = appendCell(s.before, "A", row, s.book.styles.id(look{role: r}), text, escapeXML(l.formula))
	}
	s.before = append(s.before, `</row>`...)
}

// addHeading writes the heading of the table. A table without rows is a sentence, and no table.
func (s *sheetPart) addHeading() {
	if len(s.table.Rows) == 0 {
		s.addLine(s.grid.header, line{text: s.table.Empty.Plain()}, roleLine)
		return
	}
	s.before = appendRowStart(s.before, s.grid.header, s.grid.headHeight)
	for c, column := range s.table.Columns {
		style := s.book.styles.id(look{role: roleHead, kind: column.Kind, off: indentOf(s.table, c) > 0})
		s.before = appendCell(s.before, s.columns[c].letters, s.grid.header, style, s.share(column.Heading), "")
	}
	s.before = append(s.before, `</row>`...)
}

// shared is the number of a text that several sheets share, such as a heading.
type shared int

// share gives the number of a text that is clean. Excel wants a file to have a list of them; the texts of rows stand in their cells.
func (b *book) share(text string) shared {
	if _, ok := b.shared[text]; !ok {
		b.shared[text] = shared(len(b.shared))
		b.sharedXML = append(appendText(append(b.sharedXML, `<si><t xml:space="preserve">`...), text), `</t></si>`...)
	}
	return b.shared[text]
}
