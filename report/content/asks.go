package content

import (
	"slices"
	"strings"

	"boardpack/report"
)

// mostAsks is how much a board is asked at most.
const mostAsks = 5

// mostNamed is how many recommendations one of the asks names: more are a number, and so are those of several reviews, whose names are long.
func (w *writer) mostNamed() int {
	if w.isPortfolio() {
		return 0
	}
	return 4
}

// asks lists what the board is asked to do: first for what makes the position unknown, then for what is late or may be, then for what is
// to be noted. Past the most that it can take in, the rest is in the sections that follow.
func (w *writer) asks() []Text {
	kinds := []Text{
		w.askOfFigure("unrecognised", report.FigUnrecognised),
		w.askOverdue(),
		w.askLookFirst(),
		w.askMissing(),
		w.askLater(),
		w.askExtensions(),
		w.askOfFigure("no_date", report.NoDate),
		w.askResponses(),
		w.askAwaiting(),
		w.askRemoved(),
	}
	var out []Text
	for _, ask := range kinds {
		if len(ask) > 0 && len(out) < mostAsks {
			out = append(out, ask)
		}
	}
	if len(out) == 0 {
		return []Text{w.say("ask.nothing")}
	}
	return out
}

// ask asks for the recommendations of a list: each by its ref, or when they are many by their number. It is nil for none.
func (w *writer) ask(id string, keys []string, list Ref, args ...any) Text {
	switch {
	case len(keys) == 0:
		return nil
	case len(keys) > w.mostNamed():
		return w.seeing(w.count("ask.many."+id, listed(keys, list)), id)
	}
	return w.count("ask."+id, listed(keys, list), append(args, "Refs", w.refs(keys, list))...)
}

// seeing puts behind an ask, before its stop, on which page those that it is of are named.
func (w *writer) seeing(ask Text, id string) Text {
	section := "look"
	switch id {
	case "redated", "removed":
		section = "changes"
	case "extensions":
		section = "answers"
	case "no_response":
		section = "figures"
	}
	out := trimmed(ask)
	if n := len(out); n > 0 {
		out[n-1].Text = strings.TrimSuffix(out[n-1].Text, ".")
	}
	return append(append(out, w.see(section)...), Run{Text: "."})
}

// askOfFigure asks for what a figure of the whole counts.
func (w *writer) askOfFigure(id string, f report.Figure, args ...any) Text {
	return w.ask(id, w.pack.All.Keys(f), figureRef(report.OfAll, w.pack.All.ID, f), args...)
}

// askOverdue names those that are overdue, the longest first.
func (w *writer) askOverdue() Text {
	keys, list := w.pack.All.Keys(report.Overdue), figureRef(report.OfAll, w.pack.All.ID, report.Overdue)
	if len(keys) == 0 || len(keys) > w.mostNamed() {
		return w.ask("overdue", keys, list)
	}
	var refs []Text
	for _, k := range w.inOrder(report.Overdue) {
		refs = append(refs, key(k, list.at(slices.Index(keys, k))).text)
	}
	id := "ask.overdue"
	if len(keys) == 2 {
		id = "ask.both.overdue"
	}
	return w.count(id, listed(keys, list), "Refs", w.join(refs))
}

// askLater asks to agree later dates. An earlier date is no ask.
func (w *writer) askLater() Text {
	m := w.pack.Movement
	if m == nil {
		return nil
	}
	keys, list := m.LaterKeys(), changesRef(report.ChangeDate, SomeLater)
	if len(keys) != 1 || w.mostNamed() == 0 {
		return w.ask("redated", keys, list)
	}
	for i := range m.Changes {
		if c := &m.Changes[i]; c.Key == keys[0] && c.Redated() {
			at := Ref{Place: PlaceChange, Index: i + 1}
			args := []any{"Ref", key(c.Key, list.at(0)), "To", w.day(c.To.Date, at.named("to"))}
			if c.Times == 2 {
				return w.say("ask.moved_twice", args...)
			}
			return w.count("ask.moved", number(c.Times, at.named("times_moved")), args...)
		}
	}
	return nil
}

// askResponses asks for responses, where the register has any.
func (w *writer) askResponses() Text {
	if !w.pack.Register.Has(report.FieldResponse) {
		return nil
	}
	return w.askOfFigure("no_response", report.NoResponse)
}

// askAwaiting notes what awaits sign-off, and of what it has not been asked for.
func (w *writer) askAwaiting() Text {
	keys := w.pack.All.Keys(report.AwaitingSignOff)
	list := figureRef(report.OfAll, w.pack.All.ID, report.AwaitingSignOff)
	var unasked []Text
	for i, k := range keys {
		if w.pack.Position(k).SignOff == report.NotAsked {
			unasked = append(unasked, key(k, list.at(i)).text)
		}
	}
	switch {
	case len(unasked) == 0 || len(keys) > w.mostNamed():
		return w.ask("awaiting", keys, list)
	case len(unasked) == len(keys):
		return w.ask("unasked.awaiting", keys, list)
	}
	return w.ask("some_unasked.awaiting", keys, list, "Unasked", w.join(unasked))
}

func (w *writer) askRemoved() Text {
	m := w.pack.Movement
	if m == nil {
		return nil
	}
	keys := m.Keys(report.ChangeRemoved, "")
	if !w.removedOnly(keys) { // with the register that had them, which is asked after
		return nil
	}
	return w.ask("removed", keys, changesRef(report.ChangeRemoved, ""))
}
