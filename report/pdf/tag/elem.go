// Package tag holds the structure tree of a tagged PDF (ISO 32000-1, 14.7): what each piece of a page is, in reading order.
//
// It is plain data. Package layout grows the tree while it places content on pages; package finish writes it into the file.
package tag

// Kind is a standard structure type of ISO 32000-1, 14.8.4. No others are used, so that no role map is needed.
type Kind string

// The structure types that a pack uses.
const (
	Document Kind = "Document"
	Sect     Kind = "Sect"
	H1       Kind = "H1"
	H2       Kind = "H2"
	H3       Kind = "H3"
	P        Kind = "P"
	L        Kind = "L"
	LI       Kind = "LI"
	Lbl      Kind = "Lbl"
	LBody    Kind = "LBody"
	Table    Kind = "Table"
	THead    Kind = "THead"
	TBody    Kind = "TBody"
	TR       Kind = "TR"
	TH       Kind = "TH"
	TD       Kind = "TD"
	Figure   Kind = "Figure"
	Link     Kind = "Link"
	Span     Kind = "Span"
	TOC      Kind = "TOC"
	TOCI     Kind = "TOCI"
	Ref      Kind = "Reference"
	Caption  Kind = "Caption"
)

// Box is a rectangle in PDF points, origin at the foot of the page: left, bottom, right, top.
type Box [4]float64

// Elem is one structure element. Its attributes are empty when the element has none.
type Elem struct {
	Kind  Kind
	Alt   string // spoken instead of the drawing; figures only
	Lang  string // language of the content where it differs from the parent's, as in BCP 47
	Title string // a name for people who edit the tags; never spoken
	Scope string // Column or Row; table headings only
	List  string // how a list is numbered: Decimal, Disc or None
	Span  int    // columns that a table cell covers, when more than one
	BBox  *Box   // where a figure stands

	parent   *Elem
	attached bool
	kids     []Kid
}

// Mark is a run of marked content: page counts from 0, ID is unique on its page.
type Mark struct {
	Page, ID int
}

// Kid is one child of an element: exactly one of an element, marked content or an annotation.
type Kid struct {
	Elem  *Elem
	Mark  *Mark
	Annot *int // index into the document's list of annotations
}

// NewRoot starts a tree.
func NewRoot() *Elem {
	return &Elem{Kind: Document, attached: true}
}

// New appends a child element.
func (e *Elem) New(kind Kind) *Elem {
	child := e.Later(kind)
	child.attach()
	return child
}

// Later makes a child that takes its place among its siblings only when it first gets content. Links and language
// spans need this: they are known when a paragraph is measured, but stand between stretches of text that get their
// marks only when the lines are placed on pages.
func (e *Elem) Later(kind Kind) *Elem {
	return &Elem{Kind: kind, parent: e}
}

// AddMark appends marked content.
func (e *Elem) AddMark(page, id int) {
	e.attach()
	e.kids = append(e.kids, Kid{Mark: &Mark{Page: page, ID: id}})
}

// AddAnnot appends a reference to an annotation.
func (e *Elem) AddAnnot(index int) {
	e.attach()
	e.kids = append(e.kids, Kid{Annot: &index})
}

// Kids gives the children in reading order. The slice belongs to the element.
func (e *Elem) Kids() []Kid { return e.kids }

func (e *Elem) attach() {
	if e.attached {
		return
	}
	e.attached = true
	e.parent.attach()
	e.parent.kids = append(e.parent.kids, Kid{Elem: e})
}
