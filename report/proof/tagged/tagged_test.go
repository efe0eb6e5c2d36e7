package tagged

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// outline writes an element with its tags, texts and alternative texts.
func outline(e *Element) string {
	var b strings.Builder
	for _, k := range e.Kids {
		if k.Element == nil {
			fmt.Fprintf(&b, "%q", k.Text)
			continue
		}
		b.WriteString(k.Element.Tag)
		if k.Element.Alt != "" {
			fmt.Fprintf(&b, "=%q", k.Element.Alt)
		}
		b.WriteString("(" + outline(k.Element) + ")")
	}
	return b.String()
}

func TestRead(t *testing.T) {
	t.Parallel()
	doc, err := Read(small().bytes())
	require.NoError(t, err)
	assert.Equal(t, `Document(H1("Hi")P("AB"Link("C")"AB")Figure="A (bar) of 3"()Table(TR(TH("Hi")TD("AB"))))`, outline(doc.Root))
	assert.Equal(t, []string{"F G"}, doc.Around, "the lines of the foot are apart")
	assert.Equal(t, map[string][]byte{"f.json": []byte("figures")}, doc.Files)
	assert.Equal(t, []Met{{Tag: "H1", Text: "Hi", Page: 1, Last: 1}, {Tag: "P", Text: "AB C AB", Page: 1, Last: 1}, {Tag: "Figure", Text: "A (bar) of 3", Page: 1},
		{Tag: "TH", Text: "Hi", Last: 1}, {Tag: "TD", Text: "AB", Page: 1, Last: 1}}, doc.Met)
	require.Len(t, doc.Links, 1)
	assert.Equal(t, "C", doc.Links[0].Text())
	assert.Equal(t, "Hi AB C AB Hi AB", doc.Root.Text(), "a link is never in one word with what is around it")
	var pages []int
	for _, e := range doc.Root.All("H1", "P", "TR", "TH") {
		pages = append(pages, e.Page)
	}
	assert.Equal(t, []int{1, 1, 0}, pages, "the heading, the paragraph and the row, which begins nowhere; none inside the row")
}

// TestMet: items are counted in their list, and what stands before them is met, too; of a picture its words and the texts in it. It is the
// same whether the tree is kept or not.
func TestMet(t *testing.T) {
	t.Parallel()
	at := func(m Met) Met {
		m.Page, m.Last = 1, 1
		return m
	}
	for kids, want := range map[string][]Met{
		"<</S/Figure/K[2 3]>>": {{Tag: "Figure", Drawn: " C AB"}},
		"<</S/L/K[<</S/LI/K[<</S/Lbl/K 0>> <</S/LBody/K 1>>]>> <</S/LI/K[<</S/Lbl/K 2>> <</S/LBody/K 3>>]>>]>>": {{Tag: "Lbl", Text: "Hi", Item: 1},
			{Tag: "LBody", Text: "AB", Item: 1}, {Tag: "Lbl", Text: "C", Item: 2}, {Tag: "LBody", Text: "AB", Item: 2}},
		"<</S/P/K[1 <</S/Em/K 2>>]>>":                                        {{Tag: "P", Text: "AB C"}},
		"<</S/Div/K[<</S/Span/K 0>> <</S/P/K 1>> 3 <</S/Span/K 2>>]>>":       {{Tag: "Span", Text: "Hi"}, {Tag: "P", Text: "AB"}, {Tag: "Span", Text: "C"}},
		"<</S/Figure/K[2 <</S/P/K 1>>]>>":                                    {{Tag: "Figure", Drawn: " C "}},
		"<</S/P/K[0 <</S/Span/K[<</S/Link/K 1>> 2]>>]>> <</S/Span/K 3>>":     {{Tag: "P", Text: "Hi AB C"}, {Tag: "Span", Text: "AB"}},
		"<</S/Table/K[<</S/TR/K[<</S/TH/K 0>> <</S/TD/K<</S/P/K 1>>>>]>>]>>": {{Tag: "TH", Text: "Hi"}, {Tag: "P", Text: "AB"}},
	} {
		file := small().with(t, 13, "", "<</S/Document/Pg 3 0 R/K["+kids+"]>>").bytes()
		for i := range want {
			want[i] = at(want[i])
		}
		whole, err := Read(file)
		require.NoError(t, err, kids)
		assert.Equal(t, want, whole.Met, kids)
		pages := 0
		met, err := ReadMet(file, func(n int, _ *Page) { pages = n })
		require.NoError(t, err, kids)
		assert.Equal(t, want, met.Met, kids)
		assert.Equal(t, 1, pages)
		assert.Nil(t, met.Root)
	}
}

