package characters_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/characters"
)

func TestNotDrawn(t *testing.T) {
	t.Parallel()
	lacks := func(r rune) bool { return r != 'Ω' && r != '本' }
	for text, want := range map[string]string{
		"": "", "plain – “text” ŵ": "", "ΩαΩ": "Ω", "日本Ω": "本Ω", "\ue000": "\ue000", "a\ufe0f": "",
	} {
		assert.Equal(t, want, string(characters.NotDrawn(text, lacks)), text)
	}
	assert.Empty(t, characters.NotDrawn("Ω", nil), "nobody asks")
	assert.Empty(t, characters.NotDrawn("ɏ", func(rune) bool { return false }), "the last that every font has")
	assert.Len(t, characters.NotDrawn("ɐ", func(rune) bool { return false }), 1)
}

func TestJoin(t *testing.T) {
	t.Parallel()
	assert.True(t, characters.Join("see سلام"))
	assert.False(t, characters.Join("שלום"), "letters that stand by themselves")
	assert.False(t, characters.Join("plain"))
}

func TestLost(t *testing.T) {
	t.Parallel()
	assert.True(t, characters.Lost("caf\ufffd"))
	assert.False(t, characters.Lost("café"))
}

func TestCodePoints(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "U+03A9, U+1F600", characters.CodePoints([]rune("Ω😀")))
	assert.Equal(t, "U+0061, U+0062, U+0063, U+0064, U+0065", characters.CodePoints([]rune("abcde")))
	assert.Equal(t, "U+0061, U+0062, U+0063, U+0064, U+0065, …", characters.CodePoints([]rune("abcdef")))
}
