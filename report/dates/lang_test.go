package dates_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/dates"
)

func TestLang(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"Autumn 2023": "en", "31/03/2024": "en", "": "en", "six-monthly": "en", "in the next 12 months": "en", "May 2024": "en",
		"Hydref 2023": "cy", "erbyn mis Mai 2024": "cy", "O fewn 12 mis": "cy", "ym mis Awst": "cy"} {
		assert.Equal(t, want, dates.Lang(text), text)
	}
}
