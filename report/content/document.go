package content

import (
	"slices"
	"sync"

	"boardpack/report"
	"boardpack/report/figurerule"
	"boardpack/report/named"
)

// schema names the layout of the Document's file.
const schema = "boardpack.document/2"

// Document is all that a pack says in one language. It is made once and not changed: every output draws from the same one, at the same
// time as others.
type Document struct {
	Schema    string    `json:"schema"`
	Register  string    `json:"register"` // the master's file name without its ending
	Lang      string    `json:"lang"`
	Edition   Edition   `json:"edition,omitempty"` // "" in files of earlier versions: the paper
	File      string    `json:"file"`              // of the master
	Title     Text      `json:"title"`
	Author    Text      `json:"author,omitempty"` // the organisation
	Subject   Text      `json:"subject"`
	Marking   string    `json:"marking,omitempty"`
	MarkedIn  string    `json:"marked_in,omitempty"` // the marking's language, where it is not the pack's
	Board     Text      `json:"board,omitempty"`     // that the paper is for
	Meeting   Text      `json:"meeting,omitempty"`   // the day on which it meets
	Stamp     Text      `json:"stamp"`               // the day that the figures speak of, the version, whether it is a draft
	Tables    []*Table  `json:"tables"`              // each once; sections and sheets name them
	Sections  []Section `json:"sections"`            // of papers, in the usual order
	Sheets    []Sheet   `json:"sheets,omitempty"`    // of workbooks, in the usual order; none in a record edition
	Continued Sheet     `json:"continued,omitzero"`  // of workbooks with texts that no cell can hold: without its rows
	Web       *Web      `json:"web,omitempty"`       // of the page for browsers; none in a record edition
	// Filters are the filters of the register's table that show the rows of each figure of the whole.
	Filters map[report.Figure]figurerule.Filter `json:"-"`
}

// Section is a part of a paper.
type Section struct {
	ID     string  `json:"id"`
	Blocks []Block `json:"blocks"`
}

// View is a table as a section or a sheet shows it.
type View struct {
	Table   string   `json:"table,omitempty"`   // the id of one of the Document's tables
	Columns []string `json:"columns,omitempty"` // ids of the columns that are shown, in order; none: all
	Has     string   `json:"has,omitempty"`     // only rows with a value in the column of this id
	Lacks   string   `json:"lacks,omitempty"`   // only rows without one
	Bare    bool     `json:"bare,omitempty"`    // without its purpose and notes
	Inline  *Table   `json:"inline,omitempty"`  // instead: a table that stands nowhere else
}

// Of writes what a pack says in a language. Logo is the picture on the cover in words, nil for none.
func Of(pack *report.Pack, words report.Words, logo *Picture) *Document {
	return (&writer{pack, words, namesInSentence, ThePaper, mostKept}).document(logo)
}

func (w *writer) document(logo *Picture) *Document {
	pack, words := w.pack, w.words
	d := &Document{Schema: schema, Register: pack.Register.Name, File: pack.Register.File, Lang: words.Lang(), Title: w.title(), Marking: pack.Marking(), MarkedIn: w.ownCell(pack.Marking()).Lang, Edition: w.edition, Stamp: w.stamp()}
	if org, lang := named.Organisation(words, pack); org != "" {
		d.Author = w.quotedIn(org, lang, "organisation").text
	}
	d.Board, d.Meeting = w.board()
	d.Subject = trimmed(w.say("document.subject", "Head", w.head(), "Stamp", d.Stamp))
	if w.edition == ThePaper {
		w.paper(d, logo)
	} else if d.Sections = w.sections(logo); d.showsTables() {
		d.Tables = w.tables()
	}
	w.noteLanguages(d)
	return d
}

// paper writes the sections of the paper, the tables with the sheets of the workbook, and the page, side by side: none needs another.
func (w *writer) paper(d *Document, logo *Picture) {
	var parts sync.WaitGroup
	parts.Go(func() { d.Sections = w.sections(logo) })
	parts.Go(func() { d.Web = w.web(logo) })
	d.Tables = w.tables()
	d.Filters = w.filters(d.Table("recommendations"))
	d.Sheets, d.Continued = w.sheets(d), w.continuedSheet()
	parts.Wait()
}

// showsTables tells whether a section or a sheet shows a table of the Document. The record edition tells all in entries.
func (d *Document) showsTables() bool {
	return slices.ContainsFunc(d.views(), func(v *View) bool { return v.Table != "" })
}

// tables makes every table that sections and sheets share.
func (w *writer) tables() []*Table {
	out := []*Table{w.movement(), w.figureChanges(), w.headlineChanges(), w.restated(), w.changes(), w.red(),
		w.due(report.Overdue, report.DueSoon), w.due(report.Overdue), w.due(report.DueSoon), w.ageing(), w.signOff(), w.others(), w.trendTable(),
		w.register(), w.actions(), w.quality(), w.writtenDates(), w.rules(), w.ratings(), w.statusRules(), w.readings()}
	for _, kind := range []report.GroupKind{report.OfThemes, report.OfHeadings, report.OfOwners, report.OfSources} {
		out = append(out, w.summary(kind))
	}
	if w.isPortfolio() {
		out = append(out, w.summary(report.OfReviews), w.movementOf("movement_reviews", report.OfReviews))
	}
	out = append(out, w.answersTables()...)
	for _, t := range out {
		NameColumns(t, w.words)
	}
	return out
}

// Table gives a table by its id, settled or not; nil when there is none.
func (d *Document) Table(id string) *Table {
	i := slices.IndexFunc(d.Tables, func(t *Table) bool { return t.ID == id })
	if i < 0 {
		return nil
	}
	return d.Tables[i]
}

// View gives a table as it is shown, with its rows at hand. They are not to be changed.
func (d *Document) View(v *View) Table {
	t := d.Shown(v)
	return *t.Settled()
}

// Shown gives the same with its rows at hand or not.
func (d *Document) Shown(v *View) Table {
	if v.Inline != nil {
		return *v.Inline
	}
	t := *d.Table(v.Table)
	for id, has := range map[string]bool{v.Has: true, v.Lacks: false} {
		if c := t.Column(id); id != "" {
			t = t.Where(func(r Row) bool { return (r.Cells[c].Missing == HasValue) == has })
		}
	}
	if len(v.Columns) > 0 {
		t = t.Select(v.Columns...)
	}
	return t
}
