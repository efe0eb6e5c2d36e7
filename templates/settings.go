package templates

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/colour"
)

// useSettings adds the names by which a master's sheets of settings are known, in the words of a language.
func (l *loader) useSettings(w wording) {
	into := &l.template.Vocabulary.Settings
	if into.Sheets == nil {
		into.Sheets = map[report.SettingsSheet][]string{}
		into.Headings = map[report.SettingsSheet]map[string][]string{}
	}
	for _, sheet := range report.SettingsSheets() {
		into.Sheets[sheet] = addNew(into.Sheets[sheet], w.plain("settings.sheet."+string(sheet)))
		if into.Headings[sheet] == nil {
			into.Headings[sheet] = map[string][]string{}
		}
		for _, id := range sheet.Columns() {
			heading := w.plain("settings.column." + id)
			into.Headings[sheet][id] = addNew(into.Headings[sheet][id], heading)
			if id != "name" && id != "word" {
				continue
			}
			for _, lang := range l.template.WordingLanguages() {
				of := id + "." + lang
				into.Headings[sheet][of] = addNew(into.Headings[sheet][of], heading+" ("+w.language(lang)+")")
			}
		}
	}
}

// language names a language in the words of this one; its code where there is no word for it.
func (w wording) language(code string) string {
	if name := w.plain("settings.language." + code); name != "" {
		return name
	}
	return code
}

// In gives the plain text of a message in every language that has wording, the template's own languages first.
func (t *Template) In(id string) []string {
	var out []string
	for _, lang := range t.everyLanguage() {
		out = addNew(out, t.wordings[lang].plain(id))
	}
	return out
}

// everyLanguage lists the languages that have wording, those of the packs first.
func (t *Template) everyLanguage() []string {
	out := slices.Clone(t.Languages)
	for _, lang := range t.WordingLanguages() {
		if !slices.Contains(out, lang) {
			out = append(out, lang)
		}
	}
	return out
}

// NameOf names a language in the words of the template's main one, as in "Welsh".
func (t *Template) NameOf(code string) string { return t.wordings[t.Languages[0]].language(code) }

// ThemeIDFault says why an id may not be that of a theme; "" where it may. The text begins with a verb: "is not allowed: …".
func ThemeIDFault(id string) string {
	switch {
	case strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" || len(id) > longestID:
		return "is not allowed: use small letters a to z, digits and _, and 40 characters or fewer"
	case id == "all" || id == report.ThemeUnmatched || id == report.NotGiven:
		return "is one that boardpack uses itself: choose another"
	}
	return ""
}

// longestID is how many characters the id of a theme may have.
const longestID = 40

// ColourFault says why a text is no colour in which text can be read on white; "" where it is.
func ColourFault(text string) (colour.Colour, string) {
	c, err := colour.Parse(text)
	if err != nil {
		return c, err.Error()
	}
	if ratio := colour.Contrast(c, colour.White()); ratio < colour.Readable {
		// Rounded down, so that a colour just short of the limit is not said to reach it.
		return c, fmt.Sprintf("%s has a contrast of %.2f to 1 on white, and text needs %g to 1 or more: choose a darker colour",
			c, math.Floor(ratio*100)/100, colour.Readable)
	}
	return c, ""
}

// place notes where a key is.
func (t *Template) place(key string, at place) {
	if t.places == nil {
		t.places = map[string]place{}
	}
	t.places[key] = at
}

// Where gives the file and line of a key of pack.yaml in the team's own folder; "" and 0 for one that is as the program ships it.
func (t *Template) Where(key string) (file string, line int) {
	at := t.places[key]
	if strings.HasPrefix(at.file, shippedPrefix) {
		return "", 0
	}
	return at.file, at.line
}
