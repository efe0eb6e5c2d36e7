package master

import (
	"cmp"
	"encoding/xml"
	"io"
	"slices"
	"strings"

	"boardpack/report/ooxml"
)

// sniffZip tells apart the formats that are zip archives, by how they are built and not by any one name: a workbook may have
// a document inside it, and a document a workbook. A broken archive counts as a workbook, so that the damage is told.
func sniffZip(data []byte) contents {
	p, err := ooxml.OpenParts(data, Limits{}.OrDefault().Unpacked)
	if err != nil {
		return aWorkbook
	}
	isPackage := p.Has(ooxml.ContentTypes) || p.Has(ooxml.RelationsOf(""))
	if isPackage {
		if _, is, err := p.Main(); err != nil {
			return aWorkbook
		} else if is != "" {
			return officeFile(is)
		}
	}
	if is := cmp.Or(openDocument(p), iWork(p)); is != "" {
		return is
	}
	if isPackage {
		if p.Lists(ooxml.Workbook) { // it lacks the part that it is about, and says of what kind that was
			return aWorkbook
		}
		return "format-unknown"
	}
	if name, is := p.Usual(); p.Has(name) {
		return officeFile(is)
	}
	return "format-zip"
}

// officeFile is what an Office file is.
func officeFile(is ooxml.Kind) contents {
	switch is {
	case ooxml.Workbook:
		return aWorkbook
	case ooxml.BinaryWorkbook:
		return "format-xlsb"
	case ooxml.Document:
		return "format-word"
	case ooxml.Presentation:
		return "format-powerpoint"
	}
	return "format-unknown"
}

// openDocument tells which document of LibreOffice or OpenOffice it is, by its media type (OpenDocument 1.3, part 2, 3.3), which
// its first file says, or else its manifest; "" where it is none. Other files that say their media type are not read.
func openDocument(p *ooxml.Parts) contents {
	kind := mediaType(p)
	for _, known := range []struct {
		kind string
		is   contents
	}{
		{"application/vnd.oasis.opendocument.spreadsheet", "format-ods"}, {"application/vnd.sun.xml.calc", "format-ods"},
		{"application/vnd.oasis.opendocument.text", "format-odt"}, {"application/vnd.sun.xml.writer", "format-odt"},
		{"application/vnd.oasis.opendocument.presentation", "format-odp"}, {"application/vnd.sun.xml.impress", "format-odp"},
	} {
		if strings.HasPrefix(kind, known.kind) {
			return known.is
		}
	}
	if kind != "" {
		return "format-unknown"
	}
	return ""
}

func mediaType(p *ooxml.Parts) string {
	const longest = 200 // bytes
	if r, err := p.Open("mimetype"); err == nil {
		defer r.Close()
		kind, _ := io.ReadAll(io.LimitReader(r, longest))
		return strings.TrimSpace(string(kind))
	}
	const manifest = "META-INF/manifest.xml"
	if !p.Has(manifest) {
		return ""
	}
	data, err := p.ReadXML(manifest)
	if err != nil {
		return ""
	}
	var list struct {
		Entries []struct {
			Path string `xml:"full-path,attr"`
			Type string `xml:"media-type,attr"`
		} `xml:"file-entry"`
	}
	if xml.Unmarshal(data, &list) != nil {
		return ""
	}
	for _, e := range list.Entries {
		if e.Path == "/" {
			return e.Type
		}
	}
	return ""
}

// iWork tells a spreadsheet of Numbers from a presentation of Keynote, which has slides; "" where it is neither.
func iWork(p *ooxml.Parts) contents {
	switch {
	case p.Has("index.apxl"), p.Has("index/document.iwa") && slices.ContainsFunc(p.Names(), func(name string) bool { return strings.HasPrefix(name, "index/slide") }):
		return "format-keynote"
	case p.Has("index/document.iwa"), p.Has("index.zip"):
		return "format-numbers"
	}
	return ""
}
