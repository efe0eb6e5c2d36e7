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
	if len(d.Guesses)+len(d.Left) > 0 {
		s.put("unconfirmed", d.guessText(), unconfirmedNote)
	}
	if d.english {
		s.put("languages", "languages: [en]\n", "")
	}
	if d.themes != nil {
		s.put("themes", d.themeText(), "")
	}
	if len(d.states) > 0 {
		s.put("states", d.stateText(v), "")
	}
	if len(d.columns)+len(d.first)+len(d.moved) > 0 {
		s.put("columns", d.columnText(), "")
	}
	if own := d.ownHeadings(); len(own) > 0 {
		s.put("kept", "kept: "+list(own)+"\n", "")
	}
	if names := d.sheetNames(); len(names) > len(v.Sheets) {
		s.put("sheets", "sheets: "+list(names)+"\n", "")
	}
}

const unconfirmedNote = `# Check each entry: what was found, where, and what it was taken for. Where that is wrong, correct the section below that it
# is about (columns, themes, states, scope, sign_off). Then delete the entry. When all are right, delete them all.
`

func (d *Draft) guessText() string {
	var b strings.Builder
	b.WriteString("unconfirmed:\n")
	for _, g := range slices.Concat(d.Guesses, d.Left) {
		where := strings.TrimSuffix(d.File+", "+g.Where, ", ")
		fmt.Fprintf(&b, "  - { what: %s, where: %s, as: %s }\n", strconv.Quote(g.What), strconv.Quote(where), strconv.Quote(g.As))
	}
	return b.String()
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

func (d *Draft) columnText() string {
	var b strings.Builder
	b.WriteString("columns:\n")
	for _, f := range report.Fields() {
		if words := d.columnWords(f); len(words) > 0 {
			fmt.Fprintf(&b, "  %s:\n    %s\n", f, list(words))
		}
	}
	return b.String()
}

// ownHeadings are those of the columns that are the team's own. One that another column has too, which is read, cannot be.
func (d *Draft) ownHeadings() []string {
	read := map[string]bool{"": true}
	for _, f := range report.Fields() {
		for _, word := range d.columnWords(f) {
			read[fold.Word(word)] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(d.own), func(heading string) bool { return read[fold.Word(heading)] })
}

// columnWords are the headings of a field: those of the base that are not moved elsewhere, and those that are drafted.
func (d *Draft) columnWords(f report.Field) []string {
	words := slices.DeleteFunc(slices.Clone(d.base.Vocabulary.Columns[f]), func(word string) bool { return has(d.moved, word) })
	words = append(words, d.columns[f]...)
	if first := d.first[f]; first != "" {
		words = append([]string{first}, slices.DeleteFunc(words, func(word string) bool { return has([]string{first}, word) })...)
	}
	return words
}

// sheetNames are the names of the sheet with the table: the master's own comes first.
func (d *Draft) sheetNames() []string {
	names := d.base.Vocabulary.Sheets
	if d.Outline.Sheet != "" && !has(names, d.Outline.Sheet) {
		return append([]string{d.Outline.Sheet}, names...)
	}
	return names
}

// list writes words between square brackets, over lines that fit a screen.
func list(words []string) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = quoted(w)
	}
	return wrapped(texts)
}

// wrapped writes a list of words as they are to stand in YAML.
func wrapped(texts []string) string {
	var b strings.Builder
	b.WriteString("[")
	width := 0
	for i, text := range texts {
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
