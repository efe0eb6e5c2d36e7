// Package truetype reads what setting text needs of a TrueType file: which characters it has, and how wide they are.
package truetype

import (
	"encoding/binary"
	"errors"
)

// ErrFont tells that a file is no font that can be used.
var ErrFont = errors.New("not a TrueType font with a Unicode character map")

// NoGlyph is the width of a character that a font has not.
const NoGlyph = 0xFFFF

// Widths reads the advance width of every character of the Basic Multilingual Plane out of a TrueType file's tables, in thousandths of
// the size and rounded as the document gives them, so that text lands where it was measured. See the OpenType specification,
// tables head, hhea, hmtx and cmap (format 4).
func Widths(tables map[string][]byte) ([]uint16, error) {
	head, hhea, hmtx, cmap := tables["head"], tables["hhea"], tables["hmtx"], Characters(tables["cmap"])
	if len(head) < 20 || len(hhea) < 36 || cmap == nil {
		return nil, ErrFont
	}
	perEm := int(Uint16(head, 18))
	measured := int(Uint16(hhea, 34))
	if perEm == 0 || measured == 0 || len(hmtx) < 4*measured {
		return nil, ErrFont
	}
	widths := make([]uint16, 1<<16)
	for r := range widths {
		widths[r] = NoGlyph
	}
	cmap.Each(func(r, glyph int) {
		advance := int(Uint16(hmtx, 4*min(glyph, measured-1)))
		widths[r] = uint16((advance*1000 + perEm/2) / perEm)
	})
	return widths, nil
}

// Uint16 reads two bytes, the high one first.
func Uint16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }

// Tables finds the tables of a font file by name.
func Tables(ttf []byte) (map[string][]byte, error) {
	if len(ttf) < 12 || binary.BigEndian.Uint32(ttf) != 0x00010000 {
		return nil, ErrFont
	}
	tables := map[string][]byte{}
	for i := range int(Uint16(ttf, 4)) {
		entry := 12 + 16*i
		if entry+16 > len(ttf) {
			return nil, ErrFont
		}
		from := int(binary.BigEndian.Uint32(ttf[entry+8:]))
		to := from + int(binary.BigEndian.Uint32(ttf[entry+12:]))
		if to > len(ttf) {
			return nil, ErrFont
		}
		tables[string(ttf[entry:entry+4])] = ttf[from:to]
	}
	return tables, nil
}

// CharMap is a cmap subtable of format 4: segments of characters.
type CharMap struct {
	table    []byte
	segments int
}

// Characters finds the Unicode subtable; nil if there is none.
func Characters(cmap []byte) *CharMap {
	if len(cmap) < 4 {
		return nil
	}
	for i := range int(Uint16(cmap, 2)) {
		entry := 4 + 8*i
		if entry+8 > len(cmap) {
			return nil
		}
		at := int(binary.BigEndian.Uint32(cmap[entry+4:]))
		windows := Uint16(cmap, entry) == 3 && Uint16(cmap, entry+2) == 1
		if windows && at+16 < len(cmap) && Uint16(cmap, at) == 4 {
			return &CharMap{table: cmap[at:], segments: int(Uint16(cmap, at+6)) / 2}
		}
	}
	return nil
}

// Each calls f for every character that has a glyph, with the glyph's number.
func (m *CharMap) Each(f func(r, glyph int)) {
	ends, starts := 14, 16+2*m.segments
	if starts+6*m.segments > len(m.table) {
		return
	}
	for s := range m.segments {
		for r := int(Uint16(m.table, starts+2*s)); r <= int(Uint16(m.table, ends+2*s)); r++ {
			if glyph := m.glyph(s, r); glyph != 0 {
				f(r, glyph)
			}
		}
	}
}

// glyph gives the number of a character's glyph in its segment, 0 if the font has none.
func (m *CharMap) glyph(segment, r int) int {
	starts := 16 + 2*m.segments + 2*segment
	deltas, offsets := starts+2*m.segments, starts+4*m.segments
	delta, offset := int(Uint16(m.table, deltas)), int(Uint16(m.table, offsets))
	if offset == 0 {
		return (r + delta) & 0xFFFF
	}
	at := offsets + offset + 2*(r-int(Uint16(m.table, starts)))
	if at+2 > len(m.table) {
		return 0
	}
	if glyph := int(Uint16(m.table, at)); glyph != 0 {
		return (glyph + delta) & 0xFFFF
	}
	return 0
}

// ErrEmbedding tells that the licence of a font does not allow it to be part of a document.
var ErrEmbedding = errors.New("the font says that it may not be embedded in documents")

// Check tells whether a file is a font that papers can be set in: ErrFont where it is no TrueType font with a Unicode character
// map, ErrEmbedding where the font itself forbids it (OpenType specification, table OS/2, fsType).
func Check(ttf []byte) error {
	tables, err := Tables(ttf)
	if err != nil {
		return err
	}
	if _, err := Widths(tables); err != nil {
		return err
	}
	const restricted = 0x0002
	os2 := tables["OS/2"]
	if len(os2) < 78 || len(tables["glyf"]) == 0 || len(tables["loca"]) == 0 {
		return ErrFont
	}
	if Uint16(os2, 8)&0xF == restricted {
		return ErrEmbedding
	}
	return nil
}
