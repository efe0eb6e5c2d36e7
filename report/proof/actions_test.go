package proof_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/proof/sheets"
)

// TestActionsAreProved plants a wrong number in cells of the sheet of actions that hold one, in the Document's table of actions and in
// a recommendation's own, and takes the actions out of the figures and finds them missing.
func TestActionsAreProved(t *testing.T) {
	t.Parallel()
	register := oddMonth(rand.New(rand.NewPCG(1, 1)), 20, report.Month{Year: 2023, Month: 9})
	severalActions(nil, register)
	s := ofRows(t, register)
	data := s.book(t, s.doc)
	require.NoError(t, s.check().Document(s.doc))
	require.NoError(t, s.check().Workbook(data, s.doc))
	book, err := sheets.Read(data)
	require.NoError(t, err)
	table := book.Tables["Actions"]
	require.NotNil(t, table)
	planted := 0
	for c, heading := range table.Headings {
		if !slices.Contains([]string{"Action no.", "Due", "Original due", "Days late", "Completed"}, heading) {
			continue
		}
		for r, row := range table.Rows {
			if row[c] == "" || strings.Trim(row[c], "0123456789") != "" || (r+c)%5 != 0 {
				continue
			}
			sheet, cell, _ := strings.Cut(table.Place(r, c), "!")
			planted++
			assert.Error(t, s.check().Workbook(changeCell(t, data, sheet, cell, row[c]+"1"), s.doc), table.Place(r, c))
		}
	}
	assert.Greater(t, planted, 5)
	assert.Error(t, s.check().Document(s.other(t, func(d *content.Document) { swapRows(d.Table("actions")) })))
	assert.Error(t, s.check().Document(s.other(t, func(d *content.Document) { takeCell(t, d, "actions", "action_number") })))
	assert.Error(t, s.check().Document(s.other(t, func(d *content.Document) { takeCell(t, d, "actions", "days_late") })))
	assert.Error(t, s.check().Document(s.other(t, func(d *content.Document) {
		of := section(t, d, "cards")
		swapRows(of.Blocks[blockWith(t, of, func(b *content.Block) bool {
			return b.Card != nil && b.Card.Entry().Actions != nil && len(b.Card.Entry().Actions.Rows) > 1
		})].Card.Entry().Actions)
	})))
	figures := string(s.figures)
	start := strings.Index(figures, `"actions": [`)
	require.Positive(t, start)
	end := start + strings.Index(figures[start:], "\n   ]")
	s.figures = []byte(figures[:start] + `"actions": [` + figures[end:])
	assert.Error(t, s.check().Document(s.doc), "the figures lack actions that the pack has")
}
