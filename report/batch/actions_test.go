package batch_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/figuresjson"
	"boardpack/report/master"
	"boardpack/report/pdf"
	"boardpack/report/proof"
	"boardpack/report/reporttest"
	"boardpack/report/reporttest/pace"
	"boardpack/report/workbook"
)

// actionsCSV is a master in which recommendations have several actions, in rows with the same ref and text or with neither.
func actionsCSV(r *rand.Rand) string {
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	var b strings.Builder
	b.WriteString("Ref,Theme,Recommendation,Action,Status,Owner,Due,Completed,Sign-off,Progress note\n")
	for i := range 20 {
		ref, theme, text := fmt.Sprint(i+1), pick("Training", "Data"), fmt.Sprintf("Text %d", i+1)
		for n := range 1 + r.IntN(3) {
			if n > 0 && r.IntN(3) == 0 {
				ref, theme, text = "", "", ""
			}
			fmt.Fprintf(&b, "%s,%s,%s,Do %d,%s,%s,%s,%s,%s,Note %d\n", ref, theme, text, n, pick("Complete", "In progress", "Not started", "Withdrawn", "Hmm", ""),
				pick("A", "B", "C"), pick("", "01/02/2023", "01/02/2024"), pick("", "01/08/2023"), pick("Agreed", "", "Refused"), n)
		}
	}
	return b.String()
}

// TestActionsComeBackFromAWorkbook: the workbook of a pack, taken for the master of the next month, has every recommendation where it
// was, with the texts of all its actions, and nothing that changed. Both packs are proved.
func TestActionsComeBackFromAWorkbook(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	template := reporttest.Shipped(t)
	fonts, err := pdf.NewFonts()
	require.NoError(t, err)
	read := func(name string, data []byte) *report.Register {
		r, err := master.ReadBytes(name, data, master.Options{Month: report.Month{Year: 2023, Month: 8}, AsAt: dates.NewDate(2023, 8, 31),
			Vocabulary: &template.Vocabulary, Rules: &template.Rules})
		require.NoError(t, err)
		return r
	}
	for seed, lang := range []string{"en", "cy", "en"} {
		words, err := template.Words(lang)
		require.NoError(t, err)
		first := read("m.csv", []byte(actionsCSV(rand.New(rand.NewPCG(uint64(seed), 1)))))
		pack, err := report.Build(first, nil, &template.Rules)
		require.NoError(t, err)
		var book bytes.Buffer
		require.NoError(t, workbook.Write(&book, pack, content.Of(pack, words, nil), words, workbook.Options{}))
		again := read("m.xlsx", book.Bytes())
		back, err := report.Build(again, []*report.Register{first}, &template.Rules)
		require.NoError(t, err)
		for _, f := range report.Figures() {
			assert.Equal(t, pack.All.Keys(f.Name), back.All.Keys(f.Name), "%s in %s", f.Name, lang)
		}
		assert.Empty(t, back.Movement.Changes)
		for i := range first.Recommendations {
			was, is := &first.Recommendations[i], &again.Recommendations[i]
			assert.Equal(t, was.Progress["en"], is.Progress["en"], was.Ref)
			assert.Equal(t, was.Extra, is.Extra, was.Ref)
			assert.Equal(t, was.Owner, is.Owner, was.Ref)
		}
		figures, err := figuresjson.Write(back, words) // two months that speak of one day
		require.NoError(t, err)
		check := proof.Check{Figures: proof.NewFigures(figures), Words: words, DueSoonDays: template.Rules.DueSoonDays}
		book.Reset()
		doc := content.Of(back, words, nil)
		assert.NoError(t, check.Document(doc))
		require.NoError(t, workbook.Write(&book, back, doc, words, workbook.Options{}))
		assert.NoError(t, check.Workbook(book.Bytes(), doc))
		var paper bytes.Buffer
		require.NoError(t, pdf.Write(&paper, doc, words, pdf.Options{AsAt: back.AsAt, Fonts: fonts, Accent: colour.DefaultAccent(), FiguresName: "figures.json", FiguresJSON: figures}))
		assert.NoError(t, check.Paper(paper.Bytes(), doc))
	}
}
