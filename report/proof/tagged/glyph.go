package tagged

import "encoding/binary"

// readGlyphs reads which glyph each code of a font draws, and the tables that give each character its glyph in the file that is embedded
// (ISO 32000-1, 9.7.4.2). Where both differ, what a person sees and what is read aloud are not the same.
func (f *file) readGlyphs(v any) (codes []byte, letters [][]byte) {
	descendants := f.list(f.dict(v).get("DescendantFonts"))
	if len(descendants) == 0 {
		return nil, nil
	}
	descendant := f.dict(descendants[0])
	if s, ok := f.resolve(descendant.get("CIDToGIDMap")).(stream); ok {
		if table, err := f.unpack(s); err == nil {
			codes = table
		}
	}
	if s, ok := f.resolve(f.dict(descendant.get("FontDescriptor")).get("FontFile2")).(stream); ok {
		if data, err := f.unpack(s); err == nil {
			letters = characters(data)
		}
	}
	return codes, letters
}

// characters finds the maps from characters to glyphs of a TrueType file (OpenType specification, table cmap, format 4). A file that
// has none has no letters.
func characters(ttf []byte) [][]byte {
	var out [][]byte
	table := trueType(ttf, "cmap")
	for i := range number16(table, 2) {
		sub := from(table, number32(table, 4+8*i+4))
		if number16(table, 4+8*i) == 3 && number16(sub, 0) == 4 {
			out = append(out, sub)
		}
	}
	return out
}

// letter gives the glyph of a character; 0 for none.
func (t *font) letter(r rune) int {
	glyph := 0
	for _, sub := range t.letters {
		if g := inSegments(sub, int(r)); g != 0 {
			glyph = g
		}
	}
	return glyph
}

// inSegments looks a character up in a table of format 4, whose segments are in order.
func inSegments(sub []byte, c int) int {
	n := number16(sub, 6) / 2
	ends, starts, deltas, offsets := 14, 16+2*n, 16+4*n, 16+6*n
	for s := range n {
		if c > number16(sub, ends+2*s) {
			continue
		}
		start := number16(sub, starts+2*s)
		if c < start || c >= 0xFFFF {
			return 0
		}
		glyph := c
		if offset := number16(sub, offsets+2*s); offset != 0 {
			if glyph = number16(sub, offsets+2*s+offset+2*(c-start)); glyph == 0 {
				return 0
			}
		}
		return (glyph + number16(sub, deltas+2*s)) & 0xFFFF
	}
	return 0
}

// trueType finds a table of a TrueType file; nil where there is none.
func trueType(ttf []byte, name string) []byte {
	for i := range number16(ttf, 4) {
		if entry := from(ttf, 12+16*i); len(entry) >= 16 && string(entry[:4]) == name {
			return from(ttf, number32(entry, 8))
		}
	}
	return nil
}

// from is the bytes from a place on; none beyond the end.
func from(b []byte, at int) []byte {
	if at < 0 || at > len(b) {
		return nil
	}
	return b[at:]
}

// number16 and number32 are 0 beyond the end.
func number16(b []byte, at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint16(b[at:]))
}

func number32(b []byte, at int) int {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint32(b[at:]))
}
