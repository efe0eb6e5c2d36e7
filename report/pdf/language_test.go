package pdf

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
)

// inOneLanguage is the sample's shape with every text of the master in English alone, each with a word that is no other's.
func inOneLanguage(t *testing.T) (*report.Pack, report.Words) {
	t.Helper()
	pack, words := shape{name: "sample", rows: 18, months: 3, themes: 5, lang: "cy"}.pack(t)
	about := &pack.Register.About
	for _, text := range []*report.Text{&about.Title, &about.Organisation, &about.Issuer, &about.Board, &about.Contact} {
		*text = report.Text{"en": "Zq about"}
	}
	about.Marking = "Zq marking"
	now := *pack.Register
	for i := range now.Recommendations {
		r := &now.Recommendations[i]
		r.Text, r.Response, r.Progress = report.Text{"en": "Zq text " + r.Ref}, report.Text{"en": "Zq response " + r.Ref}, report.Text{"en": "Zq progress"}
		r.Owner, r.Heading, r.Source, r.Priority, r.Reason, r.Evidence = "Zq owner", "Zq heading", "Zq source", "Zq priority", "Zq reason", "Zq evidence"
		if i == 3 {
			r.Response = report.Text{"en": "As for recommendation 2"}
		}
		if i == 4 {
			r.Due, r.OriginalDue, r.DueAsWritten = report.Date{}, report.Date{}, "Zq some day"
		}
	}
	pack, err := report.Build(&now, nil, pack.Rules)
	require.NoError(t, err)
	return pack, words
}

// TestEnglishInAWelshPaperIsTagged: every English text of the master has its language, wherever it stands in the structure, and one
// note says that there are such.
func TestEnglishInAWelshPaperIsTagged(t *testing.T) {
	t.Parallel()
	fonts, err := NewFonts()
	require.NoError(t, err)
	pack, words := inOneLanguage(t)
	var tags bytes.Buffer
	require.NoError(t, checkGeometry(t, fonts, pack, words).DumpTags(&tags))
	langs, found := []string{}, map[string]bool{}
	lang := regexp.MustCompile(` lang="([a-z]+)"`)
	word := regexp.MustCompile(`(?i)zq (text|response|progress|about|marking|owner|heading|reason|evidence|some)|As for recommendation`)
	for line := range strings.Lines(tags.String()) {
		depth := (len(line) - len(strings.TrimLeft(line, " "))) / 2
		text := strings.TrimSpace(line)
		if strings.HasPrefix(text, `"`) {
			if met := word.FindString(text); met != "" {
				found[strings.ToLower(met)] = true
				assert.Equal(t, "en", langs[depth-1], text)
			}
			continue
		}
		in := "cy"
		if depth > 0 {
			in = langs[depth-1]
		}
		if m := lang.FindStringSubmatch(text); m != nil {
			in = m[1]
		}
		langs = append(langs[:depth], in)
	}
	for _, what := range []string{"zq text", "zq response", "zq progress", "zq about", "zq marking", "zq owner", "zq heading", "zq reason", "zq evidence", "zq some", "as for recommendation"} {
		assert.True(t, found[what], what)
	}
	note := content.Of(pack, words, nil).Table("rules").Notes
	assert.Equal(t, words.Say("note.only_in_en"), note[len(note)-1].Plain())
}
