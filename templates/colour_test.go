package templates

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/colour"
)

func TestContrastBoundary(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		colour string
		ok     bool
	}{{"#767676", true}, {"#777777", false}, {"#000000", true}, {"#FFFFFF", false}, {"#1A3A5C", true}, {"#D4351C", true}, {"#FF0000", false}} {
		_, err := loadWith("pack.yaml", `accent: "`+c.colour+`"`)
		assert.Equal(t, c.ok, err == nil, "%s: %v", c.colour, err)
	}
}

func TestTheShippedAccentIsTheDefault(t *testing.T) {
	t.Parallel()
	assert.Equal(t, colour.DefaultAccent(), shippedTemplate(t).Accent)
}
