package tagged

import (
	"errors"
	"fmt"
)

// Document is what a reader of a tagged PDF gets.
type Document struct {
	Root    *Element
	Files   map[string][]byte // the attached files by name
	Outline []string          // the bookmarks, in order
	Links   []*Element        // what leads somewhere, in order
	// Around is what stands on each page outside the structure: heads, feet, page numbers. Nobody hears it.
	Around []string
	Pages  []Page // none where they were shown one by one
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
	doc, err := ReadShowing(data, func(_ int, page *Page) { pages = append(pages, *page) })
	if err == nil {
		doc.Pages = pages
	}
	return doc, err
}

// ReadShowing reads a document and shows its pages one by one, counted from 1, instead of keeping them.
func ReadShowing(data []byte, show func(n int, page *Page)) (*Document, error) {
	f, err := open(data)
	if err != nil {
		return nil, err
	}
	catalog := f.dict(f.trailer.get("Root"))
	r := reader{file: f, pages: map[reference]int{}, met: make([]bool, len(f.places)), fonts: map[any]*font{}, show: show}
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
	doc.Links = r.links
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
	switch kid := r.file.once(v).(type) {
	case list:
		for _, k := range kid {
			if err := r.addKids(e, k, page, depth+1); err != nil {
				return err
			}
		}
	case int:
		e.Kids = append(e.Kids, Kid{Text: r.text(page, kid)})
		e.Last = max(e.Last, r.page(page))
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
	e.Kids = append(e.Kids, Kid{Element: child})
	err := r.addKids(child, kid.get("K"), page, depth+1)
	e.Last = max(e.Last, child.Last)
	return err
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
