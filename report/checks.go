package report

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"

	"boardpack/report/excerpt"
	"boardpack/report/fold"
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
		"longer-than-a-cell", "not-drawn", "not-joined", "damaged-character":
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
	}
}

// checking is what the checks look at.
type checking struct {
	pack   *Pack
	before map[string]*Position // by this month's key
	first  map[keys.Identity]*Position
	closed map[string]bool // statuses as typed, folded, that close: most rows that have one have a completed date too
	asAt   Date            // of the month before; absent without one
	code   string
	found  []Problem

	parts        map[string][]string // of the recommendations that have parts; nil until asked for
	spansAreRefs *bool               // refs such as 5-7 are single ones here; nil until asked for
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
		for _, own := range p.Cells {
			if own == cell {
				return p.Key
			}
		}
	}
	if len(row) == 0 {
		return ""
	}
	return row[0].Key
}

// add records a problem at a row's cell; args are pairs of name and value.
func (c *checking) add(p *Position, field Field, args ...string) {
	named := map[string]string{"Ref": p.Key}
	for i := 0; i+1 < len(args); i += 2 {
		named[args[i]] = args[i+1]
	}
	c.found = append(c.found, Problem{Level: Warning, Code: c.code, File: c.pack.Register.File, Sheet: c.pack.Register.SheetOf(p.Recommendation),
		Cell: p.Cell(field), Row: p.Row, Field: field, Key: p.Key, Args: named})
}

func (c *checking) has(f Field) bool { return c.pack.Register.Has(f) }

func checkDuplicateRef(c *checking, p *Position) {
	if first := c.first[identityOf(p.Recommendation)]; first != nil && p.Ref != "" {
		c.add(p, FieldRef, "Printed", p.Ref, "First", first.Key, "FirstCell", c.pack.Register.Address(first.Recommendation, FieldRef))
	}
}

func checkNoResponse(c *checking, p *Position) {
	if p.In(NoResponse) && c.has(FieldResponse) {
		c.add(p, FieldResponse)
	}
}

func checkNoText(c *checking, p *Position) {
	if p.Text.IsEmpty() {
		c.add(p, FieldRecommendation)
	}
}

func checkNoOwner(c *checking, p *Position) {
	if p.Owner == "" && c.has(FieldOwner) {
		c.add(p, FieldOwner)
	}
}

// checkNoPriority and checkUnknownPriority look at priorities where the template lists them, because its ratings may ask
// for one.
func checkNoPriority(c *checking, p *Position) {
	if len(c.pack.Rules.Priorities) > 0 && c.has(FieldPriority) && p.inScope() && p.Priority == "" {
		c.add(p, FieldPriority, "Known", strings.Join(c.pack.Rules.Priorities, ", "))
	}
}

func checkUnknownPriority(c *checking, p *Position) {
	known := c.pack.Rules.Priorities
	if len(known) == 0 || p.Priority == "" || !p.inScope() {
		return
	}
	if !slices.ContainsFunc(known, func(word string) bool { return fold.Text(word) == fold.Text(p.Priority) }) {
		c.add(p, FieldPriority, "Priority", excerpt.Short(p.Priority, 60), "Known", strings.Join(known, ", "))
	}
}

func checkAgreedNotComplete(c *checking, p *Position) {
	if p.SignOff == Agreed && p.open() {
		c.add(p, FieldSignOff)
	}
}

// checkExternalWithStatus doubts a row that another body alone must act on, and that yet has a status of work done here.
func checkExternalWithStatus(c *checking, p *Position) {
	if p.Standing == StandExternal && (p.State == InProgress || p.State == Complete) {
		c.add(p, FieldStatus)
	}
}

func checkRefersToMissing(c *checking, p *Position) {
	if ref := refersTo(p.Response); ref != "" && p.SeeAlso == "" {
		c.add(p, FieldResponse, "Other", ref)
	}
}

// checkRefersInCircle follows answers that only refer to another: one that comes back to itself answers nothing.
func checkRefersInCircle(c *checking, p *Position) {
	const longest = 50 // no real chain of references is longer
	at := p
	for steps := 0; at != nil && at.SeeAlso != "" && steps < longest; steps++ {
		if at.SeeAlso == p.Key {
			c.add(p, FieldResponse, "Other", p.SeeAlso)
			return
		}
		at = c.pack.Position(at.SeeAlso)
	}
}

// MaxCell is the length of text that a cell of an Excel workbook holds, in UTF-16 units (Microsoft, "Excel specifications and
// limits").
const MaxCell = 32767

// checkLongerThanACell names the texts that a workbook cannot show whole in their cells; only a CSV file has such.
func checkLongerThanACell(c *checking, p *Position) {
	for field, text := range p.typed() {
		if len(text) <= MaxCell { // no text has more units than bytes
			continue
		}
		if n := len(utf16.Encode([]rune(text))); n > MaxCell {
			c.add(p, field, "N", strconv.Itoa(n), "Most", strconv.Itoa(MaxCell))
		}
	}
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

// GroupProblems groups problems by code, the most frequent first, codes of equal number by name.
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
	sort.SliceStable(groups, func(a, b int) bool {
		if len(groups[a].Problems) != len(groups[b].Problems) {
			return len(groups[a].Problems) > len(groups[b].Problems)
		}
		return groups[a].Code < groups[b].Code
	})
	return groups
}
