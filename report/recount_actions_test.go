package report_test

import (
	"fmt"
	"math/rand/v2"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/reporttest/pace"
)

// This file counts recommendations with several actions a second time, as recount_test.go does the others: from the words of the
// rules alone. Each group of rows is made one row by hand, and its date is found by looking at every action in every month.

// byHand makes one row of the rows of a recommendation.
func byHand(rows []report.Recommendation) report.Recommendation {
	one := rows[0]
	one.Themes, one.Owner, one.Response, one.Due, one.OriginalDue = nil, "", nil, report.Date{}, report.Date{}
	complete, notStarted, withdrawn, superseded, notAccepted, unreadable, agreed := 0, 0, 0, 0, 0, 0, 0
	names := map[string]bool{}
	for _, row := range rows {
		switch row.State {
		case "complete":
			complete++
		case "not started":
			notStarted++
		case "withdrawn":
			withdrawn++
		case "superseded":
			superseded++
		case "not accepted":
			notAccepted++
		case "unrecognised":
			unreadable++
		}
		if row.SignOff == "agreed" {
			agreed++
		}
		if len(one.Themes) == 0 {
			one.Themes = row.Themes
		}
		if row.Owner != "" {
			names[row.Owner] = true
		}
		if row.Response["en"]+row.Response["cy"] != "" {
			one.Response = row.Response
		}
	}
	one.State = "in progress"
	for state, n := range map[report.State]int{"complete": complete, "not started": notStarted, "withdrawn": withdrawn, "superseded": superseded, "not accepted": notAccepted} {
		if n == len(rows) {
			one.State = state
		}
	}
	if unreadable > 0 {
		one.State = "unrecognised"
	}
	if agreed < len(rows) && one.SignOff != report.NoSignOff {
		one.SignOff = "not asked" // or refused: not agreed, which is all that counts
	}
	var owners []string
	for name := range names {
		owners = append(owners, name)
	}
	sort.Strings(owners)
	one.Owner = strings.Join(owners, "; ")
	return one
}

// kept is what is known of an action from an earlier month.
type kept struct {
	action        string // its words; "" where nothing but its dates is known
	original, due report.Date
	moves         int // of the due date, in the months seen
}

// diary keeps the actions of each recommendation between the months.
type diary struct {
	byOriginal bool
	actions    map[string][]kept
	decided    map[string]kept // what the recommendation had
	seen       map[string]int  // the last month that had it
}

// dates finds the dates of a recommendation in a month: those of the open action due first, the last of all where none is open.
func (d *diary) dates(month int, rows []report.Recommendation) (due, original report.Date, moves int) {
	none := report.Date{}
	ref := rows[0].Ref
	was := d.actions[ref]
	if last, seen := d.seen[ref]; seen && last != month-1 { // it was away: its dates alone were kept
		was = []kept{d.decided[ref]}
	}
	now := make([]kept, len(rows))
	found := make([]bool, len(rows))
	used := make([]bool, len(was))
	for _, byWords := range []bool{true, false} {
		for i := range rows {
			for k := range was {
				if !found[i] && !used[k] && (!byWords && len(rows) > 1 || was[k].action == rows[i].Extra[0]) {
					found[i], used[k], now[i] = true, true, was[k]
				}
			}
		}
	}
	if before, seen := d.decided[ref]; seen && len(rows) == 1 && !found[0] { // of several actions it is none: it goes on from the whole
		now[0] = before
	}
	open := false
	for i, row := range rows {
		n := &now[i]
		before := n.due
		if n.action, n.due = row.Extra[0], row.Due; n.due == none {
			n.due = row.OriginalDue
		}
		for _, first := range append([]report.Date{row.OriginalDue, n.original}, append(row.EarlierDue, row.Due)...) {
			if n.original = first; first != none {
				break
			}
		}
		if before == none {
			before = n.original
		}
		if before != none && n.due != none && before != n.due {
			n.moves++
		}
		open = open || row.State == "not started" || row.State == "in progress" || row.State == "unrecognised"
	}
	best := -1
	for i, row := range rows {
		if isOpen := row.State == "not started" || row.State == "in progress" || row.State == "unrecognised"; open && !isOpen {
			continue
		}
		if best < 0 {
			best = i
			continue
		}
		mine, theirs := now[i].due.String(), now[best].due.String()
		if d.byOriginal {
			mine, theirs = now[i].original.String(), now[best].original.String()
		}
		switch {
		case mine == "":
		case theirs == "", open && mine < theirs, !open && mine > theirs:
			best = i
		case open && mine == theirs && now[i].original != none && now[best].original != none && now[i].original.String() < now[best].original.String():
			best = i
		}
	}
	it := now[best]
	d.actions[ref], d.decided[ref], d.seen[ref] = now, kept{"", it.original, it.due, it.moves}, month
	return it.due, it.original, max(it.moves, movesIn(rows[best], it.original))
}

