package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// TestRestated compares what was published of August with what its corrected master says.
func TestRestated(t *testing.T) {
	_, words := template(t)
	open := report.Recommendation{Ref: "1", Themes: []string{"data"}}
	closed := open
	closed.State, closed.SignOff = report.Complete, report.Agreed
	published := func(rows ...report.Recommendation) *report.Published {
		data, err := build(t, earlier(rows...)).FiguresJSON(words)
		require.NoError(t, err)
		read, err := report.ReadPublished(data)
		require.NoError(t, err)
		return read
	}
	with := func(was *report.Published) *report.Pack {
		august := earlier(closed)
		august.Published = was
		return build(t, register(closed), august)
	}
	pack := with(published(open))
	require.NotNil(t, pack.Restated)
	var rows []string
	for _, f := range pack.Restated.Figures {
		if f.ID == "all" {
			rows = append(rows, string(f.Figure))
		}
	}
	assert.Equal(t, []string{"complete", "in_progress", "open", "outstanding", "no_date"}, rows)
	assert.Equal(t, report.RestatedFigure{ID: "all", Figure: report.FigComplete, Now: 1, Joined: []string{"1"}, Left: nil}, pack.Restated.Figures[0])
	assert.Equal(t, "restated", pack.Problems[0].Code)
	assert.Len(t, pack.RestatedTable(words).Rows, 10, "the whole and one theme")

	assert.Nil(t, with(published(closed)).Restated, "nothing differs")
	assert.Nil(t, with(nil).Restated, "nothing was published")
	july := published(open)
	july.Month = "2023-07"
	assert.Nil(t, with(july).Restated, "of another month")

	for _, bad := range []string{"", "[]", `{"schema":"boardpack.figures/9"}`, `{"schema":"boardpack.figures/1","all":{"total":"x"}}`} {
		_, err := report.ReadPublished([]byte(bad))
		assert.Error(t, err, bad)
	}
}
