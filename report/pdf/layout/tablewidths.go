package layout

import "strings"

// columnWidths shares out the width of the page.
func (s *tableSetter) columnWidths() []float64 {
	widths := make([]float64, len(s.Columns))
	left := s.flow.geo.bodyWidth() - cellGap*float64(len(s.Columns)-1)
	var weights float64
	for i, c := range s.Columns {
		switch {
		case c.Width > 0:
			widths[i] = snap(c.Width)
		case c.Fit:
			widths[i] = s.fit(i)
		default:
			weights += weight(c)
		}
		left -= widths[i]
	}
	if weights == 0 {
		return s.stretched(widths, left)
	}
	for i, c := range s.Columns {
		if widths[i] == 0 {
			widths[i] = snap(max(left, minShare*left) * weight(c) / weights)
		}
	}
	return s.squeezed(widths)
}

const (
	minShare = 0.2
	minWidth = 34 // of a column that has to give way
)

func weight(c Column) float64 {
	if c.Weight > 0 {
		return c.Weight
	}
	return 1
}

// fit is the width of the widest cell of a column on one line, but not more than a third of the page: longer texts wrap.
func (s *tableSetter) fit(column int) float64 {
	widest := s.widestWord(s.Columns[column].Head)
	for _, r := range s.Rows {
		if column < len(r.Cells) {
			widest = max(widest, s.natural(r.Cells[column].Runs, r.Bold))
		}
	}
	return min(snap(widest+0.5), snap(s.flow.geo.bodyWidth()/3))
}

// natural is the width of runs on one line.
func (s *tableSetter) natural(runs []Run, bold bool) float64 {
	var sum, widest float64
	for _, r := range runs {
		if r.Mark != NoMark {
			sum += snap(s.style.Size * markAdvance / 1000)
		}
		for i, part := range strings.Split(clean(r.Text), "\n") {
			if i > 0 {
				widest, sum = max(widest, sum), 0
			}
			sum += s.flow.fonts.measure(part, bold || r.Bold, s.style.Size)
		}
	}
	return max(widest, sum)
}

func (s *tableSetter) widestWord(text string) float64 {
	var widest float64
	for _, word := range strings.Fields(text) {
		widest = max(widest, s.flow.fonts.measure(word, true, s.style.Size))
	}
	return widest
}

// stretched gives what is left to the last column of a table that has fixed columns alone.
func (s *tableSetter) stretched(widths []float64, left float64) []float64 {
	if left > 0 {
		return widths
	}
	return s.squeezed(widths)
}

// squeezed makes columns narrower, the widest first, until the table is as wide as the page.
func (s *tableSetter) squeezed(widths []float64) []float64 {
	limit := s.flow.geo.bodyWidth() - cellGap*float64(len(widths)-1)
	for range 1000 {
		var sum float64
		widest := 0
		for i, w := range widths {
			sum += w
			if w > widths[widest] {
				widest = i
			}
		}
		if sum <= limit || widths[widest] <= minWidth {
			return widths
		}
		widths[widest] = snap(max(minWidth, widths[widest]-max(1, (sum-limit)/4)))
	}
	return widths
}
