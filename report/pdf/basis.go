package pdf

import (
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/pdf/layout"
)

// partAnnex is the part to which figures lead, where the paper has it.
const partAnnex = "annex"

// basis lists where the figures come from: for the whole and each theme every figure above zero, with the recommendations that it
// counts. The figures on page 1 and in the themes' sections lead here.
func basis(b *book) []layout.Block {
	blocks := []layout.Block{
		layout.NewPage{}, layout.Heading{Level: 2, Text: b.say("pdf.basis"), ID: "figures"},
		layout.Paragraph{Runs: layout.Plain(b.say("pdf.basis.purpose")), Keep: true},
	}
	for _, kind := range basisKinds() {
		groups := b.Groups(kind)
		for i := range groups {
			if g := &groups[i]; g.N(report.Total) > 0 {
				blocks = append(blocks, layout.Heading{Level: 3, Text: b.GroupName(b.words, g)}, b.basisOf(kind, g))
			}
		}
	}
	return blocks
}

// basisKinds are the groups that have figures in the paper.
func basisKinds() []report.GroupKind { return []report.GroupKind{report.OfAll, report.OfThemes} }

// basisOf lists the figures of one group.
func (b *book) basisOf(kind report.GroupKind, g *report.Group) layout.Table {
	t := layout.Table{Title: b.say("pdf.basis") + ": " + b.GroupName(b.words, g), Columns: []layout.Column{
		{Head: b.say("column.figure"), Width: figureColumn, Heads: true},
		{Head: b.say("pdf.basis.number"), Fit: true, Align: layout.Right},
		{Head: b.say("pdf.basis.keys"), Weight: 1},
	}}
	for _, f := range report.Figures() {
		keys := g.Keys(f.Name)
		if len(keys) == 0 {
			continue
		}
		id := figurePlace(report.FigureRef{Of: kind, ID: g.ID, Figure: f.Name})
		b.lists = append(b.lists, layout.Destination{Name: strings.TrimPrefix(id, placeFigure), ID: id})
		t.Rows = append(t.Rows, layout.Row{ID: id, Cells: []layout.Cell{
			{Runs: layout.Plain(b.figureName(f.Name))}, {Runs: layout.Plain(strconv.Itoa(len(keys)))}, {Runs: b.keyList(keys)},
		}})
	}
	return t
}

// figureColumn is the same width in all these tables, so that they stand as one.
const figureColumn = 130

// mostLinks is how many keys of a list are links. A longer one is for looking a key up, and each link costs about a hundred bytes; the
// keys of the annex lead on.
const mostLinks = 100

func (b *book) keyList(keys []string) []layout.Run {
	if len(keys) > mostLinks {
		return layout.Plain(strings.Join(keys, ", "))
	}
	return b.keyRuns(keys)
}

// placeFigure begins the IDs of the lists behind figures; the name that explain gives the figure follows.
const placeFigure = "figure "

func figurePlace(ref report.FigureRef) string { return placeFigure + ref.Name() }

func (b *book) figureName(f report.Figure) string {
	return b.say("figure."+string(f), "Days", b.Rules.DueSoonDays)
}

// figureLink is where a figure of a group leads, and what is said of the link: nowhere for a figure of nought, which has no list, and
// in a paper without the annex.
func (b *book) figureLink(kind report.GroupKind, g *report.Group, f report.Figure) (to, says string) {
	if len(g.Keys(f)) == 0 || !b.parts[partAnnex] {
		return "", ""
	}
	return figurePlace(report.FigureRef{Of: kind, ID: g.ID, Figure: f}),
		b.say("pdf.list", "Group", b.GroupName(b.words, g), "Figure", b.figureName(f), "N", g.N(f))
}

// figureRun is text that shows a figure, as a link to its list.
func (b *book) figureRun(text string, kind report.GroupKind, g *report.Group, f report.Figure) layout.Run {
	to, says := b.figureLink(kind, g, f)
	return layout.Run{Text: text, To: to, Says: says}
}

// figuresRuns is a bar in words, each of its counts a link.
func (b *book) figuresRuns(r report.Bar, kind report.GroupKind, g *report.Group) []layout.Run {
	var runs []layout.Run
	rest := r.Figures
	for _, s := range r.Segments {
		count := b.words.Count("glance.standing."+string(s.Standing), s.N)
		before, after, ok := strings.Cut(rest, count)
		if !ok {
			continue
		}
		if before != "" {
			runs = append(runs, layout.Run{Text: before})
		}
		runs = append(runs, b.figureRun(count, kind, g, report.Figure(s.Standing)))
		rest = after
	}
	if rest != "" {
		runs = append(runs, layout.Run{Text: rest})
	}
	return runs
}
