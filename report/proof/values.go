package proof

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report/content"
	"boardpack/report/named"
	"boardpack/report/proof/figures"
)

// values holds what is drawn to the texts beside it: a bar, a line of a chart and a step of a waterfall have the numbers that their words
// have, and an entry tells of its recommendation what the figures file does.
func (c *checking) values(b *content.Block) {
	switch {
	case b.Tiles != nil:
		c.tiles(b.Tiles)
	case b.Bars != nil:
		c.bars(b.Bars)
	case b.Chart != nil:
		c.chart(b.Chart)
	case b.Facts != nil:
		c.facts(content.Ref{Place: content.PlaceQuoted}, b.Facts.Facts)
	case b.Card != nil:
		c.entry(b.Card.Entry())
	case b.Choices != nil:
		c.choices(b.Choices)
	}
}

func (c *checking) tiles(t *content.Tiles) {
	for _, tile := range t.Tiles {
		if len(tile.Number) != 1 || tile.Number[0].Ref != tile.Figure {
			c.Add(c.place, "the headline figure "+tile.Figure.String(), tile.Figure.String(), tile.Number.Plain())
		}
		if wanted := c.words.Term("figure." + tile.Figure.Name); wanted != tile.Label.Plain() {
			c.Add(c.place, "the name of "+tile.Figure.String(), wanted, tile.Label.Plain())
		}
	}
}

// bars holds the stretches of each bar to its figures, and sees to it that every standing with a number has one.
func (c *checking) bars(bars *content.Bars) {
	for i := range bars.Bars {
		bar := &bars.Bars[i]
		of := bar.Of
		if of.IsZero() { // several that stand in one row, in words alone
			if len(bar.Segments) > 0 || len(bar.Rated) > 0 {
				c.Add(c.place, "the bar of "+bar.Label.Plain(), "words alone", bar.Rated.Plain())
			}
			continue
		}
		if of.Name = "rag"; len(bar.Rated) != 1 || bar.Rated[0].Ref != of || c.words.Term(c.figures.Value(of).Text) != named.Rating(c.words, bar.Rating) {
			c.Add(c.place, "the rating of "+bar.Of.String(), c.figures.Value(of).Text, string(bar.Rating))
		}
		for _, s := range bar.Segments {
			if v := c.figures.Value(s.Ref); v.N != s.N || s.Ref.ID != bar.Of.ID || s.Ref.Of != bar.Of.Of || s.Ref.Name != string(s.Standing) {
				c.Add(c.place, "a stretch of the bar of "+bar.Label.Plain(), strconv.Itoa(v.N), strconv.Itoa(s.N))
			}
			if !slices.ContainsFunc(bar.Figures, func(r content.Run) bool { return r.Ref == s.Ref }) {
				c.Add(c.place, "a stretch of the bar of "+bar.Label.Plain()+" in words", s.Ref.String(), "")
			}
		}
		if of.Name = "in_scope"; bar.Length() != c.figures.Value(of).N {
			c.Add(c.place, "the length of the bar of "+bar.Label.Plain(), strconv.Itoa(c.figures.Value(of).N), strconv.Itoa(bar.Length()))
		}
	}
}

// chart holds what is drawn to the words for it.
func (c *checking) chart(chart *content.Chart) {
	for _, s := range chart.Series {
		for i, n := range s.N {
			v := c.figures.Value(content.Ref{Place: content.PlaceTrend, Index: i + 1, Name: string(s.Figure)})
			if v.N != n || s.Values[i].Plain() != strconv.Itoa(n) {
				c.Add(c.place, "a point of "+s.Name.Plain(), strconv.Itoa(v.N), strconv.Itoa(n))
			}
		}
		if len(s.N) != len(c.figures.Trend) {
			c.Add(c.place, "the points of "+s.Name.Plain(), strconv.Itoa(len(c.figures.Trend)), strconv.Itoa(len(s.N)))
		}
	}
	for i, s := range chart.Stages {
		n := c.figures.Value(content.Ref{Place: content.PlaceBridge, ID: "all", Name: s.ID}).N
		at := 0
		if i > 0 && i < len(chart.Stages)-1 {
			at = chart.Stages[i-1].To
		}
		if drawn := s.To - s.From; s.From != at || drawn != n && drawn != -n || c.taken(s.ID) != (drawn < 0) {
			c.Add(c.place, "the step "+s.ID, strconv.Itoa(n), strconv.Itoa(drawn))
		}
	}
}

// taken tells of a step of the bridge that takes away.
func (c *checking) taken(step string) bool {
	return c.figures.Value(content.Ref{Place: content.PlaceStage, ID: step, Name: "taken"}).N > 0
}

func (c *checking) facts(of content.Ref, facts []content.Fact) {
	for i := range facts {
		fact, name := &facts[i], facts[i].ID
		if of.Place == content.PlaceQuoted {
			of.ID, name = fact.ID, "value"
		}
		if c.figures.Cell(of, name).Kind != figures.Unknown {
			c.value(&fact.Cell, name, of, fact.Cell.Kind, func() string { return c.place + ", " + of.String() + ", " + fact.ID })
		}
	}
}

func (c *checking) entry(e *content.Entry) {
	of := content.Ref{Place: content.PlaceRecommendation, ID: e.Key}
	c.value(&e.Rating, "rag", of, content.KindRating, func() string { return c.place + ", the rating of " + e.Key })
	c.facts(of, e.Facts.Facts)
	for _, list := range [][]content.Fact{e.Facts.Facts, e.Story} {
		for i := range list {
			c.ofOne(e.Key, list[i].Label)
			c.ofOne(e.Key, list[i].Cell.Runs)
		}
	}
	if c.figures.ByKey[e.Key] == nil {
		c.Add(c.place, "a recommendation", "", e.Key)
	}
}

// ofOne sees to it that what is said of one recommendation is its own, but for where it names another.
func (c *checking) ofOne(key string, t content.Text) {
	for _, r := range t {
		if r.Ref.Place == content.PlaceRecommendation && r.Key == "" && r.Ref.ID != key {
			c.Add(c.place, "a value of "+key, key, r.Ref.String())
		}
	}
}

// choices holds each thing that can be chosen to the recommendations that it shows.
func (c *checking) choices(of *content.Choices) {
	for _, f := range of.Fields {
		for _, o := range f.Options {
			if o.List.IsZero() && f.ID != "" {
				continue
			}
			if wanted := c.figures.Value(o.List).List; !slices.Equal(wanted, o.Keys) {
				c.Add(c.place, "the recommendations of "+o.List.String(), strings.Join(wanted, ", "), strings.Join(o.Keys, ", "))
			}
			if f.ID == "" && o.ID != o.List.Name {
				c.Add(c.place, "what "+o.List.String()+" is called", o.List.Name, o.ID)
			}
		}
	}
}
