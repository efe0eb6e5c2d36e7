package master

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

func TestParseDay(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"01/09/2023", "2023-09-01"}, {"1/9/2023", "2023-09-01"}, {"1/9/23", "2023-09-01"}, {"1.9.2023", "2023-09-01"}, {"01-09-2023", "2023-09-01"},
		{"31/12/2023", "2023-12-31"}, {"29/02/2024", "2024-02-29"},
		{"2023-09-01", "2023-09-01"}, {"2023/09/01", "2023-09-01"}, {"2023-09-01T00:00:00", "2023-09-01"}, {"2023-09-01 09:30:00.5Z", "2023-09-01"},
		{"01/09/2023 9:30 am", "2023-09-01"}, {"01/09/2023 00:00", "2023-09-01"},
		{"1 Sep 23", "2023-09-01"}, {"1-Sep-23", "2023-09-01"}, {"1 Sept 2023", "2023-09-01"}, {"1st September 2023", "2023-09-01"},
		{"Friday 1 September 2023", "2023-09-01"}, {"Fri, 1 Sep 2023", "2023-09-01"}, {"1 September, 2023", "2023-09-01"},
		{"September 1, 2023", "2023-09-01"}, {"Sep 1 2023", "2023-09-01"}, {"by 1 September 2023", "2023-09-01"},
		{"1 Medi 2023", "2023-09-01"}, {"1af Medi 2023", "2023-09-01"}, {"14 Hydref 2023", "2023-10-14"}, {"2 Rhag 2023", "2023-12-02"},
		{"\u00a01\u00a0Sep\u00a02023", "2023-09-01"}, {"01/09/2023.", "2023-09-01"},

		{"13/14/2023", ""}, {"09/13/2023", ""}, {"31/02/2026", ""}, {"29/02/2023", ""}, {"00/09/2023", ""}, {"1/9", ""}, {"Sep 2023", ""},
		{"September 2023", ""}, {"1 Sep", ""}, {"2023", ""}, {"tbc", ""}, {"n/a", ""}, {"01/09/2023; 01/10/2023", ""}, {"01/09/2023 or later", ""},
		{"1 Sep 99", ""}, {"20230901", ""}, {"3:30", ""}, {"", ""}, {"-", ""}, {"1/9/202", ""}, {"1/9/20233", ""}, {"Autumn 2023", ""},
	} {
		day, ok := parseDay(c.text, nil)
		assert.Equal(t, c.want, shownIf(day, ok), c.text)
		assert.Equal(t, c.want != "", ok, c.text)
	}
}

// TestMoments has times with their zones, on both sides of midnight in London and of the change to summer time.
func TestMoments(t *testing.T) {
	t.Parallel()
	london, err := time.LoadLocation("Europe/London")
	require.NoError(t, err)
	for _, c := range []struct{ text, want string }{
		{"2024-03-31T23:30:00Z", "2024-04-01"}, {"2024-03-31T22:59:59Z", "2024-03-31"}, {"2024-03-30T23:30:00Z", "2024-03-30"}, {"2024-06-30T23:00:00Z", "2024-07-01"},
		{"2024-06-30T22:59Z", "2024-06-30"}, {"2023-12-31T23:59:59.999Z", "2023-12-31"}, {"2024-01-01T00:30:00+01:00", "2023-12-31"}, {"2024-01-01T01:00:00+0100", "2024-01-01"},
		{"2024-07-01 00:30:00 +01:00", "2024-07-01"}, {"2024-06-30 23:30 UTC", "2024-07-01"}, {"2024-06-30 23:30 GMT", "2024-07-01"}, {"30/06/2024 23:30 BST", "2024-06-30"},
		{"30/06/2024 23:30Z", "2024-07-01"}, {"2024-06-30T20:00:00-05:00", "2024-07-01"}, {"2024-06-30T23:30:00", "2024-06-30"}, {"2024-06-30T25:30:00Z", "2024-06-30"},
	} {
		day, ok := parseDay(c.text, london)
		assert.Equal(t, c.want, shownIf(day, ok), c.text)
	}
	utc, _ := parseDay("2024-06-30T23:30:00Z", nil)
	assert.Equal(t, "2024-06-30", utc.String())

	rules := *options().Rules
	rules.TimeZone = london
	o := options()
	o.Rules = &rules
	register, err := ReadBytes("m.csv", keepMade(t, ".csv", []byte("Ref,Theme,Recommendation,Status,Due,Completed\n1,Training,Train,Done,2024-05-31T23:00:00Z,2023-08-31T23:00:00Z")), o)
	require.NoError(t, err)
	assert.Equal(t, "2024-06-01", theOne(t, register).Due.String())
	assert.Equal(t, "2023-09-01", theOne(t, register).Completed.String())
}

