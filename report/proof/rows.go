package proof

import (
	"fmt"
	"slices"
	"strings"

	"boardpack/report"
)

// register compares a table that holds every recommendation, in the master's order.
func (p *proof) register(t *table) {
	keys := make([]string, len(p.figures.Recommendations))
	for i := range keys {
		keys[i] = p.figures.Recommendations[i].Ref
	}
	p.listed(t, keys, true)
}

// listed compares a table of recommendations with the keys that it should list; in their order, or in any.
func (p *proof) listed(t *table, keys []string, inOrder bool) {
	c := t.column(p.Say("column.key"))
	if c < 0 {
		p.add(t.name, "a column", p.Say("column.key"), "")
		return
	}
	found := make([]string, len(t.rows))
	for i, row := range t.rows {
		found[i] = row[c]
		if r := p.figures.byKey[row[c]]; r != nil {
			p.compareRow(t, i, false, p.rowCells(r))
		}
	}
	wanted := slices.Clone(keys)
	if !inOrder {
		found = slices.Clone(found)
		slices.Sort(wanted)
		slices.Sort(found)
	}
	if !slices.Equal(wanted, found) {
		p.add(t.name, "the recommendations listed", strings.Join(wanted, ", "), strings.Join(found, ", "))
	}
}

// rowCells is what the row of a recommendation should hold, wherever it stands. Free texts are left alone.
func (p *proof) rowCells(r *recommendation) []expectation {
	what := func(field string) string { return field + " of " + r.Ref }
	f := p.figures
	days := func(heading, name string, n int, applies bool) expectation {
		e := number(p.Say("column."+heading), what(name), n)
		e.absent = !applies
		return e
	}
	yesNo := func(figure report.Figure) expectation {
		answer := "value.no"
		if slices.Contains(f.All.Refs[figure], r.Ref) {
			answer = "value.yes"
		}
		return word(p.Say("column."+string(figure)), what(string(figure)), p.Say(answer))
	}
	cells := []expectation{
		word(p.Say("field.theme"), what("theme"), p.themeNames(r)),
		word(p.Say("field.scope"), what("scope"), report.ScopeWord(p, r.Scope)),
		word(p.Say("column.state"), what("state"), report.StateWord(p, r.State)),
		word(p.Say("column.standing"), what("standing"), report.StandingWord(p, r.Standing)),
		day(p.Say("field.original_due"), what("original_due"), r.OriginalDue),
		day(p.Say("field.completed"), what("completed"), r.Completed),
		days("times_moved", "times_moved", r.TimesMoved, true),
		days("days_late", "days_late", r.DaysLate, r.DaysLate > 0),
		days("slip", "slip_days", r.SlipDays, r.Due != nil),
		yesNo(report.Overdue), yesNo(report.DueSoon),
		word(p.Say("column.rag"), what("rag"), report.RatingWord(p, r.Rag)),
	}
	if f.signOffs > 0 { // else a column of that name is the team's own
		cells = append(cells, word(p.Say("field.sign_off"), what("sign_off"), p.signOff(r)))
	}
	return append(cells, day(p.Say("field.due"), what("due"), r.Due))
}

// signOff is the issuer's position, or that the recommendation's register records none.
func (p *proof) signOff(r *recommendation) string {
	if r.SignOff == report.NoSignOff {
		return p.Say("sign_off.none")
	}
	return report.SignOffWord(p, r.SignOff)
}

func (p *proof) themeNames(r *recommendation) string {
	names := make([]string, 0, 1)
	for _, id := range r.themeIDs() {
		name := p.Say("group." + report.ThemeUnmatched)
		for i := range p.figures.Themes {
			if g := &p.figures.Themes[i]; g.ID == id {
				name = p.groupName(g.ID, g.Name)
			}
		}
		names = append(names, name)
	}
	return strings.Join(names, "; ")
}

// changes compares tables that name changes: every one must stand in one of them, with its days and how often the date moved.
func (p *proof) changes(tables []*table) {
	told := map[string]int{}
	for _, t := range tables {
		key, kind := t.column(p.Say("column.key")), t.column(p.Say("column.change"))
		for i, row := range t.rows {
			word := p.changeWord(report.ChangeDate) // a table of changed dates alone says so in its heading
			if kind >= 0 {
				word = row[kind]
			}
			c := p.changeOf(row[key], word)
			if c == nil {
				p.add(t.place(i, key), "a change that there was not", "", row[key]+", "+word)
				continue
			}
			told[c.Ref+string(c.Change)]++
			p.compareRow(t, i, false, p.changeCells(c))
		}
	}
	for _, c := range p.figures.Movement.Changes {
		if n := told[c.Ref+string(c.Change)]; n != 1 {
			p.add("changes", fmt.Sprintf("how often %q of %s is told", c.Change, c.Ref), "1", fmt.Sprint(n))
		}
	}
}

func (p *proof) changeWord(kind report.ChangeKind) string { return report.ChangeWord(p, kind) }

func (p *proof) changeOf(key, word string) *change {
	for i := range p.figures.Movement.Changes {
		if c := &p.figures.Movement.Changes[i]; c.Ref == key && p.changeWord(c.Change) == word {
			return c
		}
	}
	return nil
}

func (p *proof) changeCells(c *change) []expectation {
	what := func(field string) string { return fmt.Sprintf("%s, %s of %s", field, c.Change, c.Ref) }
	days := expectation{heading: p.Say("column.days"), what: what("days"), kind: report.KindCount, absent: !c.redated()}
	times := expectation{heading: p.Say("column.times_moved"), what: what("times_moved"), kind: report.KindCount, absent: !c.redated()}
	if c.redated() && c.Days != nil && c.Times != nil {
		days.n, times.n = *c.Days, *c.Times
	}
	cells := []expectation{days, times, number(p.Say("column.effect"), what("effect"), c.Effect)}
	if from := p.shortDate(c.From); from != "" {
		cells = append(cells, word(p.Say("column.from"), what("from"), from))
	}
	if to := p.shortDate(c.To); to != "" {
		cells = append(cells, word(p.Say("column.to"), what("to"), to))
	}
	return cells
}
