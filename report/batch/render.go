package batch

import (
	"bytes"
	"errors"
	"io"
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
	make func(to io.Writer) error
	long bool // it takes longer than the others, which can be made beside it
}

// whole is for a file that is held whole while it is made.
func whole(make func() ([]byte, error)) func(to io.Writer) error {
	return func(to io.Writer) error {
		data, err := make()
		if err == nil {
			_, err = to.Write(data)
		}
		return err
	}
}

// render makes the files of one pack, as far as they are asked for: the PDFs and a workbook in each language, the page of all languages, the
// figures, what each language says, the open data, and the workbooks of a split. They wait beside their places until the whole run has made its own.
func (r *run) render(pack *report.Pack, out *Outcome) error {
	figures := r.figures(pack)
	go figures.Bytes() // beside what is said
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
	rest := append([]rendering{{name: figuresName, make: whole(figures.Bytes)}}, page...)
	if r.writes(outputData) {
		rest = append(rest,
			rendering{name: dataName, make: whole(func() ([]byte, error) { return opendata.CSV(pack) })},
			rendering{name: dataName + "-metadata.json", make: whole(func() ([]byte, error) { return opendata.Metadata(pack, dataName, r.figuresWords()...) })})
	}
	groups := append(of, append(rest, r.split(pack, name)...))
	if len(page) > 0 { // which needs all languages
		groups = [][]rendering{slices.Concat(groups...)}
	}
	return r.keep(out, groups, len(pack.Positions) > besideEachOther)
}

// figures is the figures file of a pack, written when it is first asked for.
func (r *run) figures(pack *report.Pack) *proof.Figures {
	return proof.LaterFigures(func() ([]byte, error) { return figuresjson.Write(pack, r.figuresWords()...) })
}

// besideEachOther is the number of recommendations up to which the files of a pack are made beside each other. Those of a national portfolio
// take hundreds of megabytes each while they are made.
const besideEachOther = 40_000

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
func (t telling) file(name string, write func(to io.Writer, doc *content.Document) error) rendering {
	return rendering{name: name, make: func(to io.Writer) error {
		doc, sound := t()
		err := write(to, doc)
		if wrong := sound(); wrong != nil {
			err = wrong
		}
		return err
	}}
}

// proved is one that is read back before it is written.
func (t telling) proved(name string, write func(to io.Writer, doc *content.Document) error, prove func(data []byte, doc *content.Document) error) rendering {
	return t.file(name, func(to io.Writer, doc *content.Document) error {
		var out bytes.Buffer
		if err := write(&out, doc); err != nil {
			return err
		}
		if err := proved(name, prove(out.Bytes(), doc)); err != nil {
			return err
		}
		_, err := to.Write(out.Bytes())
		return err
	})
}

// document is the file of what is said.
func (t telling) document(stem string) rendering {
	return t.file(stem+documentEnding, func(to io.Writer, doc *content.Document) error { return doc.WriteJSON(to) })
}

// paper is the PDF of an edition.
func (r *run) paper(e content.Edition, pack *report.Pack, said telling, figures *proof.Figures, w report.Words, stem, figuresName string) rendering {
	write := func(to io.Writer, doc *content.Document) error {
		fonts, err := r.fonts()
		if err != nil {
			return err
		}
		options := pdf.Options{Fonts: fonts, Accent: r.Accent, Tool: r.tool(), Parts: r.parts(e), Logo: r.Logo, AsAt: pack.AsAt}
		if r.makes(content.ThePaper) {
			options.PaperOf = func(review string) string {
				return r.FileName.of(pack.Review(review).Pack, pack.Month.String(), w.Lang()) + ".pdf"
			}
		}
		if !r.Unattached {
			options.FiguresName = figuresName
			if options.FiguresJSON, err = figures.Bytes(); err != nil {
				return err
			}
		}
		return pdf.Write(to, doc, w, options)
	}
	file := said.proved(stem+".pdf", write, r.proofOf(e, figures, w).Paper)
	file.long = e == content.TheRecord
	return file
}

// book is the workbook.
func (r *run) book(pack *report.Pack, said telling, figures *proof.Figures, w report.Words, stem string) rendering {
	write := func(to io.Writer, doc *content.Document) error {
		return workbook.Write(to, pack, doc, w, workbook.Options{Accent: r.Accent.String(), Generator: r.tool(), Sheets: r.Sheets})
	}
	return said.proved(stem+".xlsx", write, r.proofOf(content.ThePaper, figures, w).Workbook)
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
			files = append(files, rendering{name: stem + ".xlsx", make: func(to io.Writer) error { return r.bookOf(to, pack, g, w, stem) }})
		}
	}
	return files
}

// bookOf makes the workbook of one part of the split.
func (r *run) bookOf(to io.Writer, pack *report.Pack, g *report.Group, w report.Words, stem string) error {
	part, err := pack.Only(r.Split, g)
	if err != nil {
		return err
	}
	figures := r.figures(part)
	return r.book(part, r.said(content.Of, part, figures, w, stem), figures, w, stem).make(to)
}

// keep makes files side by side, as many at a time as there are jobs, over all packs, and has them wait for publication: one group after
// the other, and of each the long ones first. They are noted in their order, and of several errors the first in that order is given,
// whatever the timing. While the disk takes one in, the job makes the next. Alone says that one is made after the other.
func (r *run) keep(out *Outcome, groups [][]rendering, alone bool) error {
	month := out.Month.String()
	files := slices.Concat(groups...)
	sums, errs := make([]string, len(files)), make([]error, len(files))
	var made sync.WaitGroup
	for _, i := range turns(groups) {
		f := files[i]
		r.slots <- struct{}{}
		made.Go(func() {
			file := r.stage.begin(month, f.name)
			err := f.make(file)
			files[i].make = nil // what a language says goes when the last file of it is made
			<-r.slots
			if file.err != nil || err == nil {
				err = r.halted(file.settle())
			} else {
				file.drop()
			}
			sums[i], errs[i] = file.sha(), err
		})
		if alone {
			made.Wait()
		}
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
		for _, long := range [...]bool{true, false} {
			for i, f := range files {
				if f.long == long {
					order = append(order, first+i)
				}
			}
		}
	}
	return order
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
