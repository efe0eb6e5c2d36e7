package batch

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"sync"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/figuresjson"
	"boardpack/report/opendata"
	"boardpack/report/pdf"
	"boardpack/report/plainfile"
	"boardpack/report/proof"
	"boardpack/report/workbook"
)

// rendering is one file of a pack, and what makes it.
type rendering struct {
	name string
	make func(name string) ([]byte, error)
}

// render makes the files of one pack, as far as they are asked for: the PDFs and a workbook in each language, the page of all languages, the
// figures, what each language says, the open data, and the workbooks of a split. They wait beside their places until the whole run has made its own.
func (r *run) render(pack *report.Pack, out *Outcome) error {
	data, err := figuresjson.Write(pack, r.figuresWords()...)
	if err != nil {
		return err
	}
	figures := proof.NewFigures(data)
	name := func(part string) string { return r.FileName.of(out.Name, out.Month.String(), part) }
	figuresName, dataName := name(figuresPart)+".json", name(openDataPart)+".csv"
	all := r.speakers(pack, figures, name)
	of := make([][]rendering, len(all)) // by language, so that what one says can go when its files are made
	for i, s := range all {
		of[i] = r.spoken(pack, s, figures, i < len(r.Words), name, figuresName)
	}
	var page []rendering
	if r.writes(outputPage) {
		page = r.pages(pack, all, figures, out.Name, out.Month.String(), of)
	}
	for i, w := range r.Words {
		of[i] = append(of[i], r.record(pack, figures, w, name(w.Lang()+recordPart), figuresName)...)
	}
	files := append(slices.Concat(of...), rendering{figuresName, func(string) ([]byte, error) { return data, nil }})
	files = append(files, page...)
	if r.writes(outputData) {
		files = append(files,
			rendering{dataName, func(string) ([]byte, error) { return opendata.CSV(pack) }},
			rendering{dataName + "-metadata.json", func(string) ([]byte, error) { return opendata.Metadata(pack, dataName, r.figuresWords()...) }})
	}
	return r.keep(out, append(files, r.split(pack, name)...))
}

// spoken are the files in a language; one that is only of the page has its Document alone.
func (r *run) spoken(pack *report.Pack, s speaker, figures *proof.Figures, asked bool, name func(part string) string, figuresName string) []rendering {
	w, said := s.words, s.said
	document := rendering{name(w.Lang()) + documentEnding, func(string) ([]byte, error) { return written(said) }}
	if !asked {
		return []rendering{document}
	}
	var files []rendering
	if r.writes(outputPDF) && r.makes(content.ThePaper) {
		files = append(files, r.paperFile(content.ThePaper, pack, said, figures, w, name(w.Lang()), figuresName))
	}
	if r.writes(outputWorkbook) {
		files = append(files, rendering{name(w.Lang()) + ".xlsx", func(name string) ([]byte, error) { return r.book(pack, said, figures, w, name) }})
	}
	return append(files, document)
}

// record are the files of the record edition in a language, where it is asked for.
func (r *run) record(pack *report.Pack, figures *proof.Figures, w report.Words, stem, figuresName string) []rendering {
	if !r.writes(outputPDF) || !r.makes(content.TheRecord) {
		return nil
	}
	said := r.said(content.Record, pack, figures, w, stem)
	return []rendering{r.paperFile(content.TheRecord, pack, said, figures, w, stem, figuresName),
		{stem + documentEnding, func(string) ([]byte, error) { return written(said) }}}
}

// documentEnding ends the name of the file that holds what the PDF and the workbook of a language say, or what its record edition does.
const documentEnding = ".document.json"

// edition writes what an edition of a pack says in a language.
type edition func(*report.Pack, report.Words, *content.Picture) *content.Document

// said writes a Document once, however many files are made of it, and proves it against the figures file.
func (r *run) said(of edition, pack *report.Pack, figures *proof.Figures, w report.Words, stem string) func() (*content.Document, error) {
	return sync.OnceValues(func() (*content.Document, error) {
		doc := of(pack, w, r.picture(w))
		return doc, proved(stem+documentEnding, r.proofOf(content.ThePaper, figures, w).Document(doc))
	})
}

// paperFile is the PDF of an edition.
func (r *run) paperFile(e content.Edition, pack *report.Pack, said func() (*content.Document, error), figures *proof.Figures, w report.Words, stem, figuresName string) rendering {
	return rendering{stem + ".pdf", func(name string) ([]byte, error) { return r.paper(e, pack, said, figures, w, name, figuresName) }}
}

// written gives a Document as its file has it.
func written(said func() (*content.Document, error)) ([]byte, error) {
	doc, err := said()
	if err != nil {
		return nil, err
	}
	return doc.JSON()
}

