package content

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/named"
)

// Sheet is a sheet of the workbook: one table below its title and purpose. A sheet that this pack has no use for is not there.
type Sheet struct {
	ID      string      `json:"id"` // the wording has its name under "workbook.sheet.<id>"
	Title   Text        `json:"title,omitempty"`
	Purpose Text        `json:"purpose,omitempty"`
	View    View        `json:"view"`
	Charts  []ChartText `json:"charts,omitempty"`
}

// ChartText is what a chart of a sheet is called and shows, in words.
type ChartText struct {
	ID    string `json:"id"` // "themes", "trend", "movement"
	Title Text   `json:"title"`
	Text  Text   `json:"text"`
}

// SheetNames lists the sheets by the names that the template's list of sections has for them, in the usual order.
func SheetNames() []string {
	return []string{"cover", "contents", "summary_themes", "summary_headings", "summary_owners", "summary_sources", "movement", "figure_changes",
		"restated", "changes", "due", "ageing", "sign_off", "trend", "charts", "filters", "recommendations", "actions", "quality",
		"written_dates", "status_words", "notes"}
}

// sheets writes the sheets of the workbook.
func (w *writer) sheets(d *Document) []Sheet {
	var out []Sheet
	for _, id := range SheetNames() {
		if s, ok := w.sheet(d, id); ok {
			out = append(out, s)
		}
	}
	return out
}

// sheet makes one sheet; false where the pack has no use for it.
func (w *writer) sheet(d *Document, id string) (Sheet, bool) {
	switch id {
	case "cover":
		return w.inline(w.coverSheet(d)), true
	case "contents":
		return w.inline(w.contentsSheet()), true
	case "charts":
		return w.chartsSheet(d), true
	case "filters":
		return w.inline(w.filtersSheet(d)), true
	case "status_words":
		return w.inline(w.statusWords()), true
	case "notes":
		return w.inline(w.notesSheet(d)), true
	}
	t := d.Table(id)
	s := Sheet{ID: id, Title: t.Title, Purpose: t.Purpose, View: View{Table: id}}
	switch id {
	case "restated":
		return s, w.pack.Restated != nil
	case "actions", "written_dates":
		return s, len(t.Rows) > 0
	case "summary_sources":
		s.View.Columns = summaryColumns(t)
		return s, len(w.pack.Sources) > 1
	case "summary_themes", "summary_headings", "summary_owners":
		s.View.Columns = summaryColumns(t)
	}
	return s, true
}

// inline is a sheet whose table stands nowhere else.
func (w *writer) inline(t *Table) Sheet {
	NameColumns(t, w.words)
	return Sheet{ID: t.ID, Title: t.Title, Purpose: t.Purpose, View: View{Inline: t}}
}

