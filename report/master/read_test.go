package master

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/dates"
)

func TestWellKeptMaster(t *testing.T) {
	t.Parallel()
	due := time.Date(2023, 12, 31, 0, 0, 0, 0, time.UTC)
	data := workbook(t, [][]any{
		{"Ref", "Source", "Heading", "Theme", "Recommendation", "Response", "Owner", "Scope", "Priority", "Status", "Sign-off", "Due as written", "Original due", "Due", "Reason for change", "Completed", "Updated", "Progress note", "Evidence", "Governance board", "Response (cy)"},
		{"11", "Review 2023", "Perpetrator monitoring", "Perpetrators", "Monitor them.", "We will.", "ACC", "joint", "High", "In progress", "asked", "by Christmas", due.AddDate(0, 0, -30), due, "late", nil, due.AddDate(0, 0, -122), "On its way", "a.docx", "Gold", "Gwnawn."},
		{12, "Review 2023", nil, "Data", "Count.", nil, nil, nil, nil, "Completed"},
	}, func(f *excelize.File) {
		_, err := f.NewSheet("About")
		require.NoError(t, err)
		fill(t, f, "About", [][]any{{"Title", "Deep dive"}, {"Title (cy)", "Archwiliad"}, {"As at", due}, {"Illustrative", "yes"}, {"Draft", false}, {"Marking:", "OFFICIAL"}})
	})

	register, err := ReadBytes("in/deep-dive.xlsx", data, options())
	require.NoError(t, err)

	assert.Empty(t, found(register))
	assert.Equal(t, "deep-dive", register.Name)
	assert.Equal(t, "deep-dive.xlsx", register.File)
	assert.Equal(t, "Recommendations", register.Sheet)
	assert.Equal(t, dates.NewDate(2023, 12, 31), register.AsAt)
	assert.True(t, register.Has(report.FieldSignOff))
	assert.Equal(t, []string{"Governance board"}, register.ExtraColumns)
	assert.Equal(t, report.Place{Sheet: "About", Cell: "B3"}, register.About.At["as_at"])
	register.About.At = nil
	assert.Equal(t, report.About{Title: report.Text{"en": "Deep dive", "cy": "Archwiliad"}, AsAt: dates.NewDate(2023, 12, 31),
		Illustrative: true, Marking: "OFFICIAL"}, register.About)

	require.Len(t, register.Recommendations, 2)
	first := register.Recommendations[0]
	assert.Equal(t, "N2", first.Cell(report.FieldDue))
	first.Cells = report.Cells{}
	assert.Equal(t, report.Recommendation{
		Ref: "11", Source: "Review 2023", Heading: "Perpetrator monitoring", ThemeAsTyped: "Perpetrators", Themes: []string{"perpetrators"},
		Text: report.Text{"en": "Monitor them."}, Response: report.Text{"en": "We will.", "cy": "Gwnawn."}, Owner: "ACC", Scope: report.Joint,
		Priority: "High", Status: "In progress", State: report.InProgress, SignOff: report.Asked, DueAsWritten: "by Christmas",
		OriginalDue: dates.NewDate(2023, 12, 1), Due: dates.NewDate(2023, 12, 31), Reason: "late", Updated: dates.NewDate(2023, 8, 31),
		Progress: report.Text{"en": "On its way"}, Evidence: "a.docx", Extra: []string{"Gold"}, Sheet: "Recommendations", Row: 2,
	}, first)
	second := register.Recommendations[1]
	assert.Equal(t, "12", second.Ref)
	assert.Equal(t, report.Complete, second.State)
	assert.Equal(t, report.NotAsked, second.SignOff)
	assert.Equal(t, report.Force, second.Scope)
	assert.True(t, second.Response.IsEmpty())
}

func TestWellKeptCSV(t *testing.T) {
	t.Parallel()
	data := []byte("Ref,Theme,Recommendation,Status,Due\r\n1,Training,\"Train, \"\"now\"\"\r\nand then\",In progress,01/09/2023\r\n")

	register, err := ReadBytes("stalking-harassment.csv", data, options())
	require.NoError(t, err)

	assert.Empty(t, found(register))
	assert.Equal(t, report.Text{"en": "Stalking harassment"}, register.About.Title)
	assert.Equal(t, dates.NewDate(2023, 9, 30), register.AsAt)
	require.Len(t, register.Recommendations, 1)
	assert.Equal(t, "Train, \"now\"\nand then", register.Recommendations[0].Text["en"])
	assert.Equal(t, dates.NewDate(2023, 9, 1), register.Recommendations[0].Due)
	assert.Equal(t, "E2", register.Recommendations[0].Cell(report.FieldDue))
}
