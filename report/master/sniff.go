package master

import (
	"bytes"
	"strings"
	"unicode/utf16"
)

// contents is what a file is by its content.
type contents string

const (
	aWorkbook contents = "workbook"
	aCSV      contents = "csv"
)

// sniff tells what the file is; anything but a workbook or text comes back as the code of a failure.
func sniff(data []byte) contents {
	head := data[:min(len(data), 1024)]
	text := bytes.ToLower(bytes.TrimLeft(head, "\ufeff \t\r\n"))
	switch {
	case len(bytes.TrimLeft(head, "\ufeff\x00 \t\r\n")) == 0:
		return "empty-file"
	case bytes.HasPrefix(head, []byte("PK")):
		return sniffZip(data)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return sniffCompound(data)
	case bytes.HasPrefix(head, []byte("\x09\x08")), bytes.HasPrefix(head, []byte("\x09\x04\x06\x00")), bytes.HasPrefix(head, []byte("\x09\x02\x06\x00")):
		return "format-xls"
	case bytes.Contains(head, []byte("%PDF-")):
		return "format-pdf"
	case bytes.HasPrefix(text, []byte("<!doctype html")), bytes.HasPrefix(text, []byte("<html")), bytes.HasPrefix(text, []byte("<table")):
		return "format-html"
	case bytes.HasPrefix(text, []byte("<?xml")):
		return "format-xml"
	case bytes.HasPrefix(text, []byte(`{\rtf`)):
		return "format-word"
	case isWide(data) || bytes.IndexByte(data, 0) < 0:
		return aCSV
	}
	return "format-unknown"
}

// sniffZip tells apart the formats that are zip archives. A broken archive counts as a workbook, so that the damage is told.
func sniffZip(data []byte) contents {
	p, err := openParts(data, Limits{}.orDefault())
	if err != nil {
		return aWorkbook
	}
	for _, known := range []struct {
		part string
		is   contents
	}{
		{"xl/workbook.bin", "format-xlsb"}, {"xl/workbook.xml", aWorkbook},
		{"word/document.xml", "format-word"}, {"ppt/presentation.xml", "format-powerpoint"},
		{"index/document.iwa", "format-numbers"}, {"index.zip", "format-numbers"},
	} {
		if p.has(known.part) {
			return known.is
		}
	}
	if p.has("mimetype") {
		if kind, _ := p.read("mimetype"); strings.Contains(string(kind), "opendocument") {
			return "format-ods"
		}
	}
	if p.has("[content_types].xml") {
		return aWorkbook
	}
	return "format-zip"
}

// sniffCompound tells apart the formats that are compound files, by the names in their directory.
func sniffCompound(data []byte) contents {
	for _, known := range []struct {
		name string
		is   contents
	}{
		{"EncryptedPackage", "format-password"}, {"WordDocument", "format-word"},
		{"PowerPoint Document", "format-powerpoint"}, {"Workbook", "format-xls"}, {"Book", "format-xls"},
	} {
		if bytes.Contains(data, wide(known.name)) {
			return known.is
		}
	}
	return "format-unknown"
}

// wide gives the name in UTF-16, as compound files write names.
func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}
