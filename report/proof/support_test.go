package proof_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/content"
	"boardpack/report/figuresjson"
	"boardpack/report/html"
	"boardpack/report/master"
	"boardpack/report/pdf"
	"boardpack/report/proof"
	"boardpack/report/reporttest"
	"boardpack/report/workbook"
	"boardpack/templates"
)

// sample is a pack of the sample with its files.
type sample struct {
	pack    *report.Pack
	words   report.Words
	figures []byte
	fonts   *pdf.Fonts
	doc     *content.Document
}

// load works out a sample master of September 2023 with its history, under the shipped template or one laid over it.
func load(t testing.TB, name, lang, over string) *sample {
	t.Helper()
	template := reporttest.Shipped(t)
	if over != "" {
		laid, err := templates.Load(over)
		require.NoError(t, err)
		template = laid
	}
	words, err := template.Words(lang)
	require.NoError(t, err)
	var registers []*report.Register
	for m := (report.Month{Year: 2023, Month: 7}); m.Month <= 9; m = m.Next() {
		path := filepath.Join("..", "..", "input", m.String(), name+".xlsx")
		if _, err := os.Stat(path); err != nil {
			continue
		}
		r, err := master.Read(path, master.Options{Month: m, Vocabulary: &template.Vocabulary, Rules: &template.Rules})
		require.NoError(t, err)
		registers = append(registers, r)
	}
	fonts, err := pdf.NewFonts()
	require.NoError(t, err)
	return made(t, registers, &template.Rules, words, fonts)
}

// made works out the pack of the last of some registers.
func made(t testing.TB, months []*report.Register, rules *report.Rules, words report.Words, fonts *pdf.Fonts) *sample {
	t.Helper()
	n := len(months) - 1
	pack, err := report.Build(months[n], months[:n], rules)
	require.NoError(t, err)
	s := &sample{pack: pack, words: words, fonts: fonts, doc: content.Of(pack, words, nil)}
	s.figures, err = figuresjson.Write(pack, words)
	require.NoError(t, err)
	return s
}

// ofRows works out the pack of one register in English.
func ofRows(t testing.TB, r *report.Register) *sample {
	t.Helper()
	template := reporttest.Shipped(t)
	words, err := template.Words("en")
	require.NoError(t, err)
	fonts, err := pdf.NewFonts()
	require.NoError(t, err)
	return made(t, []*report.Register{r}, &template.Rules, words, fonts)
}

// paper writes the PDF of a Document.
func (s *sample) paper(t testing.TB, doc *content.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, pdf.Write(&out, doc, s.words, pdf.Options{AsAt: s.pack.AsAt, Fonts: s.fonts, Accent: colour.DefaultAccent(), FiguresName: "figures.json", FiguresJSON: s.figures}))
	return out.Bytes()
}

// book writes the workbook of a Document.
func (s *sample) book(t testing.TB, doc *content.Document) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, workbook.Write(&out, s.pack, doc, s.words, workbook.Options{}))
	return out.Bytes()
}

// page writes the page of Documents, of which the sample's own is one.
func (s *sample) page(t testing.TB, docs ...*content.Document) []byte {
	t.Helper()
	template := reporttest.Shipped(t)
	var words []report.Words
	for _, doc := range docs {
		w, err := template.Words(doc.Lang)
		require.NoError(t, err)
		words = append(words, w)
	}
	var out bytes.Buffer
	require.NoError(t, html.Write(&out, docs, words, html.Options{Accent: colour.DefaultAccent(), Tool: "boardpack"}))
	return out.Bytes()
}

// both gives the sample in both languages, with what proves a page of it.
func both(t testing.TB, name string) (en, cy *sample, proves func([]byte) error) {
	t.Helper()
	en, cy = load(t, name, "en", ""), load(t, name, "cy", "")
	spoken := []proof.Spoken{{Check: en.check(), Doc: en.doc}, {Check: en.check(), Doc: cy.doc}}
	spoken[1].Check.Words = cy.words
	return en, cy, func(data []byte) error { return proof.Page(data, spoken, nil) }
}

func (s *sample) check() proof.Check {
	return proof.Check{Figures: proof.NewFigures(s.figures), Words: s.words, DueSoonDays: s.pack.Rules.DueSoonDays}
}
