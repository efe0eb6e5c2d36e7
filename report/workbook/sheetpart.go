package workbook

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strconv"
)

// sheetStart begins a sheet. The library declares sixty namespaces there that no sheet uses, 4,500 bytes: in a small workbook they
// were a sixth of the file.
const sheetStart = xml.Header + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`

const (
	dataStart  = "<sheetData>"
	dataEnd    = "</sheetData>"
	linksStart = "<hyperlinks>"
	linksEnd   = "</hyperlinks>"
	sheetEnd   = "</worksheet>"
)

// writeSheet writes a sheet that the library has made with what the library has not seen: the widths of the columns, the rows
// and their links, and what goes before the end.
func writeSheet(w io.Writer, sheet []byte, b *body, last string) error {
	head, sheet, _ := bytes.Cut(sheet, []byte(dataStart))
	_, tail, _ := bytes.Cut(sheet, []byte(dataEnd))
	out := append([]byte(sheetStart), b.withWidths(withoutStart(head))...)
	if _, err := w.Write(append(out, dataStart...)); err != nil {
		return err
	}
	if err := b.writeRows(w); err != nil {
		return err
	}
	tail = bytes.TrimSuffix(b.withLinks(tail), []byte(sheetEnd))
	_, err := w.Write(slices.Concat([]byte(dataEnd), tail, []byte(last+sheetEnd)))
	return err
}

// withoutStart is the beginning of a sheet without its first tag.
func withoutStart(head []byte) []byte {
	_, tag, _ := bytes.Cut(head, []byte("<worksheet"))
	_, rest, _ := bytes.Cut(tag, []byte(">"))
	return rest
}

// withWidths ends the beginning of a sheet with the widths of the columns. For each width that is set, the library copies all
// those before it; and it lists the last column first.
func (b *body) withWidths(head []byte) []byte {
	head, _, _ = bytes.Cut(head, []byte("<cols>")) // those from which it reckoned the places of slicers
	if len(b.grid.widths) == 0 {
		return head
	}
	out := append(slices.Clone(head), "<cols>"...)
	for c, width := range b.grid.widths {
		out = append(out, `<col min="`...)
		out = strconv.AppendInt(out, int64(c+1), 10)
		out = append(out, `" max="`...)
		out = strconv.AppendInt(out, int64(c+1), 10)
		out = append(out, `" width="`...)
		out = strconv.AppendFloat(out, width, 'f', -1, 64)
		out = append(out, `" customWidth="1"/>`...)
	}
	return append(out, "</cols>"...)
}

// withLinks puts the links in the place of those that the library has written.
func (b *body) withLinks(tail []byte) []byte {
	from, to := bytes.Index(tail, []byte(linksStart)), bytes.LastIndex(tail, []byte(linksEnd))
	if from < 0 || to < from {
		return tail
	}
	return slices.Concat(tail[:from+len(linksStart)], []byte(b.linked.String()), tail[to:])
}
