package master

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"regexp"
	"strings"
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
	switch {
	case len(bytes.TrimLeft(head, "\ufeff\x00 \t\r\n")) == 0:
		return "empty-file"
	case bytes.HasPrefix(head, []byte("PK")):
		return sniffZip(data)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return sniffCompound(data)
	case isPDF(data):
		return "format-pdf"
	}
	if is := sniffOld(data); is != "" {
		return is
	}
	if is := sniffText(data); is != aCSV || isWide(data) || bytes.IndexByte(data, 0) < 0 {
		return is
	}
	return "format-unknown"
}

// isPDF allows for what mail programs put before a PDF, as its readers do.
func isPDF(data []byte) bool {
	const before = 1024 // bytes
	head := data[:min(len(data), before)]
	return bytes.HasPrefix(bytes.TrimLeft(head, "\ufeff \t\r\n"), []byte("%PDF-")) ||
		bytes.Contains(head, []byte("%PDF-")) && bytes.Contains(data, []byte("startxref"))
}

// sniffOld knows the spreadsheets and tables of old programs, by the records with which they begin.
func sniffOld(data []byte) contents {
	for _, known := range []struct {
		begins string
		is     contents
	}{
		{"\x09\x08", "format-xls"}, {"\x09\x04\x06\x00", "format-xls"}, {"\x09\x02\x06\x00", "format-xls"}, {"\x09\x00\x04\x00", "format-xls"}, // BOF of BIFF 8 to 2
		{"\xff\x00\x02\x00\x04\x04", "format-works"},
		{"\x00\x00\x02\x00\x04\x04", "format-lotus"}, {"\x00\x00\x02\x00\x05\x04", "format-lotus"}, {"\x00\x00\x02\x00\x06\x04", "format-lotus"},
		{"\x00\x00\x1a\x00\x00\x10", "format-lotus"}, {"\x00\x00\x1a\x00\x01\x10", "format-lotus"}, {"\x00\x00\x1a\x00\x02\x10", "format-lotus"},
		{"\x00\x00\x1a\x00\x03\x10", "format-lotus"}, {"\x00\x00\x1a\x00\x05\x10", "format-lotus"},
		{"\x00\x00\x02\x00\x20\x51", "format-quattro"}, {"\x00\x00\x02\x00\x21\x51", "format-quattro"}, {"\x00\x00\x02\x00\x01\x10", "format-quattro"},
		{"\x00\x00\x02\x00\x02\x10", "format-quattro"}, {"\x00\x00\x02\x00\x06\x10", "format-quattro"}, {"\x00\x00\x02\x00\x07\x10", "format-quattro"},
		{"L\x00\x00\x00\x01\x14\x02\x00", "format-link"}, // a shortcut of Windows
	} {
		if bytes.HasPrefix(data, []byte(known.begins)) {
			return known.is
		}
	}
	if isDBase(data) {
		return "format-dbase"
	}
	return ""
}

// isDBase tells whether the header is that of a dBase table: a version, the day of the last change, the lengths of the header
// and of a record, and descriptions of columns of 32 bytes each, or 48 in dBase 7, up to a carriage return.
func isDBase(data []byte) bool {
	fixed, each := 32, 32
	if len(data) > 0 && data[0]&7 == 4 {
		fixed, each = 68, 48
	}
	if len(data) < fixed+each || !strings.ContainsRune("\x02\x03\x04\x05\x30\x31\x32\x43\x63\x7b\u008c\u0083\u008b\u008e\u00cb\u00f5\u00fb", rune(data[0])) {
		return false
	}
	header, record := int(binary.LittleEndian.Uint16(data[8:])), binary.LittleEndian.Uint16(data[10:])
	month, day := data[2], data[3]
	if month < 1 || month > 12 || day < 1 || day > 31 || record == 0 || header <= fixed || header > len(data) {
		return false
	}
	for at := fixed; at < header; at += each {
		if data[at] == '\r' {
			return at > fixed
		}
	}
	return false
}

// sniffText tells apart the formats that are text, by how they are built.
func sniffText(data []byte) contents {
	const seen = 64 << 10
	text, err := decode(data[:min(len(data), seen)])
	if err != nil {
		return aCSV
	}
	text = strings.TrimLeft(text, "\ufeff \t\r\n")
	if is := sniffMarkup(text); is != "" {
		return is
	}
	for _, known := range []struct {
		built string
		is    contents
	}{
		{`(?i)^{\\rtf`, "format-word"},
		{`(?i)^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related`, "format-html"}, // a web page in one file
		{`^ID;P[^\r\n]*[\r\n]+(?:(?:B|C|F|P|O|W|E|NN|NE|NU|ID)(?:;[^\r\n]*)?(?:[\r\n]+|$)){2}`, "format-sylk"},
		{`^TABLE\s*[\r\n]+0,1\s*[\r\n]+"`, "format-dif"},
		{`(?i)^\[InternetShortcut\]`, "format-link"},
	} {
		if regexp.MustCompile(known.built).MatchString(text) {
			return known.is
		}
	}
	if strings.HasPrefix(text, "{") && json.Valid([]byte(text)) {
		if strings.Contains(text, `"doc_id"`) || strings.Contains(text, "docs.google.com") { // what Google Drive leaves for a sheet
			return "format-link"
		}
		return "format-unknown"
	}
	return aCSV
}

// sniffMarkup tells what a text is by its first element; "" for a text that does not begin with one.
func sniffMarkup(text string) contents {
	element := regexp.MustCompile(`(?s)^(?:\s+|\x{feff}|<\?.*?\?>|<!--.*?-->|<![A-Za-z].*?>)*<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[^<]*`).FindStringSubmatch(text)
	if element == nil {
		return ""
	}
	switch strings.ToLower(element[1]) {
	case "html", "head", "body", "title", "meta", "link", "style", "script", "base", "table", "thead", "tbody", "tr", "td", "th", "div", "p", "span", "font", "center":
		return "format-html"
	}
	if !strings.HasPrefix(text, "<?xml") && !strings.Contains(element[0], "xmlns") {
		return ""
	}
	switch name, tag := element[1], element[0]; {
	case name == "Workbook":
		return "format-xml-spreadsheet"
	case name == "wordDocument":
		return "format-word"
	case name == "plist" && strings.Contains(text, "<key>URL</key>"):
		return "format-link"
	case name == "document" && strings.Contains(tag, "opendocument.spreadsheet"):
		return "format-ods"
	case name == "document" && strings.Contains(tag, "opendocument.text"):
		return "format-odt"
	case name == "document" && strings.Contains(tag, "opendocument.presentation"):
		return "format-odp"
	}
	return "format-xml"
}

// IsWorkbook tells whether the bytes are a workbook of Excel, and not a CSV file. Every other file gives an *Unusable that says what it
// is and what to do; name is its file name.
func IsWorkbook(name string, data []byte) (bool, error) {
	switch is := sniff(data); is {
	case aWorkbook:
		return true, nil
	case aCSV:
		return false, nil
	default:
		return false, inFile(name, unusable(string(is)))
	}
}

// Damaged makes an *Unusable of an error that the reader of packages gave of a file; name is its file name.
func Damaged(name string, err error) error { return inFile(name, err) }
