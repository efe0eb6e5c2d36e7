package reporttest_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/reporttest"
	"boardpack/templates"
)

// TestShippedIsACopy: what a test changes in it, another test does not meet, however deep it lies; and it is what Load gives.
func TestShippedIsACopy(t *testing.T) {
	t.Parallel()
	loaded, err := templates.Load("")
	require.NoError(t, err)
	one := reporttest.Shipped(t)
	one.Rules.Themes[0].Name["en"] = "Another"
	one.Rules.GroupRatings[0].Sentence["en"] = "Another"
	one.Vocabulary.States[report.Complete][0] = "Another"
	one.Vocabulary.Foreign["Another"] = true
	one.Editions = append(one.Editions[:0], "another")
	two := reporttest.Shipped(t)
	assert.Equal(t, loaded.Vocabulary, two.Vocabulary)
	assert.Equal(t, loaded.Rules.Themes, two.Rules.Themes)
	assert.Equal(t, loaded.Rules.GroupRatings[0].Sentence, two.Rules.GroupRatings[0].Sentence)
	assert.Equal(t, loaded.Editions, two.Editions)
	assert.Equal(t, loaded.Files(), two.Files())
	words, err := two.Words("cy")
	require.NoError(t, err)
	assert.Equal(t, "cy", words.Lang())
}
