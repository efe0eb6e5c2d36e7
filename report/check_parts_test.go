package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"boardpack/report"
)

// TestSeveralRefs: a ref that names several recommendations is listed; one that is written so in the whole register is not.
func TestSeveralRefs(t *testing.T) {
	t.Parallel()
	listed := func(refs ...string) []string {
		var rows []report.Recommendation
		for _, ref := range refs {
			rows = append(rows, report.Recommendation{Ref: ref})
		}
		return found(build(t, register(rows...)), "several-refs")
	}
	for _, ref := range []string{"5, 6 and 7", "5 & 6", "5 and 6", "5, 6", "5; 6", "5 to 7", "5-7", "5/6", "5–7", "5 - 7", "Recs 5 and 6", "PR1, PR2", "3.1 and 3.2", "5a & 5b", "5 a 6", "5, 6 a 7", "5 i 7", "1(a) and 1(b)", "Argymhellion 5 a 6"} {
		assert.Len(t, listed(ref, "20", "21", "22"), 1, ref)
	}
	for _, ref := range []string{"5", "5a", "3.1", "PR1", "7-5", "2023-05", "R-5", "5(i)", "1 of 3", "5 and later", "A and B", "HMIC 5", "5a-7b"} {
		assert.Empty(t, listed(ref, "20", "21", "22"), ref)
	}
	assert.Empty(t, listed("1-2", "1-3", "2-3", "2-4"), "so all refs are written")
	assert.Len(t, listed("5-7", "1", "2", "3", "4", "8", "9-10"), 2)
}