// TestReadRefuses: what the packs are not, or not any more, is an error.
func TestReadRefuses(t *testing.T) {
	t.Parallel()
	content := func(ops string) func(*testing.T) []byte {
		return func(t *testing.T) []byte { return small().with(t, 5, "", streamed("", ops)).bytes() }
	}
	object := func(n int, from, to string) func(*testing.T) []byte {
		return func(t *testing.T) []byte { return small().with(t, n, from, to).bytes() }
	}
	cut := func(from, to string) func(*testing.T) []byte {
		return func(t *testing.T) []byte {
			data := small().bytes()
			require.Contains(t, string(data), from)
			return bytes.Replace(data, []byte(from), []byte(to), 1)
		}
	}
	for _, c := range []struct {
		name string
		data func(*testing.T) []byte
		want string
	}{
		{"no PDF", func(*testing.T) []byte { return []byte("text") }, "no startxref: this is no whole PDF"},
		{"a file that was cut", cut("startxref", "start"), "no startxref: this is no whole PDF"},
		{"references nowhere", cut("startxref\n", "startxref\n9"), "startxref points nowhere"},
		{"references that are another object", cut("/Type/XRef", "/Type/Else"), "the cross-references are no stream"},
		{"references of another kind", cut("/W[1 3 1]", "/W[1 3 9]"), "the cross-references have a width that is not read here"},
		{"references in parts", cut("/Size ", "/Prev "), "the cross-references are of a kind that is not read here"},
		{"no pages", object(2, "/Kids", "/Else"), ""},
		{"a page without content", object(3, "/Contents 5 0 R", ""), "page 1: a page's content is no stream"},
		{"pages within themselves", object(2, "3 0 R", "2 0 R"), "the pages cannot be found"},
		{"no structure", object(1, "/StructTreeRoot 12 0 R", ""), "the file has no structure"},
		{"an element twice", object(13, "15 0 R", "14 0 R"), "the structure has object 14 twice"},
		{"a structure that comes back", object(17, "30 0 R", "30 0 R>> 15 0 R <</Type/OBJR"), "the structure has object 15 twice"},
		{"another filter", object(5, "FlateDecode", "LZWDecode"), "page 1: a stream is packed in a way that is not read here"},
		{"an object before the file", func(*testing.T) []byte {
			m := small()
			m.list = strings.Repeat("1 -999 ", len(m.packed))
			return m.bytes()
		}, "the pages cannot be found"},
		{"objects beyond the file", func(*testing.T) []byte {
			m := small()
			m.table = strings.Repeat("\x01\xFF\xFF\xFF\x00", crossReferences)
			return m.bytes()
		}, "the pages cannot be found"},
		{"a length beyond the file", object(5, "/Length", "/Length 9e99/L"), "page 1: a page's content is no stream"},
		{"an attached file without content", object(21, "/F 20 0 R", ""), `the attached file "f.json" has no content`},
		{"a character without a glyph", object(9, "", streamed("", "")), "page 1: the character U+0046 is drawn as an empty box, or as another"},
		{"another glyph than the character's", object(7, "", streamed("", "1 beginbfrange <0041> <0068> <0042> endbfrange")), "page 1: the character U+0047 is drawn as an empty box, or as another"},
		{"other words than are meant", content("/F1 9 Tf /Span <</ActualText(AC)>> BDC <00410042> Tj EMC"), `page 1: "AB" is drawn for "AC"`},
		{"an array without an end", content("[<0041> Tj"), "page 1: an array or a dictionary without an end"},
		{"a string without an end", content("(ab"), "page 1: a string without an end"},
		{"too many arrays", content(strings.Repeat("[", 70)), "page 1: arrays and dictionaries lie more than 64 deep"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := Read(c.data(t))
			if c.want == "" {
				require.NoError(t, err)
				assert.Empty(t, doc.Root.Text())
				return
			}
			assert.EqualError(t, err, c.want)
		})
	}
}

