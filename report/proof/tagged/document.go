package tagged

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Document is what a reader of a tagged PDF gets.
type Document struct {
	Root    *Element
	Files   map[string][]byte // the attached files by name
	Outline []string          // the bookmarks, in order
	// Around is what stands on each page outside the structure: heads, feet, page numbers. Nobody hears it.
	Around []string
}

// Element is one element of the structure: a heading, a paragraph, a table, a row, a cell.
type Element struct {
	Tag  string   // "H2", "P", "TD"
	Alt  string   // the alternative text, "" for none
	Page int      // where it begins, counted from 1; 0 where it holds nothing
	Says []string // what is said of the place that a link leads to, for each line that it goes over
	Kids []Kid
}

// Kid is a part of an element: another element, or text.
type Kid struct {
	Element *Element
	Text    string
}

// maxNesting is how deep pages and elements may lie in each other.
const maxNesting = 100

// Read reads a document. It fails where the file is no PDF of the kind that the packs are, or has no structure.
func Read(data []byte) (*Document, error) {
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	catalog := f.dict(f.trailer.get("Root"))
	r := reader{file: f, pages: make([]int, len(f.objects)), met: make([]bool, len(f.objects)), fonts: map[any]*font{}}
	if err := r.readPages(catalog.get("Pages"), 0); err != nil {
		return nil, err
	}
	roots := f.dict(catalog.get("StructTreeRoot"))
	if roots == nil {
		return nil, errors.New("the file has no structure")
	}
	doc := &Document{Root: &Element{}}
	for _, m := range r.marks {
		doc.Around = append(doc.Around, m.of(artifact))
	}
	if err := r.addKids(doc.Root, roots.get("K"), nil, 0); err != nil {
		return nil, err
	}
	doc.Outline = f.outline(catalog.get("Outlines"), 0, nil)
	if doc.Files, err = f.attachments(catalog); err != nil {
		return nil, err
	}
	return doc, nil
}

type reader struct {
	file  *file
	pages []int // by the number of an object, that of the page that it is, from 1; 0 for none
	marks []marks
	fonts map[any]*font
	met   []bool // by the number of an object: it is of the structure
}

