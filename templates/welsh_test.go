package templates

import (
	"regexp"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/fold"
)

func welsh(t testing.TB) report.Words { return wordsIn(t, shippedTemplate(t), "cy") }

func TestDatesInWelsh(t *testing.T) {
	t.Parallel()
	w := welsh(t)
	assert.Equal(t, "30 Medi 2023", w.Date(dates.NewDate(2023, 9, 30)))
	assert.Equal(t, "1 Chwef 2024", w.ShortDate(dates.NewDate(2024, 2, 1)))
	assert.Equal(t, "Hydref 2023", w.MonthName(report.Month{Year: 2023, Month: 10}))
}

func TestWelshSorting(t *testing.T) {
	t.Parallel()
	w := welsh(t)
	names := []string{"Dafydd", "Chwarter", "Cymru", "Ffion", "Fychan", "Llan", "Lowri", "Ddol", "Rhys", "Rwth"}
	sort.Slice(names, func(i, j int) bool { return w.Compare(names[i], names[j]) < 0 })
	assert.Equal(t, []string{"Cymru", "Chwarter", "Dafydd", "Ddol", "Fychan", "Ffion", "Lowri", "Llan", "Rwth", "Rhys"}, names)
}

func TestWelshPlurals(t *testing.T) {
	t.Parallel()
	w := welsh(t)
	for n, want := range map[int]string{0: "0 cell", 1: "1 gell", 2: "2 gell", 3: "3 cell", 4: "4 cell", 5: "5 cell", 6: "6 chell", 7: "7 cell", 12: "12 cell"} {
		assert.Equal(t, "Mae angen edrych ar "+want+" yn y gofrestr", w.Count("points.title", n))
	}
	for n, want := range map[int]string{1: "O'r un argymhelliad o fewn cwmpas", 2: "O'r 2 argymhelliad o fewn cwmpas", 17: "O'r 17 argymhelliad o fewn cwmpas"} {
		assert.Equal(t, want, w.Count("lead.in_scope", n))
	}
	assert.Equal(t, "O'r 17 argymhelliad o fewn cwmpas, mae **3 wedi'u cwblhau** (18%) ac mae 2 arall wedi'u gwneud ac yn aros am gymeradwyaeth.",
		w.Say("lead.position", "InScope", w.Count("lead.in_scope", 17), "Clauses",
			w.Say("list.and", "Head", w.Count("lead.complete", 3, "Percent", 18), "Last", w.Count("lead.awaiting", 2))))
	assert.Equal(t, "ychwanegwyd 1 a chwblhawyd 2", w.Say("list.and", "Head", w.Count("lead.step.new", 1), "Last", w.Count("lead.step.completed", 2)))
}

func TestWelshAnd(t *testing.T) {
	t.Parallel()
	for next, want := range map[string]string{
		"cwblhawyd 2": "a chwblhawyd 2", "tynnwyd 1": "a thynnwyd 1", "pedwar": "a phedwar", "Chwefror 2024": "a Chwefror 2024", "Tachwedd 2023": "a Thachwedd 2023",
		"daeth 1": "a daeth 1", "symudwyd 1": "a symudwyd 1", "Hydref": "a Hydref", "llyfr": "a llyfr",
		"ailagorwyd 1": "ac ailagorwyd 1", "Ebrill": "ac Ebrill", "ŵyn": "ac ŵyn", "ychwanegwyd 1": "ac ychwanegwyd 1",
		"mae 2 arall": "ac mae 2 arall", "heb ddyddiad": "ac heb ddyddiad", "macsen": "a macsen",
		"0": "a 0", "1 i gorff arall": "ac 1 i gorff arall", "2 arall": "a 2 arall", "8": "ac 8", "10": "a 10", "11": "ac 11", "19": "ac 19", "20": "a 20", "80": "ac 80", "100": "a 100", "800": "ac 800", "1000": "a 1000", "8000": "a 8000",
		"[[13]]": "ac [[13]]", "[[2]]": "a [[2]]", "[[PR1]]": "a [[PR1]]", "[[11a]]": "ac [[11a]]", "**1 arall**": "ac **1 arall**", "**cwblhawyd**": "a **chwblhawyd**",
		"": "", "…": "a …", "[[]]": "a [[]]",
	} {
		and, changed := welshAnd(next)
		assert.Equal(t, want, and+changed)
	}
}

// TestLanguagesAgree holds that each language has the same messages with the same arguments.
func TestLanguagesAgree(t *testing.T) {
	t.Parallel()
	tpl := shippedTemplate(t)
	reference := tpl.wordings[base]
	for _, lang := range shippedLanguages() {
		w := tpl.wordings[lang]
		var missing, spare []string
		for id := range reference {
			if _, ok := w[id]; !ok {
				missing = append(missing, id)
			}
		}
		for id, p := range w {
			ref, ok := reference[id]
			if !ok {
				spare = append(spare, id)
				continue
			}
			assert.ElementsMatch(t, withoutN(ref.names), withoutN(p.names), "arguments of %s in wording/%s.yaml", id, lang)
			assert.False(t, p.plural() && !ref.plural(), "%s of wording/%s.yaml has plural forms and the English has none", id, lang)
		}
		sort.Strings(missing)
		sort.Strings(spare)
		assert.Empty(t, missing, "wording/%s.yaml lacks these", lang)
		assert.Empty(t, spare, "wording/%s.yaml has these and the English has not", lang)
	}
}

