package master

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"
)

// book is what a workbook says of its sheets, their cells' formats and texts.
type book struct {
	parts   *parts
	limits  Limits
	sheets  []sheetPart
	formats *formats
	strings []string
	ranges  map[string]*hints // by the name of the sheet
}

// sheetPart is where a worksheet lies.
type sheetPart struct {
	name   string
	part   string
	hidden bool
}

// openBook proves every part but the worksheets, which are proved as they are read, and reads what the sheets refer to.
func openBook(data []byte, limits Limits) (*book, error) {
	p, err := openParts(data, limits)
	if err != nil {
		return nil, err
	}
	workbook, err := p.workbook()
	if err != nil {
		return nil, err
	}
	relations, err := p.relations(workbook)
	if err != nil {
		return nil, err
	}
	b := &book{parts: p, limits: limits}
	if err := b.prove(workbook, relations); err != nil {
		return nil, err
	}
	small, err := openSmall(p, workbook, relations)
	if err != nil {
		return nil, damaged(workbook, err)
	}
	defer small.Close()
	if b.formats, err = newFormats(small); err != nil {
		return nil, damaged("the styles", err)
	}
	if b.sheets, err = listSheets(small, workbook, relations); err != nil {
		return nil, err
	}
	b.ranges = namedRanges(small)
	b.strings, err = b.sharedStrings(relations)
	return b, err
}

// relation is one relationship of a part; kind is the last word of its type, which strict and other files share.
type relation struct{ id, kind, to string }

// workbook finds the part that lists the sheets.
func (p *parts) workbook() (string, error) {
	relations, err := p.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range relations {
		if r.kind == "officeDocument" {
			return r.to, nil
		}
	}
	return "xl/workbook.xml", nil
}

// relations reads the relationships of a part that lead to other parts of the file. External links are never followed.
func (p *parts) relations(of string) ([]relation, error) {
	name := relationsOf(of)
	if !p.has(name) {
		return nil, nil
	}
	data, err := p.read(name)
	if err != nil {
		return nil, err
	}
	var list struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
			Mode   string `xml:"TargetMode,attr"`
		}
	}
	if err := xml.Unmarshal(data, &list); err != nil {
		return nil, damaged(name, err)
	}
	var out []relation
	for _, r := range list.Relationship {
		if r.Mode != "External" {
			out = append(out, relation{r.ID, path.Base(r.Type), target(of, r.Target)})
		}
	}
	return out, nil
}

// prove walks every part of XML beside the workbook part to its end. The other parts, which say nothing of rows, are
// unpacked to prove their checksums.
func (b *book) prove(workbook string, relations []relation) error {
	walkedLater := map[string]bool{}
	for _, r := range relations {
		if r.kind == "worksheet" || r.kind == "sharedStrings" {
			walkedLater[r.to] = true
		}
	}
	for _, name := range b.parts.order {
		if walkedLater[name] {
			continue
		}
		if err := b.provePart(name, strings.HasPrefix(name, path.Dir(workbook)+"/")); err != nil {
			return damaged(name, err)
		}
	}
	return nil
}

func (b *book) provePart(name string, ofRows bool) error {
	r, err := b.parts.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	if strings.HasSuffix(name, ".rels") || ofRows && strings.HasSuffix(name, ".xml") {
		return scan(r)
	}
	_, err = io.Copy(io.Discard, r)
	return err
}

// openSmall lets excelize read the list of sheets and the styles, from a copy of the workbook that has those parts alone:
// what costs memory, and what could hold the data back, is not in it.
func openSmall(p *parts, workbook string, relations []relation) (*excelize.File, error) {
	keep := []string{"[content_types].xml", relationsOf(""), workbook, relationsOf(workbook)}
	for _, r := range relations {
		if r.kind == "styles" || r.kind == "theme" {
			keep = append(keep, r.to)
		}
	}
	var buffer bytes.Buffer
	z := zip.NewWriter(&buffer)
	for _, name := range keep {
		f := p.files[name]
		if f == nil {
			continue
		}
		if f.UncompressedSize64 > maxPart {
			return nil, fmt.Errorf("%s is larger than %d MB", name, maxPart>>20)
		}
		if err := z.Copy(f); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return excelizeOpen(buffer.Bytes())
}

// excelizeOpen opens a workbook so that dates show as a British reader's Excel shows them. A panic inside the library is
// an error like any other.
func excelizeOpen(data []byte) (f *excelize.File, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("excelize: %v", r)
		}
	}()
	return excelize.OpenReader(bytes.NewReader(data), excelize.Options{ShortDatePattern: "dd/mm/yyyy"})
}

// listSheets gives the worksheets in the workbook's order. Chart sheets hold no cells.
func listSheets(small *excelize.File, workbook string, relations []relation) ([]sheetPart, error) {
	byID := map[string]relation{}
	for _, r := range relations {
		byID[r.id] = r
	}
	small.GetSheetList() // makes excelize read the workbook part
	if small.WorkBook == nil {
		return nil, damaged(workbook, errors.New("it lists no sheets"))
	}
	var out []sheetPart
	for _, s := range small.WorkBook.Sheets.Sheet {
		r, ok := byID[s.ID]
		if !ok {
			return nil, unusable("missing-part", "Part", "the sheet "+s.Name).at(s.Name, "", 0)
		}
		if r.kind == "worksheet" {
			out = append(out, sheetPart{s.Name, r.to, s.State == "hidden" || s.State == "veryHidden"})
		}
	}
	if len(out) == 0 {
		return nil, damaged(workbook, errors.New("it lists no worksheets"))
	}
	return out, nil
}
