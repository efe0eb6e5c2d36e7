package round

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/dates"
	"boardpack/report/ooxml"
	"boardpack/report/round/merge"
)

// TestOutcomeOfEachAnswer: one case for each refusal and each doubt, with its words in both languages. Answers are of 26 October.
func TestOutcomeOfEachAnswer(t *testing.T) {
	t.Parallel()
	day := dates.NewDate
	type answers = map[column]any
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	for _, c := range []struct {
		name    string
		answers answers
		of      column
		kind    merge.Kind
		why     string
		en, cy  string
	}{
		{"a status that is not known", answers{colStatus: "Complet"}, colStatus, merge.Refused, "unknown_status", "the status “Complet” is not known. Was Complete meant?", "nid yw'r statws “Complet” yn hysbys. Ai Complete oedd dan sylw?"},
		{"complete without a day", answers{colStatus: "Complete"}, colStatus, merge.Refused, "complete_without_date", "the day of completion is missing", "mae diwrnod y cwblhau ar goll"},
		{"completed after the answer", answers{colStatus: "Complete", colCompleted: day(2023, 10, 27)}, colCompleted, merge.Refused, "completed_later", "after the day of the answer", "ar ôl diwrnod yr ateb"},
		{"completed on the day of the answer", answers{colStatus: "Complete", colCompleted: day(2023, 10, 26)}, colCompleted, merge.Taken, "", "", ""},
		{"words for a day", answers{colNewDate: "soon", colWhy: "Trainer ill"}, colNewDate, merge.Refused, "unreadable_date", "“soon” is not a day; write it like 20 October 2023", "nid diwrnod yw “soon”"},
		{"what goes with it", answers{colNewDate: "soon", colWhy: "Trainer ill"}, colWhy, merge.Held, "due", "it goes with New date, which was not taken", "mae'n mynd gyda Dyddiad newydd"},
		{"29 February of no leap year", answers{colNewDate: "29/02/2023", colWhy: "x"}, colNewDate, merge.Refused, "unreadable_date", "29/02/2023", "29/02/2023"},
		{"29 February", answers{colNewDate: "29/02/2024", colWhy: "x"}, colNewDate, merge.Taken, "", "", ""},
		{"a year of two digits", answers{colNewDate: "29/02/24", colWhy: "x"}, colNewDate, merge.Taken, "", "", ""},
		{"a serial without a format", answers{colNewDate: 46034, colWhy: "x"}, colNewDate, merge.Taken, "", "", ""},
		{"a number that is no day", answers{colNewDate: 7, colWhy: "x"}, colNewDate, merge.Refused, "unreadable_date", "“07 Jan 1900” is not a day", "nid diwrnod yw “07 Jan 1900”"},
		{"an error", answers{colProgress: "#NAME?"}, colProgress, merge.Refused, "error_cell", "the cell shows an error, #NAME?", "mae'r gell yn dangos gwall, #NAME?"},
		{"a text cut off", answers{colProgress: strings.Repeat("a", 32767)}, colProgress, merge.Waiting, "cut_text", "may be cut off", "gall fod wedi'i dorri"},
		{"a status of the team's", answers{colStatus: "Withdrawn"}, colStatus, merge.Waiting, "team_status", "Withdrawn is for you to say", "chi sydd i ddweud Withdrawn"},
		{"a day in the past", answers{colNewDate: day(2023, 10, 25), colWhy: "x"}, colNewDate, merge.Waiting, "past_date", "in the past", "yn y gorffennol"},
		{"an earlier day", answers{colNewDate: day(2023, 11, 29), colWhy: "x"}, colNewDate, merge.Waiting, "earlier_date", "before the date now", "cyn y dyddiad nawr"},
		{"a day without a reason", answers{colNewDate: day(2023, 12, 1)}, colNewDate, merge.Waiting, "no_reason", "there is no reason", "nid oes rheswm"},
		{"the same day", answers{colNewDate: day(2023, 11, 30)}, colNewDate, merge.Same, "", "", ""},
		{"completed and not complete", answers{colStatus: "In progress", colCompleted: day(2023, 10, 25)}, colCompleted, merge.Waiting, "completed_without_status", "the status is not complete", "nid wedi'i gwblhau yw'r statws"},
		{"the status beside it", answers{colStatus: "Not started", colCompleted: day(2023, 10, 25)}, colStatus, merge.Held, "completed", "it goes with Completed on", "mae'n mynd gyda Cwblhawyd ar"},
		{"somebody else's", answers{colNotMine: "Estates"}, colNotMine, merge.Waiting, "not_mine", "belongs to Estates", "perthyn i Estates"},
		{"no change", answers{colStatus: "no  CHANGE"}, colStatus, merge.Unchanged, "", "", ""},
		{"no change, in the other language", answers{colStatus: "Dim newid"}, colStatus, merge.Unchanged, "", "", ""},
		{"a status in the other language", answers{colStatus: "Ar y gweill"}, colStatus, merge.Same, "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			forget(t, s)
			open(t, s, "Head of Custody").fill("1", "Custody", c.answers).saved("a.xlsx", october26())
			out := collect(t, s, CollectOptions{})
			a := answerIn(t, out, "custody", "1", c.of)
			assert.Equal(t, c.kind, a.Kind)
			assert.Equal(t, c.why, a.Why)
			for i, want := range []string{c.en, c.cy} {
				line := out.Line(s.Words[i], a)
				assert.Contains(t, line, want)
				assert.NotContains(t, line, "«")
			}
		})
	}
}

