package layout

// Geometry is a page: A4, upright, with margins. The body lies between the head and the foot.
type Geometry struct {
	Width, Height            float64
	Left, Right, Top, Bottom float64 // margins around the body
}

// A4 in points, as the nearest 64th.
const (
	a4Width  = 595.28125
	a4Height = 841.890625
)

// mm gives millimetres in points.
func mm(n float64) float64 { return snap(n * 72 / 25.4) }

// MM gives millimetres in points, for widths of columns and the like.
func MM(n float64) float64 { return mm(n) }

// Where the body of a page begins and ends: further up on the first page, which has no running head.
const (
	sideMargin = 20 // millimetres
	firstTop   = 18
	bodyTop    = 24
	bodyEnd    = 273
	pageEnd    = 297
)

// geometry is a page without more lines of marking than one.
func geometry(first bool) Geometry {
	g := Geometry{Width: a4Width, Height: a4Height, Left: mm(sideMargin), Right: mm(sideMargin), Top: mm(bodyTop), Bottom: a4Height - mm(bodyEnd)}
	if first {
		g.Top = mm(firstTop)
	}
	return g
}

func (g Geometry) bodyWidth() float64 { return g.Width - g.Left - g.Right }

func (g Geometry) bodyBottom() float64 { return g.Height - g.Bottom }