func (r *run) paper(e content.Edition, pack *report.Pack, said func() (*content.Document, error), figures *proof.Figures, w report.Words, name, figuresName string) ([]byte, error) {
	doc, err := said()
	if err != nil {
		return nil, err
	}
	fonts, err := r.fonts()
	if err != nil {
		return nil, err
	}
	options := pdf.Options{Fonts: fonts, Accent: r.Accent, Tool: r.tool(), Parts: r.parts(e), Logo: r.Logo, AsAt: pack.AsAt}
	if r.makes(content.ThePaper) {
		options.PaperOf = func(review string) string {
			return r.FileName.of(pack.Review(review).Pack, pack.Month.String(), w.Lang()) + ".pdf"
		}
	}
	if !r.Unattached {
		options.FiguresName, options.FiguresJSON = figuresName, figures.Data
	}
	var out bytes.Buffer
	if err := pdf.Write(&out, doc, w, options); err != nil {
		return nil, err
	}
	return out.Bytes(), proved(name, r.proofOf(e, figures, w).Paper(out.Bytes(), doc))
}

func (r *run) book(pack *report.Pack, said func() (*content.Document, error), figures *proof.Figures, w report.Words, name string) ([]byte, error) {
	doc, err := said()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := workbook.Write(&out, pack, doc, w, workbook.Options{Accent: r.Accent.String(), Generator: r.tool(), Sheets: r.Sheets}); err != nil {
		return nil, err
	}
	return out.Bytes(), proved(name, r.proofOf(content.ThePaper, figures, w).Workbook(out.Bytes(), doc))
}

// picture is the logo in words, nil where there is none.
func (r *run) picture(w report.Words) *content.Picture {
	if r.Logo == nil {
		return nil
	}
	return content.PictureOf(r.Logo.Alt, w)
}

// split gives a workbook of each owner or theme that has rows, to be sent to them.
func (r *run) split(pack *report.Pack, name func(part string) string) []rendering {
	if r.Split == "" || !r.writes(outputWorkbook) {
		return nil
	}
	var files []rendering
	groups := pack.Groups(r.Split)
	for i := range groups {
		g := &groups[i]
		if g.N(report.Total) == 0 {
			continue
		}
		for _, w := range r.Words {
			files = append(files, rendering{name(splitWord(r.Split)+"-"+fileSafe(g.ID)+"-"+w.Lang()) + ".xlsx",
				func(name string) ([]byte, error) { return r.bookOf(pack, g, w, name) }})
		}
	}
	return files
}

// bookOf makes the workbook of one part of the split.
func (r *run) bookOf(pack *report.Pack, g *report.Group, w report.Words, name string) ([]byte, error) {
	part, err := pack.Only(r.Split, g)
	if err != nil {
		return nil, err
	}
	figures, err := figuresjson.Write(part, r.figuresWords()...)
	if err != nil {
		return nil, err
	}
	proved := proof.NewFigures(figures)
	return r.book(part, r.said(content.Of, part, proved, w, strings.TrimSuffix(name, ".xlsx")), proved, w, name)
}

// keep makes files side by side, as many at a time as there are jobs, over all packs, and has them wait for publication. They are
// noted in their order, and of several errors the first in that order is given, whatever the timing. While the disk takes one in, the job
// makes the next.
func (r *run) keep(out *Outcome, files []rendering) error {
	month := out.Month.String()
	sums, errs := make([]string, len(files)), make([]error, len(files))
	var made sync.WaitGroup
	for i := range files {
		f := files[i]
		r.slots <- struct{}{}
		made.Go(func() {
			var settle func() error
			sums[i], settle, errs[i] = r.keepOne(month, f)
			files[i].make = nil // what a language says goes when the last file of it is made
			<-r.slots
			if errs[i] == nil {
				errs[i] = r.halted(settle())
			}
		})
	}
	made.Wait()
	for i, f := range files {
		if errs[i] != nil {
			return errs[i]
		}
		out.add(r.stage.place(month, f.name), sums[i])
	}
	return nil
}

// keepOne makes a file and gives its sum, and what waits until it is on the disk.
func (r *run) keepOne(month string, f rendering) (sum string, settle func() error, err error) {
	data, err := f.make(f.name)
	if err != nil {
		return "", nil, err
	}
	settle, err = r.stage.write(month, f.name, data)
	return plainfile.Sum(data), settle, r.halted(err)
}

// halted is for an error of the folder that is written to: there is no use in making more, and all jobs stop.
func (r *run) halted(err error) error {
	if err == nil {
		return nil
	}
	failed := &outError{Dir: r.Out, cause: err}
	r.stop(failed)
	return failed
}

// errSplit tells that a pack cannot be split by that.
var errSplit = errors.New("a pack can be split by owner or by theme")

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
	return "", errSplit
}

// errEdition tells that there is no such edition.
var errEdition = errors.New("a pack has the editions paper and record, or all for both")

// ParseEdition reads which PDFs to make; none for "".
func ParseEdition(s string) ([]content.Edition, error) {
	switch s {
	case "":
		return nil, nil
	case string(content.ThePaper), string(content.TheRecord):
		return []content.Edition{content.Edition(s)}, nil
	case "all":
		return []content.Edition{content.ThePaper, content.TheRecord}, nil
	}
	return nil, errEdition
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
		return string(runes[:longest-9]) + "-" + plainfile.Sum([]byte(id))[:8]
	}
	return id
}
