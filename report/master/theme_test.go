package master

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// withThemes is a vocabulary of themes whose names have the words that part lists.
func withThemes() *report.Vocabulary {
	v := *options().Vocabulary
	v.Themes = map[string][]string{
		"training": {"Training", "Learning and development", "Hyfforddiant"}, "data": {"Data", "Data and systems", "Data a systemau"},
		"learning": {"Learning"}, "victims": {"Victims, survivors", "Victims", "Dioddefwyr"}, "finance": {"Finance/estates"}, "perpetrators": {"Cyflawnwyr"},
	}
	return &v
}

// TestThemesOfACell: what each cell counts under, and what of it is not known.
func TestThemesOfACell(t *testing.T) {
	t.Parallel()
	m := newMatcher(withThemes(), &report.Rules{})
	for _, c := range []struct {
		cell    string
		ids     []string
		unknown []string
	}{
		{"Training", []string{"training"}, nil},
		{"Theme 2: Training", []string{"training"}, nil},
		{"Training; Data", []string{"training", "data"}, nil},
		{"Data|Victims", []string{"data", "victims"}, nil},
		{"Data\nVictims\nData", []string{"data", "victims"}, nil},
		{"Training, Data", []string{"training", "data"}, nil},
		{"Training and Data", []string{"training", "data"}, nil},
		{"Training, Data and Victims", []string{"training", "data", "victims"}, nil},
		{"Training, Data, and Victims", []string{"training", "data", "victims"}, nil},
		{"Training / Data & Victims", []string{"training", "data", "victims"}, nil},
		{"Hyfforddiant a Dioddefwyr", []string{"training", "victims"}, nil},
		{"Hyfforddiant, Data ac Dioddefwyr", []string{"training", "data", "victims"}, nil},
		{"Data a Chyflawnwyr", []string{"data", "perpetrators"}, nil},
		{"Chyflawnwyr", nil, []string{"Chyflawnwyr"}},
		{"Learning and development", []string{"training"}, nil},
		{"Data and Learning and development", []string{"data", "training"}, nil},
		{"Data and systems and Learning and development", []string{"data", "training"}, nil},
		{"Data a systemau a Dioddefwyr", []string{"data", "victims"}, nil},
		{"Victims, survivors, Data", []string{"victims", "data"}, nil},
		{"Finance/estates", []string{"finance"}, nil},
		{"Finance/estates/Data", []string{"finance", "data"}, nil},
		{"Training, nonsense", nil, []string{"Training, nonsense"}},
		{"Health and safety", nil, []string{"Health and safety"}},
		{"Training; nonsense", []string{"training"}, []string{"nonsense"}},
		{"Training; Health and safety; Data", []string{"training", "data"}, []string{"Health and safety"}},
		{"Research and development", nil, []string{"Research and development"}},
		{" ; | ", nil, nil},
	} {
		themes, unknown := m.themesIn(c.cell)
		var ids []string
		for _, theme := range themes {
			ids = append(ids, theme.id)
		}
		assert.Equal(t, c.ids, ids, "%q", c.cell)
		assert.Equal(t, c.unknown, unknown, "%q", c.cell)
	}
}

// TestSeparatorsAreTheTemplates: a template that parts at strokes alone does not part at semicolons, and one without any parts at none.
func TestSeparatorsAreTheTemplates(t *testing.T) {
	t.Parallel()
	v := withThemes()
	for _, c := range []struct {
		separators []string
		cell       string
		want       int
	}{{[]string{"|"}, "Training|Data", 2}, {[]string{"|"}, "Training; Data", 0}, {[]string{}, "Training; Data", 0}, {nil, "Training; Data", 2}} {
		v.ThemeSeparators = c.separators
		themes, _ := newMatcher(v, &report.Rules{}).themesIn(c.cell)
		assert.Len(t, themes, c.want, "%q at %q", c.cell, c.separators)
	}
}

// TestSeveralThemesAreTold: one note for each list of themes, with where it counts and how many rows have it.
func TestSeveralThemesAreTold(t *testing.T) {
	t.Parallel()
	o := options()
	o.Vocabulary = withThemes()
	const rows = "Ref,Theme,Recommendation,Status\n1,Training; Data,a,Open\n2,Training; Data,b,Open\n3,Data and Victims,c,Open\n4,Training; odd,d,Open\n5,Odd,e,Open\n"
	for _, each := range []bool{false, true} {
		rules := report.Rules{EachTheme: each}
		o.Rules = &rules
		register, err := ReadBytes("m.csv", keepMade(t, ".csv", []byte(rows)), o)
		require.NoError(t, err)
		var told [][]string
		for _, p := range register.Problems {
			switch p.Code {
			case "several-themes", "unknown-theme", "unknown-theme-beside":
				told = append(told, []string{p.Code, p.Cell, p.Args["Counted"] + p.Args["Theme"], p.Args["Rows"]})
			}
		}
		first, second := "Training", "Data"
		if each {
			first, second = "Training; Data", "Data; Victims"
		}
		assert.Equal(t, [][]string{{"several-themes", "B2", first, "2"}, {"several-themes", "B4", second, "1"},
			{"unknown-theme-beside", "B5", "Trainingodd", ""}, {"unknown-theme", "B6", "Odd", ""}}, told)
	}
}
