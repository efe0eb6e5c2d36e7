package bench

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/liberation/liberationsansregular"
)

// FloorRead unpacks an xlsx and reads its XML token by token, and does nothing with it. No reader can do less.
func FloorRead(data []byte) (tokens int, err error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return 0, err
	}
	for _, file := range z.File {
		part, err := file.Open()
		if err != nil {
			return 0, err
		}
		decoder := xml.NewDecoder(part)
		for {
			_, err := decoder.RawToken()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return 0, err
			}
			tokens++
		}
		if err := part.Close(); err != nil {
			return 0, err
		}
	}
	return tokens, nil
}

// Part is a part of an xlsx, unpacked.
type Part struct {
	Name string
	Data []byte
}

// Unpack gives the parts of an xlsx for FloorWrite.
func Unpack(data []byte) ([]Part, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var parts []Part
	for _, file := range z.File {
		in, err := file.Open()
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(in)
		if err != nil {
			return nil, err
		}
		parts = append(parts, Part{file.Name, data})
	}
	return parts, nil
}

// FloorWrite packs the very bytes that a workbook consists of, made beforehand.
func FloorWrite(w io.Writer, parts []Part) error {
	z := zip.NewWriter(w)
	for _, p := range parts {
		out, err := z.Create(p.Name)
		if err != nil {
			return err
		}
		if _, err := out.Write(p.Data); err != nil {
			return err
		}
	}
	return z.Close()
}

// FloorPDF writes the text of a paper through fpdf with no layout: lines of so many characters, one under the other.
func FloorPDF(w io.Writer, paper *Paper) error {
	doc := fpdf.New("P", "pt", "A4", "")
	doc.SetAutoPageBreak(false, 0)
	doc.AddUTF8FontFromBytes("Liberation", "", liberationsansregular.TTF)
	const margin, foot, leading, characters = 40, 800, 12, 100
	y := float64(foot)
	line := func(text string) {
		for runes := []rune(text); len(runes) > 0; runes = runes[min(characters, len(runes)):] {
			if y += leading; y > foot {
				doc.AddPage()
				doc.SetFont("Liberation", "", 9)
				y = margin
			}
			doc.Text(margin, y, string(runes[:min(characters, len(runes))]))
		}
	}
	for _, block := range paper.Blocks {
		line(block.Heading)
		line(block.Label)
		line(block.Text)
		if block.Table == nil {
			continue
		}
		for _, row := range append([][]string{block.Table.Columns}, block.Table.Rows...) {
			for _, cell := range row {
				line(cell)
			}
		}
	}
	return doc.Output(w)
}
