package content

import (
	"slices"

	"boardpack/report"
	"boardpack/report/figurerule"
)

// figuresSection says what each figure counts, theme by theme, and what it means.
func (w *writer) figuresSection() []Block {
	blocks := []Block{heading(2, "figures", trimmed(w.say("basis.title")))}
	matrix := w.matrix()
	if matrix.Names() {
		blocks = append(blocks, paragraph(RoleIntro, trimmed(w.say("basis.refs"))))
	} else {
		blocks = append(blocks, paragraph(RoleIntro, trimmed(w.say("basis.numbers"))))
	}
	blocks = append(blocks, view(View{Inline: matrix, Bare: true}),
		heading(3, "", trimmed(w.say("basis.meanings"))), view(View{Inline: w.meanings(), Bare: true}))
	notes := []Text{w.say("rule.shared")}
	if w.hasActions() {
		notes = append(notes, w.say("rule.actions"))
	}
	if note := w.signOffNote(); len(note) > 0 {
		notes = append(notes, note)
	}
	for _, n := range notes {
		blocks = append(blocks, paragraph(RoleNote, n))
	}
	return blocks
}

// Names tells whether the cells name recommendations.
func (t *Table) Names() bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool {
		return slices.ContainsFunc(r.Cells, func(c Cell) bool { return len(c.Keys()) > 0 })
	})
}

// basisGroup is figures under one head.
type basisGroup struct {
	id      string
	figures []report.Figure
}

// basisGroups lists the figures of the matrix, each under what it is a part of.
func (w *writer) basisGroups() []basisGroup {
	groups := []basisGroup{
		{"register", []report.Figure{report.InScope, report.FigNotAccepted, report.FigWithdrawn, report.FigSuperseded, report.FigExternal}},
		{"scope", []report.Figure{report.FigComplete, report.AwaitingSignOff, report.FigInProgress, report.FigNotStarted, report.FigUnrecognised}},
		{"open", []report.Figure{report.Overdue, report.DueSoon, report.DueLater, report.NoDate}},
		{"also", []report.Figure{report.Slipped, report.NoResponse}},
	}
	told := map[report.Figure]bool{report.Total: true, report.Open: true, report.Outstanding: true, report.Dated: true}
	for _, g := range groups {
		for _, f := range g.figures {
			told[f] = true
		}
	}
	for _, rule := range w.pack.Figures() { // of those that this package does not know, what is known is what they count
		switch {
		case told[rule.Name]:
		case w.partOf(rule.Name, report.Open):
			groups[2].figures = append(groups[2].figures, rule.Name)
		default:
			groups[3].figures = append(groups[3].figures, rule.Name)
		}
	}
	for i := range groups {
		groups[i].figures = slices.DeleteFunc(groups[i].figures, func(f report.Figure) bool { return w.pack.All.N(f) == 0 })
	}
	return slices.DeleteFunc(groups, func(g basisGroup) bool { return len(g.figures) == 0 })
}

// partOf tells whether all that a figure counts another counts too.
func (w *writer) partOf(f, whole report.Figure) bool {
	return !slices.ContainsFunc(w.pack.All.Keys(f), func(k string) bool { return !w.pack.Position(k).In(whole) })
}

// matrix shows each figure of each theme: the recommendations behind it in a small register, else their number. With many themes these
// stand below each other.
func (w *writer) matrix() *Table {
	themes := slices.DeleteFunc(slices.Clone(w.pack.Themes), func(g report.Group) bool { return g.N(report.Total) == 0 })
	if len(themes) > w.measures().Matrix {
		return w.turnedMatrix(themes)
	}
	t := &Table{ID: "basis", Title: trimmed(w.say("basis.title")), Chosen: true, Close: true}
	w.column(t, "figure", KindText, 0)
	t.Columns[0].MM = 36
	for i := range themes {
		t.Columns = append(t.Columns, Column{ID: "theme", Heading: w.groupName(report.OfThemes, &themes[i]).text.Plain(), Kind: KindText, Width: w.longestList(&themes[i])})
	}
	t.Columns = append(t.Columns, Column{ID: "all", Heading: w.label("basis.all"), Kind: KindCount, MM: 14})
	for _, g := range w.basisGroups() {
		for i, f := range g.figures {
			cells := []Cell{runsCell(w.figureLabel(f).bold())}
			for t := range themes {
				cells = append(cells, w.basisCell(report.OfThemes, &themes[t], f))
			}
			all := countCell(w.pack.All.N(f))
			all = all.at(figureRef(report.OfAll, w.pack.All.ID, f))
			t.row(all.Of(), "", append(cells, all)...)
			if i == 0 {
				t.Rows[len(t.Rows)-1].Group = w.basisHead(g.id)
			}
		}
	}
	return t
}

