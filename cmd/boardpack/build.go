package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"boardpack/report/batch"
	"boardpack/report/plainfile"
)

// runBuild makes the packs and lists the files that it wrote.
func runBuild(ctx context.Context, c *call) error {
	o, err := c.options()
	if err != nil {
		return err
	}
	if o.Tool, err = toolIdentity(); err != nil {
		return err
	}
	o.Note, o.Returns = c.tellNotes(o), c.returns
	c.tellBehind(c.template.Behind())
	bar := c.newProgress()
	o.Progress = bar.tell
	outcomes, err := batch.Build(ctx, o)
	bar.finish()
	if outcomes == nil {
		return err
	}
	if err != nil { // of a month that could not be published; other months may have been
		fmt.Fprintf(c.stderr, "boardpack: %s\n", plainfile.Words(err))
	}
	if c.json {
		c.tellTemplate(outcomes)
		return c.printJSON(outcomes, o)
	}
	c.printBuilt(outcomes, o)
	return failed(outcomes)
}

// printBuilt lists what was made, and says what was not and why.
func (c *call) printBuilt(outcomes []batch.Outcome, o batch.Options) {
	packs, files, unchanged := 0, 0, 0
	for _, out := range outcomes {
		c.printHistory(out)
		c.printProblems(out, o)
		switch {
		case out.Err != nil || out.Gone:
		case out.Unchanged:
			unchanged++
		default:
			packs++
			files += len(out.Files)
			for _, f := range out.Files {
				fmt.Fprintln(c.stdout, f.Path)
			}
		}
	}
	c.tellTemplate(outcomes)
	c.tellFolded()
	text := plural(packs, "pack made", "packs made") + ", " + plural(files, "file written", "files written")
	if unchanged > 0 {
		text += ", " + plural(unchanged, "pack unchanged and left as it is", "packs unchanged and left as they are")
	}
	fmt.Fprintln(c.stderr, text)
}

// tellTemplate says what is to be done in the template, or on a spreadsheet's sheet of themes, a line for each.
func (c *call) tellTemplate(outcomes []batch.Outcome) {
	var told []error
	for _, out := range outcomes {
		if todo := out.NoThemes; todo != nil && !slices.ContainsFunc(told, func(e error) bool { return e.Error() == todo.Error() }) {
			told = append(told, todo)
		}
	}
	for _, todo := range append(told, c.unconfirmed) {
		if todo != nil {
			fmt.Fprintln(c.stderr, todo)
		}
	}
}

// printHistory says what a pack was compared with, that it is unchanged, and what is left over from earlier runs.
func (c *call) printHistory(out batch.Outcome) {
	if left := out.LeftOver; len(left) > 0 {
		fmt.Fprintf(c.stderr, "warning: %s from an earlier run and not part of this pack: %s → Build that month again, or delete what you do not need.\n",
			plural(len(left), "file is", "files are"), c.filesIn(left))
	}
	if c.quiet || out.Err != nil || out.Gone {
		return
	}
	if out.Unchanged {
		fmt.Fprintf(c.stderr, "%s, %s: unchanged\n", out.Name, out.Month)
	}
	if out.ComparedWith != "" {
		fmt.Fprintf(c.stderr, "%s, %s: compared with %s\n", out.Name, out.Month, out.ComparedWith)
	}
}

// filesIn names the first of some files, or with --verbose all of them.
func (c *call) filesIn(paths []string) string {
	named := len(paths)
	if !c.verbose {
		named = min(named, namedPlaces)
	}
	return someOf(paths[:named], len(paths)-named)
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
	Compared string         `json:"compared_with,omitempty"`
	Same     bool           `json:"unchanged,omitempty"`
	Gone     bool           `json:"gone,omitempty"`
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
		e := outcomeEntry{Register: out.Name, Month: out.Month.String(), Compared: out.ComparedWith, Same: out.Unchanged, Gone: out.Gone, Problems: []problemEntry{}, Files: []string{}}
		if out.Err != nil {
			e.Error = plainfile.Words(out.Err)
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
