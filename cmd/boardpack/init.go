package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/templates"
	"boardpack/templates/start"
)

// initFlags are those of init.
func initFlags(f *pflag.FlagSet, s *settings) {
	f.StringVar(&s.from, "from", "", "draft the template from `SPREADSHEET`, one that you keep already")
	f.StringVar(&s.example, "example", "", "begin with the example `NAME`: "+strings.Join(exampleNames(), ", "))
	f.StringSliceVar(&s.months, "month", nil, "month of the first spreadsheet, as `YYYY-MM` (default: this month)")
	f.BoolVarP(&s.quiet, "quiet", "q", false, "print errors only")
}

func exampleNames() []string {
	var names []string
	all, err := templates.Examples()
	if err != nil {
		return nil
	}
	for _, e := range all {
		names = append(names, e.Name)
	}
	return names
}

// runInit makes a folder to start from. It writes nothing when anything that it would write is there already.
func runInit(_ context.Context, c *call) error {
	if len(c.args) != 1 {
		return usageError{"name one folder, for example: boardpack init our-packs"}
	}
	dir := c.args[0]
	options, err := c.initOptions()
	if err != nil {
		return err
	}
	folder, err := start.Make(options)
	if err != nil {
		return c.unusable(err)
	}
	if err := writeAll(dir, folder.Files); err != nil {
		return err
	}
	if !c.quiet {
		c.tellDraft(folder)
		for _, f := range folder.Files {
			fmt.Fprintln(c.stdout, filepath.Join(dir, filepath.FromSlash(f.Name)))
		}
		c.tellNext(dir, folder)
	}
	return c.tellMissing(dir, folder)
}

// today is the only place where the program looks at the clock.
func today() report.Date { return dates.DateOf(time.Now()) }

// initOptions checks the flags.
func (c *call) initOptions() (start.Options, error) {
	now := today()
	o := start.Options{Month: now.InMonth(), Example: c.example, Master: c.from}
	switch len(c.months) {
	case 0:
	case 1:
		month, err := dates.ParseMonth(c.months[0])
		if err != nil {
			return o, usageError{"--month " + err.Error()}
		}
		o.Month = month
	default:
		return o, usageError{"--month takes one month here"}
	}
	if c.example != "" {
		if _, err := templates.ExampleByName(c.example); err != nil {
			return o, usageError{"--example: " + err.Error()}
		}
	}
	if c.from == "" {
		return o, nil
	}
	var err error
	if o.Data, err = master.Bytes(c.from, c.limits.forMaster()); errors.Is(err, fs.ErrNotExist) {
		return o, fmt.Errorf("the file %s does not exist: check its name and its folder", c.from)
	}
	return o, err
}

// unusable puts the error of a master that cannot be used into words.
func (c *call) unusable(err error) error {
	var u *master.Unusable
	if !errors.As(err, &u) {
		return err
	}
	t, loadErr := templates.Load("")
	if loadErr != nil {
		return err
	}
	words, loadErr := t.Words("en")
	if loadErr != nil {
		return err
	}
	return fmt.Errorf("%s: %s %s", u.Problem.File, u.Problem.Message(words), u.Problem.Hint(words))
}

// writeAll writes the files of a folder, all or none.
func writeAll(dir string, files []start.File) error {
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if _, err := os.Lstat(path); err == nil {
			return fmt.Errorf("%s already exists, and init does not overwrite files: name a new folder", path)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	var written []string
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := writeNew(path, f); err != nil {
			for _, path := range written {
				os.Remove(path)
			}
			return err
		}
		written = append(written, path)
	}
	return nil
}

// writeNew writes a file that must not be there yet.
func writeNew(path string, f start.File) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if f.Executable {
		mode = 0o755
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = file.Write(f.Data)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		os.Remove(path)
	}
	return err
}

// tellDraft says what was made of the team's master, and what is asked.
func (c *call) tellDraft(folder *start.Folder) {
	d := folder.Draft
	if d == nil {
		return
	}
	found := plural(d.Outline.Rows, "row", "rows")
	if n, ok := d.Recommendations(); ok {
		found = plural(n, "recommendation", "recommendations")
	}
	where := fmt.Sprintf("headings in row %d, %s", d.Outline.Row, found)
	switch sheets := d.Sheets(); len(sheets) {
	case 0:
	case 1:
		where = fmt.Sprintf("sheet \"%s\", %s", sheets[0], where)
	default:
		where = fmt.Sprintf("sheets %s, %s", strings.Join(sheets, ", "), where)
	}
	fmt.Fprintf(c.stdout, "Read from %s: %s.\n", d.File, where)
	if len(d.Themes) > 0 {
		fmt.Fprintf(c.stdout, "Themes drafted: %s.\n", strings.Join(d.Themes, "; "))
	}
	c.listed("Guessed (please check):", asked(d.Guesses, "was taken for"))
	c.listed("For you to decide:", asked(d.Left, "counts as"))
	c.listed("Kept, but not used for the figures:", d.Kept)
	fmt.Fprintln(c.stdout)
}

// asked puts what the team is to confirm into words.
func asked(guesses []report.Guess, taken string) []string {
	var out []string
	for _, g := range guesses {
		what := g.What
		if g.Where != "" {
			what += " (" + g.Where + ")"
		}
		out = append(out, what+" "+taken+" "+g.As)
	}
	return out
}

func (c *call) listed(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintln(c.stdout, title)
	for _, line := range lines {
		fmt.Fprintln(c.stdout, "  "+line)
	}
}

// tellMissing says which needed columns the team's master seems not to have; no pack can be made without them.
func (c *call) tellMissing(dir string, folder *start.Folder) error {
	if folder.Draft == nil || len(folder.Draft.Missing()) == 0 {
		return nil
	}
	var names []string
	for _, f := range folder.Draft.Missing() {
		names = append(names, folder.Template.Vocabulary.Columns[f][0])
	}
	fmt.Fprintf(c.stderr, "boardpack: the folder is made, but no pack can be made yet, because %s has no column that looks like %s: add it to the spreadsheet in %s, "+
		"or add your heading for it to columns in %s\n", folder.Draft.File, strings.Join(names, ", "),
		filepath.Join(dir, filepath.FromSlash(path.Dir(folder.Master))), packOf(dir))
	return errFailed
}

// packOf is the template in a team's folder.
func packOf(dir string) string { return filepath.Join(dir, start.TemplateDir, "pack.yaml") }

// tellNext says in words what to do next.
func (c *call) tellNext(dir string, folder *start.Folder) {
	var do []string
	none, master := folder.Template.NoThemes, filepath.Join(dir, filepath.FromSlash(folder.Master))
	switch {
	case folder.Draft == nil && none != nil:
		do = append(do, fmt.Sprintf("write your themes on the sheet %s of %s", folder.ThemesSheet, master), "fill in its other sheets")
	case folder.Draft == nil:
		do = append(do, "fill in "+master)
	case none != nil:
		do = append(do, fmt.Sprintf("write your themes in %s (line %d)", packOf(dir), none.Line))
	}
	if asked := folder.Template.Unconfirmed; asked != nil {
		do = append(do, fmt.Sprintf("check each entry under unconfirmed in %s (line %d) and delete it when it is right", packOf(dir), asked.Line))
	}
	do = append(do, fmt.Sprintf("run boardpack build in the folder %s, or double-click build.cmd (Windows) or build.command (macOS) there", dir))
	fmt.Fprintf(c.stderr, "Next: %s.\n", strings.Join(do, ",\nthen "))
}
