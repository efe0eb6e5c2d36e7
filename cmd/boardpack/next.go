package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/pflag"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/dates"
	"boardpack/report/plainfile"
	"boardpack/report/round"
)

// nextFlags adds those of next.
func nextFlags(f *pflag.FlagSet, s *settings) {
	f.StringSliceVar(&s.months, "month", nil, "the new month, as `YYYY-MM` (default: the one after the newest month)")
	f.StringVar(&s.input, "input", "input", "folder `DIR` that has a folder of spreadsheets for each month")
	f.StringVar(&s.templates, "templates", "", "folder `DIR` with your own template (default: the folder template, if there is one here)")
	f.BoolVarP(&s.quiet, "quiet", "q", false, "print errors only")
	limitFlags(f, &s.limits)
}

// runNext begins the new month.
func runNext(ctx context.Context, c *call) error {
	if len(c.months) > 1 || slices.Contains(c.months, "all") {
		return usageError{"--month takes one month here"}
	}
	var to report.Month
	if len(c.months) == 1 {
		var err error
		if to, err = dates.ParseMonth(c.months[0]); err != nil {
			return usageError{"--month " + err.Error()}
		}
	}
	before, earlier := c.monthBefore(to)
	if to.IsZero() && !earlier.IsZero() && len(c.args) == 0 {
		switch c.howFar(ctx, earlier, before) {
		case round.Untouched:
			return fmt.Errorf("%[1]s was begun already and nobody has changed anything in it: to begin %[2]s all the same, run boardpack next --month %[2]s", before, before.Next())
		case round.Partly: // what is left of it is done first
			before, to = earlier, before
		}
	}
	c.months = nil
	if !before.IsZero() {
		c.months = []string{before.String()}
	}
	o, err := c.nextOptions(ctx, before, to)
	if err != nil {
		return err
	}
	begun, err := round.Next(o)
	if err != nil {
		return err
	}
	if !c.quiet {
		c.printBegun(begun, o)
	}
	return nil
}

// monthBefore gives the newest month under the input folder before a month, or of all where none is given, and the one before that.
func (c *call) monthBefore(to report.Month) (before, earlier report.Month) {
	for _, name := range c.monthNames() { // the newest first
		month, err := dates.ParseMonth(name)
		if err != nil || !to.IsZero() && !month.Before(to) {
			continue
		}
		if !before.IsZero() {
			return before, month
		}
		before = month
	}
	return before, report.Month{}
}

// nextOptions finds the spreadsheets of the month before.
func (c *call) nextOptions(ctx context.Context, before, to report.Month) (round.NextOptions, error) {
	o, err := c.options()
	if err != nil {
		return round.NextOptions{}, err
	}
	o.Note, o.Portfolio = c.tellNotes(o), false
	outcomes, err := batch.Check(ctx, o)
	if err != nil {
		return round.NextOptions{}, err
	}
	if to.IsZero() {
		to = before.Next()
	}
	next := round.NextOptions{Input: c.input, From: before, To: to, Vocabulary: o.Vocabulary, Rules: o.Rules, Limits: o.Limits, Words: o.FiguresWords}
	for _, out := range outcomes {
		switch {
		case out.Gone:
		case out.Err != nil:
			fmt.Fprintf(c.stderr, "error: %s\n", plainfile.Words(out.Err))
			return next, errFailed
		default:
			next.Paths = append(next.Paths, out.Master)
			next.From = out.Month
		}
	}
	if len(next.Paths) == 0 {
		return next, errors.New("there is no spreadsheet to begin the new month from")
	}
	return next, nil
}

// howFar tells how far a month was begun from the one before it.
func (c *call) howFar(ctx context.Context, earlier, month report.Month) round.Extent {
	quiet := *c
	quiet.months, quiet.quiet = []string{earlier.String()}, true
	o, err := quiet.nextOptions(ctx, earlier, month)
	if err != nil {
		return round.Unbegun
	}
	return round.HowFar(o)
}

// printBegun lists what was copied, what was changed and what is left to do by hand.
func (c *call) printBegun(begun []round.Begun, o round.NextOptions) {
	w := o.Words[0]
	for _, b := range begun {
		fmt.Fprintln(c.stdout, b.To)
		for _, key := range b.Set {
			value := w.Say("value.yes")
			if key == "as_at" {
				value = w.Date(o.To.LastDay())
			}
			fmt.Fprintf(c.stderr, "  %s: %s is now %s\n", filepath.Base(b.To), w.Say("start.about."+key), value)
		}
		for _, h := range b.ByHand {
			why := "emptied; fill it in when you know it"
			if h.Why != "" {
				why = "change it by hand: " + h.Why
			}
			fmt.Fprintf(c.stderr, "  %s: %s, %s: %s\n", filepath.Base(b.To), h.Where, w.Say("start.about."+h.Key), why)
		}
	}
	fmt.Fprintf(c.stderr, "%s begun from %s. Next: boardpack ask --reply-by DATE\n", o.To, o.From)
}
