package inplace_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/round/inplace"
	"boardpack/templates"
)

// TestNextMonth makes October's master from September's of the sample: it says that it is October's, and all else is as it was.
func TestNextMonth(t *testing.T) {
	o := options(t)
	const path = "../../../input/2023-09/stalking-harassment.xlsx"
	before, err := os.ReadFile(path)
	require.NoError(t, err)
	w, byHand, err := inplace.NextMonth(path, before, o, dates.Month{Year: 2023, Month: 10})
	require.NoError(t, err)
	assert.Empty(t, byHand)
	was, err := master.ReadBytes(path, before, o)
	require.NoError(t, err)
	is, err := master.ReadBytes(path, w.Data, o)
	require.NoError(t, err)
	assert.Equal(t, dates.NewDate(2023, 10, 31), is.About.AsAt)
	assert.Equal(t, was.Recommendations, is.Recommendations)
	assert.Equal(t, was.About.Title, is.About.Title)
	assert.True(t, is.About.MeetingDate.IsZero())
}

func options(t testing.TB) master.Options {
	t.Helper()
	tpl, err := templates.Load("")
	require.NoError(t, err)
	return master.Options{Month: report.Month{Year: 2023, Month: 10}, Vocabulary: &tpl.Vocabulary, Rules: &tpl.Rules}
}
