package proof_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/figuresjson"
	"boardpack/report/pdf"
	"boardpack/report/proof/sheets"
	"boardpack/templates"
)

// withActions is a pack in which recommendations have several actions.
func withActions(t *testing.T) *sample {
	t.Helper()
	template, err := templates.Load("")
	require.NoError(t, err)
	words, err := template.Words("en")
	require.NoError(t, err)
	register := oddMonth(rand.New(rand.NewPCG(1, 1)), 20, report.Month{Year: 2023, Month: 9})
	severalActions(nil, register)
	pack, err := report.Build(register, nil, &template.Rules)
	require.NoError(t, err)
	s := &sample{pack: pack, words: words}
	s.figures, err = figuresjson.Write(pack, words)
	require.NoError(t, err)
	s.fonts, err = pdf.NewFonts()
	require.NoError(t, err)
	return s
}

// TestActionsAreProved plants a wrong number in each cell of the sheet of actions that holds one, and takes actions out of the
// figures and finds them missing in both files.
func TestActionsAreProved(t *testing.T) {
	s := withActions(t)
	data, paper := s.book(t, s.words), s.paper(t, s.words)
	require.NoError(t, s.check().Workbook(data))
	require.NoError(t, s.check().Paper(paper))
	book, err := sheets.Read(data)
	require.NoError(t, err)
	table := book.Tables["Actions"]
	require.NotNil(t, table)
	planted := 0
	for c, heading := range table.Headings {
		if heading != "Action no." && heading != "Due" && heading != "Original due" && heading != "Days late" && heading != "Completed" {
			continue
		}
		for r, row := range table.Rows {
			if row[c] == "" || strings.Trim(row[c], "0123456789") != "" || (r+c)%5 != 0 {
				continue
			}
			sheet, cell, _ := strings.Cut(table.Place(r, c), "!")
			planted++
			assert.Error(t, s.check().Workbook(changeCell(t, data, sheet, cell, row[c]+"1")), table.Place(r, c))
		}
	}
	assert.Greater(t, planted, 5)
	figures := string(s.figures)
	start := strings.Index(figures, `"actions": [`)
	require.Positive(t, start)
	end := start + strings.Index(figures[start:], "\n   ]")
	s.figures = []byte(figures[:start] + `"actions": [` + figures[end:])
	assert.Error(t, s.check().Workbook(data))
	assert.ErrorContains(t, s.check().Paper(paper), "the number of actions")
}
