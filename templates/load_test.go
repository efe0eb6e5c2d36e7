package templates

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

// shippedTemplate is the template as it comes.
func shippedTemplate(t testing.TB) *Template {
	t.Helper()
	tpl, err := Load("")
	require.NoError(t, err)
	return tpl
}

// loadWith loads a team's files, given as name and content in turn, over the shipped ones.
func loadWith(files ...string) (*Template, error) {
	own := fstest.MapFS{}
	for i := 0; i+1 < len(files); i += 2 {
		own[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return loadFS(own)
}

func TestShippedTemplate(t *testing.T) {
	t.Parallel()
	tpl := shippedTemplate(t)
	assert.NotEmpty(t, tpl.Languages)
	var ids, welsh []string
	for _, theme := range tpl.Rules.Themes {
		ids, welsh = append(ids, theme.ID), append(welsh, theme.Name["cy"])
	}
	assert.Equal(t, []string{"resourcing", "training", "data", "perpetrators", "victims"}, ids)
	assert.Equal(t, []string{"Adnoddau", "Hyfforddiant", "Data", "Cyflawnwyr", "Dioddefwyr"}, welsh)
	for _, heading := range []string{"Perpetrators", "Perpetrator interventions", "Perpetrator monitoring", "Cyflawnwyr"} {
		assert.Contains(t, tpl.Vocabulary.Themes["perpetrators"], heading)
	}
	for _, f := range report.Fields() {
		assert.NotEmpty(t, tpl.Vocabulary.Columns[f], "column %s", f)
	}
	for _, key := range report.AboutKeys() {
		assert.NotEmpty(t, tpl.Vocabulary.About[key], "About entry %s", key)
	}
	for _, s := range report.States() {
		assert.Equal(t, s == report.Unrecognised, len(tpl.Vocabulary.States[s]) == 0, "state %s", s)
	}
	for _, s := range report.SignOffs() {
		assert.NotEmpty(t, tpl.Vocabulary.SignOffs[s], "sign-off %s", s)
	}
	for _, s := range report.Scopes() {
		assert.NotEmpty(t, tpl.Vocabulary.Scopes[s], "scope %s", s)
	}
}

func TestWordsOfTheDesignAreAliases(t *testing.T) {
	t.Parallel()
	v := shippedTemplate(t).Vocabulary
	columns := map[report.Field]string{
		report.FieldRef: "Ref", report.FieldTheme: "Theme", report.FieldRecommendation: "Recommendation", report.FieldStatus: "Status",
		report.FieldSource: "Source", report.FieldHeading: "Heading", report.FieldResponse: "Response", report.FieldOwner: "Owner",
		report.FieldScope: "Scope", report.FieldPriority: "Priority", report.FieldSignOff: "Sign-off", report.FieldDueAsWritten: "Due as written",
		report.FieldOriginalDue: "Original due", report.FieldDue: "Due", report.FieldReason: "Reason for change", report.FieldCompleted: "Completed",
		report.FieldUpdated: "Updated", report.FieldProgress: "Progress note", report.FieldEvidence: "Evidence",
		report.FieldRecommendationCy: "Recommendation (cy)", report.FieldResponseCy: "Response (cy)", report.FieldProgressCy: "Progress note (cy)",
		report.FieldSourceCy: "Source (cy)", report.FieldHeadingCy: "Heading (cy)", report.FieldOwnerCy: "Owner (cy)", report.FieldPriorityCy: "Priority (cy)",
		report.FieldReasonCy: "Reason for change (cy)", report.FieldEvidenceCy: "Evidence (cy)"}
	for _, f := range report.Fields() {
		assert.Contains(t, v.Columns[f], columns[f])
	}
	about := map[string]string{"title": "Title", "organisation": "Organisation", "issuer": "Issuer", "published": "Published",
		"response_issued": "Response issued", "as_at": "As at", "marking": "Marking", "board": "Board", "meeting_date": "Meeting date",
		"contact": "Contact", "version": "Version", "title.cy": "Title (cy)", "organisation.cy": "Organisation (cy)", "issuer.cy": "Issuer (cy)",
		"board.cy": "Board (cy)", "contact.cy": "Contact (cy)", "illustrative": "Illustrative", "draft": "Draft"}
	for _, key := range report.AboutKeys() {
		assert.Contains(t, v.About[key], about[key])
	}
}

func TestLoadFromAFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "pack.yaml"), []byte("due_soon_days: 30\n"), 0o644))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "wording"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "wording", "en.yaml"), []byte("figure.overdue: Late\n"), 0o644))

	tpl, err := Load(dir)
	require.NoError(t, err)
	words, err := tpl.Words("en")
	require.NoError(t, err)

	assert.Equal(t, 30, tpl.Rules.DueSoonDays, "the team's own")
	assert.Len(t, tpl.Rules.Themes, 5, "left out, so as shipped")
	assert.Equal(t, "Late", words.Say("figure.overdue"))
	assert.Equal(t, "Complete", words.Say("figure.complete"), "left out, so as shipped")
	names := map[string]string{}
	for _, f := range tpl.Files() {
		names[f.Name] = string(f.Data)
	}
	assert.Equal(t, "due_soon_days: 30\n", names["pack.yaml"])
	assert.Equal(t, "figure.overdue: Late\n", names["wording/en.yaml"])
	assert.Contains(t, names, "shipped/pack.yaml")
	assert.Contains(t, names, "shipped/wording/en.yaml")
}

