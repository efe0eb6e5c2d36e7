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
	Question // a hollow square with a question mark
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
	case Question:
		s.question(p, x, y)
	}
}

// question draws a hollow square, and in it a question mark: a hook and the point under it.
func (s shape) question(p *pen, x, y float64) {
	const line = 1.0
	at := func(part float64) float64 { return snap(s.size * part) }
	p.drawColor(s.ink)
	p.pdf.SetLineWidth(line)
	p.pdf.Rect(x+line/2, y-s.size+line/2, s.size-line, s.size-line, "D")
	p.pdf.MoveTo(x+at(0.33), y-at(0.64))
	p.pdf.CurveBezierCubicTo(x+at(0.33), y-at(0.84), x+at(0.67), y-at(0.84), x+at(0.67), y-at(0.64))
	p.pdf.CurveBezierCubicTo(x+at(0.67), y-at(0.52), x+at(0.5), y-at(0.52), x+at(0.5), y-at(0.38))
	p.pdf.DrawPath("D")
	p.pdf.Rect(x+at(0.5)-line/2, y-at(0.27), line, line, "F")
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
