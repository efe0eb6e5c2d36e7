package master

import (
	"encoding/xml"
	"path"
	"slices"
	"strings"
)

// packageList is where a package of parts lists what each is (ECMA-376, part 2, 7.2.3).
const packageList = "[content_types].xml"

// contentTypes says what parts are: by their own names, or else by the endings of their names, both in small letters.
type contentTypes struct{ byName, byEnding map[string]string }

// contentTypes reads the list. A package without one, or whose list is damaged, has none: what is read of a workbook is
// found by its relationships.
func (p *parts) contentTypes() contentTypes {
	out := contentTypes{map[string]string{}, map[string]string{}}
	data, err := p.readXML(packageList)
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

// main finds the part that an Office file is about, and what the file is by it: "" where that is not known. The part is the
// one that the package names, or else the one whose content type says that it is; a package that says neither is not valid,
// and yet is read where its workbook lies in the usual place.
func (p *parts) main() (name string, is contents, err error) {
	relations, err := p.relations("")
	if err != nil {
		return "", "", err
	}
	types := p.contentTypes()
	for _, r := range relations {
		if r.kind != "officeDocument" || !p.has(r.to) {
			continue
		}
		if is = mainOf(types.of(r.to)); is == "" {
			is = p.root(r.to)
		}
		return r.to, is, nil
	}
	for _, kind := range []contents{aWorkbook, "format-xlsb", "format-word", "format-powerpoint"} {
		for _, name := range slices.Sorted(slices.Values(p.order)) {
			if mainOf(types.of(name)) == kind {
				return name, kind, nil
			}
		}
	}
	name, is = p.usual()
	return name, is, nil
}

// usual finds the part that the file is about where Office puts it.
func (p *parts) usual() (name string, is contents) {
	for _, name := range []string{"xl/workbook.xml", "xl/workbook.bin", "word/document.xml", "ppt/presentation.xml"} {
		if p.has(name) {
			return name, p.root(name)
		}
	}
	return "xl/workbook.xml", ""
}

// mainOf tells what a file is by the content type of the part that it is about; "" for other parts.
func mainOf(contentType string) contents {
	if !strings.HasSuffix(contentType, "main+xml") {
		if strings.HasSuffix(contentType, "ms-excel.sheet.binary.macroenabled.main") {
			return "format-xlsb"
		}
		return ""
	}
	for _, known := range []struct {
		word string
		is   contents
	}{
		{".spreadsheetml.", aWorkbook}, {".ms-excel.", aWorkbook},
		{".wordprocessingml.", "format-word"}, {".ms-word.", "format-word"},
		{".presentationml.", "format-powerpoint"}, {".ms-powerpoint.", "format-powerpoint"},
	} {
		if strings.Contains(contentType, known.word) {
			return known.is
		}
	}
	return ""
}

// root tells what a file is by the root of the part that it is about, or by the part's name where the root is damaged; "" for
// a root that is not known.
func (p *parts) root(name string) contents {
	ending := path.Ext(name)
	if ending == ".bin" {
		return "format-xlsb"
	}
	byName := rootOf(strings.TrimSuffix(path.Base(name), ending))
	r, err := p.openXML(name)
	if err != nil {
		return byName
	}
	defer r.Close()
	for t := newTokens(r, maxPart, fault("it has a text that is too long")); ; {
		token, err := t.next()
		if err != nil {
			return byName
		}
		if start, ok := token.(xml.StartElement); ok {
			return rootOf(start.Name.Local)
		}
	}
}

// rootOf tells what a file is by the name of a root, which the part that has it shares in Office.
func rootOf(name string) contents {
	switch name {
	case "workbook":
		return aWorkbook
	case "document":
		return "format-word"
	case "presentation":
		return "format-powerpoint"
	}
	return ""
}
