package inplace

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"boardpack/report/disk"
	"boardpack/report/plainfile"
)

// unfinished is how the names of files begin that Replace has not finished. Only a run that was killed leaves one behind; no reader of
// masters looks at it, and the next Replace of the same master takes it away.
const unfinished = ".boardpack-unfinished-"

// Replace puts new bytes in the place of a master and keeps the old file in the folder kept, which it makes: as "custody-before-1.xlsx",
// or the next number that is free; a file that is kept already with the same bytes is not kept twice. KeptAs is its path. Before are the
// bytes that the new ones were made from.
//
// Nothing is written, and the error is a *Refused, where a program has the master open, where the file is not the one that was read, or
// where it may not be written. Whoever reads the master at any moment, even after the run was killed, finds the old file or the new
// one. Where both are the same bytes nothing is done, and keptAs is "".
func Replace(path string, before, after []byte, kept string) (keptAs string, err error) {
	if bytes.Equal(before, after) {
		return "", nil
	}
	place, err := filepath.EvalSymlinks(path) // what a link leads to is replaced, and not the link
	if err != nil {
		return "", guarded(path, err)
	}
	r := &replacement{path: path, place: place, before: before, after: after, kept: kept}
	for _, step := range r.steps() {
		if err := step(); err != nil {
			os.Remove(r.unfinished())
			return "", err
		}
	}
	return r.keptAs, nil
}

// replacement is a master that is being replaced.
type replacement struct {
	path, place   string // as it was named, and where it is
	before, after []byte
	kept, keptAs  string
	mode          fs.FileMode
}

// steps are what is done, in order; after each of them, and within each, the master is the old one or the new.
func (r *replacement) steps() []func() error {
	return []func() error{r.mayReplace, r.keep, r.write, r.mayReplace, r.rename}
}

func (r *replacement) unfinished() string {
	return filepath.Join(filepath.Dir(r.place), unfinished+filepath.Base(r.place))
}

// mayReplace holds that nobody has the file open and that it is the one that was read.
func (r *replacement) mayReplace() error {
	if err := OpenElsewhere(r.place); err != nil {
		return err
	}
	info, err := os.Stat(r.place)
	if err != nil {
		return guarded(r.path, err)
	}
	r.mode = info.Mode().Perm()
	now, err := plainfile.Read(r.place, int64(len(r.before))+1)
	if err != nil || !bytes.Equal(now, r.before) {
		return refused(r.path, spot{}.place(), Changed)
	}
	return r.writable()
}

// writable tries whether the file can be written to, as far as the system tells: Windows refuses while a program has it open.
func (r *replacement) writable() error {
	err := disk.Patiently(func() error {
		file, err := os.OpenFile(r.place, os.O_RDWR, 0)
		if err != nil {
			return err
		}
		return file.Close()
	})
	if err != nil {
		return guarded(r.path, err)
	}
	return nil
}

// keep puts the old file into the folder of those that are kept.
func (r *replacement) keep() error {
	name := filepath.Base(r.path)
	ending := filepath.Ext(name)
	for n := 1; ; n++ {
		r.keptAs = filepath.Join(r.kept, fmt.Sprintf("%s-before-%d%s", strings.TrimSuffix(name, ending), n, ending))
		there, err := plainfile.Read(r.keptAs, int64(len(r.before))+1)
		if err == nil && bytes.Equal(there, r.before) {
			return nil
		}
		if _, err := os.Lstat(r.keptAs); err != nil {
			break
		}
	}
	if err := disk.Write(r.keptAs, r.before); err != nil {
		return guarded(r.keptAs, err)
	}
	return nil
}

// write puts the new bytes beside the old file.
func (r *replacement) write() error {
	if err := disk.WriteSynced(r.unfinished(), r.after, r.mode); err != nil {
		return guarded(r.path, err)
	}
	return nil
}

func (r *replacement) rename() error {
	if err := disk.Patiently(func() error { return disk.Replace(r.unfinished(), r.place) }); err != nil {
		return guarded(r.path, err)
	}
	os.Remove(r.unfinished() + ".old")
	disk.Settle(filepath.Dir(r.place))
	return nil
}

// guarded tells that a file cannot be replaced, and why.
func guarded(path string, err error) error {
	if plainfile.InUse(err) {
		return refused(path, spot{}.place(), InUse, "By", "", "Stale", "")
	}
	return refused(path, spot{}.place(), WriteGuard, "Reason", plainfile.Say(err))
}
