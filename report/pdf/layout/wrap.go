package layout

import (
	"math"
	"unicode/utf8"
)

// segment is a stretch of one run on one line: text[from:to] of the run, at x, both in thousandths of the size.
type segment struct {
	run      int
	from, to int
	x, width int
}

// line is one line of wrapped text.
type line struct {
	segments []segment
	width    int
}

// wrapper breaks text into lines. All its lengths are whole thousandths of the size, so it never rounds.
type wrapper struct {
	fonts *Fonts
	runs  []Run
	bold  bool // the style's own weight
	size  float64
	limit int

	lines []line
	cur   line
	word  []segment // pieces of the word being read, which may cross runs
	wordW int
	space segment // the space before it, if any
	after bool    // there is one
}

// wrap breaks runs, whose texts are clean, into lines of at most limit. It breaks at spaces, after hyphens and slashes between
// letters, and, when a word is longer than a line, between any two characters: nothing is ever cut off.
func (f *Fonts) wrap(runs []Run, style Style, limit int) []line {
	w := &wrapper{fonts: f, runs: runs, bold: style.Bold, size: style.Size, limit: limit}
	for i := range runs {
		w.read(i)
	}
	w.endWord()
	w.endLine()
	return w.lines
}

func (w *wrapper) isBold(run int) bool { return (w.bold || w.runs[run].Bold) && !w.runs[run].Light }

// advance is the width of a character in thousandths of the style's size.
func (w *wrapper) advance(r rune, run int, bold bool) int {
	return scaled(w.fonts.advance(r, bold), w.runs[run].Size, w.size)
}

// scaled turns thousandths of a run's size, where it has one of its own, into thousandths of the style's.
func scaled(thousandths int, own, size float64) int {
	if own == 0 || own == size {
		return thousandths
	}
	return int(math.Ceil(float64(thousandths) * own / size))
}

// read takes one run in, character by character: this is where all text is measured, once.
func (w *wrapper) read(run int) {
	bold := w.isBold(run)
	text := w.runs[run].Text
	if mark := w.runs[run].Mark; mark != NoMark {
		w.add(segment{run: run, width: scaled(markAdvance, w.runs[run].Size, w.size)})
	}
	from, width := 0, 0
	flush := func(to int) {
		if to > from {
			w.add(segment{run: run, from: from, to: to, width: width})
		}
		width = 0
	}
	for i, r := range text {
		switch r {
		case ' ':
			flush(i)
			w.endWord()
			if !w.after {
				w.space, w.after = segment{run: run, from: i, to: i + 1, width: w.advance(' ', run, bold)}, true
			}
			from = i + 1
		case '\n':
			flush(i)
			w.endWord()
			if !w.after {
				w.space, w.after = segment{run: run, from: i, to: i + 1}, true
			}
			w.endLine()
			from = i + 1
		default:
			width += w.advance(r, run, bold)
			end := i + utf8.RuneLen(r)
			if i == 0 || w.runs[run].Whole || !isBreaker(r) || !letterAfter(text, end) {
				continue
			}
			flush(end)
			w.endWord()
			from = end
		}
	}
	flush(len(text))
}

func isBreaker(r rune) bool {
	return r == '-' || r == '/' || r == '\u2013' || r == '\u2014' || r == '_' || r == '@'
}

// letterAfter asks for a letter, so that dates and negative numbers stay whole.
func letterAfter(text string, at int) bool {
	return at < len(text) && (text[at] >= 0x80 || text[at]|0x20 >= 'a' && text[at]|0x20 <= 'z')
}

func (w *wrapper) add(s segment) {
	w.word = append(w.word, s)
	w.wordW += s.width
}

// endWord sets the word that has been read on the line, or on the next.
func (w *wrapper) endWord() {
	if len(w.word) == 0 {
		return
	}
	gap := 0
	if w.after && len(w.cur.segments) > 0 {
		gap = w.space.width
	}
	if len(w.cur.segments) > 0 && w.cur.width+gap+w.wordW > w.limit {
		w.endLine()
		gap = 0
	}
	if gap > 0 {
		w.append(w.space)
	}
	w.after = false
	for _, piece := range w.word {
		if w.wordW > w.limit {
			w.appendBroken(piece)
		} else {
			w.append(piece)
		}
	}
	w.word, w.wordW = w.word[:0], 0
}

// append puts a piece at the end of the line, joined to the segment before it when it goes on in the same run.
func (w *wrapper) append(s segment) {
	if n := len(w.cur.segments); n > 0 {
		last := &w.cur.segments[n-1]
		if last.run == s.run && last.to == s.from {
			last.to = s.to
			last.width += s.width
			w.cur.width += s.width
			return
		}
	}
	s.x = w.cur.width
	w.cur.segments = append(w.cur.segments, s)
	w.cur.width += s.width
}

// appendBroken sets a piece of a word that is longer than a line.
func (w *wrapper) appendBroken(s segment) {
	if s.from == s.to {
		w.append(s)
		return
	}
	bold := w.isBold(s.run)
	text := w.runs[s.run].Text[s.from:s.to]
	part := segment{run: s.run, from: s.from, to: s.from}
	for _, r := range text {
		width := w.advance(r, s.run, bold)
		if w.cur.width+part.width+width > w.limit && w.cur.width+part.width > 0 {
			if part.to > part.from {
				w.append(part)
			}
			w.endLine()
			part = segment{run: s.run, from: part.to, to: part.to}
		}
		part.to += utf8.RuneLen(r)
		part.width += width
	}
	w.append(part)
}

// endLine closes the line. The space at a break stays in the text, without width, so that words do not run together for
// those who hear the page.
func (w *wrapper) endLine() {
	if w.after && len(w.cur.segments) > 0 {
		width := w.cur.width
		space := w.space
		space.width = 0
		w.append(space)
		w.cur.width = width
	}
	w.after = false
	w.lines = append(w.lines, w.cur)
	w.cur = line{}
}
