package round

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/dates"
	"boardpack/report/reporttest/pace"
	"boardpack/report/round/merge"
)

// bothWays collects two returns at once, and one after the other in either order, each time from the start, and expects the same masters
// and results; it gives those of the first.
func bothWays(t *testing.T, masters map[string]string, one, two func(s *Setting) *office) (*Setting, *Collected) {
	t.Helper()
	var first *Setting
	var want *Collected
	for _, runs := range [][][]int{{{0, 1}}, {{0}, {1}}, {{1}, {0}}} {
		s := settingOf(t, masters)
		ask(t, s, AskOptions{})
		var got *Collected
		for _, run := range runs {
			for _, i := range run {
				o := []func(s *Setting) *office{one, two}[i](s)
				o.saved([]string{"a.xlsx", "b.xlsx"}[i], dates.NewDate(2023, 10, 12+i))
			}
			got = collect(t, s, CollectOptions{Write: true})
			s = again(t, s)
		}
		if first == nil {
			first, want = s, got
			continue
		}
		assert.Equal(t, mastersText(t, first), mastersText(t, s), runs)
		assert.Equal(t, resultsOf(t, want), resultsOf(t, got), runs)
	}
	return first, want
}

// TestJudgedByWhatTheTeamHas: what an answer has put into the spreadsheet says nothing for or against another answer, or itself.
func TestJudgedByWhatTheTeamHas(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	_, out := bothWays(t, twoMasters(), func(s *Setting) *office {
		return open(t, s, "Head of Custody").fill("2", "Custody", map[column]any{colStatus: "Complete", colCompleted: dates.NewDate(2023, 10, 2), colNewDate: dates.NewDate(2024, 5, 1), colWhy: "x"})
	}, func(s *Setting) *office {
		return open(t, s, "Estates").fill("2", "Custody", map[column]any{colStatus: "Complete", colNewDate: dates.NewDate(2024, 4, 1), colWhy: "x"})
	})
	for _, a := range out.Answers {
		switch {
		case a.Column == colNewDate:
			assert.Equal(t, merge.OwnersDiffer, a.Kind, a.Owner)
		case a.Column == colStatus && a.Owner == "Estates":
			assert.Equal(t, "complete_without_date", a.Why, "the day that another owner gives is not its day")
		case a.Column == colStatus, a.Column == colCompleted:
			assert.Equal(t, merge.Taken, a.Kind, a.Owner)
		}
	}

	first, later := dates.NewDate(2024, 5, 1), dates.NewDate(2024, 4, 1)
	_, out = bothWays(t, twoMasters(), func(s *Setting) *office {
		return open(t, s, "Head of Custody").fill("1", "Custody", map[column]any{colNewDate: first, colWhy: "x"})
	}, func(s *Setting) *office {
		return open(t, s, "Head of Custody").fill("1", "Custody", map[column]any{colNewDate: later, colWhy: "x"})
	})
	assert.Equal(t, merge.Taken, answerIn(t, out, "custody", "1", colNewDate).Kind, "it is after the date that the team has, though before the one that was written")

	done := map[string]string{"custody": strings.Replace(twoMasters()["custody"], "Estates,Force,Not started,,,,,,", "Estates,Force,\"Complete, 1 September 2023\",,,,,,", 1)}
	s := settingOf(t, done)
	require.NoError(t, s.prepare())
	row := &Row{Code: "x"}
	c := &collecting{Setting: s, reading: newReading(s, s.Limits)}
	at := &spot{&s.Masters[0], linesOf(s.Masters[0].Pack)[1]}
	assert.True(t, c.isCompleted(row, at))
	id := merge.ID{Row: "x", Field: "completed"}
	written := merge.Value{Text: "2023-10-02", Key: "2023-10-02"}
	c.input = merge.Input{Cells: map[merge.ID]merge.Cell{id: {Now: written}}, Journal: map[merge.ID]merge.Written{id: {Wrote: written}}}
	assert.True(t, c.isCompleted(row, at), "the day beside the status is the team's")
	at.line = linesOf(s.Masters[0].Pack)[0]
	assert.False(t, c.isCompleted(row, at), "that of an answer is not")
}

