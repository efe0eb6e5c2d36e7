package workbook

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report"
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
				widths, scale, slack := p.grid.widths, 1.0, 0.0
				if p.on.thin {
					scale, slack = smallSize/fontSize, 2 // points: the words of a heading may be in its way
				}
				if p.printed > 0 {
					widths = widths[:p.printed]
				}
				assert.LessOrEqual(t, sumOf(widths), pageChars*fontSize*scale/points, "%s: %s", name, p.on.name)
				for c, column := range p.table.Columns {
					if !numeric(column.Kind) || c == 0 || p.on.thin && c >= p.printed {
						continue
					}
					free := p.grid.widths[c]*charWidth - cellPadding - scale*widestLine(column.Heading, innerWidth(p.grid.widths[c])/scale, true)
					assert.GreaterOrEqual(t, free, scale*apartChars*charWidth-slack, "%s: %s", p.on.name, column.Heading)
					if column.Kind == "date" {
						assert.GreaterOrEqual(t, p.grid.widths[c], scale*charsFor(widestDate, false), p.on.name)
					}
				}
			}
		}
	}
}

// TestRowsInView: of a screen of 768 lines Excel leaves 500 pixels for cells. Twelve recommendations are in view below what is frozen, and
// those columns beside each other that a meeting needs.
func TestRowsInView(t *testing.T) {
	const cells, across = 500.0, 1255.0 // pixels
	pack, words := samplePack(t)
	p := arranged(pack, words).page(idRecommendations)
	frozen := thinLine + p.grid.headHeight
	assert.GreaterOrEqual(t, int((cells*0.75-frozen)/p.grid.heights[0]), 12)
	assert.Equal(t, 2, p.grid.header)
	assert.LessOrEqual(t, sumOf(p.grid.widths[:p.printed])*perChar, across)
	assert.Equal(t, string(report.FieldProgress), p.table.Columns[p.printed-1].ID)
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
