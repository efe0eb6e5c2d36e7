package batch

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/master"
)

// notes are what a run has to say of files and folders that it does not read, each once.
type notes struct {
	told  map[string]bool
	found []report.Problem
}

func newNotes() *notes { return &notes{told: map[string]bool{}} }

// add notes a file or folder, by its path under the input folder; args are pairs of name and value.
func (n *notes) add(level report.Level, code, path string, args ...string) {
	if n.told[code+" "+path] {
		return
	}
	n.told[code+" "+path] = true
	p := report.Problem{Level: level, Code: code, File: path, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args[args[i]] = args[i+1]
	}
	n.found = append(n.found, p)
}

// isSpreadsheet tells by its name whether a file is a spreadsheet, also of a kind that is not read: such a file is named as an
// error and never passed over.
func isSpreadsheet(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlsx", ".xlsm", ".xltx", ".xltm", ".csv", ".tsv", ".xls", ".xlt", ".xlw", ".xlsb", ".ods", ".ots", ".fods", ".sxc", ".numbers", ".gsheet",
		".slk", ".dif", ".dbf", ".wk1", ".wk3", ".wk4", ".wks", ".123", ".xlr", ".wb1", ".wb2", ".wb3", ".qpw":
		return !isHidden(name) && lockedFile(name) == ""
	}
	return false
}

// isHidden tells of the files of systems and programs that no person put there.
func isHidden(name string) bool { return strings.HasPrefix(name, ".") }

// isSystemFile tells of files that systems and file services put into every folder, and of those of programs that have a file open.
func isSystemFile(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", ".ds_store":
		return true
	}
	return lockedFile(name) != "" || strings.HasPrefix(name, "._")
}

// lockedFile gives the file that a lock file is of: Excel's "~$m.xlsx", LibreOffice's ".~lock.m.xlsx#"; "" for any other file.
func lockedFile(name string) string {
	if of, ok := strings.CutPrefix(name, "~$"); ok {
		return of
	}
	if of, ok := strings.CutPrefix(name, ".~lock."); ok {
		return strings.TrimSuffix(of, "#")
	}
	return ""
}

// isFolder tells whether an entry is a folder, or a link to one. Apple Numbers keeps a spreadsheet in a folder of that ending.
func isFolder(dir string, entry os.DirEntry) bool {
	is := entry.IsDir()
	if entry.Type()&fs.ModeSymlink != 0 {
		info, err := os.Stat(filepath.Join(dir, entry.Name()))
		is = err == nil && info.IsDir()
	}
	return is && !strings.EqualFold(filepath.Ext(entry.Name()), ".numbers")
}

// passOver notes the entries of the input folder that are not read, with the form that would be.
func (n *notes) passOver(input string, entries []os.DirEntry) {
	var others []string
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case isHidden(name):
		case isFolder(input, entry):
			n.folder(input, name)
		case isSpreadsheet(name):
			place := exampleMonth
			if month, ok := onlyMonth(name); ok {
				place = month.String()
			}
			n.add(report.Warning, "loose-file", name, "Place", place+"/"+name)
		case !isSystemFile(name) && !strings.HasPrefix(strings.ToLower(name), "readme"):
			others = append(others, name)
		}
	}
	n.others(filepath.Base(input), others)
}

// others notes the files of a folder that are not spreadsheets.
func (n *notes) others(folder string, names []string) {
	if len(names) > 0 {
		n.add(report.Note, "not-a-spreadsheet", folder, "Files", strings.Join(names, ", "))
	}
}

// exampleMonth is the name of a month's folder in messages that know no better one.
const exampleMonth = "2023-09"

// folder notes a folder that is not named after a month: one that means a month by its name, one that holds months, and one that
// holds spreadsheets. Any other has nothing that could be meant for a pack.
func (n *notes) folder(input, name string) {
	if month, ok := onlyMonth(name); ok {
		n.add(report.Warning, "folder-other-form", name, "Month", month.String())
		return
	}
	inside, _ := os.ReadDir(filepath.Join(input, name))
	months := 0
	for _, entry := range inside {
		if month, ok := onlyMonth(name + "-" + entry.Name()); ok && isFolder(filepath.Join(input, name), entry) {
			n.add(report.Warning, "folder-other-form", name+"/"+entry.Name(), "Month", month.String())
			months++
		}
	}
	if months == 0 {
		n.unread(input, name)
	}
}

// unread notes a folder with spreadsheets in it or in its own folders, of which none is read.
func (n *notes) unread(input, path string) {
	const named = 5
	var files []string
	_ = filepath.WalkDir(filepath.Join(input, filepath.FromSlash(path)), func(_ string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil, entry.IsDir() && isHidden(entry.Name()):
			return fs.SkipDir
		case isSpreadsheet(entry.Name()):
			files = append(files, entry.Name())
		}
		if len(files) > named {
			return fs.SkipAll
		}
		return nil
	})
	if len(files) > named {
		files[named] = "…"
	}
	if len(files) > 0 {
		n.add(report.Warning, "folder-not-read", path, "Files", strings.Join(files, ", "), "Month", exampleMonth)
	}
}

// onlyMonth gives the month that a name means, where it gives one and no other.
func onlyMonth(name string) (report.Month, bool) {
	named := dates.MonthsNamed(strings.ReplaceAll(name, " ", "-"))
	named = slices.CompactFunc(named, func(a, b dates.NamedMonth) bool { return a.Month == b.Month })
	if len(named) != 1 || named[0].Year == 0 {
		return report.Month{}, false
	}
	return named[0].Month, true
}

// mastersIn lists the spreadsheets of a month by name, those of kinds that are not read too: each is a master, or an error of its
// own. What else is there is noted, where the month is asked for.
func (c *chain) mastersIn(month report.Month, target bool) ([]masterFile, error) {
	dir := filepath.Join(c.options.Input, month.String())
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var found []masterFile
	var others []string
	for _, entry := range entries {
		name := entry.Name()
		of := lockedFile(name)
		switch {
		case isFolder(dir, entry):
			if target && !isHidden(name) {
				c.notes.unread(c.options.Input, month.String()+"/"+name)
			}
		case isSpreadsheet(name):
			found = append(found, c.marks.file(month, filepath.Join(dir, name)))
		case target && of != "":
			c.noteOpen(dir, month.String(), of)
		case !isHidden(name) && of == "":
			others = append(others, name)
		}
	}
	if target {
		c.notes.others(month.String(), others)
	}
	if len(found) == 0 {
		c.notes.add(report.Note, "month-without-masters", month.String())
	}
	return found, nil
}

// noteLocks looks for the lock files of a master that was named by its path.
func (c *chain) noteLocks(month report.Month, path string) {
	dir, name := filepath.Split(path)
	for _, lock := range []string{"~$" + name, ".~lock." + name + "#"} {
		if _, err := os.Stat(filepath.Join(dir, lock)); err == nil {
			c.noteOpen(dir, month.String(), name)
		}
	}
}

// noteOpen notes a master that is open in a program; a lock that was left behind by a file that is gone says nothing.
func (c *chain) noteOpen(dir, month, name string) {
	if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
		c.notes.add(report.Warning, "open-elsewhere", month+"/"+name)
	}
}

// unreadable notes a month's folder that cannot be read, where that is no error of its own.
func (n *notes) unreadable(month report.Month, err error) {
	told := len(n.found)
	why := master.Unread(err)
	n.add(report.Warning, "month-unreadable", month.String(), append([]string{"Reason", why.Error()}, why.Args...)...)
	if why.ID != "" && len(n.found) > told {
		n.found[told].Said = map[string]string{"Reason": why.ID}
	}
}
