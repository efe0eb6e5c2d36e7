package sheets

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
)

// A workbook of a pack unpacks to ten or twenty times its size. One that was changed since may be anything.
const (
	maxRatio    = 100
	minUnpacked = 64 << 20 // bytes that any workbook may unpack to
)

// aroundTail is how much of the end of a sheet is looked through for what it prints on each page: links come before that.
const aroundTail = 1 << 16

// Book is a workbook: its tables by name, and every sheet's cells.
type Book struct {
	Tables map[string]*Table
	Sheets []*Sheet // in the order of the workbook
	Charts []Chart
}

// Sheet is one sheet.
type Sheet struct {
	Name   string
	Tables []*Table         // from the top
	Header Edge             // of printed pages
	Footer Edge             // of printed pages
	Alts   []string         // what the pictures and charts of the sheet show, in words, in order
	rows   map[int][]string // by 1-based row: the cells from column A on
	part   string
}

// Edge is what is printed above or below every page.
type Edge struct{ Left, Centre, Right string }

// Table is an Excel table: its headings and the cells below them.
type Table struct {
	Name     string
	Sheet    *Sheet
	Headings []string   // as the table names its columns
	Heads    []string   // the cells of the heading row
	Rows     [][]string // as stored: numbers plainly, dates as serial numbers; "" for an empty cell
	Alt      [2]string  // its alternative text: title and description
	area     area
}

// Read reads a workbook.
func Read(data []byte) (*Book, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errors.New("it is no workbook, or a part of one")
	}
	p := parts{data: data, files: map[string]*zip.File{}}
	left := max(minUnpacked, maxRatio*uint64(len(data)))
	for _, f := range archive.File {
		if f.UncompressedSize64 > left {
			return nil, errors.New("it unpacks to more than a workbook of a pack does")
		}
		left -= f.UncompressedSize64
		p.files[f.Name] = f
	}
	return p.book()
}

// parts are the files in the workbook's archive.
type parts struct {
	data  []byte
	files map[string]*zip.File
}

// relations gives the targets of a part's relationships by id.
func (p parts) relations(part string) (map[string]string, error) {
	dir, base := path.Split(part)
	name := dir + "_rels/" + base + ".rels"
	if p.files[name] == nil {
		return nil, nil
	}
	data, err := p.read(name)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	s := scanner{data: data}
	for {
		_, e, ok := s.next()
		if !ok {
			return out, nil
		}
		if string(e.name) == "Relationship" {
			out[e.attr("Id")] = resolve(dir, e.attr("Target"))
		}
	}
}

// resolve gives the part that a relationship's target names: from the root, or beside the part.
func resolve(dir, target string) string {
	if strings.HasPrefix(target, "/") {
		return target[1:]
	}
	return path.Join(dir, target)
}

func (p parts) book() (*Book, error) {
	b := &Book{Tables: map[string]*Table{}}
	if err := p.listSheets(b); err != nil {
		return nil, err
	}
	shared, err := p.sharedStrings()
	if err != nil {
		return nil, err
	}
	for _, sheet := range b.Sheets {
		data, err := p.read(sheet.part)
		if err != nil {
			return nil, err
		}
		if sheet.rows, err = readCells(data, shared); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", sheet.Name, err)
		}
		sheet.readAround(data[max(0, len(data)-aroundTail):])
		if err := p.addAlts(sheet); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", sheet.Name, err)
		}
		if err := p.addTables(b, sheet); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", sheet.Name, err)
		}
	}
	return b, p.addCharts(b)
}

func (p parts) listSheets(b *Book) error {
	const part = "xl/workbook.xml"
	data, err := p.read(part)
	if err != nil {
		return err
	}
	targets, err := p.relations(part)
	if err != nil {
		return err
	}
	s := scanner{data: data}
	for {
		_, e, ok := s.next()
		if !ok {
			return nil
		}
		if string(e.name) == "sheet" {
			b.Sheets = append(b.Sheets, &Sheet{Name: e.attr("name"), part: targets[e.attr("r:id")]})
		}
	}
}

// sharedStrings reads the texts that cells name by number.
func (p parts) sharedStrings() ([]string, error) {
	const part = "xl/sharedStrings.xml"
	if p.files[part] == nil {
		return nil, nil
	}
	data, err := p.read(part)
	if err != nil {
		return nil, err
	}
	var out []string
	var text []byte
	s := scanner{data: data}
	for {
		before, e, ok := s.next()
		if !ok {
			return out, nil
		}
		switch string(e.name) {
		case "si":
			text = text[:0]
		case "/t":
			text = append(text, before...)
		case "/si":
			out = append(out, decode(unescape(text)))
		}
	}
}

// addTables reads the tables of a sheet.
func (p parts) addTables(b *Book, sheet *Sheet) error {
	targets, err := p.relations(sheet.part)
	if err != nil {
		return err
	}
	for _, target := range targets {
		if !strings.Contains(target, "/tables/") {
			continue
		}
		data, err := p.read(target)
		if err != nil {
			return err
		}
		t := &Table{Sheet: sheet}
		if err := t.read(data); err != nil {
			return err
		}
		b.Tables[t.Name], sheet.Tables = t, append(sheet.Tables, t)
	}
	slices.SortFunc(sheet.Tables, func(a, b *Table) int { return a.area.first.row - b.area.first.row })
	for i := range sheet.Tables {
		if i > 0 && sheet.Tables[i].area.first.row <= sheet.Tables[i-1].area.last.row {
			return errors.New("two of its tables are in the same rows")
		}
	}
	return nil
}

// addAlts notes the alternative texts of what is drawn on a sheet.
func (p parts) addAlts(sheet *Sheet) error {
	targets, err := p.relations(sheet.part)
	if err != nil {
		return err
	}
	for _, target := range targets {
		if !strings.Contains(target, "/drawings/drawing") || p.files[target] == nil {
			continue
		}
		data, err := p.read(target)
		if err != nil {
			return err
		}
		s := scanner{data: data}
		for {
			_, e, ok := s.next()
			if !ok {
				break
			}
			if name := string(e.name); strings.HasSuffix(name, "cNvPr") && e.attr("descr") != "" {
				sheet.Alts = append(sheet.Alts, e.attr("descr"))
			}
		}
	}
	return nil
}
