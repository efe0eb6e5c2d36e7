package workbook

import "boardpack/report"

// notesPage says in words every rule and shorthand of the workbook: one table, a topic to a row.
func notesPage(b *book) *page {
	t := report.Table{ID: "notes", Title: b.words.Say("workbook.notes.title"), Purpose: b.words.Say("workbook.notes.purpose"),
		Columns: []report.Column{
			{ID: "topic", Heading: b.words.Say("workbook.column.topic"), Kind: report.KindText, Width: 28},
			{ID: "word", Heading: b.words.Say("workbook.column.word"), Kind: report.KindText, Width: 28},
			{ID: "meaning", Heading: b.words.Say("workbook.column.meaning"), Kind: report.KindLongText, Width: 80}}}
	add := func(topic, word, meaning string) {
		t.Rows = append(t.Rows, report.Row{Cells: []report.Cell{{Kind: report.KindText, Text: topic},
			{Kind: report.KindText, Text: word}, {Kind: report.KindLongText, Text: meaning}}})
	}
	for _, rules := range []report.Table{b.pack.RulesTable(b.words), b.pack.StatusRulesTable(b.words), b.pack.ReadingsTable(b.words)} {
		for _, row := range rules.Rows {
			add(rules.Title, row.Cells[0].Text, row.Cells[1].Text)
		}
	}
	for _, row := range b.pack.RatingsTable(b.words).Rows {
		add(row.Cells[0].Text, row.Cells[1].Text, row.Cells[2].Text)
	}
	for _, id := range []string{"missing_x", "missing_z", "blanks", "formulas", "as_at", "edit", "slicers", "height", "again"} {
		add(b.words.Say("workbook.notes.topic"), b.words.Say("workbook.notes."+id), b.words.Say("workbook.notes."+id+".meaning"))
	}
	return newPage(t)
}
