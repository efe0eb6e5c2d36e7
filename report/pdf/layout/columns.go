package layout

import "boardpack/report/pdf/tag"

// Columns sets blocks side by side; each column goes on over pages by itself. It is read column by column.
type Columns struct {
	Gap     float64
	Columns [][]Block // Heading, Paragraph, List and other blocks of one column
	Whole   bool      // kept on one page where it fits on one
}

func (c Columns) set(f *flow, parent *tag.Elem) {
	n := float64(len(c.Columns))
	width := snap((f.geo.bodyWidth()-c.Gap*(n-1))/n - 0.01)
	r := row{whole: c.Whole}
	for i, blocks := range c.Columns {
		var strips []strip
		sect := parent.New(tag.Sect)
		for _, b := range blocks {
			if u, ok := b.(upright); ok {
				strips = append(strips, u.strips(f, sect, width)...)
			}
		}
		if len(strips) > 0 {
			r.before = max(r.before, strips[0].before)
		}
		r.columns = append(r.columns, rowColumn{x: snap(float64(i) * (width + c.Gap)), strips: strips})
	}
	f.addRow(r)
}
