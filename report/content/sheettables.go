package content

import (
	"slices"

	"boardpack/report"
	"boardpack/report/named"
)

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
