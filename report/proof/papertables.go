package proof

import (
	"slices"

	"boardpack/report"
	"boardpack/report/proof/tagged"
)

// headings gives the headings of a table's columns.
func headings(t *tagged.Element) []string {
	heads := t.All("THead")
	if len(heads) == 0 {
		return nil
	}
	var out []string
	for _, cell := range heads[0].All("TH", "TD") {
		out = append(out, cell.Text())
	}
	return out
}

// bodyRows gives the rows below the headings.
func bodyRows(t *tagged.Element) []*tagged.Element {
	var out []*tagged.Element
	for _, body := range t.All("TBody", "TFoot") {
		out = append(out, body.All("TR")...)
	}
	return out
}

func contains(list []string, s string) bool { return slices.Contains(list, s) }

// table makes what is compared of a table of the paper. One that is too long for its page is one table still.
func (p *paperProof) table(page *part, t *tagged.Element) *table {
	out := &table{name: page.place(t), headings: headings(t)}
	rows := bodyRows(t)
	for _, row := range rows {
		var cells []string
		for _, cell := range row.All("TH", "TD") {
			cells = append(cells, cell.Text())
		}
		for len(cells) < len(out.headings) {
			cells = append(cells, "")
		}
		out.rows = append(out.rows, cells)
	}
	out.place = func(row, column int) string {
		e := rows[row]
		if cells := e.All("TH", "TD"); column < len(cells) {
			e = cells[column]
		}
		return page.place(e) + ", column " + out.headings[column]
	}
	return out
}

// has tells whether the table has columns for all of the messages.
func (p *paperProof) has(t *table, messages ...string) bool {
	for _, m := range messages {
		if t.column(p.Say(m)) < 0 {
			return false
		}
	}
	return true
}

// tables proves every table whose columns say what it is, and that none is missing.
func (p *paperProof) tables() {
	all := &p.figures.All
	seen := map[string]int{}
	var changes []*table
	for i := range p.parts {
		for _, e := range p.parts[i].only("Table") {
			t := p.table(&p.parts[i], e)
			switch {
			case p.has(t, "column.opening", "column.closing") && p.figures.Movement != nil:
				seen["movement"]++
				p.movement(t, false)
				p.movementPurpose(&p.parts[i])
			case p.has(t, "column.month", "column.as_at"):
				seen["trend"]++
				p.trend(t)
			case p.has(t, "column.key", "column.from", "column.to") && p.figures.Movement != nil:
				changes = append(changes, t)
			case p.has(t, "column.band", "column.number_before") && len(p.figures.Ageing) > 0:
				p.ageing(t)
			case p.has(t, "column.figure", "column.difference"):
				seen["why figures moved"]++
				p.figureChanges(t, p.headlines())
			case p.has(t, "column.figure", "column.published", "column.corrected"):
				p.restated(t)
			case p.has(t, "column.key", "column.why", "column.days_late"):
				p.listed(t, p.rated(report.Red), true)
			case p.has(t, "column.key", "column.days_late"):
				seen["overdue"]++
				p.listed(t, all.Refs[report.Overdue], false)
			case p.has(t, "column.key", "column.days_left"):
				seen["due soon"]++
				p.listed(t, all.Refs[report.DueSoon], false)
			case p.has(t, "column.key", "field.sign_off", "field.evidence"):
				seen["awaiting sign-off"]++
				p.listed(t, all.Refs[report.AwaitingSignOff], true)
			case p.has(t, "column.key", "field.scope"):
				p.listed(t, p.ofOthers(), true)
			case p.has(t, "column.key", "column.standing", "column.rag"):
				seen["the register"]++
				p.register(t)
			case p.has(t, "column.where", "column.message"):
				seen["data quality"]++
				p.number(t.name, "the number of problems", len(p.figures.Problems), len(t.rows))
			}
		}
	}
	p.missing(seen)
	if p.figures.Movement != nil && has(p.sections, "changes") {
		p.changes(changes)
	}
}

// missing sees to it that each table stands once where there is something to show, and nowhere else.
func (p *paperProof) missing(seen map[string]int) {
	all := &p.figures.All
	for _, t := range []struct {
		name   string
		needed bool
	}{{"movement", p.figures.Movement != nil}, {"trend", len(p.figures.Trend) > 1}, {"overdue", all.count(report.Overdue) > 0},
		{"due soon", all.count(report.DueSoon) > 0}, {"awaiting sign-off", all.count(report.AwaitingSignOff) > 0},
		{"why figures moved", p.figures.Movement != nil && len(p.headlines()) > 0}, {"the register", true}, {"data quality", len(p.figures.Problems) > 0}} {
		if n := seen[t.name]; n == 0 && t.needed && has(p.sections, sectionOf(t.name)) || n > 1 {
			p.number("PDF", "the tables of "+t.name, 1, n)
		}
	}
}

// movementPurpose proves the months that the movement is between.
func (p *paperProof) movementPurpose(part *part) {
	wanted := p.say("table.movement.purpose", "Since", p.monthName(*p.figures.PreviousMonth), "Month", p.monthName(p.figures.Month))
	if !slices.ContainsFunc(part.only("P"), func(e *tagged.Element) bool { return sameText(e.Text(), wanted) }) {
		p.add(part.place(nil), "the months of the movement", wanted, "")
	}
}

// rated gives the recommendations of a rating.
func (p *proof) rated(rating report.Rating) []string {
	var keys []string
	for i := range p.figures.Recommendations {
		if r := &p.figures.Recommendations[i]; r.Rag == rating {
			keys = append(keys, r.Ref)
		}
	}
	return keys
}

// ofOthers gives the recommendations that are not the organisation's alone.
func (p *proof) ofOthers() []string {
	var keys []string
	for i := range p.figures.Recommendations {
		if r := &p.figures.Recommendations[i]; r.Scope != report.Force {
			keys = append(keys, r.Ref)
		}
	}
	return keys
}

// dueTitles proves the number of days in the heading of what is due soon, and in the sentence below it.
func (p *paperProof) dueTitles() {
	args := []any{"Days", p.days, "Date", p.date(p.figures.AsAt)}
	part := p.part(p.say("table.due", args...))
	if part == nil {
		return
	}
	for _, figure := range []report.Figure{report.Overdue, report.DueSoon} {
		wanted := []string{p.say("table."+string(figure), args...)}
		if p.figures.All.count(figure) > 0 {
			wanted = append(wanted, p.say("table."+string(figure)+".purpose", args...))
		}
		for _, w := range wanted {
			if !slices.ContainsFunc(part.only("H3", "P"), func(e *tagged.Element) bool { return sameText(e.Text(), w) }) {
				p.add(part.place(nil), "a line on "+string(figure), w, "")
			}
		}
	}
}
