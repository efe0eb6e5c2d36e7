package reporttest

import (
	"fmt"

	"pgregory.net/rapid"

	"boardpack/report"
)

// DrawRegister makes any register: repeated and missing refs, themes known and unknown, every state and scope.
func DrawRegister(t *rapid.T, month report.Month) *report.Register {
	r := &report.Register{Name: "random", File: "random.xlsx", Sheet: "Recommendations", Month: month, AsAt: month.LastDay(),
		Columns: report.Fields()}
	n := rapid.IntRange(1, 25).Draw(t, "rows")
	for i := range n {
		r.Recommendations = append(r.Recommendations, DrawRow(t, r, i))
	}
	return r
}

// DrawRow makes any row for the register.
func DrawRow(t *rapid.T, r *report.Register, i int) report.Recommendation {
	themes := rapid.SampledFrom([][]string{nil, {"data"}, {"victims"}, {"training", "data"}, {"resourcing"}}).Draw(t, "themes")
	row := report.Recommendation{
		Ref:     rapid.SampledFrom([]string{"", "1", "2", "3", "11", "11a", "PR1"}).Draw(t, "ref"),
		Source:  rapid.SampledFrom([]string{"", "A", "B"}).Draw(t, "source"),
		Heading: rapid.SampledFrom([]string{"", "Data", "data ", "Other"}).Draw(t, "heading"),
		Owner:   rapid.SampledFrom([]string{"", "Head of X", "Head of Y"}).Draw(t, "owner"),
		Text:    report.Text{"en": fmt.Sprint("text ", rapid.IntRange(0, 6).Draw(t, "text"))},
		Themes:  themes,
		State:   rapid.SampledFrom(report.States()).Draw(t, "state"),
		Scope:   rapid.SampledFrom(report.Scopes()).Draw(t, "scope"),
		Row:     i + 2,
	}
	row.Welsh = map[report.Field]string{report.FieldOwner: rapid.SampledFrom([]string{"", "Pennaeth X", "Pennaeth Y", "Head of Y"}).Draw(t, "owner_cy"),
		report.FieldHeading: rapid.SampledFrom([]string{"", "Data", "Arall"}).Draw(t, "heading_cy")}
	row.SignOff = rapid.SampledFrom(append(report.SignOffs(), report.NoSignOff)).Draw(t, "signOff")
	drawDate := func(label string) report.Date {
		if rapid.Bool().Draw(t, label+"?") {
			return report.Date{}
		}
		return r.AsAt.AddDays(rapid.IntRange(-120, 120).Draw(t, label))
	}
	row.Due, row.OriginalDue, row.Completed = drawDate("due"), drawDate("original"), drawDate("completed")
	row.DueAsWritten = rapid.SampledFrom([]string{"", "Autumn 2023", "six-monthly", "nonsense"}).Draw(t, "written")
	return row
}

// DrawHistory makes up to four months of any registers.
func DrawHistory(t *rapid.T) []*report.Register {
	var months []*report.Register
	month := report.Month{Year: 2023, Month: 1}
	for range rapid.IntRange(1, 4).Draw(t, "months") {
		months = append(months, DrawRegister(t, month))
		month = month.Next()
	}
	return months
}
