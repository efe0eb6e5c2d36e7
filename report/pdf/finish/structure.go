package finish

import (
	"fmt"
	"slices"
	"strings"

	"boardpack/report/pdf/tag"
)

// structureWriter turns the tag tree into objects, and collects the way back: from each mark and annotation to its element.
type structureWriter struct {
	file   *file
	annots []annotObject
	owners [][]int // by page and mark: the object number of the element
}

// addStructure writes the tree, its parent tree (ISO 32000-1, 14.7.4.4) and gives the number of the tree's root.
func (f *file) addStructure(tree *tag.Elem, annots []annotObject) int {
	w := &structureWriter{file: f, annots: annots, owners: make([][]int, len(f.pages))}
	root := f.reserve()
	document := w.element(tree, root)
	parents := w.parentTree()
	next := len(f.pages) + len(annots)
	f.objects[root] = fmt.Appendf(nil, "<</Type/StructTreeRoot/K %s/ParentTree %s/ParentTreeNextKey %d>>", ref(document), ref(parents), next)
	return root
}

// element writes an element and all below it.
func (w *structureWriter) element(e *tag.Elem, parent int) int {
	n := w.file.reserve()
	page := firstPage(e)
	var kids []string
	for _, kid := range e.Kids() {
		switch {
		case kid.Elem != nil:
			kids = append(kids, ref(w.element(kid.Elem, n)))
		case kid.Mark != nil:
			w.own(*kid.Mark, n)
			kids = append(kids, w.mark(*kid.Mark, page))
		case kid.Annot != nil:
			annot := &w.annots[*kid.Annot]
			annot.owner = n
			kids = append(kids, fmt.Sprintf("<</Type/OBJR/Obj %s/Pg %s>>", ref(annot.number), ref(w.file.pages[annot.page])))
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<</S/%s/P %s", e.Kind, ref(parent))
	if page >= 0 {
		b.WriteString("/Pg " + ref(w.file.pages[page]))
	}
	writeKids(&b, kids)
	writeAttributes(&b, e)
	b.WriteString(">>")
	w.file.objects[n] = []byte(b.String())
	return n
}

// mark points at marked content: by its number alone when it lies on the element's own page.
func (w *structureWriter) mark(m tag.Mark, page int) string {
	if m.Page == page {
		return fmt.Sprint(m.ID)
	}
	return fmt.Sprintf("<</Type/MCR/Pg %s/MCID %d>>", ref(w.file.pages[m.Page]), m.ID)
}

func (w *structureWriter) own(m tag.Mark, n int) {
	for len(w.owners[m.Page]) <= m.ID {
		w.owners[m.Page] = append(w.owners[m.Page], 0)
	}
	w.owners[m.Page][m.ID] = n
}

// parentTree maps each page's marks, and each annotation, to elements. Its keys are those that patchPages and addAnnots give out.
func (w *structureWriter) parentTree() int {
	var nums strings.Builder
	for page, owners := range w.owners {
		refs := make([]string, len(owners))
		for i, n := range owners {
			refs[i] = "null"
			if n != 0 {
				refs[i] = ref(n)
			}
		}
		list := w.file.add([]byte("[" + strings.Join(refs, " ") + "]"))
		fmt.Fprintf(&nums, "%d %s ", page, ref(list))
	}
	for _, annot := range w.annots {
		fmt.Fprintf(&nums, "%d %s ", annot.key, ref(annot.owner))
	}
	return w.file.add([]byte("<</Nums[" + nums.String() + "]>>"))
}

func firstPage(e *tag.Elem) int {
	i := slices.IndexFunc(e.Kids(), func(k tag.Kid) bool { return k.Mark != nil })
	if i < 0 {
		return -1
	}
	return e.Kids()[i].Mark.Page
}

func writeKids(b *strings.Builder, kids []string) {
	switch len(kids) {
	case 0:
	case 1:
		b.WriteString("/K " + kids[0])
	default:
		b.WriteString("/K[" + strings.Join(kids, " ") + "]")
	}
}

func writeAttributes(b *strings.Builder, e *tag.Elem) {
	if e.Alt != "" {
		b.WriteString("/Alt" + literal(e.Alt))
	}
	if e.Lang != "" {
		b.WriteString("/Lang" + literal(e.Lang))
	}
	if e.Title != "" {
		b.WriteString("/T" + literal(e.Title))
	}
	switch {
	case e.Scope != "":
		fmt.Fprintf(b, "/A<</O/Table/Scope/%s%s>>", e.Scope, columnSpan(e))
	case e.Span > 1:
		fmt.Fprintf(b, "/A<</O/Table%s>>", columnSpan(e))
	case e.List != "":
		fmt.Fprintf(b, "/A<</O/List/ListNumbering/%s>>", e.List)
	case e.BBox != nil:
		fmt.Fprintf(b, "/A<</O/Layout/Placement/Block/BBox[%s %s %s %s]>>",
			number(e.BBox[0]), number(e.BBox[1]), number(e.BBox[2]), number(e.BBox[3]))
	}
}

func columnSpan(e *tag.Elem) string {
	if e.Span > 1 {
		return fmt.Sprintf("/ColSpan %d", e.Span)
	}
	return ""
}
