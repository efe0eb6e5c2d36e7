package ooxml

import (
	"fmt"
	"strconv"
)

// Styles are the numbers of the cell formats that AddStyles made; all 0, the plain one, where the workbook has no formats to add to.
type Styles struct{ Wrapped, Link, Bold int }

// AddStyles adds three cell formats to the workbook's: text that is wrapped, a link, and a heading.
func (p *Package) AddStyles() (Styles, error) {
	workbook, _, err := p.workbook()
	if err != nil {
		return Styles{}, err
	}
	relations, err := p.relations(workbook)
	if err != nil {
		return Styles{}, err
	}
	for _, r := range relations {
		if r.Kind() == "styles" {
			return p.addStyles(r.Target)
		}
	}
	return Styles{}, nil
}

func (p *Package) addStyles(name string) (Styles, error) {
	e, err := p.editPart(name)
	if err != nil {
		return Styles{}, err
	}
	fonts, formats := e.first("fonts"), e.first("cellXfs")
	if fonts == nil || formats == nil || fonts.empty || formats.empty {
		return Styles{}, nil
	}
	font, format := e.children(fonts, "font"), e.children(formats, "xf")
	x := fonts.prefix()
	e.insert(fonts, fmt.Sprintf(`<%[1]sfont><%[1]su/><%[1]ssz val="11"/><%[1]scolor rgb="FF0000FF"/><%[1]sname val="Arial"/></%[1]sfont>`+
		`<%[1]sfont><%[1]sb/><%[1]ssz val="11"/><%[1]sname val="Arial"/></%[1]sfont>`+
		`<%[1]sfont><%[1]ssz val="11"/><%[1]sname val="Arial"/></%[1]sfont>`, x))
	const xf = `<%[1]sxf numFmtId="0" fontId="%[2]d" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><%[1]salignment vertical="top" wrapText="1"/></%[1]sxf>`
	e.insert(formats, fmt.Sprintf(xf, x, font+2)+fmt.Sprintf(xf, x, font)+fmt.Sprintf(xf, x, font+1))
	if fonts.attribute("count") != "" {
		e.setAttribute(fonts, "count", strconv.Itoa(font+3))
	}
	if formats.attribute("count") != "" {
		e.setAttribute(formats, "count", strconv.Itoa(format+3))
	}
	p.Set(name, e.bytes())
	return Styles{Wrapped: format, Link: format + 1, Bold: format + 2}, nil
}

// children counts the elements of a name directly inside another.
func (p *part) children(of *element, local string) int {
	n := 0
	for _, e := range p.elements {
		if e.name.Local == local && e.depth == of.depth+1 && of.start < e.start && e.start < of.end {
			n++
		}
	}
	return n
}
