package report_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// joined makes a register whose rows are joined as a reader does.
func joined(rows ...report.Recommendation) *report.Register {
	r := register(rows...)
	r.Recommendations = report.JoinActions(r.Recommendations, report.SameRefActions)
	return r
}

func joinedBefore(rows ...report.Recommendation) *report.Register {
	r := earlier(rows...)
	r.Recommendations = report.JoinActions(r.Recommendations, report.SameRefActions)
	return r
}

// act is an action of recommendation 1.
func act(state report.State, due report.Date) report.Recommendation {
	return report.Recommendation{Ref: "1", Text: report.Text{"en": "Train all staff"}, State: state, Status: string(state), Due: due, SignOff: report.Agreed}
}

func TestWhichRowsAreOneRecommendation(t *testing.T) {
	t.Parallel()
	row := func(source, ref, text string) report.Recommendation {
		return report.Recommendation{Source: source, Ref: ref, Text: report.Text{"en": text}}
	}
	for name, c := range map[string]struct {
		rows []report.Recommendation
		want string // number of rows of each
	}{
		"the same ref and text":               {[]report.Recommendation{row("", "1", "Train"), row("", "1", "Train")}, "2"},
		"other spacing, capitals and stops":   {[]report.Recommendation{row("A", "PR1", "Train all."), row(" a ", "pr1", "train  ALL")}, "2"},
		"not side by side":                    {[]report.Recommendation{row("", "1", "Train"), row("", "2", "Record"), row("", "1", "Train")}, "2 1"},
		"another text: the seed's two 11s":    {[]report.Recommendation{row("", "11", "Train"), row("", "11", "Record")}, "1 1"},
		"another source":                      {[]report.Recommendation{row("A", "1", "Train"), row("B", "1", "Train")}, "1 1"},
		"no ref":                              {[]report.Recommendation{row("", "", "Train"), row("", "", "Train")}, "1 1"},
		"no text":                             {[]report.Recommendation{row("", "1", ""), row("", "1", "")}, "1 1"},
		"a text of signs alone":               {[]report.Recommendation{row("", "1", "…"), row("", "1", "…")}, "1 1"},
		"two texts, two rows each, one after": {[]report.Recommendation{row("", "1", "a"), row("", "1", "b"), row("", "1", "a"), row("", "1", "b")}, "2 2"},
		"Welsh alone":                         {[]report.Recommendation{{Ref: "1", Text: report.Text{"cy": "Hyfforddi"}}, {Ref: "1", Text: report.Text{"cy": "hyfforddi."}}}, "2"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, rowsOf(report.JoinActions(append([]report.Recommendation{}, c.rows...), "")))
			assert.Equal(t, strings.TrimSpace(strings.Repeat("1 ", len(c.rows))), rowsOf(report.JoinActions(append([]report.Recommendation{}, c.rows...), report.SameRefSeparate)))
		})
	}
}

func rowsOf(recommendations []report.Recommendation) string {
	var out []string
	for i := range recommendations {
		n := 0
		for range recommendations[i].Lines() {
			n++
		}
		out = append(out, string(rune('0'+n)))
	}
	return strings.Join(out, " ")
}

// TestAddedActionsStayWhateverTheSetting: what a master shows to be an action is one also where equal refs are counted apart.
func TestAddedActionsStayWhateverTheSetting(t *testing.T) {
	t.Parallel()
	first := act(report.Complete, report.Date{})
	first.AddAction(report.Recommendation{State: report.NotStarted, Owner: "B"})
	for _, how := range []report.SameRef{report.SameRefActions, report.SameRefSeparate} {
		out := report.JoinActions([]report.Recommendation{first, act(report.Complete, report.Date{})}, how)
		assert.Equal(t, map[report.SameRef]string{report.SameRefActions: "3", report.SameRefSeparate: "2 1"}[how], rowsOf(out))
		assert.Equal(t, report.InProgress, out[0].State)
		assert.Equal(t, "1", out[0].Actions[1].Ref, "of the recommendation")
	}
}

func TestTheStateOfSeveralActions(t *testing.T) {
	t.Parallel()
	const c, n, i, u, w, s, r = report.Complete, report.NotStarted, report.InProgress, report.Unrecognised, report.Withdrawn, report.Superseded, report.NotAccepted
	for _, x := range []struct {
		of   []report.State
		want report.State
	}{
		{[]report.State{c, c}, c}, {[]report.State{n, n}, n}, {[]report.State{i, i}, i}, {[]report.State{c, n}, i}, {[]report.State{n, c, c}, i}, {[]report.State{c, i}, i},
		{[]report.State{c, u}, u}, {[]report.State{u, n, n}, u}, {[]report.State{w, u}, u}, {[]report.State{w, w}, w}, {[]report.State{w, c}, i}, {[]report.State{s, s}, s},
		{[]report.State{s, w}, i}, {[]report.State{r, r}, r}, {[]report.State{r, n}, i}, {[]report.State{c, n, c}, i}, {[]report.State{c}, c},
	} {
		assert.Equal(t, x.want, report.JointState(x.of), "%v", x.of)
	}
}

