package proof

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"boardpack/report/content"
	"boardpack/report/proof/tagged"
	"boardpack/report/proof/texts"
)

// edges proves what stands on every page: its marking, whose it is, the day that the figures speak of, its number, and nothing else but what
// is repeated where something goes on. Page 1 has no running head, and the marking at its head is a part of what is read.
func (p *paper) edges(around []string) {
	// The longest come first, so that none is taken for the beginning of another.
	slices.SortStableFunc(p.again, func(a, b string) int { return len(b) - len(a) })
	for i, text := range around {
		place := fmt.Sprintf("page %d, at its edge", i+1)
		rest := texts.Squeeze(text)
		for _, l := range p.edgeLines(i+1, len(around)) {
			var ok bool
			if rest, ok = without(rest, l.text, l.cut); !ok {
				p.Add(place, "the line", l.text, text)
			}
		}
		for rest != "" {
			n := p.repeated(rest)
			if n == 0 {
				p.Add(place, "a text", "", rest)
				break
			}
			rest = rest[n:]
		}
	}
	for _, piece := range p.check.Words.Pieces("pdf.page", nil, "Page", "P", "Of", "O") {
		if piece.Arg == "" && texts.Digits(piece.Text) != nil {
			p.Add("every page", "a number of the message's own", "", piece.Text)
		}
	}
}

// edgeLine is what stands at the edge of a page; cut where it may end early.
type edgeLine struct {
	text string
	cut  bool
}

// edgeLines gives what stands at the edge of a page, the longest first: a short one may be a part of another.
func (p *paper) edgeLines(page, of int) []edgeLine {
	lines := []edgeLine{{p.doc.Stamp.Plain(), true}, {content.Plain(p.check.Words, "pdf.page", "Page", page, "Of", of), true}, {p.doc.Marking, false}}
	if page > 1 {
		meeting := p.doc.Meeting.Plain()
		if meeting != "" {
			meeting = ", " + meeting
		}
		lines = append(lines, edgeLine{p.doc.Marking, false}, edgeLine{meeting, false}, edgeLine{p.doc.Board.Plain(), true}, edgeLine{p.doc.Title.Plain(), true})
	}
	for i := range lines {
		lines[i].text = p.printed(lines[i].text)
	}
	lines = slices.DeleteFunc(lines, func(l edgeLine) bool { return l.text == "" })
	slices.SortStableFunc(lines, func(a, b edgeLine) int { return len(b.text) - len(a.text) })
	return lines
}

// repeated is the length of what a text begins with that may stand at the head of a page: where something goes on, whole or cut with an
// ellipsis; 0 for nothing.
func (p *paper) repeated(text string) int {
	for _, s := range p.again {
		if strings.HasPrefix(text, s) {
			return len(s)
		}
	}
	for at := strings.LastIndex(text, "\u2026"); at >= 0; at = strings.LastIndex(text[:at], "\u2026") {
		if slices.ContainsFunc(p.again, func(s string) bool { return strings.HasPrefix(s, text[:at]) }) {
			return at + len("\u2026")
		}
	}
	return 0
}

// without takes the last place of a piece out of a text, or where it may be cut, of its beginning with an ellipsis.
func without(s, piece string, cut bool) (rest string, ok bool) {
	if i := strings.LastIndex(s, piece); i >= 0 {
		return s[:i] + s[i+len(piece):], true
	}
	for n := len(piece) - 1; cut && n > 0; n-- {
		if !utf8.RuneStart(piece[n]) {
			continue
		}
		short := piece[:n] + "\u2026"
		if i := strings.LastIndex(s, short); i >= 0 {
			return s[:i] + s[i+len(short):], true
		}
	}
	return s, false
}

// Where texts may stand, in points.
const (
	edge      = 5 * 72 / 25.4 // of the sheet, within which nothing is printed by every printer
	smallest  = 9             // size of letters
	slack     = 0.7
	capHeight = 0.72 // of letters, as a part of their size
	descent   = 0.21
)

// positions proves what a person sees: each text whole on its sheet, none over another, none too small, and the marking alone at the head and
// at the foot of every page.
func (p *paper) positions(n int, page *tagged.Page) {
	marking := p.printed(p.doc.Marking)
	place := fmt.Sprintf("page %d", n)
	drawn := slices.DeleteFunc(page.Texts, func(t tagged.Placed) bool { return strings.TrimSpace(t.Text) == "" })
	for n := range drawn {
		t := &drawn[n]
		t.Width -= spaceAtEnd(t)
		if t.X < edge || t.Y-descent*t.Size < edge || t.X+t.Width > page.Width-edge || t.Y+capHeight*t.Size > page.Height-edge {
			p.Add(place, "a text whole on the sheet", t.Text, fmt.Sprintf("%.0f, %.0f to %.0f", t.X, t.Y, t.X+t.Width))
		}
		if t.Size < smallest {
			p.Add(place, "the size of \""+t.Text+"\"", fmt.Sprint(smallest), fmt.Sprint(t.Size))
		}
	}
	slices.SortStableFunc(drawn, func(a, b tagged.Placed) int { return cmp.Compare(b.Y, a.Y) })
	p.touching(place, drawn)
	if marking != "" {
		p.alone(place+", at the head", drawn, marking, true)
		slices.Reverse(drawn)
		p.alone(place+", at the foot", drawn, marking, false)
	}
}

// spaceAtEnd is the width of the space that a text keeps at its end for those who listen.
func spaceAtEnd(t *tagged.Placed) float64 {
	if strings.HasSuffix(t.Text, " ") || strings.HasSuffix(t.Text, "\u00A0") {
		return 0.278 * t.Size
	}
	return 0
}

// tallest is more than any text is high.
const tallest = 40

// touching looks for texts that stand over each other. They are in the order of their lines.
func (p *paper) touching(place string, drawn []tagged.Placed) {
	for a := range drawn {
		t := &drawn[a]
		for b := a + 1; b < len(drawn) && drawn[b].Y > t.Y-tallest; b++ {
			u := &drawn[b]
			if t.X < u.X+u.Width-slack && u.X < t.X+t.Width-slack && t.Y-descent*t.Size < u.Y+capHeight*u.Size-slack && u.Y-descent*u.Size < t.Y+capHeight*t.Size-slack {
				p.Add(place, "two texts apart", t.Text, u.Text)
			}
		}
	}
}

// alone sees to it that the first texts are the lines of the marking, each alone on its line. Down tells whether they go down the page.
func (p *paper) alone(place string, drawn []tagged.Placed, marking string, down bool) {
	read, n := "", 0
	for n < len(drawn) && len(read) < len(marking) {
		if line := texts.Squeeze(drawn[n].Text); down {
			read += line
		} else {
			read = line + read
		}
		n++
	}
	if read != marking {
		p.Add(place, "the marking on lines of its own", p.doc.Marking, read)
		return
	}
	if n < len(drawn) && math.Abs(drawn[n-1].Y-drawn[n].Y) < drawn[n-1].Size/2 {
		p.Add(place, "the marking on lines of its own", p.doc.Marking, drawn[n].Text)
	}
}
