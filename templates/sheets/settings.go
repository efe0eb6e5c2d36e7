package sheets

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"maps"
	"path/filepath"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/fold"
	"boardpack/report/master"
	"boardpack/report/ooxml"
	"boardpack/templates"
)

// Settings are a template with what a master's own sheets say in its place.
type Settings struct {
	Rules      report.Rules
	Vocabulary report.Vocabulary
	Accent     colour.Colour
	// Offered are the words of the sheet Status words that its drop-down list offers, in their order; none without that sheet.
	Offered []Offered
	// Places are where each value that the sheets give stands, by the name of the setting: see report.OwnSettings. One of a language has
	// that after a full stop, as in "organisation.cy".
	Places map[string]report.Place
	// NoThemes says what is to be done where there is a sheet for themes, and neither that nor the template has a theme; nil otherwise.
	NoThemes error
	// Key tells these settings from others: two masters with the same have the same settings in the same cells.
	Key string
}

// Offered is a word for statuses, in each language that the sheet has it in.
type Offered struct {
	State report.State
	Word  report.Text
}

// Read gives the settings of a master that has sheets for them; nil for one that has none. Name is its file name. The error is of type
// Mistakes where the sheets can be read but not used, and names every mistake with its cell.
// What is given for the run wins over the sheets.
func Read(name string, data []byte, t *templates.Template, limits master.Limits, given ...Given) (*Settings, error) {
	grids, err := master.SettingsGrids(name, data, master.Options{Vocabulary: &t.Vocabulary, Rules: &t.Rules, Limits: limits})
	if err != nil || len(grids) == 0 {
		return nil, err
	}
	return over(name, grids, t, given...)
}

// over gives a template with what sheets say in its place. The template stays as it is. The error is of type Mistakes.
func over(name string, grids []master.SettingsGrid, t *templates.Template, given ...Given) (*Settings, error) {
	s := &Settings{Rules: t.Rules, Vocabulary: t.Vocabulary, Accent: t.Accent, Places: map[string]report.Place{}}
	s.Vocabulary.Foreign = maps.Clone(t.Vocabulary.Foreign)
	var found Mistakes
	for i := range grids {
		r := &reading{&grids[i], name, &found}
		switch grids[i].Is {
		case report.ThemesSheet:
			s.themes(r, t)
			if len(s.Rules.Themes) == 0 {
				s.NoThemes = Mistake{filepath.Base(name), r.Sheet, ooxml.CellName(r.Columns[r.anyColumn("name")], r.Head+1),
					"there is no theme, so no pack is made: write your themes on this sheet, one to a row"}
			}
		case report.StatusWordsSheet:
			s.statusWords(r, t)
		case report.ValuesSheet:
			s.values(r, t)
		}
	}
	if len(found) > 0 {
		return nil, found
	}
	for _, g := range given {
		if fault := s.Set(g.Name, "", g.Value, t); fault != "" {
			return nil, errors.New(fault)
		}
		delete(s.Places, g.Name)
	}
	s.Rules.Own = s.differing(t)
	key, err := json.Marshal(grids)
	sum := sha256.Sum256(key)
	s.Key = hex.EncodeToString(sum[:])
	return s, err
}

// differing lists the settings of the sheets that are not as the template has them.
func (s *Settings) differing(t *templates.Template) []report.OwnSetting {
	var out []report.OwnSetting
	for _, name := range report.OwnSettings() {
		if place, given := s.Place(name); given && !s.same(name, t) {
			out = append(out, report.OwnSetting{Name: name, Place: place})
		}
	}
	return out
}

// OfTemplate are the settings of a master that has no sheets for them.
func OfTemplate(t *templates.Template) *Settings {
	return &Settings{Rules: t.Rules, Vocabulary: t.Vocabulary, Accent: t.Accent}
}

// Place gives where a setting stands, in whichever language it is given; false for one that the sheets do not give.
func (s *Settings) Place(name string) (report.Place, bool) {
	if at, ok := s.Places[name]; ok {
		return at, true
	}
	for _, lang := range []string{"en", "cy"} {
		if at, ok := s.Places[name+"."+lang]; ok {
			return at, true
		}
	}
	return report.Place{}, false
}

// same tells whether a setting is as the template has it.
func (s *Settings) same(name string, t *templates.Template) bool {
	switch name {
	case "themes":
		return sameThemes(s, t)
	case "status_words":
		return sameStates(s.Vocabulary.States, t.Vocabulary.States)
	case "organisation":
		return maps.Equal(s.Rules.DefaultOrg, t.Rules.DefaultOrg)
	case "due_soon_days":
		return s.Rules.DueSoonDays == t.Rules.DueSoonDays
	case "overdue_by":
		return s.Rules.OverdueBy == t.Rules.OverdueBy
	}
	return s.Accent == t.Accent
}

func sameThemes(s *Settings, t *templates.Template) bool {
	if len(s.Rules.Themes) != len(t.Rules.Themes) {
		return false
	}
	for i, theme := range s.Rules.Themes {
		other := t.Rules.Themes[i]
		if theme.ID != other.ID || theme.Colour != other.Colour || !sameText(theme.Name, other.Name) ||
			!sameWords(s.Vocabulary.Themes[theme.ID], t.Vocabulary.Themes[other.ID]) {
			return false
		}
	}
	return true
}

// sameText compares texts in the languages that both may have: "" is none.
func sameText(a, b report.Text) bool {
	for lang, text := range a {
		if b[lang] != text {
			return false
		}
	}
	for lang, text := range b {
		if a[lang] != text {
			return false
		}
	}
	return true
}

// sameWords tells whether two lists have the same words, once folded, in any order.
func sameWords(a, b []string) bool { return maps.Equal(folded(a), folded(b)) }

func folded(words []string) map[string]bool {
	out := map[string]bool{}
	for _, w := range words {
		out[fold.Word(w)] = true
	}
	return out
}

func sameStates(a, b map[report.State][]string) bool {
	for _, state := range report.States() {
		if !sameWords(a[state], b[state]) {
			return false
		}
	}
	return true
}