func (r *reader) readPages(v any, depth int) error {
	node := r.file.dict(v)
	if node == nil || depth > maxNesting {
		return errors.New("the pages cannot be found")
	}
	if node.get("Type") == name("Pages") {
		for _, kid := range r.file.list(node.get("Kids")) {
			if err := r.readPages(kid, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	m, err := r.file.readMarks(node, r.fonts)
	if err != nil {
		return fmt.Errorf("page %d: %w", len(r.marks)+1, err)
	}
	r.marks = append(r.marks, m)
	if n, ok := v.(reference); ok {
		r.pages[n] = len(r.marks)
	}
	return nil
}

// addKids reads what an element holds: marks, other elements, or a list of them.
func (r *reader) addKids(e *Element, v, page any, depth int) error {
	if depth > maxNesting {
		return errors.New("the structure is too deep")
	}
	if n, ok := v.(reference); ok && int(n) < len(r.met) { // each object once: a structure that comes back to itself has no end
		if r.met[n] {
			return fmt.Errorf("the structure has object %d twice", int(n))
		}
		r.met[n] = true
	}
	switch kid := r.file.resolve(v).(type) {
	case list:
		for _, k := range kid {
			if err := r.addKids(e, k, page, depth+1); err != nil {
				return err
			}
		}
	case int:
		e.Kids = append(e.Kids, Kid{Text: r.text(page, kid)})
	case dict:
		return r.addKid(e, kid, page, depth)
	}
	return nil
}

func (r *reader) addKid(e *Element, kid dict, page any, depth int) error {
	if own := kid.get("Pg"); own != nil {
		page = own
	}
	switch kid.get("Type") {
	case name("MCR"):
		id, _ := kid.get("MCID").(int)
		e.Kids = append(e.Kids, Kid{Text: r.text(page, id)})
		return nil
	case name("OBJR"):
		says, _ := r.file.resolve(r.file.dict(kid.get("Obj")).get("Contents")).(text)
		e.Says = append(e.Says, says.String())
		return nil
	}
	tag, _ := kid.get("S").(name)
	alt, _ := r.file.resolve(kid.get("Alt")).(text)
	child := &Element{Tag: string(tag), Alt: alt.String(), Page: r.page(page)}
	e.Kids = append(e.Kids, Kid{Element: child})
	return r.addKids(child, kid.get("K"), page, depth+1)
}

// page is the number of a page that something refers to, 0 where there is none.
func (r *reader) page(v any) int {
	if n, ok := v.(reference); ok && int(n) < len(r.pages) {
		return r.pages[n]
	}
	return 0
}

func (r *reader) text(page any, id int) string {
	if n := r.page(page); n > 0 {
		return r.marks[n-1].of(id)
	}
	return ""
}

// outline reads the bookmarks below one, each before those below it.
func (f *file) outline(above any, depth int, out []string) []string {
	for at, n := f.dict(above).get("First"), 0; at != nil && depth < maxNesting && n < len(f.places); n++ {
		mark := f.dict(at)
		title, _ := f.resolve(mark.get("Title")).(text)
		out = f.outline(at, depth+1, append(out, title.String()))
		at = mark.get("Next")
	}
	return out
}

// attachments reads the files that the document carries.
func (f *file) attachments(catalog dict) (map[string][]byte, error) {
	out := map[string][]byte{}
	names := f.list(f.dict(f.dict(catalog.get("Names")).get("EmbeddedFiles")).get("Names"))
	for i := 0; i+1 < len(names); i += 2 {
		spec := f.dict(names[i+1])
		called, _ := f.resolve(spec.get("UF")).(text)
		s, ok := f.resolve(f.dict(spec.get("EF")).get("F")).(stream)
		if !ok {
			return nil, fmt.Errorf("the attached file \"%s\" has no content", called.String())
		}
		data, err := f.unpack(s)
		if err != nil {
			return nil, fmt.Errorf("the attached file \"%s\": %w", called.String(), err)
		}
		out[called.String()] = data
	}
	return out, nil
}

// Text is all that the element says, with one space between words. Links stand in the text as they are, but never in one
// word with it; other elements are parted from it by a space.
func (e *Element) Text() string {
	if len(e.Kids) == 1 && e.Kids[0].Element == nil && isSpaced(e.Kids[0].Text) {
		return e.Kids[0].Text
	}
	var b textBuilder
	e.write(&b)
	if text := b.String(); isSpaced(text) {
		return text
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// isSpaced tells of ASCII text that has one space between words and none around.
func isSpaced(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c >= 0x7F, c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' '):
			return false
		}
	}
	return true
}

func (e *Element) write(b *textBuilder) {
	for _, k := range e.Kids {
		switch {
		case k.Element == nil:
			b.add(k.Text)
		case contains([]string{"Link", "Span", "Reference"}, k.Element.Tag):
			b.joint = true
			k.Element.write(b)
			b.joint = true
		default:
			b.add(" ")
			k.Element.write(b)
			b.add(" ")
		}
	}
}

// textBuilder puts text together. At a joint, where a link begins or ends, two words do not become one.
type textBuilder struct {
	strings.Builder
	joint bool
	last  rune
}

func (b *textBuilder) add(text string) {
	if text == "" {
		return
	}
	first, _ := utf8.DecodeRuneInString(text)
	if b.joint && isWord(b.last) && isWord(first) {
		b.WriteByte(' ')
	}
	b.joint = false
	b.WriteString(text)
	b.last, _ = utf8.DecodeLastRuneInString(text)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// All gives every element of the tags below e, in reading order. It does not look inside those that it finds.
func (e *Element) All(tags ...string) []*Element {
	var out []*Element
	for _, k := range e.Kids {
		if k.Element == nil {
			continue
		}
		if contains(tags, k.Element.Tag) {
			out = append(out, k.Element)
			continue
		}
		out = append(out, k.Element.All(tags...)...)
	}
	return out
}

func contains(tags []string, tag string) bool {
	for _, t := range tags {
		if t == tag {
			return true
		}
	}
	return false
}
