package proof

import (
	"fmt"
	"slices"
	"strconv"

	"boardpack/report"
	"boardpack/report/proof/sheets"
)

// Check proves files against one figures file in one language.
type Check struct {
	Figures     *Figures
	Words       report.Words // the language that the files are in
	DueSoonDays int          // the template's; 0 where it is not known: the files need only agree on it
	Sections    Sections     // what the template's packs hold
	Unattached  bool         // papers do not carry the figures file
}

// Workbook reads a written workbook back and compares every figure in it with the figures file: the summaries, the
// movement, the trend, every row of the register, every list, and the lines that count. The error names each cell that
// differs, what should be in it and what is.
func Workbook(data, figures []byte, w report.Words) error {
	return Check{Figures: NewFigures(figures), Words: w}.Workbook(data)
}

// Workbook proves a workbook.
func (c Check) Workbook(data []byte) error {
	f, err := c.Figures.read()
	if err != nil {
		return err
	}
	book, err := sheets.Read(data)
	if err != nil {
		return fmt.Errorf("the workbook cannot be read back: %w", err)
	}
	p := newProof(f, c.Words, c.DueSoonDays)
	b := bookProof{proof: p, book: book, sheets: c.Sections.Sheets}
	if p.days == 0 {
		p.days = b.guessDays()
	}
	b.joinLongTexts()
	b.summaries()
	b.history()
	b.lists()
	b.register()
	b.contents()
	b.charts()
	return p.err("the workbook")
}

// bookProof is the proof of a workbook.
type bookProof struct {
	*proof
	book   *sheets.Book
	sheets []string // that the template's workbooks have; none: all
}

// maxDays is how far a template may set "due soon".
const maxDays = 3660

// guessDays reads from the heading of a summary what "due soon" means, for a caller who does not know.
func (b *bookProof) guessDays() int {
	if t := b.book.Tables["Summary_by_theme"]; t != nil {
		return guessDays(b.Words, t.Headings)
	}
	return 0
}

// guessDays finds the number of days with which one of the texts is the name of the figure.
func guessDays(w report.Words, texts []string) int {
	for _, text := range texts {
		for _, run := range numbersIn(text) {
			if n, err := strconv.Atoi(run); err == nil && n <= maxDays && w.Say("figure.due_soon", "Days", n) == text {
				return n
			}
		}
	}
	return 0
}

// table gives a table of the workbook; nil, with a difference where there should be rows, when it has none.
func (b *bookProof) table(name string, rows int) *table {
	t := b.book.Tables[name]
	if t == nil {
		if rows > 0 && has(b.sheets, sheetOf(name)) {
			b.add("workbook", "a table", name, "")
		}
		return nil
	}
	return &table{name: t.Sheet.Name, headings: t.Headings, rows: t.Rows, place: t.Place, stored: true}
}

func (b *bookProof) summaries() {
	for _, s := range []struct {
		table string
		kind  report.GroupKind
	}{{"Summary_by_theme", report.OfThemes}, {"Summary_by_heading", report.OfHeadings}, {"Summary_by_owner", report.OfOwners}, {"Summary_by_source", report.OfSources}} {
		needed := len(b.figures.groups(s.kind))
		if s.kind == report.OfSources && needed < 2 {
			needed = 0
		}
		if t := b.table(s.table, needed); t != nil {
			b.summary(t, s.kind)
		}
	}
}

// history proves movement, changes and trend.
func (b *bookProof) history() {
	if t := b.table("Trend", 1); t != nil {
		b.trend(t)
	}
	if b.figures.Movement == nil {
		return
	}
	if t := b.table("Movement", 1); t != nil {
		b.movement(t, true)
	}
	if t := b.table("Why_figures_moved", len(b.figures.FigureChanges)); t != nil {
		b.figureChanges(t, b.figures.FigureChanges)
	}
	if t := b.table("Restated_figures", 0); t != nil {
		b.restated(t)
	}
	var tables []*table
	if t := b.table("Changes", len(b.figures.Movement.Changes)); t != nil {
		tables = append(tables, t)
	}
	if has(b.sheets, sheetOf("Changes")) {
		b.changes(tables)
	}
}

