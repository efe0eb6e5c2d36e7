package workbook

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/master"
	"boardpack/report/reporttest"
)

// TestTextsComeBack takes a master through the workbook of its pack, in each language, to next month's master: every text comes back
// whole in its language, with the words that were typed for theme and status.
func TestTextsComeBack(t *testing.T) {
	t.Parallel()
	template := reporttest.Shipped(t)
	long := strings.TrimSpace(strings.Repeat("A sentence of the answer, and a line.\n", 2500))
	rows := [][]string{
		{"1", "Staffing", "Keep enough.", "Cadw digon.", "Underway", long, "Llawer.", "", "Agreed by all", "Head of X", "Pennaeth X", "Slow", "Araf", "Minutes", ""},
		{"2", "Data; Training", "Train all.", "", "Implemented", "Done.", "", "Wedi'i wneud.", "", "Head of X", "Pennaeth X", "", "Prin", "", "Cofnodion"},
		{"3", "Custody", "Hold fewer.", "Cadw llai.", "On track", "", "", "", long + " B", "Jo Rees", "Jo Rees", "Late", "", long, long + " C"},
		{"4", "", "No theme.", "Dim thema.", "Nobody knows", "Yes", "Ie", "Mewn llaw", "", "Head of Z", "", "", "", "", ""},
	}
	var text strings.Builder
	w := csv.NewWriter(&text)
	require.NoError(t, w.Write([]string{"Ref", "Theme", "Recommendation", "Recommendation (cy)", "Status", "Response", "Response (cy)", "Progress note (cy)", "Ward", "Owner", "Owner (cy)", "Reason for change", "Reason for change (cy)", "Evidence", "Evidence (cy)"}))
	require.NoError(t, w.WriteAll(rows))
	read := func(name string, data []byte, month report.Month) *report.Register {
		register, err := master.ReadBytes(name, data, master.Options{Month: month, Vocabulary: &template.Vocabulary, Rules: &template.Rules})
		require.NoError(t, err)
		return register
	}
	august := report.Month{Year: 2023, Month: 8}
	first := read("m.csv", []byte(text.String()), august)
	for _, lang := range template.WordingLanguages() {
		t.Run(lang, func(t *testing.T) {
			pack, err := report.Build(first, nil, &template.Rules)
			require.NoError(t, err)
			words, err := template.Words(lang)
			require.NoError(t, err)
			again := read("m.xlsx", written(t, pack, words), august.Next())
			assert.Equal(t, "2023-09-30", again.AsAt.String())
			require.Len(t, again.Recommendations, len(rows))
			for i := range again.Recommendations {
				was, is := &first.Recommendations[i], &again.Recommendations[i]
				for what, pair := range map[string][2]any{"text": {was.Text, is.Text}, "response": {was.Response, is.Response}, "progress": {was.Progress, is.Progress},
					"theme": {was.ThemeAsTyped, is.ThemeAsTyped}, "themes": {was.Themes, is.Themes}, "status": {was.Status, is.Status}, "extra": {was.Extra, is.Extra},
					"owner": {was.Owner, is.Owner}, "reason": {was.Reason, is.Reason}, "evidence": {was.Evidence, is.Evidence}, "Welsh": {was.Welsh, is.Welsh}} {
					assert.True(t, assert.ObjectsAreEqual(pair[0], pair[1]), "%s of %s: %.200v, %.200v", what, was.Ref, pair[0], pair[1])
				}
			}
		})
	}
}
