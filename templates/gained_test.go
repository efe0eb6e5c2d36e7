package templates

import (
	"fmt"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/reporttest/pace"
)

// sectionsIn reads the sections of a file.
func sectionsIn(t *testing.T, content string) packSections {
	t.Helper()
	m := &mistakes{}
	s := source{File: File{Name: packName, Data: []byte(content)}, tree: parsed([]byte(content))}
	out := packSections{}
	for _, e := range (reader{packName, m}).parse(s) {
		out[e.key] = e.value
	}
	require.NoError(t, m.err())
	return out
}

func TestGained(t *testing.T) {
	t.Parallel()
	then := "states:\n  complete: [Done, Closed]\n  withdrawn: [Gone]\nsheets: [Tracker]\ndue_soon_days: 60\nmarking: OFFICIAL\n"
	now := "states:\n  complete: [Done, Closed, Met, Delivered]\n  withdrawn: [Gone, Void]\nsheets: [Tracker, Log]\ndue_soon_days: 90\nmarking: ''\n" +
		"portfolio: no\nlogo: {file: logo.png}\nthemes: [{id: data, name: {en: Data}}]\nshipped: 2\n"
	cases := []struct {
		name, own string
		want      Gained
	}{
		{"nothing of their own but a setting", "due_soon_days: 30", Gained{Settings: []string{"logo", "portfolio: no", "themes"}}},
		{"a section unchanged", "states:\n  complete:\n    - Done\n    - Closed\n  withdrawn: [Gone]\nlogo: ''\nportfolio: yes\nthemes: []",
			Gained{Sections: []GainedSection{{"states", true, []GainedList{{"complete", []string{"Met", "Delivered"}, false}, {"withdrawn", []string{"Void"}, false}}}}}},
		{"words taken out on purpose are not told of", "states: {complete: [Done]}\nlogo: ''\nportfolio: yes\nthemes: []",
			Gained{Sections: []GainedSection{{"states", false, []GainedList{{"complete", []string{"Met", "Delivered"}, false}, {"withdrawn", []string{"Void"}, false}}}}}},
		{"a word that they have elsewhere is theirs", "states: {complete: [Done, MET], in_progress: [delivered, Void]}\nlogo: ''\nportfolio: yes\nthemes: []", Gained{}},
		{"a list that is a whole section", "sheets: [Register]\nlogo: ''\nportfolio: yes\nthemes: []",
			Gained{Sections: []GainedSection{{"sheets", false, []GainedList{{"", []string{"Log"}, false}}}}}},
		{"all taken over", now, Gained{}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, *gained(sectionsIn(t, c.own), sectionsIn(t, then), sectionsIn(t, now)))
		})
	}
}

// newest is the version of the shipped template.
func newest(t *testing.T) int {
	return shippedTemplate(t).pack(shippedPrefix + packName).version()
}

// TestEveryEarlierVersionIsKept: one folder for each version before the shipped one, and no others.
func TestEveryEarlierVersionIsKept(t *testing.T) {
	t.Parallel()
	entries, err := earlier.ReadDir(earlierDir)
	require.NoError(t, err)
	require.Len(t, entries, newest(t)-firstVersion)
	for version := firstVersion; version < newest(t); version++ {
		for _, name := range []string{packName, base + yamlEnding} {
			_, ok := earlierFile(version, name)
			assert.True(t, ok, "%s of version %d", name, version)
		}
	}
}

// TestEarlierTemplatesAreStillGood loads each earlier pack.yaml as a team's own, and each message of its wording as one that a team
// has made its own. What is gained then goes away when the sections are taken out, or when the number says so.
func TestEarlierTemplatesAreStillGood(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	for version := firstVersion; version < newest(t); version++ {
		pack, err := earlier.ReadFile(path.Join(earlierDir, strconv.Itoa(version), packName))
		require.NoError(t, err)
		words, err := earlier.ReadFile(path.Join(earlierDir, strconv.Itoa(version), base+yamlEnding))
		require.NoError(t, err)
		with := func(pack string) *Template {
			tpl, err := LoadFS(fstest.MapFS{packName: {Data: []byte(pack)}, "wording/en.yaml": {Data: words}})
			require.NoError(t, err)
			return tpl
		}
		tpl := with(string(pack))
		if g := tpl.Gained(); g != nil {
			assert.Equal(t, newest(t), g.Version)
			for _, s := range g.Sections {
				assert.True(t, s.Untouched, s.Key)
			}
		}
		assert.Nil(t, with(string(pack)+fmt.Sprintf("\nshipped: %d\n", newest(t))).Gained())
	}
}

