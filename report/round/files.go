package round

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/plainfile"
)

// gather reads what came back, from files and folders, with the folders in them; in the order of the names.
func gather(paths []string, limits master.Limits) ([]File, error) {
	var out []File
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			return nil, errors.New(path + " cannot be read: " + plainfile.Say(err))
		case !info.IsDir():
			out = append(out, fileAt(path, filepath.Base(path), limits))
			continue
		}
		err = filepath.WalkDir(path, func(at string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return errors.New(at + " cannot be read: " + plainfile.Say(err))
			case at != path && strings.HasPrefix(entry.Name(), "."), strings.HasPrefix(entry.Name(), "~$"), isSystemFile(entry.Name()):
				if entry.IsDir() {
					return fs.SkipDir
				}
				return nil
			case entry.IsDir():
				return nil
			}
			name, err := filepath.Rel(path, at)
			if err == nil {
				out = append(out, fileAt(at, filepath.ToSlash(name), limits))
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(out, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return out, nil
}

// isSystemFile tells of files that systems put into every folder.
func isSystemFile(name string) bool {
	return strings.EqualFold(name, "thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

func fileAt(path, name string, limits master.Limits) File {
	data, err := plainfile.Read(path, limits.OrDefault().Unpacked)
	if err != nil {
		return File{Name: name, Err: errors.New(plainfile.Say(err))}
	}
	return File{Name: name, Data: data}
}

// dayOf is the day on which a return was given: that on which it was last changed, where this is after it was made and not after it was
// received, or else that on which it was received. It is absent where nothing tells.
func dayOf(ret *Return, month report.Month, received, today report.Date) report.Date {
	limit := received
	if limit.IsZero() {
		limit = today
	}
	if saved := dates.DateOf(ret.Saved); !ret.Saved.IsZero() && ret.Saved.After(madeOn(month)) && !saved.After(limit) {
		return saved
	}
	return received
}

// inOrder sorts returns by when they were given: by their day, then by when a program last changed them. What neither parts has no order but
// that in which it was first seen; this parts the files of one owner alone, so that files of several are in one order however they came.
func inOrder(all []*taken, first func(*taken) int) {
	slices.SortStableFunc(all, func(a, b *taken) int {
		return cmp.Or(cmp.Compare(a.day.String(), b.day.String()), a.Saved.Compare(b.Saved), cmp.Compare(a.owner, b.owner), cmp.Compare(first(a), first(b)), cmp.Compare(a.Name, b.Name))
	})
	for i, t := range all {
		t.order = i
	}
}
