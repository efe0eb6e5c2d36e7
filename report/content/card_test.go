package content_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/html"
	"boardpack/report/pdf"
	"boardpack/report/workbook"
)

// TestADocumentThatHoldsNothing says, draws and proves the same as one that holds what cards and rows tell.
func TestADocumentThatHoldsNothing(t *testing.T) {
	t.Parallel()
	w := words(t, "en")
	fonts, err := pdf.NewFonts()
	require.NoError(t, err)
	for name, pack := range map[string]*report.Pack{"register": sample(t, "stalking-harassment"), "portfolio": samplePortfolio(t)} {
		for _, e := range []content.Edition{content.ThePaper, content.TheRecord} {
			held := content.Holding(pack, w, e, len(pack.Positions))
			made := content.Holding(pack, w, e, 0)
			require.NoError(t, check(t, pack, w).Document(made), name)
			for what, write := range map[string]func(*bytes.Buffer, *content.Document) error{
				"document": func(to *bytes.Buffer, d *content.Document) error { return d.WriteJSON(to) },
				"paper": func(to *bytes.Buffer, d *content.Document) error {
					return pdf.Write(to, d, w, pdf.Options{Fonts: fonts, AsAt: pack.AsAt})
				},
				"workbook": func(to *bytes.Buffer, d *content.Document) error {
					if e == content.TheRecord {
						return nil
					}
					return workbook.Write(to, pack, d, w, workbook.Options{})
				},
				"page": func(to *bytes.Buffer, d *content.Document) error {
					if e == content.TheRecord {
						return nil
					}
					return html.Write(to, []*content.Document{d}, []report.Words{w}, html.Options{})
				},
			} {
				var of, again bytes.Buffer
				require.NoError(t, write(&of, held), "%s, %s", name, what)
				require.NoError(t, write(&again, made), "%s, %s", name, what)
				assert.True(t, bytes.Equal(of.Bytes(), again.Bytes()), "%s, %s, %s", name, e, what)
			}
		}
	}
}
