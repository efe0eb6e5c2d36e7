package layout

import "boardpack/report/pdf/tag"

// OnePage sets the first of its variants that fits on one page, and the first of all when none does. It starts on a new page.
type OnePage struct {
	Variants [][]Block
}

func (o OnePage) set(f *flow, parent *tag.Elem) {
	f.turn(portrait())
	if len(o.Variants) == 0 {
		return
	}
	chosen := o.Variants[0]
	for _, blocks := range o.Variants {
		if f.fits(blocks) {
			chosen = blocks
			break
		}
	}
	for _, b := range chosen {
		b.set(f, parent)
	}
}

// fits sets blocks on a page that is thrown away.
func (f *flow) fits(blocks []Block) bool {
	trial := newFlow(f.fonts, f.palette, f.chrome)
	trial.turn(portrait())
	for _, b := range blocks {
		b.set(trial, tag.NewRoot())
	}
	trial.release()
	return len(trial.pages) == 1
}
