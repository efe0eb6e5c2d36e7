package workbook

import (
	"slices"
	"strings"

	"boardpack/report"
)

// recommendationsPage is the table that staff filter and that all figures count: every recommendation, all columns. Those
// that a meeting needs stand first and are the ones printed; the PDF holds the register whole.
func recommendationsPage(b *book) *page {
	t := b.pack.RegisterTable(b.words)
	signOff, _ := b.pack.SignOffRecorded()
	front := []string{"key", string(report.FieldTheme), string(report.FieldRecommendation), string(report.FieldOwner), "standing", "rag",
		string(report.FieldOriginalDue), string(report.FieldDue), "days_late", string(report.FieldProgress)}
	ids := slices.Clone(front)
	for _, c := range t.Columns {
		// An empty sign-off column in a workbook that becomes the next master would make all that is complete await sign-off.
		if !slices.Contains(front, c.ID) && (signOff || c.ID != string(report.FieldSignOff)) {
			ids = append(ids, c.ID)
		}
	}
	p := newPage(reorder(t, ids))
	p.filter, p.frozen, p.blanks, p.printed = true, 1, true, len(front)
	r := &register{book: b, page: p}
	p.live, p.down, p.counts, p.lists = r.formula, r.formulas, r.shown, r.dropDowns()
	p.slicers = []slicer{{string(report.FieldTheme), 2}, {"standing", 2}, {"rag", 1}, {string(report.FieldOwner), 2}}
	return p
}

// reorder keeps the columns of the ids, in their order, as Select of the table does, but without a second copy of the rows.
func reorder(t report.Table, ids []string) report.Table {
	columns, from := make([]report.Column, len(ids)), make([]int, len(ids))
	for i, id := range ids {
		from[i] = slices.IndexFunc(t.Columns, func(c report.Column) bool { return c.ID == id })
		columns[i] = t.Columns[from[i]]
	}
	scratch := make([]report.Cell, len(t.Columns))
	for r := range t.Rows {
		cells := t.Rows[r].Cells
		copy(scratch, cells)
		for i, c := range from {
			cells[i] = scratch[c]
		}
		t.Rows[r].Cells = cells[:len(from)]
	}
	t.Columns = columns
	return t
}

// register is the page of the recommendations, with the formulas of its columns. They follow when a status, a scope, a
// sign-off or a date is changed in a copy.
type register struct {
	*book
	page *page
	made map[string]string // the formula of each column, the same in every row
	// The places of the columns that decide whether a row has formulas.
	status, meant int
	days          map[string][]int  // by column: those that its formula reckons with
	found         map[string]string // by the folded status: the state that the sheet of status words has for it
}

// formula gives the column's formula, or none where the row holds something that Excel cannot reckon with: a status that
// MATCH takes for a pattern, or for one that differs in capitals alone and means another state; a date before 1900.
func (r *register) formula(row int, column report.Column) string {
	if r.made == nil {
		r.made = r.formulas()
		r.status, r.meant = r.page.column(string(report.FieldStatus)), r.page.column("state")
		r.days = r.daysOf()
		r.found = r.statusWords()
	}
	formula := r.made[column.ID]
	if formula == "" {
		return ""
	}
	cells := r.page.table.Rows[row].Cells
	if column.ID == "state" {
		status := cells[r.status].Text
		if strings.ContainsAny(status, "*?~") || unitCount(status) > 255 || status != "" && r.found[foldCase(clean(status))] != cells[r.meant].Text {
			return ""
		}
	}
	for _, day := range r.days[column.ID] {
		if !storable(cells[day]) {
			return ""
		}
	}
	return formula
}

// daysOf gives the columns of days that each formula reckons with.
func (r *register) daysOf() map[string][]int {
	due := []int{r.page.column(string(report.FieldDue)), r.page.column(string(report.FieldOriginalDue))}
	out := map[string][]int{"slip": due, "days_late": due}
	for _, rule := range r.pack.Figures() {
		plan := r.pack.Plan(rule.Name)
		if !plan.Marked {
			continue
		}
		out[string(rule.Name)] = due
		for _, ask := range plan.Asks {
			if c := r.page.column(ask.About.Column(r.pack.Rules)); onDay(ask.Condition) && !slices.Contains(due, c) {
				out[string(rule.Name)] = append(slices.Clip(due), c)
			}
		}
	}
	return out
}

