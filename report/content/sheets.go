package content

import (
	"cmp"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/named"
)

// Sheet is a sheet of the workbook: its title, which is the name of its tab, what it holds, and its tables one below the other.
type Sheet struct {
	ID      string `json:"id"`              // the wording has its title under "workbook.sheet.<id>"
	After   string `json:"after,omitempty"` // the sheet that it goes on from, which is chosen with it; "" for a sheet that has a name of its own
	Title   Text   `json:"title"`
	Purpose Text   `json:"purpose,omitempty"`
	// Thin says that only one line is above the table, so that many rows are in view: the marking and the lines of the table, each in a
	// cell of its own. The title and the purpose are in the heads of printed pages and in the list of sheets.
	Thin  bool   `json:"thin,omitempty"`
	Parts []Part `json:"parts"`
}

// Part is a table of a sheet. The first has the title and the purpose of its sheet.
type Part struct {
	ID      string      `json:"id"`
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

// sheetParts lists the sheets by the names that the template's list of sections has for them, in the usual order, each with the
// tables that it may have.
func sheetParts() [][]string {
	return [][]string{
		{"summary", "headlines", "summary_themes", "themes_chart", "contents", "cover"},
		{"recommendations", "recommendations"},
		{"due", "due"},
		{"sign_off", "sign_off"},
		{"changes", "changes"},
		{"movement", "movement", "trend", "ageing", "charts", "restated", "figure_changes"},
		{"owners", "summary_owners"},
		{"sources", "summary_sources"},
		{"headings", "summary_headings"},
		{"answers", "answers_owners", "answers_reviews", "extensions", "not_updated", "asked_about"},
		{"actions", "actions"},
		{"quality", "quality", "written_dates"},
		{"notes", "status_words", "theme_list", "notes"},
	}
}

// SheetNames lists the sheets by name, in the usual order.
func SheetNames() []string {
	var out []string
	for _, s := range sheetParts() {
		out = append(out, s[0])
	}
	return out
}

// sheets writes the sheets of the workbook.
func (w *writer) sheets(d *Document) []Sheet {
	var out []Sheet
	for _, ids := range sheetParts() {
		s := Sheet{ID: ids[0], Title: w.say("workbook.sheet." + ids[0]), Thin: slices.Contains([]string{"recommendations", "due", "changes"}, ids[0])}
		for _, id := range ids[1:] {
			if p, ok := w.part(d, id); ok {
				s.Parts = append(s.Parts, p)
			}
		}
		for _, sheet := range w.together(d, s) {
			out = append(out, w.headed(sheet, d))
		}
	}
	return out
}

// mostAbove says of lists that grow with the register how many rows may be above another table of the same sheet: as many as fit on a page.
func mostAbove() map[string]int {
	return map[string]int{"answers_owners": 30, "answers_reviews": 30, "extensions": 12, "not_updated": 20, "quality": 8, "restated": 12, "status_words": 20,
		"theme_list": 20, "summary_themes": 14, "movement": 14}
}

// together gives a long list that is not the last table of its sheet a sheet of its own, called by its title. On paper only the headings of the
// last table of a sheet can be repeated on each page. Where such a list begins a sheet, the rest is parted from it.
func (w *writer) together(d *Document, s Sheet) []Sheet {
	for i := range s.Parts[:max(len(s.Parts)-1, 0)] {
		p, next := &s.Parts[i], &s.Parts[i+1]
		if most, grows := mostAbove()[p.ID]; !grows || len(d.View(&p.View).Rows) <= most {
			continue
		}
		own := Sheet{ID: next.ID, After: cmp.Or(s.After, s.ID), Title: next.Title, Parts: s.Parts[1:]}
		if i == 0 {
			s.Parts = s.Parts[:1]
			return append([]Sheet{s}, w.together(d, own)...)
		}
		own.ID, own.Title, own.Parts = p.ID, p.Title, []Part{*p}
		s.Parts = slices.Delete(slices.Clone(s.Parts), i, i+1)
		return append(w.together(d, s), own)
	}
	if len(s.Parts) == 0 {
		return nil
	}
	return []Sheet{s}
}

// headed gives a sheet the purpose of its first table, and takes the title and the purpose from that.
func (w *writer) headed(s Sheet, d *Document) Sheet {
	first := &s.Parts[0]
	switch s.Purpose = first.Purpose; s.ID {
	case "summary":
		s.Purpose = w.say("workbook.summary.purpose", "Title", d.Title, "Month", w.month())
	case "notes":
		s.Purpose, first.View.Inline.Notes = w.say("workbook.notes.purpose"), []Text{first.Purpose}
	}
	first.Title, first.Purpose = nil, nil
	return s
}

// part makes one table of a sheet; false where the pack has no use for it.
func (w *writer) part(d *Document, id string) (Part, bool) {
	switch id {
	case "headlines":
		return w.inline(w.headlines(d)), true
	case "themes_chart":
		return w.themesChartPart(), true
	case "cover":
		return w.inline(w.coverSheet()), true
	case "contents":
		return w.inline(w.contentsSheet()), true
	case "charts":
		return w.chartsPart(d), w.pack.Movement != nil || len(w.pack.Trend) > 1
	case "status_words":
		return w.inline(w.statusWords()), true
	case "theme_list":
		return w.inline(w.themeList()), true
	case "notes":
		return w.inline(w.notesSheet(d)), true
	}
	t := d.Table(id)
	if t == nil { // of a month in which nobody was asked, or of one register
		return Part{}, false
	}
	p := Part{ID: id, Title: t.Title, Purpose: t.Purpose, View: View{Table: id}}
	if strings.HasPrefix(id, "summary_") {
		p.View.Columns = summaryColumns(t)
	}
	switch id {
	case "restated":
		return p, w.pack.Restated != nil
	case "figure_changes": // the refs where those of how long things are overdue are; the longest texts last: they run on over the cells to their right
		p.View.Columns = []string{"figure", "refs", "number_before", "number", "difference", "why"}
	case "ageing":
		p.View.Columns = []string{"band", "refs", "number", "number_before"}
	case "due": // what is in view and printed first
		p.View.Columns = []string{"key", "theme", "short", string(report.FieldOwner), string(report.FieldDue), "timing", "days_late", "days_left", string(report.FieldProgress),
			string(report.FieldOriginalDue), "times_moved", string(report.FieldUpdated)}
	case "changes":
		p.View.Columns = []string{"key", "theme", "short", "change", "from", "to", "why", "effect", "days", "times_moved"}
	case "written_dates": // texts below texts
		p.View.Columns = []string{"key", string(report.FieldDueAsWritten), "read_as", string(report.FieldDue), "rule"}
		return p, len(t.Rows) > 0
	case "answers_owners":
		return p, w.wasAsked()
	case "extensions": // texts below texts, and numbers and dates below numbers
		p.View.Columns = []string{"short", "key", "due_when_asked", "new_date", "extension_state", string(report.FieldOwner), string(report.FieldReason)}
		return p, len(t.Rows) > 0
	case "not_updated", "asked_about":
		p.View.Columns = []string{"short", "key", string(report.FieldUpdated), "answer", string(report.FieldOwner)}
		return p, len(t.Rows) > 0
	case "actions", "sign_off", "answers_reviews":
		return p, len(t.Rows) > 0
	case "summary_owners", "summary_sources", "summary_headings":
		return p, len(t.Rows) > 2 // one group, and the whole
	}
	return p, true
}

// inline is a part whose table stands nowhere else.
func (w *writer) inline(t *Table) Part {
	NameColumns(t, w.words)
	return Part{ID: t.ID, Title: t.Title, Purpose: t.Purpose, View: View{Inline: t}}
}

// summaryColumns puts the columns in the order in which a board asks: how it is rated, how far it is, what is open and late, and
// only then what that is made up of and what is not counted. Figures that this package does not know yet come last.
func summaryColumns(t *Table) []string {
	ids := []string{t.Columns[0].ID, string(report.FigRating), string(report.PercentComplete)}
	for _, f := range []report.Figure{report.InScope, report.FigComplete, report.AwaitingSignOff, report.Open, report.Outstanding, report.Overdue,
		report.DueSoon, report.NoDate, report.NoResponse, report.FigInProgress, report.FigNotStarted, report.FigUnrecognised, report.DueLater,
		report.Slipped, report.Dated, report.FigNotAccepted, report.FigWithdrawn, report.FigSuperseded, report.FigExternal, report.Total} {
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

// headlines are the figures of the whole that are asked for first, each with the filter that shows its rows.
func (w *writer) headlines(d *Document) *Table {
	t := &Table{ID: "headlines", Lines: []Text{w.say("workbook.line.complete", "Complete", w.completeOf(report.OfAll, &w.pack.All))}}
	w.column(t, "figure", KindText, 0)
	w.column(t, "number", KindCount, 0)
	w.sheetColumn(t, "filter", KindLongText, 0)
	for _, f := range []report.Figure{report.InScope, report.FigComplete, report.AwaitingSignOff, report.Open, report.Overdue, report.DueSoon, report.NoDate} {
		t.row(figureRef(report.OfAll, w.pack.All.ID, f), "", runsCell(w.figureLabel(f)), countCell(w.pack.All.N(f)), Cell{Kind: KindLongText, Text: d.Filters[f].Chosen(w.words)})
	}
	return t
}

// coverSheet says what the workbook is, of whom, for whom and of when. It gives texts in both languages where the master has both, so
// that the workbook can be the next master.
func (w *writer) coverSheet() *Table {
	t := &Table{ID: "cover", Title: w.say("workbook.cover.title"), Purpose: w.say("workbook.cover.purpose")}
	w.sheetColumn(t, "item", KindText, 30)
	w.sheetColumn(t, "value", KindLongText, 60)
	for _, fact := range append([]Fact{{"title", plain(w.label("cover.title")), w.textCell(named.Title(w.words, w.pack))}}, w.coverFacts()...) {
		label := plainCell(fact.Label.Plain())
		t.Rows = append(t.Rows, Row{Of: Ref{Place: PlaceQuoted, ID: fact.ID}, Cells: []Cell{label, fact.Cell}})
	}
	next := plainCell(w.words.MonthName(w.pack.Month.Next()))
	t.Rows = append(t.Rows, Row{Of: Ref{Place: PlaceQuoted, ID: "next_update"}, Cells: []Cell{plainCell(w.label("workbook.cover.next_update")), next}})
	texts := w.pack.Register.About.Texts()
	for _, key := range report.TextKeys() {
		text, lang := *texts[key], "en"
		if w.words.Lang() == lang {
			lang = "cy"
		}
		if text[lang] != "" && text[w.words.Lang()] != "" {
			id := key + "_" + lang
			t.Rows = append(t.Rows, Row{Of: Ref{Place: PlaceQuoted, ID: id}, Cells: []Cell{plainCell(w.label("cover." + id)), w.textCell(text[lang], lang)}})
		}
	}
	return t
}

// contentsSheet lists the other sheets; the workbook fills in which it has.
func (w *writer) contentsSheet() *Table {
	t := &Table{ID: "contents", Title: w.say("workbook.contents.title"), Purpose: w.say("workbook.contents.purpose"), OfSheets: true}
	w.sheetColumn(t, "sheet", KindText, 30)
	w.sheetColumn(t, "holds", KindLongText, 80)
	return t
}

// themesChartPart is the chart of the themes, with what it shows in words.
func (w *writer) themesChartPart() Part {
	title := w.say("workbook.chart.themes")
	return Part{ID: "themes_chart", Title: title, View: View{Inline: &Table{ID: "themes_chart", Title: title}},
		Charts: []ChartText{{"themes", title, w.themesChart()}}}
}

// chartsPart is what the charts of the months show in words, and the table that the chart of movement draws.
func (w *writer) chartsPart(d *Document) Part {
	p := w.inline(w.steps(d))
	p.Title, p.Purpose = w.say("workbook.charts.title"), w.say("workbook.charts.purpose")
	add := func(id string, text Text) {
		p.Charts = append(p.Charts, ChartText{id, w.say("workbook.chart." + id), text})
	}
	if len(w.pack.Trend) > 1 {
		add("trend", w.trendText())
	}
	if w.pack.Movement != nil {
		add("movement", w.movementText())
	}
	return p
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

// themeList is the list from which the theme of a recommendation is chosen.
func (w *writer) themeList() *Table {
	t := &Table{ID: "theme_list", Title: w.say("workbook.theme_list.title"), Purpose: w.say("workbook.theme_list.purpose")}
	w.column(t, "theme", KindText, 30)
	for i := range w.pack.Themes {
		t.row(Ref{Place: PlaceQuoted, ID: w.pack.Themes[i].ID}, "", plainCell(named.Group(w.words, &w.pack.Themes[i])))
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
	for _, rule := range w.pack.Figures() {
		add(w.label("workbook.filters.title"), w.figureLabel(rule.Name).Plain(), plainCell(d.Filters[rule.Name].Sentence(w.words)))
	}
	add(w.label("workbook.filters.title"), w.label("workbook.filters.group"), runsCell(w.say("workbook.filters.note")))
	for _, id := range []string{"rules", "status_rules", "readings"} {
		rules := d.Table(id)
		for _, row := range rules.Rows {
			add(rules.Title.Plain(), row.Cells[0].Text, row.Cells[1])
		}
	}
	for _, row := range d.Table("ratings").Rows {
		add(row.Cells[0].Text, row.Cells[1].Text, row.Cells[2])
	}
	for _, id := range []string{"missing_x", "missing_z", "blanks", "formulas", "as_at", "edit", "groups", "height", "again"} {
		add(w.label("workbook.notes.topic"), w.label("workbook.notes."+id), runsCell(w.say("workbook.notes."+id+".meaning")))
	}
	return t
}
