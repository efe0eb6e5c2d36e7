package layout

// Chrome is what stands at the head and foot of each page. It is drawn as artifacts: a screen reader does not read it
// again on each page.
type Chrome struct {
	HeadLeft, HeadRight string
	FootLeft            string
	Page                func(page, of int) string // such as "Page 2 of 15"
}

const (
	chromeSize    = 9.5
	chromeLeading = 12
	headY         = 37 // baseline of the head
	footY         = 28 // of the foot, above the page's end
	lineGap       = 9
)

func (c Chrome) draw(p *pen, g Geometry, page, of int) {
	right := g.Width - g.Right
	p.pdf.RawWriteStr("/Artifact <</Type/Pagination/Subtype/Header>> BDC")
	head := c.ends(p, c.HeadLeft, c.HeadRight, right-g.Left, true)
	head.draw(p, g.Left, right, headY-chromeLeading*float64(len(head.left)-1))
	box{w: g.bodyWidth(), h: hairline, fill: Rule}.draw(p, g.Left, headY+lineGap)
	p.pdf.RawWriteStr("EMC\n/Artifact <</Type/Pagination/Subtype/Footer>> BDC")
	y := g.Height - footY
	box{w: g.bodyWidth(), h: hairline, fill: Rule}.draw(p, g.Left, y-chromeSize-lineGap)
	number := ""
	if c.Page != nil {
		number = c.Page(page, of)
	}
	c.ends(p, c.FootLeft, number, right-g.Left, false).draw(p, g.Left, right, y)
	p.pdf.RawWriteStr("EMC")
}

// chromeLine is a text at each end of a line; the left one goes on below when it is long.
type chromeLine struct {
	left  []string
	right string
	bold  bool
}

// ends breaks the left text so that it clears the right one.
func (c Chrome) ends(p *pen, left, right string, width float64, bold bool) chromeLine {
	line := chromeLine{right: right, bold: bold}
	const gap = 20
	runs := Plain(clean(left))
	limit := max(width-gap-p.fonts.measure(right, bold, chromeSize), width/3)
	for _, l := range p.fonts.wrap(runs, false, int(limit*1000/chromeSize)) {
		text := ""
		for _, s := range l.segments {
			text += runs[0].Text[s.from:s.to]
		}
		line.left = append(line.left, text)
	}
	return line
}

func (l chromeLine) draw(p *pen, left, right, y float64) {
	words{text: l.right, bold: l.bold, size: chromeSize, ink: Text}.draw(p, right-p.fonts.measure(l.right, l.bold, chromeSize), y)
	for i, text := range l.left {
		words{text: text, size: chromeSize, ink: Muted}.draw(p, left, y+chromeLeading*float64(i))
	}
}
