package layout

import (
	"strings"

	"boardpack/report/pdf/tag"
)

// Align says to which edge of its column text is set.
type Align uint8

// Text is set left, numbers right, as the guidance for accessible tables asks.
const (
	Left Align = iota
	Right
)

// setter turns wrapped lines into strips whose pieces belong to elements of the tag tree.
type setter struct {
	fonts *Fonts
	style Style
	align Align
	width float64
	elem  *tag.Elem // the block's own element
	runs  []Run
	elems []*tag.Elem // by run: the block's element, or a link or language span within it
	turns []bool      // by run: some of it is written from right to left
}

// text sets runs in a column.
func (f *flow) text(elem *tag.Elem, runs []Run, style Style, width float64, align Align) []strip {
	s := &setter{fonts: f.fonts, style: style, align: align, width: width, elem: elem}
	s.runs = make([]Run, len(runs))
	s.elems, s.turns = make([]*tag.Elem, len(runs)), make([]bool, len(runs))
	for i, r := range runs {
		r.Text = clean(r.Text)
		s.runs[i] = r
		s.elems[i], s.turns[i] = inlineElem(elem, r), strings.ContainsFunc(r.Text, isRightToLeft)
	}
	lines := f.fonts.wrap(s.runs, style.Bold, int(width*1000/style.Size))
	strips := make([]strip, len(lines))
	for i, l := range lines {
		strips[i] = s.line(l)
		strips[i].keep = len(lines) <= 3 && i < len(lines)-1 || i == 0 && len(lines) > 1 || i == len(lines)-2
	}
	strips[0].before = style.Before
	return strips
}

// inlineElem gives a run of its own kind an element within the block's, which joins the tree with its first word.
func inlineElem(block *tag.Elem, r Run) *tag.Elem {
	switch {
	case block == nil:
		return nil
	case r.isLink():
		e := block.Later(tag.Link)
		e.Lang = r.Lang
		return e
	case r.Lang != "":
		e := block.Later(tag.Span)
		e.Lang = r.Lang
		return e
	default:
		return block
	}
}

// points turns thousandths of the size into points.
func (s *setter) points(thousandths int) float64 {
	return snap(float64(thousandths) * s.style.Size / 1000)
}

func (s *setter) line(l line) strip {
	out := strip{height: s.style.Leading}
	var shift float64
	if s.align == Right {
		shift = s.width - s.points(l.width)
	}
	for _, seg := range l.segments {
		out.items = s.segment(out.items, seg, shift)
	}
	return out
}

func (s *setter) segment(items []item, seg segment, shift float64) []item {
	r := s.runs[seg.run]
	x, y := shift+s.points(seg.x), s.style.baseline()
	ink := r.Ink
	if ink == 0 {
		ink = s.style.Ink
	}
	if r.Mark != NoMark && seg.from == 0 {
		// The shape repeats the word beside it, so it is decoration to those who listen.
		items = append(items, item{x: x, y: y, what: shape{mark: r.Mark, size: snap(s.style.Size * 0.78), ink: ink}})
		x += s.points(markAdvance)
		seg.width -= markAdvance
	}
	w := words{text: r.Text[seg.from:seg.to], bold: s.style.Bold || r.Bold, size: s.style.Size, ink: ink}
	if s.turns[seg.run] {
		w.of, w.at = strings.ReplaceAll(r.Text, "\n", " "), seg.from
	}
	it := item{elem: s.elems[seg.run], x: x, y: y}
	if r.isLink() {
		if w.ink == s.style.Ink {
			w.ink = LinkInk
		}
		w.underline = s.points(seg.width)
		it.link = &link{to: r.To, url: r.URL, says: r.Says, w: w.underline, h: snap(s.style.Size * ascent)}
		if it.link.says == "" {
			it.link.says = r.Text
		}
	}
	it.what = w
	return append(items, it)
}

// measure gives the width of a text on one line.
func (f *Fonts) measure(text string, bold bool, size float64) float64 {
	sum := 0
	for _, r := range oneLine(text) {
		sum += f.advance(r, bold)
	}
	return snap(float64(sum) * size / 1000)
}

// oneLine makes a text ready to be drawn on one line, whoever set it.
func oneLine(text string) string { return strings.ReplaceAll(clean(text), "\n", " ") }
