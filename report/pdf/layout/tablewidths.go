package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// columnWidths shares out the width of the page.
func (s *tableSetter) columnWidths() []float64 {
	widths := make([]float64, len(s.Columns))
	left := s.flow.geo.bodyWidth() - cellGap()*float64(len(s.Columns)-1)
	var open []int
	for i, c := range s.Columns {
		switch {
		case c.Width > 0:
			widths[i] = c.Width - c.Before
			if i < len(s.Columns)-1 {
				widths[i] -= cellGap()
			}
		case c.Fit:
			widths[i] = s.fit(i)
		default:
			open = append(open, i)
		}
		left -= widths[i] + c.Before
	}
	s.share(widths, open, max(left, minShare*s.flow.geo.bodyWidth()))
	for i := range widths {
		widths[i] = max(widths[i], s.widestStandIn(i))
		if s.Columns[i].Width > 0 && widths[i] < unbroken {
			widths[i] = max(widths[i], min(s.widest(i), unbroken))
		}
	}
	return s.squeezed(widths)
}

// widestStandIn is the width of the widest of a column's characters that the fonts lack, which are drawn as code points that no line breaks.
func (s *tableSetter) widestStandIn(column int) float64 {
	widest := 0
	look := func(text string, bold bool) {
		for _, c := range s.flow.fonts.marks.Printed(text) {
			if c >= utf8.RuneSelf {
				widest = max(widest, s.flow.fonts.advance(c, bold))
			}
		}
	}
	look(s.Columns[column].Head, true)
	for _, r := range s.Rows {
		if column < len(r.Cells) {
			for _, run := range r.Cells[column].Runs {
				look(run.Text, r.Bold || run.Bold)
			}
		}
	}
	return snap(float64(widest)*s.style.Size/1000 + 0.5)
}

const (
	unbroken = 120 // points up to which a word, a date or a ref has a column wide enough, however wide that was to be
	minShare = 0.3 // of the page, left to the columns that wrap
	minWidth = 34  // of a column that has to give way
)

// share gives the open columns their part by weight, but no column less than its widest word needs.
func (s *tableSetter) share(widths []float64, open []int, left float64) {
	for len(open) > 0 {
		var weights float64
		for _, i := range open {
			weights += weight(s.Columns[i])
		}
		var wide []int
		taken := 0.0
		for _, i := range open {
			part := float64(left*weight(s.Columns[i])) / weights
			need := s.needed(i, part)
			if part >= need {
				wide = append(wide, i)
				continue
			}
			widths[i] = need
			taken += need
		}
		if taken == 0 {
			for _, i := range open {
				widths[i] = math.Floor(float64(left*weight(s.Columns[i])) / weights)
			}
			return
		}
		open, left = wide, max(left-taken, 0)
	}
}

// needed is the width of the widest word of a column, but no more than a fifth of the page. A column whose part is as much
// already is not looked through: the long texts are in such columns.
func (s *tableSetter) needed(column int, part float64) float64 {
	most := math.Floor(s.flow.geo.bodyWidth() / 5)
	if part >= most {
		return 0
	}
	return min(s.widest(column), most)
}

// widest is the width of the widest word of a column.
func (s *tableSetter) widest(column int) float64 {
	widest := s.widestWord(s.Columns[column].Head, true)
	for _, r := range s.Rows {
		if column >= len(r.Cells) {
			continue
		}
		text, bold, mark := "", r.Bold, 0.0
		for _, run := range r.Cells[column].Runs { // a word may go on from one run to the next
			text, bold = text+run.Text, bold || run.Bold
			if run.Mark != NoMark {
				mark = s.style.Size * markAdvance / 1000
			}
		}
		widest = max(widest, s.widestWord(text, bold)+mark)
	}
	return snap(widest + 0.5)
}

func weight(c Column) float64 {
	if c.Weight > 0 {
		return c.Weight
	}
	return 1
}

// fit is the width of the widest cell of a column on one line, but not more than a third of the page: longer texts wrap.
func (s *tableSetter) fit(column int) float64 {
	widest := s.widestWord(s.Columns[column].Head, true)
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
			size := s.style.Size
			if r.Size > 0 {
				size = r.Size
			}
			sum += s.flow.fonts.measure(part, bold || r.Bold, size)
		}
	}
	return max(widest, sum)
}

func (s *tableSetter) widestWord(text string, bold bool) float64 {
	var widest float64
	isBreak := func(r rune) bool { return unicode.IsSpace(r) && r != '\u00A0' }
	for word := range strings.FieldsFuncSeq(text, isBreak) {
		widest = max(widest, s.flow.fonts.measure(word, bold, s.style.Size))
	}
	return widest
}

// squeezed makes columns narrower, the widest first, until the table is as wide as the page.
func (s *tableSetter) squeezed(widths []float64) []float64 {
	limit := s.flow.geo.bodyWidth() - cellGap()*float64(len(widths)-1) + slack
	for _, c := range s.Columns {
		limit -= c.Before
	}
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
