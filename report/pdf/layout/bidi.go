package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// firstRightToLeft is the first character that is written from right to left: the first of Hebrew.
const firstRightToLeft = '\u0590'

// isRightToLeft tells of the letters of Hebrew, Arabic and their like, and of Arabic digits, which turn signs beside them round.
func isRightToLeft(r rune) bool {
	if r < firstRightToLeft {
		return false
	}
	properties, _ := bidi.LookupRune(r)
	class := properties.Class()
	return class == bidi.R || class == bidi.AL || class == bidi.AN
}

// visualOrder puts the characters of one line in the order in which they are drawn from left to right, by the Unicode
// Bidirectional Algorithm (Unicode Standard Annex 9), given the text that it is a line of, from a byte on; turned is false for a line
// that has nothing written from right to left. Texts have no embeddings and isolates: clean takes them out.
//
// The classes of characters are the library's. The algorithm is not: the library's takes brackets, percent signs and Arabic digits
// beside words to the wrong side, and does not know that a line belongs to a paragraph.
func visualOrder(whole string, from, to int) (visual string, turned bool) {
	line := whole[from:to]
	if !strings.ContainsFunc(whole, isRightToLeft) {
		return line, false
	}
	p := newBidi(whole)
	start := utf8.RuneCountInString(whole[:from])
	end := start + utf8.RuneCountInString(line)
	if p.base == 0 && !strings.ContainsFunc(line, isRightToLeft) && !slices.ContainsFunc(p.levels[start:end], func(level int) bool { return level > 0 }) {
		return line, false
	}
	return p.line(start, end), true
}

// bidiText is a text while its order is worked out.
type bidiText struct {
	runes  []rune
	typed  []bidi.Class // as the characters have them
	types  []bidi.Class // as the rules leave them
	base   int          // the level of the text: 1 where it begins from right to left
	levels []int
}

func newBidi(text string) *bidiText {
	p := &bidiText{runes: []rune(text)}
	if beginsRightToLeft(text) {
		p.base = 1
	}
	for _, r := range p.runes {
		properties, _ := bidi.LookupRune(r)
		class := properties.Class()
		if class > bidi.AL && class != bidi.NSM { // controls, of which none is here
			class = bidi.ON
		}
		p.typed = append(p.typed, class)
	}
	p.types = slices.Clone(p.typed)
	p.weak()
	p.brackets()
	p.neutral()
	p.embed()
	return p
}

// beginsRightToLeft tells which way a text runs: that of its first letter (rules P2 and P3).
func beginsRightToLeft(text string) bool {
	i := strings.IndexFunc(text, unicode.IsLetter)
	if i < 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text[i:])
	return isRightToLeft(first)
}

// around is the direction of the text itself: what stands before its first character and behind its last.
func (p *bidiText) around() bidi.Class {
	if p.base == 1 {
		return bidi.R
	}
	return bidi.L
}

// weak settles marks, numbers and what belongs to them (rules W1 to W7).
func (p *bidiText) weak() {
	before, strong := p.around(), p.around()
	for i, class := range p.types {
		switch {
		case class == bidi.NSM:
			p.types[i] = before
		case class == bidi.EN && strong == bidi.AL:
			p.types[i] = bidi.AN
		}
		if before = p.types[i]; before == bidi.L || before == bidi.R || before == bidi.AL {
			strong = before
		}
	}
	for i, class := range p.types {
		if class == bidi.AL {
			p.types[i] = bidi.R
		}
	}
	for i := 1; i+1 < len(p.types); i++ {
		left, right := p.types[i-1], p.types[i+1]
		if left == right && (p.types[i] == bidi.CS && (left == bidi.EN || left == bidi.AN) || p.types[i] == bidi.ES && left == bidi.EN) {
			p.types[i] = left
		}
	}
	p.stretches(func(class bidi.Class) bool { return class == bidi.ET }, func(from, to int) {
		if from > 0 && p.types[from-1] == bidi.EN || to < len(p.types) && p.types[to] == bidi.EN {
			p.fill(from, to, bidi.EN)
		}
	})
	strong = p.around()
	for i, class := range p.types {
		switch class {
		case bidi.ES, bidi.ET, bidi.CS:
			p.types[i] = bidi.ON
		case bidi.L, bidi.R:
			strong = class
		case bidi.EN:
			if strong == bidi.L {
				p.types[i] = bidi.L
			}
		}
	}
}

// stretches calls do for each stretch of characters whose classes are wanted.
func (p *bidiText) stretches(wanted func(bidi.Class) bool, do func(from, to int)) {
	for from := 0; from < len(p.types); from++ {
		to := from
		for to < len(p.types) && wanted(p.types[to]) {
			to++
		}
		if to > from {
			do(from, to)
		}
		from = max(from, to)
	}
}

func (p *bidiText) fill(from, to int, class bidi.Class) {
	for i := from; i < to; i++ {
		p.types[i] = class
	}
}

