package layout

import (
	"strconv"
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
	runs  []Run
	elems []*tag.Elem // by run: the block's element, or a link or language span within it
	turns []bool      // by run: some of it is written from right to left
}

// text sets runs in a column.
func (f *flow) text(elem *tag.Elem, runs []Run, style Style, width float64, align Align) []strip {
	return f.lines(elem, runs, style, width, align, 0)
}

// lines sets runs in a column, at most so many lines of them; all for 0. What is cut ends at a word, with an ellipsis.
func (f *flow) lines(elem *tag.Elem, runs []Run, style Style, width float64, align Align, most int) []strip {
	s := &setter{fonts: f.fonts, style: style, align: align, width: width}
	s.runs = make([]Run, len(runs))
	for i, r := range runs {
		if r.Page != "" {
			r.Text = f.known.page(r.Page, r.Last)
		}
		r.Text = f.fonts.marks.Printed(clean(r.Text)) // signs in words are broken as words are
		s.runs[i] = r
	}
	limit := int(width * 1000 / style.Size)
	lines := f.fonts.wrap(s.runs, style, limit)
	if most > 0 && len(lines) > most {
		lines = s.cut(lines[most-1], most, limit)
	}
	s.elems, s.turns = make([]*tag.Elem, len(s.runs)), make([]bool, len(s.runs))
	for i, r := range s.runs {
		s.elems[i], s.turns[i] = inlineElem(elem, r), strings.ContainsFunc(r.Text, isRightToLeft)
	}
	strips := make([]strip, len(lines))
	for i, l := range lines {
		strips[i] = s.line(l)
		strips[i].keep = len(lines) <= 3 && i < len(lines)-1 || i == 0 && len(lines) > 1 || i == len(lines)-2
	}
	strips[0].before = style.Before
	return strips
}

// cut ends the runs on a line, at a word, so that an ellipsis has room behind it.
func (s *setter) cut(last line, most, limit int) []line {
	run, end := 0, 0
	for _, seg := range last.segments {
		run, end = seg.run, seg.to
	}
	s.runs = s.runs[:run+1]
	text := s.runs[run].Text[:end]
	for {
		text = strings.TrimRight(text, " ,;:.\u2026\u00A0")
		s.runs[run].Text = text + ellipsis
		if lines := s.fonts.wrap(s.runs, s.style, limit); len(lines) <= most {
			return lines
		}
		if i := strings.LastIndexAny(text, " \u00A0"); i > 0 {
			text = text[:i]
			continue
		}
		letters := []rune(text)
		if len(letters) < 2 {
			return s.fonts.wrap(s.runs, s.style, limit)
		}
		text = string(letters[:len(letters)-1])
	}
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
	joinLinks(out.items)
	return out
}

// joinLinks makes one place to press of neighbours that are one link.
func joinLinks(items []item) {
	first := -1
	for i := range items {
		switch {
		case items[i].link == nil:
			first = -1
		case first >= 0 && items[first].elem == items[i].elem:
			items[first].link.w = items[i].x + items[i].link.w - items[first].x
			items[i].link = nil
		default:
			first = i
		}
	}
}

func (s *setter) segment(items []item, seg segment, shift float64) []item {
	r := s.runs[seg.run]
	x, y := shift+s.points(seg.x), s.style.baseline()
	ink, size := r.Ink, s.style.Size
	if ink == 0 {
		ink = s.style.Ink
	}
	if r.Size > 0 {
		size = r.Size
	}
	if r.Mark != NoMark && seg.from == 0 {
		// The shape repeats the word beside it, so it is decoration to those who listen.
		items = append(items, item{x: x, y: y, what: shape{mark: r.Mark, size: snap(size * 0.78), ink: ink}})
		advance := scaled(markAdvance, r.Size, s.style.Size)
		x += s.points(advance)
		seg.width -= advance
	}
	w := words{text: r.Text[seg.from:seg.to], bold: (s.style.Bold || r.Bold) && !r.Light, size: size, ink: ink}
	if s.turns[seg.run] {
		w.of, w.at = strings.ReplaceAll(r.Text, "\n", " "), seg.from
	}
	it := item{elem: s.elems[seg.run], x: x, y: y}
	if r.Boxed && strings.TrimSpace(w.text) != "" {
		items = append(items, item{x: x - 3.5, y: y - snap(size*ascent) - 0.5, what: box{w: s.points(seg.width) + 7, h: snap(size*(ascent+descent)) + 1.5, fill: Paper, stroke: Black, line: 1}})
	}
	if r.isLink() {
		if !r.Quiet {
			w.underline = s.points(seg.width)
		}
		it.link = &link{to: r.To, url: r.URL, says: r.Says, w: s.points(seg.width), h: snap(size * ascent)}
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

// Width gives the width of a text on one line.
func (f *Fonts) Width(text string, bold bool, size float64) float64 {
	return f.measure(text, bold, size)
}

// oneLine makes a text ready to be drawn on one line, whoever set it.
func oneLine(text string) string { return strings.ReplaceAll(clean(text), "\n", " ") }

// pages is the page of each place, counted from 1, as far as it is known: where a place begins, and where it ends.
type pages struct {
	first, last map[string]int
	count       int // of all pages
}

// page is the number of a page as it is printed. Before it is known, its width is guessed.
func (p pages) page(id string, last bool) string {
	of := p.first
	if last {
		of = p.last
	}
	if n, ok := of[id]; ok {
		return strconv.Itoa(n)
	}
	return "0"
}
