package inplace

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"boardpack/report/master"
	"boardpack/report/ooxml"
)

// workbook is a workbook that is to be changed.
type workbook struct {
	name     string
	data     []byte
	limits   master.Limits
	parts    *ooxml.Parts
	main     string // the part that lists the sheets
	date1904 bool
	sheets   []*sheet
	names    []definedName
	styles   *styles // nil where the workbook has none
	pivots   bool
}

// definedName is a name for a formula, mostly for an area.
type definedName struct {
	name    string // as it is compared: in small letters
	sheet   string // the only one that knows it; "" for all
	formula string
}

// openWorkbook finds all that decides which cells may be written.
func openWorkbook(name string, data []byte, limits master.Limits) (*workbook, error) {
	w := &workbook{name: name, data: data, limits: limits}
	err := w.open(data)
	var no *Refused
	switch {
	case err == nil:
		return w, nil
	case errors.As(err, &no):
		return nil, no
	}
	return nil, master.Damaged(name, err)
}

func (w *workbook) open(data []byte) error {
	var err error
	// The parts are unpacked to be read, and those that change once more to be compared.
	if w.parts, err = ooxml.OpenParts(data, w.limits.Unpacked); err != nil {
		return err
	}
	if err := w.signed(); err != nil {
		return err
	}
	if w.main, _, err = w.parts.Main(); err != nil {
		return err
	}
	relations, err := w.parts.Relations(w.main)
	if err != nil {
		return err
	}
	if err := w.readMain(relations); err != nil {
		return err
	}
	for _, s := range w.sheets {
		if err := w.readSheet(s); err != nil {
			return ooxml.InPart(s.part, err)
		}
	}
	for _, r := range relations {
		if r.Kind() == "styles" && w.parts.Has(r.Target) {
			if w.styles, err = readStyles(w.parts, r.Target); err != nil {
				return ooxml.InPart(r.Target, err)
			}
		}
	}
	return nil
}

// signed refuses a package with a digital signature (ECMA-376, part 2, 12).
func (w *workbook) signed() error {
	relations, err := w.parts.Relations("")
	if err != nil {
		return err
	}
	bySignature := func(r ooxml.Relation) bool { return strings.HasSuffix(r.Type, "/digital-signature/origin") }
	inFolder := func(name string) bool { return strings.HasPrefix(name, "_xmlsignatures/") }
	if slices.ContainsFunc(relations, bySignature) || slices.ContainsFunc(w.parts.Names(), inFolder) {
		return refused(w.name, spot{}.place(), Signed)
	}
	return nil
}

// readMain reads the list of sheets, the names and the way of counting days.
func (w *workbook) readMain(relations []ooxml.Relation) error {
	data, err := w.parts.ReadXML(w.main)
	if err != nil {
		return err
	}
	parts := map[string]string{}
	for _, r := range relations {
		if r.Kind() == "worksheet" {
			parts[r.ID] = r.Target
		}
	}
	var order []string // every sheet's name, by the number that a name of one sheet alone has
	t := ooxml.NewTokens(bytes.NewReader(data), len(data), nil)
	var open *definedName
	for {
		token, err := t.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return ooxml.InPart(w.main, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch {
			case token.Name.Local == "workbookPr" && t.Within(2) == "" && t.IsMain(token.Name): // an extension has one of its own
				w.date1904 = isTrue(attribute(token, "date1904"))
			case token.Name.Local == "sheet" && t.Within(1) == "sheets":
				name := attribute(token, "name")
				order = append(order, name)
				if part := parts[idOf(token)]; part != "" && w.parts.Has(part) {
					w.sheets = append(w.sheets, &sheet{name: name, part: part})
				}
			case token.Name.Local == "definedName" && t.Within(1) == "definedNames":
				w.names = append(w.names, definedName{name: strings.ToLower(attribute(token, "name")), sheet: attribute(token, "localSheetId")})
				open = &w.names[len(w.names)-1]
			}
		case xml.EndElement:
			open = nil
		case xml.CharData:
			if open != nil {
				open.formula += string(token)
			}
		}
	}
	for i := range w.names {
		if n, err := strconv.Atoi(w.names[i].sheet); err == nil && n >= 0 && n < len(order) {
			w.names[i].sheet = order[n]
		}
	}
	return nil
}

// idOf gives the id of a sheet's relationship, whatever the prefix is.
func idOf(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Space != "" && a.Name.Space != "xmlns" && a.Name.Local == "id" {
			return a.Value
		}
	}
	return ""
}

// readSheet walks a worksheet and finds the tables and pivot tables on it.
func (w *workbook) readSheet(s *sheet) error {
	raw, err := w.parts.ReadRaw(s.part)
	if err != nil {
		return err
	}
	if s.text, err = ooxml.ReadText(raw); err != nil {
		return err
	}
	const bytesPerCharacter = 10 // of a character that is written by its number
	if err := s.walk(w.limits.Cell * bytesPerCharacter); err != nil {
		return err
	}
	relations, err := w.parts.Relations(s.part)
	if err != nil {
		return err
	}
	for _, r := range relations {
		switch {
		case !w.parts.Has(r.Target):
		case r.Kind() == "table":
			t, err := readTable(w.parts, r.Target)
			if err != nil {
				return err
			}
			s.tables = append(s.tables, t)
		case r.Kind() == "pivotTable":
			w.pivots = true
			if a, ok := pivotArea(w.parts, r.Target); ok {
				s.pivots = append(s.pivots, a)
			}
		}
	}
	return nil
}

func (w *workbook) sheet(name string) *sheet {
	for _, s := range w.sheets {
		if s.name == name {
			return s
		}
	}
	return nil
}

func (w *workbook) check(at spot, v Value) *Refused {
	s := w.sheet(at.sheet)
	if s == nil {
		return refused(w.name, spot{sheet: at.sheet}.place(), NoSheet)
	}
	code, args := s.check(at.row, at.column)
	switch {
	case code == "" && v.kind == isDay && serial(v.day, w.date1904) < 1:
		code = TooEarly
	case code == "" && v.kind == isDay && w.styles == nil:
		code = NoDateLook
	}
	if code == "" {
		return nil
	}
	return refused(w.name, at.place(), code, args...)
}

// check tells why a cell of the sheet may not be written; "" where it may.
func (s *sheet) check(row, column int) (code Code, args []string) {
	for _, m := range s.merges {
		if m.has(row, column) && (m.top != row || m.left != column) {
			return Merged, []string{"Other", m.first()}
		}
	}
	if c := s.cell(row, column); c != nil {
		switch {
		case c.has(hasFormula):
			return Formula, nil
		case c.has(hasCellData | hasValueData):
			return RichValue, nil
		case c.has(hasOdd):
			return OddCell, nil
		}
	}
	for i := range s.formulas {
		if f := &s.formulas[i]; f.array() && f.fills.has(row, column) {
			return Array, []string{"Other", spot{row: f.row, column: f.column}.cell()}
		}
	}
	for _, t := range s.tables {
		if t.isFrame(row, column) {
			return TableHead, []string{"Table", t.name}
		}
	}
	for _, p := range s.pivots {
		if p.has(row, column) {
			return Pivot, nil
		}
	}
	return "", nil
}
