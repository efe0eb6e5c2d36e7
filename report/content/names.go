package content

import (
	"boardpack/report"
	"boardpack/report/named"
)

// issuer is the body that made the recommendations, in words that fit a sentence even when the master does not name it.
func (w *writer) issuer() value {
	if text, lang := w.pack.Register.About.Issuer.In(w.words.Lang()); text != "" {
		return w.quotedIn(text, lang, "issuer")
	}
	return value{text: w.say("glance.issuer")}
}

// stamp is the line that every page and sheet carries: the day the figures speak of, the version, and whether the data is
// illustrative or the paper a draft.
func (w *writer) stamp() Text {
	about := &w.pack.Register.About
	parts := []Text{w.say("page.as_at", "Date", w.asAt())}
	if about.Version != "" {
		parts = append(parts, w.say("page.version", "Version", quoted(about.Version, "version")))
	}
	if w.edition == TheRecord {
		parts = append(parts, w.say("page.record"))
	}
	if w.pack.Draft() {
		parts = append(parts, w.say("page.draft"))
	}
	if about.Illustrative {
		parts = append(parts, w.say("page.illustrative"))
	}
	return between(parts, dot)
}

// dot parts the facts of a line.
const dot = " · "

// board is the board that the paper is for, and the day on which it meets.
func (w *writer) board() (board, meeting Text) {
	about := &w.pack.Register.About
	if name, lang := about.Board.In(w.words.Lang()); name != "" {
		board = w.quotedIn(name, lang, "board").text
		if !about.MeetingDate.IsZero() {
			meeting = w.day(about.MeetingDate, Ref{Place: PlaceQuoted, Name: "meeting_date"}).text
		}
	}
	return board, meeting
}

// head says whose paper it is, for which board and meeting.
func (w *writer) head() Text {
	var parts []Text
	if org, lang := named.Organisation(w.words, w.pack); org != "" {
		parts = append(parts, w.quotedIn(org, lang, "organisation").text)
	}
	switch board, meeting := w.board(); {
	case len(meeting) > 0:
		parts = append(parts, w.say("page.board_meeting", "Board", board, "Date", meeting))
	case len(board) > 0:
		parts = append(parts, board)
	}
	if len(parts) < 2 {
		parts = append(parts, w.title())
	}
	return between(parts, dot)
}

// title is the register's title, in the language that there is one in.
func (w *writer) title() Text {
	text, lang := named.Title(w.words, w.pack)
	return w.quotedIn(text, lang, "title").text
}

// valueWords is what a field held, in the pack's language; "none" when it was empty.
func (w *writer) valueWords(v report.Value) string {
	switch {
	case v.Standing != "":
		return named.Standing(w.words, v.Standing)
	case v.SignOff != "":
		return named.SignOff(w.words, v.SignOff)
	case !v.Date.IsZero():
		return w.words.ShortDate(v.Date)
	case len(v.Themes) > 0:
		return named.Themes(w.words, w.pack.Rules, v.Themes)
	case v.Text != "":
		return v.Text
	}
	return w.label("value.none")
}

// signOffDiffers tells whether the issuer's sign-off is recorded for some of the rows and not for all.
func (w *writer) signOffDiffers() bool {
	some, all := w.pack.SignOffRecorded()
	return some && !all
}

// signOffCell shows the issuer's position. Where it is recorded for other rows, one without says so: an empty cell there would pass for
// not asked.
func (w *writer) signOffCell(r *report.Position) Cell {
	if r.SignOff == report.NoSignOff && w.signOffDiffers() {
		return plainCell(w.label("sign_off.none"))
	}
	return plainCell(named.SignOff(w.words, r.SignOff))
}
