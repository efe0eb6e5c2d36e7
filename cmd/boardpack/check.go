package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/plainfile"
)

// checkFlags adds those of check.
func checkFlags(f *pflag.FlagSet, s *settings) {
	readFlags(f, s)
	f.StringVar(&s.annotate, "annotate", "", "folder for copies of the masters, with each problem as a comment on its cell")
}

// runCheck lists the problems of the masters; with --annotate it also writes copies of them with the problems on their cells.
func runCheck(ctx context.Context, c *call) error {
	o, err := c.options()
	if err != nil {
		return err
	}
	o.Note = c.tellNote(o)
	c.tellBehind(c.template.Behind())
	c.tellRenamed(c.template.Renamed(), o.Words[0])
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
	c.tellTemplate()
	if c.json {
		return c.printJSON(outcomes, o)
	}
	for _, out := range outcomes {
		c.printCheck(out, o)
	}
	c.printGained(c.template.Gained())
	if unmade != nil {
		return unmade
	}
	return failed(outcomes)
}

// printCheck prints one master's problems by kind, each with its cell.
func (c *call) printCheck(out batch.Outcome, o batch.Options) {
	fmt.Fprintf(c.stdout, "%s, %s: ", out.Name, out.Month)
	switch {
	case out.Err != nil:
		fmt.Fprintf(c.stdout, "cannot be used\n  %s\n", plainfile.Words(out.Err))
	case len(out.Problems) == 0:
		fmt.Fprintln(c.stdout, "nothing found")
	default:
		fmt.Fprintln(c.stdout, plural(len(out.Problems), "point to look at", "points to look at"))
	}
	for _, group := range report.GroupProblems(out.Problems) {
		fmt.Fprintf(c.stdout, "\n  %s (%d)\n", group.Code, len(group.Problems))
		for _, p := range group.Problems {
			fmt.Fprintf(c.stdout, "    %s: %s\n", p.Where(), p.Message(o.Words[0]))
		}
		fmt.Fprintf(c.stdout, "    %s\n", strings.Join(hints(group.Problems, o.Words[0]), "\n    "))
	}
	fmt.Fprintln(c.stdout)
}

// hints gives what to do, each said once.
func hints(problems []report.Problem, w report.Words) []string {
	var out []string
	said := map[string]bool{}
	for _, p := range problems {
		if hint := p.Hint(w); !said[hint] {
			said[hint] = true
			out = append(out, "→ "+hint)
		}
	}
	return out
}

// tellNote gives what prints a note on a file or folder that is not read: what it is, and what to do.
func (c *call) tellNote(o batch.Options) func(report.Problem) {
	return func(p report.Problem) {
		if !c.quiet {
			fmt.Fprintf(c.stderr, "%s: %s: %s %s\n", p.Level, p.Where(), p.Message(o.Words[0]), p.Hint(o.Words[0]))
		}
	}
}

// printProblems prints one master's errors and warnings while building.
func (c *call) printProblems(out batch.Outcome, o batch.Options) {
	if out.Err != nil {
		fmt.Fprintf(c.stderr, "error: %s\n", plainfile.Words(out.Err))
	}
	if c.quiet {
		return
	}
	for _, p := range out.Problems {
		if p.Code == report.UnconfirmedCode { // said once for all masters of the run
			continue
		}
		fmt.Fprintf(c.stderr, "%s: %s: %s\n", p.Level, p.Where(), p.Message(o.Words[0]))
	}
}