// movesIn counts how often the revisions of a row moved its date.
func movesIn(row report.Recommendation, from report.Date) (moves int) {
	for _, to := range append(append([]report.Date{}, row.EarlierDue...), row.Due) {
		if to == (report.Date{}) {
			break
		}
		if from != to {
			moves++
		}
		from = to
	}
	return moves
}

// TestActionsCountedASecondTime compares both countings on random registers in which a third of the recommendations have several
// actions, another number of them from month to month.
func TestActionsCountedASecondTime(t *testing.T) {
	t.Parallel()
	registers := pace.Rounds(120, 500)
	shipped, _ := template(t)
	figures := 0
	for seed := range registers {
		r := rand.New(rand.NewPCG(uint64(seed), 17))
		rules := *shipped
		rules.OverdueBy = pick(r, report.ByDue, report.ByOriginalDue)
		notes := diary{rules.OverdueBy == report.ByOriginalDue, map[string][]kept{}, map[string]kept{}, map[string]int{}}
		var months []*report.Register
		var hand [][]settled
		for m := range 1 + r.IntN(3) {
			register, groups := monthOfActions(r, report.Month{Year: 2023, Month: time.Month(6 + m)})
			var rows []settled
			for _, group := range groups {
				s := settled{Recommendation: byHand(group)}
				s.due, s.original, s.moves = notes.dates(m, group)
				rows = append(rows, s)
			}
			months, hand = append(months, register), append(hand, rows)
		}
		if len(hand[len(hand)-1]) == 0 {
			continue
		}
		pack, err := report.Build(months[len(months)-1], months[:len(months)-1], &rules)
		require.NoError(t, err)
		figures += compareCounts(t, pack, months, hand)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	t.Logf("%d registers, %d figures compared", registers, figures)
}

// monthOfActions gives a register of a month and its rows, grouped by recommendation.
func monthOfActions(r *rand.Rand, month report.Month) (*report.Register, [][]report.Recommendation) {
	register := randomMonth(r, month)
	var groups [][]report.Recommendation
	var rows []report.Recommendation
	number := 0
	for _, first := range register.Recommendations {
		group := []report.Recommendation{first}
		for r.IntN(3) == 0 && len(group) < 4 {
			other := randomMonth(r, month)
			if len(other.Recommendations) == 0 {
				continue
			}
			row := other.Recommendations[0]
			row.Ref, row.Text, row.Scope, row.Heading, row.Source = first.Ref, first.Text, first.Scope, first.Heading, first.Source
			row.SignOff = first.SignOff
			if first.SignOff != report.NoSignOff {
				row.SignOff = pick(r, report.SignOffs()...)
			}
			group = append(group, row)
		}
		actions := r.Perm(5)
		response := []report.Text{nil, {"en": "Yes"}}[len(first.Ref)%2] // the same in every month: an action is known by its words
		for i := range group {
			number++
			group[i].Row, group[i].Extra, group[i].Response = number, []string{fmt.Sprintf("action %d", actions[i])}, response
		}
		groups = append(groups, group)
		rows = append(rows, group...)
	}
	register.Recommendations = report.JoinActions(append([]report.Recommendation{}, rows...), report.SameRefActions)
	return register, groups
}
