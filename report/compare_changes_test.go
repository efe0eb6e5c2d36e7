package report_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// changesOf gives what happened, as key, kind and values.
func changesOf(pack *report.Pack) [][4]string {
	var out [][4]string
	for _, c := range pack.Movement.Changes {
		out = append(out, [4]string{c.Key, string(c.Kind), c.From.String(), c.To.String()})
	}
	return out
}

func TestRowsAreFoundAgain(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name        string
		before, now []report.Recommendation
		want        [][4]string
	}{
		{"renumbered", []report.Recommendation{rec("1", "Record every check"), rec("2", "Train the night shift")},
			[]report.Recommendation{rec("1", "Record every check"), rec("3", "Train the night shift")},
			[][4]string{{"3", "renumbered", "2", "3"}}},
		{"one put in at the top", []report.Recommendation{rec("1", "Record every check"), rec("2", "Train the night shift")},
			[]report.Recommendation{rec("1", "Appoint a lead"), rec("2", "Record every check"), rec("3", "Train the night shift")},
			[][4]string{{"1", "new", "", "in progress"}, {"2", "renumbered", "1", "2"}, {"3", "renumbered", "2", "3"}}},
		{"refs swapped", []report.Recommendation{rec("1", "Record every check"), rec("2", "Train the night shift")},
			[]report.Recommendation{rec("2", "Record every check"), rec("1", "Train the night shift")},
			[][4]string{{"2", "renumbered", "1", "2"}, {"1", "renumbered", "2", "1"}}},
		{"reworded", []report.Recommendation{rec("1", "Record every check by December")},
			[]report.Recommendation{rec("1", "Record every check by March")},
			[][4]string{{"1", "reworded", "… by December", "… by March"}}},
		{"other quotation marks are no other wording", []report.Recommendation{rec("1", "Record “every” check – always")},
			[]report.Recommendation{rec("1", `record "every" check - always.`)}, nil},
		{"a text that stands twice says nothing", []report.Recommendation{rec("1", "As above"), rec("2", "As above"), rec("9", "Kept")},
			[]report.Recommendation{rec("3", "As above"), rec("9", "Kept")},
			[][4]string{{"3", "new", "", "in progress"}, {"1", "removed", "in progress", ""}, {"2", "removed", "in progress", ""}}},
		{"another source", []report.Recommendation{of("Inspection", rec("1", "Record every check"))},
			[]report.Recommendation{of("Inspection 2023", rec("1", "Record every check"))},
			[][4]string{{"1", "source", "Inspection", "Inspection 2023"}}},
		{"the repeat of a ref renumbered", []report.Recommendation{rec("11", "Record every check"), rec("11", "Train the night shift")},
			[]report.Recommendation{rec("11", "Record every check"), rec("12", "Train the night shift")},
			[][4]string{{"12", "renumbered", "11b", "12"}}},
		{"without refs, sorted in another way", []report.Recommendation{ownedBy("A", rec("", "As above")), ownedBy("B", rec("", "As above")), rec("9", "Kept")},
			[]report.Recommendation{rec("9", "Kept"), ownedBy("B", rec("", "As above")), ownedBy("A", rec("", "As above"))}, nil},
		{"without refs, one of them changed", []report.Recommendation{ownedBy("A", rec("", "As above")), ownedBy("B", rec("", "As above"))},
			[]report.Recommendation{ownedBy("B", rec("", "As above")), ownedBy("C", rec("", "As above"))},
			[][4]string{{"?a", "owner", "A", "C"}}},
		{"without refs, one gone", []report.Recommendation{ownedBy("A", rec("", "As above")), ownedBy("B", rec("", "As above"))},
			[]report.Recommendation{ownedBy("B", rec("", "As above"))},
			[][4]string{{"?a", "removed", "in progress", ""}}},
		{"repeated refs and texts, sorted in another way", []report.Recommendation{ownedBy("A", rec("11", "Do")), ownedBy("B", rec("11", "Do"))},
			[]report.Recommendation{ownedBy("B", rec("11", "Do")), ownedBy("A", rec("11", "Do"))}, nil},
		{"two sources with one ref, sorted in another way", []report.Recommendation{of("Review", rec("1", "Record")), of("Inspection", rec("1", "Train"))},
			[]report.Recommendation{of("Inspection", rec("1", "Train")), of("Review", rec("1", "Record"))}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			pack := build(t, register(c.now...), earlier(c.before...))
			assert.Equal(t, c.want, changesOf(pack))
			assert.True(t, pack.Movement.All.Closes())
		})
	}
}

// TestSourcesKeepTheirNames: which of two sources is named before a ref that both have does not depend on the order of the rows.
func TestSourcesKeepTheirNames(t *testing.T) {
	t.Parallel()
	review, inspection := of("Review", rec("1", "Record")), of("Inspection", rec("1", "Train"))
	pack := build(t, register(inspection, of("Audit", rec("1", "Count")), review), earlier(review, inspection))
	assert.Equal(t, []string{"Inspection, 1", "Audit, 1", "1"}, keys(pack))
	pack = build(t, register(of("Audit", rec("1", "Count")), inspection), earlier(review, inspection))
	assert.Equal(t, []string{"1", "Inspection, 1"}, keys(pack), "a ref that its source has given up")
}

// TestOneThatIsBackKeepsItsFirstDate: a row that a month lacks is removed there and new after it, and its dates go on.
func TestOneThatIsBackKeepsItsFirstDate(t *testing.T) {
	t.Parallel()
	dated := func(month time.Month, rows ...report.Recommendation) *report.Register {
		r := register(append(rows, rec("9", "Kept"))...)
		r.Month = report.Month{Year: 2023, Month: month}
		r.AsAt = r.Month.LastDay()
		return r
	}
	with := func(due report.Date) report.Recommendation {
		r := rec("1", "Record every check")
		r.Due = due
		return r
	}
	first, second := day(2023, 10, 31), day(2023, 12, 31)
	pack := build(t, dated(9, with(second)), dated(7, with(first)), dated(8))
	p := pack.Position("1")
	require.NotNil(t, p)
	assert.Equal(t, first, p.OriginalDue)
	assert.Equal(t, first, p.FirstDue)
	assert.Equal(t, 1, p.TimesMoved)
	assert.Equal(t, "2023-07", p.LastSeen.String())
	assert.Equal(t, []string{"1 at ref"}, found(pack, "returned"))
	assert.Equal(t, [][4]string{{"1", "new", "", "in progress"}}, changesOf(pack))
}

func TestFirstDueStaysWhenTheColumnChanges(t *testing.T) {
	t.Parallel()
	with := func(original report.Date) report.Recommendation {
		r := rec("1", "a")
		r.OriginalDue, r.Due = original, day(2024, 1, 31)
		return r
	}
	pack := build(t, register(with(day(2023, 12, 31))), earlier(with(day(2023, 10, 31))))
	assert.Equal(t, day(2023, 12, 31), pack.Positions[0].OriginalDue)
	assert.Equal(t, day(2023, 10, 31), pack.Positions[0].FirstDue)
}

func TestTimesReopened(t *testing.T) {
	t.Parallel()
	in := func(month time.Month, state report.State) *report.Register {
		r := register(report.Recommendation{Ref: "1", State: state, SignOff: report.Agreed})
		r.Month = report.Month{Year: 2023, Month: month}
		return r
	}
	pack := build(t, in(9, report.InProgress), in(5, report.Complete), in(6, report.InProgress), in(7, report.InProgress), in(8, report.Complete))
	assert.Equal(t, 2, pack.Positions[0].TimesReopened)
}
