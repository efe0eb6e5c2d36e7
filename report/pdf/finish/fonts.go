package finish

import (
	"bytes"
	"fmt"
	"strings"
)

// Font is a TrueType font with the characters that a document draws and no others. The pages draw with UTF-16 codes.
//
// fpdf could embed fonts too, but parses each file, and compresses large tables, again for every document: half the time of a
// short one.
type Font struct {
	Resource string // what the pages call it
	Name     string // its own name after six letters and a plus, as ISO 32000-1, 9.6.4 asks of a part of a font
	Data     []byte // the TrueType file
	Chars    []Char // sorted by code
	Metrics  FontMetrics
}

// Char is a character of a font: its code, its glyph in the font's file, and its width in thousandths of the size.
type Char struct {
	Code         rune // below 65536
	Glyph, Width int
}

// FontMetrics describes all of a font, in thousandths of the size.
type FontMetrics struct {
	Box                              [4]int // left, bottom, right, top
	Ascent, Descent, CapHeight, Stem int
	Bold                             bool
}

// addFonts writes the fonts and has the resources, which all pages share, name them.
func (f *file) addFonts(fonts []Font) error {
	var entries strings.Builder
	for i := range fonts {
		n, err := f.addFont(&fonts[i])
		if err != nil {
			return err
		}
		entries.WriteString("/" + fonts[i].Resource + " " + ref(n))
	}
	resources := reference(f.objects[f.pages[0]], "Resources")
	if resources >= len(f.objects) {
		return errNotFpdf
	}
	before, after, ok := bytes.Cut(f.objects[resources], []byte("/Font <<"))
	if !ok {
		return fmt.Errorf("resources: %w", errNotFpdf)
	}
	f.objects[resources] = fmt.Appendf(nil, "%s/Font<<%s%s", before, entries.String(), after)
	return nil
}

// addFont writes a font as ISO 32000-1, 9.7 has it: codes of two bytes that are characters, a table from them to glyphs, and
// one back to Unicode.
func (f *file) addFont(font *Font) (int, error) {
	data, err := f.stream(fmt.Sprintf("/Length1 %d", len(font.Data)), font.Data)
	if err != nil {
		return 0, err
	}
	glyphs, err := f.stream("", font.glyphs())
	if err != nil {
		return 0, err
	}
	unicode, err := f.stream("", font.toUnicode())
	if err != nil {
		return 0, err
	}
	descriptor := f.add(font.descriptor(f.add(data)))
	descendant := f.add(fmt.Appendf(nil, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>"+
		"/FontDescriptor %s/W[%s]/CIDToGIDMap %s>>", font.Name, ref(descriptor), font.widths(), ref(f.add(glyphs))))
	return f.add(fmt.Appendf(nil, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>",
		font.Name, ref(descendant), ref(f.add(unicode)))), nil
}

func (t *Font) descriptor(data int) []byte {
	const symbolic, forceBold = 1 << 2, 1 << 18
	m, flags := &t.Metrics, symbolic
	if m.Bold {
		flags |= forceBold
	}
	return fmt.Appendf(nil, "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %s>>",
		t.Name, flags, m.Box[0], m.Box[1], m.Box[2], m.Box[3], m.Ascent, m.Descent, m.CapHeight, m.Stem, ref(data))
}

// widths lists the widths, those of characters that follow each other in one list.
func (t *Font) widths() string {
	var b strings.Builder
	for i, c := range t.Chars {
		switch {
		case i > 0 && c.Code == t.Chars[i-1].Code+1:
			fmt.Fprintf(&b, " %d", c.Width)
			continue
		case i > 0:
			b.WriteByte(']')
		}
		fmt.Fprintf(&b, "%d[%d", c.Code, c.Width)
	}
	if len(t.Chars) > 0 {
		b.WriteByte(']')
	}
	return b.String()
}

// glyphs maps codes to their glyphs, two bytes each, up to the last one: zeros for all the others would take longer to compress
// than the font itself.
func (t *Font) glyphs() []byte {
	if len(t.Chars) == 0 {
		return nil
	}
	table := make([]byte, 2*t.Chars[len(t.Chars)-1].Code+2)
	for _, c := range t.Chars {
		table[2*c.Code], table[2*c.Code+1] = byte(c.Glyph>>8), byte(c.Glyph)
	}
	return table
}

// toUnicode maps codes to themselves. Each range stays within one high byte, as ISO 32000-1, 9.10.3 demands, and a block holds
// 100 of them at most.
func (t *Font) toUnicode() []byte {
	const most = 100
	var out, block bytes.Buffer
	count := 0
	end := func() {
		fmt.Fprintf(&out, "%d beginbfrange\n%sendbfrange\n", count, block.Bytes())
		block.Reset()
		count = 0
	}
	for i, c := range t.Chars {
		if high := c.Code >> 8; i == 0 || high != t.Chars[i-1].Code>>8 {
			if count == most {
				end()
			}
			fmt.Fprintf(&block, "<%02X00> <%02XFF> <%02X00>\n", high, high, high)
			count++
		}
	}
	end()
	return fmt.Appendf(nil, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"+
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"+
		"%sendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend", out.Bytes())
}
