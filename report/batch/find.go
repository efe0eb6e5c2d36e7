package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"golang.org/x/text/unicode/norm"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/master"
)

// errNothing tells that there is no master to work on; the message says where it was looked for.
var errNothing = errors.New("no spreadsheet found")

// plan is what a run works on.
type plan struct {
	targets []report.Month // oldest first
	series  []series       // that have a master in a target, by name
	gone    []goneMaster   // masters that the month before a target had, and the target has not
	closed  []closedMonth  // targets whose folder cannot be read
}

// closedMonth is a month whose folder cannot be read, and why.
type closedMonth struct {
	month report.Month
	err   error
}

// goneMaster is a master without a successor.
type goneMaster struct {
	month  report.Month // the target that lacks it
	series series       // up to the month before
}

// months lists the months under a folder, oldest first, and notes what else is there.
func months(input string, n *notes) ([]report.Month, error) {
	entries, err := os.ReadDir(input)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: the folder %s does not exist: make it, with a folder for each month, such as %s",
			errNothing, input, filepath.Join(input, exampleMonth))
	}
	if err != nil {
		return nil, err
	}
	var found []report.Month
	entries = slices.DeleteFunc(entries, func(entry os.DirEntry) bool {
		m, err := dates.ParseMonth(entry.Name())
		is := err == nil && isFolder(input, entry)
		if is {
			found = append(found, m)
		}
		return is
	})
	n.passOver(input, entries)
	sort.Slice(found, func(a, b int) bool { return found[a].Before(found[b]) })
	return found, nil
}

// file notes a master by its path.
func (m *marks) file(month report.Month, path string) masterFile {
	return masterFile{month: month, path: path, listed: month.String() + "/" + filepath.Base(path), plain: m.plainName(masterName(path))}
}

// name is what the master's pack is called. One that stands beside another of its name is called by its whole file name.
func (f *masterFile) name() string {
	if f.aside {
		return filepath.Base(f.path)
	}
	return masterName(f.path)
}

// masterName is the name of a master: its file name without the ending, with its letters composed. Systems differ in how they keep
// a letter with an accent, and the files of a pack are named alike on all of them.
func masterName(path string) string {
	base := filepath.Base(path)
	return norm.NFC.String(strings.TrimSuffix(base, filepath.Ext(base)))
}

// find settles what to work on, and tells what it passes over.
func (o *Options) find(s *sources) (*plan, error) {
	n := newNotes()
	if o.Note != nil {
		defer func() { o.Note(n.found) }()
	}
	known, err := months(o.Input, n)
	if err != nil && (len(o.Masters) == 0 || !errors.Is(err, errNothing)) {
		return nil, err
	}
	targets, err := o.wantedMonths(known)
	if err != nil {
		return nil, err
	}
	if len(o.Masters) > 0 {
		return o.named(known, targets, n, s)
	}
	return o.all(known, targets, n, s)
}

// all is the plan of every master of the months.
func (o *Options) all(known, targets []report.Month, n *notes, s *sources) (*plan, error) {
	p := &plan{targets: targets}
	c := o.newChain(n, s)
	for i, month := range known {
		if targets[len(targets)-1].Before(month) {
			break
		}
		target := slices.Contains(targets, month)
		masters, err := c.addMonth(month, target)
		switch {
		case err != nil && target:
			p.closed = append(p.closed, closedMonth{month, fmt.Errorf("%s: the folder cannot be read: %w", month, master.Unread(err))})
		case err != nil:
			n.unreadable(month, err)
		case i > 0 && target && masters > 0:
			for _, s := range c.gone(known[i-1], month) {
				p.gone = append(p.gone, goneMaster{month, s})
			}
		}
	}
	p.series = c.within(targets)
	if len(p.series)+len(p.closed) == 0 {
		return nil, o.nothingIn(targets)
	}
	return p, nil
}

// nothingIn says where no master was found.
func (o *Options) nothingIn(targets []report.Month) error {
	names := make([]string, len(targets))
	for i, m := range targets {
		names[i] = filepath.Join(o.Input, m.String())
	}
	return fmt.Errorf("%w in %s", errNothing, strings.Join(names, ", "))
}

// wantedMonths settles the months to build.
func (o *Options) wantedMonths(known []report.Month) ([]report.Month, error) {
	switch {
	case o.All && len(known) > 0:
		return known, nil
	case len(o.Months) > 0:
		return sorted(o.Months), nil
	case len(known) > 0:
		return known[len(known)-1:], nil
	case len(o.Masters) > 0:
		return nil, nil
	}
	return nil, fmt.Errorf("%w: the folder %s has no folder for a month, such as %s", errNothing, o.Input, filepath.Join(o.Input, exampleMonth))
}

// sorted gives the months oldest first, each once.
func sorted(all []report.Month) []report.Month {
	out := slices.Clone(all)
	slices.SortFunc(out, func(a, b report.Month) int { return strings.Compare(a.String(), b.String()) })
	return slices.Compact(out)
}
