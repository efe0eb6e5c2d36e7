package proof

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/proof/difference"
	"boardpack/report/proof/figures"
)

// Figures is a figures file that Documents are proved against.
type Figures = figures.Lazy

// NewFigures takes the content of figures.json. It is read the first time that it is needed.
func NewFigures(data []byte) *Figures { return figures.New(data) }

// Difference is one place where a file does not say what it should.
type Difference = difference.Difference

// Check proves a Document against a figures file, and files against the Document.
type Check struct {
	Figures     *Figures
	Words       report.Words // the language of the Document
	DueSoonDays int          // for a figures file of an earlier version, which does not say what due soon means
	Sections    Sections     // what the files hold
	Unattached  bool         // papers do not carry the figures file
}

// Sections is what the packs of a template hold. None of one or the other is all that there are.
type Sections struct {
	PDF    []string // names of the parts
	Sheets []string // names of the sheets
}

// atom is one text that a reader meets: a heading, a cell, the words for a drawing.
type atom struct {
	text  string
	page  int    // of what was found
	place string // of what is expected: what it is
	drawn string // of a drawing that was found: the texts in it
	// Of what is expected:
	optional bool             // it may be left out
	joins    bool             // it may stand in one atom with the one before
	drawings iter.Seq[string] // of a drawing: all that may stand in it
}

func (a *atom) where() string { return "page " + strconv.Itoa(a.page) }

// compare holds what was found to what is expected, in order and both ways: nothing may be missing, and nothing more may stand there.
func compare(d *difference.List, expected, found []atom) {
	expected, found = seen(expected), seen(found)
	e, f := 0, 0
	for e < len(expected) && f < len(found) {
		want, got := expected[e], found[f]
		if same(want.text, got.text) {
			drawn(d, want, got)
			e, f = e+1, f+1
			continue
		}
		if n := joinedIn(expected[e:], got.text); n > 1 {
			e, f = e+n, f+1
			continue
		}
		if want.optional {
			e++
			continue
		}
		skipE, skipF := resume(expected[e:], found[f:])
		for i := range skipE {
			missed := ""
			if i < skipF {
				missed = found[f+i].text
			}
			d.Add(found[f].where(), expected[e+i].place, expected[e+i].text, missed)
		}
		for i := skipE; i < skipF; i++ {
			d.Add(found[f+i].where(), "a text", "", found[f+i].text)
		}
		e, f = e+skipE, f+skipF
	}
	for ; e < len(expected); e++ {
		if !expected[e].optional {
			d.Add("at the end", expected[e].place, expected[e].text, "")
		}
	}
	for ; f < len(found); f++ {
		d.Add(found[f].where(), "a text", "", found[f].text)
	}
}

// seen leaves out texts of which nobody sees anything.
func seen(atoms []atom) []atom {
	return slices.DeleteFunc(atoms, func(a atom) bool { return !isSeen(a.text) })
}

func isSeen(s string) bool {
	for i := range len(s) {
		if s[i] > ' ' && s[i] < 0x7F {
			return true
		}
	}
	return squeeze(s) != ""
}

// drawn holds the texts in a drawing to what may stand there.
func drawn(d *difference.List, want, got atom) {
	if got.drawn == "" || want.drawings == nil {
		return
	}
	wanted := ""
	for text := range want.drawings {
		if squeeze(text) == squeeze(got.drawn) {
			return
		}
		if wanted == "" {
			wanted = text
		}
	}
	d.Add(got.where(), "the texts in a drawing", wanted, got.drawn)
}

// joinedIn tells how many of the expected texts stand in one, one after the other; 0 where they do not.
func joinedIn(expected []atom, text string) int {
	rest := squeeze(text)
	for n, want := range expected {
		after, ok := strings.CutPrefix(rest, squeeze(want.text))
		if !ok || n > 0 && !want.joins {
			return 0
		}
		if rest = after; rest == "" {
			return n + 1
		}
	}
	return 0
}

// resume finds how many texts on each side to pass over until both agree again.
func resume(expected, found []atom) (e, f int) {
	const far = 60
	for sum := 1; sum < far; sum++ {
		for e := 0; e <= sum; e++ {
			f := sum - e
			if e < len(expected) && f < len(found) && same(expected[e].text, found[f].text) {
				return e, f
			}
		}
	}
	return min(1, len(expected)), min(1, len(found))
}

// same compares texts without the spaces at which lines are broken; numbers must not run together for it.
func same(a, b string) bool {
	if a == b {
		return true
	}
	a, b = normal(a), normal(b)
	if squeeze(a) != squeeze(b) {
		return false
	}
	x, y := digits(a), digits(b)
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}

// squeeze takes out the spaces, and parts letters from their accents, each by itself: a line may end before an accent, and a text that
// begins with one may stand behind another.
func squeeze(s string) string {
	if s = strings.Join(strings.Fields(normal(s)), ""); isASCII(s) {
		return s
	}
	out := make([]byte, 0, 2*len(s))
	for _, r := range s {
		if parted := norm.NFD.PropertiesString(string(r)).Decomposition(); parted != nil {
			out = append(out, parted...)
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}

func isASCII(s string) bool { return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 }) }

// normal is a text in the form in which all formats can hold it: composed letters, and without control characters and those that nobody
// sees. What the formats put in their place is left out, too.
func normal(s string) string {
	plain := true
	for i := range len(s) {
		plain = plain && s[i] < 0x7F && (s[i] >= ' ' || s[i] == '\n')
	}
	if plain {
		return s
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == '\uFFFD', unicode.IsControl(r), unicode.Is(unicode.Cf, r), r >= 0xFE00 && r <= 0xFE0F:
			return -1
		}
		return r
	}, s))
}

// shown is what a cell says to a reader: its text, or the words for why there is none.
func shown(c *content.Cell, missing func(content.Missing) string) string {
	if c.Missing != content.HasValue && c.Text == "" {
		return missing(c.Missing)
	}
	return c.Text
}
