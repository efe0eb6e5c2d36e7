package templates

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/figurerule"
)

func wordsIn(t testing.TB, tpl *Template, lang string) report.Words {
	t.Helper()
	w, err := tpl.Words(lang)
	require.NoError(t, err)
	return w
}

func english(t testing.TB) report.Words { return wordsIn(t, shippedTemplate(t), "en") }

func TestWordsOfALanguageThatIsNotThere(t *testing.T) {
	t.Parallel()
	tpl := shippedTemplate(t)
	_, err := tpl.Words("fr")
	assert.EqualError(t, err, `there is no wording for the language "fr": there is `+listOf(tpl.WordingLanguages(), "and"))
	assert.Contains(t, tpl.WordingLanguages(), "en")
}

func TestDatesInEnglish(t *testing.T) {
	t.Parallel()
	w := english(t)
	assert.Equal(t, "en", w.Lang())
	assert.Equal(t, "30 September 2023", w.Date(dates.NewDate(2023, 9, 30)))
	assert.Equal(t, "1 Mar 2024", w.ShortDate(dates.NewDate(2024, 3, 1)))
	assert.Equal(t, "September 2023", w.MonthName(report.Month{Year: 2023, Month: 9}))
	assert.Equal(t, "September", w.MonthAlone(report.Month{Year: 2023, Month: 9}))
	assert.Equal(t, "", w.Date(report.Date{}))
	assert.Equal(t, "", w.ShortDate(report.Date{}))
	assert.Equal(t, "", w.MonthName(report.Month{}))
	assert.Equal(t, "", w.MonthAlone(report.Month{}))
}

func TestPlurals(t *testing.T) {
	t.Parallel()
	w := english(t)
	assert.Equal(t, "0 more", w.Count("list.more", 0))
	assert.Equal(t, "1 more", w.Count("list.more", 1))
	assert.Equal(t, "2 more", w.Count("list.more", 2))
	assert.Equal(t, "1001 more", w.Count("list.more", 1001))
	assert.Equal(t, "None", w.Count("value.none", 1), "a message that does not depend on the number")
}

func TestMessagesThatAreNotThere(t *testing.T) {
	t.Parallel()
	w := english(t)
	assert.Equal(t, "«no.such»", w.Say("no.such"))
	assert.Equal(t, "«no.such»", w.Say("no.such", "A", "b"))
	assert.Equal(t, "«no.such»", w.Count("no.such", 2))
	assert.Equal(t, "«»", w.Say(""))
	assert.Equal(t, "«list.and: argument missing: Last»", w.Say("list.and", "Head", "a"))
	assert.Equal(t, "«list.and: argument missing: Last»", w.Say("list.and", "Head", "a", "Last"), "a name without a value")
}

func TestArguments(t *testing.T) {
	t.Parallel()
	tpl, err := loadWith("wording/en.yaml", "list.and: \"{{.Last}} after {{ .Head }}, {{.Last}}\"\n")
	require.NoError(t, err)
	w := wordsIn(t, tpl, "en")
	assert.Equal(t, "b after 12, b", w.Say("list.and", "Head", 12, "Last", "b"))
	assert.Equal(t, "{{.Head}} after x, {{.Head}}", w.Say("list.and", "Head", "x", "Last", "{{.Head}}"), "text that is put in is not read again")
	assert.Equal(t, " after x, ", w.Say("list.and", "Last", "", "Head", "x"))
}

func TestSortingByLanguage(t *testing.T) {
	t.Parallel()
	w := english(t)
	names := []string{"Zoë", "adam", "Ŵyn", "Adam", "Élan", "Bryn", "Zoe", "wyn"}
	sort.SliceStable(names, func(i, j int) bool { return w.Compare(names[i], names[j]) < 0 })
	assert.Equal(t, []string{"adam", "Adam", "Bryn", "Élan", "wyn", "Ŵyn", "Zoe", "Zoë"}, names)
	assert.Equal(t, 0, w.Compare("Adam", "Adam"))
	assert.Equal(t, -1, w.Compare("a b", "a-b"))
	assert.Equal(t, 1, w.Compare("a-b", "a b"))
}

