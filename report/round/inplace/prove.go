package inplace

import (
	"bytes"

	"boardpack/report"
	"boardpack/report/ooxml"
)

// prove walks the new text of a worksheet and holds it against the old: it is sound, and the rows and cells that were not to change are
// there, in their places, byte for byte.
func (w *workbook) prove(s *sheet, text []byte, cells []planned, emptied []spot) error {
	const bytesPerCharacter = 10
	made := &sheet{name: s.name, part: s.part, text: &ooxml.Text{UTF8: text}}
	if err := made.walk(max(w.limits.Cell, longestText) * bytesPerCharacter); err != nil {
		return refused(w.name, report.Place{}, NotExact)
	}
	meant := map[spot]bool{}
	for _, p := range cells {
		meant[p.spot] = true
	}
	for _, at := range emptied {
		meant[at] = true
	}
	was, is := s.sources(meant), made.sources(meant)
	if len(was) != len(is) {
		return refused(w.name, report.Place{Sheet: s.name}, NotExact)
	}
	for at, source := range was {
		if other, ok := is[at]; !ok || !bytes.Equal(source, other) {
			return refused(w.name, report.Place{Sheet: s.name}, NotExact)
		}
	}
	return nil
}

// sources gives the bytes of every cell but the ones that were meant to change.
func (s *sheet) sources(but map[spot]bool) map[spot][]byte {
	out := make(map[spot][]byte, len(s.cells))
	for i := range s.rows {
		r := &s.rows[i]
		for _, c := range s.cells[r.first:r.last] {
			if at := (spot{s.name, r.number, int(c.column)}); !but[at] {
				out[at] = s.source(int(c.from), int(c.to))
			}
		}
	}
	return out
}
