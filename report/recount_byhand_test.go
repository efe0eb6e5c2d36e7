package report_test

import (
	"time"

	"boardpack/report"
)

// This file and its neighbour recount_test.go count a second time. What counts here is written from docs/design.md, "Figures" and what
// follows there, and from nothing else, in straight loops over the rows, and shares nothing with package report but the types of its
// input. Both countings are held together on thousands of random registers: an error would have to be made twice, in two ways of
// thinking.

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
			} else {
				count("dated", r)
				if date.String() < asAt.String() {
					count("overdue", r)
				} else if daysFrom(asAt, date) <= days {
					count("due_soon", r)
				} else {
					count("due_later", r)
				}
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
	day := time.Date(from.Year(), from.Month(), from.Day(), 12, 0, 0, 0, time.UTC)
	for n := 0; ; n++ {
		if y, m, d := day.AddDate(0, 0, n).Date(); y == to.Year() && m == to.Month() && d == to.Day() {
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

// naiveRating is the rule of docs/design.md, "Ratings", for a theme, source, owner or the whole. Where more than a tenth of what is in scope
// is not recognised, it is red or not known.
func naiveRating(n map[string]int) string {
	rag := naiveColour(n)
	unread := float64(n["unrecognised"]) > float64(n["in_scope"])/10
	if unread && rag != "red" {
		return "not known"
	}
	return rag
}

// naiveOwnRating is the rule of the same page for one recommendation, as shipped.
func naiveOwnRating(r settled, asAt report.Date, days int, byOriginal bool) string {
	if !isInScope(r) {
		return "not rated"
	}
	if !isOutstanding(r) {
		return "blue"
	}
	slipped := r.due != (report.Date{}) && r.original != (report.Date{}) && r.due.String() > r.original.String()
	if r.State == "complete" {
		if slipped {
			return "amber"
		}
		return "green"
	}
	date := r.due
	if byOriginal {
		date = r.original
	}
	dated := date != (report.Date{})
	switch {
	case dated && date.String() < asAt.String():
		return "red"
	case r.State != "in progress" && r.State != "not started":
		return "not known"
	case !dated || slipped || daysFrom(asAt, date) <= days:
		return "amber"
	}
	return "green"
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
