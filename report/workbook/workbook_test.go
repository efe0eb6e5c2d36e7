package workbook

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/excerpt"
)

func written(t testing.TB, pack *report.Pack, words report.Words) []byte {
	var out bytes.Buffer
	require.NoError(t, Write(&out, pack, content.Of(pack, words, nil), words, Options{}))
	return out.Bytes()
}

// arranged gives the pages of a pack as they will be drawn.
func arranged(pack *report.Pack, words report.Words) *book {
	b := newBook(pack, content.Of(pack, words, nil), words, Options{})
	b.makePages(b.doc.Sheets)
	b.continueLongTexts()
	b.arrange()
	return b
}

func opened(t testing.TB, data []byte) *excelize.File {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

func packsToTest() map[string]func(testing.TB) (*report.Pack, report.Words) {
	return map[string]func(testing.TB) (*report.Pack, report.Words){"sample": samplePack, "restated": restatedPack, "extreme": extremePack}
}

func TestSameBytes(t *testing.T) {
	t.Parallel()
	pack, words := samplePack(t)
	first := written(t, pack, words)
	for range 20 {
		require.True(t, bytes.Equal(first, written(t, pack, words)))
	}
}

// TestEverySheetHoldsItsTable reads every sheet back and compares it with the page that it was made of.
func TestEverySheetHoldsItsTable(t *testing.T) {
	t.Parallel()
	for name, make := range packsToTest() {
		t.Run(name, func(t *testing.T) {
			pack, words := make(t)
			b := arranged(pack, words)
			f := opened(t, written(t, pack, words))
			var tabs []string
			for _, tab := range b.tabs {
				tabs = append(tabs, tab.name)
			}
			for _, p := range b.pages {
				rows, err := f.GetRows(p.on.name, excelize.Options{RawCellValue: true})
				require.NoError(t, err)
				assertHolds(t, p, rows)
			}
			assert.Equal(t, tabs, f.GetSheetList())
		})
	}
}

func assertHolds(t *testing.T, p *page, rows [][]string) {
	at := func(r, c int) string {
		if r-1 < len(rows) && c-1 < len(rows[r-1]) {
			return rows[r-1][c-1]
		}
		return ""
	}
	if !p.on.thin {
		assert.Equal(t, content.Clean(p.title), at(p.grid.top, 1), p.on.name)
	}
	if !p.on.thin && p.purpose != "" {
		assert.Equal(t, content.Clean(p.purpose), at(p.grid.top+1, 1), p.on.name)
	}
	if len(p.table.Rows) == 0 {
		assert.Equal(t, p.table.Empty.Plain(), at(p.grid.header, 1), p.on.name)
		return
	}
	for c, column := range p.table.Columns {
		assert.Equal(t, column.Heading, at(p.grid.header, c+1), p.on.name)
		for r, row := range p.table.Rows {
			want := ""
			if v := value(row.Cells[c], p.blanks); v != nil {
				want = fmt.Sprint(v)
			}
			assert.Equal(t, want, at(p.grid.row(r), c+1), "%s row %d column %s", p.on.name, r, column.Heading)
		}
	}
}

// TestFigures holds the cells of the summaries to the figures of the pack, by the names that both have.
func TestFiguresOfSummaries(t *testing.T) {
	t.Parallel()
	pack, words := samplePack(t)
	b := arranged(pack, words)
	f := opened(t, written(t, pack, words))
	for _, kind := range []report.GroupKind{report.OfThemes, report.OfHeadings, report.OfOwners} {
		p := b.page(summaryID(kind))
		for r := range pack.Groups(kind) {
			group := &pack.Groups(kind)[r]
			for _, figure := range report.Figures() {
				cell, err := f.GetCellValue(p.on.name, cellName(p.column(string(figure.Name))+1, p.grid.row(r)), excelize.Options{RawCellValue: true})
				require.NoError(t, err)
				assert.Equal(t, fmt.Sprint(group.N(figure.Name)), cell, "%s of %s", figure.Name, group.ID)
			}
		}
	}
}

// TestFiguresAreFormulas: every figure of a summary is a formula, unless its group's name is one that COUNTIFS cannot compare.
func TestFiguresAreFormulas(t *testing.T) {
	t.Parallel()
	pack, words := samplePack(t)
	b := arranged(pack, words)
	f := opened(t, written(t, pack, words))
	for _, p := range b.pages {
		if !strings.HasPrefix(p.id, "summary_") {
			continue
		}
		for r := range p.table.Rows {
			for c, column := range p.table.Columns[2:] {
				formula, err := f.GetCellFormula(p.on.name, cellName(c+3, p.grid.row(r)))
				require.NoError(t, err)
				assert.NotEmpty(t, formula, "%s %s %s", p.on.name, p.table.Rows[r].Cells[0].Text, column.ID)
			}
		}
	}
}

// TestLayout holds every sheet to the rules of the Analysis Function's guidance that a program can check.
func TestLayout(t *testing.T) {
	t.Parallel()
	for name, make := range packsToTest() {
		t.Run(name, func(t *testing.T) {
			pack, words := make(t)
			b := arranged(pack, words)
			f := opened(t, written(t, pack, words))
			assert.Equal(t, 0, f.GetActiveSheetIndex())
			for _, tab := range b.tabs {
				wanted, found := map[string]string{}, map[string]string{}
				for _, p := range tab.pages {
					assertLayout(t, f, p)
					if p.name != "" {
						wanted[p.name] = p.tableRange()
					}
				}
				tables, err := f.GetTables(tab.name)
				require.NoError(t, err)
				for _, table := range tables {
					found[table.Name] = table.Range
				}
				assert.Equal(t, wanted, found, tab.name)
			}
		})
	}
}

func assertLayout(t *testing.T, f *excelize.File, p *page) {
	merged, err := f.GetMergeCells(p.on.name)
	require.NoError(t, err)
	assert.Empty(t, merged, p.on.name)
	layout, err := f.GetPageLayout(p.on.name)
	require.NoError(t, err)
	assert.Equal(t, "landscape", *layout.Orientation)
	assert.Equal(t, 9, *layout.Size)
	assert.Equal(t, 1, *layout.FitToWidth)
	assert.LessOrEqual(t, excerpt.Units(p.on.name), 31)
	headings := map[string]bool{}
	for c, column := range p.table.Columns {
		assert.NotEmpty(t, column.Heading, "%s column %d", p.on.name, c)
		assert.False(t, headings[strings.ToLower(column.Heading)], "%s: %s twice", p.on.name, column.Heading)
		headings[strings.ToLower(column.Heading)] = true
	}
	for r, row := range p.table.Rows {
		blank := true
		for _, cell := range row.Cells {
			blank = blank && value(cell, p.blanks) == nil
		}
		assert.False(t, blank, "%s row %d is blank", p.on.name, r)
	}
}

// TestLongTextsAreContinued: what a cell cannot hold stands on the sheet of long texts, whole when put together.
func TestLongTextsAreContinued(t *testing.T) {
	t.Parallel()
	pack, words := extremePack(t)
	b := arranged(pack, words)
	rest := b.page("long_texts")
	require.NotNil(t, rest)
	all := b.page(idRecommendations)
	response := all.column(string(report.FieldResponse))
	mark := " " + words.Say("workbook.long_texts.mark")
	for _, row := range []int{1, 2} {
		cut := all.table.Rows[row].Cells[response].Text
		assert.LessOrEqual(t, excerpt.Units(cut), maxCell)
		whole := strings.TrimSuffix(cut, mark)
		for _, part := range rest.table.Rows {
			if part.Key == all.table.Rows[row].Key {
				whole += part.Cells[4].Text
			}
		}
		assert.Equal(t, pack.Positions[row].Response["en"], whole)
	}
	listed := b.page(idQuality)
	for _, row := range []int{1, 2} {
		cell := pack.Positions[row].Cell(report.FieldResponse)
		assert.True(t, slices.ContainsFunc(listed.table.Rows, func(r content.Row) bool {
			return strings.Contains(r.Cells[listed.column("where")].Text, cell) && strings.Contains(r.Cells[listed.column("message")].Text, "32,767")
		}), "the cut text in %s is not listed", cell)
	}
	assert.Contains(t, b.page(idQuality).grid.lines[len(b.page(idQuality).grid.lines)-1].text, "too long for a cell")
}

// TestNoSignOffColumn: a master without sign-off makes a workbook without, so that it can be the next master.
func TestNoSignOffColumn(t *testing.T) {
	t.Parallel()
	_, template := testWords(t)
	pack, words := samplePack(t)
	column := func(pack *report.Pack) int {
		return arranged(pack, words).page(idRecommendations).column(string(report.FieldSignOff))
	}
	assert.GreaterOrEqual(t, column(pack), 0)
	register := sampleRegister(pack.Month)
	for i := range register.Recommendations {
		register.Recommendations[i].SignOff = report.NoSignOff
	}
	without, err := report.Build(register, nil, &template.Rules)
	require.NoError(t, err)
	assert.Equal(t, -1, column(without))
}

// TestRestatedFigures: the sheet is there when what was published differs, and not otherwise.
func TestRestatedFigures(t *testing.T) {
	t.Parallel()
	pack, words := samplePack(t)
	assert.Nil(t, arranged(pack, words).page("restated"))
	pack, words = restatedPack(t)
	p := arranged(pack, words).page("restated")
	require.NotNil(t, p)
	assert.Len(t, p.table.Rows, pack.Restated.Len())
}

func BenchmarkWrite10000(b *testing.B) {
	pack, words := largePack(b, 10000)
	b.ReportAllocs()
	for b.Loop() {
		b.SetBytes(int64(len(written(b, pack, words))))
	}
}
