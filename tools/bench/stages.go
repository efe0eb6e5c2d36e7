package bench

import (
	"io"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/figuresjson"
	"boardpack/report/master"
	"boardpack/report/pdf"
	"boardpack/report/workbook"
	"boardpack/templates"
)

// Bench holds what all packs of a run share.
type Bench struct {
	template *templates.Template
	Words    report.Words
	fonts    *pdf.Fonts
}

// New loads the shipped template, English and the fonts.
func New() (*Bench, error) {
	template, err := templates.Load("")
	if err != nil {
		return nil, err
	}
	words, err := template.Words("en")
	if err != nil {
		return nil, err
	}
	fonts, err := pdf.NewFonts()
	return &Bench{template: template, Words: words, fonts: fonts}, err
}

// Read is the stage that reads a master.
func (b *Bench) Read(data []byte, month report.Month) (*report.Register, error) {
	return master.ReadBytes("register-001.xlsx", data, master.Options{Month: month, Vocabulary: &b.template.Vocabulary, Rules: &b.template.Rules})
}

// Build is the stage that works a pack out; the newest register comes last.
func (b *Bench) Build(registers []*report.Register) (*report.Pack, error) {
	last := len(registers) - 1
	return report.Build(registers[last], registers[:last], &b.template.Rules)
}

// Figures is the stage that writes the figures file.
func (b *Bench) Figures(pack *report.Pack) ([]byte, error) { return figuresjson.Write(pack, b.Words) }

// Content is the stage that writes what the pack says.
func (b *Bench) Content(pack *report.Pack) *content.Document { return content.Of(pack, b.Words, nil) }

// Record is the stage that writes what the record edition says: every recommendation in full.
func (b *Bench) Record(pack *report.Pack) *content.Document {
	return content.Record(pack, b.Words, nil)
}

// Workbook is the stage that writes the workbook.
func (b *Bench) Workbook(w io.Writer, pack *report.Pack, doc *content.Document) error {
	return workbook.Write(w, pack, doc, b.Words, workbook.Options{Accent: b.template.Accent.String(), Generator: "boardpack bench"})
}

// PDF is the stage that writes the PDF, without the figures file attached.
func (b *Bench) PDF(w io.Writer, pack *report.Pack, doc *content.Document) error {
	return pdf.Write(w, doc, b.Words, pdf.Options{AsAt: pack.AsAt, Fonts: b.fonts, Accent: b.template.Accent, Tool: "boardpack bench"})
}

// Registers makes and reads the masters of a shape.
func (b *Bench) Registers(s Shape) ([]*report.Register, error) {
	var out []*report.Register
	for _, month := range s.MonthsOf() {
		data, err := Master(1, s.Rows, month)
		if err != nil {
			return nil, err
		}
		register, err := b.Read(data, month)
		if err != nil {
			return nil, err
		}
		out = append(out, register)
	}
	return out, nil
}
