package texts

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"boardpack/report/content"
	"boardpack/report/proof/difference"
)

// Found is what a reader met: a text, or a drawing in words with the texts in it.
type Found struct {
	Text  string
	Drawn string
	Page  int
}

func (f *Found) where() string { return "page " + strconv.Itoa(f.Page) }

// Compare holds what was found to what is expected, in order and both ways: nothing may be missing, and nothing more may stand there.
// Printed is how the format writes a text in a drawing. Texts of which nobody sees anything are left out.
func Compare(d *difference.List, expected []content.Atom, found []Found, printed func(string) string) {
	expected = slices.DeleteFunc(expected, func(a content.Atom) bool { return !isSeen(a.Text) })
	found = slices.DeleteFunc(found, func(f Found) bool { return !isSeen(f.Text) })
	e, f := 0, 0
	for e < len(expected) && f < len(found) {
		want, got := &expected[e], &found[f]
		if says(want, got.Text) {
			drawn(d, want, got, printed)
			e, f = e+1, f+1
			continue
		}
		skipE, skipF := resume(expected[e:], found[f:])
		for i := range skipE {
			missed := ""
			if i < skipF {
				missed = found[f+i].Text
			}
			d.Add(found[f].where(), expected[e+i].Is, expected[e+i].Text, missed)
		}
		for i := skipE; i < skipF; i++ {
			d.Add(found[f+i].where(), "a text", "", found[f+i].Text)
		}
		e, f = e+skipE, f+skipF
	}
	for ; e < len(expected); e++ {
		d.Add("at the end", expected[e].Is, expected[e].Text, "")
	}
	for ; f < len(found); f++ {
		d.Add(found[f].where(), "a text", "", found[f].Text)
	}
}

func isSeen(s string) bool {
	for i := range len(s) {
		if s[i] > ' ' && s[i] < 0x7F {
			return true
		}
	}
	return Squeeze(s) != ""
}

// drawn holds the texts in a drawing to what may stand there.
func drawn(d *difference.List, want *content.Atom, got *Found, printed func(string) string) {
	if got.Drawn == "" || want.Drawn == nil {
		return
	}
	wanted := ""
	for text := range want.Drawn {
		text = printed(text)
		if Squeeze(text) == Squeeze(got.Drawn) {
			return
		}
		wanted = cmp.Or(wanted, text)
	}
	d.Add(got.where(), "the texts in a drawing", wanted, got.Drawn)
}

// says tells whether a text that was found is the one that is expected, in one of its forms.
func says(a *content.Atom, text string) bool {
	return Same(a.Text, text) || slices.ContainsFunc(a.Or, func(s string) bool { return Same(s, text) }) || a.Cut && isCut(a.Text, text)
}

// isCut tells whether a text is the beginning of another, with an ellipsis for the rest.
func isCut(whole, text string) bool {
	beginning, ok := strings.CutSuffix(Squeeze(text), "\u2026")
	return ok && strings.HasPrefix(Squeeze(whole), beginning)
}

// resume finds how many texts on each side to pass over until both agree again.
func resume(expected []content.Atom, found []Found) (e, f int) {
	const far = 60
	for sum := 1; sum < far; sum++ {
		for e := 0; e <= sum; e++ {
			f := sum - e
			if e < len(expected) && f < len(found) && says(&expected[e], found[f].Text) {
				return e, f
			}
		}
	}
	return min(1, len(expected)), min(1, len(found))
}
