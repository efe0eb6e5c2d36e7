package tagged

import "encoding/binary"

// withoutGlyph finds a code that does not draw its own character: the font's table leads to no glyph, or to another than the font's
// file has for the character. What a person sees and what is read aloud are not the same then.
func (t *font) withoutGlyph(drawn text) (code int, found bool) {
	for i := 0; i+1 < len(drawn); i += 2 {
		code := int(drawn[i])<<8 | int(drawn[i+1])
		if t.checked[code] {
			continue
		}
		glyph := t.glyphs[code]
		if glyph == 0 || glyph != t.letters[t.rune(code)] {
			return code, true
		}
		t.checked[code] = true
	}
	return 0, false
}

// readGlyphs reads which glyph each code of a font draws, and which each character has in the file that is embedded (ISO 32000-1,
// 9.7.4.2).
func (f *file) readGlyphs(v any) (codes map[int]int, letters map[rune]int) {
	codes, letters = map[int]int{}, map[rune]int{}
	descendants := f.list(f.dict(v).get("DescendantFonts"))
	if len(descendants) == 0 {
		return codes, letters
	}
	descendant := f.dict(descendants[0])
	if s, ok := f.resolve(descendant.get("CIDToGIDMap")).(stream); ok {
		if table, err := unpack(s); err == nil {
			for i := 0; i+1 < len(table); i += 2 {
				if glyph := int(binary.BigEndian.Uint16([]byte(table[i:]))); glyph > 0 {
					codes[i/2] = glyph
				}
			}
		}
	}
	if s, ok := f.resolve(f.dict(descendant.get("FontDescriptor")).get("FontFile2")).(stream); ok {
		if data, err := unpack(s); err == nil {
			characters([]byte(data), letters)
		}
	}
	return codes, letters
}

// characters reads the map from characters to glyphs of a TrueType file (OpenType specification, table cmap, format 4). A file that
// has none has no letters.
func characters(ttf []byte, letters map[rune]int) {
	table := trueType(ttf, "cmap")
	for i := range number16(table, 2) {
		sub := from(table, number32(table, 4+8*i+4))
		if number16(table, 4+8*i) == 3 && number16(sub, 0) == 4 {
			segments(sub, letters)
		}
	}
}

// segments reads a table of format 4.
func segments(sub []byte, letters map[rune]int) {
	n := number16(sub, 6) / 2
	ends, starts, deltas, offsets := 14, 16+2*n, 16+4*n, 16+6*n
	next := 0 // the first character that no segment had: they are in order
	for s := range n {
		for c := max(next, number16(sub, starts+2*s)); c <= number16(sub, ends+2*s) && c < 0xFFFF; c++ {
			glyph := c
			if offset := number16(sub, offsets+2*s); offset != 0 {
				if glyph = number16(sub, offsets+2*s+offset+2*(c-number16(sub, starts+2*s))); glyph == 0 {
					continue
				}
			}
			letters[rune(c)] = (glyph + number16(sub, deltas+2*s)) & 0xFFFF
		}
		next = max(next, number16(sub, ends+2*s)+1)
	}
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
