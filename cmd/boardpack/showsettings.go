package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/disk"
	"boardpack/report/master"
	namedin "boardpack/report/named"
	"boardpack/report/plainfile"
	"boardpack/templates/sheets"
)

// settingsFlags are those of settings.
func settingsFlags(f *pflag.FlagSet, s *settings) {
	f.StringVar(&s.to, "to", "", "write a copy of the spreadsheet that has sheets of settings to `FILE`, which must not be there yet")
	f.StringSliceVar(&s.months, "month", nil, "month of the spreadsheets, as `YYYY-MM` (default: the newest month)")
	f.StringVar(&s.input, "input", "input", "folder `DIR` that has a folder of spreadsheets for each month")
	f.StringVar(&s.templates, "templates", "", "folder `DIR` with your own template (default: the folder template, if there is one here)")
	setFlag(f, s)
	f.BoolVarP(&s.quiet, "quiet", "q", false, "print errors only")
	limitFlags(f, &s.limits)
}

// runSettings says which settings hold for each spreadsheet and where each comes from; with --to it also makes a copy with sheets for them.
func runSettings(ctx context.Context, c *call) error {
	if c.to != "" && len(c.args) != 1 {
		return usageError{"--to takes one spreadsheet, for example: boardpack settings our-review --to our-review-new.xlsx"}
	}
	o, err := c.options()
	if err != nil {
		return err
	}
	o.Note, o.Portfolio = c.tellNotes(o), false
	packs, err := batch.Packs(ctx, o)
	if err != nil {
		return err
	}
	failed := false
	for _, p := range packs {
		switch {
		case p.Gone:
		case c.to != "":
			if err := c.copyWithSettings(p, o); err != nil {
				return err
			}
		default:
			if err := c.showSettings(p, o); err != nil {
				fmt.Fprintf(c.stderr, "error: %s\n", plainfile.Words(err))
				failed = true
			}
		}
	}
	if failed {
		return errFailed
	}
	return nil
}

// copyWithSettings writes the copy of a spreadsheet.
func (c *call) copyWithSettings(p batch.Worked, o batch.Options) error {
	if _, err := os.Stat(c.to); err == nil {
		return fmt.Errorf("%s is there already, and nothing was written: name another file", c.to)
	}
	if !strings.EqualFold(filepath.Ext(c.to), filepath.Ext(p.Master)) {
		return usageError{fmt.Sprintf("--to must end in %s, as %s does", filepath.Ext(p.Master), filepath.Base(p.Master))}
	}
	data, err := master.Bytes(p.Master, o.Limits)
	if err != nil {
		return err
	}
	made, err := sheets.Copy(p.Master, data, c.template, o.Limits)
	if err != nil {
		return err
	}
	if err := disk.Write(c.to, made.Data); err != nil {
		return fmt.Errorf("%s cannot be written: %s", c.to, plainfile.Say(err))
	}
	fmt.Fprintln(c.stdout, c.to)
	if !c.quiet {
		fmt.Fprintf(c.stderr, "It is %s with the sheets %s. Look it over in Excel, then put it in the place of %s, which is unchanged.\n",
			filepath.Base(p.Master), strings.Join(made.Added, ", "), p.Master)
	}
	return nil
}

// showSettings lists the settings of one spreadsheet.
func (c *call) showSettings(p batch.Worked, o batch.Options) error {
	data, err := master.Bytes(p.Master, o.Limits)
	if err != nil {
		return err
	}
	s, err := sheets.Read(p.Master, data, c.template, o.Limits, c.given...)
	if err != nil {
		return err
	}
	if s == nil {
		s = sheets.OfTemplate(c.template)
	}
	fmt.Fprintf(c.stdout, "%s, %s:\n", p.Name, p.Month)
	for _, line := range c.settingLines(p, s, o.FiguresWords[0]) {
		fmt.Fprintf(c.stdout, "  %-24s %-32s %s\n", line[0], line[1], line[2])
	}
	return nil
}

// settingLines are the name, the value and the origin of each setting.
func (c *call) settingLines(p batch.Worked, s *sheets.Settings, w report.Words) [][3]string {
	file := filepath.Base(p.Master)
	var out [][3]string
	for _, name := range report.OwnSettings() {
		value := settingValue(name, s, w)
		from := c.originOf(name, file, s)
		if name == "organisation" && p.Pack != nil {
			if about := p.Pack.Register.About; !about.Organisation.IsEmpty() {
				value, _ = namedin.Organisation(w, p.Pack)
				from = file + ": " + about.At["organisation"].String()
			}
		}
		out = append(out, [3]string{w.Say("settings.name." + name), value, from})
	}
	return out
}

// originOf says where a setting comes from.
func (c *call) originOf(name, file string, s *sheets.Settings) string {
	for _, g := range c.given {
		if g.Name == name {
			return "--set"
		}
	}
	if at, own := s.Place(name); own {
		return file + ": " + at.String()
	}
	if there, line := c.template.Where(templateKey(name)); there != "" {
		return fmt.Sprintf("%s, line %d", filepath.Join(c.templateFolder(), there), line)
	}
	return "built in"
}

// templateKey is the key of a setting in pack.yaml.
func templateKey(name string) string {
	if name == "status_words" {
		return "states"
	}
	return name
}

// settingValue says what a setting is: of a list how long it is.
func settingValue(name string, s *sheets.Settings, w report.Words) string {
	switch name {
	case "themes":
		return plural(len(s.Rules.Themes), "theme", "themes")
	case "status_words":
		words := 0
		for _, list := range s.Vocabulary.States {
			words += len(list)
		}
		text := plural(words, "word", "words")
		if n := len(s.Offered); n > 0 {
			text += fmt.Sprintf(", %d of them offered", n)
		}
		return text
	case "organisation":
		text, _ := s.Rules.DefaultOrg.In(w.Lang())
		if text == "" {
			return "none"
		}
		return text
	case "due_soon_days":
		return fmt.Sprint(s.Rules.DueSoonDays)
	case "overdue_by":
		return w.Say("field." + string(s.Rules.OverdueBy))
	}
	return s.Accent.String()
}
