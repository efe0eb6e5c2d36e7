package sheets

import (
	"bytes"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report/master"
	"boardpack/templates"
)

// own is a team's template.
const own = `languages: [en, cy]
due_soon_days: 45
overdue_by: original_due
organisation: {en: Anytown, cy: Trefunrhyw}
themes:
  - id: money
    name: {en: Money, cy: Arian}
    synonyms: [Finance, "Cost; control"]
  - id: people
    name: {en: People, cy: Pobl}
    headings: [Staff and leadership]
    colour: "#5A2A5E"
`

func template(t testing.TB, pack string) *templates.Template {
	t.Helper()
	loaded, err := templates.LoadFS(fstest.MapFS{"pack.yaml": {Data: []byte(pack)}})
	require.NoError(t, err)
	return loaded
}

// book makes a workbook: sheets in their order, and their rows from the first. A value that begins with "=" is a formula without a result.
func book(t testing.TB, sheets []string, rows map[string][][]any, change ...func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	require.NoError(t, f.SetSheetName("Sheet1", "Recommendations"))
	for i, heading := range []string{"Ref", "Theme", "Recommendation", "Status", "Due"} {
		cell, err := excelize.CoordinatesToCellName(i+1, 1)
		require.NoError(t, err)
		require.NoError(t, f.SetCellStr("Recommendations", cell, heading))
	}
	for i, value := range []string{"1", "Money", "Balance the budget by March", "Parked", ""} {
		cell, err := excelize.CoordinatesToCellName(i+1, 2)
		require.NoError(t, err)
		require.NoError(t, f.SetCellStr("Recommendations", cell, value))
	}
	for _, sheet := range sheets {
		_, err := f.NewSheet(sheet)
		require.NoError(t, err)
		for r, row := range rows[sheet] {
			for c, value := range row {
				cell, err := excelize.CoordinatesToCellName(c+1, r+1)
				require.NoError(t, err)
				switch text, is := value.(string); {
				case value == nil:
				case is && len(text) > 1 && text[0] == '=' && text[1] != '=':
					require.NoError(t, f.SetCellFormula(sheet, cell, text[1:]))
				case is:
					require.NoError(t, f.SetCellStr(sheet, cell, text))
				default:
					require.NoError(t, f.SetCellValue(sheet, cell, value))
				}
			}
		}
	}
	for _, c := range change {
		c(f)
	}
	var out bytes.Buffer
	require.NoError(t, f.Write(&out))
	return out.Bytes()
}

// one is a workbook with one sheet of settings.
func one(t testing.TB, sheet string, rows ...[]any) []byte {
	t.Helper()
	return book(t, []string{sheet}, map[string][][]any{sheet: rows})
}

func read(t testing.TB, data []byte, tpl *templates.Template) *Settings {
	t.Helper()
	s, err := Read("m.xlsx", data, tpl, master.Limits{})
	require.NoError(t, err)
	return s
}
