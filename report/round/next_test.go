package round

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/master"
)

// nextOf makes the options of a new month from the sample.
func nextOf(t *testing.T, to report.Month) NextOptions {
	s := settingOf(t, nil)
	o := NextOptions{Input: t.TempDir(), From: report.Month{Year: 2023, Month: 9}, To: to, Vocabulary: s.Vocabulary, Rules: s.Rules, Words: s.Words}
	for _, name := range []string{"custody-inspection", "stalking-harassment"} {
		o.Paths = append(o.Paths, filepath.Join("..", "..", "input", "2023-09", name+".xlsx"))
	}
	return o
}

// TestNextMonth: the rows are the same, the About sheet is of the new month, and what is left to a person is named.
func TestNextMonth(t *testing.T) {
	t.Parallel()
	o := nextOf(t, october())
	begun, err := Next(o)
	require.NoError(t, err)
	require.Len(t, begun, 2)
	for _, b := range begun {
		before, err := os.ReadFile(b.From)
		require.NoError(t, err)
		after, err := os.ReadFile(b.To)
		require.NoError(t, err)
		was, err := master.ReadBytes(b.From, before, master.Options{Month: o.From, Vocabulary: o.Vocabulary, Rules: o.Rules})
		require.NoError(t, err)
		is, err := master.ReadBytes(b.To, after, master.Options{Month: o.To, Vocabulary: o.Vocabulary, Rules: o.Rules})
		require.NoError(t, err)
		assert.Equal(t, was.Recommendations, is.Recommendations)
		assert.Equal(t, dates.NewDate(2023, 10, 31), is.About.AsAt)
		assert.True(t, is.About.MeetingDate.IsZero())
		assert.Empty(t, is.About.Version)
		assert.Equal(t, was.About.Title, is.About.Title)
		assert.NotEmpty(t, b.ByHand)
	}
	assert.Equal(t, Untouched, HowFar(o))
	_, err = Next(o)
	assert.ErrorIs(t, err, errBegun)

	require.NoError(t, os.Remove(begun[1].To))
	assert.Equal(t, Partly, HowFar(o), "a run was ended before it had copied the second")
	again, err := Next(o)
	require.NoError(t, err)
	assert.Equal(t, begun, again)
	assert.Equal(t, Untouched, HowFar(o))

	f, err := excelize.OpenFile(begun[0].To)
	require.NoError(t, err)
	require.NoError(t, f.SetCellValue("Recommendations", "I4", "Complete"))
	require.NoError(t, f.Save())
	assert.Equal(t, Unbegun, HowFar(o))
	require.NoError(t, os.Remove(begun[1].To))
	assert.Equal(t, Unbegun, HowFar(o), "somebody has worked in the month")
	_, err = Next(o)
	assert.ErrorIs(t, err, errBegun)
}

func TestMonthInAName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		to         report.Month
		name, want string
	}{
		{october(), "custody-inspection.xlsx", "custody-inspection.xlsx"},
		{october(), "custody 2023-09 v2.xlsx", "custody 2023-10 v2.xlsx"},
		{october(), "Custody September 2023.xlsm", "Custody October 2023.xlsm"},
		{october(), "custody_30Sep2023.csv", "custody_31Oct2023.csv"},
		{october(), "custody 30.09.2023.csv", "custody 31.10.2023.csv"},
		{october(), "Dalfa Medi 2023.xlsx", "Dalfa Hydref 2023.xlsx"},
		{october(), "custody-202309.xlsx", "custody-202310.xlsx"},
		{october(), "custody August 2023.xlsx", "custody August 2023.xlsx"},
		{report.Month{Year: 2024, Month: 1}, "custody Sep 23.xlsx", "custody Jan 24.xlsx"},
	} {
		o := nextOf(t, c.to)
		assert.Equal(t, c.want, o.rename(c.name))
	}
}
