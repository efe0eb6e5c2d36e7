package workbook

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/excerpt"
	"boardpack/report/figurerule"
	"boardpack/report/figuresjson"
	"boardpack/report/master"
)

// inputPacks builds the masters of the last month of the sample in input, with the months before.
func inputPacks(t *testing.T) map[string]*report.Pack {
	_, template := testWords(t)
	paths, err := filepath.Glob("../../input/2023-0[0-9]/*.xlsx")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	registers, packs := map[string][]*report.Register{}, map[string]*report.Pack{}
	for _, path := range paths {
		month, err := dates.ParseMonth(filepath.Base(filepath.Dir(path)))
		require.NoError(t, err)
		register, err := master.Read(path, master.Options{Month: month, Vocabulary: &template.Vocabulary, Rules: &template.Rules})
		require.NoError(t, err)
		name := filepath.Base(path)
		packs[month.String()+" "+name], err = report.Build(register, registers[name], &template.Rules)
		require.NoError(t, err)
		registers[name] = append(registers[name], register)
	}
	return packs
}

// refsOf reads the keys behind each figure of each group of a kind from figures.json.
func refsOf(t *testing.T, pack *report.Pack, words report.Words, kind report.GroupKind) []map[report.Figure][]string {
	data, err := figuresjson.Write(pack, words)
	require.NoError(t, err)
	var file map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(data, &file))
	type group struct{ Refs map[report.Figure][]string }
	var groups []group
	require.NoError(t, json.Unmarshal(file[string(kind)], &groups))
	var all group
	require.NoError(t, json.Unmarshal(file["all"], &all))
	var out []map[report.Figure][]string
	for _, g := range append(groups, all) { // the last row of a summary is the whole
		out = append(out, g.Refs)
	}
	return out
}

// TestFiltersShowTheRowsOfTheFigures applies the filter that each figure of each summary names to the Recommendations sheet of
// the written file, and compares the keys of the rows left with those in figures.json.
func TestFiltersShowTheRowsOfTheFigures(t *testing.T) {
	t.Parallel()
	words, _ := testWords(t)
	packs := inputPacks(t)
	packs["sample"], _ = samplePack(t)
	for name, pack := range packs {
		t.Run(name, func(t *testing.T) {
			b := arranged(pack, words)
			f := opened(t, written(t, pack, words))
			all := b.page(idRecommendations)
			rows, err := f.GetRows(all.on.name)
			require.NoError(t, err)
			rows = rows[all.grid.header:]
			for _, kind := range []report.GroupKind{report.OfThemes, report.OfHeadings, report.OfOwners, report.OfSources} {
				p := b.page(summaryID(kind))
				if p == nil {
					continue
				}
				s := &summary{book: b, page: p, kind: kind}
				for r, refs := range refsOf(t, pack, words, kind) {
					for _, figure := range report.Figures() {
						filter := b.filterOf(figure.Name, s.group(r))
						if !filter.Exact && asksOfSignOff(figure) && all.column(string(report.FieldSignOff)) < 0 {
							assert.Empty(t, refs[figure.Name], "%s, which the sheet has no column for", figure.Name)
							continue
						}
						require.True(t, filter.Exact, "no filter shows %s of row %d of %s", figure.Name, r, p.on.name)
						assert.Equal(t, refs[figure.Name], keysShown(all, rows, filter), "%s: %s", p.on.name, filter.Sentence(words))
						assertNamed(t, f.GetCellHyperLink, p, r, figure.Name, filter.Sentence(words))
					}
				}
			}
		})
	}
}

// asksOfSignOff tells of a figure that counts by what the issuer says.
func asksOfSignOff(rule report.FigureRule) bool {
	return slices.ContainsFunc(rule.Conditions, func(c report.Condition) bool { return c.About == report.AboutSignOff })
}

// keysShown gives the keys of the rows that a filter leaves.
func keysShown(all *page, rows [][]string, filter figurerule.Filter) []string {
	var keys []string
	for _, row := range rows {
		shown := true
		for _, c := range filter.Choices {
			text := ""
			if i := all.column(c.Column); i < len(row) {
				text = row[i]
			}
			shown = shown && c.Shows(text)
		}
		if shown {
			keys = append(keys, row[0])
		}
	}
	return keys
}

// assertNamed: a figure that is not zero leads to the Recommendations sheet, and its tip says the filter.
func assertNamed(t *testing.T, linkOf func(sheet, cell string) (bool, string, error), p *page, row int, f report.Figure, tip string) {
	column := p.table.Columns[p.column(string(f))]
	linked, _, err := linkOf(p.on.name, cellName(p.column(string(f))+1, p.grid.row(row)))
	require.NoError(t, err)
	assert.Equal(t, p.table.Rows[row].Cells[p.column(string(f))].N > 0, linked)
	if linked {
		assert.Equal(t, excerpt.Shorten(tip, maxTip), p.links(row, column).tip)
	}
}

// TestFilterThatDoesNotShowTheRows: what no filter shows exactly is said to be so.
func TestFilterThatDoesNotShowTheRows(t *testing.T) {
	t.Parallel()
	pack, words := samplePack(t)
	b := arranged(pack, words)
	sentence := b.filterOf(report.Overdue, members{choice: &figurerule.Choice{}, exact: false}).Sentence(words)
	assert.Equal(t, words.Say("filter.none"), sentence)
}
