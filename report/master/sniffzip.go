package master

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"regexp"
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
	if is := cmp.Or(openDocument(p), appleZip(data)); is != "" {
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
	return manifestType(p)
}

// manifestType gives the media type that the manifest has for the whole. It is not read as XML: those of OpenOffice 1 have a document type.
func manifestType(p *ooxml.Parts) string {
	const manifest, most = "META-INF/manifest.xml", 64 << 10
	r, err := p.OpenXML(manifest)
	if err != nil {
		return ""
	}
	defer r.Close()
	text, _ := io.ReadAll(io.LimitReader(r, most))
	for _, entry := range regexp.MustCompile(`<[^<>]*file-entry\s[^<>]*>`).FindAllString(string(text), -1) {
		if regexp.MustCompile(`full-path\s*=\s*["']/["']`).MatchString(entry) {
			if found := regexp.MustCompile(`media-type\s*=\s*["']([^"']*)["']`).FindStringSubmatch(entry); found != nil {
				return found[1]
			}
		}
	}
	return ""
}

// appleZip tells which document of Apple's an archive is; "" where it is none.
func appleZip(data []byte) contents {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return ""
	}
	return iWork(z)
}
