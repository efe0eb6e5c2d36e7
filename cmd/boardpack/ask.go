package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"boardpack/report/batch"
	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/plainfile"
	"boardpack/report/round"
)

// askFlags adds those of ask.
func askFlags(f *pflag.FlagSet, s *settings) {
	f.StringVar(&s.replyBy, "reply-by", "", "the last day to answer, as `YYYY-MM-DD` (needed)")
	f.StringArrayVar(&s.owners, "owner", nil, "ask only this owner, by `NAME`; give the flag again for another")
	contactsFlag(f, s)
	f.StringSliceVar(&s.also, "also", nil, "also ask about these `KINDS`: complete-without-date, awaiting (sign-off)")
	f.BoolVar(&s.again, "again", false, "ask again although the spreadsheets have changed since; earlier answers still count")
	f.BoolVar(&s.eml, "eml", false, "also make a draft of each e-mail, with the workbook attached")
	roundFlags(f, s)
}

// contactsFlag is that of the commands that write to owners.
func contactsFlag(f *pflag.FlagSet, s *settings) {
	f.StringVar(&s.contacts, "contacts", "", "CSV `FILE` of Owner, Name, E-mail, Copy to and Language (default: contacts.csv beside the folder of --input)")
}

// roundFlags are those of every command of the monthly round.
func roundFlags(f *pflag.FlagSet, s *settings) {
	f.StringSliceVar(&s.months, "month", nil, "month of the round, as `YYYY-MM` (default: the newest month)")
	f.StringVar(&s.input, "input", "input", "folder `DIR` that has a folder of spreadsheets for each month")
	f.StringVar(&s.round, "round", "rounds", "folder `DIR` of the rounds")
	f.StringVar(&s.templates, "templates", "", "folder `DIR` with your own template (default: the folder template, if there is one here)")
	f.BoolVarP(&s.quiet, "quiet", "q", false, "print errors only")
	limitFlags(f, &s.limits)
}

// runAsk writes a workbook and an e-mail for each owner.
func runAsk(ctx context.Context, c *call) error {
	o, err := c.askOptions()
	if err != nil {
		return err
	}
	setting, err := c.roundSetting(ctx)
	if err != nil {
		return err
	}
	if o.Contacts, err = c.readContacts(); err != nil {
		return err
	}
	result, err := round.Ask(setting, o)
	if err != nil {
		return err
	}
	c.printAsked(setting, result, o.Contacts)
	return nil
}

func (c *call) contactsPath() string {
	if c.contacts != "" {
		return c.contacts
	}
	return filepath.Join(filepath.Dir(filepath.Clean(c.input)), "contacts.csv")
}

// readContacts reads the file of contacts: the one that is named, or the one beside the folder of the spreadsheets, if it is there.
func (c *call) readContacts() ([]round.Contact, error) {
	path := c.contactsPath()
	contacts, there, err := round.ReadContacts(path)
	if err == nil && !there && c.contacts != "" {
		err = fmt.Errorf("%s does not exist: check its name and its folder", path)
	}
	return contacts, err
}

// askOptions checks the flags of ask.
func (c *call) askOptions() (round.AskOptions, error) {
	o := round.AskOptions{Owners: c.owners, Again: c.again, Drafts: c.eml}
	if c.replyBy == "" {
		return o, usageError{"name the last day to answer, for example: boardpack ask --reply-by 2023-10-20"}
	}
	var err error
	if o.ReplyBy, err = dates.ParseISODate(c.replyBy); err != nil {
		return o, usageError{"--reply-by " + err.Error()}
	}
	for _, kind := range c.also {
		if !slices.Contains(round.Alsos(), round.Also(kind)) {
			return o, usageError{fmt.Sprintf("--also takes complete-without-date and awaiting, not \"%s\"", kind)}
		}
		o.Also = append(o.Also, round.Also(kind))
	}
	return o, nil
}

// roundSetting works out the spreadsheets of the month. One that cannot be used stops the round: its owners would not be asked.
func (c *call) roundSetting(ctx context.Context) (*round.Setting, error) {
	if len(c.months) > 1 || slices.Contains(c.months, "all") {
		return nil, usageError{"--month takes one month here"}
	}
	o, err := c.options()
	if err != nil {
		return nil, err
	}
	o.Note, o.Words, o.Portfolio = c.tellNotes(o), o.FiguresWords, false
	packs, err := batch.Packs(ctx, o)
	if err != nil {
		return nil, err
	}
	s := &round.Setting{Dir: c.round, Vocabulary: o.Vocabulary, Rules: o.Rules, Words: o.FiguresWords, Accent: o.Accent, Limits: o.Limits,
		AddNotes: c.template.AddNotes}
	for _, p := range packs {
		if p.Gone {
			continue
		}
		if p.Err != nil {
			fmt.Fprintf(c.stderr, "error: %s\n", plainfile.Words(p.Err))
			return nil, errFailed
		}
		if p.NoThemes != nil {
			return nil, p.NoThemes
		}
		data, err := master.Bytes(p.Master, o.Limits)
		if err != nil {
			return nil, err
		}
		s.Month = p.Month
		s.Masters = append(s.Masters, round.Master{Path: p.Master, Data: data, SHA256: plainfile.Sum(data), Pack: p.Pack,
			Vocabulary: p.Own.Vocabulary, Offered: offered(p.Own)})
	}
	if len(s.Masters) == 0 {
		return nil, errors.New("no spreadsheet of the month can be used")
	}
	return s, nil
}

// printAsked lists what was written, who was not asked and whose address is not known.
func (c *call) printAsked(s *round.Setting, r *round.AskResult, contacts []round.Contact) {
	if c.quiet {
		return
	}
	for _, path := range r.Files {
		fmt.Fprintln(c.stdout, path)
	}
	for _, n := range r.NotAsked {
		fmt.Fprintf(c.stderr, "not asked: %s: %s: %s\n", n.Register, n.Where, s.Words[0].Say("round.not_asked."+string(n.Why), "Ref", n.Ref))
	}
	switch {
	case len(contacts) == 0:
		fmt.Fprintf(c.stderr, "the e-mails have no addresses: write them into %s, with the headings Owner, Name, E-mail, Copy to, Language, and run again\n", c.contactsPath())
	case len(r.NoContact) > 0:
		fmt.Fprintf(c.stderr, "no e-mail address: %s\n", strings.Join(r.NoContact, "; "))
		if strangers := r.Strangers(contacts); len(strangers) > 0 {
			fmt.Fprintf(c.stderr, "%s has these owners, who were not asked; check how they are written: %s\n", c.contactsPath(), strings.Join(strangers, "; "))
		}
	}
	fmt.Fprintf(c.stderr, "%s, %s; reply by %s. Send what is in %s, and put what comes back into %s\n", plural(len(r.Round.Owners), "owner asked", "owners asked"),
		plural(len(r.Round.Rows), "row", "rows"), r.Round.ReplyBy, filepath.Join(s.Dir, s.Month.String(), "to-send"), filepath.Join(s.Dir, s.Month.String(), "returns"))
}