func withoutN(names []string) []string {
	out := []string{}
	for _, n := range names {
		if n != "N" {
			out = append(out, n)
		}
	}
	return out
}

// TestPluralFormsOfEachLanguage holds that a language has no form that it never uses.
func TestPluralFormsOfEachLanguage(t *testing.T) {
	t.Parallel()
	used := map[string][]string{"en": {"one", "other"}, "cy": pluralForms()}
	for lang, w := range shippedTemplate(t).wordings {
		for id, p := range w {
			for _, f := range p.forms {
				assert.Contains(t, used[lang], f.plural, "%s of wording/%s.yaml", id, lang)
			}
		}
	}
}

// TestNothingIsLeftInEnglish compares the Welsh text with the English one.
func TestNothingIsLeftInEnglish(t *testing.T) {
	t.Parallel()
	same := map[string]bool{"reading.ambiguous.wording": true, "group.data": true, "colour.brown": true, "strip.data": true, "points.cell": true, "card.cell": true} // "Data", "Cell", "Hydref 2023"
	onlyNames := regexp.MustCompile(`^[^\p{L}]*$`)
	tpl := shippedTemplate(t)
	for id, p := range tpl.wordings["cy"] {
		for _, f := range p.forms {
			text := f.text
			bare := regexp.MustCompile(`\{\{[^}]*\}\}|\[[xz]\]`).ReplaceAllString(text, "")
			if !same[id] && !onlyNames.MatchString(bare) {
				assert.NotEqual(t, tpl.wordings["en"][id].form(f.plural).text, text, id)
			}
			for _, word := range regexp.MustCompile(`[\p{L}']+`).FindAllString(bare, -1) {
				assert.NotContains(t, englishWords(), word, "%s: %s", id, text)
			}
		}
	}
}

// englishWords lists common English words that are no Welsh ones.
func englishWords() []string {
	return []string{"the", "of", "and", "is", "are", "was", "were", "not", "with", "for", "from", "which", "that", "this", "has", "have", "recommendation", "recommendations", "The", "Nothing", "complete", "overdue", "due", "rows", "sheet", "table"}
}

// TestWhatIsPrintedCanBeReadAgain holds that a sheet of the workbook, in any language, can be the start of the next
// master: its headings are aliases of its columns, its words synonyms of their values.
func TestWhatIsPrintedCanBeReadAgain(t *testing.T) {
	t.Parallel()
	tpl := shippedTemplate(t)
	v := tpl.Vocabulary
	for lang := range tpl.wordings {
		w := wordsIn(t, tpl, lang)
		known := func(words []string, id string) {
			t.Helper()
			var folded []string
			for _, word := range words {
				folded = append(folded, fold.Word(word))
			}
			assert.Contains(t, folded, fold.Word(w.Say(id)), "%s in %s", id, lang)
		}
		for _, f := range report.Fields() {
			known(v.Columns[f], "field."+string(f))
		}
		for _, s := range report.States() {
			if s != report.Unrecognised {
				known(v.States[s], "state."+underscored(s))
			}
		}
		for _, s := range report.SignOffs() {
			known(v.SignOffs[s], "sign_off."+underscored(s))
		}
		known(v.SignOffs[report.NoSignOff], "sign_off.none")
		for _, s := range report.Scopes() {
			known(v.Scopes[s], "scope."+string(s))
		}
		known(v.Yes, "value.yes")
		known(v.No, "value.no")
		known(v.Sheets, "workbook.sheet.recommendations")
	}
}

// TestNamesOfSheets holds what Excel asks of them.
func TestNamesOfSheets(t *testing.T) {
	t.Parallel()
	tpl := shippedTemplate(t)
	for lang, w := range tpl.wordings {
		taken := map[string]string{}
		for id, p := range w {
			if !strings.HasPrefix(id, "workbook.sheet.") {
				continue
			}
			name := p.form("other").text
			assert.LessOrEqual(t, utf8.RuneCountInString(name), 31, "%s in %s", id, lang)
			assert.False(t, strings.ContainsAny(name, `:\/?*[]`) || strings.Contains(name, "'"), "%s in %s: an apostrophe would have to be doubled in formulas", id, lang)
			assert.Empty(t, taken[strings.ToLower(name)], "%s in %s has the name of another", id, lang)
			taken[strings.ToLower(name)] = id
		}
	}
}

// TestExamplesOfReadingsAreReadSo reads the examples that the pack gives of dates in words.
func TestExamplesOfReadingsAreReadSo(t *testing.T) {
	t.Parallel()
	tpl := shippedTemplate(t)
	issued, yearEnd := dates.NewDate(2023, 7, 14), tpl.Rules.FinancialYearEnd
	for lang := range tpl.wordings {
		w := wordsIn(t, tpl, lang)
		for _, kind := range []dates.ReadingKind{dates.ReadDay, dates.ReadMonth, dates.ReadQuarter, dates.ReadSeason, dates.ReadYear,
			dates.ReadFinancial, dates.ReadWithin, dates.ReadAmbiguous, dates.ReadRecurring} {
			for _, example := range strings.Split(w.Say("reading."+string(kind)+".wording"), ", ") {
				assert.Equal(t, kind, dates.Read(example, issued, yearEnd).Kind, "%q in %s", example, lang)
			}
		}
	}
}

func TestOneKindOfApostrophe(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"wording/cy.yaml", "wording/en.yaml", "pack.yaml"} {
		data, err := shipped.ReadFile(name)
		require.NoError(t, err)
		assert.NotContains(t, string(data), "’", name)
	}
}
