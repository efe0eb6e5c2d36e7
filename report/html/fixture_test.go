package html_test

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
	"boardpack/report/proof"
	"boardpack/report/reporttest"
)

// made is a page with all that it was made from.
type made struct {
	pack    *report.Pack
	words   []report.Words
	docs    []*content.Document
	figures []byte
}

// sample works out a sample master of September 2023 with its history, in both languages.
func sample(t testing.TB, name string) *made {
	t.Helper()
	template := reporttest.Shipped(t)
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
	return of(t, registers, "en", "cy")
}

// of works out the pack of the last of some registers, in some languages.
func of(t testing.TB, registers []*report.Register, languages ...string) *made {
	t.Helper()
	template := reporttest.Shipped(t)
	n := len(registers) - 1
	pack, err := report.Build(registers[n], registers[:n], &template.Rules)
	require.NoError(t, err)
	m := &made{pack: pack}
	for _, lang := range languages {
		words, err := template.Words(lang)
		require.NoError(t, err)
		m.words = append(m.words, words)
		m.docs = append(m.docs, content.Of(pack, words, nil))
	}
	m.figures, err = figuresjson.Write(pack, m.words...)
	require.NoError(t, err)
	return m
}

// page writes the page.
func (m *made) page(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, html.Write(&out, m.docs, m.words, html.Options{Accent: colour.DefaultAccent(), Tool: "boardpack test"}))
	return out.Bytes()
}

// proved proves a page against what it was made from.
func (m *made) proved(data []byte) error {
	figures := proof.NewFigures(m.figures)
	var spoken []proof.Spoken
	for i, doc := range m.docs {
		spoken = append(spoken, proof.Spoken{Check: proof.Check{Figures: figures, Words: m.words[i]}, Doc: doc})
	}
	return proof.Page(data, spoken, nil)
}
