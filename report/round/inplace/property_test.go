package inplace_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/reporttest/pace"
	"boardpack/report/round/inplace"
)

// TestRandom writes random values into random cells of random workbooks, of excelize and by hand, and reads them with excelize and with the
// reader of masters: exactly those cells changed, and every part but the sheets', the formats and the list of sheets is the same.
func TestRandom(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	rapid.Check(t, func(r *rapid.T) {
		sheets, parts := []string{"S"}, []string{sheetPart, stylesPart, bookPart}
		var data []byte
		addresses := true
		if rapid.Bool().Draw(r, "by hand") {
			addresses = rapid.Bool().Draw(r, "addresses")
			data = handmade(t, r, addresses)
		} else {
			data = generated(t, r)
			sheets, parts = []string{"S", "Other sheet"}, append(parts, "xl/worksheets/sheet2.xml")
		}
		m, err := inplace.Open("m.xlsx", data, master.Options{})
		require.NoError(r, err)
		set := map[report.Place]inplace.Value{}
		shown := map[report.Place]string{}
		for range rapid.IntRange(1, 12).Draw(r, "cells") {
			at := report.Place{Sheet: rapid.SampledFrom(sheets).Draw(r, "sheet"), Cell: cellDraw(r)}
			value, text := valueDraw(r)
			if err := m.Set(at.Sheet, at.Cell, value); err == nil {
				set[at], shown[at] = value, text
			} else {
				codeOf(t, err)
			}
		}
		w, err := m.Write()
		require.NoError(r, err)
		again, err := m.Write()
		require.NoError(r, err)
		require.True(r, bytes.Equal(w.Data, again.Data), "the same bytes every time")
		same(t, data, w.Data, parts...)
		if addresses { // excelize misreads rows in which only some cells have one
			compareByExcelize(r, data, w, sheets, shown)
		}
		compareByMaster(r, data, w, set)
	})
}

func cellDraw(r *rapid.T) string {
	name, err := excelize.CoordinatesToCellName(rapid.IntRange(1, 9).Draw(r, "column"), rapid.IntRange(1, 12).Draw(r, "row"))
	require.NoError(r, err)
	return name
}

// valueDraw draws a value with how excelize gives it, raw.
func valueDraw(r *rapid.T) (inplace.Value, string) {
	switch rapid.IntRange(0, 3).Draw(r, "kind") {
	case 0:
		return inplace.Empty(), ""
	case 1:
		n := float64(rapid.IntRange(-1_000_000, 1_000_000).Draw(r, "number")) / 8
		return inplace.Number(n), strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.3f", n), "0"), ".")
	case 2:
		n := rapid.IntRange(36526, 73050).Draw(r, "day")
		return inplace.Day(dates.NewDate(1899, 12, 30).AddDays(n)), fmt.Sprint(n)
	}
	text := rapid.StringMatching(`[a-zŵé😀&<>"'_ =.\n\t]{0,12}(_x[0-9A-F]{4}_)?(]]>)?`).Draw(r, "text")
	return inplace.Text(text), text
}

// generated makes a workbook with two sheets by excelize.
func generated(t *testing.T, r *rapid.T) []byte {
	return workbook(t, func(f *excelize.File) {
		require.NoError(t, f.SetSheetName("Sheet1", "S"))
		_, err := f.NewSheet("Other sheet")
		require.NoError(t, err)
		day, err := f.NewStyle(&excelize.Style{NumFmt: 15})
		require.NoError(t, err)
		for range rapid.IntRange(0, 30).Draw(r, "filled") {
			sheet, cell := rapid.SampledFrom([]string{"S", "Other sheet"}).Draw(r, "of"), cellDraw(r)
			switch rapid.IntRange(0, 5).Draw(r, "fill") {
			case 0:
				require.NoError(t, f.SetCellValue(sheet, cell, rapid.IntRange(1, 99).Draw(r, "n")))
			case 1:
				require.NoError(t, f.SetCellStr(sheet, cell, rapid.StringMatching(`[a-z \n]{1,9}`).Draw(r, "s")))
			case 2:
				require.NoError(t, f.SetCellFormula(sheet, cell, rapid.SampledFrom([]string{"S!A1", "SUM(B:B)", "'Other sheet'!C3&\"x\"", "TODAY()"}).Draw(r, "f")))
			case 3:
				require.NoError(t, f.SetCellStyle(sheet, cell, cell, day))
			case 4:
				require.NoError(t, f.SetCellBool(sheet, cell, true))
			case 5:
				require.NoError(t, f.SetCellRichText(sheet, cell, []excelize.RichTextRun{{Text: "rich", Font: &excelize.Font{Bold: true}}, {Text: " text"}}))
			}
		}
		if rapid.Bool().Draw(r, "merged") {
			require.NoError(t, f.MergeCell("S", "B2", "C3"))
		}
		if rapid.Bool().Draw(r, "column") {
			require.NoError(t, f.SetColStyle("S", "D:E", day))
		}
	})
}

