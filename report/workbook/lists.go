package workbook

import (
	"strconv"

	"boardpack/report"
)

func countOf(n int) report.Cell {
	return report.Cell{Kind: report.KindCount, N: n, Text: strconv.Itoa(n)}
}

// changesPage names what changed since last month.
func changesPage(b *book) *page { return b.listPage(b.pack.ChangesTable(b.words)) }

// signOffPage lists what waits for the issuer.
func signOffPage(b *book) *page { return b.listPage(b.pack.SignOffTable(b.words)) }

// actionsPage lists the actions of the recommendations that have several; without any there is no sheet.
func actionsPage(b *book) *page {
	t := b.pack.ActionsTable(b.words)
	if len(t.Rows) == 0 {
		return nil
	}
	return b.listPage(t)
}

// writtenDatesPage shows how dates as written were read; without any there is no sheet.
func writtenDatesPage(b *book) *page {
	t := b.pack.WrittenDatesTable(b.words)
	if len(t.Rows) == 0 {
		return nil
	}
	return b.listPage(t)
}

// duePage lists what is overdue and what is due soon. Whether a row is the one or the other, and by how much, is
// reckoned from the as-at date on the cover.
func duePage(b *book) *page {
	p := b.listPage(b.pack.DueTable(b.words, report.Overdue, report.DueSoon))
	basis, labels := string(b.pack.Rules.OverdueBy), b.labels()
	p.live = func(row int, column report.Column) string {
		c := p.column(basis)
		if c < 0 || !storable(p.table.Rows[row].Cells[c]) {
			return ""
		}
		due := p.this(basis)
		switch column.ID {
		case "timing":
			return "IF(" + due + "<" + asAtName + "," + quote(labels[report.Overdue]) + "," + quote(labels[report.DueSoon]) + ")"
		case "days_late":
			return "IF(" + due + "<" + asAtName + "," + asAtName + "-" + due + "," + quote(shorthand(report.NotApplicable)) + ")"
		case "days_left":
			return "IF(" + due + "<" + asAtName + "," + quote(shorthand(report.NotApplicable)) + "," + due + "-" + asAtName + ")"
		}
		return ""
	}
	p.counts = func() []line {
		all := b.page(idRecommendations)
		yes := b.words.Say("value.yes")
		return []line{b.sentence("workbook.line.due",
			part{"Overdue", countifs(is(all.ref("overdue"), yes)), b.pack.All.N(report.Overdue)},
			part{"DueSoon", countifs(is(all.ref("due_soon"), yes)), b.pack.All.N(report.DueSoon)})}
	}
	return p
}

// ageingPage shows how long what is overdue has been so. The numbers count the column of days late; last month's are plain.
func ageingPage(b *book) *page {
	p := newPage(b.pack.AgeingTable(b.words))
	p.live = func(row int, column report.Column) string {
		days := b.page(idRecommendations).ref("days_late")
		switch {
		case column.ID != "number":
			return ""
		case p.table.Rows[row].Total:
			return countifs(is(days, ">0"))
		}
		band := b.pack.Ageing[row]
		criteria := []criterion{is(days, ">="+strconv.Itoa(band.From))}
		if band.To > 0 {
			criteria = append(criteria, is(days, "<="+strconv.Itoa(band.To)))
		}
		return countifs(criteria...)
	}
	return p
}

// qualityPage lists the problems of the input, and counts them by level.
func qualityPage(b *book) *page {
	p := b.listPage(b.pack.QualityTable(b.words))
	if len(p.table.Rows) == 0 {
		return p
	}
	p.counts = func() []line {
		lines := []line{b.sentence("workbook.line.problems",
			part{"Warnings", countifs(is(p.ref("level"), b.words.Say("level.warning"))), b.problems(report.Warning)},
			part{"Notes", countifs(is(p.ref("level"), b.words.Say("level.note"))), b.problems(report.Note)})}
		return lines
	}
	return p
}

func (b *book) problems(level report.Level) int {
	n := 0
	for _, p := range b.pack.Problems {
		if p.Level == level {
			n++
		}
	}
	return n
}

// statusWordsPage says what each word of the Status column is counted as. The State column of the Recommendations sheet
// looks words up here, so that a changed status changes the figures.
func statusWordsPage(b *book) *page {
	t := report.Table{ID: idStatusWords, Title: b.words.Say("workbook.status_words.title"),
		Purpose: b.words.Say("workbook.status_words.purpose"), Columns: []report.Column{
			{ID: "word", Heading: b.words.Say("workbook.column.status_word"), Kind: report.KindText, Width: 30},
			{ID: "state", Heading: b.words.Say("column.state"), Kind: report.KindText, Width: 20}}}
	seen := map[string]bool{}
	add := func(word string, state report.State) {
		if id := foldCase(word); word != "" && !seen[id] {
			seen[id] = true
			t.Rows = append(t.Rows, report.Row{Cells: []report.Cell{{Kind: report.KindText, Text: word},
				{Kind: report.KindText, Text: report.StateWord(b.words, state)}}})
		}
	}
	for _, state := range report.States() {
		if state != report.Unrecognised {
			add(report.StateWord(b.words, state), state)
		}
	}
	for i := range b.pack.Positions {
		add(clean(b.pack.Positions[i].Status), b.pack.Positions[i].State)
	}
	return newPage(t)
}
