package start

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/master"
	"boardpack/templates"
)

// Draft is what a team's own master says of the template that it needs.
type Draft struct {
	File     string
	Outline  *master.Outline
	Taken    []string // columns, themes and statuses that were taken for something by their look: to be checked
	Unplaced []string // what found no place

	base      *templates.Template
	columns   map[report.Field][]string // more names of each column
	states    map[report.State][]string // more words of each state
	themes    []report.Theme            // instead of those of the base; nil to keep these
	synonyms  map[string][]string       // of the themes that come from the base
	languages []string                  // nil to keep those of the base
}

// draft reads the outline of a master and finds places for what the base template does not know.
func draft(o Options, base *templates.Template) (*Draft, error) {
	outline, err := master.ReadOutline(o.Master, master.Options{Month: o.Month, Vocabulary: &base.Vocabulary, Rules: &base.Rules})
	if err != nil {
		return nil, err
	}
	d := &Draft{File: filepath.Base(o.Master), Outline: outline, base: base, columns: map[report.Field][]string{},
		states: map[report.State][]string{}, synonyms: map[string][]string{}}
	d.placeColumns()
	d.placeThemes()
	d.placeStates()
	for _, f := range []report.Field{report.FieldScope, report.FieldSignOff} {
		d.lookAtWords(f)
	}
	return d, nil
}

// Missing lists the columns that a master needs and this one seems not to have.
func (d *Draft) Missing() []report.Field {
	var out []report.Field
	for _, f := range report.NeededFields() {
		if d.column(f) == nil {
			out = append(out, f)
		}
	}
	return out
}

// column finds the column that is, or was taken for, a field.
func (d *Draft) column(f report.Field) *master.OutlineColumn {
	for i := range d.Outline.Columns {
		if d.Outline.Columns[i].Field == f {
			return &d.Outline.Columns[i]
		}
	}
	return nil
}

// placeColumns takes unknown headings for fields, the surest guess first.
func (d *Draft) placeColumns() {
	type guess struct {
		likely
		column *master.OutlineColumn
	}
	var guesses []guess
	for i := range d.Outline.Columns {
		c := &d.Outline.Columns[i]
		if c.Field != "" || d.knownHeading(c.Heading) { // a heading that is known and has no field repeats another
			continue
		}
		for _, f := range report.Fields() {
			if !fits(f, c) {
				continue
			}
			if n := byHeading(c.Heading, f, d.base.Vocabulary.Columns[f]); n > 0 {
				guesses = append(guesses, guess{likely{f, "its heading holds that word", 100 + n}, c})
			} else if n, reason := byCells(f, c, &d.base.Vocabulary, d.Outline.Rows); n > 0 {
				guesses = append(guesses, guess{likely{f, reason, n}, c})
			}
		}
	}
	slices.SortStableFunc(guesses, func(a, b guess) int { return cmp.Compare(b.weight, a.weight) })
	for _, g := range guesses {
		if g.column.Field != "" || d.column(g.field) != nil || d.knownHeading(g.column.Heading) {
			continue
		}
		g.column.Field = g.field
		d.columns[g.field] = append(d.columns[g.field], g.column.Heading)
		d.Taken = append(d.Taken, fmt.Sprintf("the column %q (%s) was taken for %s: %s", g.column.Heading, g.column.Cell, d.base.Vocabulary.Columns[g.field][0], g.reason))
	}
	for _, c := range d.Outline.Columns {
		if c.Field == "" {
			d.Unplaced = append(d.Unplaced, fmt.Sprintf("the column %q (%s) is kept as one of your own", c.Heading, c.Cell))
		}
	}
}

// knownHeading tells whether a heading is a name of a field, of the base or drafted.
func (d *Draft) knownHeading(heading string) bool {
	for _, f := range report.Fields() {
		if has(d.base.Vocabulary.Columns[f], heading) || has(d.columns[f], heading) {
			return true
		}
	}
	return fold.Word(heading) == ""
}

// mostThemes bounds the themes that are drafted: a column with more different texts holds something else.
const mostThemes = 30

