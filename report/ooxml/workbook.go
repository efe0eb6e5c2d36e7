package ooxml

import (
	"cmp"
	"fmt"
	"strconv"
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

// errNoSheets tells that the file has no list of sheets where one should be.
func errNoSheets() error { return damaged("", NewFault("fault.no_sheets", "it lists no sheets")) }

// workbook finds the part that lists the sheets, and the namespace of its relationships.
func (p *Package) workbook() (name, kinds string, err error) {
	name, _, err = p.parts.Main()
	if err != nil || !p.has(name) {
		return "", "", cmp.Or(err, errNoSheets())
	}
	relations, err := p.relations(name)
	for _, r := range relations {
		if r.Type == strict+"/worksheet" {
			return name, strict, err
		}
	}
	return name, transitional, err
}

// Namespace is that of the elements of sheets: strict workbooks have another.
func (p *Package) Namespace() (string, error) {
	_, kinds, err := p.workbook()
	return mainNamespace(kinds), err
}

// Ending is how the name of a copy must end.
func (p *Package) Ending() string { return p.parts.ending() }

// Sheets lists the worksheets in the workbook's order.
func (p *Package) Sheets() ([]Sheet, error) {
	workbook, _, err := p.workbook()
	if err != nil {
		return nil, err
	}
	relations, err := p.relations(workbook)
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
		return nil, damaged(name, err)
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
		places, err := p.places(s.Part, false)
		if err != nil {
			return err
		}
		p.change(s.Part, places.selected...)
	}
	part := p.freeName("xl/worksheets/sheetBoardpack%d.xml")
	p.Set(part, []byte(content))
	if err := p.declareType(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"); err != nil {
		return err
	}
	id, err := p.relate(workbook, kinds+"/worksheet", part)
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
		return errNoSheets()
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
