package layout

// row is several columns of strips side by side: a row of a table, or blocks in columns.
type row struct {
	columns     []rowColumn
	before      float64 // space above, left out at the top of a page
	top, bottom float64 // space within, above and below the strips
	rule        Ink     // colour of the line below; none when zero
	thick       float64 // of that line
	above       bool    // a line above, too
	id          string
	fill        Ink  // colour behind the row; none when zero
	whole       bool // never split unless it is taller than a page
}

type rowColumn struct {
	x      float64 // from the left margin
	strips []strip
}

func (r row) height() float64 {
	var tallest float64
	for _, c := range r.columns {
		tallest = max(tallest, stripsHeight(c.strips))
	}
	return r.top + tallest + r.bottom
}

// least is the height of the smallest part worth leaving at the foot of a page: three strips of each column.
func (r row) least() float64 {
	var tallest float64
	for _, c := range r.columns {
		tallest = max(tallest, stripsHeight(c.strips[:min(3, len(c.strips))]))
	}
	return r.top + tallest + r.bottom
}

// addRow sets a row. What fits on the page stays whole; a row much taller than the rest of the page goes on over as many pages
// as it needs, so that no text is ever cut off; others start on the next page.
func (f *flow) addRow(r row) {
	if height := r.before + r.height(); height <= f.room() {
		f.reserve(height)
	} else {
		f.reserve(f.needed(r))
	}
	if !f.fresh {
		f.y += r.before
	}
	for {
		part, rest := r.split(f.room())
		f.setRow(part)
		if rest == nil {
			return
		}
		f.newPage()
		r = *rest
	}
}

// needed is the height that a row must find on a page to begin there: all of it, or for a tall one its first lines.
func (f *flow) needed(r row) float64 {
	page := f.geo.bodyBottom() - f.geo.Top
	if height := r.height(); height <= splitRow() || r.whole && height <= page {
		return r.before + height
	}
	return r.before + r.least()
}

// split parts a row into what fits in a height and the rest, nil when all fits. At least one strip of each column is taken, so that
// splitting always comes to an end.
func (r row) split(room float64) (row, *row) {
	if r.height() <= room {
		return r, nil
	}
	part, rest := r, r
	part.columns = make([]rowColumn, len(r.columns))
	rest.columns = make([]rowColumn, len(r.columns))
	rest.id = ""
	left := false
	for i, c := range r.columns {
		n := taken(c.strips, room-r.top-r.bottom)
		part.columns[i] = rowColumn{x: c.x, strips: c.strips[:n]}
		rest.columns[i] = rowColumn{x: c.x, strips: c.strips[n:]}
		left = left || n < len(c.strips)
	}
	if !left {
		return r, nil
	}
	part.rule = 0
	return part, &rest
}

// taken counts the strips that fit in a height, without leaving strips at the end that must be followed by another.
func taken(strips []strip, room float64) int {
	var sum float64
	n := 0
	for n < len(strips) {
		sum += strips[n].height
		if n > 0 {
			sum += strips[n].before
		}
		if sum > room {
			break
		}
		n++
	}
	if n == len(strips) {
		return n
	}
	for kept := n; kept > 0; kept-- {
		if !strips[kept-1].keep {
			return kept
		}
	}
	return max(n, 1)
}

// setRow draws a row, or a part of one, where the flow stands.
func (f *flow) setRow(r row) {
	height := r.height()
	width := f.geo.bodyWidth()
	var behind strip
	if r.fill != 0 {
		behind.items = append(behind.items, item{what: box{w: width, h: height, fill: r.fill}})
	}
	if r.above {
		behind.items = append(behind.items, item{y: -r.thick, what: box{w: width, h: r.thick, fill: r.rule}})
	}
	behind.id = r.id
	f.place(behind, f.geo.Left, f.y)
	for _, c := range r.columns {
		y := f.y + r.top
		for i, s := range c.strips {
			if i > 0 {
				y += s.before
			}
			f.place(s, f.geo.Left+c.x, y)
			y += s.height
		}
	}
	f.y += height
	if r.rule != 0 {
		f.place(strip{items: []item{{what: box{w: width, h: r.thick, fill: r.rule}}}}, f.geo.Left, f.y)
	}
	f.fresh = false
}

// The lines: between rows, under the heads of tables, and above cards and tiles.
const (
	hairline   = 0.5
	strongLine = 1
	thickLine  = 1.5
)
