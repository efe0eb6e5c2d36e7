package master

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/fold"
)

// small keeps the fuzzer's files quick to read.
func small() Options {
	o := options()
	o.Limits = Limits{Unpacked: 1 << 20, Rows: 1000, Columns: 100, Cell: 10_000}
	return o
}

// FuzzReadXLSX gives the reader the bytes of a whole workbook.
func FuzzReadXLSX(f *testing.F) {
	f.Add(archive(f, plainParts()))
	f.Add(workbook(f, [][]any{heads(), good()}))
	f.Add([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	f.Fuzz(func(t *testing.T, data []byte) { soundOrUnusable(t, "m.xlsx", data) })
}

// FuzzReadSheet gives the reader the XML of one sheet and the texts and styles it refers to, in a sound archive: the
// fuzzer seldom gets past the checksums of a zip file by itself.
func FuzzReadSheet(f *testing.F) {
	parts := plainParts()
	f.Add(parts[sheetPartName], parts["xl/sharedStrings.xml"], parts["xl/styles.xml"])
	f.Add(replaced(parts[sheetPartName], `<c r="A2"><v>2</v></c>`, `<c r="A2" s="1"><f>DATE(2023,A3,1)&amp;"x"</f></c>`), parts["xl/sharedStrings.xml"],
		replaced(parts["xl/styles.xml"], `<fonts`, `<numFmts count="1"><numFmt numFmtId="200" formatCode="[$-452]d mmmm yyyy;@"/></numFmts><fonts`))
	f.Add(replaced(parts[sheetPartName], `</sheetData>`, `</sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B9"/></mergeCells>`), parts["xl/sharedStrings.xml"], parts["xl/styles.xml"])
	f.Fuzz(func(t *testing.T, sheet, texts, styles string) {
		parts := plainParts()
		parts[sheetPartName], parts["xl/sharedStrings.xml"], parts["xl/styles.xml"] = sheet, texts, styles
		soundOrUnusable(t, "m.xlsx", archive(t, parts))
	})
}

// FuzzReadPackage gives the reader what links the parts of a workbook.
func FuzzReadPackage(f *testing.F) {
	parts := plainParts()
	f.Add(parts["xl/workbook.xml"], parts["xl/_rels/workbook.xml.rels"], parts["_rels/.rels"], parts["[Content_Types].xml"])
	f.Add(replaced(parts["xl/workbook.xml"], "</sheets>", `<sheet name="Module1" r:id=""/></sheets><definedNames><definedName name="x">'a b'!$A$1:$D$9</definedName></definedNames>`),
		replaced(parts["xl/_rels/workbook.xml.rels"], "worksheets/sheet1.xml", "/xl/%77orksheets/../worksheets/SHEET1.xml"), "", "")
	f.Fuzz(func(t *testing.T, workbook, relations, root, types string) {
		parts := plainParts()
		parts["xl/workbook.xml"], parts["xl/_rels/workbook.xml.rels"], parts["_rels/.rels"], parts["[Content_Types].xml"] = workbook, relations, root, types
		soundOrUnusable(t, "m.xlsx", archive(t, parts))
	})
}

// FuzzSniff tells what any bytes are, and says it in words.
func FuzzSniff(f *testing.F) {
	f.Add(compoundFile("Root Entry", "Workbook", "/x"))
	f.Add(archive(f, plainParts()))
	f.Add([]byte("\x03\x7b\x01\x01" + strings.Repeat("\x00", 60) + "\r"))
	f.Add([]byte(`<?xml version="1.0"?><!-- x --><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"/>`))
	f.Add([]byte("ID;PWXL\nC;X1;Y1\nE\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if is := sniff(data); is != aWorkbook && is != aCSV {
			what, hint := failureWords(string(is))
			require.NotEqual(t, string(is), what)
			require.NotEmpty(t, hint)
		}
	})
}

// FuzzReadCSV gives the reader the bytes of a CSV file.
func FuzzReadCSV(f *testing.F) {
	f.Add([]byte(csvHeads + "1,Training,\"a \"\"b\"\"\nc\",In progress\n"))
	f.Add([]byte("sep=;\r\nRef;Theme;Recommendation;Status;Due\r\n3.1;Data & Victims;a;#REF!;01/09/2023\r\nTotal;;;1\r\n"))
	f.Add([]byte("\xff\xfeR\x00e\x00f\x00\t\x00"))
	f.Add([]byte("Ref,Theme,Recommendation,Status,Due,Timescale\n1,Nothing,a,Complet,Autumn 2023,\n,Training,,,,\n"))
	f.Fuzz(func(t *testing.T, data []byte) { soundOrUnusable(t, "m.csv", data) })
}

// FuzzWords matches words to statuses and themes, and reads them as days.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"In progress", "Wedi\u2019i gwblhau", "Theme 2: Data; Victims & Custody", "1 Medi 2023", "_x000D_", "13/14/2023", "2023-09-01T00:00:00",
		"❌ Complete", "Closed - rejected", "Done (12/03/24)", "In progress (75%)", "90% complete", "[ ] Done", "Done by Jane Smith, 1 Medi 2023", "12/03/24 - Done"} {
		f.Add(s)
	}
	m := newMatcher(vocabulary(), options().Rules)
	f.Fuzz(func(t *testing.T, s string) {
		text := clean(strings.ToValidUTF8(s, "")) // as every reader gives it
		require.Equal(t, fold.Word(text), fold.Word(fold.Word(text)), "folding twice changes nothing")
		if state, ok := m.states.find(text); ok {
			require.NotEqual(t, report.Unrecognised, state)
		}
		if meaning := m.states.read(line(text), m.names); meaning.doubt == "" {
			require.NotEqual(t, report.Unrecognised, meaning.value)
			require.NotEmpty(t, meaning.value)
		} else {
			require.Empty(t, meaning.value, "no state beside a doubt")
			require.Zero(t, meaning.on)
		}
		require.NotEqual(t, text+"?", m.states.nearest(text+"?"))
		ids, unknown := m.themesIn(text)
		if fold.Word(text) != "" {
			require.NotZero(t, len(ids)+len(unknown), "a theme is known or it is not")
		}
		if day, ok := parseDay(text, nil); ok {
			require.False(t, day.IsZero())
		}
	})
}

// soundOrUnusable reads the file and accepts a register that holds together, or an error that says what is wrong; nothing between.
func soundOrUnusable(t *testing.T, name string, data []byte) {
	register, err := ReadBytes(name, data, small())
	if err != nil {
		var u *Unusable
		require.True(t, errors.As(err, &u), err)
		require.Nil(t, register)
		require.NotContains(t, err.Error(), "tell the people who maintain boardpack")
		return
	}
	require.NotEmpty(t, register.Recommendations)
	last := 0
	for _, r := range register.Recommendations {
		require.Greater(t, r.Row, last, "rows come downwards, each once")
		last = r.Row
		require.Len(t, r.Extra, len(register.ExtraColumns))
		require.NotEmpty(t, r.State)
		require.NotEmpty(t, r.Scope)
	}
	for _, p := range register.Problems {
		require.NotEqual(t, report.Failure, p.Level)
	}
}
