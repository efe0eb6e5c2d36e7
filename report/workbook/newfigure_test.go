package workbook

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/reporttest"
	"boardpack/templates"
)

// This file adds figures to the list, by their entry and their name alone, and looks for each in all that a pack says of a figure.

// setting is one way in which a template counts.
type setting struct {
	basis  report.DueBasis
	policy report.SignOffPolicy
	// signOff tells for which rows the master records sign-off.
	signOff func(i int) bool
}

// settings are both dates that may decide, and every way in which sign-off may be recorded.
func settings() map[string]setting {
	out := map[string]setting{}
	every, none, some := func(int) bool { return true }, func(int) bool { return false }, func(i int) bool { return i%2 == 0 }
	for _, basis := range []report.DueBasis{report.ByDue, report.ByOriginalDue} {
		out[string(basis)+", sign-off of all"] = setting{basis, report.SignOffRequired, every}
		out[string(basis)+", sign-off of some"] = setting{basis, report.SignOffWhenPresent, some}
		out[string(basis)+", no sign-off"] = setting{basis, report.SignOffIgnored, none}
	}
	return out
}

// madeUpPack is the sample with the made-up figures counted, and something behind each of them.
func madeUpPack(t *testing.T, s setting, asAt report.Date) (*report.Pack, report.Words) {
	words, template := testWords(t)
	return buildMadeUp(t, template, s, asAt), reporttest.Named{Words: words, Figures: reporttest.MadeUps()}
}

func buildMadeUp(t *testing.T, template *templates.Template, s setting, asAt report.Date) *report.Pack {
	rules := template.Rules
	rules.OverdueBy, rules.SignOff, rules.Figures = s.basis, s.policy, reporttest.Figures(reporttest.MadeUps())
	month := report.Month{Year: 2023, Month: time.September}
	register := madeUpRegister(month, s)
	if !asAt.IsZero() {
		register.AsAt = asAt
	}
	before := madeUpRegister(report.Month{Year: 2023, Month: time.August}, s)
	pack, err := report.Build(register, []*report.Register{before}, &rules)
	require.NoError(t, err)
	return pack
}

func madeUpRegister(month report.Month, s setting) *report.Register {
	register := sampleRegister(month)
	rows := register.Recommendations
	rows[2].Priority, rows[5].Priority = "high", "Low"
	rows[0].Owner, rows[5].Scope = "", report.Joint
	rows[4].SignOff = report.Refused
	rows[0].OriginalDue, rows[6].Due = day(2023, time.June, 30), day(2023, time.August, 1)
	for i := range rows {
		rows[i].Updated = month.LastDay().AddDays(-10 * i)
		if !s.signOff(i) {
			rows[i].SignOff = report.NoSignOff
		}
	}
	rows[3].Updated = report.Date{}
	return register
}

// figureOf gives the whole and the themes, each with the test of who is in it.
func figureOf(pack *report.Pack) map[*report.Group]func(p *report.Position) bool {
	out := map[*report.Group]func(p *report.Position) bool{&pack.All: func(*report.Position) bool { return true }}
	for i := range pack.Themes {
		id := pack.Themes[i].ID
		out[&pack.Themes[i]] = func(p *report.Position) bool { return p.GroupThemes[0] == id }
	}
	return out
}

// TestANewFigureIsCounted compares the keys behind each made-up figure with a count of the rows by hand.
func TestANewFigureIsCounted(t *testing.T) {
	t.Parallel()
	seen := map[report.Figure]bool{}
	for name, s := range settings() {
		pack, _ := madeUpPack(t, s, report.Date{})
		for group, member := range figureOf(pack) {
			for _, f := range reporttest.MadeUps() {
				var want []string
				for i := range pack.Positions {
					if p := &pack.Positions[i]; member(p) && f.Counts(reporttest.State(p, pack)) {
						want = append(want, p.Key)
					}
				}
				assert.Equal(t, want, group.Keys(f.Rule.Name), "%s: %s of %s", name, f.Rule.Name, group.ID)
				seen[f.Rule.Name] = seen[f.Rule.Name] || len(want) > 0 && len(want) < group.N(report.Total)
			}
		}
	}
	for _, f := range reporttest.MadeUps() {
		assert.True(t, seen[f.Rule.Name], "the sample has something to count as %s, and something not", f.Rule.Name)
	}
}

// TestANewFigureHasItsFilter applies the filter that the written workbook names to its rows.
func TestANewFigureHasItsFilter(t *testing.T) {
	t.Parallel()
	for name, s := range settings() {
		t.Run(name, func(t *testing.T) {
			pack, words := madeUpPack(t, s, report.Date{})
			b := arranged(pack, words)
			file := opened(t, written(t, pack, words))
			all, listed := b.page(idRecommendations), b.page("notes")
			rows, err := file.GetRows(all.on.name)
			require.NoError(t, err)
			said := map[string]string{}
			for _, row := range listed.table.Rows {
				if row.Cells[0].Text == words.Say("workbook.filters.title") {
					said[row.Cells[1].Text] = row.Cells[2].Text
				}
			}
			for _, f := range reporttest.MadeUps() {
				filter := b.filterOf(f.Rule.Name, members{exact: true})
				if some, _ := pack.SignOffRecorded(); f.Rule.Name == "made_up_refused" && !some {
					continue // the sheet has no column of what no master records
				}
				assert.True(t, filter.Exact, "%s", f.Rule.Name)
				assert.Equal(t, pack.All.Keys(f.Rule.Name), keysShown(all, rows[all.grid.header:], filter), "%s: %s", f.Rule.Name, filter.Sentence(words))
				assert.Equal(t, filter.Sentence(words), said[f.Name], "on the sheet of notes")
			}
		})
	}
}

