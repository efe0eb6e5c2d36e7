package round

import "boardpack/report"

// column is one of a return's.
type column string

// The columns, in their order.
const (
	colRef            column = "ref"
	colCode           column = "code"
	colReport         column = "report"
	colRecommendation column = "recommendation"
	colResponse       column = "response"
	colStatusNow      column = "status_now"
	colDueNow         column = "due_now"
	colLastNote       column = "last_note"
	colStatus         column = "status"
	colProgress       column = "progress"
	colNewDate        column = "new_date"
	colWhy            column = "why"
	colCompleted      column = "completed"
	colEvidence       column = "evidence"
	colNotMine        column = "not_mine"
	colProgressCy     column = "progress_cy"
	colToDo           column = "to_do"
)

// givenColumns are those that the program fills in.
func givenColumns() []column {
	return []column{colRef, colCode, colReport, colRecommendation, colResponse, colStatusNow, colDueNow, colLastNote}
}

// answerColumns are those that owners fill in.
func answerColumns() []column {
	return []column{colStatus, colProgress, colNewDate, colWhy, colCompleted, colEvidence, colNotMine, colProgressCy}
}

// columnsOf are those of a return, with the Welsh note or without it.
func columnsOf(welsh bool) []column {
	out := givenColumns()
	for _, c := range answerColumns() {
		if c != colProgressCy || welsh {
			out = append(out, c)
		}
	}
	return append(out, colToDo)
}

// isDay tells of the columns that take days.
func (c column) isDay() bool { return c == colNewDate || c == colCompleted }

// heading names a column in a language.
func (c column) heading(w report.Words) string { return w.Say("round.column." + string(c)) }

// width is a column's width in characters.
func (c column) width() float64 {
	switch c {
	case colRef:
		return 9
	case colCode:
		return 11
	case colRecommendation, colResponse, colLastNote, colProgress, colProgressCy:
		return 46
	case colReport, colWhy, colEvidence, colNotMine, colToDo:
		return 26
	}
	return 15
}

// field is where an answer goes in the master; "" for one that a person must act on.
func (c column) field() report.Field {
	switch c {
	case colStatus:
		return report.FieldStatus
	case colProgress:
		return report.FieldProgress
	case colNewDate:
		return report.FieldDue
	case colWhy:
		return report.FieldReason
	case colCompleted:
		return report.FieldCompleted
	case colEvidence:
		return report.FieldEvidence
	case colProgressCy:
		return report.FieldProgressCy
	}
	return ""
}
