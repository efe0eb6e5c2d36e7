package master

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/ooxml"
	"boardpack/report/plainfile"
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

// MayHaveSettings tells whether a file may have sheets of settings: it looks at the list of the sheets alone, so that no large file is read
// for nothing. It is true where that list is not where it usually is.
func MayHaveSettings(path string, v *report.Vocabulary) bool {
	file, err := plainfile.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return false
	}
	archive, err := zip.NewReader(file, info.Size())
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

// settingsName tells which sheet of settings has a name.
func (m *matcher) settingsName(name string) (report.SettingsSheet, bool) {
	for _, is := range report.SettingsSheets() {
		if hasFolded(m.settings.Sheets[is], name) {
			return is, true
		}
	}
	return "", false
}

func hasFolded(words []string, word string) bool {
	folded := fold.Word(word)
	return folded != "" && slices.ContainsFunc(words, func(w string) bool { return fold.Word(w) == folded })
}

// isSettings tells whether a sheet is one of settings, so that no table is looked for on it.
func (m *matcher) isSettings(s *sheet) bool {
	is, named := m.settingsName(s.name)
	if !named {
		return false
	}
	_, head := m.settingsHead(s, is)
	return head != nil
}

// settingsHead finds the headings of a sheet of settings in the first rows; nil where it lacks one that is needed.
func (m *matcher) settingsHead(s *sheet, is report.SettingsSheet) (columns map[string]int, head *row) {
	const first = 10 // rows, for a title above
	for i := range s.rows[:min(len(s.rows), first)] {
		columns = m.settingsColumns(s, &s.rows[i], is)
		missing := slices.ContainsFunc(is.Needed(), func(id string) bool { return !hasColumn(columns, id) })
		if !missing {
			return columns, &s.rows[i]
		}
	}
	return nil, nil
}

// hasColumn tells whether a column is there, in any language.
func hasColumn(columns map[string]int, id string) bool {
	for is := range columns {
		if base, _, _ := strings.Cut(is, "."); base == id {
			return true
		}
	}
	return false
}

// settingsColumns gives the columns that a row names, the first of each.
func (m *matcher) settingsColumns(s *sheet, r *row, is report.SettingsSheet) map[string]int {
	out := map[string]int{}
	for c := range r.cells {
		for id, words := range m.settings.Headings[is] {
			if _, known := out[id]; !known && hasFolded(words, s.shown(&r.cells[c])) {
				out[id] = int(r.cells[c].column)
			}
		}
	}
	return out
}

// settingsGrid takes a sheet of settings; false for one that only has the name of it.
func (m *matcher) settingsGrid(s *sheet) (SettingsGrid, bool) {
	is, _ := m.settingsName(s.name)
	columns, head := m.settingsHead(s, is)
	if head == nil {
		return SettingsGrid{}, false
	}
	g := SettingsGrid{Is: is, Sheet: s.name, Hidden: s.hidden, Columns: columns, Head: head.number}
	for i := range head.cells {
		c := &head.cells[i]
		known := false
		for _, column := range columns {
			known = known || column == int(c.column)
		}
		if !known && line(s.shown(c)) != "" {
			g.Unknown = append(g.Unknown, s.settingsCell(c, head.number))
		}
	}
	for i := range s.rows {
		r := &s.rows[i]
		if r.number <= head.number {
			continue
		}
		row := SettingsRow{Number: r.number}
		for j := range r.cells {
			if cell := s.settingsCell(&r.cells[j], r.number); cell.Text != "" || cell.Broken != "" {
				row.Cells = append(row.Cells, cell)
			}
		}
		if len(row.Cells) > 0 {
			g.Rows = append(g.Rows, row)
		}
	}
	return g, true
}

func (s *sheet) settingsCell(c *cell, row int) SettingsCell {
	out := SettingsCell{Column: int(c.column), Name: cellName(int(c.column), row), Text: strings.TrimSpace(s.shown(c))}
	switch {
	case c.kind == isUnsaved:
		out.Broken = "="
	case c.kind == isError, c.kind == isText && isErrorText(c.text):
		out.Text, out.Broken = "", short(c.text)
	case c.kind == isNumber:
		out.Text = c.text
	}
	return out
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

// settingsMissing gives the needed headings that a sheet of our name lacks; some is false where it has all, or none or one that others
// may have as well.
func (m *matcher) settingsMissing(s *sheet, is report.SettingsSheet) (missing string, some bool) {
	var names []string
	best := 0
	for i := range s.rows[:min(len(s.rows), 10)] {
		columns := m.settingsColumns(s, &s.rows[i], is)
		if len(columns) <= best {
			continue
		}
		best, names = len(columns), nil
		for _, id := range is.Needed() {
			if words := m.settings.Headings[is][id]; !hasColumn(columns, id) && len(words) > 0 {
				names = append(names, words[0])
			}
		}
	}
	return strings.Join(names, ", "), best > 1 && len(names) > 0
}
