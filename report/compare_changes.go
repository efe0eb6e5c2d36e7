package report

import (
	"slices"

	"boardpack/report/excerpt"
	"boardpack/report/fold"
)

// changesOf names everything that happened to one recommendation, the change that moves the bridge first.
func changesOf(p pair) []Change {
	if p.is == nil {
		return []Change{p.change(ChangeRemoved, Value{Standing: p.was.Standing}, Value{})}
	}
	if p.was == nil {
		changes := []Change{p.change(ChangeNew, Value{}, Value{Standing: p.is.Standing})}
		if p.is.overdue() {
			late := p.change(ChangeOverdue, Value{}, Value{Date: p.is.Deciding})
			late.Cause = CauseNew
			changes = append(changes, late)
		}
		return changes
	}
	var changes []Change
	for _, found := range []func(pair) (Change, bool){standingChange, themeChange, overdueChange, dateChange, signOffChange, ownerChange,
		refChange, sourceChange, wordingChange} {
		if c, ok := found(p); ok {
			changes = append(changes, c)
		}
	}
	return changes
}

// change starts a change with what all kinds share.
func (p pair) change(kind ChangeKind, from, to Value) Change {
	c := Change{Kind: kind, From: from, To: to, Was: p.was, Is: p.is}
	at := p.is
	if at == nil {
		at = p.was
	}
	c.Key, c.Theme = at.Key, at.GroupThemes[0]
	switch kind {
	case ChangeNew, ChangeRemoved, ChangeReopened, ChangeCameIntoScope, ChangeCompleted, ChangeLeftScope:
		c.Effect = p.effect()
	}
	return c
}

// effect is what the pair does to the outstanding of the whole.
func (p pair) effect() int {
	return one(p.is != nil && p.is.outstanding()) - one(p.was != nil && p.was.outstanding())
}

func standingChange(p pair) (Change, bool) {
	if p.was.Standing == p.is.Standing {
		return Change{}, false
	}
	kind := ChangeStatus
	var b Bridge
	switch effect := p.effect(); {
	case effect > 0 && b.inflow(p) == &b.Reopened:
		kind = ChangeReopened
	case effect > 0:
		kind = ChangeCameIntoScope
	case effect < 0 && b.outflow(p) == &b.Completed:
		kind = ChangeCompleted
	case effect < 0:
		kind = ChangeLeftScope
	}
	c := p.change(kind, Value{Standing: p.was.Standing}, Value{Standing: p.is.Standing})
	if fold.Text(p.was.Reason) != fold.Text(p.is.Reason) { // an old reason explains an old change
		c.Reason = p.is.Reason
	}
	return c, true
}

func themeChange(p pair) (Change, bool) {
	if slices.Equal(p.was.GroupThemes, p.is.GroupThemes) {
		return Change{}, false
	}
	return p.change(ChangeTheme, Value{Themes: p.was.GroupThemes}, Value{Themes: p.is.GroupThemes}), true
}

func overdueChange(p pair) (Change, bool) {
	if p.was.overdue() == p.is.overdue() {
		return Change{}, false
	}
	kind := ChangeOverdue
	if p.was.overdue() {
		kind = ChangeNotOverdue
	}
	c := p.change(kind, Value{Date: p.was.Deciding}, Value{Date: p.is.Deciding})
	c.Cause = overdueCause(p.was, p.is)
	return c, true
}

// overdueCause says why a recommendation became overdue, or ceased to be.
func overdueCause(was, is *Position) Cause {
	switch {
	case !is.open():
		return CauseClosed
	case !was.open():
		return CauseReopened
	case was.overdue() && was.Deciding != is.last.deciding:
		return CauseNextAction
	case was.overdue():
		return CauseRedated
	case is.last.deciding.IsZero():
		return CauseDated
	case is.Deciding.Before(is.last.deciding):
		return CauseBroughtForward
	}
	return CauseMatured
}

func dateChange(p pair) (Change, bool) {
	from := p.is.last.due
	if from == p.is.Due || from.IsZero() && p.otherDecides() {
		return Change{}, false
	}
	c := p.change(ChangeDate, Value{Date: from}, Value{Date: p.is.Due})
	c.Days, c.Times, c.Reason = p.is.Due.DaysSince(from), p.is.TimesMoved, p.is.Reason
	return c, true
}

// signOffChange names a change of the issuer's position that no change of standing tells already.
func signOffChange(p pair) (Change, bool) {
	if p.was.SignOff == p.is.SignOff || p.was.Standing != p.is.Standing {
		return Change{}, false
	}
	return p.change(ChangeSignOff, Value{SignOff: p.was.SignOff}, Value{SignOff: p.is.SignOff}), true
}

func ownerChange(p pair) (Change, bool) {
	if fold.Text(p.was.Owner) == fold.Text(p.is.Owner) {
		return Change{}, false
	}
	return p.change(ChangeOwner, Value{Text: p.was.Owner}, Value{Text: p.is.Owner}), true
}

// refChange names a recommendation that has another ref and the text that it had: a likely renumbering.
func refChange(p pair) (Change, bool) {
	if fold.Text(p.was.Ref) == fold.Text(p.is.Ref) {
		return Change{}, false
	}
	return p.change(ChangeRef, Value{Text: p.was.Key}, Value{Text: p.is.Key}), true
}

func sourceChange(p pair) (Change, bool) {
	if fold.Text(p.was.Source) == fold.Text(p.is.Source) {
		return Change{}, false
	}
	return p.change(ChangeSource, Value{Text: p.was.Source}, Value{Text: p.is.Source}), true
}

// wordingChange names a recommendation whose text is another; from and to show where they differ.
func wordingChange(p pair) (Change, bool) {
	if !reworded(p.was.Recommendation, p.is.Recommendation) {
		return Change{}, false
	}
	lang := "en"
	from, to := excerpt.Difference(p.was.Text[lang], p.is.Text[lang])
	if from == to {
		lang = "cy"
		from, to = excerpt.Difference(p.was.Text[lang], p.is.Text[lang])
	}
	return p.change(ChangeWording, Value{Text: from, Lang: lang}, Value{Text: to, Lang: lang}), true
}

// reworded compares the texts in the languages that both months have: a translation that is added is no other wording.
func reworded(was, is *Recommendation) bool {
	for lang, text := range was.Text {
		if other := is.Text[lang]; text != other && text != "" && other != "" && fold.Letters(text) != fold.Letters(other) {
			return true
		}
	}
	return was.Text.IsEmpty() != is.Text.IsEmpty()
}
