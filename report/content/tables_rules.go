package content

import (
	"strconv"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/figurerule"
)

// rules says how every figure is counted.
func (w *writer) rules() *Table {
	t := w.start("rules")
	w.column(t, "figure", KindText, 22)
	w.column(t, "rule", KindText, 80)
	var names []report.Figure
	for _, f := range w.pack.Figures() {
		names = append(names, f.Name)
	}
	for _, f := range append(names, report.PercentComplete) {
		t.row(Ref{}, "", runsCell(w.figureLabel(f)), runsCell(plainRule(figurerule.InWords(w.words, w.pack, f), string(f))))
	}
	t.Notes = append(t.Notes, w.say("rule.shared"))
	if own := w.ownSettings(); own != nil {
		t.Notes = append(t.Notes, own)
	}
	if w.hasActions() {
		t.Notes = append(t.Notes, w.say("rule.actions"))
	}
	return t
}

// ratings gives the rules of the ratings in force, in the order in which they are tried.
func (w *writer) ratings() *Table {
	t := w.start("ratings")
	w.column(t, "rates", KindText, 26)
	w.column(t, "rating", KindRating, 12)
	w.column(t, "rule", KindText, 50)
	w.column(t, "test", KindText, 40)
	add := func(id string, rules []report.RatingRule) {
		for _, rule := range rules {
			t.row(Ref{}, "", plainCell(w.label("rates."+id)), w.ratingCell(rule.Rating), w.textCell(rule.Sentence.In(w.words.Lang())),
				runsCell(plainRule(figurerule.Test(w.words, rule, w.pack.Rules), "rating_test")))
		}
		t.row(Ref{}, "", plainCell(w.label("rates."+id)), w.ratingCell(report.NotKnown), plainCell(w.label("rates."+id+".not_known")), noCell(KindText))
		t.row(Ref{}, "", plainCell(w.label("rates."+id)), w.ratingCell(report.NotRated), plainCell(w.label("rates."+id+".not_rated")), noCell(KindText))
	}
	add("recommendation", w.pack.Rules.PositionRatings)
	add("group", w.pack.Rules.GroupRatings)
	return t
}

// statusRules gives the rules by which statuses are read.
func (w *writer) statusRules() *Table {
	t := w.start("status_rules")
	w.column(t, "wording", KindText, 30)
	w.column(t, "rule", KindText, 70)
	percents := w.pack.Rules.PercentStates
	for _, id := range report.StatusRules() {
		t.row(Ref{}, "", plainCell(w.label("status_rule."+id+".wording")), runsCell(w.say("status_rule."+id,
			"Complete", w.setting("percent_complete_from", percents.CompleteFrom()), "NotStarted", w.setting("percent_not_started_to", percents.NotStarted))))
	}
	return t
}

// readings gives the rules by which dates as written are read.
func (w *writer) readings() *Table {
	t := w.start("readings")
	w.column(t, "wording", KindText, 30)
	w.column(t, "rule", KindText, 70)
	for _, kind := range dates.ReadingKinds() {
		t.row(Ref{}, "", plainCell(w.label("reading."+string(kind)+".wording")), runsCell(w.readingRule(kind)))
	}
	t.Notes = append(t.Notes, w.say("note.due", "Zone", quoted(w.pack.Rules.Zone(), "time_zone")))
	return t
}

func (w *writer) readingRule(kind dates.ReadingKind) Text {
	end := w.pack.Rules.FinancialYearEnd
	month := w.label("month." + strconv.Itoa(int(end.Month())))
	day := w.say("date.day_month", "Day", w.setting("financial_year_end_day", end.Day()), "Month", term("month", strconv.Itoa(int(end.Month())), month))
	return w.say("reading."+string(kind), "YearEnd", day)
}

// ruleOf is the rule by which words were read, with the date of the other reading where there is one.
func (w *writer) ruleOf(r dates.Reading) Text {
	rule := w.readingRule(r.Kind)
	if r.Other.IsZero() {
		return rule
	}
	return w.say("reading.other", "Rule", rule, "Date", w.day(r.Other, Ref{Place: PlaceQuoted, Name: "other_reading"}))
}
