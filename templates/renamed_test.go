package templates

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRenamedIDsAreThoseOfTheVersionBefore: when the shipped template goes up by one, the entries before are taken out.
func TestRenamedIDsAreThoseOfTheVersionBefore(t *testing.T) {
	t.Parallel()
	s, ok := earlierFile(newest(t)-1, base+yamlEnding)
	require.True(t, ok)
	had := map[string]bool{}
	for _, e := range (reader{s.Name, &mistakes{}}).parse(s) {
		had[e.key] = true
	}
	has, seen := shippedTemplate(t).wordings[base], map[string]string{}
	for old, now := range newIDs() {
		assert.True(t, had[old], "%s: the version before does not have it, so nobody's file does", old)
		assert.False(t, had[now], "%s: the version before has it, so a file may have both by right", now)
		assert.NotContains(t, has, old)
		assert.Contains(t, has, now)
		assert.Empty(t, seen[now], "%s and %s have one name", seen[now], old)
		seen[now] = old
	}
}

// TestOldIDsAreTaken: said in the team's words under the new id, noted with file and line; refused where both stand in one file.
func TestOldIDsAreTaken(t *testing.T) {
	t.Parallel()
	with := func(text string) (*Template, error) {
		return LoadFS(fstest.MapFS{"wording/cy.yaml": {Data: []byte(text)}})
	}
	for _, c := range []struct {
		name, text string
		noted      []Renamed
		id, says   string
		wrong      string
	}{
		{name: "the new id", text: "ask.title: Golwg\n", id: "ask.title", says: "Golwg"},
		{name: "the old id", text: "# a line\npdf.asks: Golwg\n", id: "ask.title", says: "Golwg",
			noted: []Renamed{{"wording/cy.yaml", 2, "pdf.asks", "ask.title"}}},
		{name: "an id that stayed", text: "pdf.see: Ewch at {{.Key}}\n", id: "pdf.figures_file", says: "Ffigurau'r papur hwn, i raglenni eu darllen"},
		{name: "old ids of one beginning", text: "pdf.changed_first: Pont\npdf.bridge.alt.step: '{{.Step}}: {{.Change}};'\n", id: "changed.title_first", says: "Pont",
			noted: []Renamed{{"wording/cy.yaml", 1, "pdf.changed_first", "changed.title_first"}, {"wording/cy.yaml", 2, "pdf.bridge.alt.step", "chart.bridge.alt.step"}}},
		{name: "both", text: "ask.title: Golwg\npdf.asks: Cipolwg\n",
			wrong: `wording/cy.yaml, line 2, column 1: "pdf.asks" is called "ask.title" now, and the file has both: keep one of them, as "ask.title"`},
		{name: "an argument that it never got", text: "pdf.asks: Golwg {{.N}}\n", wrong: `"ask.title" has {{.N}}, which it does not get`},
		{name: "an id that never was", text: "pdf.askss: Golwg\n", wrong: `unknown message "pdf.askss"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			tpl, err := with(c.text)
			if c.wrong != "" {
				require.ErrorContains(t, err, c.wrong)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, c.noted, tpl.Renamed())
			assert.Equal(t, c.says, wordsIn(t, tpl, "cy").Say(c.id))
			assert.Empty(t, tpl.Behind())
		})
	}
}

// TestALanguageOfTheTeamsOwnUnderOldIDs lacks nothing, and is told of what it does lack by the new id.
func TestALanguageOfTheTeamsOwnUnderOldIDs(t *testing.T) {
	t.Parallel()
	s, ok := earlierFile(newest(t)-1, base+yamlEnding)
	require.True(t, ok)
	tpl, err := LoadFS(fstest.MapFS{"wording/pl.yaml": {Data: s.Data}})
	require.NoError(t, err)
	assert.Len(t, tpl.Renamed(), len(newIDs()))

	without := strings.Replace(string(s.Data), "pdf.contents: Contents\n", "", 1)
	_, err = LoadFS(fstest.MapFS{"wording/pl.yaml": {Data: []byte(without)}})
	assert.ErrorContains(t, err, "messages are missing: contents.title")
}
