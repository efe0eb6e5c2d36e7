package content

import (
	"slices"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/named"
)

func actionRef(key string, n int) Ref { return Ref{Place: PlaceAction, ID: key, Index: n + 1} }

// actions lists the rows of every recommendation that has several, with what each says: the columns of the register that a
// row has for itself.
func (w *writer) actions() *Table {
	t := w.start("actions")
	w.column(t, "key", KindKey, 8)
	w.column(t, "action_number", KindCount, 8)
	columns := slices.DeleteFunc(w.shownColumns(), func(c registerColumn) bool {
		return slices.Contains([]string{"key", string(report.FieldScope), "standing", "slip", "times_moved", "due_soon", "rag"}, c.id) ||
			c.id == string(report.FieldSignOff) && !w.pack.Register.Has(report.FieldSignOff)
	})
	w.addRegisterColumns(t, columns)
	for i := range w.pack.Positions {
		for n := range w.pack.Positions[i].Actions {
			action := &w.pack.Positions[i].Actions[n]
			cells := append([]Cell{keyCell(action.Key), countCell(n + 1)}, w.registerCells(columns, action)...)
			t.row(actionRef(action.Key, n), action.Key, cells...)
		}
	}
	return t
}

// actionsOf is the table of one recommendation's actions: what each says that not all say, who does it and by when.
func (w *writer) actionsOf(r *report.Position, differing []differs) *Table {
	t := w.start("actions")
	w.column(t, "action_number", KindCount, 6)
	w.column(t, "action_text", KindLongText, 50)
	w.fieldColumn(t, report.FieldOwner, KindText, 18)
	w.column(t, "state", KindText, 14)
	w.fieldColumn(t, report.FieldDue, KindDate, 14)
	w.column(t, "days_late", KindDays, 10)
	w.fieldColumn(t, report.FieldCompleted, KindDate, 14)
	for n := range r.Actions {
		a := &r.Actions[n]
		t.row(actionRef(r.Key, n), r.Key, countCell(n+1), w.told(a.Recommendation, differing), w.saidCell(a.Recommendation, report.FieldOwner),
			plainCell(named.State(w.words, a.State)), w.dateCell(a.Due), daysCell(a.DaysLate, a.In(report.Overdue)), w.dateCell(a.Completed))
	}
	return t
}

// differs is a text that each action may have for itself.
type differs struct {
	label string
	text  func(r *report.Recommendation) report.Text
}

// differing lists the texts that are not the same in all actions of a recommendation: those of the master's own columns first, for
// that is where teams write what the action is.
func (w *writer) differing(r *report.Position) []differs {
	lang := w.words.Lang()
	var all []differs
	for i, heading := range w.pack.Register.ExtraColumns {
		all = append(all, differs{heading, func(r *report.Recommendation) report.Text {
			if i < len(r.Extra) {
				return report.Text{"en": r.Extra[i]}
			}
			return nil
		}})
	}
	for _, f := range []report.Field{report.FieldRecommendation, report.FieldResponse, report.FieldProgress, report.FieldReason, report.FieldEvidence} {
		all = append(all, differs{w.label("field." + string(f)), func(r *report.Recommendation) report.Text { return w.pack.Said(r, f) }})
	}
	return slices.DeleteFunc(all, func(d differs) bool {
		first, _ := d.text(&r.Recommendation.Actions[0]).In(lang)
		return !slices.ContainsFunc(r.Recommendation.Actions, func(a report.Recommendation) bool {
			text, _ := d.text(&a).In(lang)
			return fold.Text(text) != fold.Text(first)
		})
	})
}

// told is the cell of what an action says that not all say, each text under its label unless there is one alone.
func (w *writer) told(action *report.Recommendation, differing []differs) Cell {
	c := Cell{Kind: KindLongText, Missing: NotAvailable}
	for _, d := range differing {
		text, lang := d.text(action).In(w.words.Lang())
		if text == "" {
			continue
		}
		text, cut := w.shortened(text)
		run := w.quotedIn(text, lang, "action_text").text[0]
		if len(differing) > 1 {
			label := quoted(d.label+": ", "action_label").text[0]
			if len(c.Runs) > 0 {
				label.Text = "\n" + label.Text
			}
			c.Runs = append(c.Runs, label)
		}
		if c.Runs, c.Missing = append(c.Runs, run), HasValue; cut {
			c.Runs = append(append(c.Runs, Run{Text: " "}), trimmed(w.say("entry.rest"))...)
		}
	}
	c.Text = c.Runs.Plain()
	if len(c.Runs) == 1 {
		c.Lang, c.Runs = c.Runs[0].Lang, nil
	}
	return c
}
