package report

import "boardpack/report/dates"

// Words is the pack's language. Package templates implements it from the wording files; a message that is not there
// comes back as its id in double angle brackets, and a test makes sure that none does.
//
// Args are pairs of name and value, as in Say("glance.position", "InScope", 17). Values are strings or ints.
// Messages may hold **bold** words and [[key]] links to a recommendation; see ParseRuns. Several goroutines may ask at once.
type Words interface {
	// Lang is the language code, "en" or "cy".
	Lang() string
	// Say gives the message.
	Say(id string, args ...any) string
	// Count gives the message in the plural form for n, with n as {{.N}} beside the args.
	Count(id string, n int, args ...any) string
	// Pieces gives the same message cut up: its own words, and what is put in for each argument. For a message of Say n is nil.
	Pieces(id string, n *int, args ...any) []Piece
	// Date gives the day in full, "30 September 2023"; "" when absent.
	Date(d Date) string
	// ShortDate gives the day for tables, "30 Sep 2023"; "" when absent.
	ShortDate(d Date) string
	// MonthName gives "September 2023"; MonthAlone "September".
	MonthName(m Month) string
	MonthAlone(m Month) string
	// Sort compares two strings by the language's own order: -1, 0 or 1.
	Compare(a, b string) int
}

// Piece is a stretch of a message: its own words, or what stands for an argument, "N" for the number of a plural message.
type Piece struct {
	Text string
	Arg  string // "" for own words
}

// Date and Month are those of package dates. Figures, rows and messages are full of them, so that they have a name here too.
type (
	Date  = dates.Date
	Month = dates.Month
)

// Text is a master's text in the languages that it has, by language code ("en", "cy"). English is the base: the
// column without a language in its name.
type Text map[string]string

// In gives the text in lang, or else in English, or else in the one language that it has, and the language that it is really in.
func (t Text) In(lang string) (text, inLang string) {
	for _, in := range [...]string{lang, "en", "cy"} {
		if s := t[in]; s != "" {
			return s, in
		}
	}
	return "", "en"
}

// IsEmpty tells whether no language has any text.
func (t Text) IsEmpty() bool {
	for _, s := range t {
		if s != "" {
			return false
		}
	}
	return true
}
