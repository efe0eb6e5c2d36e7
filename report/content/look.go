package content

import (
	"math"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/named"
)

// lookSection lists what a board should look at, each recommendation once, in one table of groups.
func (w *writer) lookSection(p plan) []Block {
	blocks := []Block{heading(2, "look", w.lookTitle())}
	if intro := w.lookIntro(); len(intro) > 0 {
		blocks = append(blocks, paragraph(RoleIntro, intro))
	}
	t, more := w.look(p)
	if w.edition == theWeb { // whose cards have the notes
		*t = t.Select("key", "short", string(report.FieldOwner), "when")
	}
	if len(t.Rows) > 0 {
		blocks = append(blocks, view(View{Inline: t, Bare: true}))
	} else {
		blocks = append(blocks, paragraph(RoleBody, w.say("look.empty")))
	}
	for _, m := range more {
		blocks = append(blocks, paragraph(RoleNote, m))
	}
	return blocks
}

// lookTitle says how many are overdue and how many more will be soon.
func (w *writer) lookTitle() Text {
	overdue, soon := w.whole(report.Overdue), w.whole(report.DueSoon)
	if overdue.n == 0 {
		return withoutStop(w.noneOverdue())
	}
	first := w.count("title.overdue", w.worded(overdue))
	if soon.n == 0 {
		return trimmed(capital(first))
	}
	return trimmed(capital(w.say("title.look", "First", first, "Then", w.count("title.due_soon", w.worded(soon), "Date", w.soonDay()))))
}

// withoutStop is a sentence as a heading.
func withoutStop(t Text) Text {
	out := trimmed(t)
	for i := range out {
		out[i].Bold = false
	}
	if n := len(out); n > 0 {
		out[n-1].Text = strings.TrimSuffix(out[n-1].Text, ".")
	}
	return out
}

// soonDay is the last of the days that are soon, without its year where that is the same.
func (w *writer) soonDay() value {
	until := w.pack.AsAt.AddDays(w.pack.Rules.DueSoonDays)
	if until.Year() == w.pack.AsAt.Year() {
		return w.dayMonth(until, false, w.soonUntil().text[0].Ref)
	}
	return w.soonUntil()
}

// lookIntro says what of the open recommendations is not in the table.
func (w *writer) lookIntro() Text {
	if later := w.whole(report.DueLater); later.n > 0 {
		return trimmed(w.count("look.due_later", later, "Open", w.whole(report.Open), "Date", w.soonDay()))
	}
	return nil
}

// look is the table: the groups one after the other, cut to so many rows in all, and sentences that name the rest.
func (w *writer) look(p plan) (*Table, []Text) {
	t := &Table{ID: "look", Title: trimmed(w.say("look.title")), Chosen: true}
	w.columnOf(t, "key", "paper.key", KindKey, 8)
	w.columnOf(t, "short", "told.short", KindText, 40)
	w.fieldColumn(t, report.FieldOwner, KindText, 20)
	w.column(t, "when", KindText, 16)
	w.columnOf(t, string(report.FieldProgress), "paper.progress_note", KindLongText, 40)
	t.outlined(w.isPortfolio())
	room, text := w.measures().Look, w.measures().LookText
	if p.whole {
		text = math.MaxInt
	}
	var more []Text
	seen, aside := map[string]bool{}, false
	for _, g := range p.look {
		keys := slices.DeleteFunc(slices.Clone(g.keys), func(k string) bool { return seen[k] })
		shown := keys[:w.held(keys, room, &text, w.noteText)]
		room -= len(shown)
		for i, k := range keys {
			seen[k] = true
			if i >= len(shown) {
				continue
			}
			w.lookRow(t, w.pack.Position(k), g)
			t.Rows[len(t.Rows)-1].In = g.list
			if i == 0 && (!g.aside || !aside) {
				t.Rows[len(t.Rows)-1].Group = w.lookHead(p, g, len(shown))
				aside = aside || g.aside
			}
		}
		if rest := keys[len(shown):]; len(rest) > 0 {
			more = append(more, w.lookMore(g, rest))
		}
	}
	return t, more
}

// inOrder gives the recommendations of a figure: by the date that decides of those that have one, by the day of completion of those that are
// done, else in the order of the register.
func (w *writer) inOrder(f report.Figure) []string {
	keys := slices.Clone(w.pack.All.Keys(f))
	slices.SortStableFunc(keys, func(a, b string) int {
		x, y := w.pack.Position(a), w.pack.Position(b)
		switch f {
		case report.Overdue, report.DueSoon:
			return compareDays(x.Deciding, y.Deciding)
		case report.AwaitingSignOff:
			return compareDays(x.Completed, y.Completed)
		}
		return 0
	})
	return keys
}

// compareDays orders days, the earlier first.
func compareDays(a, b report.Date) int {
	switch {
	case a.Before(b):
		return -1
	case b.Before(a):
		return 1
	}
	return 0
}

// lookHead heads a group, of which so many have a row: in bold how many of how many, then how it is ordered.
func (w *writer) lookHead(p plan, g lookGroup, rows int) Text {
	if g.aside {
		return spaced(w.count("look.aside", w.sum(w.asideFigures())), w.say("look.aside.what", "InScope", w.whole(report.InScope)).looking(LookSmall))
	}
	if !w.isFigure(g.id) {
		return w.say("look.reason", "Label", w.say("needs."+g.id), "Number", grouped(len(g.keys), rows))
	}
	f := report.Figure(g.id)
	head := w.count("look.head."+g.id, w.whole(f), "Label", value{text: w.figureLabel(f)}, "Open", w.whole(report.Open), "Dated", w.whole(report.Dated))
	var what Text
	switch f {
	case report.Overdue:
		what = w.ageingWords()
	case report.DueSoon:
		what = w.say("look.soonest")
	case report.AwaitingSignOff:
		what = w.say("look.by_issuer", "Issuer", w.issuer())
	}
	if !p.whole && !g.isSoon() && len(g.keys) < w.pack.All.N(f) {
		what = w.say("look.others", "Page", value{text: w.pageOf("cards", PageFirst)})
	}
	return spaced(head, what.looking(LookSmall))
}

