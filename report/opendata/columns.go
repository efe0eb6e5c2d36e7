package opendata

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
)

// column is one column of the open data: its name and type, the same in every language and month, and a row's value.
type column struct {
	name     string
	title    string // message id
	datatype datatype
	words    []string // the values that it may have, for one that has few; none for any
	value    func(r *report.Position) string
}

// datatype is the type of a column's values, in the words of CSV on the Web (W3C, "Metadata Vocabulary for Tabular Data", 5.11).
type datatype string

const (
	aText    datatype = "string"
	aDate    datatype = "date"
	aNumber  datatype = "integer"
	aBoolean datatype = "boolean"
)

// columns lists the columns in the order of the file. Names and values are those of figures.json.
func columns(p *report.Pack) []column {
	field := func(f report.Field, datatype datatype, value func(r *report.Position) string) column {
		return column{name: string(f), title: "field." + string(f), datatype: datatype, value: value}
	}
	own := func(name string, datatype datatype, value func(r *report.Position) string) column {
		return column{name: name, title: "column." + name, datatype: datatype, value: value}
	}
	in := func(lang string, text func(r *report.Position) report.Text) func(r *report.Position) string {
		return func(r *report.Position) string { return text(r)[lang] }
	}
	number := func(n func(r *report.Position) int) func(r *report.Position) string {
		return func(r *report.Position) string { return strconv.Itoa(n(r)) }
	}
	is := func(f report.Figure) func(r *report.Position) string {
		return func(r *report.Position) string { return strconv.FormatBool(r.In(f)) }
	}
	welsh := func(f report.Field) column {
		return field(f.Welsh(), aText, func(r *report.Position) string { return p.WelshOf(r.Recommendation, f) })
	}
	text := func(r *report.Position) report.Text { return r.Text }
	response := func(r *report.Position) report.Text { return r.Response }
	progress := func(r *report.Position) report.Text { return r.Progress }
	columns := []column{
		own("key", aText, func(r *report.Position) string { return r.Key }),
		field(report.FieldRef, aText, func(r *report.Position) string { return r.Ref }),
		field(report.FieldSource, aText, func(r *report.Position) string { return r.Source }),
		field(report.FieldHeading, aText, func(r *report.Position) string { return r.Heading }),
		field(report.FieldTheme, aText, func(r *report.Position) string { return strings.Join(r.GroupThemes, ";") }),
		field(report.FieldRecommendation, aText, in("en", text)),
		field(report.FieldRecommendationCy, aText, in("cy", text)),
		field(report.FieldResponse, aText, in("en", response)),
		field(report.FieldResponseCy, aText, in("cy", response)),
		field(report.FieldOwner, aText, func(r *report.Position) string { return r.Owner }),
		field(report.FieldScope, aText, func(r *report.Position) string { return string(r.Scope) }).of(words(report.Scopes())),
		field(report.FieldPriority, aText, func(r *report.Position) string { return r.Priority }),
		field(report.FieldStatus, aText, func(r *report.Position) string { return r.Status }),
		own("state", aText, func(r *report.Position) string { return string(r.State) }).of(words(report.States())),
		field(report.FieldSignOff, aText, func(r *report.Position) string { return string(r.SignOff) }).of(words(report.SignOffs())),
		own("standing", aText, func(r *report.Position) string { return string(r.Standing) }).of(words(report.Standings())),
		field(report.FieldDueAsWritten, aText, func(r *report.Position) string { return r.DueAsWritten }),
		field(report.FieldOriginalDue, aDate, func(r *report.Position) string { return r.OriginalDue.String() }),
		field(report.FieldDue, aDate, func(r *report.Position) string { return r.Due.String() }),
		own("slip", aNumber, number(func(r *report.Position) int { return r.Slip })),
		own("times_moved", aNumber, number(func(r *report.Position) int { return r.TimesMoved })),
		own("overdue", aBoolean, is(report.Overdue)),
		own("days_late", aNumber, number(func(r *report.Position) int { return r.DaysLate })),
		own("due_soon", aBoolean, is(report.DueSoon)),
		own("rag", aText, func(r *report.Position) string { return string(r.Rating) }).of(words(report.Ratings())),
		field(report.FieldReason, aText, func(r *report.Position) string { return r.Reason }),
		field(report.FieldCompleted, aDate, func(r *report.Position) string { return r.Completed.String() }),
		field(report.FieldUpdated, aDate, func(r *report.Position) string { return r.Updated.String() }),
		field(report.FieldProgress, aText, in("en", progress)),
		field(report.FieldProgressCy, aText, in("cy", progress)),
		field(report.FieldEvidence, aText, func(r *report.Position) string { return r.Evidence }),
		own("actions", aNumber, number(func(r *report.Position) int { return max(1, len(r.Actions)) })),
		own("cell", aText, func(r *report.Position) string { return p.Register.Address(r.Recommendation, report.FieldRef) }),
	}
	for _, f := range append(report.NameFields(), report.FieldReason, report.FieldEvidence) { // the last: younger than the columns before
		columns = append(columns, welsh(f))
	}
	if p.Round != nil {
		columns = append(columns, own("answer", aText, func(r *report.Position) string { return string(p.Round.AnswerOf(r.Key)) }).of(words(report.Answers())))
	}
	after := slices.IndexFunc(columns, func(c column) bool { return c.name == string(report.DueSoon) }) + 1
	for i, f := range report.MarkedFigures(p.Rules, report.Overdue, report.DueSoon) {
		columns = slices.Insert(columns, after+i, column{name: string(f.Name), title: f.ColumnHeading(), datatype: aBoolean, value: is(f.Name)})
	}
	return columns
}

// of lists the values that a column may have.
func (c column) of(words []string) column {
	c.words = words
	return c
}

// words gives a list of the field's words as strings.
func words[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}
