package master

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

// TestStatusesAndThemes has cells whose words are written oddly.
func TestStatusesAndThemes(t *testing.T) {
	t.Parallel()
	status := func(s any) [][]any { return [][]any{heads(), {"1", "Training", "Train", s}} }
	theme := func(s any) [][]any { return [][]any{heads(), {"1", s, "Train", "In progress"}} }
	themesAre := func(ids ...string) func(*testing.T, *report.Register) {
		return func(t *testing.T, r *report.Register) { assert.Equal(t, ids, theOne(t, r).Themes) }
	}
	runTraps(t, []trap{
		{name: "a status with non-breaking spaces", rows: status("\u00a0In\u00a0progress\u00a0"), figures: oneGood,
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "In progress", theOne(t, r).Status) }},
		{name: "a status with a smart quote", rows: status("Wedi\u2019i gwblhau"), figures: "complete 1; training 1"},
		{name: "a status with a carriage return", rows: status("In progress_x000D_\n"), figures: oneGood},
		{name: "a status with dots and capitals", rows: status("IN-PROGRESS..."), figures: oneGood},
		{name: "a status in Welsh", rows: status("Ar y gweill"), figures: oneGood},
		{name: "an unknown status", rows: status("Complet"), want: []string{"unknown-status D2"}, figures: "unrecognised 1; training 1",
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, map[string]string{"Status": "Complet", "Nearest": "Complete"}, argsOf(r, "unknown-status"))
			}},
		{name: "an empty status", rows: status(nil), want: []string{"empty-status D2"}, figures: "unrecognised 1; training 1"},
		{name: "a status of blanks alone", rows: status(" \u00a0"), want: []string{"empty-status D2"}, figures: "unrecognised 1; training 1"},
		{name: "a status that is a number", rows: status(3), want: []string{"unknown-status D2"}, figures: "unrecognised 1; training 1"},
		{name: "a whole paragraph as status", rows: status("We have begun to talk with our partners about what could be done, and will come back"),
			want: []string{"unknown-status D2"}, figures: "unrecognised 1; training 1",
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, 61, len([]rune(argsOf(r, "unknown-status")["Status"])))
			}},
		{name: "an unknown theme", rows: theme("Trainning"), want: []string{"unknown-theme B2"}, figures: "in_progress 1; not_matched 1",
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, "Training", argsOf(r, "unknown-theme")["Nearest"])
			}},
		{name: "an empty theme", rows: theme(nil), want: []string{"empty-theme B2"}, figures: "in_progress 1; not_matched 1"},
		{name: "a heading in place of the theme", rows: theme("Perpetrator Interventions"), figures: "in_progress 1; perpetrators 1"},
		{name: "a theme in Welsh", rows: theme("hyfforddiant"), figures: oneGood},
		{name: "two themes", want: []string{"several-themes B2"}, rows: theme("Victims; Training"), figures: "in_progress 1; victims 1", check: themesAre("victims", "training")},
		{name: "themes on lines, one of them twice", want: []string{"several-themes B2"}, rows: theme("Data\nVictims\nData"), figures: "in_progress 1; data 1", check: themesAre("data", "victims")},
		{name: "themes with commas, strokes and ampersands", want: []string{"several-themes B2"}, rows: theme("Data, Victims/Training & Resourcing"),
			figures: "in_progress 1; data 1", check: themesAre("data", "victims", "training", "resourcing")},
		{name: "a theme that has an ampersand in its name", rows: theme("Learning & Development"), figures: oneGood, check: themesAre("training")},
		{name: "a theme with a comma beside another", want: []string{"several-themes B2"}, rows: theme("Victims, survivors; Data"), figures: "in_progress 1; victims 1", check: themesAre("victims", "data")},
		{name: "a known and an unknown theme", rows: theme("Data; Custody"), want: []string{"unknown-theme-beside B2"}, figures: "in_progress 1; data 1", check: themesAre("data")},
		{name: "unknown scope and sign-off", figures: oneGood, want: []string{"unknown-scope E2", "unknown-sign-off F2"},
			rows: [][]any{append(heads(), "Scope", "Sign-off"), append(good(), "Extrenal", "Agred")},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, "External", argsOf(r, "unknown-scope")["Nearest"])
				assert.Equal(t, "Agreed", argsOf(r, "unknown-sign-off")["Nearest"])
			}},
		{name: "empty scope and sign-off", rows: [][]any{append(heads(), "Scope", "Sign-off"), {"1", "Training", "a", "Done"}}, figures: "complete 1; training 1", // a column without any entry counts as absent
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, report.NotAsked, theOne(t, r).SignOff) }},
	})
}

