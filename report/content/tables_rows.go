package content

import (
	"slices"
	"sort"

	"boardpack/report"
	"boardpack/report/figurerule"
	"boardpack/report/named"
)

// recommendation is the address of a recommendation.
func recommendation(key string) Ref { return Ref{Place: PlaceRecommendation, ID: key} }

// changes names everything that happened to each recommendation since last month.
func (w *writer) changes() *Table {
	t := w.start("changes", "Since", w.previousMonth(), "Month", w.month())
	w.column(t, "key", KindKey, 8)
	w.column(t, "theme", KindText, 16)
	w.column(t, "short", KindText, 50)
	w.column(t, "change", KindText, 20)
	w.column(t, "from", KindText, 18)
	w.column(t, "to", KindText, 18)
	w.column(t, "days", KindDays, 10)
	w.column(t, "times_moved", KindCount, 10)
	w.column(t, "why", KindText, 36)
	w.column(t, "effect", KindCount, 12)
	if w.pack.Movement == nil {
		t.Empty = w.say("glance.first_month")
		return t
	}
	t.Lines = []Text{w.say("workbook.line.fixed")}
	for i := range w.pack.Movement.Changes {
		c := &w.pack.Movement.Changes[i]
		at := c.Is
		if at == nil {
			at = c.Was
		}
		times := noCell(KindCount)
		if c.Redated() {
			times = countCell(c.Times)
		}
		t.row(Ref{Place: PlaceChange, Index: i + 1}, c.Key, keyCell(c.Key), plainCell(named.Theme(w.words, w.pack.Rules, c.Theme)), w.shortCell(at.Text),
			plainCell(named.Change(w.words, c.Kind)), w.sideCell(c, c.From, c.Was), w.sideCell(c, c.To, c.Is), daysCell(c.Days, c.Redated()), times,
			w.whyCell(c), countCell(c.Effect))
	}
	return t
}

// sideCell shows what a change changed from or to, as the recommendation has it on that side.
func (w *writer) sideCell(c *report.Change, v report.Value, side *report.Position) Cell {
	field := map[report.ChangeKind]report.Field{report.ChangeOwner: report.FieldOwner, report.ChangeSource: report.FieldSource}[c.Kind]
	switch {
	case v.Text != "" && field != "":
		return w.saidCell(side.Recommendation, field)
	case v.Text != "" && c.Kind == report.ChangeWording:
		return w.textCell(v.Text, v.Lang)
	}
	out := Cell{Kind: KindText, Text: w.valueWords(v)}
	if v.Standing != "" {
		out.CellOf = &CellOf{Stands: v.Standing}
	}
	return out
}

// whyCell gives the cause of becoming overdue, or else the reason that the master states.
func (w *writer) whyCell(c *report.Change) Cell {
	switch {
	case c.Cause != "":
		return plainCell(named.Cause(w.words, c.Cause))
	case c.Reason != "":
		return w.saidCell(c.Is.Recommendation, report.FieldReason)
	case c.Redated():
		return plainCell(w.label("value.no_reason"))
	}
	return noCell(KindText)
}

// due lists the open recommendations that are overdue, those latest by most first, and those due soon, soonest first;
// one of the figures Overdue and DueSoon, or both.
func (w *writer) due(figures ...report.Figure) *Table {
	id := "due"
	if len(figures) == 1 {
		id = string(figures[0])
	}
	t := w.start(id, "Days", w.days(), "Date", w.asAt())
	t.Shuffled = true
	w.column(t, "key", KindKey, 8)
	w.column(t, "theme", KindText, 16)
	w.column(t, "short", KindText, 50)
	w.fieldColumn(t, report.FieldOwner, KindText, 20)
	w.column(t, "timing", KindText, 14)
	w.fieldColumn(t, report.FieldOriginalDue, KindDate, 14)
	w.fieldColumn(t, report.FieldDue, KindDate, 14)
	w.column(t, "days_late", KindDays, 10)
	w.column(t, "days_left", KindDays, 10)
	w.column(t, "times_moved", KindCount, 10)
	w.fieldColumn(t, report.FieldUpdated, KindDate, 14)
	w.fieldColumn(t, report.FieldProgress, KindLongText, 44)
	for _, f := range figures {
		t.Lists = append(t.Lists, figureRef(report.OfAll, w.pack.All.ID, f))
		for _, r := range w.dueOrder(f) {
			t.row(recommendation(r.Key), r.Key, keyCell(r.Key), plainCell(named.Themes(w.words, w.pack.Rules, r.GroupThemes)), w.shortCell(r.Text), w.saidCell(r.Recommendation, report.FieldOwner),
				runsCell(w.figureLabel(f)), w.dateCell(r.OriginalDue), w.dateCell(r.Due), daysCell(r.DaysLate, r.In(report.Overdue)),
				daysCell(r.DaysLeft, r.In(report.DueSoon)), countCell(r.TimesMoved), w.dateCell(r.Updated), w.longCell(r.Progress))
		}
	}
	if len(figures) == 1 {
		t.Empty = w.say("table."+id+".empty", "Days", w.days())
		return t
	}
	t.Lines = []Text{w.say("workbook.line.due", "Dated", w.whole(report.Dated), "Overdue", w.whole(report.Overdue), "DueSoon", w.whole(report.DueSoon)), w.say("workbook.line.fixed")}
	return t
}

