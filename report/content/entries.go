package content

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/named"
)

// theme tells of one theme: how it stands, its bar, and its recommendations in full.
func (w *writer) theme(g *report.Group) []Block {
	name := w.groupName(report.OfThemes, g).text
	blocks := []Block{{Heading: &Heading{Level: 2, Text: name, ID: "theme " + g.ID, Lang: name[0].Lang}}}
	keys := g.Keys(report.Total)
	if len(keys) == 0 {
		return append(blocks, Block{Paragraph: &Paragraph{Text: trimmed(w.say("theme.nothing"))}})
	}
	blocks = append(blocks, Block{Bars: &Bars{Heads: []Text{trimmed(w.say("progress.complete"))}, Bars: []Bar{w.bar(report.OfThemes, g)}}})
	for i, k := range keys {
		blocks = append(blocks, Block{Entry: w.entry(w.pack.Position(k), named.Group(w.words, g), figureRef(report.OfThemes, g.ID, report.Total).at(i))})
	}
	return blocks
}

// entry tells one recommendation: what it asks, whose it is and how it stands, what was answered and done. The source's own heading
// is told where it is not the theme's name.
func (w *writer) entry(r *report.Position, theme string, at Ref) *Entry {
	heading := trimmed(w.say("entry.title", "Key", key(r.Key, at)))
	for i := range heading {
		heading[i].Key = "" // the heading is where the links lead
	}
	e := &Entry{Key: r.Key, Heading: heading, Text: w.longCell(r.Text), Rating: w.ratingCell(r.Rating), Facts: w.facts(r, theme), Story: w.story(r)}
	e.Facts.Title = heading
	if len(r.Actions) > 0 {
		differing := w.differing(r)
		e.Actions = w.actionsOf(r, differing)
		e.Story = slices.DeleteFunc(e.Story, func(f Fact) bool {
			return slices.ContainsFunc(differing, func(d differs) bool { return d.label == f.Label.Plain() })
		})
	}
	return e
}

// facts are the short things to say of a recommendation.
func (w *writer) facts(r *report.Position, theme string) Facts {
	var out Facts
	fact := func(message string, c Cell) {
		if c.Missing == HasValue {
			_, id, _ := strings.Cut(message, ".")
			out.Facts = append(out.Facts, Fact{id, plain(w.label(message)), c})
		}
	}
	if heading := w.saidCell(r.Recommendation, report.FieldHeading); !strings.EqualFold(r.Heading, theme) && !strings.EqualFold(heading.Text, theme) {
		fact("field.heading", heading)
	}
	fact("column.standing", w.standingCell(r.Standing))
	fact("field.owner", w.saidCell(r.Recommendation, report.FieldOwner))
	fact("field.due", w.dateCell(r.Due))
	if r.Slip != 0 {
		fact("field.original_due", w.dateCell(r.OriginalDue))
		fact("column.slip", daysCell(r.Slip, true))
	}
	if r.TimesMoved > 0 {
		fact("column.times_moved", countCell(r.TimesMoved))
	}
	fact("column.days_late", daysCell(r.DaysLate, r.In(report.Overdue)))
	fact("field.due_as_written", w.writtenCell(r.DueAsWritten))
	fact("field.completed", w.dateCell(r.Completed))
	fact("field.sign_off", w.signOffCell(r))
	fact("field.updated", w.dateCell(r.Updated))
	fact("field.priority", w.saidCell(r.Recommendation, report.FieldPriority))
	if r.Scope != report.Force {
		fact("field.scope", plainCell(named.Scope(w.words, r.Scope)))
	}
	return out
}

// story is the long things to say of a recommendation.
func (w *writer) story(r *report.Position) []Fact {
	var out []Fact
	add := func(f report.Field, c Cell) {
		if c.Missing == HasValue {
			out = append(out, Fact{string(f), plain(w.label("field." + string(f))), c})
		}
	}
	response := w.longCell(r.Response)
	if response.Missing != HasValue {
		response = Cell{Kind: KindLongText, Text: w.label("value.no_response")}
	}
	if r.SeeAlso != "" {
		see := trimmed(w.say("entry.see_also", "Key", Value{text: Text{{Text: r.SeeAlso, Key: r.SeeAlso, Ref: Ref{Place: PlaceQuoted, Name: "see_also"}}}}))
		answer := Run{Text: response.Text, Lang: response.Lang, Ref: Ref{Place: PlaceQuoted, Name: string(report.FieldResponse)}}
		response.Runs, response.Lang = append(Text{answer, {Text: " "}}, see...), ""
		response.Text = response.Runs.Plain()
	}
	add(report.FieldResponse, response)
	add(report.FieldProgress, w.longCell(r.Progress))
	add(report.FieldReason, w.saidCell(r.Recommendation, report.FieldReason))
	add(report.FieldEvidence, w.saidCell(r.Recommendation, report.FieldEvidence))
	return out
}