// TestDueBeforeAnAnswer: the date that an answer has replaced counts, in figures or in words, or else that of another column.
func TestDueBeforeAnAnswer(t *testing.T) {
	t.Parallel()
	s := settingOf(t, map[string]string{"custody": "Ref,Theme,Recommendation,Owner,Status,Original due date,Revised due date\n1,Data,Record every check,Estates,In progress,2023-10-31,2024-05-01\n"})
	at := &spot{&s.Masters[0], linesOf(s.Masters[0].Pack)[0]}
	id := merge.ID{Row: "x", Field: "due"}
	written := merge.Value{Text: "2024-05-01", Key: "2024-05-01"}
	for before, want := range map[string]string{"2023-11-30": "2023-11-30", "December 2023": "2023-12-31", "": "2023-10-31", "soon": "2023-10-31"} {
		c := &collecting{Setting: s, reading: newReading(s, s.Limits)}
		assert.Equal(t, "2024-05-01", c.dueOf(&Row{Code: "x"}, at).String())
		c.input = merge.Input{Cells: map[merge.ID]merge.Cell{id: {Now: written}}, Journal: map[merge.ID]merge.Written{id: {Before: merge.Value{Text: before}, Wrote: written}}}
		assert.Equal(t, want, c.dueOf(&Row{Code: "x"}, at).String(), before)
	}
}

// TestTheTeamsWordsAndForms: a status goes in in the word that the team uses most, and a day in the form of the team's nearest, whatever
// answers have put beside them before.
func TestTheTeamsWordsAndForms(t *testing.T) {
	t.Parallel()
	master := heading + "1,Data,One,,Estates,Force,Underway,,,,,,\n2,Data,Two,,Estates,Force,Underway,,,,,,\n3,Data,Three,,Estates,Force,Not started,,,,,,\n" +
		"4,Data,Four,,Courts,External,In progress,,,,01/09/2023,,\n5,Data,Five,,Courts,External,\"Complete, 1 August 2023\",,,,,,\n6,Data,Six,,Custody,Force,Not started,,,,,,\n" +
		"7,Data,Seven,,Estates,Force,Not started,,,,,,\n8,Data,Eight,,Courts,External,Complete,,,2023-09-01,2023-09-01,,\n"
	s, _ := bothWays(t, map[string]string{"custody": master, "review": twoMasters()["review"]}, func(s *Setting) *office {
		done := map[column]any{colStatus: "Complete", colCompleted: dates.NewDate(2023, 10, 2)}
		return open(t, s, "Estates").fill("1", "Custody", done).fill("2", "Custody", done).fill("7", "Custody", map[column]any{colStatus: "No change"})
	}, func(s *Setting) *office {
		return open(t, s, "Custody").fill("6", "Custody", map[column]any{colStatus: "In progress"})
	})
	lines := strings.Split(masterText(t, s, "custody"), "\n")
	assert.Equal(t, "1,Data,One,,Estates,Force,Complete,,,2023-10-02,12/10/2023,,", lines[1], "no day of another row goes in with the word")
	assert.Equal(t, "6,Data,Six,,Custody,Force,Underway,,,,13/10/2023,,", lines[6])
	assert.Equal(t, "7,Data,Seven,,Estates,Force,Not started,,,,2023-10-12,,", lines[7])
}

// TestFilesOfOneDay: files of several owners that nothing puts in order are in that of their owners; those of one owner as they came.
func TestFilesOfOneDay(t *testing.T) {
	t.Parallel()
	names := func(seen map[string]int) string {
		var all []*taken
		for _, f := range [][2]string{{"d.csv", "X"}, {"c.csv", "Y"}, {"b.csv", "X"}, {"a.csv", "Y"}} {
			all = append(all, &taken{Return: &Return{Name: f[0]}, owner: f[1]})
		}
		inOrder(all, func(t *taken) int { return seen[t.Name] })
		var out []string
		for _, t := range all {
			out = append(out, strings.TrimSuffix(t.Name, filepath.Ext(t.Name)))
		}
		return strings.Join(out, " ")
	}
	assert.Equal(t, "b d a c", names(nil))
	assert.Equal(t, "d b a c", names(map[string]int{"d.csv": 1, "b.csv": 2, "a.csv": 3, "c.csv": 4}))
	assert.Equal(t, "d b a c", names(map[string]int{"a.csv": 1, "d.csv": 2, "b.csv": 3, "c.csv": 4}))
}