func TestWhatSeveralActionsComeTo(t *testing.T) {
	t.Parallel()
	a, b := act(report.Complete, report.Date{}), act(report.Complete, report.Date{})
	a.Owner, b.Owner = "Head of Learning", "Ann; head of learning"
	a.Completed, b.Completed = day(2023, time.March, 1), day(2023, time.May, 1)
	a.Updated, b.Updated = day(2023, time.June, 1), day(2023, time.April, 1)
	a.Response, b.Response = report.Text{"en": "Accepted"}, report.Text{"en": "accepted", "cy": "Derbyniwyd"}
	a.Progress, b.Progress = report.Text{"en": "Course written"}, report.Text{"en": "Course held"}
	a.Extra, b.Extra = []string{"Write", "x"}, []string{"Hold", "x"}
	a.Priority, b.Themes, b.ThemeAsTyped = "High", []string{"training"}, "Training"
	r := joined(a, b).Recommendations[0]
	assert.Equal(t, "Ann; Head of Learning", r.Owner)
	assert.Equal(t, "complete", r.Status)
	assert.Equal(t, report.Complete, r.State)
	assert.Equal(t, report.Agreed, r.SignOff)
	assert.Equal(t, "2023-05-01", r.Completed.String())
	assert.Equal(t, "2023-06-01", r.Updated.String())
	assert.Equal(t, report.Text{"en": "Accepted", "cy": "Derbyniwyd"}, r.Response)
	assert.Equal(t, "Course written\nCourse held", r.Progress["en"])
	assert.Equal(t, []string{"Write\nHold", "x"}, r.Extra)
	assert.Equal(t, []string{"training"}, r.Themes, "the first that is given")
	assert.Equal(t, "High", r.Priority)
	assert.Equal(t, []string{"Hold", "x"}, r.Actions[1].Extra)

	b.State, b.Status = report.Unrecognised, ""
	assert.Equal(t, "complete; ?", joined(a, b).Recommendations[0].Status)
	b.State, b.Status = report.NotStarted, "Not begun"
	b.SignOff = report.NotAsked
	r = joined(a, b).Recommendations[0]
	assert.Equal(t, report.NotAsked, r.SignOff, "not agreed for all")
	assert.Equal(t, "Not begun; complete", r.Status)
	assert.True(t, r.Completed.IsZero(), "one is still open")
	assert.True(t, strings.EqualFold(joined(a, b).Recommendations[0].Owner, joined(b, a).Recommendations[0].Owner), "in any order")
	assert.Equal(t, joined(a, b).Recommendations[0].Status, joined(b, a).Recommendations[0].Status)
}

// TestTheDateOfSeveralActions: it is that of the open action that is due first, with all that belongs to it.
func TestTheDateOfSeveralActions(t *testing.T) {
	t.Parallel()
	june, july, august := day(2023, time.June, 30), day(2023, time.July, 31), day(2023, time.August, 31)
	none := report.Date{}
	for name, c := range map[string]struct {
		rows []report.Recommendation
		want report.Date
	}{
		"the first that is open":                {[]report.Recommendation{act(report.Complete, june), act(report.NotStarted, august), act(report.InProgress, july)}, july},
		"one without a date":                    {[]report.Recommendation{act(report.NotStarted, none), act(report.InProgress, july)}, july},
		"a status that nobody can read is open": {[]report.Recommendation{act(report.Unrecognised, june), act(report.InProgress, july)}, june},
		"no open one has a date":                {[]report.Recommendation{act(report.Complete, june), act(report.InProgress, none)}, none},
		"none is open: the last":                {[]report.Recommendation{act(report.Complete, june), act(report.Complete, july), act(report.Complete, none)}, july},
		"what was withdrawn is not open":        {[]report.Recommendation{act(report.Withdrawn, june), act(report.InProgress, july)}, july},
	} {
		t.Run(name, func(t *testing.T) {
			p := build(t, joined(c.rows...)).Position("1")
			assert.Equal(t, c.want, p.Due)
			assert.Equal(t, c.want, p.Recommendation.Due)
			assert.Len(t, p.Actions, len(c.rows))
		})
	}

	slipped := act(report.InProgress, august)
	slipped.OriginalDue, slipped.Cells = june, report.Cells{}.With(report.FieldDue, "F3").With(report.FieldRef, "A3")
	words := act(report.InProgress, none)
	words.DueAsWritten = "Summer 2024"
	p := build(t, joined(act(report.Complete, june), words, slipped)).Position("1")
	assert.Equal(t, 62, p.Slip)
	assert.Equal(t, "F3", p.Cell(report.FieldDue), "of the row that gives the date")
	assert.Equal(t, "2024-08-31", p.Actions[1].Due.String(), "in words")
	assert.Equal(t, 30, p.Actions[2].DaysLate)
	assert.True(t, p.In(report.Overdue))
}

