package templates_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/templates"
)

// TestSheetsOfBefore: a list of all sheets that the version before had is a list of sheets of now, and each that has another name is noted.
func TestSheetsOfBefore(t *testing.T) {
	t.Parallel()
	shipped, err := templates.Load("")
	require.NoError(t, err)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "pack.yaml"), []byte(`sections:
  workbook:
    [cover, contents, summary_themes, summary_headings, summary_owners, summary_sources, movement, figure_changes, restated,
     changes, due, ageing, sign_off, trend, charts, filters, recommendations, quality, written_dates, status_words, notes]
`), 0o644))
	team, err := templates.Load(dir)
	require.NoError(t, err)
	assert.Subset(t, shipped.Sections.Workbook, team.Sections.Workbook)
	assert.Empty(t, shipped.Regrouped())
	noted := map[string]string{}
	for _, r := range team.Regrouped() {
		noted[r.Old] = r.New
		assert.Contains(t, team.Sections.Workbook, r.New)
		assert.NotContains(t, shipped.Sections.Workbook, r.Old)
	}
	assert.Len(t, noted, 14)
}
