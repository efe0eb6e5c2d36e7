package content

import (
	"cmp"
	"strings"

	"boardpack/report"
	"boardpack/report/named"
)

// oneLine is a text without line ends, for cells that show its beginning.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// toldChange says one change of one recommendation: what it is, what it was, and why, as the master has it.
func (w *writer) toldChange(c changeAt) Text {
	from := w.lowerStanding(c.From.Standing)
	switch c.Kind {
	case report.ChangeCompleted:
		return w.withReason(between([]Text{w.say("told.completed", "From", from), w.doneOn(c)}, " "), c)
	case report.ChangeReopened:
		return w.withReason(w.say("told.reopened", "From", from, "To", w.lowerStanding(c.To.Standing)), c)
	case report.ChangeNew:
		return w.toldNew(c)
	case report.ChangeRemoved:
		return w.say("told.removed", "From", from)
	case report.ChangeCameIntoScope:
		return w.withReason(w.say("told.came", "From", from), c)
	case report.ChangeLeftScope:
		return w.withReason(w.say("told.left."+string(c.To.Standing), "From", from), c)
	case report.ChangeStatus:
		return w.toldStatus(c, from)
	case report.ChangeOverdue, report.ChangeNotOverdue:
		return w.toldOverdue(c)
	case report.ChangeDate:
		return w.toldDate(c)
	}
	return w.toldOther(c)
}

// withReason puts the master's reason behind what is said, without a first word that says the same: "Withdrawn: ...".
func (w *writer) withReason(t Text, c changeAt) Text {
	t = trimmed(t)
	if c.Reason == "" {
		return t
	}
	reason := w.said(c.Is.Recommendation, report.FieldReason).text
	if word, rest, ok := strings.Cut(reason[0].Text, ":"); ok && len(t) > 0 && t[0].Bold && sameText(word, strings.TrimRight(t[0].Text, ".: ")) {
		reason[0].Text = strings.TrimSpace(rest)
		return spaced(t, capital(reason))
	}
	return spaced(t, reason)
}

// doneOn says when it was done, and what the issuer says of it; nothing where neither is known.
func (w *writer) doneOn(c changeAt) Text {
	date := recommendation(c.Key).named(string(report.FieldCompleted))
	signed := "told.signed." + named.Underscored(string(c.Is.SignOff))
	switch {
	case c.Is.Completed.IsZero() && c.Is.SignOff == report.NoSignOff:
		return nil
	case c.Is.Completed.IsZero():
		return w.say("told.done_undated", "SignOff", w.say(signed))
	case c.Is.SignOff == report.NoSignOff:
		return w.say("told.done_on", "Date", w.shortDay(c.Is.Completed, date))
	}
	return w.say("told.done", "Date", w.shortDay(c.Is.Completed, date), "SignOff", w.say(signed))
}

// shortDay is a day as tables have it.
func (w *writer) shortDay(d report.Date, ref Ref) value {
	return value{text: Text{{Text: w.words.ShortDate(d), Ref: ref}}}
}

func (w *writer) toldNew(c changeAt) Text {
	out := w.say("told.new", "To", term("standing", string(c.To.Standing), named.Standing(w.words, c.To.Standing)))
	if c.Is.Source != "" && len(w.pack.Sources) > 1 {
		out = spaced(out, w.say("told.source", "Source", w.said(c.Is.Recommendation, report.FieldSource)))
	}
	return out
}

func (w *writer) toldStatus(c changeAt, from value) Text {
	switch {
	case c.To.Standing == report.StandAwaiting:
		return w.withReason(between([]Text{w.say("told.awaiting", "From", from), w.doneOn(c)}, " "), c)
	case c.From.Standing == report.StandNotStarted && c.To.Standing == report.StandInProgress:
		return w.withReason(w.say("told.started"), c)
	}
	return w.withReason(w.say("told.status", "From", from, "To", w.lowerStanding(c.To.Standing)), c)
}

func (w *writer) toldOverdue(c changeAt) Text {
	cause := term("cause", string(c.Cause), named.Cause(w.words, c.Cause))
	switch {
	case c.Kind == report.ChangeNotOverdue:
		return w.say("told.not_overdue", "Cause", cause)
	case c.Cause == report.CauseMatured:
		return w.say("told.matured", "Date", w.shortDay(c.To.Date, c.at.named("to")))
	}
	return w.say("told.overdue", "Cause", cause, "Date", w.shortDay(c.To.Date, c.at.named("to")))
}

// toldDate says that a date was moved, by how many days and how often.
func (w *writer) toldDate(c changeAt) Text {
	to, from := w.shortDay(c.To.Date, c.at.named("to")), w.shortDay(c.From.Date, c.at.named("from"))
	switch {
	case !c.Redated() && c.From.Date.IsZero():
		return w.withReason(w.say("told.dated", "To", to), c)
	case !c.Redated():
		return w.withReason(w.say("told.undated", "From", from), c)
	}
	id, days := "told.later", c.Days
	if c.Days < 0 {
		id, days = "told.earlier", -c.Days
	}
	by := value{n: days, text: Text{{Text: itoa(days), Ref: c.at.named("days")}}}
	parts := []Text{w.count(id+".days", by), w.moved(c.Key, c.Times)}
	if slip := c.Is.Slip; slip != c.Days && slip > 0 {
		parts[1] = append(append(Text(nil), parts[1]...), w.count("told.slip", number(slip, recommendation(c.Key).named("slip")))...)
	}
	return w.withReason(w.say(id, "To", to, "From", from, "By", between(parts, "; ")), c)
}

// moved says how often a date has moved.
func (w *writer) moved(key string, n int) Text {
	if n == 2 {
		return w.say("told.moved_twice")
	}
	return w.count("told.moved", w.times(key, n))
}

// toldOther says what is neither good nor bad: another theme, ref, source, sign-off, owner or wording.
func (w *writer) toldOther(c changeAt) Text {
	side := func(v report.Value, of *report.Position, name string) value {
		switch cell := w.sideCell(c.Change, v, of); {
		case v.Text != "":
			return w.quotedIn(cell.Text, cmp.Or(cell.Lang, w.words.Lang()), name)
		case v.SignOff != "" || len(v.Themes) > 0:
			return quoted(cell.Text, name)
		}
		return value{text: plain(w.label("value.none"))}
	}
	if c.Kind == report.ChangeWording {
		return w.say("told.other.reworded")
	}
	return w.say("told.other."+named.Underscored(string(c.Kind)), "From", side(c.From, c.Was, "from"), "To", side(c.To, c.Is, "to"))
}
