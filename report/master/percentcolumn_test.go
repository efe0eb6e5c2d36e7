package master

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// TestMaySpeakOfPercents holds that no heading with one of the words is passed over.
func TestMaySpeakOfPercents(t *testing.T) {
	t.Parallel()
	words := rapid.SampledFrom([]string{"%", "percent", "Per cent", "PERCENTAGE", "canran", "Y CANT", "y cant", "complete", "c", "ce", "n", " ", "ſ", "\u212a"})
	rapid.Check(t, func(t *rapid.T) {
		heading := strings.Join(rapid.SliceOfN(rapid.OneOf(words, rapid.StringN(0, 3, -1)), 0, 5).Draw(t, "words"), "")
		if percentWords.MatchString(heading) {
			assert.True(t, maySpeakOfPercents(heading), heading)
		}
	})
	assert.False(t, maySpeakOfPercents("Progress note of the owner"))
}
