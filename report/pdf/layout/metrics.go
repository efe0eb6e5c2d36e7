package layout

import (
	"encoding/binary"
	"errors"
)

var errFont = errors.New("not a TrueType font with a Unicode character map")

// readWidths reads the advance width of every character of the Basic Multilingual Plane out of a TrueType file's tables, in thousandths of
// the size and rounded as the document gives them, so that text lands where it was measured. See the OpenType specification,
// tables head, hhea, hmtx and cmap (format 4).
func readWidths(tables map[string][]byte) ([]uint16, error) {
	head, hhea, hmtx, cmap := tables["head"], tables["hhea"], tables["hmtx"], format4(tables["cmap"])
	if len(head) < 20 || len(hhea) < 36 || cmap == nil {
		return nil, errFont
	}
	perEm := int(u16(head, 18))
	measured := int(u16(hhea, 34))
	if perEm == 0 || measured == 0 || len(hmtx) < 4*measured {
		return nil, errFont
	}
	widths := make([]uint16, 1<<16)
	for r := range widths {
		widths[r] = noGlyph
	}
	cmap.each(func(r, glyph int) {
		advance := int(u16(hmtx, 4*min(glyph, measured-1)))
		widths[r] = uint16((advance*1000 + perEm/2) / perEm)
	})
	return widths, nil
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }

// fontTables finds the tables of a font file by name.
func fontTables(ttf []byte) (map[string][]byte, error) {
	if len(ttf) < 12 || binary.BigEndian.Uint32(ttf) != 0x00010000 {
		return nil, errFont
	}
	tables := map[string][]byte{}
	for i := range int(u16(ttf, 4)) {
		entry := 12 + 16*i
		if entry+16 > len(ttf) {
			return nil, errFont
		}
		from := int(binary.BigEndian.Uint32(ttf[entry+8:]))
		to := from + int(binary.BigEndian.Uint32(ttf[entry+12:]))
		if to > len(ttf) {
			return nil, errFont
		}
		tables[string(ttf[entry:entry+4])] = ttf[from:to]
	}
	return tables, nil
}

// charMap is a cmap subtable of format 4: segments of characters.
type charMap struct {
	table    []byte
	segments int
}

// format4 finds the Unicode subtable; nil if there is none.
func format4(cmap []byte) *charMap {
	if len(cmap) < 4 {
		return nil
	}
	for i := range int(u16(cmap, 2)) {
		entry := 4 + 8*i
		if entry+8 > len(cmap) {
			return nil
		}
		at := int(binary.BigEndian.Uint32(cmap[entry+4:]))
		windows := u16(cmap, entry) == 3 && u16(cmap, entry+2) == 1
		if windows && at+16 < len(cmap) && u16(cmap, at) == 4 {
			return &charMap{table: cmap[at:], segments: int(u16(cmap, at+6)) / 2}
		}
	}
	return nil
}

// each calls f for every character that has a glyph, with the glyph's number.
func (m *charMap) each(f func(r, glyph int)) {
	ends, starts := 14, 16+2*m.segments
	if starts+6*m.segments > len(m.table) {
		return
	}
	for s := range m.segments {
		for r := int(u16(m.table, starts+2*s)); r <= int(u16(m.table, ends+2*s)); r++ {
			if glyph := m.glyph(s, r); glyph != 0 {
				f(r, glyph)
			}
		}
	}
}

// glyph gives the number of a character's glyph in its segment, 0 if the font has none.
func (m *charMap) glyph(segment, r int) int {
	starts := 16 + 2*m.segments + 2*segment
	deltas, offsets := starts+2*m.segments, starts+4*m.segments
	delta, offset := int(u16(m.table, deltas)), int(u16(m.table, offsets))
	if offset == 0 {
		return (r + delta) & 0xFFFF
	}
	at := offsets + offset + 2*(r-int(u16(m.table, starts)))
	if at+2 > len(m.table) {
		return 0
	}
	if glyph := int(u16(m.table, at)); glyph != 0 {
		return (glyph + delta) & 0xFFFF
	}
	return 0
}
