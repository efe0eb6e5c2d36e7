package finish

import (
	"fmt"
	"strconv"

	"boardpack/report/pdf/tag"
)

// structureWriter turns the tag tree into objects, and collects the way back: from each mark and annotation to its element.
type structureWriter struct {
	file   *file
	annots []annotObject
	owners [][]int32 // by page and mark: the object number of the element
	body   []byte    // used again for each element
}

// addStructure writes the tree, its parent tree (ISO 32000-1, 14.7.4.4) and gives the number of the tree's root.
func (f *file) addStructure(tree *tag.Elem, annots []annotObject) int {
	w := &structureWriter{file: f, annots: annots, owners: make([][]int32, len(f.pages))}
	root, document := f.reserve(), f.reserve()
	w.element(tree, document, root)
	parents := w.parentTree()
	next := len(f.pages) + len(annots)
	f.put(root, fmt.Appendf(nil, "<</Type/StructTreeRoot/K %s/ParentTree %s/ParentTreeNextKey %d>>", ref(document), ref(parents), next))
	return root
}

// element writes element n and then all below it. A large document has millions, so they are put together byte by byte.
func (w *structureWriter) element(e *tag.Elem, n, parent int) {
	kids, first := e.Kids(), 0
	page := firstPage(e)
	b := append(append(w.body[:0], "<</S/"...), e.Kind.String()...)
	b = appendRef(append(b, "/P "...), parent)
	if page >= 0 {
		b = appendRef(append(b, "/Pg "...), w.file.pages[page])
	}
	b, first = w.appendKids(b, kids, n, page)
	w.body = append(appendAttributes(b, e), ">>"...)
	w.file.put(n, w.body)
	for _, kid := range kids {
		if child := kid.Elem(); child != nil {
			w.element(child, first, n)
			first++
		}
	}
}

// appendKids writes what stands below element n, whose page is given: in a list unless it is one. It gives the number of the first of its
// elements, which follow each other.
func (w *structureWriter) appendKids(b []byte, kids []tag.Kid, n, page int) (out []byte, first int) {
	opens := "/K["
	if len(kids) == 1 {
		opens = "/K "
	}
	first = len(w.file.objects)
	for i, kid := range kids {
		if i > 0 {
			opens = " "
		}
		b = append(b, opens...)
		if kid.Elem() != nil {
			b = appendRef(b, w.file.reserve())
		} else if mark, ok := kid.Mark(); ok {
			w.own(mark, n)
			b = w.appendMark(b, mark, page)
		} else if i, ok := kid.Annot(); ok {
			annot := &w.annots[i]
			annot.owner = n
			b = appendRef(append(b, "<</Type/OBJR/Obj "...), annot.number)
			b = append(appendRef(append(b, "/Pg "...), w.file.pages[annot.page]), ">>"...)
		}
	}
	if len(kids) > 1 {
		b = append(b, ']')
	}
	return b, first
}

// appendMark points at marked content: by its number alone when it lies on the element's own page.
func (w *structureWriter) appendMark(b []byte, m tag.Mark, page int) []byte {
	if m.Page == page {
		return strconv.AppendInt(b, int64(m.ID), 10)
	}
	b = appendRef(append(b, "<</Type/MCR/Pg "...), w.file.pages[m.Page])
	return append(strconv.AppendInt(append(b, "/MCID "...), int64(m.ID), 10), ">>"...)
}

func (w *structureWriter) own(m tag.Mark, n int) {
	for len(w.owners[m.Page]) <= m.ID {
		w.owners[m.Page] = append(w.owners[m.Page], 0)
	}
	w.owners[m.Page][m.ID] = int32(n)
}

// parentTree maps each page's marks, and each annotation, to elements. Its keys are those that patchPages and addAnnots give out.
func (w *structureWriter) parentTree() int {
	nums := []byte("<</Nums[")
	entry := func(key, n int) {
		nums = append(strconv.AppendInt(nums, int64(key), 10), ' ')
		nums = append(appendRef(nums, n), ' ')
	}
	for page, owners := range w.owners {
		list := []byte("[")
		for i, n := range owners {
			if i > 0 {
				list = append(list, ' ')
			}
			if n == 0 {
				list = append(list, "null"...)
			} else {
				list = appendRef(list, int(n))
			}
		}
		entry(page, w.file.add(append(list, ']')))
	}
	for _, annot := range w.annots {
		entry(annot.key, annot.owner)
	}
	return w.file.add(append(nums, "]>>"...))
}

// firstPage is the page of an element's first mark, -1 for an element without.
func firstPage(e *tag.Elem) int {
	for _, kid := range e.Kids() {
		if mark, ok := kid.Mark(); ok {
			return mark.Page
		}
	}
	return -1
}

func appendAttributes(b []byte, e *tag.Elem) []byte {
	if e.Alt != "" {
		b = append(append(b, "/Alt"...), literal(e.Alt)...)
	}
	if e.Lang != "" {
		b = append(append(b, "/Lang"...), literal(Language(e.Lang))...)
	}
	if e.Title != "" {
		b = append(append(b, "/T"...), literal(e.Title)...)
	}
	switch {
	case e.Scope != tag.NoScope:
		b = append(append(b, "/A<</O/Table/Scope/"...), e.Scope.String()...)
		b = append(appendSpan(b, e), ">>"...)
	case e.Span > 1:
		b = append(appendSpan(append(b, "/A<</O/Table"...), e), ">>"...)
	case e.List != tag.NoList:
		b = fmt.Appendf(b, "/A<</O/List/ListNumbering/%s>>", e.List)
	case e.BBox != nil:
		b = fmt.Appendf(b, "/A<</O/Layout/Placement/Block/BBox[%s %s %s %s]>>",
			number(e.BBox[0]), number(e.BBox[1]), number(e.BBox[2]), number(e.BBox[3]))
	}
	return b
}

func appendSpan(b []byte, e *tag.Elem) []byte {
	if e.Span > 1 {
		b = strconv.AppendInt(append(b, "/ColSpan "...), int64(e.Span), 10)
	}
	return b
}
