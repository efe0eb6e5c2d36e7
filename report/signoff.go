package report

import (
	"slices"
	"strings"
)

// SignOffRecorded tells whether any of the pack's rows, and whether each of them, is of a master that records the issuer's
// sign-off. Some and not all: a portfolio over masters with a sign-off column and others without.
func (p *Pack) SignOffRecorded() (some, all bool) {
	return p.signOffs > 0, p.signOffs == len(p.Positions)
}

func (p *Pack) signOffDiffers() bool {
	some, all := p.SignOffRecorded()
	return some && !all
}

// SignOffNote says whose sign-off is recorded where that is not so for every row; else "".
func (p *Pack) SignOffNote(w Words) string {
	if !p.signOffDiffers() {
		return ""
	}
	var without []string
	for i := range p.Positions {
		r := &p.Positions[i]
		if r.SignOff == NoSignOff && r.Master != "" && !slices.Contains(without, r.Master) {
			without = append(without, r.Master)
		}
	}
	args := []any{"None", w.Say("sign_off.none"), "Column", w.Say("field.sign_off"), "Registers", strings.Join(without, ", ")}
	if len(without) == 0 {
		return w.Say("note.sign_off", args[:4]...)
	}
	return w.Say("note.sign_off.registers", args...)
}

// asksForSignOff tells whether a figure's own rule looks at the sign-off.
func (r FigureRule) asksForSignOff() bool {
	return slices.ContainsFunc(r.Conditions, func(c Condition) bool { return c.About == AboutSignOff })
}