// statusWords gives what the sheet of status words has for each status.
func (r *register) statusWords() map[string]string {
	out := map[string]string{}
	for _, row := range r.book.page(idStatusWords).table.Rows {
		out[foldCase(row.Cells[0].Text)] = row.Cells[1].Text
	}
	return out
}

func (r *register) formulas() map[string]string {
	due, original := r.this(report.FieldDue), r.this(report.FieldOriginalDue)
	basis := r.page.this(string(r.pack.Rules.OverdueBy))
	out := map[string]string{
		"state":     r.state(),
		"standing":  r.standing(),
		"slip":      "IF(" + due + `="","",IF(` + original + `="",0,` + due + "-" + original + "))",
		"days_late": "IF(" + r.marked(report.Overdue) + "," + asAtName + "-" + basis + `,"")`,
	}
	for _, rule := range r.pack.Figures() {
		if plan := r.pack.Plan(rule.Name); plan.Marked {
			out[string(rule.Name)] = r.mark(plan)
		}
	}
	return out
}

func (r *register) this(f report.Field) string { return r.page.this(string(f)) }

// state looks the status up in the table of status words.
func (r *register) state() string {
	words := r.book.page(idStatusWords)
	return "IFERROR(INDEX(" + words.ref("state") + ",MATCH(" + r.this(report.FieldStatus) + "," + words.ref("word") + ",0))," +
		quote(report.StateWord(r.words, report.Unrecognised)) + ")"
}

// shown is the line that counts what the filters show. SUBTOTAL sees one row at a time through OFFSET, so that the second
// condition can be laid over it; a helper column would do, but Excel takes a column of SUBTOTALs for a totals row and
// stops filtering the last one.
func (r *register) shown() []line {
	all := &r.pack.All
	key := r.page.ref("key")
	visible := "SUBTOTAL(103,OFFSET(" + key + ",ROW(" + key + ")-MIN(ROW(" + key + ")),0,1))"
	among := func(column, word string) string {
		return "SUMPRODUCT(" + visible + "*(" + r.page.ref(column) + "=" + quote(word) + "))"
	}
	total := all.N(report.Total)
	return []line{r.sentence("workbook.line.shown",
		part{"Shown", "SUBTOTAL(103," + key + ")", total}, part{"Total", "COUNTA(" + key + ")", total},
		part{"Complete", among("standing", report.StandingWord(r.words, report.StandComplete)), all.N(report.FigComplete)},
		part{"Overdue", among("overdue", r.words.Say("value.yes")), all.N(report.Overdue)})}
}

// dropDowns are the lists of the columns that staff edit in a copy.
func (r *register) dropDowns() map[string]list {
	var states, signOffs, scopes, themes []string
	for _, s := range report.States() {
		if s != report.Unrecognised {
			states = append(states, report.StateWord(r.words, s))
		}
	}
	for _, s := range report.SignOffs() {
		signOffs = append(signOffs, report.SignOffWord(r.words, s))
	}
	if _, all := r.pack.SignOffRecorded(); !all {
		signOffs = append(signOffs, r.words.Say("sign_off.none"))
	}
	for _, s := range report.Scopes() {
		scopes = append(scopes, report.ScopeWord(r.words, s))
	}
	for i := range r.pack.Themes {
		themes = append(themes, r.pack.GroupName(r.words, &r.pack.Themes[i]))
	}
	lists := map[string]list{
		string(report.FieldStatus):  {words: states},
		string(report.FieldScope):   {words: scopes, strict: true},
		string(report.FieldSignOff): {words: signOffs, strict: true},
		string(report.FieldTheme):   {words: themes},
	}
	for id, l := range lists {
		if joined := strings.Join(l.words, ","); unitCount(joined) > 255 || strings.Count(joined, ",") != len(l.words)-1 {
			delete(lists, id) // Excel's lists hold 255 characters, parted by commas
		}
	}
	return lists
}