// TestReopened: what was complete when its owner was asked.
func TestReopened(t *testing.T) {
	t.Parallel()
	masters := twoMasters()
	masters["custody"] = strings.Replace(masters["custody"], "Complete,,,2023-08-01", "Complete,,,", 1)
	s := settingOf(t, masters)
	ask(t, s, AskOptions{Also: []Also{alsoCompleteWithoutDate}})
	open(t, s, "Estates").fill("5", "", map[column]any{colStatus: "In progress"}).fill("2", "Custody", map[column]any{colStatus: "No change"}).saved("a.xlsx", october26())
	assert.Equal(t, "reopened", answerIn(t, collect(t, s, CollectOptions{}), "custody", "5", colStatus).Why)
	open(t, s, "Estates").fill("5", "", map[column]any{colCompleted: dates.NewDate(2023, 9, 1)}).saved("a.xlsx", october26())
	assert.Equal(t, merge.Taken, answerIn(t, collect(t, s, CollectOptions{}), "custody", "5", colCompleted).Kind)
}

// TestSwappedDays: where one date of a file stayed text because it reads in one order only, its real dates are doubtful; and only then.
func TestSwappedDays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		other string
		want  string
	}{{"31/12/2023", "day_or_month"}, {"12/31/2023", "day_or_month"}, {"11/12/2023", ""}, {"31 December 2023", ""}, {"soon", ""}} {
		s := settingOf(t, twoMasters())
		ask(t, s, AskOptions{})
		open(t, s, "Head of Custody").fill("1", "Custody", map[column]any{colNewDate: dates.NewDate(2024, 12, 1), colWhy: "x"}).
			fill("2", "Custody", map[column]any{colNewDate: c.other, colWhy: "x"}).
			fill("1", "Review", map[column]any{colNewDate: dates.NewDate(2024, 3, 3), colWhy: "x"}).saved("a.xlsx", october26())
		out := collect(t, s, CollectOptions{})
		assert.Equal(t, c.want, answerIn(t, out, "custody", "1", colNewDate).Why, c.other)
		assert.Empty(t, answerIn(t, out, "review", "1", colNewDate).Why, "3 March is the same the other way round")
	}
}

// TestPastedTexts: a note directly below a row with a note, and nothing else in its row.
func TestPastedTexts(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	open(t, s, "Head of Custody").fill("1", "Custody", map[column]any{colStatus: "In progress", colProgress: "One"}).
		fill("2", "Custody", map[column]any{colProgress: "Two"}).fill("1", "Review", map[column]any{colStatus: "In progress", colProgress: "Three"}).saved("a.xlsx", october26())
	out := collect(t, s, CollectOptions{})
	assert.Empty(t, answerIn(t, out, "custody", "1", colProgress).Why)
	assert.Equal(t, "pasted_text", answerIn(t, out, "custody", "2", colProgress).Why)
	assert.Empty(t, answerIn(t, out, "review", "1", colProgress).Why)
	assert.Equal(t, []HowAnswered{Answered, PartlyDone, Answered}, []HowAnswered{how(t, out, "custody", "1"), how(t, out, "custody", "2"), how(t, out, "review", "1")})
}

func how(t *testing.T, out *Collected, register, ref string) HowAnswered {
	t.Helper()
	for _, s := range out.Standing {
		if s.Row.Register == register && s.Row.Ref == ref && s.Owner == "Head of Custody" {
			return s.How
		}
	}
	t.Fatal("no row " + ref)
	return ""
}

