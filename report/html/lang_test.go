package html_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"boardpack/report"
)

// TestTextsOfThePageHaveTheirLanguage: every text of the source spreadsheet that is in English alone is marked as English where a reader of the
// Welsh meets it, and the words of the pack beside it as Welsh.
func TestTextsOfThePageHaveTheirLanguage(t *testing.T) {
	t.Parallel()
	m := sample(t, "custody-inspection")
	root, err := html.Parse(bytes.NewReader(m.page(t)))
	require.NoError(t, err)
	said := map[string]map[string]bool{} // the languages in which each text that a reader of the Welsh meets is marked
	var walk func(n *html.Node, lang string, welsh bool)
	walk = func(n *html.Node, lang string, welsh bool) {
		for _, a := range n.Attr {
			switch a.Key {
			case "lang":
				lang = a.Val
			case "class":
				welsh = welsh && !slices.Contains(strings.Fields(a.Val), "en")
			}
		}
		if text := strings.Join(strings.Fields(n.Data), " "); n.Type == html.TextNode && welsh && text != "" {
			if said[text] == nil {
				said[text] = map[string]bool{}
			}
			said[text][lang] = true
		}
		for kid := n.FirstChild; kid != nil; kid = kid.NextSibling {
			walk(kid, lang, welsh)
		}
	}
	walk(root, "", true)
	english := 0
	for i := range m.pack.Positions {
		p := &m.pack.Positions[i]
		for _, text := range []report.Text{p.Text, p.Response} {
			said := said[strings.Join(strings.Fields(text["en"]), " ")]
			if text["cy"] != "" || said == nil {
				continue
			}
			assert.Equal(t, map[string]bool{"en": true}, said, "an English text of %s", p.Key)
			english++
		}
	}
	assert.Positive(t, english)
	assert.Equal(t, map[string]bool{"cy": true}, said["Ar y gweill"], "a word of the pack")
}
