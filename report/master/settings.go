package master

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/ooxml"
)

// SettingsGrid is one of a master's sheets of settings: a sheet with the name and the headings of ours.
type SettingsGrid struct {
	Is     report.SettingsSheet
	Sheet  string // as it is named
	Hidden bool
	// Columns are the columns that are known, 1-based, by their id: "id", "name", "name.cy".
	Columns map[string]int
	Unknown []SettingsCell // headings that are not known
	Head    int            // the row of the headings, 1-based
	Rows    []SettingsRow  // those below with a cell that is filled, downwards
}

// SettingsRow is one row of a sheet of settings, its filled cells from left to right.
type SettingsRow struct {
	Number int // 1-based
	Cells  []SettingsCell
}

// SettingsCell is one filled cell.
type SettingsCell struct {
	Column int    // 1-based
	Name   string // "D14"
	Text   string // as it shows, on one line for each of its own; of a number its digits, however it is formatted
	Broken string // an error such as "#REF!", or "=" where the result of a formula is not in the file
}

// Cell gives the row's cell in a column; nil where it is empty.
func (r *SettingsRow) Cell(column int) *SettingsCell {
	for i := range r.Cells {
		if r.Cells[i].Column == column {
			return &r.Cells[i]
		}
	}
	return nil
}

// SettingsGrids reads a master's sheets of settings from memory, in the order of report.SettingsSheets; none for a file that has none, such
// as a CSV file. Only workbooks with sheets of those names are read, so that all others cost no time. A file that cannot be read has none
// either: reading the master says why. Two sheets of one kind, which have their names in two languages, are an *Unusable.
func SettingsGrids(name string, data []byte, o Options) ([]SettingsGrid, error) {
	r := newReader(name, o)
	wanted := r.settingsSheets(data)
	if len(wanted) == 0 {
		return nil, nil
	}
	b, err := openBook(data, r.options.Limits)
	if err != nil {
		return nil, nil
	}
	found := map[report.SettingsSheet]SettingsGrid{}
	for _, part := range b.sheets {
		if !slices.Contains(wanted, part.name) {
			continue
		}
		s, err := b.readSheet(part, func(*sheet) bool { return true }, func(*row) bool { return true })
		if err != nil {
			return nil, nil
		}
		g, ok := r.match.settingsGrid(s)
		if !ok {
			continue
		}
		if first, twice := found[g.Is]; twice {
			return nil, inFile(r.file, unusable("settings-twice", "First", first.Sheet, "Second", g.Sheet).at(g.Sheet, "", 0))
		}
		found[g.Is] = g
	}
	var out []SettingsGrid
	for _, is := range report.SettingsSheets() {
		if g, ok := found[is]; ok {
			out = append(out, g)
		}
	}
	return out, nil
}

// settingsSheets lists the sheets of a workbook that have the names of ours.
func (r *reader) settingsSheets(data []byte) []string {
	if sniff(data) != aWorkbook {
		return nil
	}
	p, err := ooxml.OpenParts(data, r.options.Limits.Unpacked)
	if err != nil {
		return nil
	}
	workbook, _, err := p.Main()
	if err != nil {
		return nil
	}
	text, err := p.ReadXML(workbook)
	if err != nil {
		return nil
	}
	names, _ := r.match.settingsNames(text)
	return names
}

// settingsNames lists the sheets that a workbook's own part names and that have the names of ours; false where the part cannot be read.
func (m *matcher) settingsNames(workbook []byte) ([]string, bool) {
	var list struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
		} `xml:"sheets>sheet"`
	}
	if xml.Unmarshal(workbook, &list) != nil {
		return nil, false
	}
	var out []string
	for _, s := range list.Sheets {
		if _, ours := m.settingsName(s.Name); ours {
			out = append(out, s.Name)
		}
	}
	return out, true
}

// MayHaveSettings tells whether a file of so many bytes may have sheets of settings: it looks at the list of the sheets alone, so that no
// large file is read for nothing. It is true where that list is not where it usually is.
func MayHaveSettings(file io.ReaderAt, size int64, v *report.Vocabulary) bool {
	archive, err := zip.NewReader(file, size)
	if err != nil {
		return false
	}
	const most = 4 << 20
	for _, f := range archive.File {
		if !strings.EqualFold(strings.ReplaceAll(f.Name, "\\", "/"), "xl/workbook.xml") {
			continue
		}
		part, err := f.Open()
		if err != nil {
			return true
		}
		defer part.Close()
		text, err := io.ReadAll(io.LimitReader(part, most+1))
		if err != nil || len(text) > most {
			return true
		}
		names, read := (&matcher{settings: v.Settings}).settingsNames(text)
		return !read || len(names) > 0
	}
	return true
}

// noteSettings says of sheets that look like settings and are not read as such: one of our name without our headings, and one with our
// headings and another name; and of settings what somebody may not see: that their sheet is hidden, and columns that are not known. A
// pack's own workbook has none.
func (r *reader) noteSettings(others, settings []*sheet) {
	for _, s := range settings {
		g, ok := r.match.settingsGrid(s)
		if ok && g.Hidden {
			r.add(report.Note, "settings-hidden", place{sheet: s.name}, "Sheet", s.name)
		}
		for _, c := range g.Unknown {
			at := place{sheet: s.name, row: g.Head, column: c.Column}
			r.add(report.Note, "settings-column", at, "Sheet", s.name, "Column", short(c.Text))
			r.problems[len(r.problems)-1].Row = 0 // none of the register's
		}
	}
	for _, s := range others {
		is, named := r.match.settingsName(s.name)
		if named {
			if missing, some := r.match.settingsMissing(s, is); some {
				r.add(report.Warning, "settings-headings", place{sheet: s.name}, "Sheet", s.name, "Missing", missing)
			}
			continue
		}
		for _, is := range report.SettingsSheets() {
			if _, head := r.match.settingsHead(s, is); head != nil && len(r.match.settings.Sheets[is]) > 0 {
				r.add(report.Warning, "settings-name", place{sheet: s.name}, "Sheet", s.name, "Name", r.match.settings.Sheets[is][0])
				break
			}
		}
	}
}
