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
)

// TestListsLongerThanACellProve: so many are overdue that no cell holds their names. The workbook continues the list, and the proof
// reads it whole.
func TestListsLongerThanACellProve(t *testing.T) {
	t.Parallel()
	s := ofRows(t, manyOverdue(400))
	book := s.book(t, s.doc)
	require.NoError(t, s.check().Workbook(book, s.doc))
	require.NoError(t, s.check().Paper(s.paper(t, s.doc), s.doc))
	a, name := unzip(t, book), partOfSheet(t, book, "Long texts")
	part := a.parts[name]
	at := bytes.LastIndex(part, []byte("-0399"))
	require.Positive(t, at)
	changed := slices.Concat(part[:at], []byte("-0398"), part[at+5:])
	assert.Error(t, s.check().Workbook(a.with(t, name, changed), s.doc), "another recommendation in the list")
}

// manyOverdue makes overdue recommendations whose names have a hundred characters each.
func manyOverdue(n int) *report.Register {
	month := report.Month{Year: 2023, Month: time.September}
	r := &report.Register{Name: "many", File: "many.xlsx", Sheet: "Recommendations", Month: month, AsAt: month.LastDay(), Columns: report.Fields()}
	due := dates.NewDate(2023, time.August, 1)
	for i := range n {
		r.Recommendations = append(r.Recommendations, report.Recommendation{Ref: fmt.Sprintf("%s-%04d", strings.Repeat("r", 95), i), Row: i + 2,
			Themes: []string{"data"}, Text: report.Text{"en": "Do it"}, Response: report.Text{"en": "We will"}, Owner: "Head of Data",
			Scope: report.Force, Status: "In progress", State: report.InProgress, Due: due, OriginalDue: due})
	}
	return r
}
