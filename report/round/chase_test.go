package round

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/excelrules"
)

// chase asks who has not answered.
func chase(t testing.TB, s *Setting, o ChaseOptions) *Chased {
	t.Helper()
	out, err := Chase(s, o)
	require.NoError(t, err)
	return out
}

// TestWhoIsReminded: who has answered nothing, and who in part; nobody else, and their reminder goes once they have answered.
func TestWhoIsReminded(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	ask(t, s, AskOptions{})
	open(t, s, "Head of Custody").fill("1", "Custody", map[column]any{colStatus: "No change"}).fill("2", "Custody", map[column]any{colProgress: "Doors ordered"}).saved("a.xlsx", october12())
	open(t, s, "Learning and Development").fill("2 (1)", "", map[column]any{colNotMine: "Estates"}).saved("b.xlsx", october12())
	require.NoError(t, os.WriteFile(filepath.Join(s.Dir, "2023-10", "returns", "c.pdf"), []byte("%PDF-1.7"), 0o644))
	out := chase(t, s, ChaseOptions{On: dates.NewDate(2023, 10, 19), Contacts: []Contact{{Owner: "Estates", Name: "Ann", Email: "ann@example.org", Language: "cy"}}})
	require.Len(t, out.Owners, 2)
	assert.Equal(t, []string{"c.pdf"}, out.Unread)
	estates, custody := out.Owners[0], out.Owners[1]
	assert.Equal(t, []any{"Estates", NotAnswered, 2, 1}, []any{estates.Owner.Name, estates.How(), len(estates.Missing), estates.Silent})
	assert.Equal(t, []any{"Head of Custody", PartlyDone, 1, 1, 1, 0}, []any{custody.Owner.Name, custody.How(), len(custody.Answered), len(custody.Partly), len(custody.Missing), custody.Silent})
	text := string(mustRead(t, s, "chase/2023-10-head-of-custody.txt"))
	assert.Contains(t, text, "2 recommendations are still without a status. Please answer by 20 October 2023.")
	assert.Contains(t, text, "- Custody: 2\r\n- Review: 1")
	assert.NotContains(t, text, "Record every")
	assert.NoFileExists(t, filepath.Join(s.Dir, "2023-10", "journal.json"), "chase writes its own folder only")
	broken, err := excelrules.Broken("chase.xlsx", mustRead(t, s, "chase/chase.xlsx"))
	require.NoError(t, err)
	assert.Empty(t, broken)

	late := chase(t, s, ChaseOptions{On: dates.NewDate(2023, 10, 21)})
	assert.Contains(t, string(mustRead(t, s, "chase/2023-10-head-of-custody.txt")), "that were due by 20 October 2023")
	assert.Len(t, late.Owners, 2)
	open(t, s, "Head of Custody").fill("2", "Custody", map[column]any{colStatus: "No change"}).fill("1", "Review", map[column]any{colStatus: "No change"}).saved("d.xlsx", october12())
	assert.Len(t, chase(t, s, ChaseOptions{On: dates.NewDate(2023, 10, 21)}).Owners, 1)
	assert.NoFileExists(t, filepath.Join(s.Dir, "2023-10", "chase", "2023-10-head-of-custody.txt"))
}

// TestSilentMonths counts the months in a row without an answer, as the results of each say.
func TestSilentMonths(t *testing.T) {
	t.Parallel()
	s := settingOf(t, twoMasters())
	for month := 10; month <= 12; month++ {
		s.Month = report.Month{Year: 2023, Month: dates.NewDate(2023, 1, 1).AddMonths(month - 1).Month()}
		s = again(t, s)
		ask(t, s, AskOptions{})
		if month == 10 {
			open(t, s, "Estates").fill("2", "", map[column]any{colStatus: "No change"}).saved("a.xlsx", october12())
		}
		collect(t, s, CollectOptions{})
	}
	silent := map[string]int{}
	for _, o := range chase(t, s, ChaseOptions{On: dates.NewDate(2023, 12, 24)}).Owners {
		silent[o.Owner.Name] = o.Silent
		assert.Equal(t, october(), o.First)
	}
	assert.Equal(t, map[string]int{"Estates": 2, "Head of Custody": 3, "Learning and Development": 3}, silent)
	assert.Contains(t, string(mustRead(t, s, "chase/2023-12-estates.txt")), "month 2 in a row")
}
