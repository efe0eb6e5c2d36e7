package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"boardpack/report"
)

// namedPlaces is how many cells of a kind of problem are named; --verbose lists them all.
const namedPlaces = 3

// printGroups prints problems, each line after the indent: one line for each kind, or with --verbose each problem with its cell.
func (c *call) printGroups(out io.Writer, indent string, problems []report.Problem, w report.Words) {
	for _, group := range report.GroupProblems(problems) {
		if c.verbose {
			printEach(out, indent, group, w)
			continue
		}
		c.folded = c.folded || len(group.Problems) > namedPlaces
		fmt.Fprintf(out, "%s%s\n", indent, oneLine(group, w))
	}
}

// oneLine says how many problems of a kind there are, where the first of them are, what the first one is, and what to do.
func oneLine(group report.ProblemGroup, w report.Words) string {
	first, n := group.Problems[0], len(group.Problems)
	if n == 1 {
		return fmt.Sprintf("%s: %s: %s → %s", first.Level, first.Where(), first.Message(w), first.Hint(w))
	}
	return fmt.Sprintf("%s: %s times, in %s. The first: %s → %s", group.Level(), report.Thousands(n), firstPlaces(group.Problems), first.Message(w), first.Hint(w))
}

// firstPlaces names the first cells: "m.xlsx: Open!D2, D3, Closed!D2 and 2,450 more".
func firstPlaces(problems []report.Problem) string {
	var names []string
	for i, p := range problems[:min(len(problems), namedPlaces)] {
		name := p.Where()
		if i > 0 {
			name = nextPlace(problems[i-1], p)
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return someOf(names, len(problems)-min(len(problems), namedPlaces))
}

// nextPlace names a place after another one, without what the two have in common.
func nextPlace(before, p report.Problem) string {
	switch {
	case p.File != before.File || p.Cell == "" || before.Cell == "":
		return p.Where()
	case p.Sheet != before.Sheet:
		return p.Sheet + "!" + p.Cell
	}
	return p.Cell
}

// someOf joins names, and says how many more there are.
func someOf(names []string, more int) string {
	if more > 0 {
		return strings.Join(names, ", ") + " and " + report.Thousands(more) + " more"
	}
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], ", ") + " and " + names[last]
	}
	return strings.Join(names, "")
}

// printEach prints a kind with all its problems, and each thing to do about them once.
func printEach(out io.Writer, indent string, group report.ProblemGroup, w report.Words) {
	fmt.Fprintf(out, "%s%s: %s (%s)\n", indent, group.Level(), group.Code, report.Thousands(len(group.Problems)))
	for _, p := range group.Problems {
		fmt.Fprintf(out, "%s  %s: %s\n", indent, p.Where(), p.Message(w))
	}
	for _, hint := range hints(group.Problems, w) {
		fmt.Fprintf(out, "%s  → %s\n", indent, hint)
	}
}

// hints gives what to do, each said once.
func hints(problems []report.Problem, w report.Words) []string {
	var out []string
	said := map[string]bool{}
	for _, p := range problems {
		if hint := p.Hint(w); !said[hint] {
			said[hint] = true
			out = append(out, hint)
		}
	}
	return out
}

// tellFolded says how to see the cells that were not named.
func (c *call) tellFolded() {
	if !c.folded {
		return
	}
	text := "boardpack check --verbose lists every cell"
	if c.annotate == "" {
		text += "; boardpack check --annotate DIR writes copies of the spreadsheets with the problems marked"
	}
	fmt.Fprintln(c.stderr, text+".")
}

// plural writes a number with its noun: "no packs made", "1 pack made", "2,400 packs made".
func plural(n int, one, other string) string {
	switch n {
	case 0:
		return "no " + other
	case 1:
		return "1 " + one
	}
	return report.Thousands(n) + " " + other
}
