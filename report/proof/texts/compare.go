package texts

import (
	"cmp"
	"iter"
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
// Printed is how the format writes a text in a drawing. Texts of which nobody sees anything are left out. Neither side is held: a large
// register has millions of texts.
func Compare(d *difference.List, expected iter.Seq[content.Atom], found iter.Seq[Found], printed func(string) string) {
	e := begin(expected, func(a *content.Atom) bool { return isSeen(a.Text) })
	defer e.stop()
	f := begin(found, func(f *Found) bool { return isSeen(f.Text) })
	defer f.stop()
	for e.has(1) && f.has(1) {
		want, got := &e.list[0], &f.list[0]
		if says(want, got.Text) {
			drawn(d, want, got, printed)
			e.drop(1)
			f.drop(1)
			continue
		}
		e.has(far)
		f.has(far)
		skipE, skipF := resume(e.list, f.list)
		for i := range skipE {
			missed := ""
			if i < skipF {
				missed = f.list[i].Text
			}
			d.Add(f.list[0].where(), e.list[i].Is, e.list[i].Text, missed)
		}
		for i := skipE; i < skipF; i++ {
			d.Add(f.list[i].where(), "a text", "", f.list[i].Text)
		}
		e.drop(skipE)
		f.drop(skipF)
	}
	for ; e.has(1); e.drop(1) {
		d.Add("at the end", e.list[0].Is, e.list[0].Text, "")
	}
	for ; f.has(1); f.drop(1) {
		d.Add(f.list[0].where(), "a text", "", f.list[0].Text)
	}
}

// far is how many texts ahead both sides are looked through for where they agree again.
const far = 60

// ahead is the next texts of one side.
type ahead[T any] struct {
	list []T
	next func() (T, bool)
	stop func()
	seen func(*T) bool
}

func begin[T any](all iter.Seq[T], seen func(*T) bool) *ahead[T] {
	next, stop := iter.Pull(all)
	return &ahead[T]{next: next, stop: stop, seen: seen}
}

// has looks so many texts ahead, and tells whether there are as many.
func (a *ahead[T]) has(n int) bool {
	for len(a.list) < n {
		v, ok := a.next()
		if !ok {
			return false
		}
		if a.seen(&v) {
			a.list = append(a.list, v)
		}
	}
	return true
}

func (a *ahead[T]) drop(n int) { a.list = append(a.list[:0], a.list[n:]...) }

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