// handmade makes a workbook with one sheet, S, of XML as programs may write it.
func handmade(t *testing.T, r *rapid.T, addresses bool) []byte {
	p := rapid.SampledFrom([]string{"", "x:"}).Draw(r, "prefix")
	pretty := rapid.SampledFrom([]string{"", "\n  ", "<!-- c -->"}).Draw(r, "between")
	var rows strings.Builder
	before := 0
	for _, row := range someNumbers(r, 12) {
		address := ""
		if addresses || row != before+1 {
			address = fmt.Sprintf(` r="%d"`, row)
		}
		before = row
		if rapid.IntRange(0, 4).Draw(r, "empty row") == 0 {
			fmt.Fprintf(&rows, `%s<%srow%s/>`, pretty, p, address)
			continue
		}
		fmt.Fprintf(&rows, `%s<%srow%s spans="2:3">%s</%srow>`, pretty, p, address, handmadeCells(r, p, row, addresses), p)
	}
	space := ""
	if p != "" {
		space = ":x"
	}
	table := fmt.Sprintf(`<%[1]ssheetData>%[2]s</%[1]ssheetData>`, p, rows.String())
	if rows.Len() == 0 && rapid.Bool().Draw(r, "closed") {
		table = `<` + p + `sheetData/>`
	}
	return archive(t, plainParts(fmt.Sprintf(`<%[1]sworksheet xmlns%[2]s="%[3]s"><%[1]sdimension ref="B2:C3"/>%[4]s</%[1]sworksheet>`, p, space, mainSpace, table)))
}

func handmadeCells(r *rapid.T, p string, row int, addresses bool) string {
	var out strings.Builder
	before := 0
	for _, column := range someNumbers(r, 9) {
		address := ""
		if addresses || column != before+1 {
			address = fmt.Sprintf(` r="%c%d"`, 'A'+column-1, row)
		}
		before = column
		out.WriteString(strings.NewReplacer("{x}", p, "{r}", address).Replace(rapid.SampledFrom([]string{`<{x}c{r}/>`, `<{x}c{r} s="1"></{x}c>`, `<{x}c{r} s="2"><{x}v>45000</{x}v></{x}c>`,
			`<{x}c{r} t="s"><{x}v>0</{x}v></{x}c>`, `<{x}c{r} t="b" s='1'><{x}v>1</{x}v></{x}c>`, `<{x}c{r} t="inlineStr"><{x}is><{x}t>in &amp; line</{x}t></{x}is></{x}c>`,
			`<{x}c{r}><{x}f>A1+$B2</{x}f><{x}v>3</{x}v></{x}c>`, `<{x}c{r} t="str" ><{x}f>"a"</{x}f><{x}v>a</{x}v></{x}c>`}).Draw(r, "c")))
	}
	return out.String()
}

// someNumbers draws numbers up to a last one, upwards.
func someNumbers(r *rapid.T, last int) []int {
	out := rapid.SliceOfNDistinct(rapid.IntRange(1, last), 0, last, rapid.ID[int]).Draw(r, "numbers")
	slices.Sort(out)
	return out
}

// compareByExcelize reads both files with excelize.
func compareByExcelize(r *rapid.T, before []byte, w *inplace.Written, sheets []string, shown map[report.Place]string) {
	a, err := excelize.OpenReader(bytes.NewReader(before))
	require.NoError(r, err)
	defer a.Close()
	b, err := excelize.OpenReader(bytes.NewReader(w.Data))
	require.NoError(r, err)
	defer b.Close()
	raw := excelize.Options{RawCellValue: true}
	merged := map[report.Place]bool{} // excelize gives the value of the first cell of a merge for the others
	if areas, err := a.GetMergeCells("S"); err == nil && len(areas) > 0 {
		merged = map[report.Place]bool{{Sheet: "S", Cell: "C2"}: true, {Sheet: "S", Cell: "B3"}: true, {Sheet: "S", Cell: "C3"}: true}
	}
	for _, sheet := range sheets {
		for row := 1; row <= 13; row++ {
			for column := 1; column <= 10; column++ {
				cell, err := excelize.CoordinatesToCellName(column, row)
				require.NoError(r, err)
				at := report.Place{Sheet: sheet, Cell: cell}
				if merged[at] {
					continue
				}
				got, err := b.GetCellValue(sheet, cell, raw)
				require.NoError(r, err)
				want, set := shown[at]
				switch {
				case set:
				case slices.Contains(w.Recalculated, at):
					want = ""
				default:
					want, err = a.GetCellValue(sheet, cell, raw)
					require.NoError(r, err)
				}
				require.Equal(r, want, got, "%v", at)
				was, err := a.GetCellFormula(sheet, cell)
				require.NoError(r, err)
				is, err := b.GetCellFormula(sheet, cell)
				require.NoError(r, err)
				require.Equal(r, was, is, "%v", at)
			}
		}
	}
}

// compareByMaster reads both files as masters are read.
func compareByMaster(r *rapid.T, before []byte, w *inplace.Written, set map[report.Place]inplace.Value) {
	cells := func(data []byte) map[report.Place]master.GridCell {
		grids, err := master.Grids("m.xlsx", data, master.Options{})
		require.NoError(r, err)
		out := map[report.Place]master.GridCell{}
		for _, g := range grids {
			for _, row := range g.Rows {
				for _, c := range row.Cells {
					at := report.Place{Sheet: g.Sheet, Cell: c.Name}
					if _, is := set[at]; !is && !slices.Contains(w.Recalculated, at) {
						out[at] = c
					}
				}
			}
		}
		return out
	}
	require.Equal(r, cells(before), cells(w.Data))
}
