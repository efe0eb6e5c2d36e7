package content

import (
	"slices"

	"boardpack/report"
)

// roundRef is the address of a figure of those who were asked.
func roundRef(of report.GroupKind, id string, f report.Figure) Ref {
	return Ref{Place: PlaceRound, Of: string(of), ID: id, Name: string(f)}
}

// asked is a figure of all that was asked.
func (w *writer) asked(f report.Figure) value {
	return number(w.pack.Round.All.N(f), roundRef(report.OfAll, string(report.OfAll), f))
}

// wasAsked tells whether there is anything to say of a round.
func (w *writer) wasAsked() bool {
	r := w.pack.Round
	return r != nil && (r.All.N(report.FigAsked) > 0 || len(r.NotUpdated) > 0)
}

// leadAnswers says in one sentence how far the owners have answered; nothing where nobody was asked.
func (w *writer) leadAnswers() Text {
	if w.pack.Round == nil || w.pack.Round.All.N(report.FigAsked) == 0 {
		return nil
	}
	asked, answered, partly, not := w.asked(report.FigAsked), w.asked(report.FigAnswered), w.asked(report.FigPartlyAnswered), w.asked(report.FigNotAnswered)
	switch asked.n {
	case answered.n:
		return w.count("answers.all.asked", asked)
	case not.n:
		return append(append(withoutStop(w.count("answers.none.asked", asked)), w.see("answers")...), Run{Text: "."})
	}
	parts := []Text{w.say("answers.part.none")}
	if answered.n > 0 {
		parts[0] = w.count("answers.part.answered", answered)
	}
	if partly.n > 0 {
		parts = append(parts, w.count("answers.part.partly_answered", partly))
	}
	if not.n > 0 {
		parts = append(parts, append(trimmed(w.count("answers.part.not_answered", not)), w.notAnswered()...))
	}
	return w.count("answers.lead.asked", asked, "Parts", w.join(parts))
}

// notAnswered names what is not answered, with the owners where they are few, or else the page that names them.
func (w *writer) notAnswered() Text {
	const fewOwners = 2
	r := w.pack.Round
	keys, list := r.All.Keys(report.FigNotAnswered), roundRef(report.OfAll, string(report.OfAll), report.FigNotAnswered)
	if len(keys) > w.mostNamed() {
		return w.see("answers")
	}
	var owners []int
	for _, k := range keys {
		owners = append(owners, w.askedOf(k)...)
	}
	slices.Sort(owners)
	owners = slices.Compact(owners)
	if len(owners) > fewOwners {
		named := trimmed(w.say("answers.named", "Refs", w.refs(keys, list)))
		return append(append(Text{{Text: " "}}, named...), w.see("answers")...)
	}
	var names []Text
	for _, o := range owners {
		names = append(names, w.askedName(report.OfOwners, &r.Owners[o]).text)
	}
	return append(Text{{Text: " "}}, trimmed(w.say("answers.of_owner", "Refs", w.refs(keys, list), "Owners", w.join(names)))...)
}

// askedOf gives the places of the owners who were asked about a recommendation.
func (w *writer) askedOf(k string) []int {
	var out []int
	for i := range w.pack.Round.Owners {
		if slices.Contains(w.pack.Round.Owners[i].Keys(report.FigAsked), k) {
			out = append(out, i)
		}
	}
	return out
}

// askedName is the name of a group of those who were asked.
func (w *writer) askedName(of report.GroupKind, g *report.RoundGroup) value {
	text, lang := g.Name.In(w.words.Lang())
	return value{text: Text{{Text: text, Lang: w.other(lang), Ref: roundRef(of, g.ID, RoundName)}}}
}

// askExtensions asks to decide on later dates that owners ask for and that are not in the register.
func (w *writer) askExtensions() Text {
	if w.pack.Round == nil {
		return nil
	}
	return w.ask("extensions", w.pack.Round.ToDecide(), Ref{Place: PlaceRound, Name: RoundToDecide})
}

// answersSection says who has answered, for which later dates owners ask, and what has not been updated since when.
func (w *writer) answersSection() []Block {
	if !w.wasAsked() {
		return nil
	}
	asked := w.asked(report.FigAsked)
	blocks := []Block{heading(2, "answers", trimmed(w.count("answers.title.asked", asked, "Answered", w.asked(report.FigAnswered)))),
		paragraph(RoleIntro, w.answersIntro())}
	part := func(t *Table, left int) {
		blocks = append(blocks, heading(3, "", trimmed(t.Title)))
		if len(t.Rows) == 0 {
			blocks = append(blocks, paragraph(RoleBody, t.Empty))
			return
		}
		blocks = append(blocks, view(View{Inline: t, Bare: true}))
		if left > 0 {
			blocks = append(blocks, paragraph(RoleNote, w.count("answers.more", laidOut(left, "left"))))
		}
	}
	part(w.extensions(w.measures().Answers))
	if w.isPortfolio() {
		part(w.askedReviews(w.measures().Answers))
	}
	if w.pack.Round.All.N(report.FigAnswered) < asked.n {
		part(w.unansweredOwners(w.measures().Answers))
	}
	if w.pack.Round.NotUpdated != nil {
		part(w.notUpdated(w.measures().Answers))
	}
	return blocks
}

// answersIntro says until when answers were asked for, how they are counted, and what could not be read.
func (w *writer) answersIntro() Text {
	r := w.pack.Round
	parts := []Text{w.say("answers.intro", "Date", w.day(r.ReplyBy, Ref{Place: PlaceRound, Name: "reply_by"}))}
	if r.Unread > 0 {
		parts = append(parts, w.count("answers.unread", number(r.Unread, Ref{Place: PlaceRound, Name: "unread_files"})))
	}
	return between(parts, " ")
}
