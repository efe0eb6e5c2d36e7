package layout

import (
	"strconv"

	"boardpack/report/pdf/tag"
)

// List is a list with bullets or numbers.
type List struct {
	Numbered bool
	Items    [][]Run
	Style    Style // Body when zero
}

func (l List) set(f *flow, parent *tag.Elem) { f.addAll(l.strips(f, parent, f.geo.bodyWidth())) }

func (l List) strips(f *flow, parent *tag.Elem, width float64) []strip {
	if len(l.Items) == 0 {
		return nil
	}
	if l.Style.Size == 0 {
		l.Style = Body()
		l.Style.Before = mm(0.7)
	}
	list := parent.New(tag.L)
	list.List = tag.Disc
	widest := "\u2022"
	if l.Numbered {
		list.List = tag.Decimal
		widest = strconv.Itoa(len(l.Items)) + "."
	}
	indent := snap(f.fonts.measure(widest, l.Numbered, l.Style.Size) + l.Style.Size*0.6)
	var strips []strip
	for i, runs := range l.Items {
		strips = append(strips, l.item(f, list, i, runs, indent, width)...)
	}
	return strips
}

func (l List) item(f *flow, list *tag.Elem, i int, runs []Run, indent, width float64) []strip {
	li := list.New(tag.LI)
	label := "\u2022"
	if l.Numbered {
		label = strconv.Itoa(i+1) + "."
	}
	lbl := li.New(tag.Lbl)
	strips := f.text(li.New(tag.LBody), runs, l.Style, width-indent, Left)
	for s := range strips {
		indentItems(strips[s].items, indent)
	}
	first := item{elem: lbl, y: l.Style.baseline(), what: words{text: label, bold: l.Numbered, size: l.Style.Size, ink: l.Style.Ink}}
	strips[0].items = append([]item{first}, strips[0].items...)
	return strips
}

func indentItems(items []item, by float64) {
	for i := range items {
		items[i].x += by
	}
}
