package workbook

import (
	"cmp"

	"boardpack/report/content"
)

// addLines writes what is above the rows of the table: the title, the purpose below it, the other lines, each in column A, and the heading
// of the table. The first table of a sheet begins in A1.
func (s *block) addLines() {
	g := &s.grid
	if s.thin {
		s.addThinLine()
		s.addHeading()
		return
	}
	role := roleTitle
	if g.top > 1 {
		role = rolePart
	}
	s.addLine(g.top, line{text: s.page.title, height: titleHeight}, role)
	if g.firstLine > g.top+1 {
		s.addLine(g.top+1, line{text: s.page.purpose}, roleLine)
	}
	for i, l := range g.lines {
		role := roleLine
		if l.strong {
			role = roleStrongLine
		}
		s.addLine(g.firstLine+i, l, role)
	}
	s.addHeading()
}

// addThinLine writes the one line above the table of a thin sheet: the marking in A1, then the lines of the table, each in a cell of its
// own, which is not merged and runs on over those to its right.
func (s *block) addThinLine() {
	s.above = appendRowStart(s.above, 1, thinLine)
	style := s.book.styles.id(look{role: roleStrongLine, small: true})
	places := thinPlaces(s.page)
	for i, l := range s.lines {
		if l.text == "" {
			continue
		}
		var text any = content.Clean(l.text)
		if l.formula == "" {
			text = s.share(content.Clean(l.text))
		}
		s.above = appendCell(s.above, lettersOf(1+places[i]), 1, style, text, escapeXML(l.formula))
	}
	s.above = append(s.above, `</row>`...)
}

func (s *block) addLine(row int, l line, r role) {
	s.above = appendRowStart(s.above, row, cmp.Or(l.height, plainHeight))
	if l.text != "" {
		var text any = content.Clean(l.text)
		if l.formula == "" {
			text = s.share(content.Clean(l.text))
		}
		s.above = appendCell(s.above, "A", row, s.book.styles.id(look{role: r}), text, escapeXML(l.formula))
	}
	s.above = append(s.above, `</row>`...)
}

// addHeading writes the heading of the table. A table without rows is a sentence, and no table.
func (s *block) addHeading() {
	if len(s.table.Rows) == 0 {
		s.addLine(s.grid.header, line{text: s.table.Empty.Plain()}, roleLine)
		return
	}
	s.above = appendRowStart(s.above, s.grid.header, s.grid.headHeight)
	for c, column := range s.table.Columns {
		style := s.book.styles.id(look{role: roleHead, kind: column.Kind, off: s.indent(c), small: s.thin, left: s.thin})
		s.above = appendCell(s.above, s.columns[c].letters, s.grid.header, style, s.share(column.Heading), "")
	}
	if s.beyond > 0 {
		s.above = s.appendBeyond(s.above, s.grid.header, s.book.styles.id(look{role: roleHead}))
	}
	s.above = append(s.above, `</row>`...)
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
