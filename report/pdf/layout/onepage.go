package layout

import "boardpack/report/pdf/tag"

// OnePage sets the first of its variants that fits on one page, and the last of all when none does. Where more of a page is left than
// Unless, the first goes on there.
type OnePage struct {
	Unless   float64
	Variants []func() []Block
}

func (o OnePage) set(f *flow, parent *tag.Elem) {
	if len(f.pages) > 0 && !f.fresh && o.Unless > 0 && f.room() >= o.Unless {
		for _, b := range o.Variants[0]() {
			b.set(f, parent)
		}
		return
	}
	f.turn()
	for i, variant := range o.Variants {
		if blocks := variant(); i == len(o.Variants)-1 || f.fits(blocks) {
			for _, b := range blocks {
				b.set(f, parent)
			}
			return
		}
	}
}

// fits sets blocks on a page that is thrown away, of the kind that is set next.
func (f *flow) fits(blocks []Block) bool {
	trial := newFlow(f.fonts, f.palette, f.chrome, f.known)
	trial.pages = make([]*page, len(f.pages)-1)
	trial.newPage()
	for _, b := range blocks {
		b.set(trial, tag.NewRoot())
	}
	trial.release()
	return len(trial.pages) == len(f.pages)
}

// OneLine sets the first of its headings that fits on one line, and the last where none does.
type OneLine struct {
	Variants []Heading
}

func (o OneLine) set(f *flow, parent *tag.Elem) {
	for i, h := range o.Variants {
		runs := h.Text
		style := headingStyle(max(h.Level, h.Look))
		if i == len(o.Variants)-1 || len(f.text(nil, runs, style, f.geo.bodyWidth(), Left)) == 1 {
			h.set(f, parent)
			return
		}
	}
}
