package report_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/portfolio"
	"boardpack/report/reporttest/pace"
)

// The registers here have unique refs, so that a ref is the same recommendation in every month.

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

func randomMonth(r *rand.Rand, month report.Month) *report.Register {
	out := &report.Register{Name: "random", File: "random.xlsx", Sheet: "Recommendations", Month: month, AsAt: month.LastDay(),
		Columns: report.Fields()}
	signOffs := pick(r, report.SignOffs(), []report.SignOff{report.NoSignOff}, append(report.SignOffs(), report.NoSignOff))
	for i := range 30 {
		if r.IntN(3) == 0 {
			continue // not in the register this month
		}
		out.Recommendations = append(out.Recommendations, randomRow(r, i, out, signOffs))
	}
	return out
}

// randomHistory gives two months of a register, neither empty.
func randomHistory(seed int) []*report.Register {
	r := rand.New(rand.NewPCG(uint64(seed), 3))
	var out []*report.Register
	for month := time.August; len(out) < 2; {
		if m := randomMonth(r, report.Month{Year: 2023, Month: month}); len(m.Recommendations) > 0 {
			out, month = append(out, m), month+1
		}
	}
	return out
}

func randomRow(r *rand.Rand, i int, in *report.Register, signOffs []report.SignOff) report.Recommendation {
	date := func() report.Date {
		if r.IntN(3) == 0 {
			return report.Date{}
		}
		return in.AsAt.AddDays(r.IntN(181) - 90)
	}
	row := report.Recommendation{Ref: fmt.Sprintf("R%d", i), Text: report.Text{"en": fmt.Sprintf("Text number %d of the register", i)}, Row: i + 2,
		State: pick(r, append(report.States(), report.InProgress, report.InProgress, report.NotStarted, report.Complete)...),
		Scope: pick(r, report.Force, report.Force, report.Joint, report.External), SignOff: pick(r, signOffs...),
		Themes:  pick(r, nil, []string{"data"}, []string{"training"}, []string{"victims", "data"}, []string{"resourcing"}),
		Heading: pick(r, "", "Data", "Other"), Source: pick(r, "", ""), Owner: pick(r, "", "Head of X", "Head of Y"),
		Response: pick(r, nil, report.Text{"en": ""}, report.Text{"en": "Yes"}, report.Text{"cy": "Ie"}), Due: date(), OriginalDue: date()}
	if row.Due != (report.Date{}) && r.IntN(4) == 0 {
		row.EarlierDue = pick(r, []report.Date{in.AsAt}, []report.Date{in.AsAt, in.AsAt.AddDays(7)}, []report.Date{row.OriginalDue, row.Due})
		if row.EarlierDue[0] == (report.Date{}) {
			row.EarlierDue = nil
		}
	}
	return row
}

