package finish

import "fmt"

// Annot is a link on a page: to a place in the document, or to an address outside when URL is not empty.
type Annot struct {
	Page                     int
	Left, Bottom, Right, Top float64
	Target                   Point
	URL                      string
	Contents                 string // what a screen reader says of the link (ISO 14289-1, 7.18.5)
}

// annotObject is an annotation in the file: its number, its page, its key in the parent tree and the element that owns it.
type annotObject struct {
	number, page, key, owner int
}

// addAnnots writes the links as objects of their own, which fpdf does not: a structure element can only refer to such. Flag 4 says that
// they print, which PDF/A asks of every annotation.
func (f *file) addAnnots(annots []Annot) []annotObject {
	objects := make([]annotObject, len(annots))
	for i, a := range annots {
		key := len(f.pages) + i
		body := fmt.Appendf(nil, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s %s %s %s]/StructParent %d/Contents%s%s>>",
			number(a.Left), number(a.Bottom), number(a.Right), number(a.Top), key, literal(a.Contents), f.action(a))
		objects[i] = annotObject{number: f.add(body), page: a.Page, key: key}
	}
	return objects
}

func (f *file) action(a Annot) string {
	if a.URL != "" {
		return "/A<</S/URI/URI" + literal(a.URL) + ">>"
	}
	return "/Dest" + f.destination(a.Target)
}

// destination shows the point at the top of the window and keeps the reader's zoom.
func (f *file) destination(p Point) string {
	return fmt.Sprintf("[%s/XYZ null %s null]", ref(f.pages[p.Page]), number(p.Y))
}
