package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/liberation/liberationsansregular"
)

// floorRead unpacks an xlsx and reads its XML token by token, and does nothing with it. No reader can do less.
func floorRead(data []byte) (tokens int, err error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return 0, err
	}
	for _, file := range z.File {
		in, err := file.Open()
		if err != nil {
			return 0, err
		}
		decoder := xml.NewDecoder(in)
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
		if err := in.Close(); err != nil {
			return 0, err
		}
	}
	return tokens, nil
}

// part is a part of an xlsx, unpacked.
type part struct {
	Name string
	Data []byte
}

// unpack gives the parts of an xlsx for floorWrite.
func unpack(data []byte) ([]part, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var parts []part
	for _, file := range z.File {
		in, err := file.Open()
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(in)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part{file.Name, data})
	}
	return parts, nil
}

// floorWrite packs the very bytes that a workbook consists of, made beforehand.
func floorWrite(w io.Writer, parts []part) error {
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

// floorPDF writes the text of a paper through fpdf with no layout: lines of so many characters, one under the other.
func floorPDF(w io.Writer, p *paper) error {
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
	for _, block := range p.Blocks {
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