// TestMeaning: what is drawn stands for what is meant where it has its characters, in any order, or their code points.
func TestMeaning(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		drawn, meant string
		want         bool
	}{
		{"12", "12", true}, {"21", "12", true}, {"12", "13", false}, {"‹U+1F600›", "😀", true}, {"‹U+1F601›", "😀", false}, {"ab", "a b", true},
		{")ab(", "(ab)", true}, {"", "a", false}, {"a", "", true},
	} {
		assert.Equal(t, c.want, standsFor(c.drawn, c.meant), "%q for %q", c.drawn, c.meant)
	}
}

// TestValues reads each kind of value as ISO 32000-1, 7.3, has it.
func TestValues(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]any{
		"12": 12, "-1.5": -1.5, "+.5": 0.5, "true": true, "false": false, "null": nil, "/Name": name("Name"), "/A#20B": name("A B"), "/": name(""),
		"(a(b)c)": text("a(b)c"), `(\n\)\101\5)`: text("\n)A\x05"), "(a\\\r\nb)": text("ab"), "<41 4>": text("A@"), "[1 2 0 R (x)]": list{1, reference(2), text("x")},
		"<</N 1/B[]>>": &entry{"B", list(nil), &entry{"N", 1, nil}}, "<</N 1/P[(x) 1 0 R<</B 1>>]>>": &entry{"N", 1, nil}, "% remark\nTj": operator("Tj"),
	} {
		f := &file{}
		got, err := f.lexer([]byte(source), 0).next()
		require.NoError(t, err, source)
		assert.Equal(t, want, got, source)
	}
	for source, want := range map[string]string{"<4z>": "a string in hexadecimal holds something else", "(a": "a string without an end", "<41": "a string without an end", "[1": "an array or a dictionary without an end", "[R]": "an array or a dictionary without an end",
		"[/A 0 R]": "an array or a dictionary without an end", "<<1 2>>": "a dictionary has a key that is no name", "": "the end of the data"} {
		f := &file{}
		_, err := f.lexer([]byte(source), 0).next()
		assert.EqualError(t, err, want, source)
	}
}

func TestTextStrings(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "Dŵr", text("\xFE\xFF\x00D\x01\x75\x00r").String())
	assert.Equal(t, "é", text("\xE9").String(), "Latin-1 without a mark")
	assert.Empty(t, text("").String())
}

// FuzzRead holds that no file, however damaged, stops the program.
func FuzzRead(f *testing.F) {
	f.Add(5, "/P <</MCID 0>> BDC <0041> Tj EMC")
	f.Add(holder, strings.Repeat("1 -999 ", 15))
	f.Add(7, "1 beginbfrange <0041> <0069> <0041> endbfrange")
	f.Add(9, glyphsOfCodes())
	f.Add(11, lettersOfGlyphs())
	f.Add(crossReferences, strings.Repeat("\x01\xFF\xFF\xFF\x00\x02\x00\x00\x32\xFF", 20))
	f.Add(0, "startxref 9")
	f.Fuzz(func(t *testing.T, n int, data string) {
		m := small()
		file := m.bytes()
		switch {
		case n == 0:
			file = []byte(data)
		case n == holder:
			m.list = data
			file = m.bytes()
		case n == crossReferences:
			m.table = data
			file = m.bytes()
		case m.objects[n] != "":
			m.objects[n] = streamed("", data)
			file = m.bytes()
		case m.packed[n] != "":
			m.packed[n] = data
			file = m.bytes()
		}
		if doc, err := Read(file); err != nil {
			assert.Nil(t, doc)
		}
	})
}
