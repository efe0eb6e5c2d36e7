package content

import (
	"iter"
	"strconv"
	"strings"
)

// Atom is what a reader of a drawn section meets at once: a heading, a sentence, a cell, a drawing in words.
type Atom struct {
	Is       string // what it is, for whoever looks for it: "the bar of Training"
	Text     string
	Missing  Missing // of a cell without a value: each format has its own words for why
	Head     bool    // it heads a column, and so may stand again where its table goes on
	Place    string  // of a heading that bookmarks lead to: what they say; "" for anything else
	Level    int     // of such a heading
	Joins    bool    // it may stand in one with the one before
	Optional bool    // another part of the edition has it, so that it may be left out
	// Drawn gives of a drawing all that may be written in it, one text at a time; nil of anything else.
	Drawn iter.Seq[string]
}

// atoms gathers them.
type atoms []Atom

func (a *atoms) add(is, text string) *Atom {
	*a = append(*a, Atom{Is: is, Text: text})
	return &(*a)[len(*a)-1]
}

func (a *atoms) each(is string, list ...Text) {
	for _, t := range list {
		a.add(is, t.Plain())
	}
}

// Atoms puts what a reader meets of a block, in order, behind what was met before. A list of contents is not of it: only what is drawn
// has pages.
func (d *Document) Atoms(before []Atom, b *Block) []Atom {
	a := atoms(before)
	switch {
	case b.Heading != nil:
		h := a.add("a heading", b.Heading.Text.Plain())
		if !b.Heading.Beside {
			h.Place, h.Level = h.Text, b.Heading.Level
		}
	case b.Paragraph != nil:
		a.each("a paragraph", b.Paragraph.Text)
	case b.Tiles != nil:
		a.tiles(b.Tiles)
	case b.Bars != nil:
		a.bars(b.Bars)
	case b.Key != nil:
		a.key(b.Key)
	case b.Chart != nil:
		c := a.add("a chart in words", b.Chart.Alt.Plain())
		c.Optional, c.Drawn = b.Chart.Optional, b.Chart.drawn
	case b.Table != nil:
		a.view(b.Table, d.View(b.Table))
	case b.List != nil:
		for i, item := range b.List.Items {
			a.add("a sentence of "+b.List.ID, item.Plain()).Joins = b.List.Joins && i > 0
		}
	case b.Facts != nil:
		a.facts(b.Facts.Facts)
	case b.Entry != nil:
		a.entry(b.Entry)
	case b.Picture != nil:
		a.each("the picture in words", b.Picture.Alt)
	}
	return a
}

func (a *atoms) tiles(t *Tiles) {
	for _, tile := range t.Tiles {
		label := tile.Label.Plain()
		a.add("the name of a headline figure", label)
		a.add("the headline figure "+label, tile.Number.Plain()+" "+tile.Of.Plain())
		if len(tile.Change) > 0 {
			a.each("the change of "+label, tile.Change)
		}
	}
}

// bars are each a label, a drawing, a share and a rating below their heads; that of one theme alone stands under its line and key.
func (a *atoms) bars(bars *Bars) {
	if bars.Alone() {
		a.each("how the theme stands", bars.Line())
		if bar := &bars.Bars[0]; len(bar.Segments) > 0 {
			a.key(bars.Key())
			a.add("the bar of "+bar.Label.Plain(), bar.Alt().Plain()).Drawn = bar.drawn
		}
		return
	}
	for _, head := range bars.Heads {
		a.add("a heading of the bars", head.Plain()).Head = true
	}
	for i := range bars.Bars {
		bar := &bars.Bars[i]
		is, words := "the bar of "+bar.Label.Plain(), bar.Alt()
		if bar.Total {
			words = bar.Figures
		}
		a.each(is, bar.Label)
		a.add(is, words.Plain()).Drawn = bar.drawn
		a.each(is, bar.Complete, bar.Rated)
	}
}

// drawn gives the numbers of the stretches.
func (b *Bar) drawn(yield func(string) bool) {
	numbers := ""
	for _, s := range b.Segments {
		numbers += strconv.Itoa(s.N)
	}
	yield(numbers)
}

func (a *atoms) key(k *Key) {
	var labels []string
	for _, e := range k.Entries {
		labels = append(labels, e.Label.Plain())
	}
	a.add("the key of the bars", strings.Join(labels, " "))
}

// drawn gives the texts that a chart may be drawn with: all of a bridge, and of lines the names and the numbers of every so many months
// up to the last.
func (c *Chart) drawn(yield func(string) bool) {
	if len(c.Stages) > 0 {
		var text strings.Builder
		for i, s := range c.Stages {
			text.WriteString(c.Labels[i].Plain() + s.Value.Plain())
		}
		yield(text.String())
		return
	}
	for names := range c.Labels {
		for numbers := range c.Labels {
			text := every(c.Labels, names+1)
			for _, s := range c.Series {
				text += every(s.Values, numbers+1)
			}
			for _, s := range c.Series {
				text += s.Name.Plain()
			}
			if !yield(text) {
				return
			}
		}
	}
}

// every joins each n-th text, counted from the last.
func every(list []Text, n int) string {
	var text strings.Builder
	for i, t := range list {
		if (len(list)-1-i)%n == 0 {
			text.WriteString(t.Plain())
		}
	}
	return text.String()
}

func (a *atoms) view(v *View, t Table) {
	bare := v.Bare || v.Inline != nil
	switch {
	case len(t.Rows) == 0 && !bare:
		a.each("the sentence for a table without rows", t.Empty)
		return
	case !bare:
		a.each("what the table "+t.ID+" holds", t.Purpose)
	}
	a.rows(&t)
	if !bare {
		a.each("a note to the table "+t.ID, t.Notes...)
	}
}

func (a *atoms) rows(t *Table) {
	is := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		a.add("a heading of the table "+t.ID, c.Heading).Head = true
		is[i] = "column " + c.Heading + " of the table " + t.ID
	}
	for r := range t.Rows {
		for i := range t.Rows[r].Cells {
			a.cell(is[i], &t.Rows[r].Cells[i])
		}
	}
}

func (a *atoms) cell(is string, c *Cell) {
	if at := a.add(is, c.Text); c.Text == "" {
		at.Missing = c.Missing
	}
}

func (a *atoms) facts(list []Fact) {
	for i := range list {
		label := list[i].Label.Plain()
		a.add("a name", label)
		a.cell("what stands beside "+label, &list[i].Cell)
	}
}

func (a *atoms) entry(e *Entry) {
	heading := e.Heading.Plain()
	a.add("the heading of a recommendation", heading+" "+e.Rating.Text).Place = heading
	a.add("the text of "+e.Key, e.Text.Text)
	a.facts(e.Facts.Facts)
	if e.Actions != nil {
		a.each("a name", e.Actions.Title)
		a.rows(e.Actions)
	}
	a.facts(e.Story)
}
