package master

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report/ooxml"
)

// book is what a workbook says of its sheets, their cells' formats and texts.
type book struct {
	parts         *ooxml.Parts
	limits        Limits
	sheets        []sheetPart
	formats       *formats
	strings       []string
	struck        map[int]bool      // the strings that are struck through in part
	untrimmed     map[string]string // long texts with the blanks around them
	unstruckTexts map[string]string // what is left of each text that is struck through in part
	ranges        map[string]*hints // by the name of the sheet
	broken        []string          // parts that cannot be unpacked, and say nothing of rows
	filled        int               // cells kept, of all sheets
	lost          []string          // hidden sheets whose parts are not in the file
}

// sheetPart is where a worksheet lies.
type sheetPart struct {
	name   string
	part   string
	hidden bool
}

// openBook proves every part that says something of rows but the worksheets, which are proved as they are read, and reads
// what the sheets refer to.
func openBook(data []byte, limits Limits) (*book, error) {
	p, err := ooxml.OpenParts(data, limits.Unpacked)
	if err != nil {
		return nil, err
	}
	workbook, _, err := p.Main()
	if err != nil {
		return nil, err
	}
	relations, err := p.Relations(workbook)
	if err != nil {
		return nil, err
	}
	b := &book{parts: p, limits: limits}
	if err := b.prove(relations); err != nil {
		return nil, err
	}
	if err := b.readSmall(workbook, relations); err != nil {
		return nil, damaged(workbook, err)
	}
	b.struck, b.unstruckTexts, b.untrimmed = map[int]bool{}, map[string]string{}, map[string]string{}
	b.strings, err = b.sharedStrings(relations)
	return b, err
}

// readSmall has excelize read the list of sheets, the styles and the names of ranges. A panic inside the library is an error like
// any other.
func (b *book) readSmall(workbook string, relations []ooxml.Relation) (err error) {
	defer func() {
		if recover() != nil {
			err = noWorkbook()
		}
	}()
	small, err := openSmall(b.parts, workbook, relations)
	if err != nil {
		return err
	}
	defer small.Close()
	if b.formats, err = newFormats(small); err != nil {
		return err
	}
	b.ranges = namedRanges(small)
	return b.listSheets(small, workbook, relations)
}

// prove unpacks every part, for its length and checksum, but for the large ones, which are proved as they are read. Damage in
// one that says nothing of rows, such as a picture, costs no row and is only noted; one that does fails again when it is read.
func (b *book) prove(relations []ooxml.Relation) error {
	walkedLater := map[string]bool{}
	for _, r := range relations {
		if r.Kind() == "worksheet" || r.Kind() == "sharedStrings" {
			walkedLater[r.Target] = true
		}
	}
	for _, name := range b.parts.Names() {
		if walkedLater[name] {
			continue
		}
		switch err := b.parts.Prove(name); {
		case err == nil:
		case strings.HasSuffix(name, ".rels") || isTooLarge(err):
			return damaged(name, err)
		default:
			b.broken = append(b.broken, name)
		}
	}
	return nil
}

// openSmall lets excelize read the list of sheets and the styles, from a workbook that has those two parts alone, in UTF-8
// and under the names by which it looks for them: what costs memory, and what could hold the data back, is not in it.
func openSmall(p *ooxml.Parts, workbook string, relations []ooxml.Relation) (*excelize.File, error) {
	const root = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	var buffer bytes.Buffer
	z := zip.NewWriter(&buffer)
	add := func(name string, data []byte, err error) error {
		if err != nil {
			return err
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store}) // it is read at once
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	}
	if err := add("_rels/.rels", []byte(root), nil); err != nil {
		return nil, err
	}
	data, err := p.ReadXML(workbook)
	if err == nil {
		err = inList(data)
	}
	if err := add("xl/workbook.xml", data, err); err != nil {
		return nil, err
	}
	for _, r := range relations {
		if r.Kind() != "styles" {
			continue
		}
		data, err := p.ReadXML(r.Target)
		if err := add("xl/styles.xml", data, err); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	small, err := excelize.OpenReader(&buffer)
	if err != nil {
		return nil, noWorkbook()
	}
	return small, nil
}

// noWorkbook is the fault of a list of sheets, or of styles, that the library does not understand.
func noWorkbook() error {
	return ooxml.NewFault("fault.no_workbook", "it is not a list of the sheets of a workbook")
}

// listSheets takes the worksheets in the workbook's order. Chart sheets hold no cells. A sheet to which no part belongs holds
// none either: so Excel lists the modules of old macros, without any name of a relationship.
func (b *book) listSheets(small *excelize.File, workbook string, relations []ooxml.Relation) error {
	byID := map[string]ooxml.Relation{}
	for _, r := range relations {
		if _, twice := byID[r.ID]; twice {
			return damaged(ooxml.RelationsOf(workbook), ooxml.NewFault("fault.relation_twice", "two relationships are called {{.Name}}", "Name", ooxml.Quoted(r.ID)))
		}
		byID[r.ID] = r
	}
	small.GetSheetList() // makes excelize read the workbook part
	if small.WorkBook == nil {
		return damaged(workbook, ooxml.NewFault("fault.no_sheets", "it lists no sheets"))
	}
	listed := map[string]bool{}
	for _, s := range small.WorkBook.Sheets.Sheet {
		r, ok := byID[s.ID]
		hidden := s.State == "hidden" || s.State == "veryHidden"
		switch {
		case ok && r.Kind() == "worksheet" && listed[r.Target]:
			return damaged(workbook, ooxml.NewFault("fault.sheet_twice", "two of its sheets are {{.Other}}", "Other", r.Target))
		case ok && r.Kind() == "worksheet":
			listed[r.Target] = true
			b.sheets = append(b.sheets, sheetPart{s.Name, r.Target, hidden})
		case ok || s.ID == "":
		case hidden:
			b.lost = append(b.lost, s.Name)
		default:
			return lostSheet(s.Name)
		}
	}
	if len(b.sheets) == 0 {
		return damaged(workbook, ooxml.NewFault("fault.no_worksheets", "it lists no worksheets"))
	}
	return nil
}

// inList refuses sheets that stand outside the list of sheets, where nobody would read them.
func inList(workbook []byte) error {
	t := ooxml.NewTokens(bytes.NewReader(workbook), len(workbook), nil)
	for {
		token, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "sheet" && t.IsMain(start.Name) && t.Within(1) != "sheets" {
			return standsIn("sheet", t.Within(1))
		}
	}
}

// lostSheet is the error of a sheet that is listed, is not hidden, and is not in the file.
func lostSheet(name string) *Unusable {
	u := unusable("missing-part", "Part", "the sheet "+name, "Sheet", name).at(name, "", 0)
	u.Problem.Said = map[string]string{"Part": "fault.the_sheet"}
	return u
}
