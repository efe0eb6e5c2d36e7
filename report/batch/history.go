package batch

import (
	"errors"

	"boardpack/report"
	"boardpack/report/master"
)

// history is what the earlier months of one series gave, oldest first.
type history struct {
	months []past
}

// past is one earlier month: a register, or the problem that kept it from being read.
type past struct {
	month    report.Month
	register *report.Register
	in       input
	problem  *report.Problem
}

func (h *history) add(f masterFile, register *report.Register, in input, err error) {
	p := past{month: f.month, register: register, in: in}
	if err != nil {
		problem := report.Problem{Level: report.Warning, Code: "earlier-unusable", File: f.listed, Args: map[string]string{"Month": f.month.String()}}
		var unusable *master.Unusable
		if errors.As(err, &unusable) {
			problem.Sheet, problem.Cell = unusable.Problem.Sheet, unusable.Problem.Cell
		}
		p.problem = &problem
	}
	h.months = append(h.months, p)
}

// upTo gives the registers to compare with: those up to the month asked for, or all. A month that could not be read is
// left out with a problem that says so: a gap is told, never guessed.
func (h *history) upTo(last report.Month) (registers []*report.Register, problems []report.Problem) {
	for _, p := range h.until(last) {
		if p.problem != nil {
			problems = append(problems, *p.problem)
			continue
		}
		registers = append(registers, p.register)
	}
	return registers, problems
}

// inputs gives what went into the history, for the manifest.
func (h *history) inputs(last report.Month) []input {
	var inputs []input
	for _, p := range h.until(last) {
		if p.problem == nil {
			inputs = append(inputs, p.in)
		}
	}
	return inputs
}

func (h *history) until(last report.Month) []past {
	if last.IsZero() {
		return h.months
	}
	var kept []past
	for _, p := range h.months {
		if !last.Before(p.month) {
			kept = append(kept, p)
		}
	}
	return kept
}
