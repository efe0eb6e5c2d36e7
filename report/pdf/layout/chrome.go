package layout

import (
	"errors"
	"strings"

	"boardpack/report/pdf/tag"
)

// Chrome is what stands at the head and foot of each page. It is drawn as artifacts: a screen reader does not read it again on each page.
// The marking of page 1 alone is read, once.
type Chrome struct {
	Marking  string                    // alone on its own lines at the head and the foot, never cut
	MarkedIn string                    // its language, where it is not the document's
	Title    string                    // at the left of the running head, which page 1 has not; cut where it is long
	Board    string                    // at its right; cut where it is long
	Meeting  string                    // behind it, never cut
	FootLeft string                    // cut where it is long
	Page     func(page, of int) string // such as "Page 2 of 15"
}

// The places of the lines, as the baselines of text, in millimetres from the page's upper edge.
const (
	markingTop  = 12.1 // of the first line of the marking
	headLine    = 19
	footRule    = 275.6
	footLine    = 280.6
	markingFoot = 287.3 // of the last line of the marking
)

const (
	chromeSize     = 10
	markingSize    = 12
	markingSmaller = 10
	markingLeading = 4.4 // millimetres, of a marking of several lines
	markingLines   = 4
)

// ErrMarking tells of a marking that its lines cannot hold.
var ErrMarking = errors.New("the marking is longer than four lines")

// MarkingFits tells whether a marking can stand whole on its lines; [ErrMarking] where it cannot.
func MarkingFits(fonts *Fonts, marking string) error {
	if lines, _ := (Chrome{Marking: marking}).marking(fonts); len(lines) > markingLines {
		return ErrMarking
	}
	return nil
}

// marking breaks the marking into its lines: one of the usual size or, where it is wider than the text, several smaller ones.
func (c Chrome) marking(fonts *Fonts) (lines []string, size float64) {
	text := oneLine(c.Marking)
	width := geometry(false).bodyWidth()
	if strings.TrimSpace(text) == "" {
		return nil, markingSize
	}
	if fonts.measure(text, true, markingSize) <= width {
		return []string{text}, markingSize
	}
	for _, l := range fonts.wrap(Plain(text), Style{Bold: true, Size: markingSmaller}, int(width*1000/markingSmaller)) {
		if n := len(l.segments); n > 0 {
			lines = append(lines, strings.TrimSpace(text[l.segments[0].from:l.segments[n-1].to]))
		}
	}
	return lines, markingSmaller
}

// around gives the page with room for the lines of its marking.
func (c Chrome) around(fonts *Fonts, g Geometry) Geometry {
	more := c.more(fonts)
	g.Top, g.Bottom = g.Top+more, g.Bottom+more
	return g
}

// more is the height of the lines of the marking beyond the first.
func (c Chrome) more(fonts *Fonts) float64 {
	lines, _ := c.marking(fonts)
	return mm(markingLeading) * float64(max(0, len(lines)-1))
}

// spoken is the marking at the head of page 1, which is a part of what is read.
func (c Chrome) spoken(f *flow, parent *tag.Elem) {
	lines, _ := c.marking(f.fonts)
	if len(lines) == 0 {
		return
	}
	elem := parent.New(tag.P)
	elem.Lang = c.MarkedIn
	s := strip{}
	for i, w := range c.placed(f.fonts, lines, f.geo, markingTop) {
		w.elem = elem
		if text := w.what.(words); i+1 < len(lines) {
			text.text += " "
			w.what = text
		}
		s.items = append(s.items, w)
	}
	f.place(s, 0, 0)
}

// placed are the lines of the marking, each in the middle of the page, the first with its baseline at a place in millimetres.
func (c Chrome) placed(fonts *Fonts, lines []string, g Geometry, first float64) []item {
	_, size := c.marking(fonts)
	out := make([]item, len(lines))
	for i, line := range lines {
		out[i] = item{x: snap((g.Width - fonts.measure(line, true, size)) / 2), y: mm(first) + mm(markingLeading)*float64(i),
			what: words{text: line, bold: true, size: size, ink: Text}}
	}
	return out
}

func (c Chrome) draw(p *pen, g Geometry, page, of int) {
	lines, _ := c.marking(p.fonts)
	more := c.more(p.fonts)
	draw := func(items []item) {
		for _, it := range items {
			it.what.draw(p, it.x, it.y)
		}
	}
	p.pdf.RawWriteStr("/Artifact <</Type/Pagination/Subtype/Header>> BDC")
	if page > 1 {
		draw(c.placed(p.fonts, lines, g, markingTop))
		end := c.ends(p.fonts, c.Title, c.Board, c.Meeting, g)
		end.draw(p, g, mm(headLine)+more)
	}
	p.pdf.RawWriteStr("EMC\n/Artifact <</Type/Pagination/Subtype/Footer>> BDC")
	box{w: g.bodyWidth(), h: hairline, fill: Strong}.draw(p, g.Left, mm(footRule)-more)
	c.ends(p.fonts, c.FootLeft, "", c.number(page, of), g).draw(p, g, mm(footLine)-more)
	draw(c.placed(p.fonts, lines, g, markingFoot-markingLeading*float64(max(0, len(lines)-1))))
	p.pdf.RawWriteStr("EMC")
}

// number is the number of the page, in words.
func (c Chrome) number(page, of int) string {
	if c.Page == nil {
		return ""
	}
	return c.Page(page, of)
}

// chromeLine is a text at each end of a line.
type chromeLine struct{ left, right string }

// ends shares a line between a text at its left, one at its right and what stands behind that. The last is cut only where it is wider than
// most of the line, as no date and no number of a page is.
func (c Chrome) ends(fonts *Fonts, left, right, behind string, g Geometry) chromeLine {
	const gap, comma, most = 16, ", ", 0.6
	room := g.bodyWidth() - gap
	if right = oneLine(right); right != "" && behind != "" {
		behind = comma + oneLine(behind)
	}
	behind = fonts.shortened(behind, chromeSize, room*most)
	half := max(room/2, room-fonts.measure(oneLine(left), false, chromeSize))
	right = fonts.shortened(right, chromeSize, half-fonts.measure(behind, false, chromeSize)) + behind
	return chromeLine{fonts.shortened(left, chromeSize, room-fonts.measure(right, false, chromeSize)), right}
}

func (l chromeLine) draw(p *pen, g Geometry, y float64) {
	words{text: l.left, size: chromeSize, ink: Muted}.draw(p, g.Left, y)
	words{text: l.right, size: chromeSize, ink: Muted}.draw(p, g.Width-g.Right-p.fonts.measure(l.right, false, chromeSize), y)
}

// shortened cuts a text to a width, at a word's end where there is one, with an ellipsis.
func (f *Fonts) shortened(text string, size, width float64) string {
	text = oneLine(text)
	if f.measure(text, false, size) <= width {
		return text
	}
	letters := []rune(text)
	for n := len(letters) - 1; n > 0; n-- {
		cut := strings.TrimRight(string(letters[:n]), " ,;:.\u00B7") + ellipsis
		atWord := letters[n] == ' ' || n < len(letters)/4
		if atWord && f.measure(cut, false, size) <= width {
			return cut
		}
	}
	for n := len(letters) - 1; n > 0; n-- { // one word that is longer than the line
		if cut := string(letters[:n]) + ellipsis; f.measure(cut, false, size) <= width {
			return cut
		}
	}
	return ""
}

// ellipsis stands where a text is cut.
const ellipsis = "\u2026"