// TestALanguageOfTheTeamsOwnNeedsNoNewWords: what is new since an earlier version is said in English until there are words for it.
func TestALanguageOfTheTeamsOwnNeedsNoNewWords(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	words, err := earlier.ReadFile(path.Join(earlierDir, "1", base+yamlEnding))
	require.NoError(t, err)
	tpl, err := LoadFS(fstest.MapFS{"wording/pl.yaml": {Data: words}})
	require.NoError(t, err)
	i := slices.IndexFunc(tpl.Behind(), func(b Behind) bool { return b.Why == Untranslated })
	require.GreaterOrEqual(t, i, 0)
	assert.Contains(t, tpl.Behind()[i].IDs, "sign_off.none")
	polish, err := tpl.Words("pl")
	require.NoError(t, err)
	assert.Equal(t, "No sign-off column", polish.Say("sign_off.none"))
	for _, id := range tpl.wordings[base].ids() {
		assert.Contains(t, tpl.wordings["pl"], id)
	}

	_, err = LoadFS(fstest.MapFS{"wording/pl.yaml": {Data: []byte(strings.Replace(string(words), "figure.total: Total\n", "", 1))}})
	assert.ErrorContains(t, err, "messages are missing: figure.total")
}

// TestMessagesThatAreNoMore: one that an earlier version had does not stop the run, and one that none had does.
func TestMessagesThatAreNoMore(t *testing.T) {
	t.Parallel()
	shippedTemplate(t) // the parts below stand for a version that had other messages
	l := &loader{template: &Template{wordings: map[string]wording{base: {"a": {names: []string{"N"}}}}}, once: []wording{{"a": {names: []string{"Old"}}, "gone": {}}}}
	out := wording{}
	text := []byte("a: 'with {{.Old}}'\ngone: away\n")
	l.readWording(reader{"wording/en.yaml", &l.mistakes}, source{File: File{Name: "wording/en.yaml", Data: text}, lang: base, tree: parsed(text)}, out)
	require.NoError(t, l.mistakes.err())
	assert.Equal(t, wording{"a": l.template.wordings[base]["a"]}, out, "what is still asked for is said as it is shipped")
	assert.Equal(t, []Behind{{"wording/en.yaml", Outdated, []string{"a", "gone"}}}, l.template.Behind())

	text = []byte("a: 'with {{.Never}}'\nnever: there\n")
	l.readWording(reader{"wording/en.yaml", &l.mistakes}, source{File: File{Name: "wording/en.yaml", Data: text}, lang: base, tree: parsed(text)}, out)
	assert.ErrorContains(t, l.mistakes.err(), `"a" has {{.Never}}, which it does not get`)
	assert.ErrorContains(t, l.mistakes.err(), `unknown message "never"`)
}

// TestWhatIsIgnoredStaysSo: a heading that the shipped columns gain does not stop a team that ignores it, and the columns that there
// always were do.
func TestWhatIsIgnoredStaysSo(t *testing.T) {
	t.Parallel()
	s := source{File: File{Name: packName, Data: []byte("ignored: [Verdict]")}}
	s.tree = parsed(s.Data)
	p := &packReader{reader: reader{packName, &mistakes{}}, t: &Template{}, columnsShipped: true}
	p.t.Vocabulary.Columns = shippedTemplate(t).Vocabulary.Columns
	p.t.Vocabulary.Columns["status"] = append(p.t.Vocabulary.Columns["status"], "Verdict")
	p.ownColumns(sectionsOf(s)["ignored"], "ignored", &p.t.Vocabulary.Ignored)
	require.NoError(t, p.err())
	assert.Equal(t, []string{"Verdict"}, p.t.Vocabulary.Ignored)
	assert.NotContains(t, p.t.Vocabulary.Columns["status"], "Verdict")
}

// TestTheShippedTemplateHasGainedNothing: neither the shipped one, nor a team that has none of its own.
func TestTheShippedTemplateHasGainedNothing(t *testing.T) {
	t.Parallel()
	assert.Nil(t, shippedTemplate(t).Gained())
	data, err := os.ReadFile(packName)
	require.NoError(t, err)
	tpl, err := LoadFS(fstest.MapFS{packName: {Data: data}})
	require.NoError(t, err)
	assert.Nil(t, tpl.Gained())
	assert.Empty(t, tpl.Behind())
}
