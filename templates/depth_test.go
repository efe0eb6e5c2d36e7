package templates

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestDepthIsBounded: what lies too deep is refused by its line before it is parsed, in each of YAML's forms; what lies as deep as
// may be, or only looks deep, is not.
func TestDepthIsBounded(t *testing.T) {
	t.Parallel()
	steps := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.Repeat(" ", i) + "a:\n")
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		text string
		line int
	}{
		"lists in one line":           {"a: 1\n" + strings.Repeat("- ", 100_000), 2},
		"keys in one line":            {strings.Repeat("? ", 100_000), 1},
		"brackets":                    {strings.Repeat("[", 100_000), 1},
		"groups":                      {"\n" + strings.Repeat("{a: ", 30_000), 2},
		"brackets over lines":         {strings.Repeat("[\n", 100_000), maxDepth},
		"brackets after a quotation":  {`- "a` + "\n- " + strings.Repeat("[", 100), 2},
		"indentation":                 {steps(400), maxDepth + 1},
		"as deep as may be":           {strings.Repeat("[", maxDepth-1) + strings.Repeat("]", maxDepth-1), 0},
		"one more":                    {strings.Repeat("[", maxDepth) + strings.Repeat("]", maxDepth), 1},
		"many after each other":       {strings.Repeat("- [a, {b: c}]\n", 1000), 0},
		"in quotation marks":          {`- "` + strings.Repeat("[", 1000) + `"`, 0},
		"in single quotation marks":   {`- '` + strings.Repeat("{", 1000) + `'`, 0},
		"an apostrophe in a word":     {"- Wedi'i wneud [" + "]\n- I'w wneud [x]", 0},
		"in a comment":                {"# " + strings.Repeat("[", 1000), 0},
		"in a comment behind a value": {"a: b # " + strings.Repeat("[", 1000), 0},
		"dashes in a text":            {"a: b " + strings.Repeat("- ", 1000), 0},
	} {
		assert.Equal(t, c.line, tooDeep([]byte(c.text)), name)
	}
	_, err := loadWith("pack.yaml", strings.Repeat("- ", 100_000))
	assert.EqualError(t, err, "pack.yaml, line 1, column 1: lists and groups are nested more than 40 deep: a template needs far less, so delete what is not needed")
	for _, s := range []string{packName, "wording/en.yaml", "wording/cy.yaml"} {
		data, err := shipped.ReadFile(s)
		assert.NoError(t, err)
		assert.Zero(t, tooDeep(data), s)
	}
}
