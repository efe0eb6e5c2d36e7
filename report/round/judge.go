package round

import (
	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/round/merge"
)

// judged is what the answers of a row are judged by.
type judged struct {
	state     report.State // when its owner was asked
	due       report.Date  // in the master now
	completed bool         // the master has a completed date
	published report.Date  // of the report; absent where the master does not say
}

// judge finds what the answers of an owner to a row, taken together, say against each other. The answers are the newest of the owner in
// each column.
func judge(answers []*Answer, of judged) {
	in := map[column]*Answer{}
	for _, a := range answers {
		in[a.Column] = a
	}
	judgeState(in, of)
	judgeDate(in[colNewDate], in[colWhy], of)
	if a := in[colNotMine]; a != nil && a.Refused == "" {
		a.Waits = "not_mine"
	}
}

// judgeState looks at the status and the day of completion.
func judgeState(in map[column]*Answer, of judged) {
	status, completed := in[colStatus], in[colCompleted]
	complete := status != nil && status.Refused == "" && !status.NoChange && status.state == report.Complete
	if complete && (completed == nil || completed.Refused != "" && completed.Order < status.Order) && !of.completed {
		status.Refused = "complete_without_date"
	}
	if status != nil && status.Refused == "" && !status.NoChange && of.state == report.Complete && (status.state == report.InProgress || status.state == report.NotStarted) {
		wait(status, "reopened")
	}
	if completed == nil || completed.Refused != "" {
		return
	}
	given, _ := dates.ParseISODate(completed.Day) // absent where nothing tells when the answer was given
	switch {
	case !given.IsZero() && completed.day.After(given):
		completed.Refused = "completed_later"
	case completed.day.Before(of.published):
		completed.Refused = "completed_before"
	case !complete && of.state != report.Complete:
		wait(completed, "completed_without_status")
	}
}

// judgeDate looks at a new date.
func judgeDate(date, why *Answer, of judged) {
	if date == nil || date.Refused != "" || date.day == of.due {
		return
	}
	given, _ := dates.ParseISODate(date.Day)
	switch {
	case date.day.Before(given):
		wait(date, "past_date")
	case date.day.Before(of.due):
		wait(date, "earlier_date")
	case why == nil:
		wait(date, "no_reason")
	}
}

// wait leaves an answer to a person; what was doubted first stays.
func wait(a *Answer, code string) {
	if a.Waits == "" {
		a.Waits = code
	}
}

// judgeAll judges the newest answers of every owner to every row.
func judgeAll(answers []*Answer, of func(row *Row) judged) {
	type by struct{ row, owner string }
	plain := make([]merge.Answer, len(answers))
	for i, a := range answers {
		plain[i] = a.Answer
		plain[i].ID.Field = string(a.Column)
	}
	groups := map[by][]*Answer{}
	var order []by
	for _, i := range merge.Current(plain) {
		a := answers[i]
		if a.Row == nil {
			continue
		}
		k := by{a.ID.Row, a.Owner}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], a)
	}
	for _, k := range order {
		judge(groups[k], of(groups[k][0].Row))
	}
}
