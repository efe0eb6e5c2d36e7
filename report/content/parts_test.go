package content_test

import (
	"encoding/json"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/content"
)

// TestEveryPartHasItsWords: a part of the paper has its names in the list of contents, a sheet has its title, and no document of the sample
// has the id of a message in place of its words.
func TestEveryPartHasItsWords(t *testing.T) {
	unsaid := regexp.MustCompile(`«[a-z0-9_.]+»`)
	for _, lang := range []string{"en", "cy"} {
		w := words(t, lang)
		for _, name := range content.SectionNames()[1:] { // page 1 has the list
			for _, id := range []string{"contents." + name, "contents.short." + name} {
				assert.NotRegexp(t, unsaid, w.Say(id), "templates/wording/%s.yaml, for a part of the paper", lang)
			}
		}
		for _, name := range content.SheetNames() {
			assert.NotRegexp(t, unsaid, w.Say("workbook.sheet."+name), "templates/wording/%s.yaml, for a sheet", lang)
		}
		for _, name := range []string{"stalking-harassment", "custody-inspection"} {
			data, err := json.Marshal(content.Of(sample(t, name), w, nil))
			require.NoError(t, err)
			assert.Empty(t, unsaid.FindAllString(string(data), -1), "templates/wording/%s.yaml does not have these", lang)
		}
	}
}
