package tagged

import (
	"errors"
	"fmt"
)

// Document is what a reader of a tagged PDF gets.
type Document struct {
	Root    *Element          // none where only what is met was asked for
	Met     []Met             // all that a reader meets, in order
	Files   map[string][]byte // the attached files by name
	Outline []string          // the bookmarks, in order
	Links   []*Element        // what leads somewhere, in order
	// Around is what stands on each page outside the structure: heads, feet, page numbers. Nobody hears it.
	Around []string
	Pages  []Page // none where only what is met was asked for
}

// Page is a page as it is seen.
type Page struct {
	Width, Height float64
	Texts         []Placed // in the order in which they are drawn
}

// Element is one element of the structure: a heading, a paragraph, a table, a row, a cell.
type Element struct {
	Tag  string   // "H2", "P", "TD"
	Alt  string   // the alternative text, "" for none
	Page int      // where it begins, counted from 1; 0 where it holds nothing
	Last int      // where it ends
	Says []string // what is said of the place that a link leads to, for each line that it goes over
	Kids []Kid

	items  int  // of a list, as far as it is read
	parted bool // it holds elements that are met by themselves
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
	var pages []Page
	r := reader{whole: true, show: func(_ int, page *Page) { pages = append(pages, *page) }}
	doc, err := r.read(data)
	if err == nil {
		doc.Pages = pages
	}
	return doc, err
}

// ReadMet reads what is met in a document, and shows its pages one by one, counted from 1. Neither the tree nor the pages are kept.
func ReadMet(data []byte, show func(n int, page *Page)) (*Document, error) {
	r := reader{show: show}
	return r.read(data)
}

func (r *reader) read(data []byte) (*Document, error) {
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	catalog := f.dict(f.trailer.get("Root"))
	r.file, r.pages, r.met, r.fonts = f, map[reference]int{}, make([]bool, len(f.places)), map[any]*font{}
	if err := r.readPages(catalog.get("Pages"), 0); err != nil {
		return nil, err
	}
	roots := f.dict(catalog.get("StructTreeRoot"))
	if roots == nil {
		return nil, errors.New("the file has no structure")
	}
	doc := &Document{}
	for _, m := range r.marks {
		doc.Around = append(doc.Around, m.of(artifact))
	}
	root := &Element{}
	if err := r.addKids(root, roots.get("K"), nil, 0, 0); err != nil {
		return nil, err
	}
	r.part(root, 0)
	if r.whole {
		doc.Root = root
	}
	doc.Met, doc.Links = r.all, r.links
	doc.Outline = f.outline(catalog.get("Outlines"), 0, nil)
	if doc.Files, err = f.attachments(catalog); err != nil {
		return nil, err
	}
	return doc, nil
}

type reader struct {
	file  *file
	pages map[reference]int // the numbers of the pages, from 1
	marks []marks
	show  func(n int, page *Page)
	fonts map[any]*font
	met   []bool // by the number of an object: it is of the structure
	whole bool   // the tree is kept
	all   []Met  // met so far
	links []*Element
}

func (r *reader) readPages(v any, depth int) error {
	node, _ := r.file.once(v).(dict)
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
	m, placed, err := r.file.readMarks(node, r.fonts)
	if err != nil {
		return fmt.Errorf("page %d: %w", len(r.marks)+1, err)
	}
	r.marks = append(r.marks, m)
	if n, ok := v.(reference); ok {
		r.pages[n] = len(r.marks)
	}
	page := Page{Texts: placed}
	if box := r.file.list(node.get("MediaBox")); len(box) == 4 {
		page.Width, page.Height = amount(box[2]), amount(box[3])
	}
	r.show(len(r.marks), &page)
	return nil
}

// addKids reads what an element holds: marks, other elements, or a list of them. Item is which item of a list the element stands in.
func (r *reader) addKids(e *Element, v, page any, depth, item int) error {
	if depth > maxNesting {
		return errors.New("the structure is too deep")
	}
	if n, ok := v.(reference); ok && int(n) < len(r.met) { // each object once: a structure that comes back to itself has no end
		if r.met[n] {
			return fmt.Errorf("the structure has object %d twice", int(n))
		}
		r.met[n] = true
	}
	switch kid := r.file.once(v).(type) {
	case list:
		for _, k := range kid {
			if err := r.addKids(e, k, page, depth+1, item); err != nil {
				return err
			}
		}
	case int:
		e.Kids = append(e.Kids, Kid{Text: r.text(page, kid)})
		e.Last = max(e.Last, r.page(page))
	case dict:
		return r.addKid(e, kid, page, depth, item)
	}
	return nil
}

func (r *reader) addKid(e *Element, kid dict, page any, depth, item int) error {
	if own := kid.get("Pg"); own != nil {
		page = own
	}
	switch kid.get("Type") {
	case name("MCR"):
		id, _ := kid.get("MCID").(int)
		e.Kids = append(e.Kids, Kid{Text: r.text(page, id)})
		e.Last = max(e.Last, r.page(page))
		return nil
	case name("OBJR"):
		annotation, _ := r.file.once(kid.get("Obj")).(dict)
		says, _ := r.file.resolve(annotation.get("Contents")).(text)
		if len(e.Says) == 0 {
			r.links = append(r.links, e)
		}
		e.Says = append(e.Says, says.String())
		return nil
	}
	tag, _ := kid.get("S").(name)
	alt, _ := r.file.resolve(kid.get("Alt")).(text)
	child := &Element{Tag: string(tag), Alt: alt.String(), Page: r.page(page)}
	if !child.inLine() && e.Tag != "Figure" {
		r.part(e, item)
	}
	within := item
	if child.Tag == "LI" {
		e.items++
		within = e.items
	}
	before := len(r.all)
	if err := r.addKids(child, kid.get("K"), page, depth+1, within); err != nil {
		return err
	}
	if child.inLine() || child.Tag == "Figure" { // nothing in there is met by itself
		r.all = r.all[:before]
	}
	e.Last = max(e.Last, child.Last)
	if e.parted {
		r.meet(child, within)
	}
	if r.whole || !e.parted {
		e.Kids = append(e.Kids, Kid{Element: child})
	}
	return nil
}

// part notes that an element holds others that are met by themselves: what was a part of its text is so, too.
func (r *reader) part(e *Element, item int) {
	if e.parted {
		return
	}
	e.parted = true
	for _, k := range e.Kids {
		if k.Element != nil {
			r.meet(k.Element, item)
		}
	}
	if !r.whole {
		e.Kids = nil
	}
}

// page is the number of a page that something refers to, 0 where there is none.
func (r *reader) page(v any) int {
	n, ok := v.(reference)
	if !ok {
		return 0
	}
	return r.pages[n]
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
