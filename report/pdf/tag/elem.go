// Package tag holds the structure tree of a tagged PDF (ISO 32000-1, 14.7): what each piece of a page is, in reading order.
//
// It is plain data. Package layout grows the tree while it places content on pages; package finish writes it into the file.
package tag

// Kind is a standard structure type of ISO 32000-1, 14.8.4. No others are used, so that no role map is needed.
type Kind int8

// The structure types that a pack uses; Artifact is what is no part of the structure.
const (
	Artifact Kind = iota
	Document
	Sect
	H1
	H2
	H3
	P
	L
	LI
	Lbl
	LBody
	Table
	THead
	TBody
	TR
	TH
	TD
	Figure
	Link
	Span
	TOC
	TOCI
	Ref
	Caption
)

// String is the type as the file has it.
func (k Kind) String() string {
	return [...]string{"Artifact", "Document", "Sect", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD", "Figure", "Link", "Span", "TOC", "TOCI", "Reference", "Caption"}[k]
}

// Box is a rectangle in PDF points, origin at the foot of the page: left, bottom, right, top.
type Box [4]float64

// Elem is one structure element. Its attributes are empty when the element has none. A large paper has millions.
type Elem struct {
	Alt   string // spoken instead of the drawing; figures only
	Lang  string // language of the content where it differs from the parent's, as in BCP 47
	Title string // a name for people who edit the tags; never spoken
	BBox  *Box   // where a figure stands
	Span  uint16 // columns that a table cell covers, when more than one
	Kind  Kind
	Scope Scope // of a table heading
	List  List  // how a list is numbered

	attached, trial bool
	parent          *Elem
	kids            []Kid
}

// Scope is what a table heading is the heading of.
type Scope int8

// The scopes.
const (
	NoScope Scope = iota
	Column
	Row
)

// String is the scope as the file has it.
func (s Scope) String() string { return [...]string{"", "Column", "Row"}[s] }

// List is how a list is numbered.
type List int8

// The ways to number a list.
const (
	NoList     List = iota // no list
	Unnumbered             // a list without signs or numbers
	Disc
	Decimal
)

// String is the way as the file has it.
func (l List) String() string { return [...]string{"", "None", "Disc", "Decimal"}[l] }

// Mark is a run of marked content: page counts from 0, ID is unique on its page.
type Mark struct {
	Page, ID int
}

// Kid is one child of an element: an element, marked content or an annotation.
type Kid struct {
	elem     *Elem
	page, id int32 // of marked content; of an annotation, the page is below 0 and the id its place in the document's list
}

// Elem gives the child that is an element, nil where it is none.
func (k Kid) Elem() *Elem { return k.elem }

// Mark gives the child that is marked content.
func (k Kid) Mark() (m Mark, ok bool) {
	return Mark{int(k.page), int(k.id)}, k.elem == nil && k.page >= 0
}

// Annot gives the child that is an annotation, as its index in the document's list.
func (k Kid) Annot() (index int, ok bool) { return int(k.id), k.elem == nil && k.page < 0 }

// NewRoot starts a tree.
func NewRoot() *Elem {
	return &Elem{Kind: Document, attached: true}
}

// NewTrial starts a tree of which nothing is kept: its elements do not know their children. It is for finding out how much room things take.
func NewTrial() *Elem { return &Elem{Kind: Document, attached: true, trial: true} }

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
	return &Elem{Kind: kind, parent: e, trial: e.trial}
}

// AddMark appends marked content.
func (e *Elem) AddMark(page, id int) {
	e.attach()
	e.add(Kid{page: int32(page), id: int32(id)})
}

// AddAnnot appends a reference to an annotation.
func (e *Elem) AddAnnot(index int) {
	e.attach()
	e.add(Kid{page: -1, id: int32(index)})
}

// Kids gives the children in reading order. The slice belongs to the element.
func (e *Elem) Kids() []Kid { return e.kids }

func (e *Elem) attach() {
	if e.attached {
		return
	}
	e.attached = true
	e.parent.attach()
	e.parent.add(Kid{elem: e})
}

func (e *Elem) add(k Kid) {
	if !e.trial {
		e.kids = append(e.kids, k)
	}
}
