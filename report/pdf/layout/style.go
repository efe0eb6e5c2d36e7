package layout

import "math"

// Style is how a block of text is set: size and leading (from baseline to baseline) in points, and the space above it.
type Style struct {
	Size, Leading float64
	Bold          bool
	Ink           Ink
	Before        float64
}

// BodySize and TableSize are the smallest sizes that the guidance for public documents and the design allow for text and tables.
const (
	BodySize  = 12
	TableSize = 10
)

// Body is the style of ordinary text.
func Body() Style { return Style{Size: BodySize, Leading: 16.5, Before: 8} }

// Lead is the style of the few sentences that open a page.
func Lead() Style { return Style{Size: 12, Leading: 16.5, Before: 10} }

// Small is the style of notes and subtitles.
func Small() Style { return Style{Size: TableSize, Leading: 14, Ink: Muted, Before: 4} }

// Display is the style of the title on the cover.
func Display() Style { return Style{Size: 27, Leading: 34, Bold: true, Ink: Accent, Before: 0} }

// headingStyle gives the style of a heading of level 1 to 3.
func headingStyle(level int) Style {
	switch level {
	case 1:
		return Display()
	case 2:
		return Style{Size: 21, Leading: 27, Bold: true, Ink: Accent, Before: 24}
	default:
		return Style{Size: 14, Leading: 18, Bold: true, Ink: Accent, Before: 17}
	}
}

// tableStyle is the style of a table's cells at a size.
func tableStyle(size float64) Style { return Style{Size: size, Leading: snap(size * 1.35)} }

// snap rounds a length to a 64th of a point: see the package's comment.
func snap(v float64) float64 { return math.Round(v*64) / 64 }

// Where letters stand, as a part of their size: the baseline below the top of a line, for Liberation Sans.
const (
	ascent    = 0.905
	descent   = 0.212
	capHeight = 0.729
)

// baseline gives how far below the top of its line a text stands, the leading shared evenly above and below.
func (s Style) baseline() float64 {
	return snap((s.Leading-s.Size*(ascent+descent))/2 + s.Size*ascent)
}
