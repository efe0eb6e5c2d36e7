package report

import (
	"sort"

	"boardpack/report/excerpt"
)

// shortText is how much of a recommendation's text stands in tables that name it; its whole text is in the register.
const shortText = 140

func (p *Position) short(w Words) Cell {
	text, lang := p.Text.In(w.Lang())
	return textCell(excerpt.Short(text, shortText), lang, w)
}

// ChangesTable names everything that happened to each recommendation since last month.
func (p *Pack) ChangesTable(w Words) Table {
	t := table(w, "changes", "Since", w.MonthName(p.PreviousMonth), "Month", w.MonthName(p.Month))
	t.column(w, "key", KindKey, 8)
	t.column(w, "theme", KindText, 16)
	t.column(w, "short", KindText, 50)
	t.column(w, "change", KindText, 20)
	t.column(w, "from", KindText, 18)
	t.column(w, "to", KindText, 18)
	t.column(w, "days", KindDays, 10)
	t.column(w, "times_moved", KindCount, 10)
	t.column(w, "why", KindText, 36)
	t.column(w, "effect", KindCount, 12)
	if p.Movement == nil {
		t.Empty = w.Say("glance.first_month")
		return t
	}
	for i := range p.Movement.Changes {
		c := &p.Movement.Changes[i]
		at := c.Is
		if at == nil {
			at = c.Was
		}
		dated := c.Kind == ChangeDate && moved(c.From.Date, c.To.Date)
		times := Cell{Kind: KindCount, Missing: NotApplicable}
		if dated {
			times = countCell(c.Times)
		}
		t.row(c.Key, keyCell(c.Key), plainCell(p.ThemeName(w, c.Theme)), at.short(w), plainCell(ChangeWord(w, c.Kind)),
			valueCell(p, w, c.From), valueCell(p, w, c.To), daysCell(c.Days, dated), times, whyCell(w, c), countCell(c.Effect))
	}
	return t
}

func valueCell(p *Pack, w Words, v Value) Cell {
	return Cell{Kind: KindText, Text: p.ValueWords(w, v), Standing: v.Standing}
}

// whyCell gives the cause of becoming overdue, or else the reason that the master states.
func whyCell(w Words, c *Change) Cell {
	switch {
	case c.Cause != "":
		return plainCell(CauseWords(w, c.Cause))
	case c.Reason != "":
		return plainCell(c.Reason)
	case c.Kind == ChangeDate && moved(c.From.Date, c.To.Date):
		return plainCell(w.Say("value.no_reason"))
	}
	return Cell{Kind: KindText, Missing: NotApplicable}
}

// DueTable lists the open recommendations that are overdue, those latest by most first, and those due soon, soonest first;
// one of the figures Overdue and DueSoon, or both.
func (p *Pack) DueTable(w Words, figures ...Figure) Table {
	id := "due"
	if len(figures) == 1 {
		id = string(figures[0])
	}
	t := table(w, id, "Days", p.Rules.DueSoonDays, "Date", w.Date(p.AsAt))
	t.column(w, "key", KindKey, 8)
	t.column(w, "theme", KindText, 16)
	t.column(w, "short", KindText, 50)
	t.fieldColumn(w, FieldOwner, KindText, 20)
	t.column(w, "timing", KindText, 14)
	t.fieldColumn(w, FieldOriginalDue, KindDate, 14)
	t.fieldColumn(w, FieldDue, KindDate, 14)
	t.column(w, "days_late", KindDays, 10)
	t.column(w, "days_left", KindDays, 10)
	t.column(w, "times_moved", KindCount, 10)
	t.fieldColumn(w, FieldUpdated, KindDate, 14)
	t.fieldColumn(w, FieldProgress, KindLongText, 44)
	for _, f := range figures {
		for _, r := range p.dueOrder(f) {
			t.row(r.Key, keyCell(r.Key), plainCell(p.themeNames(w, r.GroupThemes)), r.short(w), plainCell(r.Owner),
				plainCell(p.figureLabel(w, f)), dateCell(r.OriginalDue, w), dateCell(r.Due, w), daysCell(r.DaysLate, r.overdue()),
				daysCell(r.DaysLeft, r.dueSoon()), countCell(r.TimesMoved), dateCell(r.Updated, w), longCell(r.Progress, w))
		}
	}
	if len(figures) == 1 {
		t.Empty = w.Say("table."+id+".empty", "Days", p.Rules.DueSoonDays)
	}
	return t
}

