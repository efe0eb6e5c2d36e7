package proof

import (
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/proof/figures"
)

// wordsOf is a language with what it is asked for kept: every row of a long table asks for the same few words.
type wordsOf struct {
	report.Words
	days int
	kept map[string]string
}

func (w *wordsOf) term(id string) string {
	s, ok := w.kept[id]
	if !ok {
		s = content.Plain(w.Words, id, "Days", w.days)
		w.kept[id] = s
	}
	return s
}

// groupName is the name of a group as the pack prints it: "" for one that the figures file does not have.
func (c *checking) groupName(of, id string) string {
	switch id {
	case string(report.OfAll), report.ThemeUnmatched, report.NotGiven:
		return c.words.term("group." + id)
	}
	kinds := []report.GroupKind{report.GroupKind(of)}
	if of == "" {
		kinds = []report.GroupKind{report.OfThemes}
	}
	for _, kind := range kinds {
		groups := c.figures.Groups(kind)
		for i := range groups {
			if groups[i].ID == id {
				text, _ := groups[i].Name.In(c.words.Lang())
				return text
			}
		}
	}
	return ""
}

// forms gives the ways in which a value may be written; ok is false where any will do, because the figures file does not have it.
func (c *checking) forms(v figures.Value, of string) (forms []string, ok bool) {
	switch v.Kind {
	case figures.Number, figures.Share, figures.Keys:
		plain := strconv.Itoa(v.N)
		if v.N < 0 {
			return []string{"\u2212" + plain[1:], plain}, true
		}
		return []string{plain, "+" + plain, "\u2212" + plain}, true
	case figures.Day:
		d, err := dates.ParseISODate(v.Text)
		if err != nil {
			return nil, true
		}
		return []string{c.words.ShortDate(d), c.words.Date(d)}, true
	case figures.Month:
		m, err := dates.ParseMonth(v.Text)
		if err != nil {
			return nil, true
		}
		return []string{c.words.MonthName(m), c.words.MonthAlone(m)}, true
	case figures.Word:
		return []string{c.words.term(v.Text)}, true
	case figures.Names:
		list := make([]string, len(v.List))
		for i, id := range v.List {
			list[i] = c.groupName(of, id)
		}
		return []string{strings.Join(list, "; ")}, true
	case figures.Text:
		return []string{v.Text}, true
	case figures.Absent:
		return nil, true
	}
	return nil, false
}