// dueOrder gives the recommendations of a figure by their deciding date, the master's order among equals.
func (w *writer) dueOrder(f report.Figure) []*report.Position {
	var out []*report.Position
	for _, key := range w.pack.All.Keys(f) {
		out = append(out, w.pack.Position(key))
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].Deciding.Before(out[b].Deciding) })
	return out
}

// signOff lists what the owner says is complete and the issuer has not agreed: what the issuer is asked to agree.
func (w *writer) signOff() *Table {
	t := w.start("sign_off", "Issuer", w.issuer())
	t.Empty = w.say("table.sign_off.empty")
	if note := w.signOffNote(); len(note) > 0 {
		t.Notes = append(t.Notes, note)
		t.Empty = between([]Text{t.Empty, note}, " ")
	}
	w.column(t, "key", KindKey, 8)
	w.column(t, "theme", KindText, 16)
	w.column(t, "short", KindText, 50)
	w.fieldColumn(t, report.FieldOwner, KindText, 20)
	w.fieldColumn(t, report.FieldSignOff, KindText, 14)
	w.fieldColumn(t, report.FieldCompleted, KindDate, 14)
	w.fieldColumn(t, report.FieldEvidence, KindText, 40)
	t.Lists = []Ref{figureRef(report.OfAll, w.pack.All.ID, report.AwaitingSignOff)}
	for _, key := range w.pack.All.Keys(report.AwaitingSignOff) {
		r := w.pack.Position(key)
		t.row(recommendation(key), key, keyCell(key), plainCell(named.Themes(w.words, w.pack.Rules, r.GroupThemes)), w.shortCell(r.Text), w.saidCell(r.Recommendation, report.FieldOwner),
			plainCell(named.SignOff(w.words, r.SignOff)), w.dateCell(r.Completed), w.saidCell(r.Recommendation, report.FieldEvidence))
	}
	return t
}

// signOffNote says whose sign-off is recorded where that is not so for every row; else nothing.
func (w *writer) signOffNote() Text {
	text := figurerule.SignOffNote(w.words, w.pack)
	return plainRule(text, "sign_off_note")
}

// plainRule is a text of package report on how things are counted.
func plainRule(text, name string) Text {
	if text == "" {
		return nil
	}
	return Text{{Text: text, Ref: Ref{Place: PlaceRule, Name: name}}}
}

// others lists what other bodies own, alone or jointly.
func (w *writer) others() *Table {
	t := w.start("others")
	t.Empty = w.say("table.others.empty")
	w.column(t, "key", KindKey, 8)
	w.column(t, "theme", KindText, 16)
	w.column(t, "short", KindText, 60)
	w.fieldColumn(t, report.FieldOwner, KindText, 24)
	w.fieldColumn(t, report.FieldScope, KindText, 14)
	w.column(t, "standing", KindText, 20)
	t.Lists = []Ref{{Place: PlaceOthers}}
	for i := range w.pack.Positions {
		if r := &w.pack.Positions[i]; r.Scope != report.Force {
			t.row(recommendation(r.Key), r.Key, keyCell(r.Key), plainCell(named.Themes(w.words, w.pack.Rules, r.GroupThemes)), w.shortCell(r.Text), w.saidCell(r.Recommendation, report.FieldOwner),
				plainCell(named.Scope(w.words, r.Scope)), w.standingCell(r.Standing))
		}
	}
	return t
}

