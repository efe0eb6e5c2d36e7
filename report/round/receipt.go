package round

import (
	"strings"

	"boardpack/report/round/merge"
)

// receipt tells an owner what was taken, what could not be and why, and what is missing. It is the only check that finds answers that were
// sorted without their refs: their owner sees them at the wrong rows. Texts are not in it, only how long they are.
func (c *collecting) receipt(o OwnerStanding) mail {
	w := c.Setting.words(o.Owner.Language)
	s := said{w, c.out}
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
	waits := of(func(a *Answer) bool { return a.Kind.Decides() || a.Kind == merge.Held }, func(a *Answer) string {
		return s.ref(a) + ", " + s.column(a.Column) + ": " + s.outcome(a)
	})
	refused := of(func(a *Answer) bool { return a.Kind == merge.Refused }, func(a *Answer) string {
		return s.ref(a) + ", " + s.column(a.Column) + ", " + a.Cell + ": " + s.why(a)
	})
	var missing []string
	for _, row := range append(append([]*Row{}, o.Partly...), o.Missing...) {
		missing = append(missing, "- "+s.rowRef(row))
	}
	paragraphs := []string{w.Say("round.mail.dear", "Name", o.Owner.Shown()), w.Say("round.receipt.intro")}
	for _, part := range []struct {
		head  string
		lines []string
	}{{w.Say("round.receipt.taken"), taken}, {w.Say("round.receipt.waits"), waits}, {w.Say("round.receipt.refused"), refused}, {w.Say("round.receipt.missing"), missing}} {
		if len(part.lines) > 0 {
			paragraphs = append(paragraphs, part.head+"\n"+strings.Join(part.lines, "\n"))
		}
	}
	paragraphs = append(paragraphs, w.Say("round.receipt.check"))
	return mail{subject: w.Say("round.receipt.subject", "Month", w.MonthName(c.Month)), body: letter(w, c.Setting, paragraphs)}
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

// inMaster tells of the kinds of answers that the master agrees with.
func inMaster(k merge.Kind) bool {
	return k == merge.Taken || k == merge.Same || k == merge.Unchanged || k == merge.SameChange
}