func TestLoadRefusesFoldersThatAreNone(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	require.NoError(t, os.WriteFile(file, nil, 0o644))

	_, err := Load(filepath.Join(dir, "missing"))
	assert.ErrorIs(t, err, fs.ErrNotExist)
	_, err = Load(file)
	assert.ErrorContains(t, err, "is a file: name the folder that has pack.yaml")
	_, err = Load(dir)
	assert.EqualError(t, err, "the template folder has no pack.yaml and no wording file such as wording/en.yaml")
}

func TestLoadRefusesFilesThatItWouldNotRead(t *testing.T) {
	t.Parallel()
	_, err := loadWith("pack.yaml", "marking: OFFICIAL\n", "wording/en.yml", "figure.overdue: Late\n")
	assert.EqualError(t, err, "wording/en.yml would not be read: rename it to wording/en.yaml")
	_, err = loadWith("pack.yml", "marking: OFFICIAL\n", "wording/en.yaml", "figure.overdue: Late\n")
	assert.EqualError(t, err, "pack.yml would not be read: rename it to pack.yaml")
	_, err = loadWith("pack.yaml", strings.Repeat("#", maxFileSize+1))
	assert.EqualError(t, err, "pack.yaml is larger than 256 kB: a template is a small text file")
	_, err = loadWith("pack.yaml", strings.Repeat("#", maxFileSize))
	assert.NoError(t, err)
}

func TestEmptyAndSavedOnWindows(t *testing.T) {
	t.Parallel()
	for name, content := range map[string]string{
		"empty":             "",
		"notes alone":       "# nothing yet\n",
		"byte order mark":   "\uFEFFmarking: OFFICIAL\n",
		"Windows line ends": "# notes\r\nmarking: OFFICIAL\r\nyes: [Y]\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			tpl, err := loadWith("pack.yaml", content)
			require.NoError(t, err)
			assert.Equal(t, "OFFICIAL", tpl.Rules.Marking)
		})
	}
}

func TestEveryMistakeIsTold(t *testing.T) {
	t.Parallel()
	_, err := loadWith("pack.yaml", "due_soon_days: soon\noverdue_by: date\nthemez: []\n")
	var mistakes Errors
	require.ErrorAs(t, err, &mistakes)
	assert.Equal(t, Errors{
		{"pack.yaml", 1, 16, "due_soon_days should be a whole number, but there is a text"},
		{"pack.yaml", 2, 13, `overdue_by is "date", which is not known: it is due or original_due`},
		{"pack.yaml", 3, 1, `unknown key "themez": did you mean "themes"?`},
	}, mistakes)
}

func TestFilesThatAreNoTemplates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, content, want string }{
		{"text", "hello\n", `pack.yaml, line 1, column 1: the file should have entries of the form "key: value", but there is a text`},
		{"list", "- themes\n", `pack.yaml, line 1, column 1: the file should have entries of the form "key: value", but there is a list`},
		{"tab", "themes:\n\t- id: a\n", "pack.yaml, line 2, column 1: this cannot be read as YAML: a line cannot begin with a tab: indent with spaces"},
		{"key twice", "marking: A\nmarking: B\n", `pack.yaml, line 2, column 1: this cannot be read as YAML: "marking" is there twice: keep one of the two`},
		{"two documents", "marking: A\n---\nmarking: B\n", "pack.yaml, line 3, column 1: a second document starts here: delete the line ---"},
		{"not UTF-8", "marking: A\naccent: \xff\n", "pack.yaml, line 2, column 1: the file is not in UTF-8: save it as UTF-8 in your editor"},
		{"reference", "marking: &m A\n", "pack.yaml, line 1, column 10: marking should be a text, but there is a reference with & or * or << (write it out, or put it in quotes)"},
		{"tag", "marking: !m A\n", "pack.yaml, line 1, column 10: marking should be a text, but there is a tag with ! (put it in quotes)"},
		{"list as key", "? [a]\n: b\n", "pack.yaml, line 2, column 1: this cannot be read as YAML: the name before the colon is no plain text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tpl, err := loadWith("pack.yaml", c.content)
			assert.EqualError(t, err, c.want)
			assert.Nil(t, tpl)
		})
	}
}

func FuzzLoad(f *testing.F) {
	pack, err := shipped.ReadFile(packName)
	require.NoError(f, err)
	f.Add(string(pack), "figure.overdue: Late\n")
	f.Add("themes:\n  - id: a\n    name: {en: A}\n", "condition.due_within: \"{{.Days}}\"\n")
	f.Add("ratings: {group: [{rating: red, when: \"overdue % total > 1\", say: {en: x}}]}\n", "a: {one: x, other: y}\n")
	f.Add("yes: [~, &a b, *a, !!str x, 1.5, 0x10, True]\n", "? [a]\n: b\n")
	f.Add("marking: |\n  a\n  b\naccent: >-\n  #000000\n", "month.1: |2\n    x\n")
	f.Fuzz(func(t *testing.T, pack, wording string) {
		tpl, err := loadWith("pack.yaml", pack, "wording/en.yaml", wording)
		if err != nil {
			assert.Nil(t, tpl)
			return
		}
		for _, rules := range [][]report.RatingRule{tpl.Rules.PositionRatings, tpl.Rules.GroupRatings} {
			for _, rule := range rules {
				_, _ = rule.Holds(func(report.Figure) int { return 1 })
			}
		}
		words, err := tpl.Words("en")
		require.NoError(t, err)
		words.Say("condition.due_within", "Days", 60)
	})
}
