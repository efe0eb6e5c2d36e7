package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/pflag"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/plainfile"
)

// checkFlags adds those of check.
func checkFlags(f *pflag.FlagSet, s *settings) {
	f.StringVar(&s.annotate, "annotate", "", "write copies of the spreadsheets to the folder `DIR`, with a comment on each cell that has a problem")
	readFlags(f, s)
}

// runCheck lists the problems of the masters; with --annotate it also writes copies of them with the problems on their cells.
func runCheck(ctx context.Context, c *call) error {
	o, err := c.options()
	if err != nil {
		return err
	}
	o.Note, o.Returns = c.tellNotes(o), c.returns
	c.tellBehind(c.template.Behind())
	c.tellRenamed("renamed.file", c.template.Renamed(), o.Words[0])
	c.tellRenamed("regrouped.file", c.template.Regrouped(), o.Words[0])
	outcomes, err := batch.Check(ctx, o)
	if err != nil {
		return err
	}
	var unmade error
	if c.annotate != "" {
		if unmade = c.annotateAll(outcomes, o); unmade != nil && !errors.Is(unmade, errFailed) {
			return unmade
		}
	}
	c.tellTemplate(outcomes)
	if c.json {
		return c.printJSON(outcomes, o)
	}
	for _, out := range outcomes {
		c.printCheck(out, o)
	}
	c.tellFolded()
	c.printGained(c.template.Gained())
	if unmade != nil {
		return unmade
	}
	return failed(outcomes)
}

// printCheck says how many problems one master has, and prints them by kind.
func (c *call) printCheck(out batch.Outcome, o batch.Options) {
	fmt.Fprintf(c.stdout, "%s, %s: ", out.Name, out.Month)
	switch {
	case out.Err != nil:
		fmt.Fprintf(c.stdout, "cannot be used\n  %s\n", plainfile.Words(out.Err))
	case len(out.Problems) == 0:
		fmt.Fprintln(c.stdout, "no problems found")
	default:
		fmt.Fprintln(c.stdout, plural(len(out.Problems), "point to check", "points to check"))
	}
	if !c.quiet {
		c.printGroups(c.stdout, "  ", out.Problems, o.Words[0])
	}
}

// tellNotes gives what prints the notes on files and folders that are not read.
func (c *call) tellNotes(o batch.Options) func([]report.Problem) {
	return func(found []report.Problem) {
		if !c.quiet {
			c.printGroups(c.stderr, "", found, o.Words[0])
		}
	}
}

// printProblems prints one master's errors and warnings while building.
func (c *call) printProblems(out batch.Outcome, o batch.Options) {
	if out.Err != nil && out.Err != out.NoThemes { // that is said once for all of them
		fmt.Fprintf(c.stderr, "error: %s\n", plainfile.Words(out.Err))
	}
	if c.quiet {
		return
	}
	var others []report.Problem
	for _, p := range out.Problems {
		if p.Code != report.UnconfirmedCode { // said once for all masters of the run
			others = append(others, p)
		}
	}
	c.printGroups(c.stderr, "", others, o.Words[0])
}
