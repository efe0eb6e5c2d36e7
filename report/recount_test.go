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
)

// This file counts a second time. It is written from docs/design.md, "Figures" and what follows there, and from nothing else, in straight loops over the rows, and shares nothing with package report but the types of its input. Both countings are
// held together on thousands of random registers: an error would have to be made twice, in two ways of thinking.

// recounted is what the naive count makes of some rows.
type recounted struct {
	n       map[string]int
	refs    map[string][]string
	percent int // -1 when nothing is in scope
	rag     string
}

// settled is a row with what is settled before counting (docs/design.md, "Due dates"): its dates.
type settled struct {
	report.Recommendation
	due, original report.Date
	moves         int
}

// recount goes through the rows once for each figure.
func recount(rows []settled, asAt report.Date, days int, byOriginal bool) recounted {
	c := recounted{n: map[string]int{}, refs: map[string][]string{}}
	count := func(figure string, r settled) {
		c.n[figure]++
		c.refs[figure] = append(c.refs[figure], r.Ref)
	}
	for _, r := range rows {
		count("total", r)
		// Rows out of scope, each under the first that applies.
		if r.State == "not accepted" {
			count("not_accepted", r)
			continue
		}
		if r.State == "withdrawn" {
			count("withdrawn", r)
			continue
		}
		if r.State == "superseded" {
			count("superseded", r)
			continue
		}
		if r.Scope == "external" {
			count("external", r)
			continue
		}
		count("in_scope", r)
		isOpen := false
		if r.State == "complete" {
			if r.SignOff == "" || r.SignOff == "agreed" {
				count("complete", r)
			} else {
				count("awaiting_sign_off", r)
				count("outstanding", r)
			}
		} else if r.State == "in progress" {
			count("in_progress", r)
			isOpen = true
		} else if r.State == "not started" {
			count("not_started", r)
			isOpen = true
		} else {
			count("unrecognised", r)
			isOpen = true
		}
		if isOpen {
			count("open", r)
			count("outstanding", r)
			date := r.due
			if byOriginal {
				date = r.original
			}
			if date == (report.Date{}) {
				count("no_date", r)
			} else if date.String() < asAt.String() {
				count("overdue", r)
			} else if daysFrom(asAt, date) <= days {
				count("due_soon", r)
			}
		}
		if r.due != (report.Date{}) && r.original != (report.Date{}) && r.due.String() > r.original.String() {
			count("slipped", r)
		}
		if r.Response["en"] == "" && r.Response["cy"] == "" {
			count("no_response", r)
		}
	}
	c.percent = naivePercent(c.n["complete"], c.n["in_scope"])
	c.rag = naiveRating(c.n)
	return c
}

// daysFrom counts the days one by one.
func daysFrom(from, to report.Date) int {
	day := time.Date(from.Year, from.Month, from.Day, 12, 0, 0, 0, time.UTC)
	for n := 0; ; n++ {
		if y, m, d := day.AddDate(0, 0, n).Date(); y == to.Year && m == to.Month && d == to.Day {
			return n
		}
	}
}

// naivePercent tries every percentage for the one that is nearest, the higher of two.
func naivePercent(complete, inScope int) int {
	if inScope == 0 {
		return -1
	}
	if complete == 0 {
		return 0
	}
	if complete == inScope {
		return 100
	}
	best, bestOff := 1, 1<<30
	for p := 1; p <= 99; p++ {
		off := complete*100 - p*inScope
		if off < 0 {
			off = -off
		}
		if off <= bestOff {
			best, bestOff = p, off
		}
	}
	return best
}

// naiveRating is the rule of docs/design.md, "Ratings", for a theme, source, owner or the whole. Nothing of which more than a tenth is
// not recognised is called green or blue.
func naiveRating(n map[string]int) string {
	rag := naiveColour(n)
	unread := float64(n["unrecognised"]) > float64(n["in_scope"])/10
	if unread && (rag == "green" || rag == "blue") {
		return "not rated"
	}
	return rag
}

