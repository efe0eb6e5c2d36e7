package figures

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
)

// Words is a language in which the values of a file are written. It keeps what it is asked for: every row of a long table asks for the
// same few words.
type Words struct {
	report.Words
	file *File
	days int
	kept map[string]string
}

// In gives the words of a language, for one proof at a time. Days is what due soon means where the file does not say.
func (f *File) In(words report.Words, days int) *Words {
	return &Words{words, f, f.days(days), map[string]string{}}
}

// Term is a term of the wording.
func (w *Words) Term(id string) string {
	s, ok := w.kept[id]
	if !ok {
		s = content.Plain(w.Words, id, "Days", w.days)
		w.kept[id] = s
	}
	return s
}

// groupName is the name of a group as the pack prints it: "" for one that the figures file does not have.
func (w *Words) groupName(of, id string) string {
	switch id {
	case string(report.OfAll), report.ThemeUnmatched, report.NotGiven:
		return w.Term("group." + id)
	}
	kinds := []report.GroupKind{report.GroupKind(of)}
	if of == "" {
		kinds = []report.GroupKind{report.OfThemes}
	}
	for _, kind := range kinds {
		groups := w.file.Groups(kind)
		for i := range groups {
			if groups[i].ID == id {
				text, _ := groups[i].Name.In(w.Lang())
				return text
			}
		}
	}
	if of == string(report.OfReviews) && w.file.Movement != nil { // one that is gone has its movement alone
		for _, b := range w.file.Movement.Reviews {
			if b.ID == id {
				text, _ := b.Name.In(w.Lang())
				return text
			}
		}
	}
	return ""
}

// Forms gives the ways in which a value may be written, the usual one first; ok is false where any will do, because the figures file does not have it.
func (w *Words) Forms(v Value, of string) (forms []string, ok bool) {
	switch v.Kind {
	case Number, Share, Keys:
		plain := strconv.Itoa(v.N)
		if v.N < 0 {
			return []string{"\u2212" + plain[1:], plain}, true
		}
		return []string{plain, "+" + plain, "\u2212" + plain}, true
	case Day:
		d, err := dates.ParseISODate(v.Text)
		if err != nil {
			return nil, true
		}
		return []string{w.ShortDate(d), w.Date(d)}, true
	case Month:
		m, err := dates.ParseMonth(v.Text)
		if err != nil {
			return nil, true
		}
		return []string{w.MonthName(m), w.MonthAlone(m)}, true
	case Word:
		return []string{w.Term(v.Text)}, true
	case Names:
		list := make([]string, len(v.List))
		for i, id := range v.List {
			list[i] = w.groupName(of, id)
		}
		return []string{strings.Join(list, "; ")}, true
	case Text:
		return []string{cmp.Or(v.In[w.Lang()], v.Text)}, true
	case Absent:
		return nil, true
	}
	return nil, false
}

// OtherForms gives the ways in which a value may be written within a text: a number of up to ten as a word, one below zero without its sign, a
// day without its year, a month in a few letters.
func (w *Words) OtherForms(v Value) []string {
	short := func(n int) string { return w.Term("month.short." + strconv.Itoa(n)) }
	switch v.Kind {
	case Number, Keys:
		if v.N < 0 { // of a message that says by its words which way
			return []string{strconv.Itoa(-v.N)}
		}
		if v.N < 1 || v.N > 10 {
			return nil
		}
		word := w.Term("number." + strconv.Itoa(v.N))
		first, size := utf8.DecodeRuneInString(word)
		return []string{word, string(unicode.ToUpper(first)) + word[size:]}
	case Day:
		d, err := dates.ParseISODate(v.Text)
		if err != nil {
			return nil
		}
		month := int(d.Month())
		return []string{w.Say("date.day_month", "Day", d.Day(), "Month", short(month)),
			w.Say("date.day_month", "Day", d.Day(), "Month", w.Term("month."+strconv.Itoa(month)))}
	case Month:
		m, err := dates.ParseMonth(v.Text)
		if err != nil {
			return nil
		}
		return []string{short(int(m.Month)), fmt.Sprintf("%s %02d", short(int(m.Month)), m.Year%100)}
	}
	return nil
}