// placeThemes drafts the themes, when the master has any that the base does not know: those found, in their order.
func (d *Draft) placeThemes() {
	c := d.column(report.FieldTheme)
	if c == nil {
		return
	}
	names := themeNames(c, d.base)
	if !slices.ContainsFunc(names, func(name string) bool { return !d.isThemeWord(name) }) {
		return
	}
	if len(names) > mostThemes {
		d.Unplaced = append(d.Unplaced, fmt.Sprintf("the column %q (%s) has %d different texts, too many to be themes: write the themes yourself", c.Heading, c.Cell, len(names)))
		return
	}
	used := map[string]bool{"all": true, report.ThemeUnmatched: true, report.NotGiven: true}
	for _, name := range names {
		theme := report.Theme{Name: report.Text{"en": name}}
		if own := d.baseTheme(name); own != nil {
			theme = *own
			d.synonyms[theme.ID] = slices.DeleteFunc(slices.Clone(d.base.Vocabulary.Themes[theme.ID]), func(word string) bool { return has(names, word) })
		} else {
			theme.ID = themeID(name, used)
			d.Taken = append(d.Taken, fmt.Sprintf("the theme %q was drafted from the column %q", name, c.Heading))
		}
		used[theme.ID] = true
		d.themes = append(d.themes, theme)
	}
	for _, lang := range d.base.Languages {
		if lang != "en" {
			d.languages = []string{"en"}
			d.Taken = append(d.Taken, "the packs are set to English alone, because the drafted themes have names in English alone: give them names in "+lang+", and add it to languages")
		}
	}
}

// themeNames lists the themes that a column names, each once. A cell may name several, parted by semicolons or on lines of
// their own.
func themeNames(c *master.OutlineColumn, base *templates.Template) []string {
	var out []string
	seen := map[string]bool{}
	for _, v := range c.Values {
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

// isThemeWord tells whether the base knows a theme by the word.
func (d *Draft) isThemeWord(word string) bool {
	for _, words := range d.base.Vocabulary.Themes {
		if has(words, word) {
			return true
		}
	}
	return false
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

// placeStates takes unknown statuses for states by the words in them.
func (d *Draft) placeStates() {
	c := d.column(report.FieldStatus)
	if c == nil {
		return
	}
	for _, v := range c.Values {
		if knownState(d.base.Vocabulary.States, v.Text) || knownState(d.states, v.Text) || fold.Word(v.Text) == "" {
			continue
		}
		state := likelyState(v.Text)
		if state == "" {
			d.Unplaced = append(d.Unplaced, fmt.Sprintf("the status %q (%s, %s) counts as not recognised: put it under one of the states", v.Text, v.Cell, rows(v.Rows)))
			continue
		}
		d.states[state] = append(d.states[state], v.Text)
		d.Taken = append(d.Taken, fmt.Sprintf("the status %q (%s, %s) was taken for %s", v.Text, v.Cell, rows(v.Rows), state))
	}
}

func knownState(states map[report.State][]string, text string) bool {
	for _, words := range states {
		if has(words, text) {
			return true
		}
	}
	return false
}

// lookAtWords lists the words of a column that the base does not know.
func (d *Draft) lookAtWords(f report.Field) {
	c := d.column(f)
	if c == nil {
		return
	}
	var words []string
	for _, list := range d.base.Vocabulary.Scopes {
		words = append(words, list...)
	}
	section := "scope"
	if f == report.FieldSignOff {
		section, words = "sign_off", nil
		for _, list := range d.base.Vocabulary.SignOffs {
			words = append(words, list...)
		}
	}
	for _, v := range c.Values {
		if !has(words, v.Text) {
			d.Unplaced = append(d.Unplaced, fmt.Sprintf("the word %q (%s, %s) under %q is not known: put it under %s", v.Text, v.Cell, rows(v.Rows), c.Heading, section))
		}
	}
}

func rows(n int) string {
	if n == 1 {
		return "1 row"
	}
	return strconv.Itoa(n) + " rows"
}