// TestDates has date cells of every kind.
func TestDates(t *testing.T) {
	t.Parallel()
	due := func(v any) [][]any { return [][]any{append(heads(), "Due"), append(good(), v)} }
	is := func(want string) func(*testing.T, *report.Register) {
		return func(t *testing.T, r *report.Register) {
			assert.Equal(t, want, theOne(t, r).Due.String())
			assert.Empty(t, theOne(t, r).DueAsWritten)
		}
	}
	unread := func(text string) func(*testing.T, *report.Register) {
		return func(t *testing.T, r *report.Register) {
			is("")(t, r)
			assert.Equal(t, map[string]string{"Text": text, "Column": "Due"}, argsOf(r, "unreadable-date"))
		}
	}
	looks := func(format string) func(f *excelize.File) { return looks("Recommendations", "E2", format) }
	year1904 := func(f *excelize.File) {
		yes := true
		must(f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}))
	}
	bad := []string{"unreadable-date E2"}
	words := []string{"due-in-words E2"}
	runTraps(t, []trap{
		{name: "a real date", rows: due(time.Date(2023, 9, 1, 23, 59, 59, 0, time.UTC)), figures: oneGood, check: is("2023-09-01")},
		{name: "a date that shows as its month", rows: due(45170), change: looks("mmm-yy"), figures: oneGood, check: is("2023-09-30")},
		{name: "a date that shows in Welsh", rows: due(45170), change: looks("[$-452]d mmmm yyyy;@"), figures: oneGood, check: is("2023-09-01")},
		{name: "a serial number without a format", rows: due(45170), figures: oneGood, check: is("2023-09-01")},
		{name: "a serial number as text", rows: due("45170"), figures: oneGood, check: is("2023-09-01")},
		{name: "a small number without a format", rows: due(12), want: bad, figures: oneGood, check: unread("12")},
		{name: "a day run together", rows: due(20230901), want: bad, figures: oneGood, check: unread("20230901")},
		{name: "a number in the format of money", rows: due(1234.5), change: looks(`"£"#,##0.00`), want: bad, figures: oneGood, check: unread("£1,234.50")},
		{name: "zero in the format of a date", rows: due(0), change: looks("dd/mm/yyyy"), want: bad, figures: oneGood},
		{name: "a day before the beginning", rows: due(-5), change: looks("dd/mm/yyyy"), want: bad, figures: oneGood},
		{name: "the first of March 1900", rows: due(61), change: looks("dd/mm/yyyy"), want: []string{"placeholder-date E2"}, figures: oneGood, check: is("")},
		{name: "the 1904 system", rows: due(43708), change: func(f *excelize.File) { year1904(f); looks("dd/mm/yyyy")(f) }, figures: oneGood, check: is("2023-09-01")},
		{name: "text in British order", rows: due("01/09/2023"), figures: oneGood, check: is("2023-09-01")},
		{name: "text in Welsh", rows: due("1 Medi 2023"), figures: oneGood, check: is("2023-09-01")},
		{name: "text that is no day", rows: due("13/14/2023"), want: bad, figures: oneGood, check: unread("13/14/2023")},
		{name: "text in American order", rows: due("09/13/2023"), want: bad, figures: oneGood, check: unread("09/13/2023")},
		{name: "the last day of February, wrong", rows: due("31/02/2026"), want: bad, figures: oneGood, check: unread("31/02/2026")},
		{name: "to be confirmed", rows: due("TBC"), want: bad, figures: oneGood, check: unread("TBC")},
		{name: "true", rows: due(true), want: bad, figures: oneGood, check: unread("TRUE")},
		{name: "an ISO date cell", figures: "in_progress 2; training 2", parts: map[string]string{
			"xl/worksheets/sheet1.xml": replaced(replaced(plainParts()["xl/worksheets/sheet1.xml"], `<c r="D1" t="s"><v>3</v></c>`, `<c r="D1" t="s"><v>3</v></c><c r="E1" t="inlineStr"><is><t>Due</t></is></c>`),
				`<c r="D2" t="s"><v>5</v></c>`, `<c r="D2" t="s"><v>5</v></c><c r="E2" t="d"><v>2023-09-01T00:00:00</v></c>`)},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, "2023-09-01", r.Recommendations[0].Due.String())
			}},
		{name: "a season", rows: due("Autumn 2023"), want: words, figures: oneGood,
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, "Autumn 2023", theOne(t, r).DueAsWritten)
				assert.Equal(t, "2023-11-30", theOne(t, r).Due.String())
			}},
		{name: "a year", rows: due(2024), want: words, figures: oneGood,
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "2024", theOne(t, r).DueAsWritten) }},
		{name: "a season where other words are", want: []string{"due-in-words E2"}, figures: oneGood,
			rows:  [][]any{append(heads(), "Due", "Timescale"), append(good(), "Autumn 2023", "six-monthly")},
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "six-monthly", theOne(t, r).DueAsWritten) }},
		{name: "a date as written that Excel made a date", figures: oneGood,
			rows:   [][]any{append(heads(), "Timescale"), append(good(), 45170)},
			change: looks("mmm-yy"),
			check:  func(t *testing.T, r *report.Register) { assert.Equal(t, "September 2023", theOne(t, r).DueAsWritten) }},
		{name: "one date of many in American order", figures: "in_progress 3; training 3", want: []string{"unreadable-date E3", "american-dates E3"},
			rows: [][]any{append(heads(), "Due"), append(good(), "03/04/2024"), {"2", "Training", "a", "In progress", "03/31/2024"}, {"3", "Training", "b", "In progress", "31/03/2024"}},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, map[string]string{"Text": "03/31/2024", "Column": "Due", "Doubtful": "1"}, argsOf(r, "american-dates"))
				assert.Equal(t, "2024-04-03", r.Recommendations[0].Due.String())
			}},
		{name: "a date in American order beside others that are clear", figures: "in_progress 2; training 2", want: []string{"unreadable-date E3"},
			rows: [][]any{append(heads(), "Due"), append(good(), "31/03/2024"), {"2", "Training", "a", "In progress", "03/31/2024"}}},
		{name: "the same season in two columns", want: []string{"due-in-words E2", "due-in-words F2"}, figures: oneGood,
			rows: [][]any{append(heads(), "Due", "Original due"), append(good(), "Autumn 2023", "Autumn 2023")}},
		{name: "two seasons in two columns", want: []string{"due-in-words E2", "due-in-words F2"}, figures: oneGood,
			rows:  [][]any{append(heads(), "Original due", "Due"), append(good(), "Summer 2023", "Autumn 2023")},
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "Autumn 2023", theOne(t, r).DueAsWritten) }},
		{name: "words for the day of completion", want: bad, figures: oneGood,
			rows: [][]any{append(heads(), "Completed"), append(good(), "Autumn 2023")}},
	})
}

func shownIf(day report.Date, ok bool) string {
	if !ok {
		return ""
	}
	return day.String()
}
