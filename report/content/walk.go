package content

import (
	"slices"

	"boardpack/report"
)

// Front is the section that a board reads first.
const Front = "glance"

// Plain gives a message without its marks.
func Plain(words report.Words, id string, args ...any) string {
	bold := false
	return ownRuns(words.Say(id, args...), &bold, Said{}).Plain()
}

// EachTextAround gives the texts of the Document that stand in no section and no table, each with where it stands.
func (d *Document) EachTextAround(do func(place string, t Text)) {
	for _, t := range []Text{d.Title, d.Author, d.Subject, d.Board, d.Meeting, d.Stamp} {
		do("every page", t)
	}
	if d.Web != nil {
		do("web", d.Web.Language)
		do("web", d.Web.Skip)
	}
	for _, s := range d.Sheets {
		do(s.ID, s.Title)
		do(s.ID, s.Purpose)
		for _, p := range s.Parts {
			do(s.ID, p.Title)
			do(s.ID, p.Purpose)
			for _, c := range p.Charts {
				do(s.ID, c.Title)
				do(s.ID, c.Text)
			}
		}
	}
}

// EachBlock gives the blocks of the sections of the paper and then of the page, each with its card at hand, and with the name of its section.
func (d *Document) EachBlock(yield func(place string, b *Block) bool) {
	for _, s := range d.Sections {
		for i := range s.Blocks {
			if !yield(s.ID, s.Blocks[i].Settled()) {
				return
			}
		}
	}
	for _, s := range d.webSections() {
		for i := range s.Blocks {
			if !yield("web "+s.ID, s.Blocks[i].Settled()) {
				return
			}
		}
	}
}

// EachTextOf gives every text of a section that stands in no table.
func EachTextOf(s Section, do func(place string, t Text)) {
	for i := range s.Blocks {
		s.Blocks[i].EachText(func(t Text) { do(s.ID, t) })
	}
}

// Tables gives the tables that stand in the block alone.
func (b *Block) Tables(yield func(*Table) bool) {
	switch {
	case b.Table != nil && b.Table.Inline != nil:
		yield(b.Table.Inline)
	case b.Card != nil:
		if t := b.Card.Entry().Actions; t != nil {
			yield(t)
		}
	}
}

// EachText gives the texts of the block that stand in no table.
func (b *Block) EachText(do func(Text)) {
	switch {
	case b.Heading != nil:
		each(do, append(b.Heading.Texts(), b.Heading.Tail)...)
	case b.Paragraph != nil:
		do(b.Paragraph.Text)
	case b.Tiles != nil:
		for _, t := range b.Tiles.Tiles {
			each(do, t.Label, t.Number, t.Of, t.Change)
		}
	case b.Bars != nil:
		b.Bars.eachText(do)
	case b.Key != nil:
		for _, e := range b.Key.Entries {
			do(e.Label)
		}
	case b.Chart != nil:
		b.Chart.eachText(do)
	case b.List != nil:
		each(do, b.List.Items...)
	case b.Facts != nil:
		b.Facts.eachText(do)
	case b.Card != nil:
		b.Card.Entry().eachText(do)
	case b.Contents != nil:
		each(do, b.Contents.Title, b.Contents.Page, b.Contents.ToCheck, b.Contents.ToCheckShort)
		for _, e := range b.Contents.Entries {
			each(do, e.Name, e.Short)
		}
	case b.Picture != nil:
		do(b.Picture.Alt)
	case b.Choices != nil:
		b.Choices.eachText(do)
	}
}

func (c *Choices) eachText(do func(Text)) {
	each(do, c.Title, c.Words, c.Sort, c.Clear, c.Shown, c.None)
	each(do, c.Sorts...)
	for _, f := range c.Fields {
		each(do, f.Label, f.Any)
		for _, o := range f.Options {
			do(o.Text)
		}
	}
}

// webSections are those of the page for browsers.
func (d *Document) webSections() []Section {
	if d.Web == nil {
		return nil
	}
	return d.Web.Sections
}

// AllSections are the sections of the paper and then those of the page for browsers.
func (d *Document) AllSections() []Section { return slices.Concat(d.Sections, d.webSections()) }

func each(do func(Text), texts ...Text) {
	for _, t := range texts {
		do(t)
	}
}

func (b *Bars) eachText(do func(Text)) {
	each(do, append([]Text{b.Title}, b.Heads...)...)
	for _, bar := range b.Bars {
		each(do, append([]Text{bar.Label, bar.Rated, bar.Figures, bar.Sum}, bar.Cells...)...)
	}
}

func (c *Chart) eachText(do func(Text)) {
	each(do, append([]Text{c.Alt}, c.Labels...)...)
	for _, s := range c.Series {
		each(do, append([]Text{s.Name}, s.Values...)...)
	}
	for _, s := range c.Stages {
		do(s.Value)
	}
}

func (f *Facts) eachText(do func(Text)) {
	do(f.Title)
	for _, fact := range f.Facts {
		each(do, fact.Label, fact.Cell.Runs)
	}
}

func (e *Entry) eachText(do func(Text)) {
	each(do, e.Heading, e.Beside, e.Bookmark, e.Link, e.Back)
	e.Facts.eachText(do)
	for _, f := range e.Story {
		each(do, f.Label, f.Cell.Runs)
	}
}

// EachTextAround gives the texts of the table that stand in no row.
func (t *Table) EachTextAround(do func(Text)) {
	each(do, append(append([]Text{t.Title, t.Purpose, t.Empty}, t.Notes...), t.Lines...)...)
}

// EachText gives the texts of the row.
func (r *Row) EachText(do func(Text)) {
	do(r.Group)
	for c := range r.Cells {
		if runs := r.Cells[c].Runs; len(runs) > 0 {
			do(runs)
		}
	}
}

// EachTable gives every table: those that sections and sheets share, and those that stand in one place.
func (d *Document) EachTable(yield func(*Table) bool) {
	for t := range d.TablesOfSheets {
		if !yield(t) {
			return
		}
	}
	for _, b := range d.EachBlock {
		for t := range b.Tables {
			if !yield(t) {
				return
			}
		}
	}
}

// TablesOfSheets gives those that sections and sheets share, and those that stand in one place of a sheet.
func (d *Document) TablesOfSheets(yield func(*Table) bool) {
	for _, t := range d.Tables {
		if !yield(t) {
			return
		}
	}
	for i := range d.Sheets {
		for _, p := range d.Sheets[i].Parts {
			if p.View.Inline != nil && !yield(p.View.Inline) {
				return
			}
		}
	}
}
