package main

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestIdentify: a program with the id of its build is known by its beginning, any other by all of its bytes.
func TestIdentify(t *testing.T) {
	t.Parallel()
	of := func(text string) (sum string, left int) {
		reader := strings.NewReader(text)
		sum, err := identify(reader)
		require.NoError(t, err)
		return sum, reader.Len()
	}
	body := strings.Repeat("x", 100<<10)
	for _, id := range []string{"\x04\x00\x00\x00Go\x00\x00first", "\xff Go build ID: \"first\""} {
		one, left := of(id + body)
		assert.Positive(t, left, "all of it was read")
		other, _ := of(strings.Replace(id, "first", "other", 1) + body)
		assert.NotEqual(t, one, other)
	}
	one, left := of("no id" + body)
	assert.Zero(t, left)
	other, _ := of("no id" + body + "y")
	assert.NotEqual(t, one, other)
	_, err := identify(io.MultiReader(bytes.NewReader([]byte("broken")), brokenReader{}))
	assert.Error(t, err)
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
