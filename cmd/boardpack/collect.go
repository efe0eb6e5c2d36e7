package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/round"
	"boardpack/report/round/merge"
)

// collectFlags adds those of collect.
func collectFlags(f *pflag.FlagSet, s *settings) {
	f.BoolVar(&s.write, "write", false, "write into the spreadsheets what can be taken; the ones before are kept")
	f.StringVar(&s.received, "received", "", "day on which the files came, as `YYYY-MM-DD`, for files that do not say when they were saved")
	contactsFlag(f, s)
	f.BoolVar(&s.close, "close", false, "end the round: what comes later is listed and not taken")
	f.BoolVar(&s.takeOld, "take-old", false, "also offer answers to an earlier round, each for your decision")
	f.BoolVar(&s.strict, "strict", false, "exit with 1 if anything waits for a decision")
	f.BoolVarP(&s.verbose, "verbose", "v", false, "list every answer")
	f.BoolVar(&s.json, "json", false, "print the result as JSON, for other programs")
	roundFlags(f, s)
}

// runCollect takes in what came back.
func runCollect(ctx context.Context, c *call) error {
	o := round.CollectOptions{Paths: c.args, Write: c.write, Close: c.close, TakeOld: c.takeOld, Today: today()}
	c.args = nil
	if c.received != "" {
		var err error
		if o.Received, err = dates.ParseISODate(c.received); err != nil {
			return usageError{"--received " + err.Error()}
		}
	}
	setting, err := c.roundSetting(ctx)
	if err != nil {
		return err
	}
	if o.Contacts, err = c.readContacts(); err != nil {
		return err
	}
	out, err := round.Collect(setting, o)
	if err != nil {
		return err
	}
	if c.json {
		err = c.encode(out.Results())
	} else if !c.quiet {
		c.printCollected(out, setting.Words[0], o.Write)
	}
	c.printUnwritten(out)
	if err == nil && (len(out.Unwritten) > 0 || c.strict && out.Waits() > 0) {
		return errFailed
	}
	return err
}

// printUnwritten names the spreadsheets that could not be written, what is still to be written in each, and what to do next.
func (c *call) printUnwritten(out *round.Collected) {
	for _, u := range out.Unwritten {
		fmt.Fprintf(c.stderr, "error: %s\n  not written: %s of %s. Every answer is in results.xlsx and nothing is lost: when you can write the file, run: boardpack collect --write\n",
			u.Err, plural(u.Cells, "cell", "cells"), strings.Join(u.Refs, ", "))
	}
}

// printCollected says what came back, what became of it, and what is to be done.
func (c *call) printCollected(out *round.Collected, w report.Words, write bool) {
	for i := range out.Returns {
		r := &out.Returns[i]
		note := round.FileNote(w, r)
		if note == "" {
			note = plural(r.Answers, "answer", "answers")
		}
		fmt.Fprintf(c.stdout, "%s: %s\n", r.Name, strings.TrimPrefix(r.Owner+": ", ": ")+note)
	}
	for _, a := range out.Answers {
		if c.verbose || a.Kind.Decides() || a.Kind == merge.Refused || a.Kind == merge.Held {
			fmt.Fprintf(c.stdout, "  %s\n", out.Line(w, a))
		}
	}
	fmt.Fprintln(c.stdout, summary(out))
	for _, m := range out.Written {
		fmt.Fprintf(c.stdout, "%s: %s written; the one before is %s\n", m.Path, plural(m.Cells, "cell", "cells"), m.Kept)
		if len(m.Cleaned) > 0 {
			fmt.Fprintf(c.stderr, "%s: characters that a spreadsheet cannot hold were left out of the texts in %s\n", m.Path, places(m.Cleaned))
		}
		if m.Pivots {
			fmt.Fprintf(c.stderr, "%s has pivot tables: refresh them in Excel\n", m.Path)
		}
	}
	if len(out.Returns) == 0 {
		fmt.Fprintln(c.stderr, "nothing has come back yet: put the files into the folder returns of the month, under any name, and run again")
	}
	for _, path := range out.Files {
		if strings.HasSuffix(path, ".xlsx") {
			fmt.Fprintf(c.stderr, "what became of every answer is in %s\n", path)
		}
	}
	if taken := out.Count(merge.Taken); !write && taken > 0 {
		fmt.Fprintln(c.stderr, "nothing was written into your spreadsheets; to write what can be taken, run: boardpack collect --write")
	}
}

// places names cells: "Recommendations!C14, Recommendations!C15".
func places(of []report.Place) string {
	var out []string
	for _, p := range of {
		out = append(out, strings.TrimPrefix(p.Sheet+"!"+p.Cell, "!"))
	}
	return strings.Join(out, ", ")
}

// summary counts what came back and what became of it.
func summary(out *round.Collected) string {
	answered, partly := 0, 0
	for _, o := range out.Owners() {
		switch o.How() {
		case round.Answered:
			answered++
		case round.PartlyDone:
			partly++
		}
	}
	asked, rows := out.AnsweredRows()
	text := fmt.Sprintf("%d of %s answered (%d in part); %d of %s; %s taken, %d unchanged", answered+partly, plural(len(out.Round.Owners), "owner", "owners"), partly,
		rows, plural(asked, "row", "rows"), plural(out.Count(merge.Taken), "answer", "answers"), out.Count(merge.Same, merge.Unchanged, merge.SameChange))
	for _, more := range []struct {
		n    int
		text string
	}{{out.Count(merge.Conflict, merge.OwnersDiffer), "in conflict"}, {out.Count(merge.Waiting), "to decide"}, {out.Count(merge.Held), "held back"}, {out.Count(merge.Refused), "not taken"}} {
		if more.n > 0 {
			text += fmt.Sprintf(", %d %s", more.n, more.text)
		}
	}
	return text
}
