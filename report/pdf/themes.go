package pdf

import (
	"strings"

	"boardpack/report"
	"boardpack/report/pdf/layout"
)

// themes gives each theme a section: its figures, its bar, and its recommendations in full.
func themes(b *book) []layout.Block {
	blocks := []layout.Block{layout.NewPage{}}
	for i := range b.Themes {
		if i > 0 {
			blocks = append(blocks, layout.NewPage{Unless: shortPart})
		}
		blocks = append(blocks, layout.Section{Blocks: b.theme(&b.Themes[i])})
	}
	return blocks
}

func (b *book) theme(g *report.Group) []layout.Block {
	entries := b.Entries(b.words, g)
	blocks := []layout.Block{layout.Heading{Level: 2, Text: b.GroupName(b.words, g), ID: "theme " + g.ID}}
	if len(entries) == 0 {
		return append(blocks, layout.Paragraph{Runs: layout.Plain(b.say("pdf.theme.nothing"))})
	}
	drawn := b.Bar(b.words, g)
	complete := b.figureRun(drawn.Complete, report.OfThemes, g, report.FigComplete)
	complete.Bold = true
	blocks = append(blocks, layout.Paragraph{Keep: true, Runs: append([]layout.Run{
		ratingRun(drawn.Rating, drawn.Rated), {Text: " · " + b.say("pdf.complete") + ": "}, complete, {Text: " · "},
	}, b.figuresRuns(drawn, report.OfThemes, g)...)})
	if len(drawn.Segments) > 0 {
		blocks = append(blocks, key([]report.Bar{drawn}), layout.BarChart{Bar: b.bar(drawn, length(drawn), report.OfThemes, g)})
	}
	for _, e := range entries {
		blocks = append(blocks, b.entry(e, b.GroupName(b.words, g))...)
	}
	return blocks
}

// shortEntry is the height below which an entry begins on a new page: its heading, text and facts should stand together.
const shortEntry = 215

// entry tells one recommendation: what it asks, whose it is and how it stands, what was answered and done. The source's own heading
// is told where it is not the theme's name.
func (b *book) entry(e report.Entry, theme string) []layout.Block {
	heading := layout.Heading{Level: 3, Text: b.say("pdf.recommendation", "Key", e.Key)}
	if !b.placed[e.Key] {
		// With several themes to a recommendation it is told under each; links lead to the first.
		b.placed[e.Key] = true
		heading.ID = recommendationPlace(e.Key)
	}
	heading.Tail = []layout.Run{{Text: "\u00A0\u00A0 "}, ratingRun(e.Rating.Rating, e.Rating.Text)}
	heading.Bookmark = heading.Text
	blocks := []layout.Block{layout.NewPage{Unless: shortEntry}, heading, layout.Note{Runs: layout.Plain(e.Text.Text), Lang: e.Text.Lang}}
	facts := layout.Facts{Title: heading.Text, Pairs: true}
	if !strings.EqualFold(e.Heading, theme) && e.Heading != "" {
		facts.Facts = append(facts.Facts, layout.Fact{Name: b.say("field.heading"), Value: layout.Plain(e.Heading)})
	}
	for _, d := range e.Facts {
		facts.Facts = append(facts.Facts, layout.Fact{Name: d.Label, Value: b.cellRuns(d.Cell), Lang: d.Cell.Lang})
	}
	blocks = append(blocks, facts)
	if len(e.Actions.Rows) > 0 {
		blocks = append(blocks, label(e.Actions.Title), b.grid(e.Actions, false))
	}
	for _, d := range e.Story {
		blocks = append(blocks, b.told(d)...)
	}
	return blocks
}

// label is the name over a long text or the table of actions.
func label(name string) layout.Block {
	style := layout.Body()
	style.Bold = true
	return layout.Paragraph{Runs: layout.Plain(name), Style: style, Keep: true}
}

// told is a long text under its name, with links to the recommendations that it refers to.
func (b *book) told(d report.Detail) []layout.Block {
	text := layout.Body()
	text.Before = 2
	runs := b.cellRuns(d.Cell)
	for _, key := range d.Cell.Links {
		link := b.keyRun(key)
		link.Text = b.say("pdf.see_also", "Key", key)
		runs = append(runs, layout.Run{Text: " "}, link)
	}
	return []layout.Block{
		label(d.Label),
		layout.Paragraph{Runs: runs, Style: text, Lang: d.Cell.Lang},
	}
}
