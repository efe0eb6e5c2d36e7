package layout

// Chrome is what stands at the head and foot of each page. It is drawn as artifacts: a screen reader does not read it
// again on each page.
type Chrome struct {
	HeadLeft, HeadRight string
	FootLeft            string
	Page                func(page, of int) string // such as "Page 2 of 15"
	Banner              string                    // a warning in the middle of the foot, such as that the data are illustrative
}

const (
	chromeSize = 9.5
	headY      = 37 // baseline of the head
	footY      = 28 // of the foot, above the page's end
	lineGap    = 9
)

func (c Chrome) draw(p *pen, g Geometry, page, of int) {
	p.pdf.RawWriteStr("/Artifact <</Type/Pagination/Subtype/Header>> BDC")
	right := g.Width - g.Right
	c.ends(p, c.HeadLeft, c.HeadRight, g.Left, right, headY, true)
	box{w: g.bodyWidth(), h: hairline, fill: Rule}.draw(p, g.Left, headY+lineGap)
	p.pdf.RawWriteStr("EMC\n/Artifact <</Type/Pagination/Subtype/Footer>> BDC")
	y := g.Height - footY
	box{w: g.bodyWidth(), h: hairline, fill: Rule}.draw(p, g.Left, y-chromeSize-lineGap)
	number := ""
	if c.Page != nil {
		number = c.Page(page, of)
	}
	c.ends(p, c.FootLeft, number, g.Left, right, y, false)
	p.pdf.RawWriteStr("EMC")
}

// ends sets a text at each end of a line. The left one is in two lines when both do not fit beside each other.
func (c Chrome) ends(p *pen, left, right string, from, to, y float64, bold bool) {
	rightWidth := p.fonts.measure(right, bold, chromeSize)
	words{text: right, bold: bold, size: chromeSize, ink: Text}.draw(p, to-rightWidth, y)
	words{text: p.fonts.shorten(left, to-from-rightWidth-20), size: chromeSize, ink: Muted}.draw(p, from, y)
}

// shorten leaves out the end of a running head that is too long for its line; the text stands in full on the cover.
func (f *Fonts) shorten(text string, width float64) string {
	if f.measure(text, false, chromeSize) <= width {
		return text
	}
	runes := []rune(text)
	for len(runes) > 0 && f.measure(string(runes)+"\u2026", false, chromeSize) > width {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "\u2026"
}
