package start

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/master"
)

// mostThemes bounds the themes that are drafted: a column with more different texts holds something else.
const mostThemes = 30

// themeColumn is the column that gives the themes: that of the themes, or else that of the source's headings.
func (d *Draft) themeColumn() *master.OutlineColumn {
	if c := d.column(report.FieldTheme); c != nil {
		return c
	}
	return d.column(report.FieldHeading)
}

// placeThemes drafts the themes, when the master has any that the base does not know: those found, in their order.
func (d *Draft) placeThemes(names []string) {
	if c := d.themeColumn(); c != nil && len(names) > mostThemes {
		d.leave(columnNamed(c), fmt.Sprintf("no themes, as it has %d different texts: write the themes yourself", len(names)), c.Cell)
		return
	}
	if !slices.ContainsFunc(names, func(name string) bool { return !has(wordsOf(d.base.Vocabulary.Themes), name) }) {
		return
	}
	used := map[string]bool{"all": true, report.ThemeUnmatched: true, report.NotGiven: true}
	d.Themes = names
	for _, name := range names {
		d.draftTheme(name, used)
	}
	for _, theme := range d.themes {
		d.english = d.english || slices.ContainsFunc(d.base.Languages, func(lang string) bool { return theme.Name[lang] == "" })
	}
	if d.english {
		d.leave("the packs", "in English only, because the drafted themes have only English names: add names in other languages, and add those languages to languages")
	}
	d.askAboutLikeThemes()
}

// blockNames are the texts over blocks of rows, where no column gives the themes. One alone is a title or a note.
func (d *Draft) blockNames() []string {
	var names, cells []string
	for _, b := range d.Outline.Blocks {
		if cells = append(cells, b.Cell); !has(names, b.Text) {
			names = append(names, b.Text)
		}
	}
	if len(names) < 2 {
		return nil
	}
	d.guess("each row that has only a text", "the theme of the rows below it", cells...)
	return names
}

// sheetThemes are the names of the sheets, where several hold recommendations and nothing else gives the themes. To see which
// do, the master is read as if the name of one of them were a theme. Sheets of what is open and closed are no themes.
func (d *Draft) sheetThemes(o Options) []string {
	if d.Outline.Sheet == "" {
		return nil
	}
	d.themes = []report.Theme{{ID: "sheet", Name: report.Text{"en": d.Outline.Sheet}}}
	d.readAsDrafted(o)
	d.themes = nil
	names := themeNames(d.values(report.FieldTheme))
	if len(names) < 2 || slices.ContainsFunc(names, func(name string) bool { return d.stateOf(name) != "" }) {
		return nil
	}
	d.guess("the name of each sheet", "the theme of the rows on it", names...)
	return names
}

// draftTheme drafts one theme: that of the base which has the name in English, or else one of its own.
func (d *Draft) draftTheme(name string, used map[string]bool) {
	theme := report.Theme{Name: report.Text{"en": name}}
	if own := d.baseTheme(name); own != nil {
		theme = *own
		d.synonyms[theme.ID] = slices.DeleteFunc(slices.Clone(d.base.Vocabulary.Themes[theme.ID]), func(word string) bool { return has(d.Themes, word) })
	} else {
		theme.ID = themeID(name, used)
	}
	used[theme.ID] = true
	d.themes = append(d.themes, theme)
}

// askAboutLikeThemes asks about themes that are a slip of the pen apart: they are one, perhaps.
func (d *Draft) askAboutLikeThemes() {
	const slip, shortest = 2, 5 // letters; in shorter words two letters make another word
	for i, name := range d.Themes {
		for _, earlier := range d.Themes[:i] {
			a, b := fold.Word(earlier), fold.Word(name)
			if min(len(a), len(b)) >= shortest && fold.Distance(a, b, slip) <= slip {
				d.guess(fmt.Sprintf("the theme \"%s\"", name), fmt.Sprintf("a separate theme from \"%s\": if they are the same, make it a synonym", earlier))
			}
		}
	}
}

// themeNames lists the themes that cells name, each once. A cell may name several, parted by semicolons or on lines of
// their own.
func themeNames(values []master.OutlineValue) []string {
	var out []string
	seen := map[string]bool{}
	for _, v := range values {
		for _, name := range strings.FieldsFunc(v.Text, func(r rune) bool { return r == ';' || r == '\n' }) {
			name = strings.TrimSpace(name)
			if key := fold.Word(name); key != "" && !seen[key] {
				seen[key] = true
				out = append(out, name)
			}
		}
	}
	return out
}

// baseTheme finds the theme of the base that has the name in English.
func (d *Draft) baseTheme(name string) *report.Theme {
	for i, theme := range d.base.Rules.Themes {
		if fold.Word(theme.Name["en"]) == fold.Word(name) {
			return &d.base.Rules.Themes[i]
		}
	}
	return nil
}

// themeID makes an id of a name: "Financial control" is financial_control.
func themeID(name string, used map[string]bool) string {
	id := strings.Trim(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, strings.ReplaceAll(plainWords(name), "&", "and")), "_")
	if len(id) > 34 {
		id = strings.Trim(id[:34], "_")
	}
	if strings.Trim(id, "_") == "" {
		id = "theme"
	}
	unique := id
	for n := 2; used[unique]; n++ {
		unique = id + "_" + strconv.Itoa(n)
	}
	return unique
}
