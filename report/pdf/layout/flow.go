package layout

import (
	"boardpack/report/pdf/finish"
	"boardpack/report/pdf/tag"
)

// flow sets pieces on pages, one below the other.
type flow struct {
	fonts   *Fonts
	palette Palette
	chrome  Chrome
	geo     Geometry // of the page that is being set
	known   pages    // where places were found before
	trial   bool     // to find out what stands where: nothing is kept of what is set

	done    func(p *page, n int) // takes each page when it is full, with its number from 1; nil in a trial
	last    *page                // that is being set
	count   int                  // of the pages that are begun
	y       float64              // the next free place on the last page
	fresh   bool                 // nothing stands on the last page yet
	pending []strip              // strips that must not be parted from what comes next
	onBreak func()               // draws what each new page repeats: a table's headings

	annots  []finish.Annot
	targets []string // by annotation: the ID it leads to
	serial  int      // names headings that have no ID
	places  map[string]finish.Point
	begins  []string       // IDs of the sections that begin with what is set next
	ends    map[string]int // by ID of a section, the page on which it ends
	outline []bookmark
}

func newFlow(fonts *Fonts, palette Palette, chrome Chrome, known pages) *flow {
	return &flow{fonts: fonts, palette: palette, chrome: chrome, known: known, geo: chrome.around(fonts, geometry(true)), places: map[string]finish.Point{},
		ends: map[string]int{}}
}

// try is a flow like this one of which nothing is kept, with so many pages behind it.
func (f *flow) try(pages int) *flow {
	trial := newFlow(f.fonts, f.palette, f.chrome, f.known)
	trial.trial, trial.count = true, pages
	return trial
}

// turn starts a new page, unless nothing stands on this one.
func (f *flow) turn() {
	f.release()
	if f.count == 0 || !f.fresh {
		f.newPage()
	}
}

func (f *flow) newPage() {
	f.finish()
	f.geo = f.chrome.around(f.fonts, geometry(f.count == 0))
	f.last = &page{Geometry: f.geo}
	f.count++
	f.y = f.geo.Top
	f.fresh = true
	if f.onBreak != nil {
		f.onBreak()
	}
}

// finish hands over the page that is full.
func (f *flow) finish() {
	if f.last != nil && f.done != nil {
		f.done(f.last, f.count)
	}
	f.last = nil
}

// room is the height that is left on the page.
func (f *flow) room() float64 {
	if f.count == 0 {
		f.newPage()
	}
	return f.geo.bodyBottom() - f.y
}

// add sets a strip below what stands already, across the whole width.
func (f *flow) add(s strip) {
	if s.keep {
		f.pending = append(f.pending, s)
		return
	}
	f.reserve(s.before + s.height)
	f.set(s, f.geo.Left)
}

func (f *flow) addAll(strips []strip) {
	for _, s := range strips {
		f.add(s)
	}
}

// reserve sees to it that the strips that wait and a piece of this height stand on one page, if one page can hold them at all. Then it
// sets those that waited.
func (f *flow) reserve(height float64) {
	need := height
	for _, s := range f.pending {
		need += s.before + s.height
	}
	if f.room() < need && !f.fresh {
		f.newPage()
	}
	f.release()
	if f.room() < height && !f.fresh {
		f.newPage()
	}
}

// release sets the strips that waited, wherever the page ends.
func (f *flow) release() {
	waiting := f.pending
	f.pending = nil
	for _, s := range waiting {
		if f.room() < s.before+s.height && !f.fresh {
			f.newPage()
		}
		f.set(s, f.geo.Left)
	}
}

// set places one strip at the free place and moves on below it.
func (f *flow) set(s strip, x float64) {
	if !f.fresh {
		f.y += s.before
	}
	f.fresh = false
	f.place(s, x, f.y)
	f.y += s.height
}

// place puts a strip's items on the page and its marks, links and ID into the tree.
func (f *flow) place(s strip, x, y float64) {
	here := finish.Point{Page: f.count - 1, Y: f.geo.Height - y + 6}
	if s.id != "" {
		f.places[s.id] = here
	}
	if len(s.items) > 0 {
		for _, id := range f.begins {
			if id != "" {
				f.places[id] = here
			}
		}
		f.begins = nil
	}
	if f.trial {
		return
	}
	for _, it := range s.items {
		if it.what != nil {
			if m, begun := f.last.put(it, x, y); begun && it.elem != nil {
				it.elem.AddMark(f.count-1, m.id)
			}
		}
		if it.link != nil {
			f.annotate(it, x+it.x, y+it.y)
		}
	}
	if s.figure != nil {
		s.figure.BBox = &tag.Box{x, f.geo.Height - y - s.height, x + s.width, f.geo.Height - y}
	}
}

// annotate adds a link annotation under its Link element.
func (f *flow) annotate(it item, x, y float64) {
	height := f.geo.Height
	it.elem.AddAnnot(len(f.annots))
	f.annots = append(f.annots, finish.Annot{
		Page: f.count - 1,
		Left: x, Right: x + it.link.w, Top: height - y + it.link.h, Bottom: height - y - linkBelow,
		URL: it.link.url, Contents: it.link.says,
	})
	f.targets = append(f.targets, it.link.to)
}

// linkBelow is how far the part of a page that can be pressed reaches below the baseline.
const linkBelow = 3

// bookmark is a line of the outline that leads to the place with an ID.
type bookmark struct {
	title string
	level int
	id    string
}
