package master

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/ooxml"
)

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
	out := SettingsCell{Column: int(c.column), Name: ooxml.CellName(int(c.column), row), Text: strings.TrimSpace(s.shown(c))}
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
