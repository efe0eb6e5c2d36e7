package tagged

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// made is a file that is put together for a test: its objects by number, as they stand in the file. Those in packed are in the object
// stream of number 50, and number 51 has the cross-references.
type made struct {
	objects map[int]string
	packed  map[int]string
	// list and table stand in the place of the object stream's list of its objects, and of the cross-references; "" for the right ones.
	list, table string
}

const holder, crossReferences = 50, 51

// small is a file of a page: a heading, a paragraph with a link, a picture with an alternative text, a foot, and an attached file.
func small() made {
	content := "/Artifact BMC BT /F1 9 Tf <0046> Tj ET BT (\x00G) Tj ET EMC\n" +
		"/H1 <</MCID 0>> BDC 1 0 0 1 72 700 Tm [<0048> -12 <0069>] TJ EMC % a remark\n" +
		"/P <</MCID 1>> BDC <00410042> Tj EMC /Link <</MCID 2>> BDC <0043> Tj EMC\n" +
		"/P <</MCID 3>> BDC /Span <</ActualText <FEFF00410042>>> BDC <00420041> Tj EMC EMC"
	return made{
		objects: map[int]string{
			5:  streamed("", content),
			6:  `<</Type/Font/Subtype/Type0/ToUnicode 7 0 R/DescendantFonts[8 0 R]>>`,
			7:  streamed("", "1 begincodespacerange <0000> <FFFF> endcodespacerange\n1 beginbfrange <0041> <0069> <0041> endbfrange 1 beginbfchar <0042> <0042> endbfchar"),
			9:  streamed("", glyphsOfCodes()),
			11: streamed("", lettersOfGlyphs()),
			20: streamed("", "figures"),
		},
		packed: map[int]string{
			1:  `<</Type/Catalog/Pages 2 0 R/StructTreeRoot 12 0 R/Names<</EmbeddedFiles<</Names[(f) 21 0 R]>>>>>>`,
			2:  `<</Type/Pages/Kids[3 0 R]/Count 1>>`,
			3:  `<</Type/Page/Contents 5 0 R/Resources 4 0 R>>`,
			4:  `<</Font<</F1 6 0 R>>>>`,
			8:  `<</CIDToGIDMap 9 0 R/FontDescriptor 10 0 R>>`,
			10: `<</FontFile2 11 0 R>>`,
			12: `<</Type/StructTreeRoot/K[13 0 R]>>`,
			13: `<</S/Document/K[14 0 R 15 0 R 16 0 R 18 0 R]>>`,
			14: `<</S/H1/Pg 3 0 R/K 0>>`,
			15: `<</S/P/Pg 3 0 R/K[1 17 0 R 3]>>`,
			16: `<</S/Figure/Pg 3 0 R/Alt(A \(bar\) of 3)/K[]>>`,
			17: `<</S/Link/Pg 3 0 R/K[2 <</Type/OBJR/Obj 30 0 R>>]>>`,
			18: `<</S/Table/K[<</S/TR/K[<</S/TH/K<</Type/MCR/Pg 3 0 R/MCID 0>>>> <</S/TD/Pg 3 0 R/K 1>>]>>]>>`,
			21: `<</Type/Filespec/UF<FEFF0066002E006A0073006F006E>/EF<</F 20 0 R>>>>`,
		},
	}
}

// streamed is a stream of Flate data, with more entries in its dictionary.
func streamed(entries, data string) string {
	packed := flate(data)
	return fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", entries, len(packed), packed)
}

func flate(data string) string {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	_, _ = w.Write([]byte(data)) // into memory
	_ = w.Close()
	return out.String()
}

// glyphsOfCodes is a font's table from codes to glyphs: each code has the glyph of its number.
func glyphsOfCodes() string {
	var b []byte
	for code := range 0x70 {
		b = binary.BigEndian.AppendUint16(b, uint16(code))
	}
	return string(b)
}

// lettersOfGlyphs is a TrueType file with a table of characters alone, in which A to i have the glyphs of their numbers.
func lettersOfGlyphs() string {
	put := func(b []byte, numbers ...uint16) []byte {
		for _, n := range numbers {
			b = binary.BigEndian.AppendUint16(b, n)
		}
		return b
	}
	segments := put(nil, 4, 32, 0, 4, 0, 0, 0, 'i', 0xFFFF, 0, 'A', 0xFFFF, 0, 1, 0, 0)
	table := append(put(nil, 0, 1, 3, 1, 0, 12), segments...)
	file := put(nil, 0, 1, 1, 0, 0, 0)
	file = append(file, "cmap\x00\x00\x00\x00\x00\x00\x00\x1C"...)
	file = binary.BigEndian.AppendUint32(file, uint32(len(table)))
	return string(append(file, table...))
}

// bytes writes the file.
func (m made) bytes() []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	places := map[int][3]int{}
	write := func(n int, object string) {
		places[n] = [3]int{1, out.Len(), 0}
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", n, object)
	}
	for _, n := range slices.Sorted(maps.Keys(m.objects)) {
		write(n, m.objects[n])
	}
	var list, objects strings.Builder
	for i, n := range slices.Sorted(maps.Keys(m.packed)) {
		fmt.Fprintf(&list, "%d %d ", n, objects.Len())
		objects.WriteString(m.packed[n] + " ")
		places[n] = [3]int{2, holder, i}
	}
	if m.list != "" {
		list.Reset()
		list.WriteString(m.list)
	}
	write(holder, streamed(fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(m.packed), list.Len()), list.String()+objects.String()))
	start := out.Len()
	var table []byte
	for n := range crossReferences {
		p := places[n]
		table = append(table, byte(p[0]), byte(p[1]>>16), byte(p[1]>>8), byte(p[1]), byte(p[2]))
	}
	if m.table != "" {
		table = []byte(m.table)
	}
	fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", crossReferences,
		streamed(fmt.Sprintf("/Type/XRef/W[1 3 1]/Size %d/Root 1 0 R", crossReferences), string(table)), start)
	return out.Bytes()
}

// with puts another object in the place of one.
func (m made) with(t testing.TB, n int, from, to string) made {
	t.Helper()
	in := m.packed
	if _, ok := m.objects[n]; ok {
		in = m.objects
	}
	if from == "" {
		in[n] = to
		return m
	}
	require.Contains(t, in[n], from)
	in[n] = strings.Replace(in[n], from, to, 1)
	return m
}
