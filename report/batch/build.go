package batch

import (
	"bytes"
	"context"
	"path/filepath"

	"boardpack/report"
	"boardpack/report/pdf"
	"boardpack/report/workbook"
)

// Build makes and publishes the packs that are asked for. A master that cannot be used has its error in its outcome and
// does not stop the others; the error given back is one of finding the masters or of publishing the manifest.
func Build(ctx context.Context, o Options) ([]Outcome, error) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		return nil, err
	}
	outcomes, err := o.run(ctx, func(pack *report.Pack, out *Outcome) error { return o.render(pack, out, fonts) })
	if err != nil {
		return outcomes, err
	}
	return outcomes, o.publishManifests(outcomes)
}

// render makes the files of one pack: a PDF and a workbook in each language, and the figures. None is published before
// all are made.
func (o *Options) render(pack *report.Pack, out *Outcome, fonts *pdf.Fonts) error {
	figures, err := pack.FiguresJSON(o.Words...)
	if err != nil {
		return err
	}
	stem := out.Name + "-" + out.Month.String() + "-"
	var files []File
	for _, w := range o.Words {
		var paper, book bytes.Buffer
		forPaper := pdf.Options{Fonts: fonts, Accent: pdf.Color(o.Accent), FiguresName: stem + "figures.json", FiguresJSON: figures, Tool: o.tool()}
		if err := pdf.Write(&paper, pack, w, forPaper); err != nil {
			return err
		}
		if err := workbook.Write(&book, pack, w, workbook.Options{Accent: o.Accent.String(), Generator: o.tool()}); err != nil {
			return err
		}
		files = append(files, File{stem + w.Lang() + ".pdf", paper.Bytes()}, File{stem + w.Lang() + ".xlsx", book.Bytes()})
	}
	for _, f := range append(files, File{stem + "figures.json", figures}) {
		path := o.place(out.Month, f.Name)
		if err := publish(path, f.Data); err != nil {
			return err
		}
		out.Files = append(out.Files, Written{Path: path, sha256: hash(f.Data)})
	}
	return nil
}

// tool is the program and its version, as files name what made them.
func (o *Options) tool() string { return "boardpack " + o.Version }

func (o *Options) place(month report.Month, name string) string {
	return filepath.Join(o.Out, month.String(), name)
}
