package ooxml

import (
	"encoding/xml"
	"io"
	"slices"
)

// sheetPlaces are where a worksheet is changed. They are found in one walk, so that no large sheet is held in memory.
type sheetPlaces struct {
	prefix   string   // of the worksheet's elements
	rows     bool     // there is a table of cells
	whole    bool     // the walk went behind the rows
	drawing  string   // the id of the drawing that holds the sheet's notes; "" for none
	at       int64    // where its element belongs when there is none; 0 while that is not known
	selected []change // that take the selection from the sheet's tab
}

// places walks a worksheet up to its rows or, when whole is set, to its end. The error is a *Damage, or one of reading.
func (p *Package) places(sheet string, whole bool) (*sheetPlaces, error) {
	if known := p.sheets[partName(sheet)]; known != nil && (known.whole || !whole) {
		return known, nil
	}
	r, err := p.parts.OpenXML(sheet)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	const longest = 64 << 20 // bytes of one text: the reader of masters has a limit of its own
	out := &sheetPlaces{whole: whole}
	if err := out.walk(NewTokens(r, longest, textTooLong())); err != nil {
		return nil, damaged(sheet, err)
	}
	if whole && !out.rows {
		return nil, damaged(sheet, NewFault("fault.no_rows", "it has no rows"))
	}
	p.sheets[partName(sheet)] = out
	return out, nil
}

func (s *sheetPlaces) walk(t *Tokens) error {
	var tab *xml.StartElement // the open view whose tab is selected, until it is known whether there is something in it
	var from, to int64
	for {
		before := t.Offset()
		token, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if tab != nil {
			_, ended := token.(xml.EndElement)
			s.selected = append(s.selected, change{from, to, startTag(tab.Name, tab.Attr, ended && before == t.Offset())})
			tab = nil
		}
		switch token := token.(type) {
		case xml.StartElement:
			if s.start(t, token, before) {
				return nil
			}
			if attributes := unselected(token); attributes != nil {
				tab, from, to = &xml.StartElement{Name: token.Name, Attr: attributes}, before, t.Offset()
			}
		case xml.EndElement:
			if t.Within(0) == "" && s.at == 0 {
				s.at = before
			}
		}
	}
}

// start sees an element begin, and tells whether the walk is over.
func (s *sheetPlaces) start(t *Tokens, e xml.StartElement, before int64) (over bool) {
	if t.Within(1) == "" {
		if s.prefix = e.Name.Space; s.prefix != "" {
			s.prefix += ":"
		}
		return false
	}
	if t.Within(2) != "" { // only what stands in the root itself
		return false
	}
	switch {
	case e.Name.Local == "sheetData":
		s.rows = true
		return !s.whole
	case s.rows && e.Name.Local == "legacyDrawing":
		s.drawing = (&element{attributes: e.Attr}).attribute("id")
	case s.rows && s.at == 0 && slices.Contains(behindDrawing(), e.Name.Local):
		s.at = before
	}
	return false
}

// behindDrawing lists the elements that follow the drawing of the notes in a worksheet (ECMA-376, part 1, 18.3.1.99).
func behindDrawing() []string {
	return []string{"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst", "AlternateContent"}
}

// unselected gives the attributes of a view whose tab is selected without saying so; nil for any other element.
func unselected(e xml.StartElement) []xml.Attr {
	if e.Name.Local != "sheetView" {
		return nil
	}
	i := slices.IndexFunc(e.Attr, func(a xml.Attr) bool {
		return a.Name.Space == "" && a.Name.Local == "tabSelected" && (a.Value == "1" || a.Value == "true")
	})
	if i < 0 {
		return nil
	}
	return slices.Delete(slices.Clone(e.Attr), i, i+1)
}
