package layout

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"boardpack/report/pdf/finish"
)

// pen draws with fpdf, all but text, which it writes itself: fpdf would parse and embed whole fonts. It remembers the font and
// the fill that are set, so that the pages stay small.
type pen struct {
	pdf     *fpdf.Fpdf
	fonts   *Fonts
	palette Palette
	height  float64 // of the page
	face    *face   // that is chosen on the page; nil at its beginning
	size    float64
	filled  bool // with the ink
	fill    Ink
	inks    [lastInk + 1]string // as operands, once used
	line    []byte              // used again for each text
	drawn   map[*face]*charSet  // what was drawn with each font
	faces   []*face             // in the order in which they were first drawn with
	later   bool                // a part after the first is drawn
}

// turn begins a page.
func (p *pen) turn(height float64) { p.height, p.face, p.filled = height, nil, false }

func (p *pen) fillColor(ink Ink) {
	if !p.filled || p.fill != ink {
		p.pdf.RawWriteStr(p.operands(ink) + " rg")
		p.fill, p.filled = ink, true
	}
}

func (p *pen) drawColor(ink Ink) { p.pdf.RawWriteStr(p.operands(ink) + " RG") }

// operands gives the parts of a colour as a page has them, from 0 to 1.
func (p *pen) operands(ink Ink) string {
	if p.inks[ink] == "" {
		c := p.palette.color(ink)
		p.inks[ink] = fmt.Sprintf("%.3f %.3f %.3f", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
	}
	return p.inks[ink]
}

// words is text on a baseline.
type words struct {
	text      string
	of        string // of a line with text from right to left: the text that it is a line of
	at        int    // the byte of that text at which the line begins
	bold      bool
	size      float64
	ink       Ink
	underline float64 // width of the line below, 0 for none
}

func (t words) draw(p *pen, x, y float64) {
	p.fillColor(t.ink) // the colour of text too
	p.text(x, y, t)
	if t.underline > 0 {
		p.pdf.Rect(x, y+snap(t.size*0.13), t.underline, snap(t.size*0.055), "F")
	}
}

// text writes the operators that show a text.
func (p *pen) text(x, y float64, t words) {
	b := append(p.line[:0], "BT"...)
	b = append(finish.AppendNumber(append(b, ' '), x), ' ')
	b = append(finish.AppendNumber(b, p.height-y), " Td"...)
	text := oneLine(t.text)
	switch fonts := p.fonts.cascade(t.bold); {
	case t.of != "":
		b = p.spell(b, p.fonts.spellLine(t.of, t.at, t.at+len(t.text), t.bold), t.size)
	case fonts.isPlain(text):
		b = p.show(b, stretch{fonts.main, text}, t.size)
	default:
		b = p.spell(b, p.fonts.spell(text, t.bold), t.size)
	}
	b = append(b, " ET"...)
	p.pdf.RawWriteStr(string(b))
	p.line = b
}

// spell adds the operators that show a text stretch by stretch.
func (p *pen) spell(b []byte, text []spelled, size float64) []byte {
	for _, s := range text {
		if s.meant != "" {
			b = append(append(append(b, "/Span<</ActualText<"...), utf16Hex(s.meant)...), ">>>BDC"...)
		}
		for _, part := range s.parts {
			b = p.show(b, part, size)
		}
		if s.meant != "" {
			b = append(b, " EMC"...)
		}
	}
	return b
}

// show adds the operators that show characters of one font, in UTF-16.
func (p *pen) show(b []byte, s stretch, size float64) []byte {
	if p.face != s.face || p.size != size {
		p.face, p.size = s.face, size
		b = append(append(append(b, '/'), s.face.resource...), ' ')
		b = append(finish.AppendNumber(b, size), " Tf"...)
	}
	drawn := p.drawn[s.face]
	if drawn == nil {
		drawn = &charSet{}
		p.drawn[s.face], p.faces = drawn, append(p.faces, s.face)
	}
	b = append(b, '(')
	for _, r := range s.text {
		drawn.add(r)
		b = appendEscaped(appendEscaped(b, byte(r>>8)), byte(r))
	}
	return append(b, ") Tj"...)
}

// appendEscaped adds a byte of a string as ISO 32000-1, 7.3.4.2 has it.
func appendEscaped(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r': // would be read as a line feed
		return append(b, '\\', 'r')
	}
	return append(b, c)
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
	dashed       bool    // the line around it
	line         float64 // its thickness
}

func (b box) draw(p *pen, x, y float64) {
	p.fillColor(b.fill)
	if b.stroke == 0 {
		p.pdf.Rect(x, y, b.w, b.h, "F")
		return
	}
	p.drawColor(b.stroke)
	p.pdf.SetLineWidth(b.line)
	if b.dashed {
		p.pdf.SetDashPattern([]float64{2, 1.5}, 0)
	}
	half := b.line / 2
	p.pdf.Rect(x+half, y+half, max(b.w-b.line, 0.25), b.h-b.line, "FD")
	if b.dashed {
		p.pdf.SetDashPattern(nil, 0)
	}
	if !b.hatch {
		return
	}
	const step = 4
	p.pdf.SetLineWidth(1)
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
