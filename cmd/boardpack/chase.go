package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"boardpack/report/dates"
	"boardpack/report/round"
)

// chaseFlags adds those of chase.
func chaseFlags(f *pflag.FlagSet, s *settings) {
	f.StringVar(&s.on, "on", "", "the day for which it is asked, as `YYYY-MM-DD` (default: today)")
	contactsFlag(f, s)
	f.BoolVar(&s.eml, "eml", false, "also make a draft of each reminder")
	roundFlags(f, s)
}

// runChase lists who has not answered.
func runChase(ctx context.Context, c *call) error {
	o := round.ChaseOptions{On: today(), Drafts: c.eml}
	if c.on != "" {
		var err error
		if o.On, err = dates.ParseISODate(c.on); err != nil {
			return usageError{"--on " + err.Error()}
		}
	}
	setting, err := c.roundSetting(ctx)
	if err != nil {
		return err
	}
	if o.Contacts, err = c.readContacts(); err != nil {
		return err
	}
	out, err := round.Chase(setting, o)
	if err != nil {
		return err
	}
	if !c.quiet {
		c.printChased(out)
	}
	return nil
}

// printChased names the owners to remind and what is missing of each.
func (c *call) printChased(out *round.Chased) {
	for _, o := range out.Owners {
		var refs []string
		for _, row := range append(o.Partly[:len(o.Partly):len(o.Partly)], o.Missing...) {
			refs = append(refs, row.Register+" "+row.Ref)
		}
		how := "has not answered"
		if o.How() == round.PartlyDone {
			how = "has answered in part"
		}
		if o.Silent > 1 {
			how += fmt.Sprintf(" for %d months in a row", o.Silent)
		}
		fmt.Fprintf(c.stdout, "%s %s; missing: %s\n", o.Owner.Name, how, strings.Join(refs, ", "))
	}
	for _, name := range out.Unread {
		fmt.Fprintf(c.stdout, "%s came and cannot be read: ask for it as an Excel workbook\n", name)
	}
	fmt.Fprintf(c.stdout, "%d of %s to remind; the day to answer is %s\n", len(out.Owners), plural(len(out.All), "owner", "owners"), out.Round.ReplyBy)
	for _, path := range out.Files {
		fmt.Fprintln(c.stderr, path)
	}
}
