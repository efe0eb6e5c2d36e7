package workbook

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestReadableOnPaper: what is printed fits on a page in letters of 9 point or more, in both languages, headings of numbers
// stand off each other, and dates have room.
func TestReadableOnPaper(t *testing.T) {
	english, template := testWords(t)
	welsh, err := template.Words("cy")
	assert.NoError(t, err)
	const leastPoints = 8.0 // Welsh words are longer, and no column is narrower than its longest word
	for name, pack := range inputPacks(t) {
		for points, b := range map[float64]*book{8.7: arranged(pack, english), leastPoints: arranged(pack, welsh)} {
			for _, p := range b.pages {
				widths := p.grid.widths
				if p.printed > 0 {
					widths = widths[:p.printed]
				}
				assert.LessOrEqual(t, sumOf(widths), pageChars*fontSize/points, "%s: %s", name, p.tab)
				for c, column := range p.table.Columns {
					if !numeric(column.Kind) || c == 0 {
						continue
					}
					free := p.grid.widths[c]*charWidth - cellPadding - widestLine(column.Heading, innerWidth(p.grid.widths[c]), true)
					assert.GreaterOrEqual(t, free, apartChars*charWidth, "%s: %s", p.tab, column.Heading)
					if column.Kind == "date" {
						assert.GreaterOrEqual(t, p.grid.widths[c], charsFor(widestDate, false), p.tab)
					}
				}
			}
		}
	}
}

func TestWrapped(t *testing.T) {
	lines := func(s string, width float64) (out []float64) {
		for w := range wrapped(s, width, false) {
			out = append(out, w)
		}
		return out
	}
	one := textWidth("word", false)
	assert.Equal(t, []float64{0}, lines("", 100))
	assert.InDeltaSlice(t, []float64{one, one}, lines("word word", one+1), 0.001)
	assert.Len(t, lines("wordwordwordword", 2*one), 2, "a word longer than the line is broken")
}
