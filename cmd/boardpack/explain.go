package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/explain"
	"boardpack/report/figurename"
	"boardpack/report/plainfile"
)

// explainFlags adds the language to those of reading.
func explainFlags(f *pflag.FlagSet, s *settings) {
	readFlags(f, s)
	f.StringSliceVar(&s.languages, "lang", nil, "`LANGUAGE` of the explanation, en or cy (default: the first of the template)")
}

// explained is one register's explanation, for other programs.
type explained struct {
	Register string `json:"register"`
	*explain.Explanation
}

// runExplain traces a figure to its rows and cells; without one it lists the names of all figures.
func runExplain(ctx context.Context, c *call) error {
	if len(c.args) > 2 {
		return usageError{"name at most a spreadsheet and a figure, for example: boardpack explain our-review training.overdue"}
	}
	args := c.args
	c.args = nil
	if len(args) == 2 {
		c.args, args = args[:1], args[1:]
	}
	o, err := c.options()
	if err != nil {
		return err
	}
	if len(args) == 1 && len(c.args) == 0 && isMaster(args[0]) {
		o.Masters, args = args, nil
	}
	o.Note, o.Returns = c.tellNotes(o), c.returns
	packs, err := batch.Packs(ctx, o)
	if err != nil {
		return err
	}
	if len(args) == 1 && len(o.Masters) == 0 {
		if one := named(packs, args[0]); one != nil {
			packs, args = one, nil
		}
	}
	c.printUnusable(packs)
	if len(args) == 0 {
		return c.listFigures(packs)
	}
	return c.explain(packs, args[0], o.Words[0])
}

// isMaster tells a path from the name of a figure: both have dots.
func isMaster(arg string) bool {
	switch strings.ToLower(filepath.Ext(arg)) {
	case ".xlsx", ".xlsm", ".csv":
		info, err := os.Stat(arg)
		return err == nil && !info.IsDir()
	}
	return false
}

// named gives the packs of the register of a name; none when there is no such register.
func named(packs []batch.Worked, name string) []batch.Worked {
	var out []batch.Worked
	for _, p := range packs {
		if strings.EqualFold(p.Name, name) {
			out = append(out, p)
		}
	}
	return out
}

// printUnusable names the masters that have no pack to explain.
func (c *call) printUnusable(packs []batch.Worked) {
	for _, p := range packs {
		if p.Err != nil {
			fmt.Fprintf(c.stderr, "error: %s\n", plainfile.Words(p.Err))
		}
	}
}

// namesIn lists the figures of packs, each once.
func namesIn(packs []batch.Worked) []string {
	seen := map[string]bool{}
	names := []string{}
	for _, p := range packs {
		if p.Pack == nil {
			continue
		}
		refs := figurename.All(p.Pack)
		if p.Pack.Round != nil {
			refs = append(refs, figurename.Round(p.Pack)...)
		}
		for _, ref := range refs {
			if name := ref.Name(); !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	return names
}

// listFigures lists the names that explain knows.
func (c *call) listFigures(packs []batch.Worked) error {
	names := namesIn(packs)
	if c.json {
		return c.encode(names)
	}
	for _, name := range names {
		fmt.Fprintln(c.stdout, name)
	}
	return failedPacks(packs)
}

// explain explains the figure in every pack that has it.
func (c *call) explain(packs []batch.Worked, figure string, w report.Words) error {
	found := []explained{}
	var unknown *explain.Unknown
	for _, p := range packs {
		if p.Pack == nil {
			continue
		}
		ref, err := explain.Parse(p.Pack, figure)
		if errors.As(err, &unknown) {
			continue
		}
		e, err := explain.Of(p.Pack, w, ref)
		if err != nil {
			return err
		}
		found = append(found, explained{p.Name, e})
	}
	switch {
	case len(found) == 0 && unknown != nil:
		return usageError{unknown.Error()}
	case c.json:
		return c.encode(found)
	}
	for i, e := range found {
		if i > 0 {
			fmt.Fprintln(c.stdout)
		}
		printExplanation(c.stdout, e, w)
	}
	return failedPacks(packs)
}

func failedPacks(packs []batch.Worked) error {
	for _, p := range packs {
		if p.Err != nil {
			return errFailed
		}
	}
	return nil
}

func (c *call) encode(v any) error {
	encoder := json.NewEncoder(c.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(v)
}

// printExplanation prints an explanation for a person.
func printExplanation(out io.Writer, e explained, w report.Words) {
	fmt.Fprintf(out, "%s, %s, as at %s\n\n", e.Register, w.MonthName(e.Month), w.Date(e.AsAt))
	fmt.Fprintf(out, "  %s · %s: %s", e.Group, e.Label, e.Value.Text)
	if e.Previous != nil {
		fmt.Fprintf(out, " (%s: %s)", w.MonthName(e.PreviousMonth), e.Previous.Text)
	}
	fmt.Fprintf(out, "\n  Rule: %s\n", e.Rule)
	for _, p := range e.Parts {
		fmt.Fprintf(out, "  %s: %d (boardpack explain %s)\n", p.Label, p.N, p.Figure)
	}
	fmt.Fprintf(out, "\nRows behind it: %d\n", len(e.Rows))
	for _, r := range e.Rows {
		printRow(out, r, "")
	}
	if !e.PreviousMonth.IsZero() {
		printCrossings(out, "Came in since "+w.MonthName(e.PreviousMonth), e.CameIn)
		printCrossings(out, "Went out since "+w.MonthName(e.PreviousMonth), e.WentOut)
	}
	if e.Filter != "" {
		fmt.Fprintf(out, "\nIn the workbook: %s\n", e.Filter)
	}
}

func printCrossings(out io.Writer, heading string, crossings []explain.Crossing) {
	fmt.Fprintf(out, "\n%s: %d\n", heading, len(crossings))
	for _, c := range crossings {
		printRow(out, c.Row, c.Why)
	}
}

// printRow prints a row with the cells that decided; with a reason, why it came in or went out.
func printRow(out io.Writer, r explain.Row, why string) {
	fmt.Fprintf(out, "  %-4s %s\n", r.Key, r.Short)
	if why != "" {
		fmt.Fprintf(out, "       %s\n", why)
	}
	for _, cell := range r.Cells {
		fmt.Fprintf(out, "       %s  %s: %s", cell.Where, cell.Heading, cell.Content)
		if cell.Read != "" {
			fmt.Fprintf(out, " → %s", cell.Read)
		}
		fmt.Fprintln(out)
	}
}
