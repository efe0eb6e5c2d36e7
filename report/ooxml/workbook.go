package ooxml

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Sheet is a worksheet of a workbook.
type Sheet struct {
	Name string
	Part string
}

// relations are the names of kinds of relationships: strict workbooks have others.
const (
	transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	strict       = "http://purl.oclc.org/ooxml/officeDocument/relationships"
)

// errNoWorkbook tells that the file has no list of sheets where one should be.
var errNoWorkbook = errors.New("the list of sheets was not found")

// workbook finds the part that lists the sheets, and the namespace of its relationships.
func (p *Package) workbook() (name, kinds string, err error) {
	relations, err := p.Relations("")
	if err != nil {
		return "", "", err
	}
	for _, r := range relations {
		if r.Kind() == "officeDocument" {
			return r.Target, strings.TrimSuffix(r.Type, "/officeDocument"), nil
		}
	}
	if p.Has("xl/workbook.xml") {
		return "xl/workbook.xml", transitional, nil
	}
	return "", "", errNoWorkbook
}

// Namespace is that of the elements of sheets: strict workbooks have another.
func (p *Package) Namespace() (string, error) {
	_, kinds, err := p.workbook()
	return mainNamespace(kinds), err
}

// Sheets lists the worksheets in the workbook's order.
func (p *Package) Sheets() ([]Sheet, error) {
	workbook, _, err := p.workbook()
	if err != nil {
		return nil, err
	}
	relations, err := p.Relations(workbook)
	if err != nil {
		return nil, err
	}
	parts := map[string]string{}
	for _, r := range relations {
		if r.Kind() == "worksheet" {
			parts[r.ID] = r.Target
		}
	}
	list, err := p.editPart(workbook)
	if err != nil {
		return nil, err
	}
	var out []Sheet
	for _, e := range list.all("sheet") {
		if part := parts[e.attribute("id")]; part != "" {
			out = append(out, Sheet{e.attribute("name"), part})
		}
	}
	return out, nil
}

func (p *Package) editPart(name string) (*part, error) {
	data, err := p.Read(name)
	if err != nil {
		return nil, err
	}
	e, err := edit(data)
	if err != nil {
		return nil, fmt.Errorf("the part %s: %w", name, err)
	}
	return e, nil
}

// AddSheet puts a sheet behind the others and opens the workbook with it. Content is the worksheet part; it says for itself that
// its tab is selected, and those of the other sheets no longer are: Excel writes into every sheet that is.
func (p *Package) AddSheet(name, content string) error {
	workbook, kinds, err := p.workbook()
	if err != nil {
		return err
	}
	sheets, err := p.Sheets()
	if err != nil {
		return err
	}
	for _, s := range sheets {
		if err := p.unselect(s.Part); err != nil {
			return err
		}
	}
	part := p.FreeName("xl/worksheets/sheetBoardpack%d.xml")
	p.Set(part, []byte(content))
	if err := p.DeclareType(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"); err != nil {
		return err
	}
	id, err := p.Relate(workbook, kinds+"/worksheet", part)
	if err != nil {
		return err
	}
	return p.listSheet(workbook, kinds, name, id)
}

// listSheet names the sheet in the workbook part.
func (p *Package) listSheet(workbook, kinds, name, id string) error {
	e, err := p.editPart(workbook)
	if err != nil {
		return err
	}
	list := e.first("sheets")
	if list == nil {
		return errNoWorkbook
	}
	count, last := 0, 0
	for _, s := range e.all("sheet") {
		count++
		n, _ := strconv.Atoi(s.attribute("sheetId"))
		last = max(last, n)
	}
	e.insert(list, fmt.Sprintf(`<%ssheet xmlns:bpr="%s" name="%s" sheetId="%d" bpr:id="%s"/>`, list.prefix(), kinds, Escape(name), last+1, id))
	if view := e.first("workbookView"); view != nil {
		e.setAttribute(view, "activeTab", strconv.Itoa(count))
	}
	p.Set(workbook, e.bytes())
	return nil
}

// unselect takes the selection from a sheet's tab. It looks at the part up to its rows alone.
func (p *Package) unselect(name string) error {
	data, err := p.Read(name)
	if err != nil {
		return err
	}
	head := data
	if at := strings.Index(string(data[:min(len(data), headSize)]), "sheetData"); at >= 0 {
		head = data[:at]
	}
	for _, mark := range []string{` tabSelected="1"`, ` tabSelected="true"`, ` tabSelected='1'`} {
		if at := strings.Index(string(head[:min(len(head), headSize)]), mark); at >= 0 {
			changed := append(append(make([]byte, 0, len(data)), data[:at]...), data[at+len(mark):]...)
			p.Set(name, changed)
		}
	}
	return nil
}

// headSize is where the rows of a worksheet begin at the latest: before them are its views and the widths of its columns.
const headSize = 1 << 20
