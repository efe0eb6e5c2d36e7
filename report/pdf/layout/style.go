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
// ChartSize is that of words in drawings and AxisSize that of axes: nothing is smaller.
const (
	BodySize  = 12
	TableSize = 10
	ChartSize = 9.5
	AxisSize  = 9
)

// The space between paragraphs and between blocks.
func paragraphSpace() float64 { return mm(2.5) }
func blockSpace() float64     { return mm(4) }

// Body is the style of ordinary text.
func Body() Style { return Style{Size: BodySize, Leading: 16.2, Before: paragraphSpace()} }

// Smaller is that of the first sentences on a page with much on it.
func Smaller() Style { return Style{Size: 11, Leading: 14.4, Before: mm(2)} }

// Small is the style of notes and labels.
func Small() Style { return Style{Size: TableSize, Leading: tableLeading, Ink: Muted, Before: mm(1.5)} }

const tableLeading = 13

// headingStyle gives the style of a heading of level 1, the title, to 3. Message is the level of the one sentence below the title.
func headingStyle(level int) Style {
	switch level {
	case 1:
		return Style{Size: 21, Leading: 26, Bold: true, Ink: Accent}
	case Message:
		return Style{Size: 17, Leading: 21, Bold: true, Ink: Text, Before: mm(3.4)}
	case 2:
		return Style{Size: 16, Leading: 20, Bold: true, Ink: Accent, Before: mm(6)}
	default:
		return Style{Size: 13, Leading: 16.5, Bold: true, Ink: Accent, Before: blockSpace()}
	}
}

// Message is the look of the heading of level 2 that says what the paper has to say.
const Message = 12

// tableStyle is the style of a table's cells at a size.
func tableStyle(size float64) Style {
	if size == TableSize {
		return Style{Size: size, Leading: tableLeading}
	}
	return Style{Size: size, Leading: snap(size * 1.3)}
}

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
