package layout

import "boardpack/report/pdf/tag"

// OnePage sets the first of its variants that fits on one page, and the last of all when none does. It goes on on the page that is begun
// where more than Unless is left of it, or a third where no variant fits on one page, if it does not end with little on a page.
type OnePage struct {
	Unless   float64 // 0 for always a new page
	Variants []func() []Block
}

func (o OnePage) set(f *flow, parent *tag.Elem) {
	blocks, turn := o.choose(f)
	if turn {
		f.turn()
	}
	for _, b := range blocks {
		b.set(f, parent)
	}
}

// choose gives the variant to set, and whether on a new page.
func (o OnePage) choose(f *flow) (blocks []Block, turn bool) {
	first := o.Variants[0]()
	goesOn := func(least float64) bool {
		return o.Unless > 0 && f.count > 0 && !f.fresh && f.room() >= least && f.endsWell(first)
	}
	if goesOn(o.Unless) {
		return first, false
	}
	for _, variant := range o.Variants {
		if blocks = variant(); f.fits(blocks) {
			return blocks, true
		}
	}
	if goesOn((f.geo.bodyBottom() - f.geo.Top) / 3) {
		return first, false
	}
	return blocks, true
}

// fits sets blocks on a page that is thrown away, of the kind that is set next.
func (f *flow) fits(blocks []Block) bool {
	next := f.count
	if next > 0 && f.fresh && len(f.pending) == 0 {
		next-- // the page that is begun is still empty
	}
	trial := f.try(next)
	trial.newPage()
	for _, b := range blocks {
		b.set(trial, tag.NewTrial())
	}
	trial.release()
	return trial.count == next+1
}

// endsWell tells whether blocks that go on here end on this page, or fill a good part of the one on which they end.
func (f *flow) endsWell(blocks []Block) bool {
	trial := f.try(1)
	trial.geo, trial.y = f.geo, f.y
	for _, b := range blocks {
		b.set(trial, tag.NewTrial())
	}
	trial.release()
	return trial.count == 1 || trial.y-trial.geo.Top > (trial.geo.bodyBottom()-trial.geo.Top)/3
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
