package texts

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/content"
	"boardpack/report/proof/difference"
)

func atoms(list ...string) []content.Atom {
	var out []content.Atom
	for _, text := range list {
		out = append(out, content.Atom{Is: "a text", Text: text})
	}
	return out
}

func found(list ...string) []Found {
	var out []Found
	for _, text := range list {
		out = append(out, Found{Text: text, Page: 1})
	}
	return out
}

// TestCompare: texts agree in order, whatever their lines are broken at; what is missing, other or more is a difference.
func TestCompare(t *testing.T) {
	t.Parallel()
	drawing := atoms("a", "bar")
	drawing[1].Drawn = slices.Values([]string{"12", "3"})
	other, cut := atoms("a", "a longer way", "c"), atoms("a", "all of it", "c")
	other[1].Or, cut[1].Cut = []string{"a way"}, true
	drawn := func(text string) []Found {
		out := found("a", "bar")
		out[1].Drawn = text
		return out
	}
	for _, c := range []struct {
		name     string
		expected []content.Atom
		found    []Found
		want     string
	}{
		{"the same", atoms("a b", "c"), found("a  b", "\u00ADc"), ""},
		{"nobody sees it", atoms("a"), found("a", " \u200B"), ""},
		{"missing", atoms("a", "b", "c"), found("a", "c"), `page 1: a text should be "b", and is not there`},
		{"other", atoms("a", "b", "c"), found("a", "d", "c"), `page 1: a text should be "b", and is "d"`},
		{"more", atoms("a", "c"), found("a", "b", "c"), `page 1: a text is "b", which no figure gives`},
		{"more at the end", atoms("a"), found("a", "b"), `page 1: a text is "b", which no figure gives`},
		{"missing at the end", atoms("a", "b"), found("a"), `at the end: a text should be "b", and is not there`},
		{"in another order", atoms("a", "b"), found("b", "a"), `page 1: a text is "b", which no figure gives`},
		{"numbers that run together", atoms("1 2"), found("12"), `should be "1 2", and is "12"`},
		{"the other of two forms", other, found("a", "a way", "c"), ""},
		{"neither of two forms", other, found("a", "no way", "b", "c"), `"no way"`},
		{"cut", cut, found("a", "all of\u2026", "c"), ""},
		{"cut without saying so", cut, found("a", "all of", "c"), `"all of"`},
		{"cut that may not be", atoms("a", "all of it"), found("a", "all\u2026"), "all\u2026"},
		{"two in one", atoms("a", "b"), found("ab"), `"ab"`},
		{"a drawing", drawing, drawn("1 2"), ""},
		{"another drawing of it", drawing, drawn("3"), ""},
		{"a wrong drawing", drawing, drawn("4"), `page 1: the texts in a drawing should be "12", and is "4"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var d difference.List
			Compare(&d, slices.Values(c.expected), slices.Values(c.found), strings.TrimSpace)
			if c.want == "" {
				assert.NoError(t, d.Err("it"))
				return
			}
			assert.ErrorContains(t, d.Err("it"), c.want)
		})
	}
}

func TestSame(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"tŷ", "ty\u0302", true}, {"a\u00A0b", "a b", true}, {"ab", "a b", true}, {"a\x01b", "ab", true}, {"a", "b", false}, {"1 2", "12", false},
		{"1\n2", "1 2", true}, {"of 3", "of3", true},
	} {
		assert.Equal(t, c.want, Same(c.a, c.b), "%q, %q", c.a, c.b)
	}
	assert.Equal(t, []string{"12", "3"}, Digits("12 of 3."))
	assert.Empty(t, Digits("none"))
}
