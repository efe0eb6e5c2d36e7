package keys

import "slices"

// PairTexts finds, for each list of texts, its place among those of the month before: that of an equal list, or of one with which it shares
// a text, in the same place, that no other list of either month has there; and with inOrder those that are left in their order. It is
// -1 for a new one. Texts that are "" say nothing.
func PairTexts(now, before [][]string, inOrder bool) []int {
	p := textPairs{place: make([]int, len(now)), taken: make([]bool, len(before))}
	for i := range p.place {
		p.place[i] = -1
	}
	p.pair(func(i, e int) bool { return slices.Equal(now[i], before[e]) })
	for n := range now[0] {
		p.pair(func(i, e int) bool { return onlyOne(now, n, i) && onlyOne(before, n, e) && now[i][n] == before[e][n] })
	}
	if inOrder {
		p.pair(func(_, _ int) bool { return true })
	}
	return p.place
}

// textPairs are the pairs found so far.
type textPairs struct {
	place []int  // in step with now, -1 for none yet
	taken []bool // in step with before
}

// pair pairs those that are left and the same, in their order.
func (p *textPairs) pair(same func(i, e int) bool) {
	for i := range p.place {
		for e := range p.taken {
			if p.place[i] < 0 && !p.taken[e] && same(i, e) {
				p.place[i], p.taken[e] = e, true
			}
		}
	}
}

// onlyOne tells whether the n-th text of one of several lists is there, and no other has it.
func onlyOne(texts [][]string, n, of int) bool {
	for i := range texts {
		if n >= len(texts[of]) || texts[of][n] == "" || i != of && n < len(texts[i]) && texts[i][n] == texts[of][n] {
			return false
		}
	}
	return true
}