// maxBrackets is how many brackets may be open at once (BD16).
const maxBrackets = 63

// bracketPair is the places of an opening bracket and of the one that closes it.
type bracketPair struct{ opening, closing int }

// pairs finds the brackets that belong together, by where they open (BD16).
func (p *bidiText) pairs() []bracketPair {
	var out []bracketPair
	var open []int
	for i, r := range p.runes {
		properties, _ := bidi.LookupRune(r)
		switch {
		case p.types[i] != bidi.ON || !properties.IsBracket():
		case properties.IsOpeningBracket():
			if len(open) == maxBrackets {
				return nil
			}
			open = append(open, i)
		default:
			for n := len(open) - 1; n >= 0; n-- {
				if mirrored(p.runes[open[n]]) == r {
					out, open = append(out, bracketPair{open[n], i}), open[:n]
					break
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b bracketPair) int { return a.opening - b.opening })
	return out
}

// strongOf takes numbers for what is written from right to left, as rules N0 and N1 do.
func strongOf(class bidi.Class) (bidi.Class, bool) {
	switch class {
	case bidi.L:
		return bidi.L, true
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R, true
	}
	return class, false
}

// brackets gives both brackets of a pair one direction (rule N0).
func (p *bidiText) brackets() {
	for _, pair := range p.pairs() {
		same, other := false, false
		for _, class := range p.types[pair.opening+1 : pair.closing] {
			if strong, ok := strongOf(class); ok {
				same, other = same || strong == p.around(), other || strong != p.around()
			}
		}
		way := p.around()
		switch {
		case same:
		case other:
			way = p.before(pair.opening)
		default:
			continue
		}
		for _, at := range []int{pair.opening, pair.closing} {
			p.types[at] = way
			for i := at + 1; i < len(p.typed) && p.typed[i] == bidi.NSM; i++ {
				p.types[i] = way
			}
		}
	}
}

// before is the direction of what stands before a character.
func (p *bidiText) before(at int) bidi.Class {
	for i := at - 1; i >= 0; i-- {
		if strong, ok := strongOf(p.types[i]); ok {
			return strong
		}
	}
	return p.around()
}

// neutral gives spaces and signs the direction of what is on both sides of them, or else that of the text (rules N1 and N2).
func (p *bidiText) neutral() {
	isNeutral := func(class bidi.Class) bool { _, strong := strongOf(class); return !strong }
	p.stretches(isNeutral, func(from, to int) {
		left, right := p.before(from), p.around()
		if to < len(p.types) {
			right, _ = strongOf(p.types[to])
		}
		if left != right {
			left = p.around()
		}
		p.fill(from, to, left)
	})
}

// embed gives each character its level (rules I1 and I2).
func (p *bidiText) embed() {
	p.levels = make([]int, len(p.types))
	for i, class := range p.types {
		level := p.base
		switch {
		case class == bidi.R && level == 0, class == bidi.L && level == 1:
			level++
		case class == bidi.EN || class == bidi.AN:
			level = 2
		}
		p.levels[i] = level
	}
}

// line draws the characters of one line (rules L1 to L4).
func (p *bidiText) line(start, end int) string {
	levels := slices.Clone(p.levels[start:end])
	for i := len(levels) - 1; i >= 0 && p.typed[start+i] == bidi.WS; i-- {
		levels[i] = p.base
	}
	var parts []linePart
	for i, r := range p.runes[start:end] {
		if i > 0 && p.typed[start+i] == bidi.NSM { // a mark follows its letter whichever way the letter runs
			parts[len(parts)-1].text += string(r)
			continue
		}
		if levels[i]%2 == 1 {
			r = mirrored(r)
		}
		parts = append(parts, linePart{string(r), levels[i]})
	}
	turnOver(parts, 2)
	turnOver(parts, 1)
	var out strings.Builder
	for _, part := range parts {
		out.WriteString(part.text)
	}
	return out.String()
}

// linePart is a character with its marks: written from right to left where its level is odd.
type linePart struct {
	text  string
	level int
}

// turnOver reverses the order of the parts in each stretch of them that has at least the level (rule L2).
func turnOver(parts []linePart, least int) {
	for from := 0; from < len(parts); from++ {
		to := from
		for to < len(parts) && parts[to].level >= least {
			to++
		}
		slices.Reverse(parts[from:to])
		from = max(from, to)
	}
}

// mirrored gives the sign that a bracket or the like is drawn as where it runs from right to left: its counterpart.
func mirrored(r rune) rune {
	const pairs = "<>«»‹›≤≥"
	if i := strings.IndexRune(pairs, r); i >= 0 {
		all := []rune(pairs)
		return all[slices.Index(all, r)^1]
	}
	if properties, _ := bidi.LookupRune(r); !properties.IsBracket() {
		return r
	}
	other, _ := utf8.DecodeRuneInString(bidi.ReverseString(string(r)))
	return other
}
