package content

import (
	"slices"

	"boardpack/report"
	"boardpack/report/excerpt"
	"boardpack/report/named"
)

// cardsByTheme gives each theme its figures in one line, and a card for each of its recommendations.
func (w *writer) cardsByTheme() []Block {
	var blocks []Block
	for i := range w.pack.Themes {
		g := &w.pack.Themes[i]
		keys := g.Keys(report.Total)
		if len(keys) == 0 {
			continue
		}
		rating := w.ratingCell(g.Rating)
		blocks = append(blocks, Block{Heading: &Heading{Level: 2, Text: w.groupName(report.OfThemes, g).text, ID: "theme " + g.ID, Rating: &rating,
			Tail: w.themeLine(g)}})
		for j, k := range keys {
			r, at := w.pack.Position(k), figureRef(report.OfThemes, g.ID, report.Total).at(j)
			blocks = append(blocks, w.cardOf(r, func() *Entry { return w.card(r, g, at) }))
		}
	}
	return blocks
}

// themeLine says how a theme stands: "0 of 3 complete, 3 in progress".
func (w *writer) themeLine(g *report.Group) Text {
	if g.N(report.InScope) == 0 {
		return w.say("glance.percent_none")
	}
	parts := []Text{w.count("theme.in_scope", w.figure(report.OfThemes, g, report.InScope), "Complete", w.figure(report.OfThemes, g, report.FigComplete))}
	for _, s := range report.Standings() {
		if f := report.Figure(s); s != report.StandComplete && g.N(f) > 0 && w.pack.Plan(report.InScope).Stands(s) {
			parts = append(parts, w.count("glance.standing."+string(s), w.figure(report.OfThemes, g, f)))
		}
	}
	return commas(parts)
}

