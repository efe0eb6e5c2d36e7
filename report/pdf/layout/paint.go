package layout

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"boardpack/report/pdf/finish"
)

// partPages is how many pages are drawn before they are handed over: fpdf holds what it draws.
const partPages = 64

// painter draws pages with fpdf as they are set.
type painter struct {
	pen
	flow   *flow
	o      Options
	pages  *finish.Pages
	onPart int // pages that are drawn of this part
	fault  error
}

func newPainter(f *flow, o Options) *painter {
	return &painter{pen: pen{fonts: f.fonts, palette: f.palette, drawn: map[*face]*charSet{}}, flow: f, o: o, pages: finish.NewPages()}
}

// begin begins a part.
func (p *painter) begin() {
	p.pdf = fpdf.New("P", "pt", "A4", "")
	p.pdf.SetAutoPageBreak(false, 0)
	p.pdf.SetCompression(false) // package finish compresses, with one set of tables for all pages
	p.pdf.SetMargins(0, 0, 0)
	p.flow.describe(p.pdf, p.o.About)
}

// page draws page n, counted from 1.
func (p *painter) page(pg *page, n int) {
	if p.pdf == nil {
		p.begin()
	}
	p.pdf.AddPageFormat("P", fpdf.SizeType{Wd: pg.Width, Ht: pg.Height})
	p.turn(pg.Height)
	for _, m := range pg.marks {
		p.mark(m)
	}
	p.o.Chrome.draw(&p.pen, pg.Geometry, n, p.flow.known.count)
	if p.onPart++; p.onPart == partPages {
		p.handOver()
	}
}

// handOver ends a part.
func (p *painter) handOver() {
	var out bytes.Buffer
	if err := p.pdf.Output(&out); err != nil && p.fault == nil {
		p.fault = fmt.Errorf("draw the pages: %w", err)
	}
	p.pages.Add(out.Bytes())
	p.pdf, p.onPart, p.later = nil, 0, true
}

// end gives the pages, with the fonts that they still lack.
func (p *painter) end() (*finish.Pages, []finish.Font, error) {
	if p.pdf != nil {
		p.handOver()
	}
	if p.fault != nil {
		return nil, nil, p.fault
	}
	fonts, err := p.embedded()
	return p.pages, fonts, err
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
		p.pdf.RawWriteStr("/" + m.elem.Kind.String() + " <</MCID " + strconv.Itoa(m.id) + ">> BDC")
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
