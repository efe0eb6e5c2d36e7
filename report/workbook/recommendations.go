package workbook

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/excerpt"
	"boardpack/report/named"
)

// recommendationsPage is the table that staff filter and that all figures count: every recommendation, all columns. Those
// that a meeting needs stand first and are the ones printed; the PDF holds the register whole.
func recommendationsPage(b *book, s *content.Part) *page {
	p := b.newPage(s)
	p.filter, p.frozen, p.blanks, p.printed = true, true, true, p.column(string(report.FieldProgress))+1
	r := &register{book: b, page: p}
	p.live, p.down, p.lists = r.formula, r.formulas, r.dropDowns()
	p.grouped = groupsOf(&p.table, p.printed)
	return p
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
func (r *register) formula(row int, column content.Column) string {
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
		if strings.ContainsAny(status, "*?~") || excerpt.Units(status) > 255 || status != "" && r.found[content.FoldCase(content.Clean(status))] != cells[r.meant].Text {
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
		out[content.FoldCase(row.Cells[0].Text)] = row.Cells[1].Text
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
		quote(named.State(r.words, report.Unrecognised)) + ")"
}

// dropDowns are the lists of the columns that staff edit in a copy.
func (r *register) dropDowns() map[string]list {
	var states, signOffs, scopes []string
	for _, s := range report.States() {
		if s != report.Unrecognised {
			states = append(states, named.State(r.words, s))
		}
	}
	for _, s := range report.SignOffs() {
		signOffs = append(signOffs, named.SignOff(r.words, s))
	}
	if _, all := r.pack.SignOffRecorded(); !all {
		signOffs = append(signOffs, r.words.Say("sign_off.none"))
	}
	for _, s := range report.Scopes() {
		scopes = append(scopes, named.Scope(r.words, s))
	}
	lists := map[string]list{
		string(report.FieldStatus):  {words: states},
		string(report.FieldScope):   {words: scopes, strict: true},
		string(report.FieldSignOff): {words: signOffs, strict: true},
	}
	lists[string(report.FieldTheme)] = list{of: idThemeList}
	for id, l := range lists {
		if joined := strings.Join(l.words, ","); l.of == "" && (excerpt.Units(joined) > 255 || strings.Count(joined, ",") != len(l.words)-1) {
			delete(lists, id) // Excel's lists hold 255 characters, parted by commas
		}
	}
	return lists
}