// TestColumnsThatTheMasterLacks, and columns that nobody knows.
func TestColumnsThatTheMasterLacks(t *testing.T) {
	t.Parallel()
	s := settingOf(t, map[string]string{"bare": "Ref,Theme,Recommendation,Owner,Status\n1,Data,Record every check,Estates,In progress\n"})
	ask(t, s, AskOptions{})
	o := open(t, s, "Estates").fill("1", "", map[column]any{colStatus: "Not started", colProgress: "Begun"})
	last := len(o.cells()[headRow-1]) + 1
	require.NoError(t, o.file.SetCellValue(o.tab, ooxml.CellName(last, headRow), "My own column"))
	require.NoError(t, o.file.SetCellValue(o.tab, ooxml.CellName(last, headRow+1), "x"))
	o.saved("a.xlsx", october26())
	out := collect(t, s, CollectOptions{Write: true})
	assert.Equal(t, "no_column", answerIn(t, out, "bare", "1", colProgress).Why)
	assert.Equal(t, merge.Taken, answerIn(t, out, "bare", "1", colStatus).Kind)
	assert.Equal(t, []string{"My own column"}, out.Returns[0].Strange)
	assert.Contains(t, masterText(t, s, "bare"), "Estates,Not started")
}

// TestCorrected: what went wrong in an earlier return holds nothing back in a later one, and completes nothing either.
func TestCorrected(t *testing.T) {
	t.Parallel()
	for status, want := range map[string]merge.Kind{"No change": merge.Unchanged, "Complete": merge.Refused} {
		s := settingOf(t, twoMasters())
		ask(t, s, AskOptions{})
		open(t, s, "Head of Custody").fill("1", "Custody", map[column]any{colStatus: "Complete", colCompleted: "31/9/2023"}).saved("a.xlsx", october12())
		open(t, s, "Head of Custody").fill("1", "Custody", map[column]any{colStatus: status}).saved("b.xlsx", october26())
		assert.Equal(t, want, answerIn(t, collect(t, s, CollectOptions{}), "custody", "1", colStatus).Kind, status)
	}
}

// TestSeveralColumnsForDates: which of them is the next is for the team to say.
func TestSeveralColumnsForDates(t *testing.T) {
	t.Parallel()
	s := settingOf(t, map[string]string{"dates": "Ref,Theme,Recommendation,Owner,Status,Original due,Revised date 1,Revised date 2,Reason for change\n" +
		"1,Data,Record every check,Estates,In progress,2023-10-31,2023-11-30,,\n"})
	ask(t, s, AskOptions{})
	open(t, s, "Estates").fill("1", "", map[column]any{colNewDate: dates.NewDate(2024, 3, 31), colWhy: "Trainer ill"}).saved("a.xlsx", october26())
	before := masterText(t, s, "dates")
	out := collect(t, s, CollectOptions{Write: true})
	assert.Equal(t, "several_due_columns", answerIn(t, out, "dates", "1", colNewDate).Why)
	assert.Equal(t, merge.Held, answerIn(t, out, "dates", "1", colWhy).Kind)
	assert.Equal(t, before, masterText(t, s, "dates"))
}

// FuzzRead: no file makes the reader panic, and what is read has an error or not, never both.
func FuzzRead(f *testing.F) {
	s := settingOf(f, twoMasters())
	out := ask(f, s, AskOptions{})
	filled(f, s).saved("a.xlsx", october26())
	for _, path := range []string{"returns/a.xlsx", "to-send/2023-10-estates.xlsx", "to-send/asked.xlsx"} {
		f.Add(mustRead(f, s, path))
	}
	f.Add([]byte("Ref,Code,Recommendation,Status,Progress since then,New date\n1,,Record every check,Complete,x,31/12/2023\n"))
	f.Add([]byte("Cyfeirnod;Statws;Cynnydd ers hynny\n1;Dim newid;=1+1\n"))
	rounds := newRounds(out.Round, nil)
	r := newReading(s, s.Limits)
	f.Fuzz(func(t *testing.T, data []byte) {
		ret := r.read(File{Name: "x", Data: data})
		if ret.Err != nil {
			require.Empty(t, ret.Rows)
			return
		}
		taken := &taken{Return: ret}
		for i := range ret.Rows {
			taken.rows = append(taken.rows, rounds.identify(&ret.Rows[i]))
		}
		taken.owner = rounds.ownerOf(ret, taken.rows)
		for _, a := range r.answersOf(rounds, taken) {
			require.Equal(t, a.Row == nil, a.ID.Row == "")
			require.True(t, a.Row != nil || a.Refused != "")
		}
	})
}