// summaryColumns puts the columns in the order in which a board asks: how it is rated, how far it is, what is late, and
// only then what is not counted. Figures that this package does not know yet come last.
func summaryColumns(t *Table) []string {
	ids := []string{t.Columns[0].ID, string(report.FigRating), string(report.PercentComplete)}
	for _, f := range []report.Figure{report.InScope, report.FigComplete, report.AwaitingSignOff, report.FigInProgress,
		report.FigNotStarted, report.FigUnrecognised, report.Open, report.Outstanding, report.Overdue, report.DueSoon,
		report.DueLater, report.NoDate, report.NoResponse, report.Slipped, report.Dated, report.FigNotAccepted, report.FigWithdrawn, report.FigSuperseded,
		report.FigExternal, report.Total} {
		ids = append(ids, string(f))
	}
	for _, c := range t.Columns {
		if !slices.Contains(ids, c.ID) {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// sheetColumn adds a column under a heading of the workbook's own.
func (w *writer) sheetColumn(t *Table, id string, kind Kind, width int) {
	w.columnOf(t, id, "workbook.column."+id, kind, width)
}

// coverSheet says what the workbook is, of whom, for whom and of when.
func (w *writer) coverSheet(d *Document) *Table {
	t := &Table{ID: "cover", Title: d.Title, Purpose: w.say("workbook.cover.purpose", "Month", w.month())}
	w.sheetColumn(t, "item", KindText, 30)
	w.sheetColumn(t, "value", KindLongText, 60)
	for _, fact := range w.coverFacts() {
		label := plainCell(fact.Label.Plain())
		t.Rows = append(t.Rows, Row{Of: Ref{Place: PlaceQuoted, ID: fact.ID}, Cells: []Cell{label, fact.Cell}})
	}
	return t
}

// contentsSheet lists the other sheets; the workbook fills in which it has, and how many rows they have.
func (w *writer) contentsSheet() *Table {
	t := &Table{ID: "contents", Title: w.say("workbook.contents.title"), Purpose: w.say("workbook.contents.purpose")}
	w.sheetColumn(t, "sheet", KindText, 30)
	w.sheetColumn(t, "holds", KindLongText, 80)
	w.sheetColumn(t, "rows", KindCount, 10)
	return t
}

// chartsSheet is what the charts of the workbook show in words, and the table that the movement chart draws.
func (w *writer) chartsSheet(d *Document) Sheet {
	s := w.inline(w.steps(d))
	s.Title, s.Purpose = w.say("workbook.charts.title"), w.say("workbook.charts.purpose")
	add := func(id string, text Text) {
		s.Charts = append(s.Charts, ChartText{id, w.say("workbook.chart." + id), text})
	}
	add("themes", w.themesChart())
	if len(w.pack.Trend) > 1 {
		add("trend", w.trendText())
	}
	if w.pack.Movement != nil {
		add("movement", w.movementText())
	}
	return s
}

// themesChart, trendText and movementText say in words what the charts of the workbook show.
func (w *writer) themesChart() Text {
	var parts []Text
	for i := range w.pack.Themes {
		bar := w.bar(report.OfThemes, &w.pack.Themes[i])
		parts = append(parts, between([]Text{bar.Label, bar.Figures}, ": "))
	}
	return w.say("workbook.chart.themes.text", "Parts", between(parts, "; "))
}

func (w *writer) trendText() Text {
	last := len(w.pack.Trend) - 1
	month := func(i int) Value {
		return Value{text: Text{{Text: w.words.MonthName(w.pack.Trend[i].Month), Ref: Ref{Place: PlaceTrend, Index: i + 1, Name: "month"}}}}
	}
	first, now := w.pack.Trend[0], w.pack.Trend[last]
	return w.say("workbook.chart.trend.text", "First", month(0), "Last", month(last),
		"OutstandingFirst", w.trend(0, report.Outstanding, first.Outstanding), "OutstandingLast", w.trend(last, report.Outstanding, now.Outstanding),
		"CompleteFirst", w.trend(0, report.FigComplete, first.Complete), "CompleteLast", w.trend(last, report.FigComplete, now.Complete),
		"OverdueFirst", w.trend(0, report.Overdue, first.Overdue), "OverdueLast", w.trend(last, report.Overdue, now.Overdue))
}

func (w *writer) movementText() Text {
	b := w.pack.Movement.All
	return w.say("workbook.chart.movement.text", "Since", w.previousMonth(), "Month", w.month(),
		"Opening", w.bridge("opening", b.Opening), "Closing", w.bridge("closing", b.Closing))
}

// steps is what the waterfall draws: of every step of the bridge where its bar begins and how long it is. Where a bar
// stands is a matter of drawing; its length is the figure.
func (w *writer) steps(d *Document) *Table {
	t := &Table{ID: "charts"}
	w.sheetColumn(t, "step", KindText, 14)
	for _, id := range []string{"foot", "level", "added", "taken"} {
		w.sheetColumn(t, id, KindCount, 14)
	}
	if w.pack.Movement == nil {
		t.Empty = w.say("glance.first_month")
		return t
	}
	add := func(id string, name Text, ns ...int) {
		cells := []Cell{runsCell(name)}
		for _, n := range ns {
			cells = append(cells, countCell(n))
		}
		t.Rows = append(t.Rows, Row{Of: Ref{Place: PlaceStage, ID: id}, Cells: cells})
	}
	movement, all := d.Table("movement"), w.pack.Movement.All
	add("opening", w.openingName(), 0, all.Opening, 0, 0)
	at := all.Opening
	for _, step := range all.Steps() {
		name := plain(movement.Columns[movement.Column("step_"+step.ID)].Heading)
		switch {
		case strings.HasPrefix(step.ID, "moved_"): // between themes: nothing moves in the whole
		case step.Sign > 0:
			add(step.ID, name, at, 0, step.N, 0)
			at += step.N
		default:
			at -= step.N
			add(step.ID, name, at, 0, 0, step.N)
		}
	}
	add("closing", w.closingName(), 0, all.Closing, 0, 0)
	return t
}

// filtersSheet says for each figure which filter shows its rows.
func (w *writer) filtersSheet(d *Document) *Table {
	t := &Table{ID: "filters", Title: w.say("workbook.filters.title"), Purpose: w.say("workbook.filters.purpose"), Notes: []Text{w.say("workbook.filters.note")}}
	w.column(t, "figure", KindText, 0)
	w.column(t, "number", KindCount, 0)
	w.sheetColumn(t, "filter", KindLongText, 0)
	for _, rule := range w.pack.Figures() {
		t.row(figureRef(report.OfAll, w.pack.All.ID, rule.Name), "", runsCell(w.figureLabel(rule.Name)), countCell(w.pack.All.N(rule.Name)),
			Cell{Kind: KindLongText, Text: d.Filters[rule.Name].Sentence(w.words)})
	}
	return t
}

// statusWords says what each word of the Status column is counted as. The State column of the Recommendations sheet
// looks words up there, so that a changed status changes the figures.
func (w *writer) statusWords() *Table {
	t := &Table{ID: "status_words", Title: w.say("workbook.status_words.title"), Purpose: w.say("workbook.status_words.purpose")}
	w.columnOf(t, "word", "workbook.column.status_word", KindText, 30)
	w.column(t, "state", KindText, 20)
	seen := map[string]bool{}
	add := func(word string, state report.State) {
		if id := FoldCase(word); word != "" && !seen[id] {
			seen[id] = true
			t.row(Ref{Place: PlaceWord, Of: "state", ID: string(state)}, "", plainCell(word), plainCell(named.State(w.words, state)))
		}
	}
	for _, state := range report.States() {
		if state != report.Unrecognised {
			add(named.State(w.words, state), state)
		}
	}
	for i := range w.pack.Positions {
		add(Clean(w.pack.Positions[i].Status), w.pack.Positions[i].State)
	}
	return t
}

// notesSheet says in words every rule and shorthand of the workbook: one table, a topic to a row.
func (w *writer) notesSheet(d *Document) *Table {
	t := &Table{ID: "notes", Title: w.say("workbook.notes.title"), Purpose: w.say("workbook.notes.purpose")}
	w.sheetColumn(t, "topic", KindText, 28)
	w.sheetColumn(t, "word", KindText, 28)
	w.sheetColumn(t, "meaning", KindLongText, 80)
	add := func(topic, word string, meaning Cell) {
		meaning.Kind, meaning.Lang, meaning.Missing = KindLongText, "", HasValue
		t.row(Ref{}, "", Cell{Kind: KindText, Text: topic}, Cell{Kind: KindText, Text: word}, meaning)
	}
	for _, id := range []string{"rules", "status_rules", "readings"} {
		rules := d.Table(id)
		for _, row := range rules.Rows {
			add(rules.Title.Plain(), row.Cells[0].Text, row.Cells[1])
		}
	}
	for _, row := range d.Table("ratings").Rows {
		add(row.Cells[0].Text, row.Cells[1].Text, row.Cells[2])
	}
	for _, id := range []string{"missing_x", "missing_z", "blanks", "formulas", "as_at", "edit", "slicers", "height", "again"} {
		add(w.label("workbook.notes.topic"), w.label("workbook.notes."+id), runsCell(w.say("workbook.notes."+id+".meaning")))
	}
	return t
}
