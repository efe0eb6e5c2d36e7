package layout

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"boardpack/report/pdf/finish"
)

// paint draws the pages with fpdf and gives the bytes of its file, with the fonts that it still lacks.
func (f *flow) paint(o Options) ([]byte, []finish.Font, error) {
	pdf := fpdf.New("P", "pt", "A4", "")
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCompression(false) // package finish compresses, with one set of tables for all pages
	pdf.SetMargins(0, 0, 0)
	f.describe(pdf, o.About)
	p := &pen{pdf: pdf, fonts: f.fonts, palette: f.palette, drawn: map[*face]*charSet{}}
	for i, pg := range f.pages {
		pdf.AddPageFormat("P", fpdf.SizeType{Wd: pg.Width, Ht: pg.Height})
		p.turn(pg.Height)
		for _, m := range pg.marks {
			p.mark(m)
		}
		o.Chrome.draw(p, pg.Geometry, i+1, len(f.pages))
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		return nil, nil, fmt.Errorf("draw the pages: %w", err)
	}
	fonts, err := p.embedded()
	return out.Bytes(), fonts, err
}

// describe sets what fpdf writes about the document, and makes it write the same bytes each time.
func (f *flow) describe(pdf *fpdf.Fpdf, about finish.About) {
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(about.Date.UTC())
	pdf.SetModificationDate(about.Date.UTC())
	for _, entry := range []struct {
		set  func(text string, isUTF8 bool)
		text string
	}{{pdf.SetTitle, about.Title}, {pdf.SetAuthor, about.Author}, {pdf.SetSubject, about.Subject}, {pdf.SetCreator, about.Tool}, {pdf.SetProducer, about.Tool}} {
		if entry.text != "" {
			entry.set(utf16Text(entry.text), false)
		}
	}
	pdf.SetLang(finish.Language(about.Lang))
	pdf.SetXmpMetadata(finish.XMP(about))
}

// mark draws marked content: of its element, or an artifact.
func (p *pen) mark(m mark) {
	if m.elem == nil {
		p.pdf.RawWriteStr("/Artifact BMC")
	} else {
		p.pdf.RawWriteStr("/" + string(m.elem.Kind) + " <</MCID " + strconv.Itoa(m.id) + ">> BDC")
	}
	for _, it := range m.items {
		it.what.draw(p, it.x, it.y)
	}
	p.pdf.RawWriteStr("EMC")
}

// utf16Text is a text as a PDF has it outside of its pages (ISO 32000-1, 7.9.2.2). fpdf would do it too, but stops at characters
// beyond the Basic Multilingual Plane, such as an emoji in a title.
func utf16Text(text string) string {
	b := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(text)) {
		b = append(b, byte(unit>>8), byte(unit))
	}
	return string(b)
}
