package sheets

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/maphash"
	"path"
	"slices"
	"strings"
)

// A workbook of a pack unpacks to ten or twenty times its size. One that was changed since may be anything.
const (
	maxRatio    = 100
	minUnpacked = 64 << 20 // bytes that any workbook may unpack to
)

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
	p := parts{data: data, files: map[string]*zip.File{}, texts: &texts{seed: maphash.MakeSeed()}}
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
	texts *texts // of cells
}

// relations gives the targets of a part's relationships by id.
func (p parts) relations(part string) (map[string]string, error) {
	dir, base := path.Split(part)
	name := dir + "_rels/" + base + ".rels"
	if p.files[name] == nil {
		return nil, nil
	}
	out := map[string]string{}
	err := p.scan(name, func(_ []byte, e element) error {
		if string(e.name) == "Relationship" {
			out[e.attr("Id")] = resolve(dir, e.attr("Target"))
		}
		return nil
	})
	return out, err
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
		if err := p.readCells(sheet, shared); err != nil {
			return nil, err
		}
		if err := p.addAlts(sheet); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", sheet.Name, err)
		}
		if err := p.addTables(b, sheet); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", sheet.Name, err)
		}
	}
	return b, p.addCharts(b)
}

// readCells reads the cells of a sheet, and what it prints on each page.
func (p parts) readCells(sheet *Sheet, shared []string) error {
	cells := cellReader{sheet: sheet, shared: shared, texts: p.texts, most: maxColumns}
	if f := p.files[sheet.part]; f != nil {
		cells.most += int(f.UncompressedSize64 / 4) // a cell takes more bytes than that
	}
	return p.scan(sheet.part, func(before []byte, e element) error {
		if err := cells.tag(before, e); err != nil {
			return fmt.Errorf("sheet %s: %w", sheet.Name, err)
		}
		return nil
	})
}

func (p parts) listSheets(b *Book) error {
	const part = "xl/workbook.xml"
	targets, err := p.relations(part)
	if err != nil {
		return err
	}
	return p.scan(part, func(_ []byte, e element) error {
		if string(e.name) == "sheet" {
			b.Sheets = append(b.Sheets, &Sheet{Name: e.attr("name"), part: targets[e.attr("r:id")], rows: map[int][]string{}})
		}
		return nil
	})
}

// sharedStrings reads the texts that cells name by number.
func (p parts) sharedStrings() ([]string, error) {
	const part = "xl/sharedStrings.xml"
	if p.files[part] == nil {
		return nil, nil
	}
	var out []string
	var text []byte
	err := p.scan(part, func(before []byte, e element) error {
		switch string(e.name) {
		case "si":
			text = text[:0]
		case "/t":
			text = append(text, before...)
		case "/si":
			out = append(out, decode(unescape(text)))
		}
		return nil
	})
	return out, err
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
		t := &Table{Sheet: sheet}
		if err := p.scan(target, t.tag); err != nil {
			return err
		}
		if err := t.takeCells(); err != nil {
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
		err := p.scan(target, func(_ []byte, e element) error {
			if name := string(e.name); strings.HasSuffix(name, "cNvPr") && e.attr("descr") != "" {
				sheet.Alts = append(sheet.Alts, e.attr("descr"))
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
