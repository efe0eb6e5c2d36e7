package report_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report"
)

func rec(ref, text string) report.Recommendation {
	return report.Recommendation{Ref: ref, Text: report.Text{"en": text}}
}

func of(source string, r report.Recommendation) report.Recommendation {
	r.Source = source
	return r
}

func TestKeys(t *testing.T) {
	cases := []struct {
		name string
		rows []report.Recommendation
		want []string
	}{
		{"plain", []report.Recommendation{rec("1", "a"), rec("PR2", "b")}, []string{"1", "PR2"}},
		{"a repeated ref", []report.Recommendation{rec("11", "a"), rec("12", "b"), rec("11", "c")}, []string{"11a", "12", "11b"}},
		{"a repeated ref, case and spacing aside", []report.Recommendation{rec("PR 1", "a"), rec("pr  1", "b")}, []string{"PR 1a", "pr  1b"}},
		{"every kind of spacing aside", []report.Recommendation{rec("pr 1", "a"), rec(" pr 1", "b"), rec("pr\t1", "d"), rec("pr\u00a01", "e"), rec("ŷ 1", "f"), rec("Ŷ\u20031", "g")},
			[]string{"pr 1a", " pr 1b", "pr\t1c", "pr\u00a01d", "ŷ 1a", "Ŷ\u20031b"}},
		{"a letter that is taken", []report.Recommendation{rec("11", "a"), rec("11", "b"), rec("11a", "c")}, []string{"11b", "11c", "11a"}},
		{"no ref", []report.Recommendation{rec("", "a"), rec("", "b")}, []string{"?a", "?b"}},
		{"the same ref of two sources", []report.Recommendation{of("A", rec("1", "a")), of("B", rec("1", "b"))}, []string{"1", "B, 1"}},
		{"repeats in two sources", []report.Recommendation{of("A", rec("1", "a")), of("B", rec("1", "b")), of("B", rec("1", "c"))}, []string{"1", "B, 1a", "B, 1b"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, keys(build(t, register(c.rows...))))
		})
	}
}

func TestKeysOfManyRepeats(t *testing.T) {
	var rows []report.Recommendation
	for i := range 28 {
		rows = append(rows, rec("1", fmt.Sprint(i)))
	}
	got := keys(build(t, register(rows...)))
	assert.Equal(t, "1a", got[0])
	assert.Equal(t, "1z", got[25])
	assert.Equal(t, "1aa", got[26])
	assert.Equal(t, "1ab", got[27])
}

func TestKeysStayWithTheirRecommendation(t *testing.T) {
	cases := []struct {
		name        string
		before, now []report.Recommendation
		want        []string
	}{
		{"re-sorted", []report.Recommendation{rec("11", "a"), rec("11", "b")}, []report.Recommendation{rec("11", "b"), rec("11", "a")}, []string{"11b", "11a"}},
		{"one gone", []report.Recommendation{rec("11", "a"), rec("11", "b")}, []report.Recommendation{rec("11", "b")}, []string{"11b"}},
		{"one more", []report.Recommendation{rec("11", "a")}, []report.Recommendation{rec("11", "new"), rec("11", "a")}, []string{"11a", "11b"}},
		{"reworded, matched by order", []report.Recommendation{rec("11", "a"), rec("11", "b")}, []report.Recommendation{rec("11", "x"), rec("11", "b")}, []string{"11a", "11b"}},
		{"a third", []report.Recommendation{rec("11", "a"), rec("11", "b")}, []report.Recommendation{rec("11", "c"), rec("11", "b"), rec("11", "a")}, []string{"11c", "11b", "11a"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, keys(build(t, register(c.now...), earlier(c.before...))))
		})
	}
}

func ownedBy(owner string, r report.Recommendation) report.Recommendation {
	r.Owner = owner
	return r
}
