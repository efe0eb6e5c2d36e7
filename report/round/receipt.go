package round

import (
	"strings"

	"boardpack/report/round/merge"
)

// receipt tells an owner what was taken, what could not be and why, and what is missing. It is the only check that finds answers that were
// sorted without their refs: their owner sees them at the wrong rows. Texts are not in it, only how long they are.
func (c *collecting) receipt(o OwnerStanding) mail {
	w := c.Setting.words(o.Owner.Language)
	s, contact := said{w, c.out}, contactOf(c.Contacts, o.Owner.Name)
	of := func(kinds func(a *Answer) bool, line func(a *Answer) string) []string {
		var lines []string
		for _, a := range c.out.Answers {
			if sameName(a.Owner, o.Owner.Name) && kinds(a) {
				lines = append(lines, "- "+line(a))
			}
		}
		return lines
	}
	taken := c.takenByRow(s, o.Owner.Name)
	waits := of(func(a *Answer) bool { return a.Kind.Decides() || a.Kind == merge.Held || a.ours() }, func(a *Answer) string {
		return s.ref(a) + ", " + s.column(a.Column) + ": " + s.toOwner(a)
	})
	refused := of(func(a *Answer) bool { return a.Kind == merge.Refused && !a.ours() || a.setAside() }, func(a *Answer) string {
		return s.ref(a) + ", " + s.column(a.Column) + ", " + a.Cell + ": " + s.toOwner(a)
	})
	var missing []string
	for _, row := range append(append([]*Row{}, o.Partly...), o.Missing...) {
		missing = append(missing, "- "+s.rowRef(row))
	}
	paragraphs := []string{w.Say("round.mail.dear", "Name", nameOf(contact, o.Owner)), w.Say("round.receipt.intro")}
	for _, part := range []struct {
		head  string
		lines []string
	}{{w.Say("round.receipt.taken"), taken}, {w.Say("round.receipt.waits"), waits}, {w.Say("round.receipt.refused"), refused}, {w.Say("round.receipt.missing"), missing}} {
		if len(part.lines) > 0 {
			paragraphs = append(paragraphs, part.head+"\n"+strings.Join(part.lines, "\n"))
		}
	}
	paragraphs = append(paragraphs, w.Say("round.receipt.check"))
	m := mail{subject: w.Say("round.receipt.subject", "Month", w.MonthName(c.Month)), body: letter(w, c.Setting, paragraphs)}
	m.address(contact)
	return m
}

// takenByRow gives a line for each row of which something was taken.
func (c *collecting) takenByRow(s said, owner string) []string {
	var lines []string
	var last *Row
	for _, a := range c.out.Answers {
		if !sameName(a.Owner, owner) || !inMaster(a.Kind) {
			continue
		}
		text := s.column(a.Column) + ": " + s.answer(a)
		if a.Row == last {
			lines[len(lines)-1] += "; " + text
			continue
		}
		lines, last = append(lines, "- "+s.ref(a)+": "+text), a.Row
	}
	return lines
}

// ours tells of an answer that could not be taken for a reason that the owner can do nothing about.
func (a *Answer) ours() bool {
	if a.Kind != merge.Refused {
		return false
	}
	switch a.Why {
	case "no_day", "several_due_columns", "no_column":
		return true
	case "cell_too_long":
		return false
	}
	return strings.HasPrefix(a.Why, "cell_")
}

// setAside tells of an answer in whose place the master says something else, by what the team did or decided.
func (a *Answer) setAside() bool {
	switch a.Kind {
	case merge.Kept, merge.Overruled, merge.TeamStands, merge.ChangedSince:
		return true
	}
	return false
}

// toOwner says to its owner what became of an answer that was not taken, or not yet.
func (s said) toOwner(a *Answer) string {
	switch {
	case a.ours():
		return s.w.Say("round.receipt.ours")
	case a.Kind == merge.Conflict, a.setAside():
		return s.w.Say("round.receipt.outcome." + string(a.Kind))
	case a.Kind == merge.OwnersDiffer:
		return s.outcome(a)
	case a.Why == "not_mine", a.Why == "team_status":
		return s.w.Say("round.receipt.why."+a.Why, "Other", cutText(a.Text))
	}
	return s.why(a)
}

// inMaster tells of the kinds of answers that the master agrees with.
func inMaster(k merge.Kind) bool {
	return k == merge.Taken || k == merge.Same || k == merge.Unchanged || k == merge.SameChange
}
