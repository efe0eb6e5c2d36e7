package report

import "boardpack/report/dates"

import "strconv"

// Groups gives the groups of a kind: one for OfAll.
func (p *Pack) Groups(kind GroupKind) []Group {
	switch kind {
	case OfThemes:
		return p.Themes
	case OfHeadings:
		return p.Headings
	case OfSources:
		return p.Sources
	case OfOwners:
		return p.Owners
	}
	return []Group{p.All}
}

// SummaryTable shows every figure of every group of a kind, and the whole as the last row.
func (p *Pack) SummaryTable(w Words, kind GroupKind) Table {
	t := table(w, "summary_"+string(kind))
	t.column(w, string(kind), KindText, 26)
	for _, f := range p.Figures() {
		t.Columns = append(t.Columns, Column{ID: string(f.Name), Heading: p.figureLabel(w, f.Name), Kind: KindCount, Width: 11})
	}
	t.Columns = append(t.Columns, Column{ID: "percent_complete", Heading: w.Say("figure.percent_complete"), Kind: KindPercent, Width: 11},
		Column{ID: "rag", Heading: w.Say("figure.rag"), Kind: KindRating, Width: 11})
	groups := p.Groups(kind)
	for i := range groups {
		t.Rows = append(t.Rows, p.summaryRow(w, kind, &groups[i]))
	}
	total := p.summaryRow(w, OfAll, &p.All)
	total.Total = true
	t.Rows = append(t.Rows, total)
	if kind == OfThemes && p.Rules.EachTheme {
		t.Notes = append(t.Notes, w.Say("note.each_theme"))
	}
	return t
}

func (p *Pack) summaryRow(w Words, kind GroupKind, g *Group) Row {
	cells := []Cell{plainCell(p.GroupName(w, g))}
	for _, f := range p.Figures() {
		c := countCell(g.N(f.Name))
		c.Figure = FigureRef{kind, g.ID, f.Name}
		cells = append(cells, c)
	}
	percent, rating := percentCell(g, w), ratingCell(g.Rating, w)
	percent.Figure = FigureRef{kind, g.ID, "percent_complete"}
	rating.Figure = FigureRef{kind, g.ID, "rag"}
	return Row{Cells: append(cells, percent, rating)}
}

// MovementTable shows the bridge of every theme, and of the whole as the last row. It has no rows without an earlier month.
func (p *Pack) MovementTable(w Words) Table {
	t := table(w, "movement", "Since", w.MonthName(p.PreviousMonth), "Month", w.MonthName(p.Month))
	t.Empty = w.Say("glance.first_month")
	t.column(w, string(OfThemes), KindText, 26)
	t.column(w, "opening", KindCount, 11)
	for _, step := range (Bridge{}).Steps() {
		t.column(w, "step_"+step.ID, KindCount, 11)
	}
	t.column(w, "closing", KindCount, 11)
	if p.Movement == nil {
		return t
	}
	for _, b := range p.Movement.Themes {
		t.Rows = append(t.Rows, Row{Cells: bridgeCells(w, b)})
	}
	t.Rows = append(t.Rows, Row{Cells: bridgeCells(w, p.Movement.All), Total: true})
	return t
}

func bridgeCells(w Words, b Bridge) []Cell {
	cells := []Cell{plainCell(groupName(w, b.ID, b.Name)), countCell(b.Opening)}
	for _, step := range b.Steps() {
		cells = append(cells, countCell(step.N))
	}
	return append(cells, countCell(b.Closing))
}

// TrendTable shows the months that there are, oldest first.
func (p *Pack) TrendTable(w Words) Table {
	t := table(w, "trend")
	t.column(w, "month", KindText, 18)
	t.column(w, "as_at", KindDate, 14)
	for _, f := range []Figure{InScope, FigComplete, Outstanding, Overdue} {
		t.Columns = append(t.Columns, Column{ID: string(f), Heading: p.figureLabel(w, f), Kind: KindCount, Width: 12})
	}
	for _, m := range p.Trend {
		t.row("", plainCell(w.MonthName(m.Month)), dateCell(m.AsAt, w), countCell(m.InScope), countCell(m.Complete),
			countCell(m.Outstanding), countCell(m.Overdue))
	}
	return t
}

// RulesTable says how every figure is counted.
func (p *Pack) RulesTable(w Words) Table {
	t := table(w, "rules")
	t.column(w, "figure", KindText, 22)
	t.column(w, "rule", KindText, 80)
	names := make([]Figure, 0, len(p.Figures())+2)
	for _, f := range p.Figures() {
		names = append(names, f.Name)
	}
	for _, f := range append(names, PercentComplete) {
		t.row("", plainCell(p.figureLabel(w, f)), plainCell(p.FigureRule(w, f)))
	}
	t.Notes = append(t.Notes, w.Say("rule.shared"))
	if p.hasActions() {
		t.Notes = append(t.Notes, w.Say("rule.actions"))
	}
	return t
}

// RatingsTable gives the rules of the ratings in force, in the order in which they are tried.
func (p *Pack) RatingsTable(w Words) Table {
	t := table(w, "ratings")
	t.column(w, "rates", KindText, 26)
	t.column(w, "rating", KindRating, 12)
	t.column(w, "rule", KindText, 50)
	t.column(w, "test", KindText, 40)
	add := func(id string, rules []RatingRule) {
		for _, rule := range rules {
			text, lang := rule.Sentence.In(w.Lang())
			t.row("", plainCell(w.Say("rates."+id)), ratingCell(rule.Rating, w), textCell(text, lang, w), plainCell(rule.Test(w, p.Rules)))
		}
		t.row("", plainCell(w.Say("rates."+id)), ratingCell(NotRated, w), plainCell(w.Say("rates."+id+".not_rated")), Cell{Kind: KindText, Missing: NotApplicable})
	}
	add("recommendation", p.Rules.PositionRatings)
	add("group", p.Rules.GroupRatings)
	return t
}

// ReadingsTable gives the rules by which dates as written are read.
func (p *Pack) ReadingsTable(w Words) Table {
	t := table(w, "readings")
	t.column(w, "wording", KindText, 30)
	t.column(w, "rule", KindText, 70)
	for _, kind := range dates.ReadingKinds() {
		t.row("", plainCell(w.Say("reading."+string(kind)+".wording")), plainCell(p.readingRule(w, kind)))
	}
	t.Notes = append(t.Notes, w.Say("note.due", "Zone", p.Rules.zone()))
	return t
}

func (p *Pack) readingRule(w Words, kind dates.ReadingKind) string {
	end := p.Rules.FinancialYearEnd
	month := w.Say("month." + strconv.Itoa(int(end.Month)))
	return w.Say("reading."+string(kind), "YearEnd", w.Say("date.day_month", "Day", end.Day, "Month", month))
}

// ruleOf is the rule by which words were read, with the date of the other reading where there is one.
func (p *Pack) ruleOf(w Words, r dates.Reading) string {
	rule := p.readingRule(w, r.Kind)
	if r.Other.IsZero() {
		return rule
	}
	return w.Say("reading.other", "Rule", rule, "Date", w.Date(r.Other))
}
