package bench

import (
	"fmt"
	"strconv"
	"time"

	"boardpack/report"
	"boardpack/report/dates"
)

// Shape says how large an input is.
type Shape struct {
	Rows   int // recommendations in the newest month
	Months int // this one included
}

// Sizes are the numbers of recommendations that are measured.
func Sizes() []int { return []int{18, 200, 2000, 20000} }

// Newest is the month that packs are made of.
func Newest() report.Month { return report.Month{Year: 2023, Month: time.September} }

// MonthsOf lists the months of a shape, oldest first, Newest last.
func (s Shape) MonthsOf() []report.Month {
	months := []report.Month{{Year: Newest().Year - s.Months/12 - 1, Month: Newest().Month}}
	for months[len(months)-1] != Newest() {
		months = append(months, months[len(months)-1].Next())
	}
	return months[len(months)-s.Months:]
}

// columns are those of the master, in the order of the cells that row gives.
func columns() []string {
	return []string{"Ref", "Source", "Heading", "Theme", "Recommendation", "Response", "Owner", "Scope", "Priority", "Status", "Sign-off",
		"Due as written", "Original due", "Due", "Reason for change", "Completed", "Updated", "Progress note", "Evidence", "Board"}
}

// about is the About sheet of a month.
func about(month report.Month) [][]any {
	return [][]any{{"Title", "Review of stalking and harassment"}, {"Organisation", "Heddlu Dyffryn Tŷ Gwyn"}, {"Issuer", "Police and Crime Commissioner"},
		{"Published", day(2022, 6, 15)}, {"Response issued", day(2022, 7, 14)}, {"As at", month.LastDay().Time()}, {"Marking", "OFFICIAL"},
		{"Board", "Policing Board"}, {"Version", "1.0"}, {"Illustrative", "yes"}}
}

func day(year int, month time.Month, d int) time.Time { return dates.NewDate(year, month, d).Time() }

// row gives the cells of recommendation i (from 0) of a register as its master of a month has them: texts and days; nil for
// an empty cell. Later months have more complete and some dates moved, and rows are added through the year.
func row(register, i int, month report.Month) []any {
	w := newWriter(register, i, 0)
	since := 12 - ago(month) // months of work so far
	themes := []string{"Resourcing", "Training", "Data", "Perpetrators", "Victims"}
	theme, done, moves := themes[w.IntN(len(themes))], 2+w.IntN(24), 3+w.IntN(30)
	original := day(2023, time.Month(1+w.IntN(18)), 1+w.IntN(28))
	cells := []any{strconv.Itoa(i + 1), fmt.Sprintf("Review %d", 1+i/250), theme + " " + []string{"now", "next"}[w.IntN(2)], theme,
		w.text(asked(), 1+w.IntN(3)), w.text(answered(), 1+w.IntN(6)), w.one(owners()), scope(i), []string{"High", "Medium", "Low"}[w.IntN(3)],
		"In progress", "Not asked", nil, original, original, nil, nil, month.LastDay().AddDays(-w.IntN(25)).Time(), nil, nil, "Gold group"}
	switch {
	case since >= done:
		cells[9], cells[15], cells[18] = "Complete", Newest().LastDay().AddDays(-30*(since-done)-40).Time(), w.text(progressed(), 1)
		cells[10] = []string{"Asked", "Agreed", "Agreed"}[min(since-done, 2)]
	case done > 24:
		cells[9] = "Not started"
	}
	if since >= moves {
		cells[13], cells[14] = original.AddDate(0, 3, 0), "Moved: "+w.text(progressed(), 1)
	}
	if i%9 == 8 {
		cells[11], cells[12], cells[13] = "Autumn 2023", nil, nil
	}
	if i%13 != 12 {
		cells[17] = newWriter(register, i, since).text(progressed(), 1+i%4)
	}
	return cells
}

func scope(i int) string {
	switch {
	case i%17 == 4:
		return "External"
	case i%5 == 3:
		return "Joint"
	}
	return "Force"
}

// ago is how many months before Newest a month is.
func ago(month report.Month) int {
	return 12*(Newest().Year-month.Year) + int(Newest().Month-month.Month)
}

// rowsIn tells how many of a register's rows its master has in a month: one in a hundred comes in each month.
func rowsIn(rows int, month report.Month) int { return rows - rows*ago(month)/100 }
