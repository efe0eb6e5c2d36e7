package fold_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/fold"
)

func TestDistance(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"status", "status", 0}, {"status", "statsu", 1}, {"status", "stats", 1}, {"status", "statuss", 1}, {"status", "ststus", 1},
		{"due", "", 3}, {"ŵyn", "wyn", 1}, {"kitten", "sitting", 3},
	} {
		assert.Equal(t, c.want, fold.Distance(c.a, c.b, 10), "%s %s", c.a, c.b)
		assert.Equal(t, c.want, fold.Distance(c.b, c.a, c.want), "%s %s, just within", c.a, c.b)
		if c.want > 0 {
			assert.Greater(t, fold.Distance(c.a, c.b, c.want-1), c.want-1, "%s %s, beyond", c.a, c.b)
		}
	}
}
