package main

import (
	"context"
	"encoding/json"
	"fmt"

	"boardpack/report/batch"
)

// runBuild makes the packs and lists the files that it wrote.
func runBuild(ctx context.Context, c *call) error {
	o, err := c.options()
	if err != nil {
		return err
	}
	outcomes, err := batch.Build(ctx, o)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(outcomes, o)
	}
	packs, files := 0, 0
	for _, out := range outcomes {
		c.printProblems(out, o)
		if out.Err != nil {
			continue
		}
		packs++
		files += len(out.Files)
		for _, f := range out.Files {
			fmt.Fprintln(c.stdout, f.Path)
		}
	}
	fmt.Fprintf(c.stderr, "%s, %s\n", plural(packs, "pack made", "packs made"), plural(files, "file written", "files written"))
	return failed(outcomes)
}

// failed tells whether any master had no pack; what was wrong is printed already.
func failed(outcomes []batch.Outcome) error {
	for _, out := range outcomes {
		if out.Err != nil {
			return errFailed
		}
	}
	return nil
}

// outcomeEntry is one master of one month, for other programs.
type outcomeEntry struct {
	Register string         `json:"register"`
	Month    string         `json:"month"`
	Error    string         `json:"error,omitempty"`
	Problems []problemEntry `json:"problems"`
	Files    []string       `json:"files"`
}

type problemEntry struct {
	Level   string `json:"level"`
	Code    string `json:"code"`
	Where   string `json:"where"`
	Ref     string `json:"ref,omitempty"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

// printJSON prints the outcomes for other programs.
func (c *call) printJSON(outcomes []batch.Outcome, o batch.Options) error {
	entries := []outcomeEntry{}
	for _, out := range outcomes {
		e := outcomeEntry{Register: out.Name, Month: out.Month.String(), Problems: []problemEntry{}, Files: []string{}}
		if out.Err != nil {
			e.Error = out.Err.Error()
		}
		for _, p := range out.Problems {
			e.Problems = append(e.Problems, problemEntry{string(p.Level), p.Code, p.Where(), p.Key, p.Message(o.Words[0]), p.Hint(o.Words[0])})
		}
		for _, f := range out.Files {
			e.Files = append(e.Files, f.Path)
		}
		entries = append(entries, e)
	}
	encoder := json.NewEncoder(c.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(entries); err != nil {
		return err
	}
	return failed(outcomes)
}

func plural(n int, one, other string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, other)
}
