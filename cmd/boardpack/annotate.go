package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/master"
	"boardpack/report/plainfile"
	"boardpack/report/workbook"
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
		path := filepath.Join(c.annotate, out.Name+"-"+out.Month.String()+"-problems.xlsx")
		copied, err := annotated(out.Master, problems, o)
		if err == nil {
			err = os.WriteFile(path, copied, 0o644)
		}
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
	if err := annotate(&out, a, o.Words[0]); err != nil {
		return nil, err
	}
	return out.Bytes(), readable(path, data, out.Bytes(), o)
}

// annotate makes the copy. What goes wrong inside a library is an error like any other.
func annotate(w io.Writer, a workbook.Annotation, words report.Words) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("the file has something that the program does not understand")
		}
	}()
	return workbook.Annotate(w, a, words)
}

// readable proves that the copy is read as the master is: with as many recommendations, or with the same fault.
func readable(path string, data, copied []byte, o batch.Options) error {
	read := func(name string, data []byte) (int, string) {
		register, err := master.ReadBytes(name, data, master.Options{Vocabulary: o.Vocabulary, Rules: o.Rules, Limits: o.Limits})
		var unusable *master.Unusable
		if errors.As(err, &unusable) {
			return 0, unusable.Problem.Code
		}
		return len(register.Recommendations), ""
	}
	want, fault := read(path, data)
	got, other := read("copy.xlsx", copied)
	if got != want || other != fault {
		return errors.New("the copy would not be read as the source spreadsheet is")
	}
	return nil
}
