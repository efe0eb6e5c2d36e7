package layout

import "codeberg.org/go-pdf/fpdf"

// disc is a filled circle around its place.
type disc struct {
	r    float64
	fill Ink
	ring Ink // the line around it; none when zero
}

func (d disc) draw(p *pen, x, y float64) {
	p.fillColor(d.fill)
	if d.ring == 0 {
		p.circle(x, y, d.r, "F")
		return
	}
	p.drawColor(d.ring)
	p.pdf.SetLineWidth(1.5)
	p.circle(x, y, d.r-0.75, "FD")
}

// Mark is a shape that stands before a word, so that a rating is never told by colour alone.
type Mark uint8

// The shapes. All differ in outline, so that they can be told apart in grey.
const (
	NoMark Mark = iota
	Square
	Triangle
	Disc
	Diamond
	Ring
)

// markAdvance is the width of a shape with the gap after it, in thousandths of the size of the text.
const markAdvance = 1150

// shape draws a mark of a size, whose lower edge stands on the baseline at its place.
type shape struct {
	mark Mark
	size float64
	ink  Ink
}

func (s shape) draw(p *pen, x, y float64) {
	p.fillColor(s.ink)
	r := snap(s.size / 2)
	switch s.mark {
	case Square:
		p.pdf.Rect(x, y-s.size, s.size, s.size, "F")
	case Triangle:
		p.pdf.Polygon([]fpdf.PointType{{X: x, Y: y}, {X: x + s.size, Y: y}, {X: x + r, Y: y - s.size}}, "F")
	case Diamond:
		p.pdf.Polygon([]fpdf.PointType{{X: x + r, Y: y - s.size}, {X: x + s.size, Y: y - r}, {X: x + r, Y: y}, {X: x, Y: y - r}}, "F")
	case Disc:
		p.circle(x+r, y-r, r, "F")
	case Ring:
		p.drawColor(s.ink)
		p.pdf.SetLineWidth(1.25)
		p.circle(x+r, y-r, max(r-0.625, 0.5), "D")
	}
}

// circle draws with four curves whose points are snapped: fpdf's own circle goes through sines, whose last digits may differ between
// processors.
func (p *pen) circle(x, y, r float64, style string) {
	const handle = 0.5522847 // how far control points lie from the ends of a quarter, as a part of the radius
	h := snap(r * handle)
	p.pdf.MoveTo(x+r, y)
	p.pdf.CurveBezierCubicTo(x+r, y+h, x+h, y+r, x, y+r)
	p.pdf.CurveBezierCubicTo(x-h, y+r, x-r, y+h, x-r, y)
	p.pdf.CurveBezierCubicTo(x-r, y-h, x-h, y-r, x, y-r)
	p.pdf.CurveBezierCubicTo(x+h, y-r, x+r, y-h, x+r, y)
	p.pdf.ClosePath()
	p.pdf.DrawPath(style)
}
