package layout

import "boardpack/report/pdf/tag"

// Strip is facts side by side, each a label over its value, in rows of columns of given widths: what a paper is, or how a recommendation
// stands. It is a list to those who listen.
type Strip struct {
	Rows   [][]Fact
	Widths []float64 // of the columns, with the space at their right
	Tinted bool      // on a pale ground; else between lines
	Strong bool      // values are bold
}

// Fact is one label with its value. Without a label its place stays empty.
type Fact struct {
	Name  string
	Value []Run
	Lang  string
}

func (l Strip) set(f *flow, parent *tag.Elem) {
	list := parent.New(tag.L)
	list.List = tag.Unnumbered
	for i, facts := range l.Rows {
		r := row{whole: true, top: mm(0.6), bottom: mm(0.6)}
		if l.Tinted {
			r.fill, r.top, r.bottom = Tint, mm(1), mm(1)
		} else {
			r.rule, r.thick = Strong, hairline
			if i < len(l.Rows)-1 {
				r.rule = 0
			}
		}
		if i == 0 {
			r.before = mm(1.2)
			if !l.Tinted {
				f.add(strip{before: mm(1.2), height: thickLine, keep: true, items: []item{{what: box{w: f.geo.bodyWidth(), h: thickLine, fill: Accent}}}})
				r.before = mm(0.6)
			}
		}
		x := 0.0
		if l.Tinted {
			x = mm(2)
		}
		for j, fact := range facts {
			if fact.Name != "" {
				r.columns = append(r.columns, l.fact(f, list, fact, x, l.Widths[j]))
			}
			x += l.Widths[j]
		}
		f.addRow(r)
	}
}

func (l Strip) fact(f *flow, list *tag.Elem, fact Fact, x, width float64) rowColumn {
	body := list.New(tag.LI).New(tag.LBody)
	label := Style{Size: TableSize, Leading: tableLeading, Ink: Muted}
	value := Style{Size: TableSize, Leading: tableLeading, Bold: l.Strong}
	strips := f.text(body.New(tag.P), Plain(fact.Name), label, width-cellGap(), Left)
	elem := body.New(tag.P)
	elem.Lang = fact.Lang
	return rowColumn{x: x, strips: append(strips, f.text(elem, fact.Value, value, width-cellGap(), Left)...)}
}

// Told is a label with a text beside it. The text goes on over pages.
type Told struct {
	Name  string
	Text  []Run
	Lang  string
	Label float64 // width of the label, with the space at its right
}

func (t Told) set(f *flow, parent *tag.Elem) {
	body, small := Body(), Style{Size: TableSize, Leading: 16.2, Ink: Muted}
	name := f.text(parent.New(tag.P), Plain(t.Name), small, t.Label-cellGap(), Left)
	elem := parent.New(tag.P)
	elem.Lang = t.Lang
	text := f.text(elem, t.Text, body, f.geo.bodyWidth()-t.Label, Left)
	f.addRow(row{before: mm(1.1), columns: []rowColumn{{strips: name}, {x: t.Label, strips: text}}})
}