// TestRefs has refs that Excel, or a person, has changed.
func TestRefs(t *testing.T) {
	t.Parallel()
	ref := func(refs ...any) [][]any {
		rows := [][]any{heads()}
		for i, r := range refs {
			rows = append(rows, []any{r, "Training", "Train " + string(rune('a'+i)), "In progress"})
		}
		return rows
	}
	style := func(format string, cells string) func(f *excelize.File) {
		return func(f *excelize.File) {
			id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
			must(err)
			must(f.SetCellStyle("Recommendations", cells, cells, id))
		}
	}
	refs := func(want ...string) func(*testing.T, *report.Register) {
		return func(t *testing.T, r *report.Register) {
			var got []string
			for _, rec := range r.Recommendations {
				got = append(got, rec.Ref)
			}
			assert.Equal(t, want, got)
		}
	}
	runTraps(t, []trap{
		{name: "numbers", rows: ref(1, 2.5, 1e6), figures: "in_progress 3; training 3", check: refs("1", "2.5", "1000000")},
		{name: "a number with noise in its last digit", rows: ref(0.1 + 0.2), figures: oneGood, check: refs("0.3")},
		{name: "3.10 stored as the number 3.1", rows: ref(3.1, 3.9, 3.1), figures: "in_progress 3; training 3",
			want: []string{"ref-looks-changed A4"}, check: refs("3.1", "3.9", "3.1")},
		{name: "3.10 stored as a number, beside a text 3.1", rows: ref("3.1", 3.1), figures: "in_progress 2; training 2", want: []string{"ref-looks-changed A3"}},
		{name: "3.10 stored as a number, before a text 3.1", rows: ref(3.1, "3.1"), figures: "in_progress 2; training 2", want: []string{"ref-looks-changed A2"}},
		{name: "3.1 as a number, alone", rows: ref(3.1, 3.2), figures: "in_progress 2; training 2"},
		{name: "3.10 shown by its format", rows: ref(3.1, 3.1), change: style("0.00", "A3"), figures: "in_progress 2; training 2", check: refs("3.1", "3.10")},
		{name: "numbers as text with zeros before", rows: ref("007"), figures: oneGood, check: refs("007")},
		{name: "a ref that has become a date", rows: ref(45292), change: style("d-mmm", "A2"), want: []string{"ref-is-date A2"}, figures: oneGood, check: refs("1-Jan")},
		{name: "no ref", rows: ref(nil), want: []string{"no-ref A2"}, figures: oneGood},
		{name: "a percentage as priority", rows: [][]any{append(heads(), "Priority"), append(good(), 0.125)}, change: style("0.0%", "E2"), figures: oneGood,
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "12.5%", theOne(t, r).Priority) }},
		{name: "numbers and dates in other columns", figures: oneGood, want: []string{"column-of-dates F1"},
			rows: [][]any{append(heads(), "Cost", "Board date", "Agreed?"), append(good(), 1234.5, time.Date(2023, 9, 1, 0, 0, 0, 0, time.UTC), true)},
			change: func(f *excelize.File) {
				style("#,##0.00", "E2")(f)
				style("d mmm yyyy", "F2")(f)
			},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, []string{"1,234.50", "1 Sep 2023", "TRUE"}, theOne(t, r).Extra)
			}},
	})
}

