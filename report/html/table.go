package html

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report/content"
)

// view draws a table of the Document as a part shows it.
func (p *page) view(list []said[*content.Block]) {
	tables := make([]said[*content.Table], len(list))
	for i, b := range list {
		t := b.by.doc.Shown(b.it.Table)
		tables[i] = said[*content.Table]{b.by, &t}
	}
	v, t := list[0].it.Table, tables[0].it
	bare := v.Bare || v.Inline != nil
	text := func(class string, part func(*content.Table) content.Text) {
		p.put("<p", class, ">")
		p.tell(pick(tables, part))
		p.put("</p>\n")
	}
	switch {
	case t.Len() == 0 && !bare:
		text("", func(t *content.Table) content.Text { return t.Empty })
		return
	case !bare:
		text("", func(t *content.Table) content.Text { return t.Purpose })
	}
	p.table(tables)
	if !bare {
		for i := range t.Notes {
			text(" class=note", func(t *content.Table) content.Text { return t.Notes[i] })
		}
	}
}

// sameTables tells whether tables can be drawn as one.
func (p *page) sameTables(list []said[*content.Table]) bool {
	for _, t := range list[1:] {
		if t.it == nil || !slices.Equal(shapeOf(t.it), shapeOf(list[0].it)) {
			return false
		}
	}
	return true
}

// table draws a table. Its first column heads its rows; where there is little room, a row becomes a block of labels with what each is.
func (p *page) table(list []said[*content.Table]) {
	t := list[0].it
	class := p.kind(list)
	p.put("<table class=\"", class)
	if len(t.Columns) > 1 && t.Columns[1].Heading != "" {
		p.put(" labelled")
	}
	if len(t.Columns) > 2 && t.Columns[1].ID == "short" {
		p.put(" texted")
	}
	if t.Len() > many {
		p.put(" many")
	}
	if t.Close {
		p.put(" close")
	}
	p.put("\">\n<caption class=hidden>")
	p.tell(pick(list, func(t *content.Table) content.Text { return t.Title }))
	p.put("</caption>\n")
	p.heads(len(t.Columns), func(i int) ([]said[content.Text], bool) {
		return pick(list, func(t *content.Table) content.Text { return content.Text{{Text: t.Columns[i].Heading}} }), isNumber(t.Columns[i].Kind)
	})
	due := p.due(list[0].by.doc, t)
	p.put("<tbody>\n")
	for r := range t.Len() {
		rows := pick(list, func(t *content.Table) content.Row { return t.Row(r) })
		if len(rows[0].it.Group) > 0 {
			if r > 0 {
				p.put("</tbody>\n<tbody>\n")
			}
			p.put("<tr><th scope=rowgroup class=group colspan=", strconv.Itoa(len(t.Columns)), ">")
			p.tell(pick(rows, func(r content.Row) content.Text { return r.Group }))
			p.put("</th></tr>\n")
		}
		p.row(t.Columns, rows, due)
	}
	p.put("</tbody>\n</table>\n")
}

// heads are the headings of the columns; none for a table without any.
func (p *page) heads(n int, of func(i int) (texts []said[content.Text], number bool)) {
	some := false
	for i := range n {
		texts, _ := of(i)
		some = some || texts[0].it.Plain() != ""
	}
	if !some {
		return
	}
	p.put("<thead>\n<tr>")
	for i := range n {
		texts, number := of(i)
		p.put("<th scope=col")
		if number {
			p.put(" class=n")
		}
		p.put(">")
		p.tell(texts)
		p.put("</th>")
	}
	p.put("</tr>\n</thead>\n")
}

// row draws one row.
func (p *page) row(columns []content.Column, list []said[content.Row], due map[string]string) {
	row := &list[0].it
	p.put("<tr")
	if row.Total {
		p.put(" class=total")
	}
	if is := due[row.Key]; is != "" {
		p.put(" data-is=", is)
	}
	p.put(">")
	for i := range row.Cells {
		cells := pick(list, func(r content.Row) *content.Cell { return &r.Cells[i] })
		end := "</td>"
		if i == 0 {
			end = "</th>"
			p.put("<th scope=row")
		} else {
			p.put("<td")
		}
		if isNumber(columns[i].Kind) {
			p.put(" class=n")
		}
		switch c := &row.Cells[i]; {
		case c.Date.IsZero():
		case len(c.Runs) > 0:
			p.put(" data-at=", c.Date.String())
		default:
			p.put(" class=d")
		}
		p.put(">")
		if row.Cells[i].Kind == content.KindRating {
			p.rating(cells)
		} else if links := p.keyCell(cells); !links {
			p.tell(p.cells(cells))
		}
		p.put(end)
	}
	p.put("</tr>\n")
}

// keyCell draws the cell of a recommendation as a link to its card, in each language; false for any other cell.
func (p *page) keyCell(cells []said[*content.Cell]) bool {
	c := cells[0].it
	if c.Kind != content.KindKey || !p.keys[c.Text] {
		return false
	}
	for _, cell := range cells {
		class := ""
		if len(cells) > 1 {
			class = " class=" + cell.by.lang
		}
		p.put("<a", class, " href=#", cell.by.lang, "-", content.Anchor(c.Text), ">", escaped(c.Text), "</a>")
	}
	return true
}

func isNumber(k content.Kind) bool {
	return k == content.KindCount || k == content.KindDays || k == content.KindPercent
}

// rating draws a rating as its word behind its shape.
func (p *page) rating(cells []said[*content.Cell]) {
	p.put("<b class=\"rating ", ratingClass(string(cells[0].it.Rating())), "\">")
	p.tell(p.cells(cells))
	p.put("</b>")
}

func ratingClass(rating string) string {
	return "is-" + strings.NewReplacer(" ", "-", "_", "-").Replace(rating)
}

// due gives, of a table whose rows can be chosen, what each recommendation is among.
func (p *page) due(doc *content.Document, t *content.Table) map[string]string {
	for _, s := range doc.Web.Sections {
		for i := range s.Blocks {
			if c := s.Blocks[i].Choices; c != nil && c.Table == t.ID {
				out := map[string]string{}
				for _, f := range c.Fields {
					if f.ID != "" {
						continue
					}
					for _, o := range f.Options {
						for _, k := range o.Keys {
							out[k] = o.ID
						}
					}
				}
				return out
			}
		}
	}
	return nil
}

// label is the headings of one kind of table, in each language, for the style sheet, which sets them before the cells where there is no
// room for columns.
type label struct {
	by    []*voice
	heads [][]string // of each voice
}

// kind gives the class of a table by its name and headings, and notes these.
func (p *page) kind(list []said[*content.Table]) string {
	var l label
	for _, t := range list {
		var heads []string
		for _, c := range t.it.Columns {
			heads = append(heads, c.Heading)
		}
		l.by, l.heads = append(l.by, t.by), append(l.heads, heads)
	}
	return p.labelled(safe(list[0].it.ID), l)
}

// labelled gives tables of a name the same class as far as their headings are the same.
func (p *page) labelled(id string, l label) string {
	base := "t-" + id
	if len(l.by) == 1 && len(p.voices) > 1 {
		base += "-" + l.by[0].lang
	}
	class := base
	for n := 2; ; n++ {
		known, ok := p.labels[class]
		if !ok {
			p.labels[class] = l
		}
		if !ok || slices.EqualFunc(known.heads, l.heads, slices.Equal) {
			return class
		}
		class = base + "-" + strconv.Itoa(n)
	}
}
