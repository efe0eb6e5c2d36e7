package batch

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"boardpack/report"
	"boardpack/report/dates"
)

// named finds the masters that the caller named, by path or by name.
func (o *Options) named(known, targets []report.Month, n *notes, from *sources) (*plan, error) {
	p := &plan{}
	for _, arg := range o.Masters {
		if info, err := os.Stat(arg); err == nil && !info.IsDir() {
			s, month, err := o.fromPath(known, arg, targets, n, from)
			if err != nil {
				return nil, err
			}
			p.series, p.targets = append(p.series, s), append(p.targets, month)
			continue
		}
		s, err := o.byName(known, arg, targets, n, from)
		if err != nil {
			return nil, err
		}
		p.series, p.targets = append(p.series, *s), append(p.targets, targets...)
	}
	p.targets = sorted(p.targets)
	return p, nil
}

// byName finds a master under input by its file name, or else by its plain name.
func (o *Options) byName(known []report.Month, name string, targets []report.Month, n *notes, from *sources) (*series, error) {
	c := o.newChain(n, from)
	for _, month := range known {
		if len(targets) > 0 && targets[len(targets)-1].Before(month) {
			break
		}
		target := slices.Contains(targets, month)
		switch _, err := c.addMonth(month, target); {
		case err != nil && target:
			return nil, err
		case err != nil:
			n.unreadable(month, err)
		}
	}
	want := c.marks.file(report.Month{}, name)
	for _, same := range []func(f *masterFile) bool{
		func(f *masterFile) bool { return seriesKey(f.name()) == seriesKey(masterName(name)) },
		func(f *masterFile) bool { return f.plain == want.plain },
	} {
		for _, s := range c.all {
			if same(s.last()) {
				return s, nil
			}
		}
	}
	return nil, fmt.Errorf("%w: %s is not a file, and no month in the folder %s has a spreadsheet of that name", errNothing, name, o.Input)
}

// fromPath makes a series of one file: its month is that of its folder, or else the one asked for; its history is that of the
// masters under input that it matches.
func (o *Options) fromPath(known []report.Month, path string, targets []report.Month, n *notes, from *sources) (series, report.Month, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return series{}, report.Month{}, err
	}
	month, err := dates.ParseMonth(filepath.Base(filepath.Dir(absolute)))
	if err != nil {
		if len(o.Months) != 1 {
			return series{}, report.Month{}, fmt.Errorf("%s does not lie in a folder named after its month; say which month it is with --month", path)
		}
		month = targets[0]
	}
	c := o.newChain(n, from)
	for _, m := range known {
		if !m.Before(month) {
			break
		}
		if _, err := c.addMonth(m, false); err != nil {
			n.unreadable(m, err)
		}
	}
	c.noteLocks(month, path)
	c.add([]masterFile{c.marks.file(month, path)})
	i := slices.IndexFunc(c.all, func(s *series) bool { return s.last().path == path })
	return *c.all[i], month, nil
}