// TestTexts has long and rich texts, which must stay whole.
func TestTexts(t *testing.T) {
	t.Parallel()
	text := func(want string) func(*testing.T, *report.Register) {
		return func(t *testing.T, r *report.Register) { assert.Equal(t, want, theOne(t, r).Text["en"]) }
	}
	long := fmt.Sprintf("%032766d", 1) + "x"
	row := func(s any) [][]any { return [][]any{heads(), {"1", "Training", s, "In progress"}} }
	inCell := func(xml string) map[string]string {
		return map[string]string{"xl/worksheets/sheet1.xml": replaced(replaced(plainParts()["xl/worksheets/sheet1.xml"], plainRow(3), ""),
			`<c r="C2" t="inlineStr"><is><t>Do 2</t></is></c>`, xml)}
	}
	runTraps(t, []trap{
		{name: "the longest text that Excel takes", rows: row(long), figures: oneGood, check: text(long)},
		{name: "line breaks of every kind", rows: row("a\r\nb_x000D_\nc_x000D_d\ne"), figures: oneGood, check: text("a\nb\nc\nd\ne")},
		{name: "an escape that was itself escaped", parts: inCell(`<c r="C2" t="inlineStr"><is><t>a_x005F_x000D_b _x0041_</t></is></c>`), figures: oneGood, check: text("a_x000D_b A")},
		{name: "blanks around, and within", rows: row(" \u00a0a  b\u00a0c\n"), figures: oneGood, check: text("a  b\u00a0c")},
		{name: "control characters", parts: inCell(`<c r="C2" t="inlineStr"><is><t>a_x0007_b_x000B_c</t></is></c>`), figures: oneGood, check: text("ab\nc")},
		{name: "rich text", parts: inCell(`<c r="C2" t="inlineStr"><is><r><rPr><b/></rPr><t>Train</t></r><r><t xml:space="preserve"> them</t></r><rPh sb="0" eb="1"><t>guide</t></rPh></is></c>`),
			figures: oneGood, check: text("Train them")},
		{name: "Welsh letters", rows: row("Gŵyl y dŵr, tŷ a llŷn"), figures: oneGood, check: text("Gŵyl y dŵr, tŷ a llŷn")},
		{name: "an emoji as two escapes", parts: inCell(`<c r="C2" t="inlineStr"><is><t>_xD83D__xDE00_</t></is></c>`), figures: oneGood, check: text("\U0001F600")},
		{name: "a formula with a saved text", parts: inCell(`<c r="C2" t="str"><f>"Tr"&amp;"ain"</f><v>Train</v></c>`), figures: oneGood, check: text("Train")},
		{name: "a formula with a saved empty text", parts: inCell(`<c r="C2" t="str"><f>""</f><v></v></c>`), figures: oneGood, check: text("")},
		{name: "cells and rows without addresses", figures: oneGood, check: text("Train"), parts: map[string]string{
			"xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>` +
				`<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c t="s"><x:v>2</x:v></x:c><x:c t="s"><x:v>3</x:v></x:c></x:row>` +
				`<x:row><x:c><x:v>1</x:v></x:c><x:c t="s"><x:v>4</x:v></x:c><x:c t="inlineStr"><x:is><x:t>Train</x:t></x:is></x:c><x:c t="s"><x:v>5</x:v></x:c></x:row>` +
				`</x:sheetData></x:worksheet>`}},
	})
}

