package keys_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/keys"
)

func rec(ref, text string) keys.Row { return keys.Row{Ref: ref, Text: text} }

func sourced(source, ref, text string) keys.Row {
	return keys.Row{Source: source, Ref: ref, Text: text}
}

// of gives rows their keys; they have nothing beside what keys are made of.
func of(rows []keys.Row, before *keys.Month) *keys.Month {
	return keys.Of(rows, func(i int) string { return fmt.Sprint(rows[i]) }, before)
}

func TestKeys(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		rows []keys.Row
		want []string
	}{
		{"plain", []keys.Row{rec("1", "a"), rec("PR2", "b")}, []string{"1", "PR2"}},
		{"a repeated ref", []keys.Row{rec("11", "a"), rec("12", "b"), rec("11", "c")}, []string{"11a", "12", "11b"}},
		{"a repeated ref, case and spacing aside", []keys.Row{rec("PR 1", "a"), rec("pr  1", "b")}, []string{"PR 1a", "pr  1b"}},
		{"every kind of spacing aside", []keys.Row{rec("pr 1", "a"), rec(" pr 1", "b"), rec("pr\t1", "d"), rec("pr\u00a01", "e"), rec("ŷ 1", "f"), rec("Ŷ\u20031", "g")},
			[]string{"pr 1a", " pr 1b", "pr\t1c", "pr\u00a01d", "ŷ 1a", "Ŷ\u20031b"}},
		{"a letter that is taken", []keys.Row{rec("11", "a"), rec("11", "b"), rec("11a", "c")}, []string{"11b", "11c", "11a"}},
		{"no ref", []keys.Row{rec("", "a"), rec("", "b")}, []string{"?a", "?b"}},
		{"the same ref of two sources", []keys.Row{sourced("A", "1", "a"), sourced("B", "1", "b")}, []string{"1", "B, 1"}},
		{"repeats in two sources", []keys.Row{sourced("A", "1", "a"), sourced("B", "1", "b"), sourced("B", "1", "c")}, []string{"1", "B, 1a", "B, 1b"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, of(c.rows, nil).Keys)
		})
	}
}

func TestKeysOfManyRepeats(t *testing.T) {
	t.Parallel()
	var rows []keys.Row
	for i := range 28 {
		rows = append(rows, rec("1", fmt.Sprint(i)))
	}
	got := of(rows, nil).Keys
	assert.Equal(t, "1a", got[0])
	assert.Equal(t, "1z", got[25])
	assert.Equal(t, "1aa", got[26])
	assert.Equal(t, "1ab", got[27])
}

func TestKeysStayWithTheirRecommendation(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name        string
		before, now []keys.Row
		want        []string
	}{
		{"re-sorted", []keys.Row{rec("11", "a"), rec("11", "b")}, []keys.Row{rec("11", "b"), rec("11", "a")}, []string{"11b", "11a"}},
		{"one gone", []keys.Row{rec("11", "a"), rec("11", "b")}, []keys.Row{rec("11", "b")}, []string{"11b"}},
		{"one more", []keys.Row{rec("11", "a")}, []keys.Row{rec("11", "new"), rec("11", "a")}, []string{"11a", "11b"}},
		{"reworded, matched by order", []keys.Row{rec("11", "a"), rec("11", "b")}, []keys.Row{rec("11", "x"), rec("11", "b")}, []string{"11a", "11b"}},
		{"a third", []keys.Row{rec("11", "a"), rec("11", "b")}, []keys.Row{rec("11", "c"), rec("11", "b"), rec("11", "a")}, []string{"11c", "11b", "11a"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, of(c.now, of(c.before, nil)).Keys)
		})
	}
}

// TestWhereARowWas: by source, ref and text; by a text that stands once; by source and ref; and of rows alike by all that they say.
func TestWhereARowWas(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name        string
		before, now []keys.Row
		want        []int
	}{
		{"the first month", nil, []keys.Row{rec("1", "a")}, []int{-1}},
		{"as it was", []keys.Row{rec("1", "a"), rec("2", "b")}, []keys.Row{rec("1", "a"), rec("2", "b")}, []int{0, 1}},
		{"renumbered", []keys.Row{rec("1", "a")}, []keys.Row{rec("2", "a")}, []int{0}},
		{"one put in at the top", []keys.Row{rec("1", "a"), rec("2", "b")}, []keys.Row{rec("1", "new"), rec("2", "a"), rec("3", "b")}, []int{-1, 0, 1}},
		{"a text that stands twice says nothing", []keys.Row{rec("1", "a"), rec("2", "a")}, []keys.Row{rec("3", "a")}, []int{-1}},
		{"reworded", []keys.Row{rec("1", "a")}, []keys.Row{rec("1", "b")}, []int{0}},
		{"another source", []keys.Row{sourced("A", "1", "a")}, []keys.Row{sourced("B", "1", "b")}, []int{-1}},
		{"the source renamed", []keys.Row{sourced("A", "1", "a")}, []keys.Row{sourced("B", "1", "a")}, []int{0}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var before *keys.Month
			if c.before != nil {
				before = of(c.before, nil)
			}
			assert.Equal(t, c.want, of(c.now, before).Last)
		})
	}
	alike := []keys.Row{rec("", "as above"), rec("", "as above")}
	before := keys.Of(alike, func(i int) string { return []string{"x", "y"}[i] }, nil)
	assert.Equal(t, []int{1, 0}, keys.Of(alike, func(i int) string { return []string{"y", "x"}[i] }, before).Last, "told apart by the whole row")
}

func TestPairTexts(t *testing.T) {
	t.Parallel()
	type texts = [][]string
	for _, c := range []struct {
		name        string
		now, before texts
		inOrder     bool
		want        []int
	}{
		{"equal, in another order", texts{{"a", "x"}, {"b", "y"}}, texts{{"b", "y"}, {"a", "x"}}, true, []int{1, 0}},
		{"one text that no other has", texts{{"a", "new"}, {"b", ""}}, texts{{"b", "old"}, {"a", "old"}}, true, []int{1, 0}},
		{"by order", texts{{"a"}, {"a"}, {"c"}}, texts{{"a"}, {"a"}}, true, []int{0, 1, -1}},
		{"not by order", texts{{"a"}}, texts{{"b"}}, false, []int{-1}},
		{"a text in another place is another", texts{{"a", ""}}, texts{{"", "a"}}, false, []int{-1}},
		{"none before", texts{{"a"}}, nil, true, []int{-1}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, keys.PairTexts(c.now, c.before, c.inOrder)) })
	}
}
