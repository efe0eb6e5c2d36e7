package content

import (
	"boardpack/report"
	"boardpack/report/named"
)

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

// PictureOf says what a picture shows, in the language that there is.
func PictureOf(alt report.Text, words report.Words) *Picture {
	text, lang := alt.In(words.Lang())
	p := &Picture{Alt: quoted(text, "logo").text}
	if lang != words.Lang() {
		p.Lang = lang
	}
	return p
}
