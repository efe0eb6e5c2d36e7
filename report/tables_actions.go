package report

import (
	"slices"
	"strings"

	"boardpack/report/fold"
)

// ActionsTable lists the rows of every recommendation that has several, with what each says: the columns of the register that a
// row has for itself.
func (p *Pack) ActionsTable(w Words) Table {
	t := table(w, "actions")
	t.column(w, "key", KindKey, 8)
	t.column(w, "action_number", KindCount, 8)
	columns := slices.DeleteFunc(p.shownColumns(w), func(c registerColumn) bool {
		return slices.Contains([]string{"key", string(FieldScope), "standing", "slip", "times_moved", "due_soon", "rag"}, c.id) ||
			c.id == string(FieldSignOff) && !p.Register.Has(FieldSignOff)
	})
	p.addRegisterColumns(&t, w, columns)
	for i := range p.Positions {
		for n := range p.Positions[i].Actions {
			action := &p.Positions[i].Actions[n]
			t.row(action.Key, append([]Cell{keyCell(action.Key), countCell(n + 1)}, p.registerCells(w, columns, action)...)...)
		}
	}
	return t
}

// hasActions tells whether any recommendation has several actions.
func (p *Pack) hasActions() bool {
	return slices.ContainsFunc(p.Positions, func(r Position) bool { return len(r.Actions) > 0 })
}

// actionsOf is the table of one recommendation's actions: what each says that not all say, who does it and by when.
func (p *Pack) actionsOf(w Words, r *Position, differing []said) Table {
	t := table(w, "actions")
	t.column(w, "action_number", KindCount, 6)
	t.column(w, "action_text", KindLongText, 50)
	t.fieldColumn(w, FieldOwner, KindText, 18)
	t.column(w, "state", KindText, 14)
	t.fieldColumn(w, FieldDue, KindDate, 14)
	t.column(w, "days_late", KindDays, 10)
	t.fieldColumn(w, FieldCompleted, KindDate, 14)
	for n := range r.Actions {
		a := &r.Actions[n]
		t.row(r.Key, countCell(n+1), told(w, a.Recommendation, differing), plainCell(a.Owner), plainCell(StateWord(w, a.State)), dateCell(a.Due, w),
			daysCell(a.DaysLate, a.overdue()), dateCell(a.Completed, w))
	}
	return t
}

// said is a text that each action may have for itself.
type said struct {
	label string
	text  func(r *Recommendation) Text
}

// differing lists the texts that are not the same in all actions of a recommendation: those of the master's own columns first, for
// that is where teams write what the action is.
func (p *Pack) differing(w Words, r *Position) []said {
	var all []said
	for i, heading := range p.Register.ExtraColumns {
		all = append(all, said{heading, func(r *Recommendation) Text {
			if i < len(r.Extra) {
				return Text{w.Lang(): r.Extra[i]}
			}
			return nil
		}})
	}
	field := func(f Field, text func(r *Recommendation) Text) said { return said{w.Say("field." + string(f)), text} }
	all = append(all,
		field(FieldRecommendation, func(r *Recommendation) Text { return r.Text }),
		field(FieldResponse, func(r *Recommendation) Text { return r.Response }),
		field(FieldProgress, func(r *Recommendation) Text { return r.Progress }),
		field(FieldReason, func(r *Recommendation) Text { return Text{w.Lang(): r.Reason} }),
		field(FieldEvidence, func(r *Recommendation) Text { return Text{w.Lang(): r.Evidence} }))
	return slices.DeleteFunc(all, func(s said) bool {
		first, _ := s.text(&r.Recommendation.Actions[0]).In(w.Lang())
		return !slices.ContainsFunc(r.Recommendation.Actions, func(a Recommendation) bool {
			text, _ := s.text(&a).In(w.Lang())
			return fold.Text(text) != fold.Text(first)
		})
	})
}

// told is the cell of what an action says that not all say, each text under its label unless there is one alone.
func told(w Words, action *Recommendation, differing []said) Cell {
	var lines []string
	in := w.Lang()
	for _, s := range differing {
		text, lang := s.text(action).In(w.Lang())
		if text == "" {
			continue
		}
		if in = lang; len(differing) > 1 {
			text = s.label + ": " + text
		}
		lines = append(lines, text)
	}
	c := textCell(strings.Join(lines, "\n"), in, w)
	c.Kind = KindLongText
	return c
}
