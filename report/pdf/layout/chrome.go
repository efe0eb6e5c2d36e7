package layout

import "strings"

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
	headY         = 37 // baseline of the last line of the head
	footY         = 28 // of the first line of the foot, above the page's end
	lineGap       = 9
	// As many lines as the usual margins have room for, and how many more a page makes room for: names of any length can be typed.
	headLines, footLines, moreLines = 3, 2, 12
)

// around gives the page with room for a head and a foot of more lines than the margins hold. The page number is taken to be no
// wider than that of page 9,999 of as many.
func (c Chrome) around(fonts *Fonts, g Geometry) Geometry {
	head, foot := c.more(fonts, g, 9999, 9999)
	g.Top, g.Bottom = g.Top+head, g.Bottom+foot
	return g
}

// more is the height of the lines of the head and of the foot that the usual margins do not hold.
func (c Chrome) more(fonts *Fonts, g Geometry, page, of int) (head, foot float64) {
	beyond := func(left, right string, bold bool, fit int) float64 {
		lines := len(c.ends(fonts, left, right, g.bodyWidth(), bold).left)
		return chromeLeading * float64(min(max(lines-fit, 0), moreLines))
	}
	return beyond(c.HeadLeft, c.HeadRight, true, headLines), beyond(c.FootLeft, c.number(page, of), false, footLines)
}

// number is the number of the page, in words.
func (c Chrome) number(page, of int) string {
	if c.Page == nil {
		return ""
	}
	return c.Page(page, of)
}

func (c Chrome) draw(p *pen, g Geometry, page, of int) {
	right := g.Width - g.Right
	moreHead, moreFoot := c.more(p.fonts, g, 9999, 9999)
	p.pdf.RawWriteStr("/Artifact <</Type/Pagination/Subtype/Header>> BDC")
	head := c.ends(p.fonts, c.HeadLeft, c.HeadRight, right-g.Left, true)
	y := headY + moreHead
	head.draw(p, g.Left, right, y-chromeLeading*float64(len(head.left)-1))
	box{w: g.bodyWidth(), h: hairline, fill: Rule}.draw(p, g.Left, y+lineGap)
	p.pdf.RawWriteStr("EMC\n/Artifact <</Type/Pagination/Subtype/Footer>> BDC")
	y = g.Height - footY - moreFoot
	box{w: g.bodyWidth(), h: hairline, fill: Rule}.draw(p, g.Left, y-chromeSize-lineGap)
	c.ends(p.fonts, c.FootLeft, c.number(page, of), right-g.Left, false).draw(p, g.Left, right, y)
	p.pdf.RawWriteStr("EMC")
}

// chromeLine is a text at each end of a line; the left one goes on below when it is long.
type chromeLine struct {
	whole string
	left  []segment // of the whole
	right string
	bold  bool
}

// ends breaks the left text so that it clears the right one.
func (c Chrome) ends(fonts *Fonts, left, right string, width float64, bold bool) chromeLine {
	line := chromeLine{whole: clean(left), right: right, bold: bold}
	const gap = 20
	runs := Plain(line.whole)
	limit := max(width-gap-fonts.measure(right, bold, chromeSize), width/3)
	for _, l := range fonts.wrap(runs, false, int(limit*1000/chromeSize)) {
		var whole segment
		if n := len(l.segments); n > 0 {
			whole = segment{from: l.segments[0].from, to: l.segments[n-1].to}
		}
		line.left = append(line.left, whole)
	}
	return line
}

func (l chromeLine) draw(p *pen, left, right, y float64) {
	words{text: l.right, bold: l.bold, size: chromeSize, ink: Text}.draw(p, right-p.fonts.measure(l.right, l.bold, chromeSize), y)
	turns := strings.ContainsFunc(l.whole, isRightToLeft)
	for i, s := range l.left {
		w := words{text: l.whole[s.from:s.to], size: chromeSize, ink: Muted}
		if turns {
			w.of, w.at = strings.ReplaceAll(l.whole, "\n", " "), s.from
		}
		w.draw(p, left, y+chromeLeading*float64(i))
	}
}
