package pattern_test

import (
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/pattern"
)

// TestExpressionDoesWhatACompiledOneDoes compares every method with that of package regexp, with matches and without.
func TestExpressionDoesWhatACompiledOneDoes(t *testing.T) {
	t.Parallel()
	const text = `(\d+)(-\d+)?`
	e, r := pattern.Expression(text), regexp.MustCompile(text)
	upper := func(s string) string { return "<" + strings.ToUpper(s) + ">" }
	for _, s := range []string{"", "none", "1", "1-2, 3 and 40-5", "é 7"} {
		assert.Equal(t, r.MatchString(s), e.MatchString(s))
		assert.Equal(t, r.FindString(s), e.FindString(s))
		assert.Equal(t, r.FindStringIndex(s), e.FindStringIndex(s))
		assert.Equal(t, r.FindStringSubmatch(s), e.FindStringSubmatch(s))
		assert.Equal(t, r.ReplaceAllString(s, "[$1]"), e.ReplaceAllString(s, "[$1]"))
		assert.Equal(t, r.ReplaceAllStringFunc(s, upper), e.ReplaceAllStringFunc(s, upper))
		for _, n := range []int{-1, 0, 1, 2} {
			assert.Equal(t, r.FindAllString(s, n), e.FindAllString(s, n))
			assert.Equal(t, r.FindAllStringIndex(s, n), e.FindAllStringIndex(s, n))
			assert.Equal(t, r.FindAllStringSubmatch(s, n), e.FindAllStringSubmatch(s, n))
			assert.Equal(t, r.FindAllStringSubmatchIndex(s, n), e.FindAllStringSubmatchIndex(s, n))
			assert.Equal(t, r.Split(s, n), e.Split(s, n))
		}
	}
}

// TestExpressionIsForMany: goroutines that meet a pattern at once all get it compiled, and two patterns are never mixed up.
func TestExpressionIsForMany(t *testing.T) {
	t.Parallel()
	var all sync.WaitGroup
	for i := range 32 {
		all.Go(func() {
			e, is := pattern.Expression("^many a$"), "many a"
			if i%2 == 1 {
				e, is = "^many b$", "many b"
			}
			assert.True(t, e.MatchString(is))
			assert.False(t, e.MatchString("many c"))
		})
	}
	all.Wait()
}

// TestExpressionThatDoesNotCompilePanics: it names itself.
func TestExpressionThatDoesNotCompilePanics(t *testing.T) {
	t.Parallel()
	assert.PanicsWithValue(t, "regexp: Compile(`(`): error parsing regexp: missing closing ): `(`", func() { pattern.Expression("(").MatchString("") })
}
