package truetype_test

import (
	"encoding/binary"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/pdf/truetype"
)

func u16(all ...int) []byte {
	var out []byte
	for _, n := range all {
		out = binary.BigEndian.AppendUint16(out, uint16(n))
	}
	return out
}

// charMap is a cmap with one subtable of format 4, for Windows: a to c by a step, 1 by a list with a hole at 2, and the end.
func charMap() []byte {
	segments := [][4]int{{'1', '3', 0, 1}, {'a', 'c', 5 - 'a', 0}, {0xFFFF, 0xFFFF, 1, 0}}
	glyphs := []int{2, 0, 3} // of 1, 2 and 3
	n := len(segments)
	var ends, starts, deltas, offsets []byte
	for i, s := range segments {
		starts, ends, deltas = append(starts, u16(s[0])...), append(ends, u16(s[1])...), append(deltas, u16(s[2])...)
		offset := 0
		if s[3] > 0 {
			offset = 2 * (n - i) // the list begins behind the offsets
		}
		offsets = append(offsets, u16(offset)...)
	}
	table := slices.Concat(u16(4, 0, 0, 2*n, 0, 0, 0), ends, u16(0), starts, deltas, offsets, u16(glyphs...))
	return slices.Concat(u16(0, 1, 3, 1, 0, 12), table)
}

// tables are those of a font of five glyphs, of which the last two are as wide as the third.
func tables() map[string][]byte {
	head, hhea := make([]byte, 54), make([]byte, 36)
	binary.BigEndian.PutUint16(head[18:], 2048)
	binary.BigEndian.PutUint16(hhea[34:], 4)
	os2 := make([]byte, 96)
	return map[string][]byte{"head": head, "hhea": hhea, "hmtx": u16(0, 0, 1024, 0, 1365, 0, 683, 0, 0, 0), "cmap": charMap(), "OS/2": os2, "glyf": {1}, "loca": {1}}
}

// file puts tables into a font file.
func file(tables map[string][]byte) []byte {
	names := slices.Sorted(maps.Keys(tables))
	out := append([]byte{0, 1, 0, 0}, u16(len(names), 0, 0, 0)...)
	at := len(out) + 16*len(names)
	var data []byte
	for _, name := range names {
		out = append(out, name...)
		out = append(out, 0, 0, 0, 0)
		out = binary.BigEndian.AppendUint32(out, uint32(at+len(data)))
		out = binary.BigEndian.AppendUint32(out, uint32(len(tables[name])))
		data = append(data, tables[name]...)
	}
	return append(out, data...)
}

// TestWidthsAreThoseOfTheGlyphs: in thousandths, rounded, and the last of the list for all glyphs behind it.
func TestWidthsAreThoseOfTheGlyphs(t *testing.T) {
	t.Parallel()
	widths, err := truetype.Widths(tables())
	require.NoError(t, err)
	assert.EqualValues(t, 667, widths['1'], "1365 of 2048, rounded")
	assert.EqualValues(t, truetype.NoGlyph, widths['2'], "a hole in the list")
	assert.EqualValues(t, 333, widths['3'])
	for _, r := range "abc" {
		assert.EqualValues(t, 333, widths[r], "glyphs 5 to 7 are as wide as the last that is measured")
	}
	assert.EqualValues(t, truetype.NoGlyph, widths['d'])
	assert.EqualValues(t, truetype.NoGlyph, widths[0])
}

// TestAFileIsReadBackIntoItsTables.
func TestAFileIsReadBackIntoItsTables(t *testing.T) {
	t.Parallel()
	read, err := truetype.Tables(file(tables()))
	require.NoError(t, err)
	assert.Equal(t, tables(), read)
	assert.NoError(t, truetype.Check(file(tables())))
}

// TestWhatIsNoFontIsRefused: each thing that may be missing or cut off, and none of them is a panic.
func TestWhatIsNoFontIsRefused(t *testing.T) {
	t.Parallel()
	whole := file(tables())
	for n := range whole {
		_ = truetype.Check(whole[:n]) // most are refused; the ends of some tables are not read
	}
	for n := range 12 + 16*len(tables()) {
		assert.ErrorIs(t, truetype.Check(whole[:n]), truetype.ErrFont, "%d bytes", n)
	}
	assert.ErrorIs(t, truetype.Check([]byte("OTTO with outlines of another kind")), truetype.ErrFont)
	for _, name := range slices.Sorted(maps.Keys(tables())) {
		lacking := tables()
		delete(lacking, name)
		assert.ErrorIs(t, truetype.Check(file(lacking)), truetype.ErrFont, "without %s", name)
	}
	for _, c := range []struct {
		name, table string
		at, value   int
	}{{"no units", "head", 18, 0}, {"no widths", "hhea", 34, 0}, {"more widths than there are", "hhea", 34, 400},
		{"a map for another system", "cmap", 4, 1}, {"a map of another format", "cmap", 12, 12}} {
		wrong := tables()
		binary.BigEndian.PutUint16(wrong[c.table][c.at:], uint16(c.value))
		assert.ErrorIs(t, truetype.Check(file(wrong)), truetype.ErrFont, c.name)
	}
}

// TestAMapThatSaysTooMuchHasNoCharacters: more segments than bytes, and a list beyond the table.
func TestAMapThatSaysTooMuchHasNoCharacters(t *testing.T) {
	t.Parallel()
	characters := func(change func(cmap []byte)) (out []rune) {
		cmap := charMap()
		change(cmap)
		if m := truetype.Characters(cmap); m != nil {
			m.Each(func(r, _ int) { out = append(out, rune(r)) })
		}
		return out
	}
	assert.Equal(t, []rune("13abc"), characters(func([]byte) {}))
	assert.Empty(t, characters(func(cmap []byte) { binary.BigEndian.PutUint16(cmap[12+6:], 4000) }))
	assert.Equal(t, []rune("abc"), characters(func(cmap []byte) { binary.BigEndian.PutUint16(cmap[12+14+3*6+2:], 60_000) }), "the list lies beyond the table")
	assert.Nil(t, truetype.Characters(nil))
	assert.Nil(t, truetype.Characters(u16(0, 9)), "subtables that are not there")
}

// TestAFontThatForbidsItIsRefused: the licence bits of table OS/2 say restricted, and only they.
func TestAFontThatForbidsItIsRefused(t *testing.T) {
	t.Parallel()
	for bits, forbidden := range map[int]bool{0: false, 2: true, 4: false, 8: false, 0x102: true, 0x108: false} {
		own := tables()
		binary.BigEndian.PutUint16(own["OS/2"][8:], uint16(bits))
		if err := truetype.Check(file(own)); forbidden {
			assert.ErrorIs(t, err, truetype.ErrEmbedding, bits)
		} else {
			assert.NoError(t, err, bits)
		}
	}
}
