package figures_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/proof/figures"
)

// TestFilesOfEarlierVersionsAreRead: they lack the figures that were added since, in every group, and are held to those that they have.
func TestFilesOfEarlierVersionsAreRead(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "cmd", "boardpack", "testdata", "teams", "*", "figures", "*", "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NotContains(t, string(data), `"dated"`, file)
		assert.NoError(t, figures.New(data).Check(), file)

		const count = `"due_soon": 0`
		last := strings.LastIndex(string(data), count)
		require.Positive(t, last, file)
		without := string(data)[:last] + `"soon": 0` + string(data)[last+len(count):]
		assert.ErrorContains(t, figures.New([]byte(without)).Check(), "lacks due_soon", file)
	}
}

// TestDatesAddUp: what is open has a date or none, and what has one is overdue, due soon or due later.
func TestDatesAddUp(t *testing.T) {
	t.Parallel()
	file := `{"schema": "boardpack.figures/1", "month": "2023-09", "as_at": "2023-09-30", "trend": [{"month": "2023-09", "as_at": "2023-09-30", "in_scope": 1, "outstanding": 1}],
		"all": {"total": 1, "in_scope": 1, "in_progress": 1, "open": 1, "outstanding": 1, "dated": 1, "due_later": 1, "percent_complete": 0, "rag": "green",
			"refs": {"total": ["1"], "in_scope": ["1"], "in_progress": ["1"], "open": ["1"], "outstanding": ["1"], "dated": ["1"], "due_later": ["1"]}},
		"recommendations": [{"ref": "1", "standing": "in_progress", "rag": "green"}]}`
	require.NoError(t, figures.New([]byte(file)).Check())
	text := strings.Replace(file, `"dated": 1`, `"dated": "1"`, 1)
	require.ErrorContains(t, figures.New([]byte(text)).Check(), "under all.dated")
	for _, figure := range []string{"dated", "due_later"} {
		wrong := strings.NewReplacer(`"`+figure+`": 1`, `"`+figure+`": 0`, `"`+figure+`": ["1"]`, `"`+figure+`": []`).Replace(file)
		assert.ErrorContains(t, figures.New([]byte(wrong)).Check(), "dated", figure)
	}
}

// TestNotKnownIsHeld: what has statuses that are not recognised is not known or red, and nothing else is not known.
func TestNotKnownIsHeld(t *testing.T) {
	t.Parallel()
	file := `{"schema": "boardpack.figures/1", "month": "2023-09", "as_at": "2023-09-30", "trend": [{"month": "2023-09", "as_at": "2023-09-30", "in_scope": 1, "outstanding": 1}],
		"all": {"total": 1, "in_scope": 1, "unrecognised": 1, "open": 1, "outstanding": 1, "dated": 1, "due_later": 1, "percent_complete": 0, "rag": "not known",
			"refs": {"total": ["1"], "in_scope": ["1"], "unrecognised": ["1"], "open": ["1"], "outstanding": ["1"], "dated": ["1"], "due_later": ["1"]}},
		"recommendations": [{"ref": "1", "standing": "unrecognised", "rag": "not known"}]}`
	known := strings.ReplaceAll(file, "unrecognised", "not_started")
	colour := func(file, rating string) string { return strings.ReplaceAll(file, "not known", rating) }
	for _, c := range []struct {
		name, file string
		holds      bool
	}{
		{"not known", file, true}, {"red", colour(file, "red"), true}, {"green", colour(file, "green"), false}, {"amber", colour(file, "amber"), false},
		{"recognised", colour(known, "green"), true}, {"recognised, and not known", known, false},
		{"an earlier version", strings.NewReplacer(`"dated": 1, "due_later": 1, `, "", `, "dated": ["1"], "due_later": ["1"]`, "").Replace(colour(file, "amber")), true},
	} {
		err := figures.New([]byte(c.file)).Check()
		assert.Equal(t, c.holds, err == nil, "%s: %v", c.name, err)
	}
}
