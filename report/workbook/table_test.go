package workbook

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/excerpt"
	"boardpack/report/reporttest/pace"
)

// drawTable writes a workbook of one table and reads it back, as stored.
func drawTable(t require.TestingT, pack *report.Pack, words report.Words, table content.Table) (*page, [][]string) {
	b := newBook(pack, content.Of(pack, words, nil), words, Options{})
	content.NameColumns(&table, words)
	title := content.Text{{Text: "Title"}}
	on := b.addTab(&content.Sheet{ID: "a", Title: title, Purpose: title, Parts: []content.Part{{ID: "sign_off", View: content.View{Inline: &table}}}})
	p := on.pages[0]
	p.filter, p.keyed, p.fixed = true, false, false
	b.nameAll()
	on.measure()
	arrange(p)
	on.settle()
	require.NoError(t, b.drawAll(Options{}))
	var out bytes.Buffer
	require.NoError(t, b.zip(&out, takeCompressors()))
	f, err := excelize.OpenReader(&out)
	require.NoError(t, err)
	defer f.Close()
	rows, err := f.GetRows(p.on.name, excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	return p, rows
}

// TestAnyTableIsReadBack: whatever stands in a table's cells is what the workbook gives back.
func TestAnyTableIsReadBack(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	pack, words := samplePack(t)
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable().Draw(t, "table")
		p, rows := drawTable(t, pack, words, table)
		for r, row := range table.Rows {
			for c, cell := range row.Cells {
				got := ""
				if i := p.grid.row(r) - 1; i < len(rows) && c < len(rows[i]) {
					got = rows[i][c]
				}
				assert.Equal(t, fmt.Sprint(value(cell, false)), got)
			}
		}
	})
}

func anyTable() *rapid.Generator[content.Table] {
	kinds := []content.Kind{content.KindText, content.KindLongText, content.KindCount, content.KindDays, content.KindPercent, content.KindDate, content.KindKey}
	return rapid.Custom(func(t *rapid.T) content.Table {
		var table content.Table
		for c := range rapid.IntRange(1, 6).Draw(t, "columns") {
			table.Columns = append(table.Columns, content.Column{ID: fmt.Sprint(c), Heading: rapid.String().Draw(t, "heading"), Kind: rapid.SampledFrom(kinds).Draw(t, "kind")})
		}
		for range rapid.IntRange(1, 8).Draw(t, "rows") {
			var row content.Row
			for _, column := range table.Columns {
				row.Cells = append(row.Cells, anyCell(t, column.Kind))
			}
			table.Rows = append(table.Rows, row)
		}
		return table
	})
}

func anyCell(t *rapid.T, kind content.Kind) content.Cell {
	cell := content.Cell{Kind: kind, N: rapid.IntRange(-1e9, 1e9).Draw(t, "n"), Text: rapid.String().Draw(t, "text")}
	switch kind {
	case content.KindPercent:
		cell.N = rapid.IntRange(0, 100).Draw(t, "percent")
	case content.KindDate:
		cell.Date = dates.NewDate(rapid.IntRange(1, 9999).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 31).Draw(t, "day"))
		cell.Text = cell.Date.String()
	}
	cell.Missing = rapid.SampledFrom([]content.Missing{content.HasValue, content.HasValue, content.NotAvailable, content.NotApplicable}).Draw(t, "missing")
	return cell
}

func TestTextStaysText(t *testing.T) {
	t.Parallel()
	pack, words := samplePack(t)
	texts := []string{"=1+1", "+44 1267", "-", "@SUM(A1)", "'quoted", "007", "1/2", "TRUE", "#REF!", "_x0041_", "_x0041_x0042_", "_x005F_x", "_xZZZZ_", " spaces ", "a\nb", "<b>&amp;</b>", "Ŵyn 警察 👮‍♀️ مرحبا"}
	var table content.Table
	table.Columns = []content.Column{{ID: "a", Heading: "A", Kind: content.KindText}}
	for _, text := range texts {
		table.Rows = append(table.Rows, content.Row{Cells: []content.Cell{{Kind: content.KindText, Text: text}}})
	}
	p, rows := drawTable(t, pack, words, table)
	for r, text := range texts {
		assert.Equal(t, text, rows[p.grid.row(r)-1][0])
	}
}

