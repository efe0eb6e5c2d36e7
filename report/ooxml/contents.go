package ooxml

import (
	"encoding/xml"
	"path"
	"slices"
	"strings"
)

// ContentTypes is where a package lists what each part is (ECMA-376, part 2, 7.2.3).
const ContentTypes = "[Content_Types].xml"

// Kind is what an Office file is; "" where that is not known.
type Kind string

// The kinds of Office files.
const (
	Workbook       Kind = "workbook"
	BinaryWorkbook Kind = "binary workbook"
	Document       Kind = "document"
	Presentation   Kind = "presentation"
)

// contentTypes says what parts are: by their own names, or else by the endings of their names, both in small letters.
type contentTypes struct{ byName, byEnding map[string]string }

// contentTypes reads the list. A package without one, or whose list is damaged, has none: what is read of a workbook is
// found by its relationships.
func (p *Parts) contentTypes() contentTypes {
	out := contentTypes{map[string]string{}, map[string]string{}}
	data, err := p.ReadXML(ContentTypes)
	if err != nil {
		return out
	}
	var list struct {
		Default []struct {
			Extension   string `xml:",attr"`
			ContentType string `xml:",attr"`
		}
		Override []struct {
			PartName    string `xml:",attr"`
			ContentType string `xml:",attr"`
		}
	}
	if err := xml.Unmarshal(data, &list); err != nil {
		return out
	}
	for _, d := range list.Default {
		out.byEnding[strings.ToLower(d.Extension)] = strings.ToLower(d.ContentType)
	}
	for _, o := range list.Override {
		out.byName[partName(o.PartName)] = strings.ToLower(o.ContentType)
	}
	return out
}

func (c contentTypes) of(name string) string {
	if own := c.byName[name]; own != "" {
		return own
	}
	return c.byEnding[strings.TrimPrefix(path.Ext(name), ".")]
}

// Main finds the part that an Office file is about, and what the file is by it: "" where that is not known. The part is the
// one that the package names, or else the one whose content type says that it is; a package that says neither is not valid,
// and yet is read where its workbook lies in the usual place.
func (p *Parts) Main() (name string, is Kind, err error) {
	relations, err := p.Relations("")
	if err != nil {
		return "", "", err
	}
	types := p.contentTypes()
	for _, r := range relations {
		if r.Kind() != "officeDocument" || !p.Has(r.Target) {
			continue
		}
		if is = mainOf(types.of(r.Target)); is == "" {
			is = p.root(r.Target)
		}
		return r.Target, is, nil
	}
	for _, kind := range []Kind{Workbook, BinaryWorkbook, Document, Presentation} {
		for _, name := range slices.Sorted(slices.Values(p.order)) {
			if mainOf(types.of(name)) == kind {
				return name, kind, nil
			}
		}
	}
	name, is = p.Usual()
	return name, is, nil
}

// Lists tells whether the package lists a part that a file of the kind would be about, there or not.
func (p *Parts) Lists(kind Kind) bool {
	for _, contentType := range p.contentTypes().byName {
		if mainOf(contentType) == kind {
			return true
		}
	}
	return false
}

// Usual finds the part that the file is about where Office puts it.
func (p *Parts) Usual() (name string, is Kind) {
	for _, name := range []string{"xl/workbook.xml", "xl/workbook.bin", "word/document.xml", "ppt/presentation.xml"} {
		if p.Has(name) {
			return name, p.root(name)
		}
	}
	return "xl/workbook.xml", ""
}

// mainOf tells what a file is by the content type of the part that it is about; "" for other parts.
func mainOf(contentType string) Kind {
	if !strings.HasSuffix(contentType, "main+xml") {
		if strings.HasSuffix(contentType, "ms-excel.sheet.binary.macroenabled.main") {
			return BinaryWorkbook
		}
		return ""
	}
	for _, known := range []struct {
		word string
		is   Kind
	}{
		{".spreadsheetml.", Workbook}, {".ms-excel.", Workbook},
		{".wordprocessingml.", Document}, {".ms-word.", Document},
		{".presentationml.", Presentation}, {".ms-powerpoint.", Presentation},
	} {
		if strings.Contains(contentType, known.word) {
			return known.is
		}
	}
	return ""
}

// root tells what a file is by the root of the part that it is about, or by the part's name where the root is damaged; "" for
// a root that is not known.
func (p *Parts) root(name string) Kind {
	ending := path.Ext(name)
	if ending == ".bin" {
		return BinaryWorkbook
	}
	byName := rootOf(strings.TrimSuffix(path.Base(name), ending))
	r, err := p.OpenXML(name)
	if err != nil {
		return byName
	}
	defer r.Close()
	for t := NewTokens(r, maxPart, textTooLong()); ; {
		token, err := t.Next()
		if err != nil {
			return byName
		}
		if start, ok := token.(xml.StartElement); ok {
			return rootOf(start.Name.Local)
		}
	}
}

// rootOf tells what a file is by the name of a root, which the part that has it shares in Office.
func rootOf(name string) Kind {
	switch name {
	case "workbook":
		return Workbook
	case "document":
		return Document
	case "presentation":
		return Presentation
	}
	return ""
}

// ending is how the name of a file with this content must end: Excel opens no workbook whose ending belongs to another kind.
func (p *Parts) ending() string {
	name, _, err := p.Main()
	if err != nil {
		return ".xlsx"
	}
	is := strings.ToLower(p.contentTypes().of(name))
	for ending, word := range map[string]string{".xlsm": "ms-excel.sheet.macroenabled.", ".xltx": "spreadsheetml.template.", ".xltm": "ms-excel.template.macroenabled."} {
		if strings.Contains(is, word) {
			return ending
		}
	}
	return ".xlsx"
}
