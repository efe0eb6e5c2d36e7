package main

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestNothingIsObeyed(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"plain, ŵŷ – 中 \t\n":          "plain, ŵŷ – 中 \t\n",
		"a\x1b[31mred":                "a‹U+001B›[31mred",
		"title\u009b2Jgone":           "title‹U+009B›2Jgone",
		"\u202etxt.exe\u202c":         "‹U+202E›txt.exe‹U+202C›",
		"\u2066a\u2069 \u200fb\u061c": "‹U+2066›a‹U+2069› ‹U+200F›b‹U+061C›",
		"bell\a, \b, \x00, \x7f":      "bell‹U+0007›, ‹U+0008›, ‹U+0000›, ‹U+007F›",
		"bad \xff byte":               "bad ‹FF› byte",
		"over\rwritten, line\r\nend":  "over‹U+000D›written, line\nend",
		"one\u2028two":                "one‹U+2028›two",
	} {
		var out bytes.Buffer
		n, err := (&printer{to: &out}).Write([]byte(text))
		require.NoError(t, err)
		assert.Equal(t, len(text), n)
		assert.Equal(t, want, out.String(), "%q", text)
	}
}

func TestAnythingPrintedIsHarmless(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var out bytes.Buffer
		_, err := (&printer{to: &out}).Write(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
		require.NoError(t, err)
		assert.False(t, strings.ContainsFunc(out.String(), func(r rune) bool {
			return unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r)
		}))
	})
}

// fullDisk is an output that takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// TestAFullOutputIsAnError: what cannot be printed was not said, and a script that reads it must know.
func TestAFullOutputIsAnError(t *testing.T) {
	t.Parallel()
	var stderr bytes.Buffer
	assert.Equal(t, exitFailed, run(context.Background(), []string{"version"}, fullDisk{}, &stderr))
	assert.Contains(t, stderr.String(), "boardpack: not everything could be printed: no space left on device")
}