// dueOrder gives the recommendations of a figure by their deciding date, the master's order among equals.
func (p *Pack) dueOrder(f Figure) []*Position {
	var out []*Position
	for _, key := range p.All.Keys(f) {
		out = append(out, p.Position(key))
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].Deciding.Before(out[b].Deciding) })
	return out
}

// SignOffTable lists what the owner says is complete and the issuer has not agreed: what the issuer is asked to agree.
func (p *Pack) SignOffTable(w Words) Table {
	t := table(w, "sign_off", "Issuer", p.Issuer(w))
	t.Empty = w.Say("table.sign_off.empty")
	if note := p.signOffNote(w); note != "" {
		t.Notes = append(t.Notes, note)
		t.Empty += " " + note
	}
	t.column(w, "key", KindKey, 8)
	t.column(w, "theme", KindText, 16)
	t.column(w, "short", KindText, 50)
	t.fieldColumn(w, FieldOwner, KindText, 20)
	t.fieldColumn(w, FieldSignOff, KindText, 14)
	t.fieldColumn(w, FieldCompleted, KindDate, 14)
	t.fieldColumn(w, FieldEvidence, KindText, 40)
	for _, key := range p.All.Keys(AwaitingSignOff) {
		r := p.Position(key)
		t.row(key, keyCell(key), plainCell(p.themeNames(w, r.GroupThemes)), r.short(w), plainCell(r.Owner),
			plainCell(SignOffWord(w, r.SignOff)), dateCell(r.Completed, w), plainCell(r.Evidence))
	}
	return t
}

// OthersTable lists what other bodies own, alone or jointly.
func (p *Pack) OthersTable(w Words) Table {
	t := table(w, "others")
	t.Empty = w.Say("table.others.empty")
	t.column(w, "key", KindKey, 8)
	t.column(w, "theme", KindText, 16)
	t.column(w, "short", KindText, 60)
	t.fieldColumn(w, FieldOwner, KindText, 24)
	t.fieldColumn(w, FieldScope, KindText, 14)
	t.column(w, "standing", KindText, 20)
	for i := range p.Positions {
		r := &p.Positions[i]
		if r.Scope == Force {
			continue
		}
		t.row(r.Key, keyCell(r.Key), plainCell(p.themeNames(w, r.GroupThemes)), r.short(w), plainCell(r.Owner),
			plainCell(ScopeWord(w, r.Scope)), standingCell(r.Standing, w))
	}
	return t
}

// WrittenDatesTable shows each date as written beside how it was read, so that a reader can disagree.
func (p *Pack) WrittenDatesTable(w Words) Table {
	t := table(w, "written_dates")
	t.column(w, "key", KindKey, 8)
	t.fieldColumn(w, FieldDueAsWritten, KindText, 40)
	t.column(w, "read_as", KindDate, 16)
	t.column(w, "rule", KindText, 50)
	t.fieldColumn(w, FieldDue, KindDate, 16)
	for i := range p.Positions {
		for r := range p.Positions[i].lines() {
			for _, words := range r.datesInWords() {
				t.row(r.Key, keyCell(r.Key), plainCell(words.Text), dateCell(words.Reading.Date, w),
					plainCell(p.ruleOf(w, words.Reading)), dateCell(r.Recommendation.Due, w))
			}
		}
	}
	return t
}

// QualityTable lists every problem with its place.
func (p *Pack) QualityTable(w Words) Table {
	t := table(w, "quality")
	t.Empty = w.Say("table.quality.empty")
	if n := p.rowsNotCounted(); n > 0 {
		t.Notes = append(t.Notes, w.Count("note.rows_not_counted", n))
	}
	t.column(w, "level", KindText, 12)
	t.column(w, "code", KindText, 24)
	t.column(w, "where", KindText, 40)
	t.column(w, "key", KindKey, 8)
	t.column(w, "message", KindText, 60)
	t.column(w, "hint", KindText, 50)
	for _, problem := range p.Problems {
		key := Cell{Kind: KindKey, Missing: NotApplicable}
		if problem.Key != "" {
			key = keyCell(problem.Key)
		}
		t.row(problem.Key, plainCell(w.Say("level."+string(problem.Level))), plainCell(problem.Code), plainCell(problem.Where()),
			key, plainCell(problem.Message(w)), plainCell(problem.Hint(w)))
	}
	return t
}
