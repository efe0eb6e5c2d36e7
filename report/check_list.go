package report

import (
	"cmp"
	"slices"
	"strconv"

	"boardpack/report/keys"
)

// Check finds one kind of problem. A reader's own problems (a status or date that cannot be read) come with the
// register; these compare rows and fields with each other and with last month.
type Check struct {
	Code string
	find func(c *checking, p *Position)
}

// ofEach tells whether the check looks at each action of a recommendation that has several, rather than at the whole.
func (c Check) ofEach() bool {
	switch c.Code {
	case "completed-no-date", "date-not-complete", "completed-in-future", "completed-before-published", "agreed-not-complete",
		"due-before-original", "due-not-understood", "due-placeholder", "due-ambiguous", "due-no-issue-date", "updated-in-future",
		"longer-than-a-cell", "not-drawn", "not-joined", "damaged-character", "welsh-differs", "welsh-taken":
		return true
	}
	return false
}

// Checks lists every check of rows. Each code has its words under "problem.<code>" in the wording.
func Checks() []Check {
	return []Check{
		{"duplicate-ref", checkDuplicateRef},
		{"no-text", checkNoText},
		{"no-owner", checkNoOwner},
		{"no-response", checkNoResponse},
		{"no-priority", checkNoPriority},
		{"unknown-priority", checkUnknownPriority},
		{"completed-no-date", checkCompletedNoDate},
		{"date-not-complete", checkDateNotComplete},
		{"completed-in-future", checkCompletedInFuture},
		{"completed-before-published", checkCompletedBeforePublished},
		{"agreed-not-complete", checkAgreedNotComplete},
		{"due-before-original", checkDueBeforeOriginal},
		{"due-not-understood", checkDueNotUnderstood},
		{"due-placeholder", checkDuePlaceholder},
		{"due-ambiguous", checkDueAmbiguous},
		{"due-no-issue-date", checkDueNoIssueDate},
		{"moved-no-reason", checkMovedNoReason},
		{"original-changed", checkOriginalChanged},
		{"not-updated", checkNotUpdated},
		{"updated-in-future", checkUpdatedInFuture},
		{"external-with-status", checkExternalWithStatus},
		{"renumbered", checkRenumbered},
		{"reworded", checkReworded},
		{"returned", checkReturned},
		{"refers-to-missing", checkRefersToMissing},
		{"refers-in-circle", checkRefersInCircle},
		{"has-parts", checkHasParts},
		{"several-refs", checkSeveralRefs},
		{"action-other-theme", checkActionTheme},
		{"action-other-scope", checkActionScope},
		{"action-other-priority", checkActionPriority},
		{"longer-than-a-cell", checkLongerThanACell},
		{"not-drawn", checkNotDrawn},
		{"not-joined", checkNotJoined},
		{"damaged-character", checkDamagedCharacter},
		{"welsh-differs", checkWelshDiffers},
		{"welsh-taken", checkWelshTaken},
	}
}

// problems gives what reading found and what the checks find, in the master's order.
func (p *Pack) problems(before, now *snapshot) []Problem {
	c := &checking{pack: p, before: map[string]*Position{}, first: map[keys.Identity]*Position{}, asAt: p.PreviousAsAt,
		closed: closingStatuses(p.Positions)}
	c.found = append(c.found, p.readingProblems()...)
	for i := range p.Positions {
		c.before[p.Positions[i].Key] = now.positionBefore(before, i)
	}
	checks := Checks()
	for i := range p.Positions {
		position := &p.Positions[i]
		for _, check := range checks {
			c.code = check.Code
			if !check.ofEach() {
				check.find(c, position)
				continue
			}
			for line := range position.Rows() {
				check.find(c, line)
			}
		}
		if id := identityOf(position.Recommendation); c.first[id] == nil {
			c.first[id] = position
		}
	}
	sheets := p.Register.SheetOrder()
	slices.SortStableFunc(c.found, func(a, b Problem) int {
		if a.Row == 0 || b.Row == 0 {
			return cmp.Compare(min(a.Row, 1), min(b.Row, 1))
		}
		return cmp.Or(cmp.Compare(sheets[a.Sheet], sheets[b.Sheet]), cmp.Compare(a.Row, b.Row))
	})
	return c.found
}

