package master

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
)

// settingsVocabulary knows the sheets in two languages.
func settingsVocabulary() *report.Vocabulary {
	v := *vocabulary()
	v.Settings = report.SettingsNames{
		Sheets: map[report.SettingsSheet][]string{report.ThemesSheet: {"Themes", "Themâu"}, report.ValuesSheet: {"Settings"}},
		Headings: map[report.SettingsSheet]map[string][]string{
			report.ThemesSheet: {"name": {"Name", "Enw"}, "name.cy": {"Name (Welsh)"}, "words": {"Other words"}, "colour": {"Colour"}, "id": {"Id"}},
			report.ValuesSheet: {"setting": {"Setting"}, "value": {"Value"}, "note": {"What it is for"}},
		},
	}
	return &v
}

// TestWhatIsSaidOfSheetsOfSettings: of those that are not read, or of which somebody may not see all, the master says so.
func TestWhatIsSaidOfSheetsOfSettings(t *testing.T) {
	t.Parallel()
	head := []string{"Id", "Name", "Other words"}
	for _, c := range []struct {
		name, sheet string
		head        []string
		hidden      bool
		want        []string
	}{
		{"read", "Themes", head, false, nil},
		{"hidden", "Themes", head, true, []string{"settings-hidden at Themes"}},
		{"a column of the team's own", "Themes", append([]string{"Lead"}, head...), false, []string{"settings-column at Themes!A1"}},
		{"a heading is gone", "Themes", []string{"Id", "Name", "Words"}, false, []string{"settings-headings at Themes"}},
		{"another name", "Our themes", head, false, []string{"settings-name at Our themes"}},
		{"not ours at all", "Themes", []string{"Theme", "Lead"}, false, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := excelize.NewFile()
			defer f.Close()
			require.NoError(t, f.SetSheetRow("Sheet1", "A1", &[]string{"Ref", "Theme", "Recommendation", "Status"}))
			require.NoError(t, f.SetSheetRow("Sheet1", "A2", &[]string{"R1", "Data", "Do it", "Complete"}))
			_, err := f.NewSheet(c.sheet)
			require.NoError(t, err)
			require.NoError(t, f.SetSheetRow(c.sheet, "A1", &c.head))
			require.NoError(t, f.SetSheetRow(c.sheet, "A2", &[]string{"1", "Organisation", "x", "y"}))
			if c.hidden {
				require.NoError(t, f.SetSheetVisible(c.sheet, false))
			}
			var out bytes.Buffer
			require.NoError(t, f.Write(&out))
			register, err := ReadBytes("m.xlsx", out.Bytes(), Options{Vocabulary: settingsVocabulary()})
			require.NoError(t, err)
			var got []string
			for _, p := range register.Problems {
				if p.Code[:min(8, len(p.Code))] == "settings" {
					place := p.Sheet
					if p.Cell != "" {
						place += "!" + p.Cell
					}
					got = append(got, p.Code+" at "+place)
				}
			}
			assert.Equal(t, c.want, got)
			assert.Len(t, register.Recommendations, 1)
		})
	}
}

// FuzzSettingsGrids gives the reader of the sheets any bytes: no panic, and nothing beside an error.
func FuzzSettingsGrids(f *testing.F) {
	book := excelize.NewFile()
	defer book.Close()
	_, err := book.NewSheet("Themes")
	require.NoError(f, err)
	require.NoError(f, book.SetSheetRow("Themes", "A1", &[]string{"Id", "Name", "Other words"}))
	require.NoError(f, book.SetSheetRow("Themes", "A2", &[]string{"a", "A", "b; c"}))
	var out bytes.Buffer
	require.NoError(f, book.Write(&out))
	f.Add(out.Bytes())
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		grids, err := SettingsGrids("m.xlsx", data, Options{Vocabulary: settingsVocabulary()})
		if err != nil && grids != nil {
			t.Fatal("sheets beside an error")
		}
		for _, g := range grids {
			if g.Head < 1 || len(g.Columns) == 0 {
				t.Fatalf("%+v", g)
			}
		}
	})
}
