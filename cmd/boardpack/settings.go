package main

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/spf13/pflag"

	"boardpack/report/batch"
	"boardpack/report/dates"
	"boardpack/report/pdf"
	"boardpack/templates"
	"boardpack/templates/start"
)

// settings are the flags as given.
type settings struct {
	input, out, templates string
	months                []string
	asAt, previous        string
	languages             []string
	annotate              string
	limits                limits
	jobs                  int
	published, split      string
	edition               string
	from, example         string
	strict, quiet, json   bool
	verbose               bool
	force, portfolio      bool
	rebuild, allLanguages bool

	set []string // settings for this run, "due_soon_days=30"
	to  string   // the copy with sheets of settings

	round, replyBy, contacts string // of the monthly round
	owners, also             []string
	again, eml               bool
	write, close, takeOld    bool
	received, on             string
}

// readFlags are those of every command that reads spreadsheets. A word in backquotes stands for the value in the help.
func readFlags(f *pflag.FlagSet, s *settings) {
	f.StringSliceVar(&s.months, "month", nil, "month to report, as `YYYY-MM`; several with commas between, or all (default: the newest month)")
	f.StringVar(&s.input, "input", "input", "folder `DIR` that has a folder of spreadsheets for each month")
	f.StringVar(&s.round, "round", "rounds", "folder `DIR` of the rounds, with the answers of owners who were asked")
	f.StringVar(&s.templates, "templates", "", "folder `DIR` with your own template (default: the folder template, if there is one here)")
	f.StringVar(&s.asAt, "as-at", "", "date that the figures are for, as `YYYY-MM-DD` (default: As at in the spreadsheet, or else the last day of the month)")
	setFlag(f, s)
	f.StringVar(&s.previous, "previous", "", "month to compare with, as `YYYY-MM` (default: the newest earlier month)")
	f.IntVar(&s.jobs, "jobs", runtime.NumCPU(), "work on `N` spreadsheets at a time")
	f.BoolVar(&s.strict, "strict", false, "treat warnings as errors")
	f.BoolVarP(&s.quiet, "quiet", "q", false, "print errors only")
	f.BoolVarP(&s.verbose, "verbose", "v", false, "list every cell that has a problem")
	f.BoolVar(&s.json, "json", false, "print the result as JSON, for other programs")
	limitFlags(f, &s.limits)
}

// setFlag is that of settings for one run.
func setFlag(f *pflag.FlagSet, s *settings) {
	f.StringArrayVar(&s.set, "set", nil, "use another setting for this run: `NAME=VALUE`, with due_soon_days, overdue_by or accent")
}

// buildFlags adds those of build.
func buildFlags(f *pflag.FlagSet, s *settings) {
	f.StringVar(&s.out, "out", "out", "folder `DIR` to write the packs to")
	f.StringSliceVar(&s.languages, "lang", nil, "`LANGUAGES` of the packs, such as en,cy (default: those of the template)")
	f.BoolVar(&s.force, "force", false, "rebuild every pack, even if nothing changed")
	f.BoolVar(&s.portfolio, "portfolio", false, "also make one pack about all spreadsheets of the month together")
	f.StringVar(&s.split, "split", "", "also make a workbook for each `owner` (or each theme: --split theme)")
	f.StringVar(&s.edition, "edition", "", "PDFs to make: `EDITION` paper, record (every recommendation in full) or all (default: those of the template)")
	f.StringVar(&s.published, "published", "", "folder `DIR` of packs published before, to name the figures that changed since (default: the folder of --out)")
	readFlags(f, s)
}

// options checks the flags and loads the template.
func (c *call) options() (batch.Options, error) {
	o := batch.Options{Input: c.input, Out: c.out, Masters: c.args, Strict: c.strict, Jobs: c.jobs, Version: version,
		Limits: c.limits.forMaster(), Force: c.force, Published: c.published}
	for _, text := range c.months {
		if text == "all" {
			o.All = true
			continue
		}
		month, err := dates.ParseMonth(text)
		if err != nil {
			return o, usageError{"--month " + err.Error()}
		}
		o.Months = append(o.Months, month)
	}
	var err error
	if c.previous != "" {
		if o.Previous, err = dates.ParseMonth(c.previous); err != nil {
			return o, usageError{"--previous " + err.Error()}
		}
	}
	if c.asAt != "" {
		if o.AsAt, err = dates.ParseISODate(c.asAt); err != nil {
			return o, usageError{"--as-at " + err.Error()}
		}
	}
	if o.Split, err = batch.ParseSplit(c.split); err != nil {
		return o, usageError{"--split: " + err.Error()}
	}
	if o.Editions, err = batch.ParseEdition(c.edition); err != nil {
		return o, usageError{"--edition: " + err.Error()}
	}
	return o, c.useTemplate(&o)
}

// templateFolder is where the team's own template lies: the folder that was named, or else the one that init makes, if it is
// here. "" for none.
func (c *call) templateFolder() string {
	if c.templates != "" {
		return c.templates
	}
	if info, err := os.Stat(start.TemplateDir); err == nil && info.IsDir() {
		return start.TemplateDir
	}
	return ""
}

// inTemplate names the whole path of the file in which something is to be done; nil where nothing is.
func (c *call) inTemplate(m *templates.Mistake) error {
	if m == nil {
		return nil
	}
	there := *m
	there.File = filepath.Join(c.templateFolder(), m.File)
	return there
}

// useTemplate loads the template and the languages asked for.
func (c *call) useTemplate(o *batch.Options) error {
	template, err := templates.Load(c.templateFolder())
	if err != nil {
		return err
	}
	c.template = template
	if err := c.useGiven(o); err != nil {
		return err
	}
	c.noThemes, c.unconfirmed = c.inTemplate(template.NoThemes), c.inTemplate(template.Unconfirmed)
	o.Rules, o.Vocabulary, o.Accent = &template.Rules, &template.Vocabulary, template.Accent
	o.Own, o.NoThemes = c.ownSettings(*o), c.noThemes
	o.Guess = start.GuessColumns(template)
	o.Portfolio = c.portfolio || template.Portfolio && len(c.args) == 0
	o.FileName, o.PDFParts, o.Sheets = batch.FileNames(template.FileName), template.Sections.PDF, template.Sections.Workbook
	o.PageParts, o.Outputs = template.Sections.HTML, template.Outputs
	if len(o.Editions) == 0 {
		o.Editions = template.Editions
	}
	if logo := template.Logo; logo != nil {
		o.Logo = &pdf.Logo{PNG: logo.PNG, Width: logo.Width, Height: logo.Height, Alt: logo.Alt}
	}
	o.Unattached = template.Unattached
	for _, f := range template.Fonts {
		o.Fonts = append(o.Fonts, pdf.FontFile(f))
	}
	for _, f := range template.Files() {
		o.Templates = append(o.Templates, batch.File(f))
	}
	for _, lang := range template.Languages {
		words, err := template.Words(lang)
		if err != nil {
			return err
		}
		o.FiguresWords = append(o.FiguresWords, words)
	}
	if len(c.languages) == 0 && !c.allLanguages {
		o.Words = slices.Clone(o.FiguresWords)
		return nil
	}
	languages := c.languages
	if c.allLanguages {
		languages = template.WordingLanguages()
	}
	for _, lang := range languages {
		words, err := template.Words(lang)
		if err != nil {
			return usageError{"--lang: " + err.Error()}
		}
		o.Words = append(o.Words, words)
	}
	return nil
}
