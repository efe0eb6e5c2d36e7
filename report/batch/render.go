package batch

import (
	"bytes"
	"errors"

	"boardpack/report"
	"boardpack/report/pdf"
	"boardpack/report/workbook"
)

// render makes the files of one pack: a PDF and a workbook in each language, the figures, and the workbooks of a split. They wait
// beside their places until the whole run has made its own.
func (r *run) render(pack *report.Pack, out *Outcome) error {
	figures, err := pack.FiguresJSON(r.figuresWords()...)
	if err != nil {
		return err
	}
	name := func(part string) string { return r.FileName.of(out.Name, out.Month.String(), part) }
	for _, w := range r.Words {
		var paper bytes.Buffer
		forPaper := pdf.Options{Fonts: r.fonts, Accent: pdf.Color(r.Accent), FiguresName: name(figuresPart) + ".json", FiguresJSON: figures, Tool: r.tool(),
			Parts: r.PDFParts, Logo: r.Logo}
		if err := pdf.Write(&paper, pack, w, forPaper); err != nil {
			return err
		}
		if err := proved(name(w.Lang())+".pdf", r.proofOf(figures, w).Paper(paper.Bytes())); err != nil {
			return err
		}
		if err := r.keep(out, name(w.Lang())+".pdf", paper.Bytes()); err != nil {
			return err
		}
		if err := r.renderBook(pack, figures, w, out, name(w.Lang())+".xlsx"); err != nil {
			return err
		}
	}
	if err := r.keep(out, name(figuresPart)+".json", figures); err != nil {
		return err
	}
	if err := r.renderOpenData(pack, out, name(openDataPart)+".csv"); err != nil {
		return err
	}
	return r.renderSplit(pack, out, name)
}

// renderOpenData makes the recommendations as a CSV file, with its description beside it.
func (r *run) renderOpenData(pack *report.Pack, out *Outcome, name string) error {
	data, err := pack.RecommendationsCSV()
	if err != nil {
		return err
	}
	metadata, err := pack.RecommendationsCSVW(name, r.figuresWords()...)
	if err != nil {
		return err
	}
	if err := r.keep(out, name, data); err != nil {
		return err
	}
	return r.keep(out, name+"-metadata.json", metadata)
}

func (r *run) renderBook(pack *report.Pack, figures []byte, w report.Words, out *Outcome, name string) error {
	var book bytes.Buffer
	if err := workbook.Write(&book, pack, w, workbook.Options{Accent: r.Accent.String(), Generator: r.tool(), Sheets: r.Sheets}); err != nil {
		return err
	}
	if err := proved(name, r.proofOf(figures, w).Workbook(book.Bytes())); err != nil {
		return err
	}
	return r.keep(out, name, book.Bytes())
}

// keep has a file wait for publication. When the folder cannot be written to, there is no use in making more: all jobs stop.
func (r *run) keep(out *Outcome, name string, data []byte) error {
	month := out.Month.String()
	if err := r.stage.write(month, name, data); err != nil {
		failed := &OutError{Dir: r.Out, cause: err}
		r.stop(failed)
		return failed
	}
	out.add(r.stage.place(month, name), hash(data))
	return nil
}

// renderSplit makes a workbook of each owner or theme that has rows, to be sent to them.
func (r *run) renderSplit(pack *report.Pack, out *Outcome, name func(part string) string) error {
	if r.Split == "" {
		return nil
	}
	groups := pack.Groups(r.Split)
	for i := range groups {
		if groups[i].N(report.Total) == 0 {
			continue
		}
		part, err := pack.Only(r.Split, &groups[i])
		if err != nil {
			return err
		}
		figures, err := part.FiguresJSON(r.figuresWords()...)
		if err != nil {
			return err
		}
		for _, w := range r.Words {
			if err := r.renderBook(part, figures, w, out, name(splitWord(r.Split)+"-"+fileSafe(groups[i].ID)+"-"+w.Lang())+".xlsx"); err != nil {
				return err
			}
		}
	}
	return nil
}

// ErrSplit tells that a pack cannot be split by that.
var ErrSplit = errors.New("a pack can be split by owner or by theme")

// ParseSplit reads what to split by; "" for nothing.
func ParseSplit(s string) (report.GroupKind, error) {
	switch s {
	case "":
		return "", nil
	case "owner":
		return report.OfOwners, nil
	case "theme":
		return report.OfThemes, nil
	}
	return "", ErrSplit
}

func splitWord(kind report.GroupKind) string {
	if kind == report.OfThemes {
		return "theme"
	}
	return "owner"
}

// fileSafe shortens an id to what fits in a file name. Ids have no characters that a file name cannot have.
func fileSafe(id string) string {
	const longest = 60
	if runes := []rune(id); len(runes) > longest {
		return string(runes[:longest-9]) + "-" + hash([]byte(id))[:8]
	}
	return id
}
