package content

import (
	"iter"
	"strconv"
	"strings"
)

// Atom is what a reader of a drawn section meets at once: a heading, a sentence, a cell, a drawing in words.
type Atom struct {
	Is      string // what it is, for whoever looks for it: "the bar of Training"
	Text    string
	Missing Missing  // of a cell without a value: each format has its own words for why
	Head    bool     // it heads a column, and so may stand again where its table goes on
	Place   string   // of a heading that bookmarks lead to: what they say; "" for anything else
	Or      []string // it may say one of these instead
	Cut     bool     // it may end early, with an ellipsis
	// Drawn gives of a drawing all that may be written in it, one text at a time; nil of anything else.
	Drawn iter.Seq[string]
}

// atoms gathers them. Plain gives what a text says in the file.
type atoms struct {
	list  []Atom
	plain func(Text) string
}

func (a *atoms) add(is, text string) *Atom {
	a.list = append(a.list, Atom{Is: is, Text: text})
	return &a.list[len(a.list)-1]
}

func (a *atoms) each(is string, list ...Text) {
	for _, t := range list {
		a.add(is, a.plain(t))
	}
}

// Atoms puts what a reader meets of a block, in order, behind what was met before. Of a list of contents that is its title: only what is
// drawn has pages, which plain puts into the texts that name some.
func (d *Document) Atoms(before []Atom, b *Block, plain func(Text) string) []Atom {
	a := &atoms{before, plain}
	switch {
	case b.Heading != nil:
		a.heading(b.Heading)
	case b.Paragraph != nil:
		a.each("a paragraph", b.Paragraph.Text)
	case b.Tiles != nil:
		a.tiles(b.Tiles)
	case b.Bars != nil:
		a.bars(b.Bars)
	case b.Key != nil:
		a.key(b.Key)
	case b.Chart != nil:
		a.add("a chart in words", b.Chart.Alt.Plain()).Drawn = b.Chart.drawn
	case b.Table != nil:
		a.view(b.Table, d.Shown(b.Table))
	case b.List != nil:
		a.each("a sentence of "+b.List.ID, b.List.Items...)
	case b.Facts != nil:
		a.facts(b.Facts.Facts)
	case b.Card != nil:
		a.entry(b.Card.Entry())
	case b.Contents != nil:
		a.each("the title of the contents", b.Contents.Title)
	case b.Picture != nil:
		a.each("the picture in words", b.Picture.Alt)
	case b.Choices != nil:
		a.choices(b.Choices)
	}
	return a.list
}