func naiveColour(n map[string]int) string {
	switch {
	case n["in_scope"] == 0:
		return "not rated"
	case n["complete"] == n["in_scope"]:
		return "blue"
	case n["overdue"] > 0 && float64(n["overdue"]) >= 0.25*float64(n["outstanding"]):
		return "red"
	case n["overdue"] > 0:
		return "amber"
	case n["outstanding"] > 0 && float64(n["due_soon"]+n["no_date"]) >= 0.25*float64(n["outstanding"]):
		return "amber"
	}
	return "green"
}

// isOutstanding is in scope and not complete.
func isOutstanding(r settled) bool {
	return isInScope(r) && !(r.State == "complete" && (r.SignOff == "" || r.SignOff == "agreed"))
}

func isInScope(r settled) bool {
	return r.State != "not accepted" && r.State != "withdrawn" && r.State != "superseded" && r.Scope != "external"
}

// recountMovement looks at each ref of either month, and asks why it is outstanding in one and not in the other.
func recountMovement(before, now []settled, belongs func(settled) bool) map[string]int {
	b := map[string]int{}
	seen := map[string]bool{}
	for _, rows := range [][]settled{now, before} {
		for _, row := range rows {
			if seen[row.Ref] {
				continue
			}
			seen[row.Ref] = true
			was, wasThere := find(before, row.Ref)
			is, isThere := find(now, row.Ref)
			open1 := wasThere && isOutstanding(was) // at all, in any group
			open2 := isThere && isOutstanding(is)
			here1 := open1 && belongs(was)
			here2 := open2 && belongs(is)
			if here1 {
				b["opening"]++
			}
			if here2 {
				b["closing"]++
			}
			switch {
			case here2 && !here1 && !wasThere:
				b["new"]++
			case here2 && !here1 && open1:
				b["moved_in"]++
			case here2 && !here1 && isInScope(was):
				b["reopened"]++
			case here2 && !here1:
				b["came_into_scope"]++
			case here1 && !here2 && !isThere:
				b["removed"]++
			case here1 && !here2 && open2:
				b["moved_out"]++
			case here1 && !here2 && isInScope(is):
				b["completed"]++
			case here1 && !here2:
				b["left_scope"]++
			}
		}
	}
	return b
}

func find(rows []settled, ref string) (settled, bool) {
	for _, r := range rows {
		if r.Ref == ref {
			return r, true
		}
	}
	return settled{}, false
}

// --- random registers whose refs are unique, so that a ref is the same recommendation in every month ---

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

// settle gives each row its dates: due is the last revision that is filled, else the original; original due is the column's, else the
// first that an earlier month gave, else the first that the row gives. It moved as often as the months seen moved it, or as its own
// revisions did, whichever is more. A row that was away keeps what it had.
func settle(months []*report.Register) [][]settled {
	none := report.Date{}
	first, last, seen := map[string]report.Date{}, map[string]report.Date{}, map[string]int{}
	var out [][]settled
	for _, m := range months {
		var rows []settled
		for _, row := range m.Recommendations {
			s := settled{row, row.Due, row.OriginalDue, 0}
			if s.due == none {
				s.due = row.OriginalDue
			}
			if s.original == none {
				s.original = first[row.Ref]
			}
			if s.original == none && len(row.EarlierDue) > 0 {
				s.original = row.EarlierDue[0]
			}
			if s.original == none {
				s.original = row.Due
			}
			first[row.Ref] = s.original
			was := last[row.Ref]
			if was == none {
				was = s.original
			}
			if was != none && s.due != none && was != s.due {
				seen[row.Ref]++
			}
			last[row.Ref] = s.due
			inRow, at := 0, s.original
			for _, revision := range row.EarlierDue {
				if revision != at {
					inRow++
				}
				at = revision
			}
			if row.Due != none && row.Due != at {
				inRow++
			}
			s.moves = max(inRow, seen[row.Ref])
			rows = append(rows, s)
		}
		out = append(out, rows)
	}
	return out
}

// TestCountedASecondTime compares both countings on random registers: every figure of every group with its rows, percentages,
// ratings, and the movement of the whole and of each theme.
func TestCountedASecondTime(t *testing.T) {
	registers := 3000
	if testing.Short() {
		registers = 300
	}
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
			assert.Equal(t, c.n[string(f.Name)], g.N(f.Name), "%s of %s", f.Name, name)
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
		figures++
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
	portfolios := 300
	if testing.Short() {
		portfolios = 30
	}
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
