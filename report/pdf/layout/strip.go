package layout

import "boardpack/report/pdf/tag"

// strip is a slice of a page that is never cut: a line of text, or a whole chart.
type strip struct {
	height float64
	before float64 // space above, left out at the top of a page
	keep   bool    // must be followed by another strip on its page
	id     string  // a place that links go to
	items  []item
	figure *tag.Elem // the drawing that the strip is, whose place the tree must know
	width  float64   // of that drawing
}

// item is something to draw, x and y measured from the strip's upper left corner, and the element it belongs to: nil for artifacts,
// which are decoration and not spoken.
type item struct {
	elem *tag.Elem
	x, y float64
	what drawing // nil for a link over what is drawn already
	link *link
}

// drawing is text or a shape; pen.go draws it.
type drawing interface {
	draw(p *pen, x, y float64)
}

// link is where an item leads; w and h give the part of the page that can be pressed, from the item's own place upwards.
type link struct {
	to, url, says string
	w, h          float64
}

// placed is an item with its place on a page.
type placed struct {
	x, y float64
	what drawing
}

// mark is a stretch of a page that belongs to one element.
type mark struct {
	elem  *tag.Elem
	id    int // the mark's number on its page; -1 for artifacts
	items []placed
}

// page is what is to be drawn on a page.
type page struct {
	Geometry
	marks []mark
	count int // of marks that belong to elements
}

// put adds an item, to the last mark when it belongs to the same element. It reports whether a new mark was begun.
func (p *page) put(it item, x, y float64) (mark, bool) {
	where := placed{x: x + it.x, y: y + it.y, what: it.what}
	if n := len(p.marks); n > 0 && p.marks[n-1].elem == it.elem {
		p.marks[n-1].items = append(p.marks[n-1].items, where)
		return p.marks[n-1], false
	}
	m := mark{elem: it.elem, id: -1, items: []placed{where}}
	if it.elem != nil {
		m.id = p.count
		p.count++
	}
	p.marks = append(p.marks, m)
	return m, true
}

// height adds up strips as they stand below each other.
func stripsHeight(strips []strip) float64 {
	var sum float64
	for i, s := range strips {
		sum += s.height
		if i > 0 {
			sum += s.before
		}
	}
	return sum
}