// card tells one recommendation: what it asks, whose it is and how it stands, what was answered and done. The section is the theme under
// which it stands, nil for none; what differs from that is told.
func (w *writer) card(r *report.Position, section *report.Group, at Ref) *Entry {
	heading := unlinked(trimmed(w.say("entry.title", "Key", key(r.Key, at)))) // it is where the links lead
	text, lang := r.Text.In(w.words.Lang())
	e := &Entry{Key: r.Key, Heading: heading, Beside: w.besideCard(r, section), Text: w.upTo(w.longCell(r.Text), string(report.FieldRecommendation)), Rating: w.ratingCell(r.Rating), Facts: w.slots(r), Story: w.story(r)}
	e.Bookmark = append(append(Text(nil), heading...), Run{Text: ": "}, w.quotedIn(excerpt.Short(text, 60), lang, string(report.FieldRecommendation)).text[0])
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

// unlinked is a text that leads nowhere.
func unlinked(t Text) Text {
	for i := range t {
		t[i].Key = ""
	}
	return t
}

// besideCard says of the place of a recommendation what its section does not: the source's own heading, the source, the row.
func (w *writer) besideCard(r *report.Position, section *report.Group) Text {
	var parts []Text
	if r.Heading != "" && !isNameOf(r.Heading, section) {
		parts = append(parts, w.said(r.Recommendation, report.FieldHeading).text)
	}
	if r.Source != "" && !sameText(r.Source, w.mainSource()) {
		parts = append(parts, w.said(r.Recommendation, report.FieldSource).text)
	}
	if r.Scope == report.Joint {
		parts = append(parts, term("scope", string(r.Scope), named.Scope(w.words, r.Scope)).text)
	}
	switch {
	case r.Row == 0:
	case len(w.pack.Register.Sheets) > 1:
		parts = append(parts, quoted(w.pack.Register.Address(r.Recommendation, report.FieldRef), "cell").text)
	default:
		parts = append(parts, trimmed(w.say("card.cell", "Cell", quoted(r.Cell(report.FieldRef), "cell"))))
	}
	return between(parts, dot)
}

// isNameOf tells whether a heading is the name of a theme, in any language.
func isNameOf(heading string, g *report.Group) bool {
	if g == nil {
		return false
	}
	for _, name := range g.Name {
		if sameText(name, heading) {
			return true
		}
	}
	return false
}

// mainSource is the source of most recommendations, which cards do not name.
func (w *writer) mainSource() string {
	most := -1
	for i := range w.pack.Sources {
		if most < 0 || w.pack.Sources[i].N(report.Total) > w.pack.Sources[most].N(report.Total) {
			most = i
		}
	}
	if most < 0 {
		return ""
	}
	return named.Group(w.words, &w.pack.Sources[most])
}

// slots are how a recommendation stands: five places that never move. What there is nothing to say of stays empty.
func (w *writer) slots(r *report.Position) Facts {
	var out Facts
	slot := func(id, message string, c Cell) { out.Facts = append(out.Facts, Fact{id, plain(w.label(message)), c}) }
	at := recommendation(r.Key)
	standing := Text{{Text: named.Standing(w.words, r.Standing), Ref: at.named("standing")}}
	if !r.Completed.IsZero() {
		standing = lines(standing, trimmed(w.say("card.done", "Date", w.shortDay(r.Completed, at.named(string(report.FieldCompleted))))))
	}
	slot("status", "field.status", runsCell(standing))
	slot("when", "field.due", runsCell(w.dueSlot(r)))
	slot("owner", "field.owner", w.saidCell(r.Recommendation, report.FieldOwner))
	slot("priority", "field.priority", w.saidCell(r.Recommendation, report.FieldPriority))
	signed := plainCell("")
	if r.SignOff != report.NoSignOff && (r.SignOff != report.NotAsked || r.In(report.AwaitingSignOff)) {
		signed = runsCell(trimmed(w.say("card.sign_off." + named.Underscored(string(r.SignOff)))))
	}
	slot("signed", "field.sign_off", signed)
	return out
}

// dueSlot is the due date, and one thing to say of it: by how much it is late, what it was first, or the words as written.
func (w *writer) dueSlot(r *report.Position) Text {
	at := recommendation(r.Key)
	if r.Due.IsZero() {
		return w.noDate(r)
	}
	due := w.shortDay(r.Due, at.named(string(report.FieldDue))).text.bold()
	switch {
	case r.In(report.Overdue):
		return lines(due, trimmed(w.count("card.days_late", number(r.DaysLate, at.named("days_late")))).bold().looking(LookAlarm))
	case r.Slip != 0 && !r.OriginalDue.IsZero():
		return lines(due, trimmed(w.say("card.first", "Date", w.shortDay(r.OriginalDue, at.named(string(report.FieldOriginalDue))))))
	}
	return due
}

// story is the long things to say of a recommendation.
func (w *writer) story(r *report.Position) []Fact {
	var out []Fact
	add := func(id string, label Text, c Cell) {
		if c.Missing == HasValue {
			out = append(out, Fact{id, label, c})
		}
	}
	field := func(f report.Field) Text { return plain(w.label("field." + string(f))) }
	if w.edition != ThePaper && !r.Due.IsZero() { // without a date the words stand in its place
		add(string(report.FieldDueAsWritten), field(report.FieldDueAsWritten), w.writtenCell(r.DueAsWritten))
	}
	add(string(report.FieldResponse), field(report.FieldResponse), w.responseCell(r))
	latest := trimmed(w.say("card.latest"))
	if !r.Updated.IsZero() {
		latest = trimmed(w.say("card.latest_on", "Date", w.dayMonth(r.Updated, true, recommendation(r.Key).named(string(report.FieldUpdated)))))
	}
	add(string(report.FieldProgress), latest, w.upTo(w.longCell(r.Progress), string(report.FieldProgress)))
	add(string(report.FieldReason), w.reasonLabel(r), w.upTo(w.saidCell(r.Recommendation, report.FieldReason), string(report.FieldReason)))
	add(string(report.FieldEvidence), field(report.FieldEvidence), w.upTo(w.saidCell(r.Recommendation, report.FieldEvidence), string(report.FieldEvidence)))
	return out
}

// responseCell is the response, that there is none yet, or to which other one it refers.
func (w *writer) responseCell(r *report.Position) Cell {
	response := w.upTo(w.longCell(r.Response), string(report.FieldResponse))
	if response.Missing != HasValue {
		response = runsCell(trimmed(w.say("card.no_response")).bold())
		response.Kind = KindLongText
	}
	if r.SeeAlso != "" {
		see := trimmed(w.say("entry.see_also", "Key", value{text: Text{{Text: r.SeeAlso, Key: r.SeeAlso, Ref: Ref{Place: PlaceQuoted, Name: "see_also"}}}}))
		if len(response.Runs) == 0 {
			response.Runs = Text{{Text: response.Text, Lang: response.Lang, Ref: Ref{Place: PlaceQuoted, Name: string(report.FieldResponse)}}}
		}
		response.Runs, response.Lang = append(append(slices.Clone(response.Runs), Run{Text: " "}), see...), ""
		response.Text = response.Runs.Plain()
	}
	return response
}

// reasonLabel says what the reason is a reason for.
func (w *writer) reasonLabel(r *report.Position) Text {
	switch {
	case r.Standing == report.StandWithdrawn, r.Standing == report.StandNotAccepted, r.Standing == report.StandSuperseded:
		return plain(named.Standing(w.words, r.Standing))
	case w.reopened(r.Key):
		return trimmed(w.say("card.reopened"))
	case r.TimesMoved > 0:
		return trimmed(w.say("card.moved"))
	}
	return plain(w.label("field." + string(report.FieldReason)))
}

// reopened tells of what was reopened since last month.
func (w *writer) reopened(key string) bool {
	return w.pack.Movement != nil && slices.Contains(w.pack.Movement.Keys(report.ChangeReopened, ""), key)
}