func TestClean(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Plain ŵ", "Plain ŵ"}, {"line ends of Windows", "a\r\nb", "a\nb"}, {"line ends of old Macs", "a\rb", "a\nb"},
		{"separators", "a\u2028b\u0085c", "a\nb\nc"}, {"a bell", "a\x07b", "a\uFFFDb"}, {"nothing", "a\x00", "a\uFFFD"},
		{"broken bytes", "a\xffb", "a\uFFFDb"}, {"a tab stays", "a\tb", "a\tb"}, {"no character", "a\uFFFEb", "a\uFFFDb"},
	} {
		assert.Equal(t, c.want, content.Clean(c.in), c.name)
	}
}

func TestSheetName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Summary by theme", "Summary by theme"}, {"forbidden characters", "A/B: [c]*?", "A B c"},
		{"apostrophes at the ends", "'Owner's'", "Owner's"}, {"too long", strings.Repeat("x", 40), strings.Repeat("x", 31)},
		{"too long in pairs", strings.Repeat("👮", 20), strings.Repeat("👮", 15)}, {"nothing left", "[]", "-"},
	} {
		assert.Equal(t, c.want, sheetName(c.in, map[string]bool{}), c.name)
	}
	taken := map[string]bool{}
	assert.Equal(t, "Data", sheetName("Data", taken))
	assert.Equal(t, "DATA (2)", sheetName("DATA", taken))
	long := strings.Repeat("y", 31)
	assert.Equal(t, long, sheetName(long, taken))
	assert.Equal(t, long[:27]+" (2)", sheetName(long, taken))
}

func TestSplit(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []string{"short"}, split("short", 10))
	words := strings.Repeat("word ", 20000)
	parts := split(words, 30000)
	assert.Equal(t, words, strings.Join(parts, ""))
	for _, part := range parts {
		assert.LessOrEqual(t, excerpt.Units(part), 30000)
	}
	pairs := strings.Repeat("👮", 40000)
	parts = split(pairs, 29999)
	assert.Equal(t, pairs, strings.Join(parts, ""))
	assert.Equal(t, 29998, excerpt.Units(parts[0]))
}

func TestRowsShowTheirText(t *testing.T) {
	t.Parallel()
	width := innerWidth(20)
	assert.Equal(t, 1, lineCount("", width, false))
	assert.Equal(t, 1, lineCount("Short", width, false))
	assert.Equal(t, 3, lineCount("a\nb\nc", width, false))
	assert.Equal(t, 2, lineCount("Twenty-five characters on", width, false))
	assert.Greater(t, lineCount(strings.Repeat("W", 100), width, false), 8)
	height, whole := rowHeight(26)
	assert.LessOrEqual(t, height, maxRowHeight)
	assert.True(t, whole)
	height, whole = rowHeight(27)
	assert.Equal(t, maxRowHeight, height)
	assert.False(t, whole)
}

func TestPercentFormula(t *testing.T) {
	t.Parallel()
	f := excelize.NewFile()
	defer f.Close()
	for n := range 61 {
		for k := range n + 1 {
			require.NoError(t, f.SetCellFormula("Sheet1", "A1", percentFormula(fmt.Sprint(k), fmt.Sprint(n))))
			got, err := f.CalcCellValue("Sheet1", "A1")
			require.NoError(t, err)
			assert.Equal(t, wantPercent(k, n), got, "%d of %d", k, n)
		}
	}
}

// wantPercent is the rule in whole numbers: halves up, never 0 or 100 but when it is so.
func wantPercent(k, n int) string {
	if n == 0 {
		return "[z]"
	}
	p := (200*k + n) / (2 * n)
	if k > 0 {
		p = max(p, 1)
	}
	if k < n {
		p = min(p, 99)
	}
	return fmt.Sprint(float64(p) / 100)
}