func TestWordsMayBeUsedByManyAtOnce(t *testing.T) {
	t.Parallel()
	w := english(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := range 200 {
				if got, want := w.Count("list.more", i+2), strconv.Itoa(i+2)+" more"; got != want {
					t.Errorf("%s, not %s", got, want)
				}
				w.Date(dates.NewDate(2023, 1, i))
				w.Compare("Adam "+strconv.Itoa(i), "Bryn")
			}
		})
	}
	wg.Wait()
}

// TestEveryListedWord asks for the words of every value that the figures, states and so on can have.
func TestEveryListedWord(t *testing.T) {
	t.Parallel()
	tpl := shippedTemplate(t)
	for _, lang := range tpl.WordingLanguages() {
		for id := range listedIDs() {
			_, has := tpl.wordings[lang][id]
			assert.True(t, has, "wording/%s.yaml does not have %s", lang, id)
		}
	}
}

// listedIDs gives the ids that the program puts together from the lists of package report.
func listedIDs() map[string]bool {
	ids := map[string]bool{}
	add := func(format string, args ...any) { ids[fmt.Sprintf(format, args...)] = true }
	word := func(s string) string { return strings.NewReplacer(" ", "_", "-", "_").Replace(s) }
	for _, f := range append(figureNames(false), "percent_complete", "rag") {
		add("figure.%s", f)
	}
	add("figure.%s.rule", "percent_complete")
	add("figure.%s.rule", "rag")
	for _, rule := range report.Figures() {
		for _, c := range rule.Conditions {
			for _, id := range figurerule.Messages(&c) {
				add("%s", id)
			}
		}
	}
	for _, c := range []report.Condition{{Test: report.TestIs}, {Not: true, Test: report.TestIs}, {Test: report.TestBlank},
		{Not: true, Test: report.TestBlank}, {Test: report.TestAbove}, {Test: report.TestBefore}, {Test: report.TestBefore, Days: -1},
		{Test: report.TestUpTo}} { // of any column, for figures to come
		add("%s", figurerule.Messages(&c)[0])
	}
	for _, s := range report.States() {
		add("state.%s", word(string(s)))
	}
	for _, s := range report.Standings() {
		add("standing.%s", s)
	}
	for _, s := range report.SignOffs() {
		add("sign_off.%s", word(string(s)))
	}
	for _, s := range report.Scopes() {
		add("scope.%s", s)
	}
	for _, r := range report.Ratings() {
		add("rating.%s", word(string(r)))
	}
	for _, f := range report.Fields() {
		add("field.%s", f)
	}
	for _, k := range report.ChangeKinds() {
		add("change.%s", word(string(k)))
	}
	for _, k := range []dates.ReadingKind{dates.ReadDay, dates.ReadMonth, dates.ReadQuarter, dates.ReadSeason, dates.ReadYear,
		dates.ReadFinancial, dates.ReadWithin, dates.ReadAmbiguous, dates.ReadRecurring, dates.ReadNoIssue, dates.ReadUnknown} {
		add("reading.%s", k)
	}
	for _, key := range report.AboutKeys() { // asked for by package start
		key = strings.ReplaceAll(key, ".", "_")
		add("start.about.%s", key)
		add("start.about.%s.note", key)
	}
	for _, sheet := range []report.SettingsSheet{report.ThemesSheet, report.StatusWordsSheet} { // asked for by package sheets
		for _, column := range sheet.Columns() {
			add("settings.help.%s_%s", sheet, column)
		}
	}
	for n := 1; n <= 10; n++ {
		add("number.%d", n)
	}
	for m := 1; m <= 12; m++ {
		add("month.%d", m)
		add("month.short.%d", m)
	}
	for _, id := range []string{"date.long", "date.short", "month.name", "group.all", "group." + report.ThemeUnmatched, "group." + report.NotGiven} {
		add("%s", id)
	}
	return ids
}

// TestEveryMessageCanBeSaid fills in every message in every form.
func TestEveryMessageCanBeSaid(t *testing.T) {
	t.Parallel()
	tpl := shippedTemplate(t)
	for _, lang := range tpl.WordingLanguages() {
		w := wordsIn(t, tpl, lang)
		for id, p := range tpl.wordings[lang] {
			var args []any
			for _, name := range p.names {
				args = append(args, name, "X")
			}
			said := []string{w.Say(id, args...)}
			for _, n := range []int{0, 1, 2, 3, 6, 10} {
				said = append(said, w.Count(id, n, args...))
			}
			for _, s := range said {
				assert.NotContains(t, s, "«", "%s of wording/%s.yaml", id, lang)
				assert.NotContains(t, s, "{{", "%s of wording/%s.yaml", id, lang)
				assert.NotContains(t, s, "  ", "%s of wording/%s.yaml", id, lang)
				assert.Zero(t, strings.Count(s, "**")%2, "unpaired ** in %s of wording/%s.yaml", id, lang)
			}
		}
	}
}