// TestActionsBetweenMonths: the date of a recommendation moves when that of an action does, and not when an action is done.
func TestActionsBetweenMonths(t *testing.T) {
	t.Parallel()
	write, hold := act(report.InProgress, day(2023, time.August, 15)), act(report.NotStarted, day(2023, time.December, 1))
	write.Extra, hold.Extra = []string{"Write the course"}, []string{"Hold the course"}
	done := write
	done.State, done.Status = report.Complete, "complete"

	pack := build(t, joined(hold, done), joinedBefore(write, hold))
	p := pack.Position("1")
	assert.Equal(t, 0, p.TimesMoved)
	assert.Equal(t, 0, p.Slip)
	require.Len(t, pack.Movement.Changes, 1)
	assert.Equal(t, report.ChangeNotOverdue, pack.Movement.Changes[0].Kind)
	assert.Equal(t, report.CauseNextAction, pack.Movement.Changes[0].Cause)
	assert.Empty(t, found(pack, "moved-no-reason"))
	assert.Empty(t, found(pack, "original-changed"))
	assert.Equal(t, []report.ReasonKind{report.ReasonNextAction}, reasonsFor(pack, report.Overdue))

	later := hold
	later.Due = later.Due.AddDays(30)
	pack = build(t, joined(done, later), joinedBefore(done, hold))
	assert.Equal(t, 1, pack.Position("1").TimesMoved)
	assert.Equal(t, 30, pack.Position("1").Slip)
	require.Len(t, pack.Movement.Changes, 1)
	assert.Equal(t, report.ChangeDate, pack.Movement.Changes[0].Kind)
	assert.Equal(t, 30, pack.Movement.Changes[0].Days)
	assert.Len(t, found(pack, "moved-no-reason"), 1)

	whole := write // one row last month, and now two
	whole.Extra = nil
	pack = build(t, joined(done, hold), joinedBefore(whole))
	assert.Equal(t, 0, pack.Position("1").TimesMoved)
	assert.True(t, pack.Movement.All.Closes())
	assert.Equal(t, []string{"1"}, keys(pack))
	both := write // as the workbook of a pack has it
	both.Extra, both.State, both.Status = []string{"Write the course\nHold the course"}, report.InProgress, "complete; not started"
	both.Due = hold.Due
	pack = build(t, register(both), joinedBefore(done, hold))
	assert.Equal(t, 0, pack.Position("1").TimesMoved)
	assert.Empty(t, pack.Movement.Changes)
	pack = build(t, register(write), joinedBefore(write, hold)) // and the other way
	assert.Equal(t, 0, pack.Position("1").TimesMoved)
	assert.Empty(t, pack.Movement.Changes)
}

func reasonsFor(pack *report.Pack, f report.Figure) (out []report.ReasonKind) {
	for _, change := range pack.FigureChanges {
		if change.Figure == f {
			for _, r := range change.Reasons {
				out = append(out, r.Kind)
			}
		}
	}
	return out
}

func TestActionsThatSayAnotherThing(t *testing.T) {
	t.Parallel()
	a, b, c := act(report.InProgress, report.Date{}), act(report.InProgress, report.Date{}), act(report.InProgress, report.Date{})
	a.Themes, b.Themes, a.Scope, b.Scope, a.Priority, b.Priority = []string{"data"}, []string{"training"}, report.Joint, report.Force, "High", "Low"
	c.Scope = report.Joint
	r := register(a, b, c)
	r.Recommendations = report.JoinActions(r.Recommendations, report.SameRefActions)
	r.Problems = []report.Problem{{Code: "unreadable-date", Sheet: "Recommendations", Row: 3}}
	pack := build(t, r)
	for code, field := range map[string]string{"action-other-theme": "theme", "action-other-scope": "scope", "action-other-priority": "priority"} {
		assert.Equal(t, []string{"1 at " + field}, found(pack, code))
	}
	for _, p := range pack.Problems {
		assert.Equal(t, "1", p.Key, "%s in row %d", p.Code, p.Row)
	}
	p := pack.Position("1")
	assert.Equal(t, []string{"data"}, p.GroupThemes)
	assert.Equal(t, report.Joint, p.Scope)
	for _, action := range p.Actions {
		assert.Equal(t, report.Joint, action.Scope, "counted as the recommendation is")
	}
	assert.Equal(t, 1, pack.All.N(report.Total))
}

// TestActionsAreCheckedOneByOne: what is wrong in one row is listed at that row.
func TestActionsAreCheckedOneByOne(t *testing.T) {
	t.Parallel()
	a, b := act(report.Complete, report.Date{}), act(report.InProgress, report.Date{})
	b.Completed, b.SignOff = day(2023, time.September, 1), report.NotAsked
	a.Cells, b.Cells = report.Cells{}.With(report.FieldCompleted, "K2"), report.Cells{}.With(report.FieldCompleted, "K3")
	pack := build(t, joined(a, b))
	cells := map[string]string{}
	for _, p := range pack.Problems {
		cells[p.Code] = p.Cell
	}
	assert.Equal(t, "K2", cells["completed-no-date"])
	assert.Equal(t, "K3", cells["date-not-complete"])
}
