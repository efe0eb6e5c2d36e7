package content

import (
	"boardpack/report"
	"boardpack/report/named"
)

// cover says what the paper is: title, organisation, board and meeting, day, version, marking, draft or final.
func (w *writer) cover(logo *Picture) []Block {
	var blocks []Block
	if logo != nil {
		blocks = append(blocks, Block{Picture: logo})
	}
	if org, lang := named.Organisation(w.words, w.pack); org != "" {
		blocks = append(blocks, Block{Paragraph: &Paragraph{Role: RoleOrganisation, Text: w.quotedIn(org, lang, "organisation").text}})
	}
	title := w.title()
	blocks = append(blocks, Block{Heading: &Heading{Level: 1, Text: title, ID: "cover", Lang: title[0].Lang}})
	if w.pack.Register.About.Illustrative {
		blocks = append(blocks, Block{Paragraph: &Paragraph{Role: RoleIllustrative, Text: trimmed(w.say("page.illustrative"))}})
	}
	return append(blocks, Block{Facts: &Facts{Title: title, Facts: append(w.editionFact(), w.coverFacts()...)}})
}

// coverFacts is what the cover says of the paper, in order; what the master does not say is left out.
func (w *writer) coverFacts() []Fact {
	about := &w.pack.Register.About
	lang := w.words.Lang()
	var facts []Fact
	add := func(id string, c Cell) {
		if c.Missing == HasValue {
			facts = append(facts, Fact{id, plain(w.label("cover." + id)), c})
		}
	}
	add("organisation", w.textCell(named.Organisation(w.words, w.pack)))
	add("issuer", w.textCell(about.Issuer.In(lang)))
	add("board", w.textCell(about.Board.In(lang)))
	add("meeting_date", w.longDateCell(about.MeetingDate))
	add("as_at", w.longDateCell(w.pack.AsAt))
	if w.pack.Previous != nil {
		add("compared_with", w.longDateCell(w.pack.PreviousAsAt))
	}
	add("published", w.longDateCell(about.Published))
	add("version", plainCell(about.Version))
	draft := "no"
	if w.pack.Draft() {
		draft = "yes"
	}
	add("draft", plainCell(w.label("cover.draft."+draft)))
	if about.Illustrative {
		add("illustrative", plainCell(w.label("page.illustrative")))
	}
	add("marking", w.ownCell(w.pack.Marking()))
	add("contact", w.textCell(about.Contact.In(lang)))
	add("master", plainCell(w.pack.Register.File))
	return facts
}

// basis lists where the figures come from: for the whole and each theme every figure above zero, with the recommendations that it
// counts. The figures on page 1 and in the themes' sections lead there.
func (w *writer) basis() []Block {
	blocks := []Block{{Heading: &Heading{Level: 2, Text: trimmed(w.say("basis.title")), ID: "figures"}},
		{Paragraph: &Paragraph{Role: RoleIntro, Text: trimmed(w.say("basis.purpose"))}}}
	for _, kind := range []report.GroupKind{report.OfAll, report.OfThemes} {
		groups := w.pack.Groups(kind)
		for i := range groups {
			if g := &groups[i]; g.N(report.Total) > 0 {
				blocks = append(blocks, Block{Heading: &Heading{Level: 3, Text: w.groupName(kind, g).text, Lang: w.groupName(kind, g).text[0].Lang}}, Block{Table: &View{Inline: w.basisOf(kind, g)}})
			}
		}
	}
	return blocks
}

// basisOf lists the figures of one group.
func (w *writer) basisOf(kind report.GroupKind, g *report.Group) *Table {
	title := between([]Text{trimmed(w.say("basis.title")), w.groupName(kind, g).text}, ": ")
	t := &Table{ID: "basis", Title: title}
	w.column(t, "figure", KindText, 0)
	w.columnOf(t, "number", "basis.number", KindCount, 0)
	w.columnOf(t, "refs", "basis.refs", KindText, 0)
	for _, f := range w.pack.Figures() {
		if keys := g.Keys(f.Name); len(keys) > 0 {
			of := figureRef(kind, g.ID, f.Name)
			t.row(of, "", runsCell(w.figureLabel(f.Name)), countCell(len(keys)), keysCell(keys))
		}
	}
	return t
}

// PictureOf says what a picture shows, in the language that there is.
func PictureOf(alt report.Text, words report.Words) *Picture {
	text, lang := alt.In(words.Lang())
	p := &Picture{Alt: quoted(text, "logo").text}
	if lang != words.Lang() {
		p.Lang = lang
	}
	return p
}