// readingProblems are the register's own, with the key of the row that each is of.
func (p *Pack) readingProblems() []Problem {
	type line struct {
		sheet string
		row   int
	}
	at, sheetOf := make(map[line][]*Position, len(p.Positions)), p.Register.SheetOf
	for i := range p.Positions {
		for p := range p.Positions[i].Rows() {
			l := line{sheetOf(p.Recommendation), p.Row}
			at[l] = append(at[l], p)
		}
	}
	out := make([]Problem, len(p.Register.Problems))
	for i, problem := range p.Register.Problems {
		problem.Key = keyAt(at[line{problem.Sheet, problem.Row}], problem.Cell)
		out[i] = problem
	}
	return out
}

// keyAt gives the key of the position that has the cell, of those in one row: where two tables are side by side there are two.
func keyAt(row []*Position, cell string) string {
	for _, p := range row {
		if p.Cells.Has(cell) {
			return p.Key
		}
	}
	if len(row) == 0 {
		return ""
	}
	return row[0].Key
}

// WarningCount counts the problems that a person should look at, notes left out.
func (p *Pack) WarningCount() int {
	n := 0
	for _, problem := range p.Problems {
		n += one(problem.Level != Note)
	}
	return n
}

// ProblemGroup is the problems of one code.
type ProblemGroup struct {
	Code     string
	Problems []Problem
}

// GroupProblems groups problems by code: errors before warnings before notes, of each the most frequent first, codes of equal number by
// name.
func GroupProblems(problems []Problem) []ProblemGroup {
	place := map[string]int{}
	var groups []ProblemGroup
	for _, p := range problems {
		i, ok := place[p.Code]
		if !ok {
			i = len(groups)
			place[p.Code] = i
			groups = append(groups, ProblemGroup{Code: p.Code})
		}
		groups[i].Problems = append(groups[i].Problems, p)
	}
	slices.SortStableFunc(groups, func(a, b ProblemGroup) int {
		return cmp.Or(cmp.Compare(a.urgency(), b.urgency()), cmp.Compare(len(b.Problems), len(a.Problems)), cmp.Compare(a.Code, b.Code))
	})
	return groups
}

// Level is that of the gravest of the problems.
func (g ProblemGroup) Level() Level { return levels()[g.urgency()] }

// urgency is 0 where one of the problems is an error, 1 where one is a warning, and 2 for notes alone.
func (g ProblemGroup) urgency() int {
	most := len(levels()) - 1
	for _, p := range g.Problems {
		most = min(most, max(slices.Index(levels(), p.Level), 0))
	}
	return most
}

func levels() []Level { return []Level{Failure, Warning, Note} }

// restatedProblem says that last month's figures are not those that were published.
func (p *Pack) restatedProblem() []Problem {
	if p.Restated == nil {
		return nil
	}
	return []Problem{{Level: Warning, Code: "restated", File: p.Register.File,
		Args: map[string]string{"Month": p.Restated.Month.String(), "Figures": strconv.Itoa(p.Restated.Len())}}}
}

// UnconfirmedCode is that of the problem with a template that holds guesses.
const UnconfirmedCode = "template-unconfirmed"

// unconfirmed says why a pack whose master calls it final is a draft.
func (r *Rules) unconfirmed() []Problem {
	if len(r.Unconfirmed) == 0 {
		return nil
	}
	return []Problem{{Level: Warning, Code: UnconfirmedCode, File: "pack.yaml",
		Args: map[string]string{"Guesses": strconv.Itoa(len(r.Unconfirmed))}}}
}

// RowsNotCounted counts the rows of the master that hold something and are listed as not counted.
func (p *Pack) RowsNotCounted() int {
	n := 0
	for _, problem := range p.Problems {
		n += one(slices.Contains(NotCountedCodes(), problem.Code))
	}
	return n
}
