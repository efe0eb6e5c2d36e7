package inplace_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/round/inplace"
)

// TestDateFormats writes days where the cell, the column or neither shows dates. Format 2 of the workbook shows days; 3 to 6 are those
// named.
func TestDateFormats(t *testing.T) {
	t.Parallel()
	const added = `<xf numFmtId="14" fontId="0" applyNumberFormat="1"><alignment wrapText="1"/></xf>`
	for _, c := range []struct {
		name, before, after string
		list, listed        string // what is put behind the three formats, and what is there afterwards
		edits               string
	}{
		{name: "none in the column", before: `<c r="A1" s="1"/>`, after: `<c r="A1" s="3"><v>45211</v></c>`, listed: added},
		{name: "one for both cells of the column", before: `<c r="A1" s="1"/>|<c r="A2"/>`, after: `<c r="A1" s="3"><v>45211</v></c>|<c r="A2" s="3"><v>45211</v></c>`, listed: added, edits: "A1 A2"},
		{name: "one for two columns that look alike", before: `<c r="A1" s="1"/><c r="B1" s="1"/>`, after: `<c r="A1" s="3"><v>45211</v></c><c r="B1" s="3"><v>45211</v></c>`, listed: added, edits: "A1 B1"},
		{name: "one for each look", before: `<c r="A1" s="1"/><c r="B1"/>`, after: `<c r="A1" s="3"><v>45211</v></c><c r="B1" s="4"><v>45211</v></c>`, listed: added + `<xf numFmtId="14" applyNumberFormat="1"/>`, edits: "A1 B1"},
		{name: "the nearest, of two as near the upper", before: `<c r="A1" s="3"><v>1</v></c>|<c r="A2" s="1"/>|<c r="A3" s="2"><v>1</v></c>`, after: `<c r="A1" s="3"><v>1</v></c>|<c r="A2" s="3"><v>45211</v></c>|<c r="A3" s="2"><v>1</v></c>`, list: `<xf numFmtId="15"/>`, listed: `<xf numFmtId="15"/>`, edits: "A2"},
		{name: "a date without a value is none", before: `<c r="A1" s="2"/>|<c r="A2" s="1"/>`, after: `<c r="A1" s="2"/>|<c r="A2" s="3"><v>45211</v></c>`, listed: added, edits: "A2"},
		{name: "a text in a date's format is none", before: `<c r="A1" s="2" t="s"><v>0</v></c>|<c r="A2" s="1"/>`, after: `<c r="A1" s="2" t="s"><v>0</v></c>|<c r="A2" s="3"><v>45211</v></c>`, listed: added, edits: "A2"},
		{name: "another column's is none", before: `<c r="A1" s="1"/><c r="B1" s="2"><v>1</v></c>`, after: `<c r="A1" s="3"><v>45211</v></c><c r="B1" s="2"><v>1</v></c>`, listed: added},
		{name: "a month alone does not show the day", before: `<c r="A1" s="3"><v>1</v></c>`, after: `<c r="A1" s="4"><v>45211</v></c>`, list: `<xf numFmtId="17"/>`, listed: `<xf numFmtId="17"/><xf numFmtId="14" applyNumberFormat="1"/>`},
		{name: "nor does a time", before: `<c r="A1" s="3"><v>1</v></c>`, after: `<c r="A1" s="4"><v>45211</v></c>`, list: `<xf numFmtId="20"/>`, listed: `<xf numFmtId="20"/><xf numFmtId="14" applyNumberFormat="1"/>`},
		{name: "a format that is not there", before: `<c r="A1" s="99"/>`, after: `<c r="A1" s="3"><v>45211</v></c>`, listed: `<xf numFmtId="14" applyNumberFormat="1"/>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := func(s string) string {
				out := `<sheetData>`
				for i, cells := range strings.Split(s, "|") {
					out += `<row r="` + string(rune('1'+i)) + `">` + cells + `</row>`
				}
				return worksheet(out + `</sheetData>`)
			}
			parts := plainParts(rows(c.before))
			parts[stylesPart] = strings.Replace(parts[stylesPart], `</cellXfs>`, c.list+`</cellXfs>`, 1)
			before := archive(t, parts)
			var edits []edit
			for _, cell := range strings.Fields(c.edits + " ") {
				edits = append(edits, edit{cell, inplace.Day(dates.NewDate(2023, 10, 12))})
			}
			if edits == nil {
				edits = []edit{{"A1", inplace.Day(dates.NewDate(2023, 10, 12))}}
			}
			w := changed(t, before, "S", edits...)
			assert.Equal(t, rows(c.after), partOf(t, w.Data, sheetPart))
			same(t, before, w.Data, sheetPart, stylesPart)
			want := strings.Replace(parts[stylesPart], c.list+`</cellXfs>`, c.listed+`</cellXfs>`, 1)
			want = strings.Replace(want, `<cellXfs count="3">`, `<cellXfs count="`+string(rune('0'+strings.Count(want[strings.Index(want, "<cellXfs"):], "<xf ")))+`">`, 1)
			if c.list == c.listed {
				want = parts[stylesPart]
			}
			assert.Equal(t, want, partOf(t, w.Data, stylesPart))
		})
	}
}

// TestDayNumbers counts days as either kind of workbook does.
func TestDayNumbers(t *testing.T) {
	t.Parallel()
	sheet := worksheet(`<sheetData><row r="1"><c r="A1" s="2"/></row></sheetData>`)
	for _, c := range []struct {
		book string
		day  dates.Date
		want string
	}{
		{`<workbookPr/>`, dates.NewDate(1900, 1, 1), "1"}, {`<workbookPr/>`, dates.NewDate(1900, 2, 28), "59"}, {`<workbookPr/>`, dates.NewDate(1900, 3, 1), "61"},
		{`<workbookPr date1904="0"/>`, dates.NewDate(2023, 10, 12), "45211"}, {`<workbookPr date1904="1"/>`, dates.NewDate(2023, 10, 12), "43749"},
		{`<workbookPr date1904="true"/>`, dates.NewDate(1904, 1, 2), "1"}, {`<workbookPr date1904="1"/>`, dates.NewDate(1904, 1, 1), ""},
		{`<workbookPr date1904="1"/><extLst><ext uri="x"><x15:workbookPr xmlns:x15="x"/></ext></extLst>`, dates.NewDate(2023, 10, 12), "43749"},
		{`<workbookPr/>`, dates.NewDate(2100, 12, 31), "73415"},
	} {
		parts := plainParts(sheet)
		parts[bookPart] = strings.Replace(parts[bookPart], `<workbookPr/>`, c.book, 1)
		m, err := inplace.Open("m.xlsx", archive(t, parts), master.Options{})
		require.NoError(t, err)
		if err = m.Set("S", "A1", inplace.Day(c.day)); c.want == "" {
			assert.Equal(t, inplace.TooEarly, codeOf(t, err))
			continue
		}
		require.NoError(t, err)
		w, err := m.Write()
		require.NoError(t, err)
		assert.Contains(t, partOf(t, w.Data, sheetPart), `<v>`+c.want+`</v>`)
	}
}

// TestNoFormats refuses dates in a workbook to which no format can be added, and takes texts.
func TestNoFormats(t *testing.T) {
	t.Parallel()
	for _, styles := range []string{"", `<styleSheet xmlns="` + mainSpace + `"/>`, `<styleSheet xmlns="` + mainSpace + `"><cellXfs count="0"/></styleSheet>`} {
		parts := plainParts(worksheet(`<sheetData/>`))
		if parts[stylesPart] = styles; styles == "" {
			delete(parts, stylesPart)
			parts["xl/_rels/workbook.xml.rels"] = strings.Replace(parts["xl/_rels/workbook.xml.rels"], "styles.xml", "../xl/gone.xml", 1)
			parts["xl/_rels/workbook.xml.rels"] = strings.Replace(parts["xl/_rels/workbook.xml.rels"], relSpace+"/styles", relSpace+"/theme", 1)
		}
		m, err := inplace.Open("m.xlsx", archive(t, parts), master.Options{})
		require.NoError(t, err)
		require.NoError(t, m.Set("S", "A1", inplace.Text("x")))
		assert.Equal(t, inplace.NoDateLook, codeOf(t, m.Set("S", "A2", inplace.Day(dates.NewDate(2023, 1, 1)))))
		_, err = m.Write()
		require.NoError(t, err)
	}
}
