package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestLessPilesUpOnMore: half as much again as is in use, then as much as keeps all below the aim, then a seventh.
func TestLessPilesUpOnMore(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		live uint64 // in MB
		want int
	}{{0, 50}, {1, 50}, {480, 50}, {481, 49}, {500, 44}, {570, 26}, {600, 20}, {626, 15}, {627, 15}, {5000, 15}} {
		assert.Equal(t, c.want, percentFor(c.live<<20), "%d MB", c.live)
	}
}
