package templates

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"boardpack/report"
)

// words is one language. It may be used by several goroutines at once.
type words struct {
	lang      string
	plain     map[string]string // messages without arguments and plural forms, ready to hand out
	localizer *i18n.Localizer
	months    [13]string // by number, from 1
	short     [13]string

	dates    sync.Map   // texts of days by dated: a pack says few days, each many times
	sorting  sync.Mutex // a collator keeps buffers of its own
	collator *collate.Collator
}

func newWords(lang string, w wording) (*words, error) {
	tag, err := language.Parse(lang)
	if err != nil {
		return nil, fmt.Errorf("language \"%s\": %w", lang, err)
	}
	plain, others := w.messages()
	bundle := i18n.NewBundle(tag)
	if err := bundle.AddMessages(tag, others...); err != nil {
		return nil, fmt.Errorf("wording of the language \"%s\": %w", lang, err)
	}
	out := &words{lang: lang, plain: plain, localizer: i18n.NewLocalizer(bundle, lang), collator: collate.New(tag)}
	for i := 1; i <= 12; i++ {
		n := strconv.Itoa(i)
		out.months[i], out.short[i] = out.Say("month."+n), out.Say("month.short."+n)
	}
	return out, nil
}

func (w *words) Lang() string { return w.lang }

func (w *words) Say(id string, args ...any) string {
	return w.localize(id, arguments{pairs: args}, nil)
}

func (w *words) Count(id string, n int, args ...any) string {
	return w.localize(id, arguments{pairs: args, n: &n}, n)
}

// Pieces gives the message cut up.
func (w *words) Pieces(id string, n *int, args ...any) []report.Piece {
	var out []report.Piece
	var count any
	if n != nil {
		count = *n
	}
	if s := w.localize(id, arguments{pairs: args, n: n, pieces: &out}, count); len(out) == 0 {
		return []report.Piece{{Text: s}}
	}
	return out
}

// localize gives the message, or its id in «» when it does not exist or lacks an argument.
func (w *words) localize(id string, args arguments, count any) string {
	if s, ok := w.plain[id]; ok {
		return s
	}
	s, err := w.localizer.Localize(&i18n.LocalizeConfig{
		MessageID: id, TemplateData: args, PluralCount: count, TemplateParser: messageParser{}})
	switch {
	case errors.Is(err, errNoArgument):
		return "«" + id + ": " + err.Error() + "»"
	case s == "":
		return "«" + id + "»"
	}
	// An error beside a text tells that the plural form is not there and "other" stands in for it.
	return s
}

func (w *words) Date(d report.Date) string { return w.date("date.long", d, w.months) }

func (w *words) ShortDate(d report.Date) string { return w.date("date.short", d, w.short) }

// dated is a day as a message says it.
type dated struct {
	id  string
	day report.Date
}

func (w *words) date(id string, d report.Date, months [13]string) string {
	if d.IsZero() {
		return ""
	}
	if s, ok := w.dates.Load(dated{id, d}); ok {
		return s.(string)
	}
	s := w.Say(id, "Day", d.Day(), "Month", monthOf(months, int(d.Month())), "Year", d.Year())
	w.dates.Store(dated{id, d}, s)
	return s
}

func (w *words) MonthName(m report.Month) string {
	if m.IsZero() {
		return ""
	}
	return w.Say("month.name", "Month", w.MonthAlone(m), "Year", m.Year)
}

func (w *words) MonthAlone(m report.Month) string { return monthOf(w.months, int(m.Month)) }

// monthOf gives the name of a month, "" for a number that is no month's.
func monthOf(names [13]string, month int) string {
	if month < 1 || month > 12 {
		return ""
	}
	return names[month]
}

func (w *words) Compare(a, b string) int {
	w.sorting.Lock()
	defer w.sorting.Unlock()
	if c := w.collator.CompareString(a, b); c != 0 {
		return c
	}
	return strings.Compare(a, b) // words that the language sorts alike still have one order
}
