package content

import (
	"slices"

	"boardpack/report"
	"boardpack/report/named"
)

// indexSection has one line for each recommendation that is nowhere else in the paper; nothing of a small register.
func (w *writer) indexSection(p plan) []Block {
	n := laidOut(len(p.index), "index")
	switch {
	case p.whole || len(p.index) == 0:
		return nil
	case p.bare:
		return []Block{heading(2, "index", trimmed(w.say("index.owners"))), paragraph(RoleIntro, w.say("index.owners.intro")), view(View{Inline: w.byOwner(), Bare: true})}
	case p.refs:
		return []Block{heading(2, "index", trimmed(w.count("index.refs", n))), paragraph(RoleIntro, w.say("index.refs.intro")), view(View{Inline: w.refGrid(p.index), Bare: true})}
	}
	return []Block{heading(2, "index", trimmed(w.count("index.title", n))), paragraph(RoleIntro, w.say("index.intro")), view(View{Inline: w.indexTable(p.index), Bare: true})}
}

func (w *writer) indexTable(keys []string) *Table {
	t := &Table{ID: "index", Title: trimmed(w.say("look.title")), Chosen: true, Close: true}
	w.columnOf(t, "key", "paper.key", KindKey, 8)
	w.columnOf(t, "short", "told.short", KindText, 40)
	w.fieldColumn(t, report.FieldOwner, KindText, 20)
	w.fieldColumn(t, report.FieldDue, KindDate, 14)
	w.column(t, "standing", KindText, 14)
	w.columnOf(t, "rag", "column.rag", KindRating, 12)
	t.outlined(w.isPortfolio())
	for _, k := range keys {
		r := w.pack.Position(k)
		short, lang := r.Text.In(w.words.Lang())
		due := w.dateCell(r.Due)
		t.row(recommendation(k), k, keyCell(k), w.textCell(oneLine(short), lang), w.saidCell(r.Recommendation, report.FieldOwner), due, w.standingCell(r.Standing), w.ratingCell(r.Rating))
	}
	return t
}

// refGrid names recommendations with their dates, several in a row, by rating.
func (w *writer) refGrid(keys []string) *Table {
	const across = 5
	t := &Table{ID: "refs", Title: trimmed(w.say("look.title")), Close: true}
	for range across {
		t.Columns = append(t.Columns, Column{ID: "ref", Kind: KindText, MM: 34})
	}
	byRating := map[report.Rating][]string{}
	for _, k := range keys {
		r := w.pack.Position(k).Rating
		byRating[r] = append(byRating[r], k)
	}
	for _, rating := range report.Ratings() {
		for i, some := range slices.Collect(slices.Chunk(byRating[rating], across)) {
			cells := make([]Cell, across)
			for j, k := range some {
				cells[j] = w.refCell(k)
			}
			t.row(Ref{}, "", cells...)
			if i == 0 {
				n := laidOut(len(byRating[rating]), "rated")
				word := w.ratingCell(rating).Text
				t.Rows[len(t.Rows)-1].Group = w.say("index.rated", "Rating", term("rating", named.Underscored(string(rating)), word), "Number", n)
			}
		}
	}
	return t
}

func (w *writer) refCell(k string) Cell {
	r := w.pack.Position(k)
	out := Text{{Text: k, Bold: true, Ref: recommendation(k).named("key")}}
	if !r.Due.IsZero() {
		out = append(append(out, Run{Text: "  "}), w.shortDay(r.Due, recommendation(k).named(string(report.FieldDue))).text...)
	}
	return runsCell(out)
}

// byOwner counts what is outstanding of each owner: of a register too large for anything else, those with most.
func (w *writer) byOwner() *Table {
	most := w.measures().Owners
	t := &Table{ID: "owners", Title: trimmed(w.say("index.owners")), Chosen: true, Close: true}
	w.columnOf(t, "owners", "column.owners", KindText, 40)
	for _, f := range []report.Figure{report.InScope, report.FigComplete, report.Outstanding, report.Overdue} {
		w.figureColumn(t, f, KindCount, 12)
	}
	order := make([]int, len(w.pack.Owners))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return w.pack.Owners[b].N(report.Outstanding) - w.pack.Owners[a].N(report.Outstanding)
	})
	for _, i := range order[:min(most, len(order))] {
		g := &w.pack.Owners[i]
		t.row(figureRef(report.OfOwners, g.ID, ""), "", plainCell(w.groupName(report.OfOwners, g).text.Plain()), countCell(g.N(report.InScope)),
			countCell(g.N(report.FigComplete)), countCell(g.N(report.Outstanding)), countCell(g.N(report.Overdue)))
	}
	return t
}
