package workbook

import "cmp"

// What A4 on its side shows, in points.
const (
	paperWidth  = 784.0
	paperHeight = 494.0
	paperSpare  = 0.95 // of the height: programs differ a little in what they take for rows
	leastRows   = 4    // of a long table on the page where it begins
	emptyRow    = 15.0 // points of the row between two tables
)

// unit is what stays on one printed page, if a page has room for it: lines of a page, a chart with its words, a table with what is above it.
type unit struct {
	row    int     // the first
	height float64 // points, but for the rows of the table
	rows   []float64
	head   float64 // the heading, that of a table which goes on over pages
}

// paginate decides which rows begin a printed page.
func (t *tab) paginate() {
	room := t.room()
	used := 0.0
	t.breaks = nil
	for _, p := range t.pages {
		for _, u := range p.units() {
			needed := u.height + sumOf(u.rows)
			if needed > room { // it goes on over pages: a few rows are enough for a beginning
				p.spans = true
				needed = u.height + sumOf(u.rows[:min(leastRows, len(u.rows))])
			}
			if used > 0 && used+needed > room {
				t.breaks, used = append(t.breaks, u.row), 0
			}
			used += u.height
			for _, row := range u.rows {
				if used+row > room {
					used = u.head
				}
				used += row
			}
		}
		used += emptyRow
	}
}

// room is the height of a printed page, in points of the sheet.
func (t *tab) room() float64 {
	return paperHeight * paperSpare * max(1, sumOf(t.widths[:t.printed])*charWidth/paperWidth)
}

// units gives the units of a page, in order. A chart is parted from its words, and from the table below it, where a page has no room for both.
func (p *page) units() []unit {
	g := &p.grid
	out := []unit{{row: g.top, height: titleHeight}}
	if g.firstLine > g.top+1 {
		out[0].height += plainHeight
	}
	for i, l := range g.lines {
		if last := out[len(out)-1].height; l.apart || l.chart != nil && last+l.height > p.on.room() {
			out = append(out, unit{row: g.firstLine + i})
		}
		out[len(out)-1].height += cmp.Or(l.height, plainHeight)
	}
	if n := len(g.lines); n > 0 && g.lines[n-1].chart != nil && out[len(out)-1].height+g.headHeight+sumOf(g.heights) > p.on.room() {
		out = append(out, unit{row: g.header})
	}
	last := &out[len(out)-1]
	if last.rows, last.head = g.heights, g.headHeight; len(g.heights) == 0 {
		last.head = plainHeight
	}
	last.height += last.head
	return out
}