// asideFigures are the figures of what is out of scope that are not zero.
func (w *writer) asideFigures() []report.Figure {
	return slices.DeleteFunc([]report.Figure{report.FigNotAccepted, report.FigWithdrawn, report.FigSuperseded, report.FigExternal},
		func(f report.Figure) bool { return w.pack.All.N(f) == 0 })
}

// isFigure tells whether there is a figure of a name.
func (w *writer) isFigure(name string) bool {
	return slices.ContainsFunc(w.pack.Figures(), func(rule report.FigureRule) bool { return string(rule.Name) == name })
}

// ageingWords says for how long what is overdue has been so.
func (w *writer) ageingWords() Text {
	var parts []Text
	for i := len(w.pack.Ageing) - 1; i >= 0; i-- {
		band := &w.pack.Ageing[i]
		if len(band.Keys) == 0 {
			continue
		}
		n := number(len(band.Keys), Ref{Place: PlaceAgeing, ID: band.ID, Name: "number"})
		parts = append(parts, w.say("look.ageing", "Number", n, "Band", term("ageing.within", band.ID, w.label("ageing.within."+band.ID))))
	}
	out := w.say("look.longest", "Bands", commas(parts))
	switch {
	case w.pack.Previous == nil:
	case w.pack.Previous.N(report.Overdue) == 0:
		out = spaced(out, w.say("look.last_none", "Since", w.sinceMonth()))
	default:
		out = spaced(out, w.count("look.last", w.before(report.Overdue), "Since", w.sinceMonth()))
	}
	return out
}

func (w *writer) lookRow(t *Table, r *report.Position, g lookGroup) {
	t.row(recommendation(r.Key), r.Key, keyCell(r.Key), w.inTable(r.Text), w.saidCell(r.Recommendation, report.FieldOwner), w.whenCell(r, g), w.upTo(w.longCell(r.Progress), string(report.FieldProgress)))
}

// whenCell is when it is due and how that stands, or what else there is to say of it.
func (w *writer) whenCell(r *report.Position, g lookGroup) Cell {
	at := recommendation(r.Key)
	due := w.shortDay(r.Deciding, at.named(w.decidingField())).text
	switch {
	case g.aside:
		return runsCell(Text{{Text: named.Standing(w.words, r.Standing), Ref: at.named("standing")}})
	case g.id == string(report.AwaitingSignOff):
		text := w.say("card.signed." + named.Underscored(string(r.SignOff)))
		if r.SignOff == report.NotAsked || r.SignOff == report.Refused {
			text = text.bold()
		}
		return runsCell(trimmed(text))
	case r.In(report.Overdue):
		late := trimmed(w.count("card.days_late", number(r.DaysLate, at.named("days_late")))).bold().looking(LookAlarm)
		return runsCell(lines(due, late))
	case r.In(report.DueSoon) && r.DaysLeft == 0:
		return runsCell(lines(due, trimmed(w.say("card.due_today"))))
	case r.In(report.DueSoon):
		return runsCell(lines(due, trimmed(w.count("card.days_left", number(r.DaysLeft, at.named("days_left"))))))
	case r.In(report.NoDate):
		return runsCell(w.noDate(r))
	}
	return runsCell(due)
}

// decidingField is the name of the date that decides what is overdue.
func (w *writer) decidingField() string {
	if w.pack.Rules.OverdueBy == report.ByOriginalDue {
		return string(report.FieldOriginalDue)
	}
	return string(report.FieldDue)
}

// noDate says that there is no date, and the words in which one was given all the same.
func (w *writer) noDate(r *report.Position) Text {
	none := trimmed(w.say("card.no_date"))
	if r.DueAsWritten == "" {
		return none
	}
	return lines(none, trimmed(w.say("card.as_written", "Words", w.asWritten(r))))
}

// asWritten is the date as the response gives it in words.
func (w *writer) asWritten(r *report.Position) value {
	return w.quotedIn(oneLine(r.DueAsWritten), dates.Lang(r.DueAsWritten), string(report.FieldDueAsWritten))
}

// lines puts texts below each other.
func lines(texts ...Text) Text { return between(texts, "\n") }

// lookMore names the recommendations of a group that have no row.
func (w *writer) lookMore(g lookGroup, rest []string) Text {
	const most = 200
	var items []Text
	for _, k := range rest[:min(most, len(rest))] {
		item := key(k, recommendation(k).named("key")).text
		if r := w.pack.Position(k); r.In(report.Overdue) {
			item = w.count("look.late", number(r.DaysLate, recommendation(k).named("days_late")), "Ref", value{text: item})
		}
		items = append(items, item)
	}
	if left := len(rest) - len(items); left > 0 {
		items = append(items, w.count("list.more", laidOut(left, "left")))
	}
	label := w.say("needs." + g.id)
	if w.isFigure(g.id) {
		label = w.figureLabel(report.Figure(g.id))
	}
	return w.say("look.more", "Label", label, "Refs", w.join(items))
}
