package report

// SettingsSheet is one of the sheets on which a master may hold settings of its own, so that a team that only knows its spreadsheet
// needs no other file. What is on them counts in place of what the template says, for that master alone.
type SettingsSheet string

// The sheets.
const (
	ThemesSheet      SettingsSheet = "themes"       // a row for each theme: they take the place of all themes of the template
	StatusWordsSheet SettingsSheet = "status_words" // a row for each word: they are added to those of the template, and win over them
	ValuesSheet      SettingsSheet = "settings"     // a row for each setting that has one value
)

// SettingsSheets lists the sheets in the order in which a blank master has them.
func SettingsSheets() []SettingsSheet {
	return []SettingsSheet{ThemesSheet, StatusWordsSheet, ValuesSheet}
}

// Columns lists the ids of the sheet's columns in their order. One that is there once for each language has that after a full stop in a
// vocabulary, as in "name.cy"; without it, it is of the template's main language.
func (s SettingsSheet) Columns() []string {
	switch s {
	case ThemesSheet:
		return []string{"name", "words", "colour", "id"}
	case StatusWordsSheet:
		return []string{"word", "means", "words"}
	case ValuesSheet:
		return []string{"setting", "value", "note"}
	}
	return nil
}

// Needed lists the columns without which a sheet of that name is none of ours.
func (s SettingsSheet) Needed() []string {
	switch s {
	case ThemesSheet:
		return []string{"id", "name", "words"}
	case StatusWordsSheet:
		return []string{"word", "means"}
	}
	return []string{"setting", "value"}
}

// SettingsNames are the names by which the sheets of settings are known, in every language.
type SettingsNames struct {
	Sheets   map[SettingsSheet][]string
	Headings map[SettingsSheet]map[string][]string // by the column's id, with its language where it has one
}
