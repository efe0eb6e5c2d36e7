package batch

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/master"
)

func TestOneFileOfEachRegister(t *testing.T) {
	t.Parallel()
	month := report.Month{Year: 2023, Month: 9}
	m := rows("1:the first", "2:the second", "3:the third", "4:the fourth")
	edited := strings.Replace(m, "In progress", "Complete", 1)
	half, less := rows("1:the first", "2:the second", "5:a fifth", "6:a sixth"), rows("1:the first", "5:a fifth", "6:a sixth", "7:a seventh")
	other := rows("1:something else", "2:and more of it")
	book := xlsx(t, m)
	cases := []struct {
		name  string
		files map[string]string
		want  string // the files that are left, each with those that it is at odds with, and what is noted
	}{
		{"a copy", map[string]string{"m.csv": m, "m - Copy.csv": m}, "m.csv; m - Copy.csv is m.csv"},
		{"a Welsh copy", map[string]string{"m.csv": m, "m - Copi.csv": m}, "m.csv; m - Copi.csv is m.csv"},
		{"an older copy", map[string]string{"m.csv": m, "Copy of m.csv": m}, "m.csv; Copy of m.csv is m.csv"},
		{"a download", map[string]string{"m.csv": m, "m (1).csv": m + "\n"}, "m.csv; m (1).csv is m.csv"},
		{"a download of another day", map[string]string{"m.csv": m, "m (1).csv": edited}, "m.csv not m (1).csv"},
		{"two edits at once", map[string]string{"m.csv": m, "m-DESKTOP-AB12CD.csv": edited}, "m.csv not m-DESKTOP-AB12CD.csv"},
		{"two edits that came to the same", map[string]string{"m.csv": m, "m-LAPTOP-7.csv": m}, "m.csv; m-LAPTOP-7.csv is m.csv"},
		{"a conflict", map[string]string{"m.csv": m, "m_conflict-20230901-101112.csv": m}, "m.csv; m_conflict-20230901-101112.csv is m.csv"},
		{"two edits and no plain name", map[string]string{"m-DESKTOP-AB12CD.csv": m, "m-LAPTOP-12345.csv": edited}, "m-LAPTOP-12345.csv not m-DESKTOP-AB12CD.csv"},
		{"a backup", map[string]string{"m.csv": m, "Backup of m.csv": edited}, "m.csv not Backup of m.csv"},
		{"two versions", map[string]string{"m v2.csv": m, "m final.csv": edited}, "m v2.csv not m final.csv"},
		{"three, one of them at odds", map[string]string{"m.csv": m, "m (1).csv": m, "m - Copy.csv": edited}, "m.csv not m - Copy.csv; m (1).csv is m.csv"},
		{"no plain name", map[string]string{"m - Copy.csv": m, "m - Copy (2).csv": m}, "m - Copy.csv; m - Copy (2).csv is m - Copy.csv"},
		{"a workbook and its CSV", map[string]string{"m.xlsx": xlsx(t, m, "Title", "A title"), "m.csv": m}, "m.xlsx; m.csv is m.xlsx"},
		{"a workbook and another CSV", map[string]string{"m.xlsx": book, "m.csv": edited}, "m.xlsx not m.csv"},
		{"another As at", map[string]string{"m.xlsx": xlsx(t, m, "As at", "2023-09-30", "Title", "A"), "m (1).xlsx": xlsx(t, m, "As at", "2023-08-31", "Title", "A")}, "m.xlsx not m (1).xlsx"},
		{"saved again", map[string]string{"m.xlsx": book, "m (1).xlsx": xlsx(t, m+" \n")}, "m.xlsx; m (1).xlsx is m.xlsx"},
		{"half in common", map[string]string{"m.csv": m, "m-2.csv": half}, "m.csv not m-2.csv"},
		{"less than half", map[string]string{"m.csv": m, "m-2.csv": less}, "m-2.csv m.csv"},
		{"two registers by number", map[string]string{"review 1.csv": m, "review 2.csv": other}, "review 1.csv review 2.csv"},
		{"two registers by year", map[string]string{"PEEL 2021.csv": m, "PEEL 2023.csv": other}, "PEEL 2021.csv PEEL 2023.csv"},
		{"two registers by what follows", map[string]string{"custody.csv": m, "custody follow-up.csv": other}, "custody follow-up.csv custody.csv"},
		{"an old format beside", map[string]string{"m.xlsx": book, "m.xls": "no workbook\x00"}, "m.xls aside, m.xlsx"},
		{"a damaged one beside", map[string]string{"m.xlsx": "PK damaged", "m.csv": m}, "m.csv m.xlsx aside,"},
		{"both damaged", map[string]string{"m.xlsx": "PK damaged", "m.xls": "no workbook\x00"}, "m.xls m.xlsx"},
		{"damaged and copied", map[string]string{"m.xlsx": "PK damaged", "m - Copy.xlsx": "PK damaged"}, "m.xlsx; m - Copy.xlsx is m.xlsx"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			inMonth := map[string]string{}
			for name, data := range c.files {
				inMonth[month.String()+"/"+name] = data
			}
			chain := madeOf(t, inMonth).newChain(newNotes(), newSources(master.Limits{}))
			files, err := chain.mastersIn(month, true)
			require.NoError(t, err)
			assert.Equal(t, c.want, told(chain.oneOfEach(files, true), chain.notes.found))
		})
	}
}

// told puts what is left of a month's files, and the notes, in one line.
func told(files []masterFile, notes []report.Problem) string {
	short := func(listed string) string { return strings.TrimPrefix(listed, "2023-09/") }
	var out []string
	for i := range files {
		text := short(files[i].listed)
		for _, rival := range files[i].rivals {
			text += " not " + short(rival)
		}
		if files[i].aside {
			text += " aside,"
		}
		out = append(out, text)
	}
	line := strings.Join(out, " ")
	for _, p := range notes {
		line += "; " + short(p.File) + " is " + p.Args["Other"]
	}
	return line
}
