package master

import (
	"cmp"
	"encoding/xml"
	"io"
	"slices"
	"strings"
)

// sniffZip tells apart the formats that are zip archives, by how they are built and not by any one name: a workbook may have
// a document inside it, and a document a workbook. A broken archive counts as a workbook, so that the damage is told.
func sniffZip(data []byte) contents {
	p, err := openParts(data, Limits{}.orDefault())
	if err != nil {
		return aWorkbook
	}
	isPackage := p.has(packageList) || p.has(relationsOf(""))
	if isPackage {
		if _, is, err := p.main(); err != nil {
			return aWorkbook
		} else if is != "" {
			return is
		}
	}
	if is := cmp.Or(p.openDocument(), p.iWork()); is != "" {
		return is
	}
	if isPackage {
		return p.lostMain()
	}
	if name, is := p.usual(); p.has(name) {
		return cmp.Or(is, "format-unknown")
	}
	return "format-zip"
}

// lostMain tells what a package is that lacks the part which it is about: its list may say of what kind that was.
func (p *parts) lostMain() contents {
	for _, kind := range p.contentTypes().byName {
		if mainOf(kind) == aWorkbook {
			return aWorkbook
		}
	}
	return "format-unknown"
}

// openDocument tells which document of LibreOffice or OpenOffice it is, by its media type (OpenDocument 1.3, part 2, 3.3), which
// its first file says, or else its manifest; "" where it is none. Other files that say their media type are not read.
func (p *parts) openDocument() contents {
	kind := p.mediaType()
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

func (p *parts) mediaType() string {
	const longest = 200 // bytes
	if r, err := p.open("mimetype"); err == nil {
		defer r.Close()
		kind, _ := io.ReadAll(io.LimitReader(r, longest))
		return strings.TrimSpace(string(kind))
	}
	const manifest = "META-INF/manifest.xml"
	if !p.has(manifest) {
		return ""
	}
	data, err := p.readXML(manifest)
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
func (p *parts) iWork() contents {
	switch {
	case p.has("index.apxl"), p.has("index/document.iwa") && slices.ContainsFunc(p.order, func(name string) bool { return strings.HasPrefix(name, "index/slide") }):
		return "format-keynote"
	case p.has("index/document.iwa"), p.has("index.zip"):
		return "format-numbers"
	}
	return ""
}
