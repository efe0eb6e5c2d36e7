package inplace

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"

	"boardpack/report/master"
	"boardpack/report/ooxml"
)

// write makes the new workbook: the sheets with changed cells, and where they ask for it the formats and the list of sheets.
func (w *workbook) write(changes []change) (*Written, error) {
	if w.styles != nil {
		w.styles.added, w.styles.order = map[int]int{}, nil
	}
	stale := w.stale(changes)
	out := &Written{Pivots: w.pivots}
	parts := map[string][]byte{}
	for _, s := range w.sheets {
		cells := w.plan(s, changes)
		emptied := slices.DeleteFunc(stale[s], func(at spot) bool { return s.keepsResult(at) })
		text := s.rewritten(cells, emptied, w.date1904)
		if bytes.Equal(text, s.text.UTF8) {
			continue
		}
		if err := w.prove(s, text, cells, emptied); err != nil {
			return nil, err
		}
		var err error
		if parts[s.part], err = s.text.Bytes(text); err != nil {
			return nil, master.Damaged(w.name, ooxml.InPart(s.part, err))
		}
		for _, at := range emptied {
			out.Recalculated = append(out.Recalculated, at.place())
		}
	}
	if err := w.writeOthers(parts, len(out.Recalculated) > 0); err != nil {
		return nil, err
	}
	if len(parts) == 0 {
		out.Data = w.data
		return out, nil
	}
	var b bytes.Buffer
	b.Grow(len(w.data))
	if err := w.parts.Rewrite(&b, parts); err != nil { // a part that nobody reads is damaged
		return nil, master.Damaged(w.name, err)
	}
	out.Data = b.Bytes()
	return out, nil
}

// keepsResult tells of a cell that has no saved result to take out, or one with data of its own, such as a picture, which nothing
// could make again.
func (s *sheet) keepsResult(at spot) bool {
	c := s.cell(at.row, at.column)
	if c == nil || c.has(hasValueData) {
		return true
	}
	_, has := s.emptied(c)
	return !has
}

// plan gives the changes of one sheet with the format of each cell.
func (w *workbook) plan(s *sheet, changes []change) []planned {
	var out []planned
	columns := map[int]*datedColumn{}
	for _, c := range changes {
		if c.sheet != s.name {
			continue
		}
		style := s.look(c.row, c.column)
		if c.value.kind == isDay && !w.styles.isDay(style) {
			if columns[c.column] == nil {
				columns[c.column] = s.dated(c.column, w.styles)
			}
			style = columns[c.column].nearest(c.row, func() int { return w.styles.dated(style) })
		}
		out = append(out, planned{c, style})
	}
	return out
}

// datedColumn is the cells of a column that hold dates, downwards, with their formats.
type datedColumn struct{ rows, styles []int }

// dated finds the dates of a column.
func (s *sheet) dated(column int, look *styles) *datedColumn {
	out := &datedColumn{}
	for i := range s.rows {
		c := s.cell(s.rows[i].number, column)
		if c != nil && c.has(isPlainNumber) && c.has(isFilled) && look.isDay(int(c.style)) {
			out.rows, out.styles = append(out.rows, s.rows[i].number), append(out.styles, int(c.style))
		}
	}
	return out
}

// nearest gives the format of the date that is nearest to a row; of two as near it is the upper one. Where the column has none, the first
// cell gets a format, and the others get the same.
func (d *datedColumn) nearest(row int, none func() int) int {
	if len(d.rows) == 0 {
		d.rows, d.styles = []int{row}, []int{none()}
	}
	i, _ := slices.BinarySearch(d.rows, row)
	if i == len(d.rows) || i > 0 && row-d.rows[i-1] <= d.rows[i]-row {
		i--
	}
	return d.styles[i]
}

// writeOthers adds the formats that were asked for, and asks whoever opens the workbook to work out every formula.
func (w *workbook) writeOthers(parts map[string][]byte, recalculate bool) error {
	if w.styles != nil && len(w.styles.order) > 0 {
		data, err := w.styles.text.Bytes(w.styles.rewritten())
		if err != nil {
			return err
		}
		parts[w.styles.part] = data
	}
	if !recalculate {
		return nil
	}
	raw, err := w.parts.ReadRaw(w.main)
	if err != nil {
		return err
	}
	text, err := ooxml.ReadText(raw)
	if err != nil {
		return err
	}
	changed, err := recalculated(text.UTF8)
	if err != nil || bytes.Equal(changed, text.UTF8) {
		return err
	}
	parts[w.main], err = text.Bytes(changed)
	return err
}

// recalculated gives the text of the part that lists the sheets with the wish that everything is worked out on opening (ECMA-376, part 1,
// 18.2.2).
func recalculated(text []byte) ([]byte, error) {
	t := ooxml.NewTokens(bytes.NewReader(text), len(text), nil)
	behind, prefix := 0, "" // where the element belongs when there is none
	for depth := 0; ; {
		before := int(t.Offset())
		token, err := t.Next()
		if err == io.EOF {
			return splice(text, []splicing{{behind, behind, "<" + prefix + `calcPr fullCalcOnLoad="1"/>`}}), nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth++; depth == rootDepth {
				prefix = prefixOf(startTag(text[before:]))
			}
			if depth == partDepth && token.Name.Local == "calcPr" {
				tag := startTag(text[before:])
				if isTrue(valueOf(tag, "fullCalcOnLoad")) {
					return text, nil
				}
				return splice(text, []splicing{{before, before + len(tag), string(withAttribute(tag, "fullCalcOnLoad", "1"))}}), nil
			}
		case xml.EndElement:
			if depth == partDepth && slices.Contains(beforeCalculation(), token.Name.Local) {
				behind = int(t.Offset())
			}
			depth--
		}
	}
}

// beforeCalculation lists the elements that stand before calcPr (ECMA-376, part 1, 18.2.27).
func beforeCalculation() []string {
	return []string{"fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
		"externalReferences", "definedNames"}
}
