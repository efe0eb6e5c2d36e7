package finish

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLanguage(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]string{"en": "en-GB", "cy": "cy-GB", "en-IE": "en-IE", "gd": "gd-GB", "": ""} {
		assert.Equal(t, want, Language(code))
	}
}