// TestFormulas has formulas whose results are not in the file.
func TestFormulas(t *testing.T) {
	t.Parallel()
	formula := func(cell, f string) func(*excelize.File) {
		return func(file *excelize.File) {
			must(file.SetCellValue("Recommendations", cell, nil))
			must(file.SetCellFormula("Recommendations", cell, f))
		}
	}
	both := func(changes ...func(*excelize.File)) func(*excelize.File) {
		return func(f *excelize.File) {
			for _, c := range changes {
				c(f)
			}
		}
	}
	rows := [][]any{append(heads(), "Due", "Days"), append(good(), nil, 3)}
	runTraps(t, []trap{
		{name: "worked out from text", rows: rows, change: formula("A2", `="PR"&"1"`), want: []string{"formula-worked-out A2"}, figures: oneGood,
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "PR1", theOne(t, r).Ref) }},
		{name: "worked out from another cell", rows: rows, change: formula("D2", `=IF($F$2>2,"Complete","In progress")`), want: []string{"formula-worked-out D2"}, figures: "complete 1; training 1"},
		{name: "a date worked out", rows: rows, change: formula("E2", `=DATE(2023,9,F2)`), want: []string{"formula-worked-out E2"}, figures: oneGood,
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "2023-09-03", theOne(t, r).Due.String()) }},
		{name: "one after the other", rows: rows, change: both(formula("A2", `=F2+1`), formula("E2", `=DATE(2023,A2,1)`)),
			want: []string{"formula-worked-out A2", "formula-worked-out E2"}, figures: oneGood,
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, "2023-04-01", theOne(t, r).Due.String()) }},
		{name: "an error worked out", rows: rows, change: formula("D2", `=1/0`), want: []string{"formula-worked-out D2", "error-cell D2"}, figures: "unrecognised 1; training 1"},
		{name: "today", rows: rows, change: formula("E2", `=TODAY()`), want: []string{"formula-no-value E2"}, figures: oneGood},
		{name: "another sheet", rows: rows, change: formula("A2", `=Lists!A1`), want: []string{"formula-no-value A2"}, figures: oneGood},
		{name: "another workbook", rows: rows, change: formula("A2", `='[other.xlsx]Sheet1'!A1`), want: []string{"formula-no-value A2"}, figures: oneGood},
		{name: "round in a circle", rows: rows, change: both(formula("A2", `=E2`), formula("E2", `=A2`)), want: []string{"formula-no-value A2", "formula-no-value E2"}, figures: oneGood},
		{name: "nonsense", rows: rows, change: formula("A2", `=((("`), want: []string{"formula-no-value A2"}, figures: oneGood},
		{name: "a huge range", rows: rows, change: formula("A2", `=SUM(A1:XFD1048576)`), want: []string{"formula-no-value A2"}, figures: oneGood},
		{name: "in a column that the program does not know", rows: rows, change: formula("F2", `=NOW()`), want: []string{"formula-no-value F2"}, figures: oneGood,
			check: func(t *testing.T, r *report.Register) { assert.Equal(t, []string{""}, theOne(t, r).Extra) }},
		{name: "error cells", figures: "unrecognised 1; not_matched 1", want: []string{"error-cell A2", "error-cell B2", "error-cell D2"},
			parts: map[string]string{"xl/worksheets/sheet1.xml": replaced(plainParts()["xl/worksheets/sheet1.xml"], plainRow(2)+plainRow(3),
				`<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2" t="e"><f>VLOOKUP(1,X,2)</f><v>#N/A</v></c><c r="C2" t="inlineStr"><is><t>a</t></is></c><c r="D2" t="inlineStr"><is><t>#NAME?</t></is></c></row>`)},
			check: func(t *testing.T, r *report.Register) {
				assert.Equal(t, map[string]string{"Error": "#REF!", "Column": "Ref"}, argsOf(r, "error-cell"))
			}},
	})
}

func TestHyphensOfEveryKind(t *testing.T) {
	t.Parallel()
	for _, hyphen := range []string{"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2212", "\ufe63", "\uff0d"} {
		data := workbook(t, [][]any{heads(), {"PR" + hyphen + "2", "Training", "Train " + hyphen + " all", "In progress"}}, func(f *excelize.File) {
			_, err := f.NewSheet("About")
			require.NoError(t, err)
			fill(t, f, "About", [][]any{{"Title", "A " + hyphen + " b"}, {"Marking", "OFFICIAL" + hyphen + "SEN\u00adSITIVE"}})
		})
		register, err := ReadBytes("m.xlsx", data, options())
		require.NoError(t, err)
		assert.Equal(t, "PR-2", theOne(t, register).Ref)
		assert.Equal(t, "OFFICIAL-SENSITIVE", register.About.Marking)
		assert.Equal(t, "Train "+hyphen+" all", theOne(t, register).Text["en"], "texts stay as they are")
		assert.Equal(t, "A "+line(hyphen)+" b", register.About.Title["en"], "a dash stays a dash")
	}
}
