package workbook

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/figuresjson"
	"boardpack/report/reporttest"
	"boardpack/templates"
)

func testWords(t testing.TB) (report.Words, *templates.Template) {
	template := reporttest.Shipped(t)
	words, err := template.Words("en")
	require.NoError(t, err)
	return words, template
}

func day(year int, month time.Month, d int) report.Date { return dates.NewDate(year, month, d) }

// recommendation is a row of the sample, in the order of the master's columns.
func recommendation(ref, heading, theme, text, response, owner string, state report.State, status string, signOff report.SignOff, original, due report.Date) report.Recommendation {
	r := report.Recommendation{Ref: ref, Source: "Deep dive, June 2023", Heading: heading, ThemeAsTyped: theme,
		Text: report.Text{"en": text}, Response: report.Text{"en": response}, Owner: owner, Scope: report.Force, Status: status,
		State: state, SignOff: signOff, OriginalDue: original, Due: due, Extra: []string{"Note on " + ref}}
	if theme != "" {
		r.Themes = []string{theme}
	}
	return r
}

// sampleRegister is a month of a small register with something of everything.
func sampleRegister(month report.Month) *report.Register {
	none := report.Date{}
	register := &report.Register{Name: "stalking-harassment", File: "stalking-harassment.xlsx", Sheet: "Recommendations",
		Month: month, AsAt: month.LastDay(), Columns: report.Fields(), ExtraColumns: []string{"Strategic lead"},
		About: report.About{Title: report.Text{"en": "Stalking and harassment: progress"}, Organisation: report.Text{"en": "Dyfed-Powys Police"},
			Issuer: report.Text{"en": "Police and Crime Commissioner"}, Board: report.Text{"en": "Policing Board"}, MeetingDate: month.LastDay().AddDays(20),
			Published: day(2023, 6, 20), ResponseIssued: day(2023, 7, 14), Marking: "OFFICIAL", Version: "1.0", Illustrative: true},
		Recommendations: []report.Recommendation{
			recommendation("1", "Resourcing", "resourcing", "Find lasting funding for the coordinator's post.", "Funding will be sought during the year.", "Head of Finance", report.InProgress, "In progress", report.NotAsked, day(2024, 3, 31), day(2024, 3, 31)),
			recommendation("2", "Resourcing", "resourcing", "Recruit the civil orders officer.", "The post is approved.", "Head of People", report.Complete, "Done", report.Agreed, day(2023, 11, 30), day(2023, 11, 30)),
			recommendation("4", "Training", "training", "Review the champions' training within a year.", "A programme is being written.", "Vulnerability Hub", report.InProgress, "Underway", report.NotAsked, day(2023, 8, 31), day(2023, 9, 15)),
			recommendation("5", "Training", "training", "HMCTS should train judges on breaches.", "This is for HMCTS.", "HMCTS", report.NotStarted, "Not started", report.NotAsked, none, none),
			recommendation("8", "Data", "data", "Set out methods used against repeat offenders.", "Guidance is on the intranet.", "Head of Performance", report.Complete, "Complete", report.Asked, day(2024, 7, 14), day(2024, 7, 14)),
			recommendation("11", "Perpetrator interventions", "perpetrators", "Embed the prioritisation tool.", "The tool is being rebuilt.", "Head of Performance", report.InProgress, "In progress", report.NotAsked, none, day(2023, 10, 31)),
			recommendation("11", "Perpetrator interventions", "perpetrators", "Consider a range of interventions.", "The toolkit sets them out.", "Offender Management", report.NotStarted, "Not started", report.NotAsked, none, none),
			recommendation("13", "Perpetrator monitoring", "perpetrators", "Put processes in place to manage civil orders.", "=The post will be advertised", "Offender Management", report.Unrecognised, "Tricky?", report.NotAsked, day(2023, 8, 1), day(2023, 8, 1)),
			recommendation("15", "Victims", "victims", "Revisit contact agreements.", "", "", report.Withdrawn, "Withdrawn", report.NotAsked, none, none),
			recommendation("17", "Victims", "", "Support victims in the retendering.", "The force will help to shape the services.", "Victim Services", report.InProgress, "Ongoing", report.NotAsked, none, none),
		}}
	register.Recommendations[3].Scope = report.External
	register.Recommendations[4].Priority = "High"
	for i := range register.Recommendations {
		r := &register.Recommendations[i]
		r.Row = i + 5
		r.Cells = report.Cells{}.With(report.FieldRef, cellName(1, r.Row)).With(report.FieldStatus, cellName(9, r.Row))
	}
	return register
}

// samplePack has an earlier month in which less was done.
func samplePack(t testing.TB) (*report.Pack, report.Words) {
	words, template := testWords(t)
	before := sampleRegister(report.Month{Year: 2023, Month: time.August})
	before.Recommendations[1].State, before.Recommendations[1].Status, before.Recommendations[1].SignOff = report.InProgress, "In progress", report.NotAsked
	before.Recommendations = before.Recommendations[:9]
	pack, err := report.Build(sampleRegister(report.Month{Year: 2023, Month: time.September}), []*report.Register{before}, &template.Rules)
	require.NoError(t, err)
	return pack, words
}

// restatedPack has figures published of the month before that are not those of its master now.
func restatedPack(t testing.TB) (*report.Pack, report.Words) {
	words, template := testWords(t)
	before := sampleRegister(report.Month{Year: 2023, Month: time.August})
	published, err := figuresjson.Read([]byte(`{"schema": "` + figuresjson.Schema + `", "month": "2023-08", "all": {"total": 9, "refs": {"total": ["1"]}}}`))
	require.NoError(t, err)
	history := report.NewHistory(&template.Rules)
	history.Add(before)
	history.Publish(published)
	pack, err := history.Build(sampleRegister(report.Month{Year: 2023, Month: time.September}))
	require.NoError(t, err)
	return pack, words
}
