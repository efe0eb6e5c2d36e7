package master

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/pattern"
)

// namedTheme is a theme as a cell names it.
type namedTheme struct{ id, word string }

// themesIn gives the themes that a cell names, each once and in its order, and the names that are not known. The template's
// separators part a cell; a comma, an "and" and their like do so only where every part is a theme, because names of themes have
// them too. A theme that is known as it stands is never taken apart.
func (m *matcher) themesIn(text string) (themes []namedTheme, unknown []string) {
	if id, ok := m.theme(text); ok {
		return []namedTheme{{id, line(text)}}, nil
	}
	for _, part := range m.separate(text) {
		found, ok := m.themesListed(part)
		if !ok {
			unknown = append(unknown, part)
		}
		for _, theme := range found {
			if !slices.ContainsFunc(themes, func(other namedTheme) bool { return other.id == theme.id }) {
				themes = append(themes, theme)
			}
		}
	}
	return themes, unknown
}

// separate cuts a cell at the template's separators.
func (m *matcher) separate(text string) []string {
	for _, separator := range m.themeSeparators {
		text = strings.ReplaceAll(text, separator, "\x00")
	}
	var out []string
	for part := range strings.SplitSeq(text, "\x00") {
		if part = line(strings.TrimSpace(part)); fold.Word(part) != "" {
			out = append(out, part)
		}
	}
	return out
}

// joiners are what stands between themes that are listed in one line, in English and Welsh.
const joiners = pattern.Expression(`(?i)\s*[,/&+]\s*(?:(?:and|a|ac)\s+)?|\s+(?:and|a|ac)\s+`)

// themesListed reads one theme, or several in one line of which every part is a theme; false where there is no such way to read it.
// Of several ways it takes the one with the fewest parts, so that no theme is torn at its own "and".
func (m *matcher) themesListed(text string) ([]namedTheme, bool) {
	const most = 12 // themes in one cell
	cuts := append(append([][]int{{0, 0}}, joiners.FindAllStringIndex(text, -1)...), []int{len(text), len(text)})
	if len(cuts) > most+1 {
		cuts = [][]int{{0, 0}, {len(text), len(text)}}
	}
	best := make([][]namedTheme, len(cuts)) // of the text up to each cut
	for to := 1; to < len(cuts); to++ {
		for from := range to {
			word := text[cuts[from][1]:cuts[to][0]]
			id, ok := m.theme(word)
			if !ok && from > 0 {
				id, ok = m.theme(unmutated(word))
			}
			if !ok || from > 0 && best[from] == nil || best[to] != nil && len(best[to]) <= len(best[from])+1 {
				continue
			}
			best[to] = append(slices.Clone(best[from]), namedTheme{id, strings.TrimSpace(word)})
		}
	}
	found := best[len(cuts)-1]
	return found, found != nil
}

// unmutated gives a Welsh word as it is without the aspirate mutation that "a" (and) brings: "Adnoddau a Chyflawnwyr".
func unmutated(word string) string {
	if len(word) > 2 && strings.ContainsRune("CPTcpt", rune(word[0])) && (word[1] == 'h' || word[1] == 'H') {
		return word[:1] + word[2:]
	}
	return word
}

// theme finds one theme, also with a number or the word theme before its name: "Theme 2: Training", "1. Resourcing".
func (m *matcher) theme(text string) (string, bool) {
	if id, ok := m.themes.find(text); ok {
		return id, true
	}
	name := strings.TrimSpace(strings.ToLower(text))
	name = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(name, "theme"), "thema"))
	name = strings.TrimLeftFunc(name, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsSpace(r) || unicode.IsPunct(r) })
	return m.themes.find(name)
}

// severalThemes is a cell that names several themes, and how many rows have the same in it.
type severalThemes struct {
	at              place
	themes, counted string
	rows            int
}

// noteSeveral counts the cells that name several themes, by what they say.
func (t *tableReader) noteSeveral(typed string, themes []namedTheme) {
	for _, s := range t.several {
		if s.themes == typed {
			s.rows++
			return
		}
	}
	words := make([]string, len(themes))
	for i, theme := range themes {
		words[i] = theme.word
	}
	if !t.options.Rules.EachTheme {
		words = words[:1]
	}
	at := place{t.sheet.name, t.row.number, t.header.fields[report.FieldTheme], report.FieldTheme}
	t.several = append(t.several, &severalThemes{at, typed, strings.Join(words, "; "), 1})
}

// noteSeveralThemes says where recommendations of several themes are counted.
func (r *reader) noteSeveralThemes() {
	for _, s := range r.several {
		r.add(report.Note, "several-themes", s.at, "Themes", short(s.themes), "Counted", short(s.counted), "Rows", strconv.Itoa(s.rows))
	}
}