// lists proves the lists of recommendations and the lines that count them.
func (b *bookProof) lists() {
	all := &b.figures.All
	due := append(slices.Clone(all.Refs[report.Overdue]), all.Refs[report.DueSoon]...)
	if t := b.table("Overdue_and_due_soon", len(due)); t != nil {
		b.listed(t, due, false)
		b.line("Overdue_and_due_soon", b.say("workbook.line.due", "Overdue", all.count(report.Overdue), "DueSoon", all.count(report.DueSoon)))
	}
	if t := b.table("How_long_overdue", 0); t != nil {
		b.ageing(t)
	}
	if t := b.table("How_to_filter", 1); t != nil {
		b.howToFilter(t)
	}
	if t := b.table("Sign_off", all.count(report.AwaitingSignOff)); t != nil {
		b.listed(t, all.Refs[report.AwaitingSignOff], true)
	}
	if t := b.table("Actions", b.figures.actions()); t != nil {
		b.actions(t)
	}
	if t := b.table("Data_quality", len(b.figures.Problems)); t != nil {
		b.number(t.name, "the number of problems", len(b.figures.Problems), len(t.rows))
		b.line("Data_quality", b.say("workbook.line.problems", "Warnings", b.problems(report.Warning), "Notes", b.problems(report.Note)))
	}
}

func (p *proof) problems(level report.Level) int {
	n := 0
	for _, problem := range p.figures.Problems {
		if problem.Level == level {
			n++
		}
	}
	return n
}

// line looks for a line that counts above a table.
func (b *bookProof) line(name, wanted string) {
	t := b.book.Tables[name]
	if above := t.Above(); !slices.Contains(above, wanted) {
		b.add(t.Sheet.Name+", above the table", "the line that counts", wanted, b.linesWithNumbers(above))
	}
}

// linesWithNumbers gives the last line above a table: those that count stand nearest to it.
func (b *bookProof) linesWithNumbers(above []string) string {
	if len(above) == 0 {
		return ""
	}
	return above[len(above)-1]
}

// register proves the Recommendations sheet: every row, and for each figure the rows that a filter shows.
func (b *bookProof) register() {
	t := b.table("Recommendations", len(b.figures.Recommendations))
	if t == nil {
		return
	}
	b.proof.register(t)
	all := &b.figures.All
	b.line("Recommendations", b.say("workbook.line.shown", "Shown", all.count(report.Total), "Total", all.count(report.Total),
		"Complete", all.count(report.FigComplete), "Overdue", all.count(report.Overdue)))
	b.filters(t)
	if cover := b.table("Cover", 1); cover != nil {
		b.cover(cover)
	}
}

// cover proves the as-at date, from which formulas work out what is overdue, and whether the workbook is called a draft.
func (b *bookProof) cover(t *table) {
	for i, row := range t.rows {
		if row[0] == b.Say("cover.as_at") && row[1] != serial(b.figures.AsAt) {
			b.add(t.place(i, 1), "the as-at date", serial(b.figures.AsAt), row[1])
		}
		if wanted, ok := b.draftOrFinal(row[0]); ok && row[1] != wanted {
			b.add(t.place(i, 1), row[0], wanted, row[1])
		}
	}
}

// contents proves the number of rows that the list of sheets gives for each.
func (b *bookProof) contents() {
	t := b.table("Contents", 1)
	if t == nil {
		return
	}
	sheet, rows := t.column(b.Say("workbook.column.sheet")), t.column(b.Say("workbook.column.rows"))
	if sheet < 0 || rows < 0 {
		return
	}
	lengths := map[string]int{}
	for _, other := range b.book.Tables {
		lengths[other.Sheet.Name] = len(other.Rows)
	}
	for i, row := range t.rows {
		if n, ok := lengths[row[sheet]]; ok && row[rows] != strconv.Itoa(n) {
			b.add(t.place(i, rows), "the number of rows of "+row[sheet], strconv.Itoa(n), row[rows])
		}
	}
}

// charts proves that each series of a chart draws the column whose heading is its name, from the first row on.
func (b *bookProof) charts() {
	if t := b.table("Charts", 0); t != nil {
		b.steps(t)
	}
	for i, chart := range b.book.Charts {
		for _, s := range chart.Series {
			if !b.drawsItsColumn(s) {
				b.add(fmt.Sprintf("chart %d", i+1), "the values of "+s.Name, "the column below it", s.Values)
			}
		}
	}
}

func (b *bookProof) drawsItsColumn(s sheets.Series) bool {
	for _, t := range b.book.Tables {
		name, _, named := t.Column(s.Name)
		values, whole, drawn := t.Column(s.Values)
		if named && drawn {
			return name == values && whole
		}
	}
	return false
}
