package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"boardpack/report"
	"boardpack/report/master"
	"boardpack/templates"
	"boardpack/templates/start"
)

// initFlags are those of init.
func initFlags(f *pflag.FlagSet, s *settings) {
	f.StringVar(&s.from, "from", "", "a master that you keep already, to draft the template from")
	f.StringVar(&s.example, "example", "", "an example to begin with: "+strings.Join(exampleNames(), ", "))
	f.StringSliceVar(&s.months, "month", nil, "month of the first master, as YYYY-MM (default: this month)")
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
		return usageError{"name one folder, as in: boardpack init council"}
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
	c.tellDraft(folder, options)
	for _, f := range folder.Files {
		fmt.Fprintln(c.stdout, filepath.Join(dir, filepath.FromSlash(f.Name)))
	}
	c.tellNext(dir, folder)
	return nil
}

// initOptions checks the flags.
func (c *call) initOptions() (start.Options, error) {
	now := time.Now()
	o := start.Options{Month: report.Month{Year: now.Year(), Month: now.Month()}, Example: c.example, Master: c.from}
	switch len(c.months) {
	case 0:
	case 1:
		month, err := report.ParseMonth(c.months[0])
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
	o.Data, err = os.ReadFile(c.from)
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
			return fmt.Errorf("%s is there already, and init never overwrites: name a folder that is not there yet", path)
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

// tellDraft says what was made of the team's master, and what found no place.
func (c *call) tellDraft(folder *start.Folder, o start.Options) {
	d := folder.Draft
	if d == nil {
		return
	}
	where := fmt.Sprintf("headings in row %d, %s", d.Outline.Row, plural(d.Outline.Rows, "row", "rows"))
	if d.Outline.Sheet != "" {
		where = fmt.Sprintf("sheet %q, %s", d.Outline.Sheet, where)
	}
	fmt.Fprintf(c.stdout, "Read from %s: %s.\n", d.File, where)
	if missing := d.Missing(); len(missing) > 0 {
		for _, f := range missing {
			fmt.Fprintf(c.stdout, "  no column was found for %s, which is needed: add it, or its name to columns in template/pack.yaml\n", folder.Template.Vocabulary.Columns[f][0])
		}
	}
	c.listed("Taken for something by the look of it, so check:", d.Taken)
	c.listed("Found no place:", d.Unplaced)
	fmt.Fprintln(c.stdout)
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

// tellNext says in words what to do next.
func (c *call) tellNext(dir string, folder *start.Folder) {
	do := "Next: fill in " + filepath.Join(dir, filepath.FromSlash(folder.Master))
	if folder.Draft != nil {
		do = "Next: read the notes that begin with DRAFT in " + filepath.Join(dir, start.TemplateDir, "pack.yaml")
	}
	fmt.Fprintf(c.stderr, "%s,\nthen run boardpack build in the folder %s, or double-click build.cmd (Windows) or build.command (macOS) there.\n", do, dir)
}