// TestTheFilterOfANewFigureInWords keeps what a reader is told to choose.
func TestTheFilterOfANewFigureInWords(t *testing.T) {
	t.Parallel()
	pack, words := madeUpPack(t, settings()["due, sign-off of all"], report.Date{})
	b := arranged(pack, words)
	for figure, want := range map[report.Figure]string{
		"made_up_with_date":       "On the sheet Recommendations, choose Counted as: In progress, Not started or Status not recognised and Due: all but (Blanks).",
		"made_up_needs_attention": "On the sheet Recommendations, choose Needs attention: Yes.",
		"made_up_in_hand":         "On the sheet Recommendations, choose Counted as: Complete, Awaiting sign-off, In progress, Not started or Status not recognised and Needs attention: No.",
		"made_up_due_then":        "On the sheet Recommendations, choose Counted as: In progress, Not started or Status not recognised, Due: all but (Blanks), Overdue: No and Due soon: No.",
		"made_up_urgent":          "On the sheet Recommendations, choose Counted as: In progress, Not started or Status not recognised, Overdue: Yes and Priority: High.",
		"made_up_not_updated":     "On the sheet Recommendations, choose Not updated: Yes.",
	} {
		assert.Equal(t, want, b.filterOf(figure, members{exact: true}).Sentence(words))
	}
}

// TestANewFigureIsLive lets LibreOffice recalculate the workbook as it is, and with another as-at date: every made-up figure of every
// theme is then that of a pack which is built for that date.
func TestANewFigureIsLive(t *testing.T) {
	t.Parallel()
	needsLibreOffice(t)
	books := map[string][]byte{}
	wanted := map[string]*report.Pack{}
	_, template := testWords(t)
	for name, s := range settings() {
		pack, words := madeUpPack(t, s, report.Date{})
		later := pack.AsAt.AddDays(75)
		book := written(t, pack, words)
		serial := func(d report.Date) string { return fmt.Sprintf("<v>%d</v>", d.DaysSince(dayZero())) }
		books[name], wanted[name] = book, pack
		books[name+", later"] = replaceInPart(t, book, "xl/worksheets/sheet1.xml", serial(pack.AsAt), serial(later))
		wanted[name+", later"] = buildMadeUp(t, template, s, later)
	}
	english, _ := testWords(t)
	words := reporttest.Named{Words: english, Figures: reporttest.MadeUps()}
	moved := 0
	for name, saved := range allRecalculated(t, books) {
		pack, cells := wanted[name], rawCells(t, saved)
		p := arranged(pack, words).page(summaryID(report.OfThemes))
		for r := range pack.Themes {
			for _, figure := range pack.Figures() {
				place := p.on.name + "!" + cellName(p.column(string(figure.Name))+1, p.grid.row(r))
				assert.Equal(t, fmt.Sprint(pack.Themes[r].N(figure.Name)), cells[place], "%s: %s of %s", name, figure.Name, pack.Themes[r].ID)
			}
		}
		if before := wanted[strings.TrimSuffix(name, ", later")]; before.All.N("made_up_needs_attention") != pack.All.N("made_up_needs_attention") {
			moved++
		}
	}
	assert.NotZero(t, moved, "another day, other figures")
}

// TestANewFigureHasItsFormulas: the cells of a summary and of the Yes/No columns are formulas, where a test above cannot recalculate.
func TestANewFigureHasItsFormulas(t *testing.T) {
	t.Parallel()
	pack, words := madeUpPack(t, settings()["due, sign-off of all"], report.Date{})
	b := arranged(pack, words)
	summary, all := b.page(summaryID(report.OfThemes)), b.page(idRecommendations)
	marks := map[string]string{
		"made_up_needs_attention": `IF(AND(OR(` + stands(all, "In progress", "Not started", "Status not recognised") + `),OR(` + all.this("overdue") + `="Yes",AND(OR(` + stands(all, "In progress", "Not started", "Status not recognised") + `),` +
			all.this("due") + `=""))),"Yes","No")`,
		"made_up_long_overdue": `IF(AND(OR(` + stands(all, "In progress", "Not started", "Status not recognised") + `),N(` + all.this("due") + `)>0,` +
			all.this("due") + `<As_at_date-30),"Yes","No")`,
	}
	for _, f := range reporttest.MadeUps() {
		column := content.Column{ID: string(f.Rule.Name), Kind: content.KindCount}
		assert.NotEmpty(t, summary.live(0, column), f.Rule.Name)
		if want, ok := marks[column.ID]; ok {
			assert.Equal(t, want, all.live(0, column))
		}
	}
	marked := marksOf(pack, all)
	assert.Subset(t, marked, []string{"overdue", "due_soon"})
	ours := func(name string) bool { return !strings.HasPrefix(name, "made_up_") }
	assert.Equal(t, []string{"made_up_needs_attention", "made_up_long_overdue", "made_up_not_updated"}, slices.DeleteFunc(marked, ours))
}

func stands(p *page, words ...string) string {
	var tests []string
	for _, word := range words {
		tests = append(tests, p.this("standing")+"="+quote(word))
	}
	return strings.Join(tests, ",")
}

// marksOf lists the figures that have a Yes/No column.
func marksOf(pack *report.Pack, all *page) []string {
	var found []string
	for _, rule := range pack.Figures() {
		if name := string(rule.Name); all.column(name) >= 0 {
			found = append(found, name)
		}
	}
	return found
}
