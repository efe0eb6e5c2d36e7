package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/master"
	"boardpack/report/workbook"
)

// annotateAll writes a copy of each master that has problems into the folder, and lists the copies on standard error. A master
// that is not a spreadsheet at all has no cells to comment on, and is passed over: its error says what it is.
func (c *call) annotateAll(outcomes []batch.Outcome, o batch.Options) error {
	if err := os.MkdirAll(c.annotate, 0o755); err != nil {
		return err
	}
	for _, out := range outcomes {
		problems := problemsOf(out)
		if out.Master == "" || len(problems) == 0 {
			continue
		}
		copied, err := annotated(out.Master, problems, o)
		if err != nil {
			fmt.Fprintf(c.stderr, "%s: no copy with comments: %v\n", filepath.Base(out.Master), err)
			continue
		}
		path := filepath.Join(c.annotate, out.Name+"-"+out.Month.String()+"-problems.xlsx")
		if err := os.WriteFile(path, copied, 0o644); err != nil {
			return err
		}
		fmt.Fprintf(c.stderr, "problems marked in %s\n", path)
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

// annotated makes the copy of one master: of a workbook as it is, of a CSV file as a workbook.
func annotated(path string, problems []report.Problem, o batch.Options) ([]byte, error) {
	// Read first: it proves the file sound and within the limits before anything else opens it.
	options := master.Options{Vocabulary: o.Vocabulary, Rules: o.Rules, Limits: o.Limits}
	_, err := master.Read(path, options)
	var unusable *master.Unusable
	if errors.As(err, &unusable) && unusable.Problem.Cell == "" && unusable.Problem.Sheet == "" {
		return nil, err
	}
	data, err := master.Bytes(path, o.Limits)
	if err != nil {
		return nil, err
	}
	a := workbook.Annotation{Problems: problems}
	if bytes.HasPrefix(data, []byte("PK")) {
		a.Workbook = data
	} else if a.Records, err = master.Records(path, data, options); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = workbook.Annotate(&out, a, o.Words[0])
	return out.Bytes(), err
}
