package batch

import (
	"bytes"
	"errors"
	"slices"
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
	long bool // it takes longer than the others, which can be made beside it
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
	rest := append([]rendering{{name: figuresName, make: func(string) ([]byte, error) { return data, nil }}}, page...)
	if r.writes(outputData) {
		rest = append(rest,
			rendering{name: dataName, make: func(string) ([]byte, error) { return opendata.CSV(pack) }},
			rendering{name: dataName + "-metadata.json", make: func(string) ([]byte, error) { return opendata.Metadata(pack, dataName, r.figuresWords()...) }})
	}
	groups := append(of, append(rest, r.split(pack, name)...))
	if len(page) > 0 { // which needs all languages
		groups = [][]rendering{slices.Concat(groups...)}
	}
	return r.keep(out, groups)
}

// spoken are the files in a language; one that is only of the page has its Document alone.
func (r *run) spoken(pack *report.Pack, s speaker, figures *proof.Figures, asked bool, name func(part string) string, figuresName string) []rendering {
	stem := name(s.words.Lang())
	document := s.said.document(stem)
	if !asked {
		return []rendering{document}
	}
	var files []rendering
	if r.writes(outputPDF) && r.makes(content.ThePaper) {
		files = append(files, r.paper(content.ThePaper, pack, s.said, figures, s.words, stem, figuresName))
	}
	if r.writes(outputWorkbook) {
		files = append(files, r.book(pack, s.said, figures, s.words, stem))
	}
	return append(files, document)
}

// record are the files of the record edition in a language, where it is asked for.
func (r *run) record(pack *report.Pack, figures *proof.Figures, w report.Words, stem, figuresName string) []rendering {
	if !r.writes(outputPDF) || !r.makes(content.TheRecord) {
		return nil
	}
	said := r.said(content.Record, pack, figures, w, stem)
	return []rendering{r.paper(content.TheRecord, pack, said, figures, w, stem, figuresName), said.document(stem)}
}

// documentEnding ends the name of the file that holds what the PDF and the workbook of a language say, or what its record edition does.
const documentEnding = ".document.json"

// edition writes what an edition of a pack says in a language.
type edition func(*report.Pack, report.Words, *content.Picture) *content.Document

// telling gives what a pack says in a language, which is written once, however many files are made of it. Sound waits for the proof of it,
// which goes on beside them.
type telling func() (doc *content.Document, sound func() error)

// said writes a Document when it is first asked for, and has it proved against the figures file.
func (r *run) said(of edition, pack *report.Pack, figures *proof.Figures, w report.Words, stem string) telling {
	return sync.OnceValues(func() (*content.Document, func() error) {
		doc := of(pack, w, r.picture(w))
		verdict := make(chan error, 1)
		go func() { verdict <- proved(stem+documentEnding, r.proofOf(content.ThePaper, figures, w).Document(doc)) }()
		return doc, sync.OnceValue(func() error { return <-verdict })
	})
}

// file is a file that is made from what is said, and is no good where that is not.
func (t telling) file(name string, write func(name string, doc *content.Document) ([]byte, error)) rendering {
	return rendering{name: name, make: func(name string) ([]byte, error) {
		doc, sound := t()
		data, err := write(name, doc)
		if wrong := sound(); wrong != nil {
			err = wrong
		}
		return data, err
	}}
}

// document is the file of what is said.
func (t telling) document(stem string) rendering {
	return t.file(stem+documentEnding, func(_ string, doc *content.Document) ([]byte, error) { return doc.JSON() })
}

// paper is the PDF of an edition.
func (r *run) paper(e content.Edition, pack *report.Pack, said telling, figures *proof.Figures, w report.Words, stem, figuresName string) rendering {
	file := said.file(stem+".pdf", func(name string, doc *content.Document) ([]byte, error) {
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
	})
	file.long = e == content.TheRecord
	return file
}

// book is the workbook.
func (r *run) book(pack *report.Pack, said telling, figures *proof.Figures, w report.Words, stem string) rendering {
	return said.file(stem+".xlsx", func(name string, doc *content.Document) ([]byte, error) {
		var out bytes.Buffer
		if err := workbook.Write(&out, pack, doc, w, workbook.Options{Accent: r.Accent.String(), Generator: r.tool(), Sheets: r.Sheets}); err != nil {
			return nil, err
		}
		return out.Bytes(), proved(name, r.proofOf(content.ThePaper, figures, w).Workbook(out.Bytes(), doc))
	})
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
			stem := name(splitWord(r.Split) + "-" + fileSafe(g.ID) + "-" + w.Lang())
			files = append(files, rendering{name: stem + ".xlsx", make: func(string) ([]byte, error) { return r.bookOf(pack, g, w, stem) }})
		}
	}
	return files
}

// bookOf makes the workbook of one part of the split.
func (r *run) bookOf(pack *report.Pack, g *report.Group, w report.Words, stem string) ([]byte, error) {
	part, err := pack.Only(r.Split, g)
	if err != nil {
		return nil, err
	}
	data, err := figuresjson.Write(part, r.figuresWords()...)
	if err != nil {
		return nil, err
	}
	figures := proof.NewFigures(data)
	book := r.book(part, r.said(content.Of, part, figures, w, stem), figures, w, stem)
	return book.make(book.name)
}

// keep makes files side by side, as many at a time as there are jobs, over all packs, and has them wait for publication: one group after
// the other, and of each the long ones first. They are noted in their order, and of several errors the first in that order is given,
// whatever the timing. While the disk takes one in, the job makes the next.
func (r *run) keep(out *Outcome, groups [][]rendering) error {
	month := out.Month.String()
	files := slices.Concat(groups...)
	sums, errs := make([]string, len(files)), make([]error, len(files))
	var made sync.WaitGroup
	for _, i := range turns(groups) {
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

// turns gives the order in which the files of all groups are begun, by their places.
func turns(groups [][]rendering) []int {
	var order []int
	for _, files := range groups {
		first := len(order)
		for i := range files {
			order = append(order, first+i)
		}
		slices.SortStableFunc(order[first:], func(a, b int) int { return rank(files[a-first]) - rank(files[b-first]) })
	}
	return order
}

func rank(f rendering) int {
	if f.long {
		return 0
	}
	return 1
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