func TestWordingIsChecked(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, content, want string }{
		{"unknown message", "figure.overdeu: Late", `line 1, column 1: unknown message "figure.overdeu": did you mean "figure.overdue"?`},
		{"unknown argument", "condition.due_within: Within {{.Day}} days", `line 1, column 1: "condition.due_within" has {{.Day}}, which it does not get: did you mean "Days"?`},
		{"argument where there are none", "figure.overdue: \"{{.N}} late\"", `line 1, column 1: "figure.overdue" has {{.N}}, which it does not get: known here: none`},
		{"empty", `figure.overdue: ""`, `line 1, column 17: "figure.overdue" is empty: write its text`},
		{"nothing", "figure.overdue:", `line 1, column 17: figure.overdue should be a text, but there is nothing (text that starts with # must be in quotes; "" is an empty text)`},
		{"list", "figure.overdue: [Late]", `line 1, column 17: figure.overdue should be a text, but there is a list`},
		{"unknown form", "list.more: {ones: 1 more, other: more}", `line 1, column 13: unknown plural form "ones" of "list.more": did you mean "one"?`},
		{"no other form", "list.more: {one: 1 more}", `line 1, column 1: "list.more" has no form "other": add the line other: and the text for most numbers`},
		{"plural of what has none", "figure.overdue: {one: Late, other: Lates}", `line 1, column 1: "figure.overdue" does not depend on a number: write it as one text`},
		{"not a name", "condition.due_within: Within {{Days}} days", `line 1, column 23: "condition.due_within": {{Days}} is not of the form {{.Name}}`},
		{"a program", "condition.due_within: Within {{if .Days}}x{{end}} days", `line 1, column 23: "condition.due_within": {{if .Days}} is not of the form {{.Name}}`},
		{"not closed", "condition.due_within: Within {{.Days days", `line 1, column 23: "condition.due_within": there is {{ without }} after it`},
		{"not opened", "condition.due_within: Within .Days}} days", `line 1, column 23: "condition.due_within": there is }} without {{ before it`},
	} {
		t.Run(c.name, func(t *testing.T) {
			tpl, err := loadWith("wording/en.yaml", c.content)
			assert.Nil(t, tpl)
			assert.EqualError(t, err, "wording/en.yaml, "+c.want)
		})
	}
}

func TestANewLanguage(t *testing.T) {
	t.Parallel()
	_, err := loadWith("wording/fr.yaml", "figure.overdue: En retard")
	assert.ErrorContains(t, err, "wording/fr.yaml, line 1, column 1: ")
	assert.ErrorContains(t, err, " messages are missing: ")
	_, err = loadWith("wording/Deutsch 1.yaml", "figure.overdue: Überfällig")
	assert.ErrorContains(t, err, `"Deutsch 1" is not the code of a language: name the file after its language, as in wording/cy.yaml`)

	all, err := shipped.ReadFile("wording/en.yaml")
	require.NoError(t, err)
	tpl, err := loadWith("wording/fr.yaml", strings.Replace(string(all), "figure.overdue: Overdue", "figure.overdue: En retard", 1), "pack.yaml",
		"languages: [fr]\n"+strings.ReplaceAll(oneTheme, "en: Roads", "en: Roads, fr: Routes")+
			"organisation: {fr: Ville}\nratings:\n  recommendation: [{rating: red, when: overdue, say: {fr: Rouge.}}]\n  group: [{rating: red, when: overdue > 0, say: {fr: Rouge.}}]\n")
	require.NoError(t, err)
	assert.Equal(t, "En retard", wordsIn(t, tpl, "fr").Say("figure.overdue"))
	assert.Equal(t, []string{"fr"}, tpl.Languages)
	assert.Contains(t, tpl.WordingLanguages(), "fr")
}
