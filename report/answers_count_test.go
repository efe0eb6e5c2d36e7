package report_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"boardpack/report"
	"boardpack/report/reporttest"
)

// drawReturns draws what came back about some recommendations of a pack, each with up to three rows of up to three owners.
func drawReturns(t *rapid.T, p *report.Pack) *report.Returns {
	in := &report.Returns{ReplyBy: day(2024, time.May, 20)}
	for i := range p.Positions {
		key := p.Positions[i].Key
		for row := range rapid.IntRange(0, 3).Draw(t, "rows") {
			for _, owner := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"Ann", "ann ", "Bob", "Cat"}), 1, 3, rapid.ID[string]).Draw(t, "owners") {
				in.Rows = append(in.Rows, report.AskedRow{Key: key, Row: string(rune('a' + row)), Owner: report.Text{"en": owner}, Answer: rapid.SampledFrom(report.Answers()).Draw(t, "answer")})
			}
		}
	}
	in.Rows = append(in.Rows, report.AskedRow{Key: "no such key", Row: "a", Owner: report.Text{"en": "Dan"}, Answer: report.Answered})
	return in
}

// TestAskedIsTheSumOfItsAnswers: of all and of every owner, each recommendation that was asked about has one answer, whatever the order of the
// rows; the owners together were asked about what was asked about, and an answer of any of them is heard.
func TestAskedIsTheSumOfItsAnswers(t *testing.T) {
	t.Parallel()
	rules, _ := reporttest.Template(t)
	rapid.Check(t, func(rt *rapid.T) {
		pack, err := report.Build(reporttest.DrawRegister(rt, report.Month{Year: 2024, Month: 5}), nil, rules)
		require.NoError(rt, err)
		in := drawReturns(rt, pack)
		r := pack.WithReturns(in).Round
		assert.Nil(rt, pack.Round, "the pack itself is not changed")
		asked, heard := map[string]bool{}, map[string]bool{}
		for _, g := range append(slices.Clone(r.Owners), r.All) {
			assert.Equal(rt, g.N(report.FigAsked), g.N(report.FigAnswered)+g.N(report.FigPartlyAnswered)+g.N(report.FigNotAnswered), g.ID)
			union := slices.Concat(g.Keys(report.FigAnswered), g.Keys(report.FigPartlyAnswered), g.Keys(report.FigNotAnswered))
			assert.ElementsMatch(rt, g.Keys(report.FigAsked), union, g.ID)
		}
		for _, g := range r.Owners {
			for _, key := range g.Keys(report.FigAsked) {
				asked[key] = true
				heard[key] = heard[key] || !slices.Contains(g.Keys(report.FigNotAnswered), key)
			}
		}
		assert.Len(rt, asked, r.All.N(report.FigAsked))
		for key, was := range heard {
			assert.Equal(rt, was, r.AnswerOf(key) != report.NotAnswered, key)
		}
		other := *in
		other.Rows = rapid.Permutation(in.Rows).Draw(rt, "order")
		again := pack.WithReturns(&other).Round
		assert.Equal(rt, r.All, again.All)
		assert.Equal(rt, r.Owners, again.Owners)
	})
}

// TestWhatCountsAsAnswered: a recommendation is answered when one owner of every row has answered, and in part when there is less than that.
func TestWhatCountsAsAnswered(t *testing.T) {
	t.Parallel()
	pack := reporttest.Build(t, reporttest.Register(report.Recommendation{Ref: "1"}))
	row := func(row, owner string, a report.Answer) report.AskedRow {
		return report.AskedRow{Key: "1", Row: row, Owner: report.Text{"en": owner}, Answer: a}
	}
	for _, c := range []struct {
		rows []report.AskedRow
		want report.Answer
	}{
		{[]report.AskedRow{row("a", "Ann", report.Answered)}, report.Answered},
		{[]report.AskedRow{row("a", "Ann", report.NotAnswered), row("a", "Bob", report.Answered)}, report.Answered},
		{[]report.AskedRow{row("a", "Ann", report.Answered), row("b", "Bob", report.NotAnswered)}, report.PartlyAnswered},
		{[]report.AskedRow{row("a", "Ann", report.PartlyAnswered)}, report.PartlyAnswered},
		{[]report.AskedRow{row("a", "Ann", report.NotAnswered), row("b", "Bob", report.NotAnswered)}, report.NotAnswered},
		{nil, ""},
	} {
		r := pack.WithReturns(&report.Returns{Rows: c.rows}).Round
		assert.Equal(t, c.want, r.AnswerOf("1"), "%v", c.rows)
		assert.Nil(t, r.NotUpdated, "without a month before nothing tells")
	}
	var none *report.Round
	assert.Empty(t, none.AnswerOf("1"))
}

// TestExtensionsToDecide: what the board may still decide is what the master does not have and the team has not turned down.
func TestExtensionsToDecide(t *testing.T) {
	t.Parallel()
	pack := reporttest.Build(t, reporttest.Register(report.Recommendation{Ref: "1"}, report.Recommendation{Ref: "2"}))
	in := &report.Returns{}
	for i, state := range report.ExtensionStates() {
		in.Extensions = append(in.Extensions, report.Extension{Key: []string{"2", "1"}[i%2], State: state, Owner: report.Text{"en": "Ann"}})
	}
	in.Extensions = append(in.Extensions, report.Extension{Key: "gone"})
	r := pack.WithReturns(in).Round
	assert.Len(t, r.Extensions, 4)
	assert.Equal(t, []string{"1", "2"}, r.ToDecide())
}
