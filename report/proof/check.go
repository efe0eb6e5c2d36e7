package proof

import (
	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/proof/difference"
	"boardpack/report/proof/figures"
)

// Figures is a figures file that Documents are proved against.
type Figures = figures.Lazy

// NewFigures takes the content of figures.json. It is read the first time that it is needed.
func NewFigures(data []byte) *Figures { return figures.New(data) }

// LaterFigures takes what writes figures.json, which is asked once.
func LaterFigures(write func() ([]byte, error)) *Figures { return figures.Later(write) }

// Difference is one place where a file does not say what it should.
type Difference = difference.Difference

// Check proves a Document against a figures file, and files against the Document.
type Check struct {
	Figures     *Figures
	Words       report.Words // the language of the Document
	DueSoonDays int          // for a figures file of an earlier version, which does not say what due soon means
	Sections    Sections     // what the files hold
	Unattached  bool         // papers do not carry the figures file
}

// Sections is what the packs of a template hold. None of one or the other is all that there are.
type Sections struct {
	PDF    []string // names of the parts
	Sheets []string // names of the sheets
	Web    []string // names of the parts of the page for browsers
}

// checking is one look through a Document.
type checking struct {
	*difference.List
	figures *figures.File
	words   *figures.Words
	place   string
	heard   map[string]bool // messages complained about already
	plain   map[string]string
	rows    map[content.Ref]bool // what the rows of tables are of, where that is no recommendation
	front   map[content.Ref]bool // what stands on page 1: true by itself, false in a sum
}

// Document proves that every value of a Document is that of the figures file at its address, and that its messages say nothing else:
// no other number, no share without what it is of, no part in the place of the whole.
func (c Check) Document(doc *content.Document) error {
	f, err := c.Figures.Read()
	if err != nil {
		return err
	}
	d := &checking{List: &difference.List{}, figures: f, words: f.In(c.Words, c.DueSoonDays), heard: map[string]bool{}, rows: map[content.Ref]bool{}, plain: map[string]string{}}
	say := func(place string, t content.Text) {
		d.place = place
		d.text(t)
	}
	doc.EachTextAround(say)
	for t := range doc.TablesOfSheets {
		d.table(t)
	}
	for place, b := range doc.EachBlock {
		b.EachText(func(t content.Text) { say(place, t) })
		for t := range b.Tables {
			d.table(t)
		}
		d.place = place
		d.values(b)
	}
	d.told(doc)
	d.entries(doc)
	d.fronts(doc.Sections)
	if doc.Web != nil {
		d.fronts(doc.Web.Sections)
	}
	return d.Err("the document")
}

// fronts finds what stands on the first part of some sections, and holds it to what must.
func (c *checking) fronts(sections []content.Section) {
	c.front = map[content.Ref]bool{}
	for _, s := range sections {
		if s.ID == content.Front {
			content.EachTextOf(s, func(_ string, t content.Text) {
				for _, r := range t {
					c.front[r.Ref] = c.front[r.Ref] || len(r.More()) == 0
					for _, term := range r.More() {
						if !c.front[term.Ref] {
							c.front[term.Ref] = false
						}
					}
				}
			})
		}
	}
	c.floor()
}

// floor sees to it that the page that a board reads speaks of what it must.
func (c *checking) floor() {
	need := func(ref content.Ref) {
		if _, ok := c.front[ref]; !ok {
			c.Add(content.Front, "a figure that must stand there", ref.String(), "")
		}
	}
	figure := func(of, id string, names ...string) {
		for _, name := range names {
			need(content.Ref{Place: content.PlaceFigure, Of: of, ID: id, Name: name})
		}
	}
	figure("all", "all", "complete", "in_scope", "overdue", "due_soon", "dated")
	kind := report.OfThemes
	if len(c.figures.Reviews) > 0 {
		kind = report.OfReviews
	}
	of := string(kind)
	for _, g := range c.figures.Groups(kind) {
		if g.Percent != nil {
			figure(of, g.ID, "complete", "in_scope", "overdue")
		}
		// Of the groups that stand in one row there is no rating.
		if alone, stands := c.front[content.Ref{Place: content.PlaceFigure, Of: of, ID: g.ID, Name: "complete"}]; alone || !stands {
			figure(of, g.ID, "rag")
		}
	}
	if c.figures.Restated != nil {
		need(content.Ref{Place: content.PlaceRestated, Name: "month"})
	}
	if m := c.figures.Movement; m != nil && m.All.Numbers["opening"] != m.All.Numbers["closing"] { // else one sentence says that nothing moved, and a language may have no number in it for 0 and 1
		need(content.Ref{Place: content.PlaceBridge, ID: "all", Name: "closing"})
		need(content.Ref{Place: content.PlaceBridge, ID: "all", Name: "opening"})
	}
}
