package workbook

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/master"
)

// TestFiguresFollowTheAsAtDate changes the as-at date in the file, lets LibreOffice recalculate, and compares every figure of
// the summary with a pack that is built for that date.
func TestFiguresFollowTheAsAtDate(t *testing.T) {
	t.Parallel()
	_, template := testWords(t)
	words, _ := testWords(t)
	register := sampleRegister(report.Month{Year: 2023, Month: 9})
	pack, err := report.Build(register, nil, &template.Rules)
	require.NoError(t, err)
	later := sampleRegister(register.Month)
	later.AsAt = register.AsAt.AddDays(100)
	want, err := report.Build(later, nil, &template.Rules)
	require.NoError(t, err)

	serial := func(d report.Date) string { return fmt.Sprintf("<v>%d</v>", d.DaysSince(dayZero())) }
	changed := replaceInPart(t, written(t, pack, words), "xl/worksheets/sheet1.xml", serial(register.AsAt), serial(later.AsAt))
	cells := rawCells(t, recalculated(t, changed))
	p := arranged(pack, words).page(summaryID(report.OfThemes))
	for r := range want.Themes {
		for _, figure := range report.Figures() {
			place := p.on.name + "!" + cellName(p.column(string(figure.Name))+1, p.grid.row(r))
			assert.Equal(t, fmt.Sprint(want.Themes[r].N(figure.Name)), cells[place], "%s of %s", figure.Name, want.Themes[r].ID)
		}
	}
	assert.NotEqual(t, want.All.N(report.Overdue), pack.All.N(report.Overdue))
	assert.Contains(t, cells[p.on.name+"!A3"], words.Date(later.AsAt))
}

// TestShownFollowsTheFilter hides rows, as a filter does, and reads what the line above the table then counts.
func TestShownFollowsTheFilter(t *testing.T) {
	t.Parallel()
	pack, words := samplePack(t)
	b := arranged(pack, words)
	p := b.page(idRecommendations)
	sheet := slices.Index(b.tabs, p.on) + 1
	require.Positive(t, sheet)
	book := written(t, pack, words)
	for r, row := range p.table.Rows {
		if key := row.Key; key != "2" && key != "4" && key != "13" {
			n := fmt.Sprintf(`<row r="%d"`, p.grid.row(r))
			book = replaceInPart(t, book, fmt.Sprintf("xl/worksheets/sheet%d.xml", sheet), n, n+` hidden="1"`)
		}
	}
	cells := rawCells(t, recalculated(t, book))
	want := words.Say("workbook.line.shown", "Shown", 3, "Total", 10, "Complete", 1, "Overdue", 2)
	var line []string // the cells of the one row above the table
	for c := range p.table.Columns {
		line = append(line, cells[p.on.name+"!"+cellName(c+1, 1)])
	}
	assert.Contains(t, line, want)
}

// TestReadAsMaster takes the workbook as the next master, and finds the same figures.
func TestReadAsMaster(t *testing.T) {
	t.Parallel()
	words, template := testWords(t)
	sample := sampleRegister(report.Month{Year: 2023, Month: 9})
	for i := range sample.Recommendations { // a reader takes the theme of its heading for what has none
		if len(sample.Recommendations[i].Themes) == 0 {
			sample.Recommendations[i].Heading = "Services"
		}
	}
	pack, err := report.Build(sample, nil, &template.Rules)
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "stalking-harassment.xlsx")
	require.NoError(t, os.WriteFile(path, written(t, pack, words), 0o644))
	register, err := master.Read(path, master.Options{Month: pack.Month, Vocabulary: &template.Vocabulary, Rules: &template.Rules})
	require.NoError(t, err)
	again, err := report.Build(register, nil, &template.Rules)
	require.NoError(t, err)
	require.Len(t, again.Positions, len(pack.Positions))
	for _, figure := range report.Figures() {
		assert.Equal(t, pack.All.Keys(figure.Name), again.All.Keys(figure.Name), figure.Name)
		for i := range pack.Themes {
			assert.Equal(t, pack.Themes[i].Keys(figure.Name), again.Themes[i].Keys(figure.Name), "%s of %s", figure.Name, pack.Themes[i].ID)
		}
	}
}

// TestPlacesNamedInFormulasExist: every table and column that a formula names is in the workbook.
func TestPlacesNamedInFormulasExist(t *testing.T) {
	t.Parallel()
	pack, words := samplePack(t)
	b := arranged(pack, words)
	known := map[string]bool{}
	for _, p := range b.pages {
		for _, c := range p.table.Columns {
			known[p.name+"["+escapeHeading(c.Heading)+"]"] = true
		}
	}
	named := regexp.MustCompile(`([A-Z]\w+)\[(?:\[#This Row\],\[([^\]]+)\]|([^\[\]]+))\]`)
	for _, p := range b.pages {
		for r := range p.table.Rows {
			for _, column := range p.table.Columns {
				if p.live == nil {
					continue
				}
				for _, m := range named.FindAllStringSubmatch(p.live(r, column), -1) {
					assert.True(t, known[m[1]+"["+m[2]+m[3]+"]"], strings.Join(m, " "))
				}
			}
		}
	}
}
