package start

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
)

// write puts what was drafted into the sections of pack.yaml.
func (d *Draft) write(s *sections) {
	v := &d.base.Vocabulary
	from := "# DRAFT from " + strings.Join(strings.Fields(d.File), " ") + ": "
	if d.languages != nil {
		s.put("languages", "languages: ["+strings.Join(d.languages, ", ")+"]\n", from+"English alone, until the themes have names in other languages too.\n")
	}
	if d.themes != nil {
		s.put("themes", d.themeText(), from+"its own themes. Change their names and order as you like, and join those that are one.\n")
	}
	if len(d.states) > 0 {
		s.put("states", d.stateText(v), from+"the last words of the lists are from it, and stand where they seem to belong.\n")
	}
	if len(d.columns) > 0 {
		s.put("columns", d.columnText(v), from+"the last names of some lists are from it, and stand where they seem to belong.\n")
	}
	if d.Outline.Sheet != "" && !has(v.Sheets, d.Outline.Sheet) {
		s.put("sheets", "sheets: "+list(append([]string{d.Outline.Sheet}, v.Sheets...))+"\n", from+"its own sheet comes first.\n")
	}
}

func (d *Draft) themeText() string {
	var b strings.Builder
	b.WriteString("themes:\n")
	for _, theme := range d.themes {
		fmt.Fprintf(&b, "  - id: %s\n    name: { en: %s", quoted(theme.ID), quoted(theme.Name["en"]))
		if cy := theme.Name["cy"]; cy != "" {
			fmt.Fprintf(&b, ", cy: %s", quoted(cy))
		}
		b.WriteString(" }\n")
		var words []string
		for _, word := range d.synonyms[theme.ID] {
			if !slices.ContainsFunc([]string{theme.Name["en"], theme.Name["cy"]}, func(name string) bool { return fold.Word(name) == fold.Word(word) }) {
				words = append(words, word)
			}
		}
		if len(words) > 0 {
			fmt.Fprintf(&b, "    synonyms: %s\n", list(words))
		}
	}
	return b.String()
}

func (d *Draft) stateText(v *report.Vocabulary) string {
	var b strings.Builder
	b.WriteString("states:\n")
	for _, state := range report.States() {
		if words := append(slices.Clone(v.States[state]), d.states[state]...); len(words) > 0 {
			fmt.Fprintf(&b, "  %s:\n    %s\n", strings.ReplaceAll(string(state), " ", "_"), list(words))
		}
	}
	return b.String()
}

func (d *Draft) columnText(v *report.Vocabulary) string {
	var b strings.Builder
	b.WriteString("columns:\n")
	for _, f := range report.Fields() {
		if words := append(slices.Clone(v.Columns[f]), d.columns[f]...); len(words) > 0 {
			fmt.Fprintf(&b, "  %s:\n    %s\n", f, list(words))
		}
	}
	return b.String()
}

// list writes words between square brackets, over lines that fit a screen.
func list(words []string) string {
	var b strings.Builder
	b.WriteString("[")
	width := 0
	for i, w := range words {
		text := quoted(w)
		if i > 0 {
			b.WriteString(",")
			if width += len(text) + 2; width > 110 {
				b.WriteString("\n     ")
				width = len(text)
			} else {
				b.WriteString(" ")
			}
		}
		b.WriteString(text)
	}
	b.WriteString("]")
	return b.String()
}

// quoted writes a text as YAML: plain where it is nothing but words, in quotes else.
func quoted(s string) string {
	plain := strings.IndexFunc(s, func(r rune) bool { return !(r == ' ' || r == '-' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') }) < 0
	switch strings.ToLower(s) {
	case "", "yes", "no", "true", "false", "null", "on", "off", "y", "n", "inf", "nan":
		plain = false
	}
	if plain && s == strings.TrimSpace(s) && !strings.HasPrefix(s, "-") {
		return s
	}
	return strconv.Quote(s)
}