// longestList is the room that the names of a theme's longest list want, in characters.
func (w *writer) longestList(g *report.Group) int {
	longest := 8
	for _, group := range w.basisGroups() {
		for _, f := range group.figures {
			longest = max(longest, len(w.basisCell(report.OfThemes, g, f).Text))
		}
	}
	return min(longest, 30)
}

// basisHead heads a group of figures.
func (w *writer) basisHead(id string) Text {
	switch id {
	case "register":
		return w.say("basis.group.register", "Total", w.whole(report.Total))
	case "open":
		return w.say("basis.group.open", "Open", w.whole(report.Open))
	case "also":
		return w.say("basis.group.also", "InScope", w.whole(report.InScope))
	}
	return w.say("basis.group.scope", "InScope", w.whole(report.InScope))
}

// basisCell is one figure of one group, and the recommendations behind it where they are few.
func (w *writer) basisCell(of report.GroupKind, g *report.Group, f report.Figure) Cell {
	keys := g.Keys(f)
	ref := figureRef(of, g.ID, f)
	if len(keys) == 0 {
		return Cell{Kind: KindText, Text: w.label("value.none_sign")}.at(ref)
	}
	c := countCell(len(keys))
	if w.pack.All.N(report.Total) <= w.measures().Named {
		c = keysCell(keys)
	}
	c = c.at(ref)
	return c
}

// turnedMatrix has a row for each theme and a column for each figure.
func (w *writer) turnedMatrix(themes []report.Group) *Table {
	t := &Table{ID: "basis", Title: trimmed(w.say("basis.title")), Chosen: true, Close: true}
	w.columnOf(t, "themes", "column.themes", KindText, 0)
	t.Columns[0].MM = 40
	var figures []report.Figure
	for _, f := range []report.Figure{report.InScope, report.FigComplete, report.AwaitingSignOff, report.FigInProgress, report.FigNotStarted,
		report.FigUnrecognised, report.Overdue, report.DueSoon, report.NoDate} {
		if w.pack.All.N(f) > 0 || f == report.Overdue {
			figures = append(figures, f)
			w.figureColumn(t, f, KindCount, 0)
			t.Columns[len(t.Columns)-1].Width = 10
		}
	}
	row := func(of report.GroupKind, g *report.Group, total bool) {
		cells := []Cell{runsCell(w.groupName(of, g).text.bold())}
		for _, f := range figures {
			c := countCell(g.N(f))
			c = c.at(figureRef(of, g.ID, f))
			cells = append(cells, c)
		}
		t.row(figureRef(of, g.ID, ""), "", cells...)
		t.Rows[len(t.Rows)-1].Total = total
	}
	for i := range themes {
		row(report.OfThemes, &themes[i], false)
	}
	row(report.OfAll, &w.pack.All, true)
	return t
}

// meanings says how the figures that the paper uses are counted.
func (w *writer) meanings() *Table {
	t := &Table{ID: "meanings", Title: trimmed(w.say("basis.meanings")), Close: true}
	t.Columns = []Column{{ID: "figure", Kind: KindText}, {ID: "meaning", Kind: KindText}}
	t.outlined(w.isPortfolio())
	for _, f := range []report.Figure{report.InScope, report.FigComplete, report.AwaitingSignOff, report.Open, report.Outstanding, report.Overdue,
		report.DueSoon, report.NoDate, report.Slipped, report.PercentComplete} {
		if f == report.PercentComplete || w.pack.All.N(f) > 0 || f == report.Overdue {
			t.row(Ref{}, "", runsCell(w.figureLabel(f).bold()), runsCell(plainRule(figurerule.InWords(w.words, w.pack, f), string(f))))
		}
	}
	return t
}
