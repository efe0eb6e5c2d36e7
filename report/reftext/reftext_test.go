package reftext_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report/reftext"
)

func TestIsPart(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		ref, of string
		want    bool
	}{
		{"3a", "3", true}, {"3 (a)", "3", true}, {"3.a", "3", true}, {"4.1", "4", true}, {"4.1.2", "4", true}, {"4.1.2", "4.1", true}, {"5(i)", "5", true}, {"5(iii)", "5", true},
		{"PR1a", "pr1", true}, {"3a", "3.", true}, {"4-2", "4", true}, {"4(2)", "4", true}, {"A1", "A", true}, {"A.1", "A", true}, {"7iv", "7", true},
		{"3", "3", false}, {"30", "3", false}, {"3.10", "3.1", false}, {"10a", "1", false}, {"AB", "A", false}, {"3a", "", false}, {"", "3", false}, {"3a", "3b", false}, {"3 and 4", "3", false},
	} {
		assert.Equal(t, c.want, reftext.IsPart(c.ref, c.of), "%s of %s", c.ref, c.of)
	}
}
