package proof

import (
	"bytes"
	"fmt"

	"boardpack/report"
	"boardpack/report/proof/tagged"
)

// Paper reads a written PDF back, as a screen reader does, and compares every figure in it with the figures file: the file
// attached to it byte by byte, the page at a glance sentence by sentence, every table row by row. The error names each
// place that differs, what should be there and what is.
func Paper(data, figures []byte, w report.Words) error {
	return Check{Figures: figures, Words: w}.Paper(data)
}

// Paper proves a PDF.
func (c Check) Paper(data []byte) error {
	f, err := readFigures(c.Figures)
	if err != nil {
		return err
	}
	doc, err := tagged.Read(data)
	if err != nil {
		return fmt.Errorf("the PDF cannot be read back: %w", err)
	}
	p := newProof(f, c.Words, c.DueSoonDays)
	p.attachment(doc, c.Figures)
	return p.err("the PDF")
}

// attachment proves that the figures travel with the paper, as they are.
func (p *proof) attachment(doc *tagged.Document, figures []byte) {
	if len(doc.Files) == 0 {
		p.add("PDF", "an attached file", "the figures", "")
		return
	}
	for name, data := range doc.Files {
		if !bytes.Equal(data, figures) {
			p.add("PDF", "the attached "+name, "the figures file", "another")
		}
	}
}
