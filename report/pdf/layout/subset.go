package layout

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"boardpack/report/pdf/finish"
	"boardpack/report/pdf/truetype"
)

// charSet is a set of characters of the Basic Multilingual Plane, which are all that the fonts have.
type charSet [1 << 16 / 64]uint64

func (s *charSet) add(r rune) { s[r>>6] |= 1 << (r & 63) }

// runes lists the set in order.
func (s *charSet) runes() []rune {
	var out []rune
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			out = append(out, rune(i<<6+bits.TrailingZeros64(word)))
		}
	}
	return out
}

// embedded gives the fonts that a document draws with, each with the characters that it draws.
func (p *pen) embedded() ([]finish.Font, error) {
	slices.SortFunc(p.faces, func(a, b *face) int { return strings.Compare(a.resource, b.resource) })
	var out []finish.Font
	for _, face := range p.faces {
		font, err := face.subset(p.drawn[face].runes())
		if err != nil {
			return nil, err
		}
		out = append(out, font)
	}
	return out, nil
}

// subset cuts a font down to some of its characters, which are in order.
func (f *face) subset(drawn []rune) (finish.Font, error) {
	data := fpdf.UTF8CutFont(f.file(drawn), string(drawn))
	tables, err := truetype.Tables(data)
	if err != nil {
		return finish.Font{}, fmt.Errorf("font %s, cut: %w", f.name, err)
	}
	font := finish.Font{Resource: f.resource, Name: f.name, Data: data, Metrics: f.metrics, Chars: make([]finish.Char, len(drawn))}
	glyphs := map[int]int{}
	if chars := truetype.Characters(tables["cmap"]); chars != nil {
		chars.Each(func(r, glyph int) { glyphs[r] = glyph })
	}
	for i, r := range drawn {
		font.Chars[i] = finish.Char{Code: r, Glyph: glyphs[int(r)], Width: f.width(r)}
	}
	return font, nil
}

// readMetrics reads what describes a font as a whole. See the OpenType specification, tables head, hhea and OS/2.
func readMetrics(tables map[string][]byte) (finish.FontMetrics, error) {
	head, hhea, os2 := tables["head"], tables["hhea"], tables["OS/2"]
	if len(head) < 44 || len(hhea) < 8 || len(os2) < 78 || truetype.Uint16(head, 18) == 0 {
		return finish.FontMetrics{}, truetype.ErrFont
	}
	perEm := int(truetype.Uint16(head, 18))
	length := func(table []byte, at int) int { return int(int16(truetype.Uint16(table, at))) * 1000 / perEm }
	const semiBold = 600
	weight, capHeight := int(truetype.Uint16(os2, 4)), 700
	if len(os2) >= 90 { // versions before the second do not say
		capHeight = length(os2, 88)
	}
	return finish.FontMetrics{
		Box:    [4]int{length(head, 36), length(head, 38), length(head, 40), length(head, 42)},
		Ascent: length(hhea, 4), Descent: length(hhea, 6), CapHeight: capHeight,
		Stem: 50 + weight*weight/(65*65), // an estimate from the weight: TrueType files do not hold it
		Bold: weight >= semiBold,
	}, nil
}
