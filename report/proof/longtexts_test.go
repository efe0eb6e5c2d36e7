package proof_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/figuresjson"
	"boardpack/report/proof/sheets"
	"boardpack/templates"
)

// TestListsLongerThanACellProve: so many are overdue that no cell holds their names. The workbook continues the list, and the proof
// reads it whole.
func TestListsLongerThanACellProve(t *testing.T) {
	s := manyOverdue(t, 500)
	book := s.book(t, s.words)
	require.NoError(t, s.check().Workbook(book))
	require.NoError(t, s.check().Paper(s.paper(t, s.words)))
	assert.Error(t, s.check().Workbook(changeLongText(t, book, "-0499", "-0498")), "another recommendation in the list")
}

// changeLongText changes the last of the texts that are continued.
func changeLongText(t *testing.T, data []byte, old, new string) []byte {
	t.Helper()
	book, err := sheets.Read(data)
	require.NoError(t, err)
	last := book.Sheets[len(book.Sheets)-1]
	require.Equal(t, "Long texts", last.Name)
	return changePart(t, data, fmt.Sprintf("xl/worksheets/sheet%d.xml", len(book.Sheets)), func(part []byte) []byte {
		at := bytes.LastIndex(part, []byte(old))
		require.Positive(t, at)
		return slices.Concat(part[:at], []byte(new), part[at+len(old):])
	})
}

// manyOverdue makes a pack of overdue recommendations whose names have a hundred characters each.
func manyOverdue(t *testing.T, n int) *sample {
	t.Helper()
	template, err := templates.Load("")
	require.NoError(t, err)
	words, err := template.Words("en")
	require.NoError(t, err)
	month := report.Month{Year: 2023, Month: time.September}
	r := &report.Register{Name: "many", File: "many.xlsx", Sheet: "Recommendations", Month: month, AsAt: month.LastDay(), Columns: report.Fields()}
	for i := range n {
		r.Recommendations = append(r.Recommendations, report.Recommendation{Ref: fmt.Sprintf("%s-%04d", strings.Repeat("r", 95), i), Row: i + 2,
			Themes: []string{"data"}, Text: report.Text{"en": "Do it"}, Response: report.Text{"en": "We will"}, Owner: "Head of Data",
			Scope: report.Force, Status: "In progress", State: report.InProgress, Due: dates.NewDate(2023, time.August, 1), OriginalDue: dates.NewDate(2023, time.August, 1),
			Cells: map[report.Field]string{report.FieldRef: fmt.Sprintf("A%d", i+2)}})
	}
	pack, err := report.Build(r, nil, &template.Rules)
	require.NoError(t, err)
	s := load(t, "custody-inspection", "en", "")
	s.pack, s.words = pack, words
	s.figures, err = figuresjson.Write(pack, words)
	require.NoError(t, err)
	return s
}
