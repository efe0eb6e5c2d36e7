package batch

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// TestTurns: group by group, each file once, the long ones of a group first, and else as they stand.
func TestTurns(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		groups := make([][]rendering, rapid.IntRange(0, 4).Draw(t, "groups"))
		var ends []int
		for i := range groups {
			for range rapid.IntRange(0, 5).Draw(t, "files") {
				groups[i] = append(groups[i], rendering{long: rapid.Bool().Draw(t, "long")})
			}
			ends = append(ends, len(slices.Concat(groups[:i+1]...)))
		}
		files, order := slices.Concat(groups...), turns(groups)
		assert.ElementsMatch(t, slices.Collect(func(yield func(int) bool) {
			for i := range files {
				if !yield(i) {
					return
				}
			}
		}), order)
		group := func(i int) int { return slices.IndexFunc(ends, func(end int) bool { return i < end }) }
		for n := 1; n < len(order); n++ {
			a, b := order[n-1], order[n]
			switch {
			case group(a) != group(b):
				assert.Less(t, group(a), group(b))
			case files[a].long == files[b].long:
				assert.Less(t, a, b)
			default:
				assert.True(t, files[a].long)
			}
		}
	})
}
