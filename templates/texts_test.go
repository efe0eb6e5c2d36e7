package templates

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// organisation loads a template in which the organisation is written so.
func organisation(written string) (*Template, error) {
	return LoadFS(fstest.MapFS{"pack.yaml": {Data: []byte("languages: [en]\norganisation:\n  en: " + written + "\n")}})
}

// TestTextsAreInOneForm: a text of a template is read as one of a master is.
func TestTextsAreInOneForm(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]string{
		`"A\nB\r\n  C"`:          "A B C",
		"|\n    A\n    B\n":      "A B",
		`"A\u2011B\u00a0C"`:      "A-B C",
		`"\u200bA\u202eB\ufeff"`: "AB",
		`"Llanw\u0302"`:          "Llanŵ",
		`"A – B"`:                "A – B",
		`"_x0041_"`:              "_x0041_",
		`"\uD83D\uDFE2 A"`:       "🟢 A",
		`"\uE000\uFFFD"`:         "\uE000\uFFFD",
		`"\u200b"`:               "",
	} {
		template, err := organisation(written)
		require.NoError(t, err, written)
		assert.Equal(t, want, template.Rules.DefaultOrg["en"], written)
	}
}

// TestWhatIsNoTextIsRefused: what no paper or workbook can hold is named when the template is loaded, with its line and column.
func TestWhatIsNoTextIsRefused(t *testing.T) {
	t.Parallel()
	for written, code := range map[string]string{`"A\x07"`: "0007", `"\0"`: "0000", `"A\eB"`: "001B", "A\x7f": "007F", `"A\x96B"`: "0096", `"A\NB"`: "0085",
		`"\uFFFE"`: "FFFE", `"\uFDD0"`: "FDD0", `"\U0001FFFF"`: "1FFFF"} {
		_, err := organisation(written)
		assert.EqualError(t, err, fmt.Sprintf("pack.yaml, line 3, column 7: organisation has U+%s, which is not a character of text: type those words again, and save the file as UTF-8", code), written)
	}
	_, err := organisation(`"\u0301A"`)
	assert.ErrorContains(t, err, "pack.yaml, line 3, column 7: organisation begins with U+0301, a mark that belongs to the letter before it, but there is no letter: delete it")
	_, err = organisation(`"\uD800"`)
	assert.ErrorContains(t, err, "pack.yaml, line 3, column 8: this cannot be read as YAML: after \\ comes half of a character")
	_, err = LoadFS(fstest.MapFS{"wording/en.yaml": {Data: []byte("list.more:\n  one: \"1\\x07 more\"\n  other: \"{{.N}} more\"\n")}})
	assert.ErrorContains(t, err, "wording/en.yaml, line 2, column 8: list.more has U+0007")
}
