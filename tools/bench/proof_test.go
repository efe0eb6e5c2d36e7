package bench

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/proof"
)

// proved is a pack with what is needed to prove it.
type proved struct {
	bench       *Bench
	pack        *report.Pack
	doc         *content.Document
	figures     []byte
	book, paper bytes.Buffer
}

// made makes the workbook and the PDF of a shape in an edition.
func made(t testing.TB, s Shape, edition func(*Bench, *report.Pack) *content.Document) *proved {
	t.Helper()
	b, err := New()
	require.NoError(t, err)
	registers, err := b.Registers(s)
	require.NoError(t, err)
	pack, err := b.Build(registers)
	require.NoError(t, err)
	p := &proved{bench: b, pack: pack, doc: edition(b, pack)}
	p.figures, err = b.Figures(pack)
	require.NoError(t, err)
	if p.hasWorkbook() {
		require.NoError(t, b.Workbook(&p.book, pack, p.doc))
	}
	require.NoError(t, b.PDF(&p.paper, pack, p.doc))
	return p
}

// hasWorkbook tells of a Document that is of a workbook too: that of the paper edition.
func (p *proved) hasWorkbook() bool { return len(p.doc.Sheets) > 0 }

// prove reads back what was made.
func (p *proved) prove() error {
	c := proof.Check{Figures: proof.NewFigures(p.figures), Words: p.bench.Words, DueSoonDays: 60, Unattached: true}
	if err := c.Document(p.doc); err != nil {
		return err
	}
	if p.hasWorkbook() {
		if err := c.Workbook(p.book.Bytes(), p.doc); err != nil {
			return err
		}
	}
	return c.Paper(p.paper.Bytes(), p.doc)
}

// TestAYearOfMonthsIsProved holds that what is measured would be published: both editions, with a year of months, of registers that are told in
// full and of those that are not.
func TestAYearOfMonthsIsProved(t *testing.T) {
	for name, edition := range map[string]func(*Bench, *report.Pack) *content.Document{"paper": (*Bench).Content, "record": (*Bench).Record} {
		for _, rows := range []int{18, 40, 200} {
			require.NoError(t, made(t, Shape{Rows: rows, Months: 13}, edition).prove(), "%s of %d", name, rows)
		}
	}
}

// BenchmarkProof measures what proving a PDF and a workbook costs.
func BenchmarkProof(b *testing.B) {
	for _, rows := range []int{18, 2000} {
		p := made(b, Shape{Rows: rows, Months: 2}, (*Bench).Content)
		b.Run(fmt.Sprint("both ", rows), func(b *testing.B) {
			for b.Loop() {
				require.NoError(b, p.prove())
			}
		})
	}
}
