package master

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"
)

// book is what a workbook says of its sheets, their cells' formats and texts.
type book struct {
	parts         *parts
	limits        Limits
	sheets        []sheetPart
	formats       *formats
	strings       []string
	struck        map[int]bool      // the strings that are struck through in part
	untrimmed     map[string]string // long texts with the blanks around them
	unstruckTexts map[string]string // what is left of each text that is struck through in part
	ranges        map[string]*hints // by the name of the sheet
	broken        []string          // parts that cannot be unpacked, and say nothing of rows
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
	p, err := openParts(data, limits)
	if err != nil {
		return nil, err
	}
	workbook, _, err := p.main()
	if err != nil {
		return nil, err
	}
	relations, err := p.relations(workbook)
	if err != nil {
		return nil, err
	}
	b := &book{parts: p, limits: limits}
	if err := b.prove(relations); err != nil {
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
	if err = b.listSheets(small, workbook, relations); err != nil {
		return nil, err
	}
	b.ranges = namedRanges(small)
	b.struck, b.unstruckTexts, b.untrimmed = map[int]bool{}, map[string]string{}, map[string]string{}
	b.strings, err = b.sharedStrings(relations)
	return b, err
}

// relation is one relationship of a part; kind is the last word of its type, which strict and other files share.
type relation struct{ id, kind, to string }

// relations reads the relationships of a part that lead to other parts of the file. External links are never followed.
func (p *parts) relations(of string) ([]relation, error) {
	name := relationsOf(of)
	if !p.has(name) {
		return nil, nil
	}
	data, err := p.readXML(name)
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

// prove unpacks every part, for its length and checksum, but for the large ones, which are proved as they are read. Damage in
// one that says nothing of rows, such as a picture, costs no row and is only noted; one that does fails again when it is read.
func (b *book) prove(relations []relation) error {
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
		switch err := b.parts.prove(name); {
		case err == nil:
		case strings.HasSuffix(name, ".rels") || isUnusable(err, "over-size"):
			return damaged(name, err)
		default:
			b.broken = append(b.broken, name)
		}
	}
	return nil
}

// openSmall lets excelize read the list of sheets and the styles, from a workbook that has those two parts alone, in UTF-8
// and under the names by which it looks for them: what costs memory, and what could hold the data back, is not in it.
func openSmall(p *parts, workbook string, relations []relation) (*excelize.File, error) {
	const root = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	var buffer bytes.Buffer
	z := zip.NewWriter(&buffer)
	add := func(name string, data []byte, err error) error {
		if err != nil {
			return err
		}
		w, err := z.Create(name)
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	}
	if err := add("_rels/.rels", []byte(root), nil); err != nil {
		return nil, err
	}
	data, err := p.readXML(workbook)
	if err := add("xl/workbook.xml", data, err); err != nil {
		return nil, err
	}
	for _, r := range relations {
		if r.kind != "styles" {
			continue
		}
		data, err := p.readXML(r.to)
		if err := add("xl/styles.xml", data, err); err != nil {
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

// listSheets takes the worksheets in the workbook's order. Chart sheets hold no cells. A sheet to which no part belongs holds
// none either: so Excel lists the modules of old macros, without any name of a relationship.
func (b *book) listSheets(small *excelize.File, workbook string, relations []relation) error {
	byID := map[string]relation{}
	for _, r := range relations {
		if _, twice := byID[r.id]; twice {
			return damaged(relationsOf(workbook), faultf("two relationships are called %s", quoted(r.id)))
		}
		byID[r.id] = r
	}
	small.GetSheetList() // makes excelize read the workbook part
	if small.WorkBook == nil {
		return damaged(workbook, fault("it lists no sheets"))
	}
	listed := map[string]bool{}
	for _, s := range small.WorkBook.Sheets.Sheet {
		r, ok := byID[s.ID]
		hidden := s.State == "hidden" || s.State == "veryHidden"
		switch {
		case ok && r.kind == "worksheet" && listed[r.to]:
			return damaged(workbook, faultf("two of its sheets are %s", r.to))
		case ok && r.kind == "worksheet":
			listed[r.to] = true
			b.sheets = append(b.sheets, sheetPart{s.Name, r.to, hidden})
		case ok || s.ID == "":
		case hidden:
			b.lost = append(b.lost, s.Name)
		default:
			return unusable("missing-part", "Part", "the sheet "+s.Name).at(s.Name, "", 0)
		}
	}
	if len(b.sheets) == 0 {
		return damaged(workbook, fault("it lists no worksheets"))
	}
	return nil
}
