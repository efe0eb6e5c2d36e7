package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/master"
	"boardpack/report/plainfile"
)

// annotateAll writes a copy of each master that has problems into the folder, and lists the copies on standard error. A master
// that is not a spreadsheet at all has no cells to comment on, and is passed over: its error says what it is. The error is errFailed
// where a copy could not be made.
func (c *call) annotateAll(outcomes []batch.Outcome, o batch.Options) error {
	if err := c.notIntoInput(); err != nil {
		return err
	}
	if err := os.MkdirAll(c.annotate, 0o755); err != nil {
		return fmt.Errorf("the folder %s cannot be made: %s", c.annotate, plainfile.Say(err))
	}
	var failed error
	for _, out := range outcomes {
		problems := problemsOf(out)
		if out.Master == "" || len(problems) == 0 {
			continue
		}
		path := filepath.Join(c.annotate, out.Name+"-"+out.Month.String()+"-problems")
		path, err := batch.Annotate(out.Master, path, problems, o)
		if err != nil {
			fmt.Fprintf(c.stderr, "%s: no copy with comments was made: %s\n", filepath.Base(out.Master), plainfile.Say(err))
			failed = errFailed
			continue
		}
		fmt.Fprintf(c.stderr, "problems marked in %s\n", path)
	}
	return failed
}

// notIntoInput refuses the folder of the masters: the next run would take the copies for masters.
func (c *call) notIntoInput() error {
	input, err := filepath.Abs(c.input)
	if err != nil {
		return err
	}
	to, err := filepath.Abs(c.annotate)
	if err != nil {
		return err
	}
	within, err := filepath.Rel(input, to)
	if err == nil && within != ".." && !strings.HasPrefix(within, ".."+string(filepath.Separator)) {
		return usageError{fmt.Sprintf("--annotate: %s is in the folder of the source spreadsheets, where the next run would read the copies; name another folder", c.annotate)}
	}
	return nil
}

// problemsOf gives the problems that lie in the master itself, the one that makes it unusable included.
func problemsOf(out batch.Outcome) []report.Problem {
	problems := out.Problems
	var unusable *master.Unusable
	if errors.As(out.Err, &unusable) {
		problems = append(problems[:len(problems):len(problems)], unusable.Problem)
	}
	return problems
}
