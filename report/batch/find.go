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

	"boardpack/report"
)

// ErrNothing tells that there is no master to work on; the message says where it was looked for.
var ErrNothing = errors.New("no master found")

// plan is what a run works on.
type plan struct {
	targets []report.Month // oldest first
	series  []series       // that have a master in a target, by name
	gone    []goneMaster   // masters that the month before a target had, and the target has not
}

// goneMaster is a master without a successor.
type goneMaster struct {
	month  report.Month // the target that lacks it
	series series       // up to the month before
}

// months lists the months under a folder, oldest first. Other names are no months and are passed over.
func months(input string) ([]report.Month, error) {
	entries, err := os.ReadDir(input)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: the folder %s does not exist; make it, with a folder for each month such as %s",
			ErrNothing, input, filepath.Join(input, "2023-09"))
	}
	if err != nil {
		return nil, err
	}
	var found []report.Month
	for _, entry := range entries {
		if m, err := report.ParseMonth(entry.Name()); err == nil && entry.IsDir() {
			found = append(found, m)
		}
	}
	sort.Slice(found, func(a, b int) bool { return found[a].Before(found[b]) })
	return found, nil
}

// mastersIn lists the masters of a month by name. Excel's lock files and hidden files are none; any other file is taken
// for a master, so that one in a format that is not read is named and not passed over.
func mastersIn(input string, month report.Month, marks *marks) ([]masterFile, error) {
	entries, err := os.ReadDir(filepath.Join(input, month.String()))
	if err != nil {
		return nil, err
	}
	var found []masterFile
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") {
			continue
		}
		found = append(found, marks.file(month, filepath.Join(input, month.String(), name)))
	}
	return found, nil
}

// file notes a master by its path.
func (m *marks) file(month report.Month, path string) masterFile {
	return masterFile{month: month, path: path, listed: month.String() + "/" + filepath.Base(path), plain: m.plainName(masterName(path))}
}

// masterName is the name of a master: its file name without the ending.
func masterName(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// find settles what to work on.
func (o *Options) find() (*plan, error) {
	known, err := months(o.Input)
	if err != nil && (len(o.Masters) == 0 || !errors.Is(err, ErrNothing)) {
		return nil, err
	}
	targets, err := o.wantedMonths(known)
	if err != nil {
		return nil, err
	}
	if len(o.Masters) > 0 {
		return o.named(known, targets)
	}
	p := &plan{targets: targets}
	last := targets[len(targets)-1]
	c := o.newChain()
	for i, month := range known {
		if last.Before(month) {
			break
		}
		files, err := mastersIn(o.Input, month, c.marks)
		if err != nil {
			return nil, err
		}
		c.add(files)
		if i > 0 && slices.Contains(targets, month) && len(files) > 0 {
			for _, s := range c.gone(known[i-1], month) {
				p.gone = append(p.gone, goneMaster{month, s})
			}
		}
	}
	p.series = c.within(targets)
	if len(p.series) == 0 {
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
	return fmt.Errorf("%w in %s", ErrNothing, strings.Join(names, ", "))
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
	return nil, fmt.Errorf("%w: %s has no folder named after a month, such as %s", ErrNothing, o.Input, filepath.Join(o.Input, "2023-09"))
}

// sorted gives the months oldest first, each once.
func sorted(all []report.Month) []report.Month {
	out := slices.Clone(all)
	slices.SortFunc(out, func(a, b report.Month) int { return strings.Compare(a.String(), b.String()) })
	return slices.Compact(out)
}
