package report

// FigureChange explains by its rows why a figure of the whole is not that of last month: its reasons add up to the difference.
// A figure that has other rows and the same number is explained too: one out and one in is not nothing.
type FigureChange struct {
	Figure  Figure
	Was, Is int
	Reasons []Reason // what added first
}

// Reason is one kind of thing that happened, and to which recommendations.
type Reason struct {
	Kind     ReasonKind
	From, To Standing // of ReasonStanding
	Effect   int      // on the figure: one for each key, and negative when they left it
	Keys     []string
	Times    []int // in step with Keys, how often the date of each has moved
}

// ReasonKind says why a recommendation is in a figure that it was not in, or no longer.
type ReasonKind string

// The kinds. The wording has each under "reason.<kind>".
const (
	ReasonNew        ReasonKind = "new"
	ReasonRemoved    ReasonKind = "removed"
	ReasonMoved      ReasonKind = "moved" // to or from another owner or theme, where the pack is of one
	ReasonStanding   ReasonKind = "standing"
	ReasonMatured    ReasonKind = "matured" // its date passed
	ReasonNear       ReasonKind = "near"    // its date came near
	ReasonForward    ReasonKind = "brought_forward"
	ReasonLater      ReasonKind = "moved_later"
	ReasonDated      ReasonKind = "dated"
	ReasonUndated    ReasonKind = "undated"
	ReasonNextAction ReasonKind = "next_action" // another of its actions is due first
	ReasonOriginal   ReasonKind = "original_changed"
	ReasonAnswered   ReasonKind = "answered"
	ReasonUnanswered ReasonKind = "unanswered"
	ReasonOther      ReasonKind = "other" // another cell that the figure asks for
	ReasonAsAt       ReasonKind = "as_at" // the day that the figures speak of is another, and nothing else
)

// ReasonKinds lists all kinds.
func ReasonKinds() []ReasonKind {
	return []ReasonKind{ReasonNew, ReasonRemoved, ReasonMoved, ReasonStanding, ReasonMatured, ReasonNear, ReasonForward, ReasonLater,
		ReasonDated, ReasonUndated, ReasonNextAction, ReasonOriginal, ReasonAnswered, ReasonUnanswered, ReasonOther, ReasonAsAt}
}

// figureChanges explains every figure that changed.
func figureChanges(lined []pair, before, now *Group, belongs func(*Position) bool) []FigureChange {
	var out []FigureChange
	for _, rule := range now.counter.rules {
		change := FigureChange{Figure: rule.Name, Was: before.N(rule.Name), Is: now.N(rule.Name)}
		for _, effect := range []int{1, -1} {
			change.Reasons = append(change.Reasons, reasonsOf(rule.Name, lined, belongs, effect)...)
		}
		if len(change.Reasons) > 0 {
			out = append(out, change)
		}
	}
	return out
}

// reasonsOf gathers the recommendations that came into a figure (effect 1) or left it (−1), by reason.
func reasonsOf(f Figure, lined []pair, belongs func(*Position) bool, effect int) []Reason {
	type sort struct {
		kind     ReasonKind
		from, to Standing
	}
	var out []Reason
	places := map[sort]int{}
	for _, p := range lined {
		was := p.was != nil && belongs(p.was) && p.was.In(f)
		is := p.is != nil && belongs(p.is) && p.is.In(f)
		if one(is)-one(was) != effect {
			continue
		}
		of := sort{kind: p.reason(f, belongs)}
		at := p.is
		if at == nil {
			at = p.was
		}
		if of.kind == ReasonStanding {
			of.from, of.to = p.was.Standing, p.is.Standing
		}
		i, ok := places[of]
		if !ok {
			i = len(out)
			places[of] = i
			out = append(out, Reason{Kind: of.kind, From: of.from, To: of.to})
		}
		r := &out[i]
		r.Effect, r.Keys, r.Times = r.Effect+effect, append(r.Keys, at.Key), append(r.Times, at.TimesMoved)
	}
	return out
}

// reason says why a pair's sides differ in a figure.
func (p pair) reason(f Figure, belongs func(*Position) bool) ReasonKind {
	switch {
	case p.was == nil:
		return ReasonNew
	case p.is == nil:
		return ReasonRemoved
	case belongs(p.was) != belongs(p.is):
		return ReasonMoved
	}
	plan := p.is.counter.plan(f)
	if plan.Stands(p.was.Standing) != plan.Stands(p.is.Standing) {
		return ReasonStanding
	}
	switch p.differsIn(plan) {
	case AboutDue:
		return p.dateReason(f)
	case AboutSlip:
		return p.slipReason()
	case AboutResponse:
		return p.answerReason()
	case "":
		return ReasonStanding
	}
	return ReasonOther
}

// differsIn gives what decided of two sides that stand alike: the subject of the plan's first ask that one side meets and the other
// does not; "" for none.
func (p pair) differsIn(plan *Plan) Subject {
	for i := range plan.Asks {
		ask := &plan.Asks[i]
		if p.was.Meets(&ask.Condition) == p.is.Meets(&ask.Condition) {
			continue
		}
		if len(ask.Of) == 0 {
			return ask.About
		}
		for _, f := range ask.Of {
			if about := p.differsIn(p.is.counter.plan(f)); p.was.In(f) != p.is.In(f) && about != "" {
				return about
			}
		}
	}
	return ""
}

// dateReason looks at the date that decides, of a recommendation that was open and is.
func (p pair) dateReason(f Figure) ReasonKind {
	was, is := p.is.last.deciding, p.is.Deciding
	switch {
	case p.otherDecides() && (p.was.overdue() || !p.is.overdue()):
		return ReasonNextAction
	case was.IsZero():
		return ReasonDated
	case is.IsZero():
		return ReasonUndated
	case is.Before(was):
		return ReasonForward
	case p.is.overdue() && !p.was.overdue():
		return ReasonMatured
	case is.After(was):
		return ReasonLater
	case f != Overdue && p.is.dueSoon() && !p.was.dueSoon():
		return ReasonNear
	}
	return ReasonAsAt
}

func (p pair) slipReason() ReasonKind {
	was, is := p.is.last.due, p.is.Due
	switch {
	case p.otherDecides():
		return ReasonNextAction
	case is.After(was):
		return ReasonLater
	case is.Before(was):
		return ReasonForward
	case was.IsZero() && !is.IsZero():
		return ReasonDated
	case !was.IsZero() && is.IsZero():
		return ReasonUndated
	}
	return ReasonOriginal
}

func (p pair) answerReason() ReasonKind {
	if p.is.Response.IsEmpty() {
		return ReasonUnanswered
	}
	return ReasonAnswered
}
