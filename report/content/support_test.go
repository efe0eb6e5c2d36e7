package content_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/figuresjson"
	"boardpack/report/master"
	"boardpack/report/pdf"
	"boardpack/report/proof"
	"boardpack/report/reporttest"
	"boardpack/report/workbook"
)

func words(t testing.TB, lang string) report.Words {
	t.Helper()
	template := reporttest.Shipped(t)
	w, err := template.Words(lang)
	require.NoError(t, err)
	return w
}

// sample builds the pack of a sample master of September 2023 with the months before.
func sample(t testing.TB, name string) *report.Pack {
	t.Helper()
	template := reporttest.Shipped(t)
	var months []*report.Register
	for m := (report.Month{Year: 2023, Month: 7}); m.Month <= 9; m = m.Next() {
		path := filepath.Join("..", "..", "input", m.String(), name+".xlsx")
		if _, err := os.Stat(path); err != nil {
			continue
		}
		r, err := master.Read(path, master.Options{Month: m, Vocabulary: &template.Vocabulary, Rules: &template.Rules})
		require.NoError(t, err)
		months = append(months, r)
	}
	n := len(months) - 1
	pack, err := report.Build(months[n], months[:n], &template.Rules)
	require.NoError(t, err)
	return pack
}

func check(t testing.TB, pack *report.Pack, w report.Words) proof.Check {
	t.Helper()
	figures, err := figuresjson.Write(pack, w)
	require.NoError(t, err)
	return proof.Check{Figures: proof.NewFigures(figures), Words: w}
}

// publishes writes both files of a Document and proves them.
func publishes(t testing.TB, pack *report.Pack, w report.Words, doc *content.Document) {
	t.Helper()
	fonts, err := pdf.NewFonts()
	require.NoError(t, err)
	c := check(t, pack, w)
	var paper, book bytes.Buffer
	figures, err := c.Figures.Bytes()
	require.NoError(t, err)
	require.NoError(t, pdf.Write(&paper, doc, w, pdf.Options{AsAt: pack.AsAt, Fonts: fonts, FiguresName: "figures.json", FiguresJSON: figures}))
	require.NoError(t, workbook.Write(&book, pack, doc, w, workbook.Options{}))
	require.NoError(t, c.Document(doc))
	require.NoError(t, c.Paper(paper.Bytes(), doc))
	require.NoError(t, c.Workbook(book.Bytes(), doc))
}