// heading is a heading in one of its lengths.
func (a *atoms) heading(heading *Heading) {
	h := a.add("a heading", heading.Whole(heading.Text))
	for _, short := range heading.Short {
		h.Or = append(h.Or, heading.Whole(short))
	}
	if !heading.Beside {
		h.Place = heading.Text.Plain()
	}
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

// bars are each a label, a drawing or words, figures and a rating below their heads.
func (a *atoms) bars(bars *Bars) {
	for _, head := range bars.Heads {
		a.add("a heading of the bars", head.Plain()).Head = true
	}
	for i := range bars.Bars {
		bar := &bars.Bars[i]
		label, words := bar.Label.Plain(), bar.Alt()
		switch {
		case bar.Total:
			words = bar.Sum
		case len(bar.Segments) == 0:
			words = bar.Figures
		}
		a.each("the name of a bar", bar.Label)
		a.add("the bar of "+label, a.plain(words)).Drawn = bar.drawn
		a.each("a figure of "+label, bar.Cells...)
		a.each("the rating of "+label, bar.Rated)
	}
}

// drawn gives the numbers of the stretches: those of the longest, for which there is room.
func (b *Bar) drawn(yield func(string) bool) {
	for short := range b.Length() + 1 {
		numbers := ""
		for _, s := range b.Segments {
			if s.N > short {
				numbers += strconv.Itoa(s.N)
			}
		}
		if !yield(numbers) {
			return
		}
	}
}

func (a *atoms) key(k *Key) {
	var labels []string
	for _, e := range k.Entries {
		labels = append(labels, e.Label.Plain())
	}
	a.add("the key of the bars", strings.Join(labels, " "))
}

// drawn gives the texts that a chart may be drawn with: all of a bridge; of lines the scale, the names of every so many months up to the last,
// the values that are written at their points, and the last values with the names of the lines.
func (c *Chart) drawn(yield func(string) bool) {
	if len(c.Stages) > 0 {
		var text strings.Builder
		for i, s := range c.Stages {
			text.WriteString(c.Labels[i].Plain() + s.Value.Plain())
		}
		yield(text.String())
		return
	}
	ends := ""
	for _, s := range c.Series {
		ends += s.Values[len(s.Values)-1].Plain() + s.Name.Plain()
	}
	for names := range c.Labels {
		for _, values := range c.written() {
			if !yield(c.scale() + every(c.Labels, names+1) + values + ends) {
				return
			}
		}
	}
}

// written are the values at the points of the lines, without the last: all of them, or of each line the first and the highest, or, where that
// would stand over another, the first.
func (c *Chart) written() []string {
	all, some := "", []string{""}
	for i := range c.Series {
		s := &c.Series[i]
		all += s.written(true, true)
		var longer []string
		for _, text := range some {
			longer = append(longer, text+s.written(false, true), text+s.written(false, false))
		}
		some = longer
	}
	return append([]string{all}, some...)
}

// written are the first value of a line, all to the one before the last, or the highest of these.
func (s *Series) written(all, peak bool) string {
	text, highest := "", 0
	for i, n := range s.N {
		if n > s.N[highest] {
			highest = i
		}
	}
	for i := range s.N[:len(s.N)-1] {
		if all || i == 0 || peak && i == highest {
			text += s.Values[i].Plain()
		}
	}
	return text
}

// scale is the numbers of the scale of a chart of lines: from zero to the highest value or beyond it, in steps of 1, 2 or 5 and zeros, of
// which there are five at most.
func (c *Chart) scale() string {
	text, most, step := "", c.most(), c.Step()
	for v := 0; v < most+step; v += step {
		text += strconv.Itoa(v)
	}
	return text
}

// most is the highest value of a chart of lines, and 1 at least.
func (c *Chart) most() int {
	most := 1
	for _, s := range c.Series {
		for _, n := range s.N {
			most = max(most, n)
		}
	}
	return most
}

// Step is the distance between the lines of the scale of a chart of lines, which begins at zero: of 1, 2 or 5 and zeros, so that there are
// no more than five.
func (c *Chart) Step() int {
	most := c.most()
	for size := 1; ; size *= 10 {
		for _, n := range []int{1, 2, 5} {
			if most <= n*size*4 {
				return n * size
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
	case t.Len() == 0 && !bare:
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
	for r := range t.Len() {
		row := t.Row(r)
		if len(row.Group) > 0 {
			a.each("the head of a group of the table "+t.ID, row.Group)
		}
		for i := range row.Cells {
			a.cell(is[i], &row.Cells[i]).Cut = t.Columns[i].Lines > 0
		}
	}
}

func (a *atoms) cell(is string, c *Cell) *Atom {
	text := c.Text
	if len(c.Runs) > 0 {
		text = a.plain(c.Runs)
	}
	at := a.add(is, text)
	if text == "" {
		at.Missing = c.Missing
	}
	return at
}

// facts are labels with what each is. Those without a value are not drawn.
func (a *atoms) facts(list []Fact) {
	for i := range list {
		if list[i].Cell.Missing != HasValue {
			continue
		}
		label := list[i].Label.Plain()
		a.add("a name", label)
		a.cell("what stands beside "+label, &list[i].Cell)
	}
}

func (a *atoms) entry(e *Entry) {
	a.add("the heading of a recommendation", e.Heading.Plain()+" "+e.Beside.Plain()+" "+e.Rating.Text).Place = e.Bookmark.Plain()
	a.some("the link to "+e.Key, e.Link)
	a.cell("the text of "+e.Key, &e.Text)
	a.facts(e.Facts.Facts)
	if e.Actions != nil {
		a.each("a name", e.Actions.Title)
		a.rows(e.Actions)
	}
	a.facts(e.Story)
	a.some("the link back from "+e.Key, e.Back)
}

// some is a text that not every edition has.
func (a *atoms) some(is string, t Text) {
	if len(t) > 0 {
		a.each(is, t)
	}
}

func (a *atoms) choices(c *Choices) {
	a.each("the title of the choices", c.Title)
	for _, f := range c.Fields {
		label := f.Label.Plain()
		a.each("the name of a choice", f.Label)
		a.each("the first choice of "+label, f.Any)
		for _, o := range f.Options {
			a.each("a choice of "+label, o.Text)
		}
	}
	a.each("the name of the place for words", c.Words)
	a.each("the name of the order", c.Sort)
	a.each("an order", c.Sorts...)
	a.each("how to clear the choices", c.Clear)
	a.each("how many rows are shown", c.Shown)
	a.each("that no row is shown", c.None)
}
