package layout

import "boardpack/report/pdf/tag"

// Facts is a list of names and values, such as a recommendation's owner and dates. It is tagged as a table of two columns, the names
// as headings of their rows.
type Facts struct {
	Title string
	Facts []Fact
	Size  float64 // of the text; TableSize when zero
	Lines bool    // between the facts
	Name  float64 // width of the names; as wide as they need when zero
}

// Fact is one name with its value.
type Fact struct {
	Name  string
	Value []Run
	Lang  string
}

const factPad = 2

func (l Facts) set(f *flow, parent *tag.Elem) {
	if len(l.Facts) == 0 {
		return
	}
	if l.Size == 0 {
		l.Size = TableSize
	}
	style := tableStyle(l.Size)
	names := l.Name
	for _, fact := range l.Facts {
		if l.Name == 0 {
			names = max(names, f.fonts.measure(fact.Name, false, l.Size)+0.5)
		}
	}
	names = snap(min(names, f.geo.bodyWidth()/3))
	table := parent.New(tag.Table)
	table.Title = l.Title
	body := table.New(tag.TBody)
	for i, fact := range l.Facts {
		r := l.row(f, body.New(tag.TR), fact, style, names)
		if i == 0 {
			r.before = 6
		}
		f.addRow(r)
	}
}

func (l Facts) row(f *flow, tr *tag.Elem, fact Fact, style Style, names float64) row {
	th := tr.New(tag.TH)
	th.Scope = "Row"
	td := tr.New(tag.TD)
	td.Lang = fact.Lang
	muted := style
	muted.Ink = Muted
	x := names + cellGap
	r := row{top: factPad, bottom: factPad, columns: []rowColumn{
		{strips: f.text(th, Plain(fact.Name), muted, names, Left)},
		{x: x, strips: f.text(td, fact.Value, style, f.geo.bodyWidth()-x, Left)},
	}}
	if l.Lines {
		r.top, r.bottom, r.rule = cellPadY, cellPadY, Rule
	}
	return r
}
