package templates

import (
	"io/fs"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"boardpack/report/reporttest/pace"
)

// TestShippedWordingIsPlainLines: each text of the shipped wordings is on one line, so that a run of the program reads them quickly, and
// is what the YAML library reads there, with its place.
func TestShippedWordingIsPlainLines(t *testing.T) {
	t.Parallel()
	for _, files := range []struct {
		in   fs.FS
		like string
	}{{shipped, "wording/*.yaml"}, {earlier, "earlier/*/en.yaml"}} {
		names, err := fs.Glob(files.in, files.like)
		require.NoError(t, err)
		assert.NotEmpty(t, names)
		for _, name := range names {
			data, err := fs.ReadFile(files.in, name)
			require.NoError(t, err)
			assert.True(t, sameAsTheLibrary(t, data), "%s: write each text on one line, in quotation marks if it has a colon, and without escapes but \\\"", name)
		}
	}
}

// sameAsTheLibrary tells whether a file is read as plain lines, and holds that the library reads the same there.
func sameAsTheLibrary(t assert.TestingT, data []byte) bool {
	file, ok := plainLines(data)
	if !ok {
		return false
	}
	theirs, err := parseYAML(data)
	if !assert.NoError(t, err, "%q", data) {
		return true
	}
	r := reader{"x", &mistakes{}}
	read := func(all []entry) map[entry]any {
		out := map[entry]any{}
		for _, e := range all {
			forms := map[entry]word{{key: kind(e.value)}: {}}
			if text, ok := scalar(e.value); ok {
				forms[entry{}] = word{text, r.place(e.value)}
			} else {
				for _, form := range r.entries(e.value, e.key) {
					text, ok := scalar(form.value)
					assert.True(t, ok)
					forms[entry{key: form.key, at: form.at}] = word{text, r.place(form.value)}
				}
			}
			out[entry{key: e.key, at: e.at}] = forms
		}
		return out
	}
	assert.Equal(t, read(r.entries(theirs.Docs[0].Body, "the file")), read(r.entries(file.Docs[0].Body, "the file")), "%q", data)
	return true
}

// TestPlainLinesAreYAML: whatever is read as plain lines the YAML library reads in the same way.
func TestPlainLinesAreYAML(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	read := 0
	rapid.Check(t, func(t *rapid.T) {
		often := func(label string, usual string, others ...string) string {
			return rapid.SampledFrom(append(slices.Repeat([]string{usual}, 3*len(others)), others...)).Draw(t, label)
		}
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab1 \"\\:#-'.{}[]&*!|>%@~?,=()é\t")), 0, 5, -1)
		word := rapid.SampledFrom([]string{"One", "1", "1 two", "true", "~", "2023-09-30", "0x1f", "a: b", "a #b", "a#b", "a:b", "a:", ".5", "1e3"})
		data := ""
		for range rapid.IntRange(1, 4).Draw(t, "lines") {
			id := often("id", rapid.SampledFrom([]string{"a", "a.b", "a_1", "b-c"}).Draw(t, "plain"), "on", "null", "1a", "a b", "no", "y", "é")
			value := rapid.OneOf(word, text).Draw(t, "value")
			if rapid.Bool().Draw(t, "quoted") {
				value = `"` + value + `"`
			}
			data += often("indent", "", "  ", "  ", "   ", "\t") + id + often("colon", ": ", ":", ":  ", " : ") + value +
				often("end", "\n", "\r\n", "\n\n", "\n# a\n", " \n", "", "\na:\n  one: b\n  other: c\n")
		}
		if sameAsTheLibrary(t, []byte(data)) {
			read++
		}
	})
	assert.Positive(t, read, "some were")
}