// red lists every recommendation that is rated red, in the master's order, with the rule that made it so and, where it became
// overdue since last month, the cause: a board asks why the number of reds rose.
func (w *writer) red() *Table {
	t := w.start("red")
	t.Empty = w.say("table.red.empty")
	w.column(t, "key", KindKey, 8)
	w.column(t, "short", KindText, 50)
	w.fieldColumn(t, report.FieldOwner, KindText, 18)
	w.fieldColumn(t, report.FieldDue, KindDate, 14)
	w.column(t, "days_late", KindDays, 10)
	w.column(t, "why", KindText, 36)
	t.Lists = []Ref{{Place: PlaceRated, Name: string(report.Red)}}
	causes := w.newlyOverdue()
	for i := range w.pack.Positions {
		if r := &w.pack.Positions[i]; r.Rating == report.Red {
			t.row(recommendation(r.Key), r.Key, keyCell(r.Key), w.shortCell(r.Text), w.saidCell(r.Recommendation, report.FieldOwner), w.dateCell(r.Due),
				daysCell(r.DaysLate, r.In(report.Overdue)), w.whyRed(r, causes[r.Key]))
		}
	}
	return t
}

// newlyOverdue gives the cause of each recommendation that became overdue since last month.
func (w *writer) newlyOverdue() map[string]report.Cause {
	causes := map[string]report.Cause{}
	if w.pack.Movement == nil {
		return causes
	}
	for _, c := range w.pack.Movement.Changes {
		if c.Kind == report.ChangeOverdue {
			causes[c.Key] = c.Cause
		}
	}
	return causes
}

// whyRed says what is new, or else that it was so before, or else the rule that holds.
func (w *writer) whyRed(r *report.Position, cause report.Cause) Cell {
	switch {
	case cause != "":
		return runsCell(w.say("table.red.new", "Cause", term("cause", string(cause), named.Cause(w.words, cause))))
	case r.In(report.Overdue) && w.pack.Movement != nil:
		return plainCell(w.label("table.red.still"))
	case r.RatedBy >= 0 && r.RatedBy < len(w.pack.Rules.PositionRatings):
		return w.textCell(w.pack.Rules.PositionRatings[r.RatedBy].Sentence.In(w.words.Lang()))
	}
	return Cell{Kind: KindText, Missing: NotAvailable}
}

// writtenDates shows each date as written beside how it was read, so that a reader can disagree.
func (w *writer) writtenDates() *Table {
	t := w.start("written_dates")
	w.column(t, "key", KindKey, 8)
	w.fieldColumn(t, report.FieldDueAsWritten, KindText, 40)
	w.column(t, "read_as", KindDate, 16)
	w.column(t, "rule", KindText, 50)
	w.fieldColumn(t, report.FieldDue, KindDate, 16)
	for i := range w.pack.Positions {
		at := Ref{Place: PlaceReading, ID: w.pack.Positions[i].Key}
		for r := range w.pack.Positions[i].Rows() {
			for _, words := range r.DatesInWords() {
				at.Index++
				t.row(at, r.Key, keyCell(r.Key), w.writtenCell(words.Text), w.dateCell(words.Reading.Date), runsCell(w.ruleOf(words.Reading)),
					w.dateCell(r.Recommendation.Due))
			}
		}
	}
	return t
}

// quality lists every problem with its place.
func (w *writer) quality() *Table {
	t := w.start("quality")
	t.Empty = w.say("table.quality.empty")
	if n := w.pack.RowsNotCounted(); n > 0 {
		t.Notes = append(t.Notes, w.count("note.rows_not_counted", number(n, Ref{Place: PlaceProblems, Name: ProblemsNotCounted})))
	}
	w.column(t, "level", KindText, 12)
	w.column(t, "code", KindText, 24)
	w.column(t, "where", KindText, 40)
	w.column(t, "key", KindKey, 8)
	w.column(t, "message", KindText, 60)
	w.column(t, "hint", KindText, 50)
	for i, problem := range w.pack.Problems {
		key := noCell(KindKey)
		if problem.Key != "" {
			key = keyCell(problem.Key)
		}
		t.row(Ref{Place: PlaceProblem, Index: i + 1}, problem.Key, plainCell(w.label("level."+string(problem.Level))), plainCell(problem.Code),
			plainCell(problem.Where()), key, w.problemCell(problem), plainCell(problem.Hint(w.words)))
	}
	if len(t.Rows) > 0 {
		t.Lines = []Text{w.say("workbook.line.problems", "Warnings", w.problems(report.Warning), "Notes", w.problems(report.Note))}
	}
	return t
}

// problems is how many problems there are of a level.
func (w *writer) problems(level report.Level) value {
	n := 0
	for _, p := range w.pack.Problems {
		if p.Level == level {
			n++
		}
	}
	return number(n, Ref{Place: PlaceProblems, Name: string(level)})
}

// hasActions tells whether any recommendation has several actions.
func (w *writer) hasActions() bool {
	return slices.ContainsFunc(w.pack.Positions, func(r report.Position) bool { return len(r.Actions) > 0 })
}
