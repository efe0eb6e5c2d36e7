package layout

import (
	"math"

	"boardpack/report/pdf/tag"
)

// Columns sets blocks side by side; each column goes on over pages by itself. It is read column by column.
type Columns struct {
	Gap     float64
	Columns [][]Upright // Heading, Paragraph, List and other blocks of one column
	Widths  []float64   // in points; equal shares when empty
	Whole   bool        // kept on one page where it fits on one
	Before  float64     // space above, when more than that of the blocks
}

func (c Columns) set(f *flow, parent *tag.Elem) {
	r := row{whole: c.Whole, before: c.Before}
	var x float64
	for i, blocks := range c.Columns {
		width := c.width(f, i)
		var strips []strip
		sect := parent.New(tag.Sect)
		for _, b := range blocks {
			strips = append(strips, b.strips(f, sect, width)...)
		}
		if len(strips) > 0 {
			r.before = max(r.before, strips[0].before)
		}
		r.columns = append(r.columns, rowColumn{x: x, strips: strips})
		x += width + c.Gap
	}
	f.addRow(r)
}

// width of a column. Rounding down keeps the sum within the page.
func (c Columns) width(f *flow, i int) float64 {
	if i < len(c.Widths) {
		return c.Widths[i]
	}
	n := float64(len(c.Columns))
	return math.Floor((f.geo.bodyWidth() - c.Gap*(n-1)) / n)
}
