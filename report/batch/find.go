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

// masterFile is one master of one month.
type masterFile struct {
	month report.Month
	path  string
	// listed is the path in the manifest: month and file name, the same on every machine.
	listed string
}

// series is one master through the months, oldest first.
type series struct {
	name  string // as the newest of its files is named
	files []masterFile
}

// ErrNothing tells that there is no master to work on; the message says where it was looked for.
var ErrNothing = errors.New("no master found")

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
func mastersIn(input string, month report.Month) ([]masterFile, error) {
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
		found = append(found, masterFile{month: month, path: filepath.Join(input, month.String(), name), listed: month.String() + "/" + name})
	}
	return found, nil
}

// masterName is the name of a master: its file name without the ending.
func masterName(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// seriesKey makes names comparable from month to month.
func seriesKey(path string) string { return strings.ToLower(strings.TrimSpace(masterName(path))) }

// find gives the months to build and the series of masters that they have, by name.
func (o *Options) find() ([]report.Month, []series, error) {
	known, err := months(o.Input)
	if err != nil && (len(o.Masters) == 0 || !errors.Is(err, ErrNothing)) {
		return nil, nil, err
	}
	all := map[string]*series{}
	for _, month := range known {
		files, err := mastersIn(o.Input, month)
		if err != nil {
			return nil, nil, err
		}
		for _, f := range files {
			addTo(all, f)
		}
	}
	targets, err := o.targets(known)
	if err != nil {
		return nil, nil, err
	}
	wanted, targets, err := o.wanted(all, targets)
	if err != nil {
		return nil, nil, err
	}
	return targets, wanted, nil
}

func addTo(all map[string]*series, f masterFile) {
	key := seriesKey(f.path)
	if all[key] == nil {
		all[key] = &series{}
	}
	s := all[key]
	s.name = masterName(f.path)
	s.files = append(s.files, f)
}

// targets settles the months to build.
func (o *Options) targets(known []report.Month) ([]report.Month, error) {
	switch {
	case o.All:
		return known, nil
	case len(o.Months) > 0:
		return o.Months, nil
	case len(known) > 0:
		return known[len(known)-1:], nil
	case len(o.Masters) > 0:
		return nil, nil
	}
	return nil, fmt.Errorf("%w: %s has no folder named after a month, such as %s", ErrNothing, o.Input, filepath.Join(o.Input, "2023-09"))
}

// wanted picks the series that the caller named, or else all that have a master in a month to build.
func (o *Options) wanted(all map[string]*series, targets []report.Month) ([]series, []report.Month, error) {
	if len(o.Masters) > 0 {
		return o.named(all, targets)
	}
	var out []series
	for _, s := range all {
		if slices.ContainsFunc(s.files, func(f masterFile) bool { return slices.Contains(targets, f.month) }) {
			out = append(out, *s)
		}
	}
	if len(out) == 0 {
		names := make([]string, len(targets))
		for i, m := range targets {
			names[i] = filepath.Join(o.Input, m.String())
		}
		return nil, nil, fmt.Errorf("%w in %s", ErrNothing, strings.Join(names, ", "))
	}
	sort.Slice(out, func(a, b int) bool { return out[a].name < out[b].name })
	return out, targets, nil
}

// named finds the masters that the caller named, by path or by name.
func (o *Options) named(all map[string]*series, targets []report.Month) ([]series, []report.Month, error) {
	var out []series
	var fromPaths []report.Month
	for _, arg := range o.Masters {
		if info, err := os.Stat(arg); err == nil && !info.IsDir() {
			s, month, err := o.fromPath(all, arg, targets)
			if err != nil {
				return nil, nil, err
			}
			out, fromPaths = append(out, s), append(fromPaths, month)
			continue
		}
		s := all[seriesKey(arg)]
		if s == nil {
			return nil, nil, fmt.Errorf("%w: %s is neither a file nor the name of a master under %s", ErrNothing, arg, o.Input)
		}
		out, fromPaths = append(out, *s), append(fromPaths, targets...)
	}
	slices.SortFunc(fromPaths, func(a, b report.Month) int { return strings.Compare(a.String(), b.String()) })
	return out, slices.Compact(fromPaths), nil
}

// fromPath makes a series of one file: its month is that of its folder, or else the one asked for; its history is that
// of the masters of the same name under input.
func (o *Options) fromPath(all map[string]*series, path string, targets []report.Month) (series, report.Month, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return series{}, report.Month{}, err
	}
	month, err := report.ParseMonth(filepath.Base(filepath.Dir(absolute)))
	if err != nil {
		if len(o.Months) != 1 {
			return series{}, report.Month{}, fmt.Errorf("%s does not lie in a folder named after its month; say which month it is with --month", path)
		}
		month = targets[0]
	}
	s := series{name: masterName(path)}
	if known := all[seriesKey(path)]; known != nil {
		for _, f := range known.files {
			if f.month.Before(month) {
				s.files = append(s.files, f)
			}
		}
	}
	s.files = append(s.files, masterFile{month: month, path: path, listed: month.String() + "/" + filepath.Base(path)})
	return s, month, nil
}
