package reftext_test

import (
	"strings"
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

// TestSeveral: two refs are several, with any words or signs between; one that only looks so is one, and 5-7 may be either.
func TestSeveral(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		ref            string
		several, spans bool
	}{
		{"5 and 6", true, false}, {"5, 6 and 7", true, false}, {"5 & 6", true, false}, {"Recs 5 to 7", true, false}, {"Recommendations 5; 6", true, false},
		{"3a, 3b", true, false}, {"1.2 and 1.3", true, false}, {"PR1, PR2", true, false}, {"5 a 6", true, false}, {"Argymhellion 5, 6 a 7", true, false},
		{"5-7", true, true}, {"5/7", true, true}, {"7-5", false, true}, {"5-5", false, true},
		{"5", false, false}, {"5a", false, false}, {"PR 1", false, false}, {"4.1", false, false}, {"", false, false}, {"and", false, false}, {"5 and", false, false},
		{"5 and six", false, false}, {"2021-22", false, false},
	} {
		several, spans := reftext.Several(c.ref)
		assert.Equal(t, c.several, several, "%q names several", c.ref)
		assert.Equal(t, c.spans, spans, "%q is a span", c.ref)
	}
}

// TestReferredTo: an answer that says nothing but where the answer is gives that ref; one that says anything more stands for itself.
func TestReferredTo(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"As for recommendation 8": "8", "See recommendation 11a.": "11a", "Same as 3.2": "3.2", "Please refer to the response to “PR4” above": "pr4", "(see 5)": "5",
		"Gweler argymhelliad 8": "8", "Fel ymateb 8 uchod": "8",
		"Recommendation 8": "", "8": "", "See": "", "": "", "As for recommendation 8 and 9": "", "See recommendation 8, which is complete": "",
		"See the response above": "", "As for recommendation 8, " + strings.Repeat("see ", 14): "",
	} {
		assert.Equal(t, want, reftext.ReferredTo(text), "%q", text)
	}
}
