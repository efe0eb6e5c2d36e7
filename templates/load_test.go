package templates

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
)

func TestShippedTemplateLoads(t *testing.T) {
	tpl, err := Load("")
	require.NoError(t, err)
	words, err := tpl.Words("en")
	require.NoError(t, err)
	assert.Equal(t, []string{"en"}, tpl.Languages)
	assert.Equal(t, "30 September 2023", words.Date(report.NewDate(2023, 9, 30)))
	assert.Equal(t, "30 Sep 2023", words.ShortDate(report.NewDate(2023, 9, 30)))
	assert.Equal(t, "«no.such»", words.Say("no.such"))
	assert.Equal(t, "Open, not overdue, and due within 60 days of the as-at date.", words.Say("figure.due_soon.rule", "Days", 60))
	assert.Len(t, tpl.Rules.Themes, 5)
	assert.Len(t, tpl.Rules.PositionRatings, 4)
}
