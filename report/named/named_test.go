package named_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/named"
	"boardpack/report/reporttest"
)

func languages(t *testing.T) (english, welsh report.Words) {
	t.Helper()
	loaded := reporttest.Shipped(t)
	english, err := loaded.Words("en")
	require.NoError(t, err)
	welsh, err = loaded.Words("cy")
	require.NoError(t, err)
	return english, welsh
}

// TestEveryWordOfTheFieldHasANameInBothLanguages: none is empty, none is an id, and no two of a list are called the same.
func TestEveryWordOfTheFieldHasANameInBothLanguages(t *testing.T) {
	t.Parallel()
	english, welsh := languages(t)
	for _, w := range []report.Words{english, welsh} {
		lists := map[string]map[string]string{"state": {}, "scope": {}, "sign-off": {}, "rating": {}}
		for _, s := range report.States() {
			lists["state"][string(s)] = named.State(w, s)
		}
		for _, s := range report.Scopes() {
			lists["scope"][string(s)] = named.Scope(w, s)
		}
		for _, s := range report.SignOffs() {
			lists["sign-off"][string(s)] = named.SignOff(w, s)
		}
		for _, r := range report.Ratings() {
			lists["rating"][string(r)] = named.Rating(w, r)
		}
		for list, names := range lists {
			seen := map[string]bool{}
			for of, name := range names {
				assert.NotEmpty(t, name, "%s %s in %s", list, of, w.Lang())
				assert.NotContains(t, name, "_", "%s %s in %s", list, of, w.Lang())
				assert.False(t, seen[name], "two of %s are called %s in %s", list, name, w.Lang())
				seen[name] = true
			}
		}
	}
	assert.Empty(t, named.SignOff(english, report.NoSignOff))
	assert.Empty(t, named.Cause(english, ""))
	assert.Equal(t, "In progress", named.State(english, report.InProgress))
}

// TestTitleAndOrganisation: in the pack's language or the one that there is, and without any the name of the file, or the template's.
func TestTitleAndOrganisation(t *testing.T) {
	t.Parallel()
	english, welsh := languages(t)
	p := reporttest.Build(t, reporttest.Register(report.Recommendation{Ref: "1"}))
	title := func(w report.Words) string { text, lang := named.Title(w, p); return text + " " + lang }
	organisation := func(w report.Words) string { text, lang := named.Organisation(w, p); return text + " " + lang }
	assert.Equal(t, "sample en", title(english))
	assert.Equal(t, "sample cy", title(welsh))
	p.Register.About.Title = report.Text{"en": "A review"}
	assert.Equal(t, "A review en", title(welsh), "there is none in Welsh")
	p.Register.About.Title["cy"] = "Adolygiad"
	assert.Equal(t, "Adolygiad cy", title(welsh))
	assert.Equal(t, "A review en", title(english))

	rules := *p.Rules
	p.Rules = &rules
	rules.DefaultOrg = report.Text{"en": "Ours"}
	assert.Equal(t, "Ours en", organisation(welsh), "the template's")
	p.Register.About.Organisation = report.Text{"cy": "Heddlu"}
	assert.Equal(t, "Heddlu cy", organisation(english), "the spreadsheet's comes first")
}

// TestNamesOfGroups: in the pack's language, as typed, or those of the program for what has no name.
func TestNamesOfGroups(t *testing.T) {
	t.Parallel()
	english, welsh := languages(t)
	rules := &report.Rules{Themes: []report.Theme{{ID: "data", Name: report.Text{"en": "Data", "cy": "Data a chofnodion"}}, {ID: "people", Name: report.Text{"en": "People"}}}}
	assert.Equal(t, "Data", named.Theme(english, rules, "data"))
	assert.Equal(t, "Data a chofnodion; People", named.Themes(welsh, rules, []string{"data", "people"}))
	assert.Empty(t, named.Themes(welsh, rules, nil))
	assert.Equal(t, english.Say("group."+report.ThemeUnmatched), named.Theme(english, rules, "no such theme"))
	assert.Equal(t, "Head of Crime", named.Group(english, &report.Group{ID: "head-of-crime", Name: report.Text{"en": "Head of Crime"}}))
	assert.Equal(t, english.Say("group.all"), named.ByID(english, "all", nil))
	assert.NotEqual(t, named.ByID(english, "all", nil), named.ByID(welsh, "all", nil))
}

// TestUnderscored is how a word of the figures file ends the id of a message.
func TestUnderscored(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "not_rated", named.Underscored("not rated"))
	assert.Equal(t, "re_dated", named.Underscored("re-dated"))
	assert.Equal(t, "plain", named.Underscored("plain"))
}
