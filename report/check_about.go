package report

import (
	"iter"
	"strings"
	"unicode/utf8"

	"boardpack/report/characters"
	"boardpack/report/dates"
)

// aboutProblems finds what the About sheet says that cannot be so in this month: a sheet that was copied from the month before and
// not brought up to date. The figures are counted all the same, and page 1 says so.
func (p *Pack) aboutProblems() []Problem {
	about := &p.Register.About
	var found []Problem
	add := func(code, key string, args map[string]string) {
		at := about.At[key]
		if key == "as_at" && about.AsAt != p.AsAt { // the day was given with the command
			at = Place{}
		}
		found = append(found, Problem{Level: Warning, Code: code, File: p.Register.File, Sheet: at.Sheet, Cell: at.Cell, Args: args})
	}
	month, asAt := p.Month, p.AsAt.String()
	if !month.IsZero() && p.AsAt.InMonth() != month {
		add("as-at-outside-month", "as_at", map[string]string{"AsAt": asAt, "Month": month.String()})
	}
	if !p.PreviousAsAt.IsZero() && !p.AsAt.After(p.PreviousAsAt) {
		add("as-at-not-after", "as_at", map[string]string{"AsAt": asAt, "Before": p.PreviousAsAt.String()})
	}
	if about.MeetingDate.Before(p.AsAt) {
		add("meeting-before-as-at", "meeting_date", map[string]string{"AsAt": asAt, "Meeting": about.MeetingDate.String()})
	}
	for key, text := range about.texts() {
		if missing := characters.NotDrawn(text, p.Rules.Draws); missing != nil {
			add("about-not-drawn", key, map[string]string{"Characters": characters.CodePoints(missing)})
		}
		if characters.Join(text) {
			add("about-not-joined", key, nil)
		}
		if strings.ContainsRune(text, utf8.RuneError) {
			add("about-damaged-character", key, nil)
		}
	}
	for _, title := range []struct{ lang, key string }{{"en", "title"}, {"cy", "title.cy"}} {
		if stale, ok := p.staleIn(title.lang); ok {
			add("title-of-earlier-month", title.key, map[string]string{"Text": stale.Text, "Month": month.String()})
		}
	}
	return found
}

// texts gives what the About sheet says in words, by the ids of AboutKeys and in their order.
func (a *About) texts() iter.Seq2[string, string] {
	return func(yield func(key, text string) bool) {
		texts := map[string]Text{"title": a.Title, "organisation": a.Organisation, "issuer": a.Issuer, "board": a.Board,
			"marking": {"en": a.Marking}, "contact": a.Contact, "version": {"en": a.Version}}
		for _, key := range AboutKeys() {
			name, lang, _ := strings.Cut(key, ".")
			if lang == "" {
				lang = "en"
			}
			if text := texts[name][lang]; text != "" && !yield(key, text) {
				return
			}
		}
	}
}

// staleIn finds the date in a title that an earlier month left there: one that gives no date of this month, and one of a month
// that the register has been kept in, or of the month before. A date of the report's own, or of the meeting, is no such date. A
// month without a year is one where the title is word for word that of the month compared with.
func (p *Pack) staleIn(lang string) (dates.NamedMonth, bool) {
	title := p.Register.About.Title[lang]
	kept := p.Trend[0].Month
	var stale dates.NamedMonth
	found := false
	for _, named := range dates.MonthsNamed(title) {
		if named.Year == 0 && p.before != nil && p.before.register.About.Title[lang] == title && named.Month.Month == p.PreviousMonth.Month {
			named.Year = p.PreviousMonth.Year
		}
		switch {
		case named.Year == 0 || p.Register.About.gives(named):
		case named.Month == p.Month:
			return dates.NamedMonth{}, false
		case !found && named.Month.Before(p.Month) && (!named.Month.Before(kept) || named.Month.Next() == p.Month):
			stale, found = named, true
		}
	}
	return stale, found
}

// gives tells whether a date is the report's own, the response's or the meeting's: the day or, where there is none, the month.
func (a *About) gives(named dates.NamedMonth) bool {
	for _, day := range []Date{a.Published, a.ResponseIssued, a.MeetingDate} {
		if day.InMonth() == named.Month && (named.Day == 0 || named.Day == day.Day()) {
			return true
		}
	}
	return false
}
