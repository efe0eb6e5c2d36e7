package bench

import (
	"bytes"
	"fmt"
	"testing"

	"boardpack/report/proof"
)

// BenchmarkProof measures what proving a PDF and a workbook costs.
func BenchmarkProof(b *testing.B) {
	for _, rows := range []int{18, 2000} {
		bench, err := New()
		if err != nil {
			b.Fatal(err)
		}
		registers, err := bench.Registers(Shape{Rows: rows, Months: 2})
		if err != nil {
			b.Fatal(err)
		}
		pack, _ := bench.Build(registers)
		figures, _ := bench.Figures(pack)
		var book, paper bytes.Buffer
		doc := bench.Content(pack)
		if err := bench.Workbook(&book, pack, doc); err != nil {
			b.Fatal(err)
		}
		if err := bench.PDF(&paper, pack, doc); err != nil {
			b.Fatal(err)
		}
		check := func() proof.Check {
			return proof.Check{Figures: proof.NewFigures(figures), Words: bench.Words, DueSoonDays: 60, Unattached: true}
		}
		b.Run(fmt.Sprint("both ", rows), func(b *testing.B) {
			for b.Loop() {
				c := check()
				if err := c.Document(doc); err != nil {
					b.Fatal(err)
				}
				if err := c.Workbook(book.Bytes(), doc); err != nil {
					b.Fatal(err)
				}
				if err := c.Paper(paper.Bytes(), doc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
