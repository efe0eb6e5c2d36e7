package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestLessPilesUpOnMore: half of what is in use and of the room to work, then as much as keeps all below the aim, then a seventh.
func TestLessPilesUpOnMore(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		live uint64 // in MB
		want int
	}{{0, 700}, {4, 750}, {10, 330}, {56, 100}, {400, 57}, {424, 56}, {425, 56}, {500, 32}, {577, 15}, {578, 15}, {664, 15}, {5000, 15}} {
		assert.Equal(t, c.want, percentFor(c.live<<20), "%d MB", c.live)
	}
}