// TestCountedASecondTime compares both countings on random registers: every figure of every group with its rows, percentages,
// ratings, and the movement of the whole and of each theme.
func TestCountedASecondTime(t *testing.T) {
	t.Parallel()
	registers := pace.Rounds(600, 3000)
	shipped, _ := template(t)
	figures := 0
	for seed := range registers {
		r := rand.New(rand.NewPCG(uint64(seed), 9))
		rules := *shipped
		rules.DueSoonDays = pick(r, 60, 30, 1)
		rules.OverdueBy = pick(r, report.ByDue, report.ByOriginalDue)
		var months []*report.Register
		for i := range 1 + r.IntN(3) {
			months = append(months, randomMonth(r, report.Month{Year: 2023, Month: time.Month(6 + i)}))
		}
		last := len(months) - 1
		if len(months[last].Recommendations) == 0 {
			continue
		}
		pack, err := report.Build(months[last], months[:last], &rules)
		require.NoError(t, err)
		figures += compareCounts(t, pack, months, settle(months))
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	t.Logf("%d registers, %d figures compared", registers, figures)
}

func compareCounts(t *testing.T, pack *report.Pack, months []*report.Register, rows [][]settled) (figures int) {
	last := len(months) - 1
	now, register := rows[last], months[last]
	check := func(g *report.Group, name string, belongs func(settled) bool) {
		var mine []settled
		for _, row := range now {
			if belongs(row) {
				mine = append(mine, row)
			}
		}
		c := recount(mine, register.AsAt, pack.Rules.DueSoonDays, pack.Rules.OverdueBy == report.ByOriginalDue)
		for _, f := range report.Figures() {
			assert.Equal(t, c.n[string(f.Name)], g.N(f.Name), "%s of %s: a new figure is counted in recount_byhand_test.go too", f.Name, name)
			assert.Equal(t, strings.Join(c.refs[string(f.Name)], " "), strings.Join(g.Keys(f.Name), " "), "rows of %s of %s", f.Name, name)
			figures++
		}
		percent := -1
		if g.Percent != nil {
			percent = *g.Percent
		}
		assert.Equal(t, c.percent, percent, "percent of %s", name)
		assert.Equal(t, c.rag, string(g.Rating), "rating of %s", name)
		figures += 2
	}
	check(&pack.All, "all", func(settled) bool { return true })
	for i, row := range now {
		assert.Equal(t, row.moves, pack.Positions[i].TimesMoved, "moves of %s", row.Ref)
		own := naiveOwnRating(row, register.AsAt, pack.Rules.DueSoonDays, pack.Rules.OverdueBy == report.ByOriginalDue)
		assert.Equal(t, own, string(pack.Positions[i].Rating), "rating of %s", row.Ref)
		figures += 2
	}
	for i := range pack.Themes {
		check(&pack.Themes[i], pack.Themes[i].ID, inTheme(pack.Themes[i].ID))
	}
	for i := range pack.Owners {
		name := pack.Owners[i].Name["en"]
		check(&pack.Owners[i], "owner "+name, func(r settled) bool { return r.Owner == name })
	}
	for i := range pack.Headings {
		name := pack.Headings[i].Name["en"]
		check(&pack.Headings[i], "heading "+name, func(r settled) bool { return r.Heading == name })
	}
	if last == 0 {
		assert.Nil(t, pack.Movement)
		return figures
	}
	return figures + compareMovement(t, pack, rows[last-1], now)
}

// inTheme counts a row under the first of its themes; one of no known theme is not matched.
func inTheme(id string) func(settled) bool {
	return func(r settled) bool {
		if len(r.Themes) == 0 {
			return id == "not_matched"
		}
		return r.Themes[0] == id
	}
}

func compareMovement(t *testing.T, pack *report.Pack, before, now []settled) (figures int) {
	check := func(b report.Bridge, want map[string]int) {
		assert.Equal(t, want["opening"], b.Opening, "opening of %s", b.ID)
		assert.Equal(t, want["closing"], b.Closing, "closing of %s", b.ID)
		for _, step := range b.Steps() {
			assert.Equal(t, want[step.ID], step.N, "%s of %s", step.ID, b.ID)
		}
		figures += 10
	}
	check(pack.Movement.All, recountMovement(before, now, func(settled) bool { return true }))
	for _, b := range pack.Movement.Themes {
		check(b, recountMovement(before, now, inTheme(b.ID)))
	}
	return figures
}

// TestPortfolioCountedASecondTime puts random registers together, of masters that record sign-off and of others, with as-at dates of
// their own: every figure of the whole and of each group, and for the part of each owner its figures and its movement.
func TestPortfolioCountedASecondTime(t *testing.T) {
	t.Parallel()
	portfolios := pace.Rounds(80, 300)
	rules, _ := template(t)
	for seed := range portfolios {
		r := rand.New(rand.NewPCG(uint64(seed), 13))
		all := portfolio.New(rules)
		var before, now []settled
		last := &report.Register{}
		for part := range 2 + r.IntN(3) {
			name := fmt.Sprint("master-", part)
			history := randomHistory(1000*seed + part)
			history[1].AsAt = history[1].AsAt.AddDays(-r.IntN(4))
			pack, err := report.Build(history[1], history[:1], rules)
			require.NoError(t, err)
			all.Add(portfolio.PartOf(name, pack))
			rows := settle(history)
			before, now = append(before, renamed(rows[0], name)...), append(now, renamed(rows[1], name)...)
			if last.AsAt.IsZero() || last.AsAt.Before(history[1].AsAt) {
				last.AsAt = history[1].AsAt // what is overdue is counted on the latest day
			}
		}
		pack, err := all.Build(&report.Register{Name: "portfolio"}, nil)
		require.NoError(t, err)
		compareCounts(t, pack, []*report.Register{{}, last}, [][]settled{before, now})
		for i := range pack.Owners {
			compareOwner(t, pack, &pack.Owners[i], before, now)
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// renamed gives the rows the keys that the portfolio has for them.
func renamed(rows []settled, master string) []settled {
	out := append([]settled(nil), rows...)
	for i := range out {
		out[i].Ref = master + " " + out[i].Ref
	}
	return out
}

func compareOwner(t *testing.T, pack *report.Pack, owner *report.Group, before, now []settled) {
	part, err := pack.Only(report.OfOwners, owner)
	require.NoError(t, err)
	name := owner.Name["en"]
	theirs := func(r settled) bool { return r.Owner == name }
	var mine []settled
	for _, row := range now {
		if theirs(row) {
			mine = append(mine, row)
		}
	}
	c := recount(mine, pack.AsAt, pack.Rules.DueSoonDays, false)
	recorded := 0
	for _, row := range mine {
		if row.SignOff != "" {
			recorded++
		}
	}
	some, all := part.SignOffRecorded()
	assert.Equal(t, []bool{recorded > 0, recorded == len(mine)}, []bool{some, all}, "sign-off in the part of %q", name)
	for _, f := range report.Figures() {
		assert.Equal(t, c.n[string(f.Name)], part.All.N(f.Name), "%s in the part of %q", f.Name, name)
	}
	want := recountMovement(before, now, theirs)
	assert.Equal(t, want["opening"], part.Movement.All.Opening, "opening of %q", name)
	assert.Equal(t, want["closing"], part.Movement.All.Closing, "closing of %q", name)
	for _, step := range part.Movement.All.Steps() {
		assert.Equal(t, want[step.ID], step.N, "%s of %q", step.ID, name)
	}
}
