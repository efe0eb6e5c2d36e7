package content

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"boardpack/report"
)

func itoa(n int) string { return strconv.Itoa(n) }

// worded writes a number of up to ten as a word.
func (w *writer) worded(v value) value {
	if v.n < 1 || v.n > 10 || len(v.text) != 1 {
		return v
	}
	run := v.text[0]
	run.Text = w.label("number." + itoa(v.n))
	return value{n: v.n, text: Text{run}}
}

// capital gives the text with a capital first letter.
func capital(t Text) Text {
	if len(t) == 0 {
		return t
	}
	out := append(Text(nil), t...)
	r, size := utf8.DecodeRuneInString(out[0].Text)
	out[0].Text = string(unicode.ToUpper(r)) + out[0].Text[size:]
	return out
}

// message is what the paper has to say in one line, the longest form first.
func (w *writer) message() []Text {
	if w.pack.All.Rating == report.NotKnown {
		return []Text{trimmed(w.count("message.not_known", w.whole(report.FigUnrecognised), "InScope", w.whole(report.InScope)))}
	}
	if w.pack.Movement == nil {
		return []Text{trimmed(w.firstMessage())}
	}
	if w.isPortfolio() {
		return w.portfolioMessage()
	}
	long, short := w.messageOutstanding()
	late, lateShort := w.messageOverdue()
	both := func(a, b Text) Text { return trimmed(w.say("message", "Outstanding", a, "Overdue", b)) }
	return []Text{both(long, late), both(short, late), both(short, lateShort)}
}

func (w *writer) firstMessage() Text {
	all := &w.pack.All
	switch all.N(report.InScope) {
	case 0:
		return w.say("message.nothing")
	case all.N(report.FigComplete):
		return w.count("message.first.all_complete", w.whole(report.InScope))
	}
	complete, late := w.say("message.first.none_complete"), w.say("message.overdue.none")
	if all.N(report.FigComplete) > 0 {
		complete = w.count("message.first.complete", w.whole(report.FigComplete))
	}
	switch {
	case all.N(report.Overdue) > 0:
		late = w.count("message.first.overdue", w.whole(report.Overdue))
	case all.N(report.NoDate) > 0:
		late = w.count("message.first.no_date", w.whole(report.NoDate))
	}
	return w.count("message.first", w.whole(report.InScope), "Complete", complete, "Late", late)
}

// messageOutstanding tells how the number outstanding moved, and a shorter way to say it.
func (w *writer) messageOutstanding() (long, short Text) {
	b := &w.pack.Movement.All
	opening, closing := w.bridge("opening", b.Opening), w.bridge("closing", b.Closing)
	switch {
	case b.Closing == 0 && b.Opening > 0:
		return w.say("message.closed", "Opening", opening, "Closing", closing), w.say("message.closed", "Opening", opening, "Closing", closing)
	case b.Closing < b.Opening && b.Completed == 0:
		return w.say("message.fell_otherwise", "Opening", opening, "Closing", closing), w.say("message.fell_to", "Closing", closing)
	case b.Closing < b.Opening:
		return w.say("message.fell", "Opening", opening, "Closing", closing), w.say("message.fell_to", "Closing", closing)
	case b.Closing > b.Opening:
		return w.say("message.rose", "Opening", opening, "Closing", closing), w.say("message.rose_to", "Closing", closing)
	case b.Closing == 0:
		return w.say("message.still_none"), w.say("message.still_none")
	}
	same := w.say("message.still", "Closing", closing)
	return same, same
}

// messageOverdue tells how the number overdue moved, and a shorter way to say it.
func (w *writer) messageOverdue() (long, short Text) {
	was, is := w.pack.Previous.N(report.Overdue), w.pack.All.N(report.Overdue)
	now, before := w.whole(report.Overdue), w.before(report.Overdue)
	same := func(t Text) (Text, Text) { return t, t }
	switch {
	case is == 0 && was > 0:
		return same(w.say("message.overdue.none_now"))
	case is == 0 && w.pack.All.N(report.NoDate) > 0 && w.whole(report.Dated).n == 0:
		return same(w.say("message.overdue.no_dates"))
	case is == 0 && w.pack.All.N(report.NoDate) > 0:
		return same(w.count("message.overdue.none_dated", w.whole(report.Dated)))
	case is == 0:
		return same(w.say("message.overdue.none"))
	case was == 0:
		return same(w.count("message.now.overdue", now))
	case is == was:
		return same(w.say("message.overdue.still", "Overdue", now))
	case is == 2*was:
		return same(w.say("message.overdue.doubled", "Overdue", now))
	case is > was:
		return w.say("message.overdue.rose", "OverdueBefore", before, "Overdue", now), w.say("message.overdue.rose_to", "Overdue", now)
	}
	return w.say("message.overdue.fell", "OverdueBefore", before, "Overdue", now), w.say("message.overdue.fell_to", "Overdue", now)
}

// themesTitle says which themes are red.
func (w *writer) themesTitle() Text {
	var red []Text
	for i := range w.pack.Themes {
		if g := &w.pack.Themes[i]; g.Rating == report.Red {
			red = append(red, w.groupName(report.OfThemes, g).text)
		}
	}
	groups := func(rating report.Rating, n int) value {
		return w.worded(number(n, Ref{Place: PlaceGroups, Of: string(report.OfThemes), ID: string(rating)}))
	}
	all := groups("", len(w.pack.Themes))
	const most = 3
	switch {
	case len(red) == 0:
		return trimmed(w.say("themes.none_red"))
	case len(red) == len(w.pack.Themes) && len(red) > 1:
		return trimmed(capital(w.say("themes.all_red", "Themes", all)))
	case len(red) > most:
		return trimmed(capital(w.count("themes.many_red", groups(report.Red, len(red)), "Themes", all)))
	}
	return trimmed(capital(w.count("themes.red", groups(report.Red, len(red)), "Themes", all, "Names", w.join(red))))
}

// lowerStanding is what a recommendation was or is, within a sentence.
func (w *writer) lowerStanding(s report.Standing) value {
	return term("was", string(s), w.label("was."+string(s)))
}

// sameText tells whether two texts say the same to a reader.
func sameText(a, b string) bool {
	return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}
