package layout

import (
	"strings"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"
)

// pen draws with fpdf. It remembers the font and colours that are set, so that the pages stay small.
type pen struct {
	pdf     *fpdf.Fpdf
	fonts   *Fonts
	palette Palette
	bold    bool
	size    float64
	chosen  bool
	pageOf  func(id string) string
}

const (
	familyName   = "sans"
	styleRegular = ""
	styleBold    = "B"
)

func (p *pen) font(bold bool, size float64) {
	if p.chosen && p.bold == bold && p.size == size {
		return
	}
	style := styleRegular
	if bold {
		style = styleBold
	}
	p.pdf.SetFont(familyName, style, size)
	p.bold, p.size, p.chosen = bold, size, true
}

func (p *pen) fillColor(ink Ink) {
	c := p.palette.Color(ink)
	p.pdf.SetFillColor(int(c.R), int(c.G), int(c.B))
}

func (p *pen) textColor(ink Ink) {
	c := p.palette.Color(ink)
	p.pdf.SetTextColor(int(c.R), int(c.G), int(c.B))
}

func (p *pen) drawColor(ink Ink) {
	c := p.palette.Color(ink)
	p.pdf.SetDrawColor(int(c.R), int(c.G), int(c.B))
}

// words is text on a baseline.
type words struct {
	text      string
	bold      bool
	size      float64
	ink       Ink
	underline float64 // width of the line below, 0 for none
}

func (t words) draw(p *pen, x, y float64) {
	p.font(t.bold, t.size)
	p.textColor(t.ink)
	text, whole := p.fonts.drawable(t.text, t.bold)
	if !whole {
		p.pdf.RawWriteStr("/Span <</ActualText <" + utf16Hex(t.text) + ">>> BDC")
	}
	p.pdf.Text(x, y, text)
	if !whole {
		p.pdf.RawWriteStr("EMC")
	}
	if t.underline > 0 {
		p.fillColor(t.ink)
		p.pdf.Rect(x, y+snap(t.size*0.13), t.underline, snap(t.size*0.055), "F")
	}
}

// drawable puts a sign in the place of each character that the font lacks, and says whether all were there.
func (f *Fonts) drawable(text string, bold bool) (string, bool) {
	face := f.face(bold)
	missing := func(r rune) bool { return !face.has(r) }
	if strings.IndexFunc(text, missing) < 0 {
		return text, true
	}
	return strings.Map(func(r rune) rune {
		if missing(r) {
			return replacement
		}
		return r
	}, text), false
}

func utf16Hex(s string) string {
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	b.WriteString("FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		for shift := 12; shift >= 0; shift -= 4 {
			b.WriteByte(digits[unit>>shift&15])
		}
	}
	return b.String()
}

// box is a filled rectangle, with a line around it when stroke is not zero.
type box struct {
	w, h         float64
	fill, stroke Ink
	hatch        bool
}

func (b box) draw(p *pen, x, y float64) {
	p.fillColor(b.fill)
	if b.stroke == 0 {
		p.pdf.Rect(x, y, b.w, b.h, "F")
		return
	}
	p.drawColor(b.stroke)
	p.pdf.SetLineWidth(hairline)
	const half = hairline / 2
	p.pdf.Rect(x+half, y+half, b.w-hairline, b.h-hairline, "FD")
	if !b.hatch {
		return
	}
	const step = 4
	for at := float64(step); at < b.w+b.h; at += step {
		// From the upper or right edge down to the left or lower one.
		x1, y1 := min(at, b.w), max(0, at-b.w)
		x2, y2 := max(0, at-b.h), min(at, b.h)
		p.pdf.Line(x+x1, y+y1, x+x2, y+y2)
	}
}

// path is a line through points, measured from its own place.
type path struct {
	points []point
	ink    Ink
	width  float64
	dashed bool
}

type point struct{ x, y float64 }

func (l path) draw(p *pen, x, y float64) {
	p.drawColor(l.ink)
	p.pdf.SetLineWidth(l.width)
	if l.dashed {
		p.pdf.SetDashPattern([]float64{3, 2.5}, 0)
	}
	for i, pt := range l.points {
		if i == 0 {
			p.pdf.MoveTo(x+pt.x, y+pt.y)
		} else {
			p.pdf.LineTo(x+pt.x, y+pt.y)
		}
	}
	p.pdf.DrawPath("D")
	if l.dashed {
		p.pdf.SetDashPattern(nil, 0)
	}
}
