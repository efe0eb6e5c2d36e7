package layout

import (
	"math"
	"slices"

	"boardpack/report/pdf/tag"
)

// Facts is a list of names and values, such as a recommendation's owner and dates. It is tagged as a table of two columns, the names
// as headings of their rows.
type Facts struct {
	Title string
	Facts []Fact
	Size  float64 // of the text; TableSize when zero
	Lines bool    // between the facts
	Pairs bool    // two facts in each row
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
	each := 1
	if l.Pairs {
		each = 2
	}
	width := math.Floor((f.geo.bodyWidth() - factGap*float64(each-1)) / float64(each))
	names := l.names(f, width)
	table := parent.New(tag.Table)
	table.Title = l.Title
	body := table.New(tag.TBody)
	for i, some := range slices.Collect(slices.Chunk(l.Facts, each)) {
		r := row{top: factPad, bottom: factPad}
		if l.Lines {
			r.top, r.bottom, r.rule = cellPadY, cellPadY, Rule
		}
		if i == 0 {
			r.before = 6
		}
		tr := body.New(tag.TR)
		for j := range each {
			var fact Fact
			if j < len(some) {
				fact = some[j]
			}
			r.columns = append(r.columns, l.fact(f, tr, fact, float64(j)*(width+factGap), names, width)...)
		}
		f.addRow(r)
	}
}

// factGap stands between two facts of a row.
const factGap = 20

// names is the width of the names: as wide as they need, up to a part of the whole.
func (l Facts) names(f *flow, width float64) float64 {
	var widest float64
	for _, fact := range l.Facts {
		widest = max(widest, f.fonts.measure(fact.Name, false, l.Size)+0.5)
	}
	return snap(min(widest, width*0.45))
}

func (l Facts) fact(f *flow, tr *tag.Elem, fact Fact, left, names, width float64) []rowColumn {
	if fact.Name == "" {
		tr.New(tag.TD).Span = 2
		return nil
	}
	style := tableStyle(l.Size)
	muted := style
	muted.Ink = Muted
	th := tr.New(tag.TH)
	th.Scope = "Row"
	td := tr.New(tag.TD)
	td.Lang = fact.Lang
	x := names + cellGap
	return []rowColumn{
		{x: left, strips: f.text(th, Plain(fact.Name), muted, names, Left)},
		{x: left + x, strips: f.text(td, fact.Value, style, width-x, Left)},
	}
}
