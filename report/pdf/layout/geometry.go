package layout

// Geometry is a page: A4, upright or on its side, with margins. The body lies between the head and the foot.
type Geometry struct {
	Width, Height            float64
	Left, Right, Top, Bottom float64 // margins around the body
}

// A4 in points, as the nearest 64th.
const (
	a4Short = 595.28125
	a4Long  = 841.890625
)

func portrait() Geometry {
	return Geometry{Width: a4Short, Height: a4Long, Left: 52, Right: 52, Top: 64, Bottom: 56}
}

func landscape() Geometry {
	return Geometry{Width: a4Long, Height: a4Short, Left: 48, Right: 48, Top: 62, Bottom: 54}
}

func (g Geometry) bodyWidth() float64 { return g.Width - g.Left - g.Right }

func (g Geometry) bodyBottom() float64 { return g.Height - g.Bottom }
