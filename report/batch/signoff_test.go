package batch_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/reporttest/pace"
)

// TestEachPolicyOfSignOff makes every pack of a month of the sample under each policy, the portfolio and the part of each owner and theme
// with them, in both languages: each workbook and paper is proved as it is made. Of the masters one has a sign-off column and
// the other has none; what counts as complete was counted by hand.
func TestEachPolicyOfSignOff(t *testing.T) {
	t.Parallel()
	for policy, want := range map[report.SignOffPolicy]map[string][2]float64{ // complete, awaiting sign-off
		report.SignOffWhenPresent: {"stalking-harassment": {3, 2}, "custody-inspection": {2, 0}, "portfolio": {5, 2}},
		report.SignOffIgnored:     {"stalking-harassment": {5, 0}, "custody-inspection": {2, 0}, "portfolio": {7, 0}},
		report.SignOffRequired:    {"stalking-harassment": {3, 2}, "custody-inspection": {0, 2}, "portfolio": {3, 4}},
	} {
		for lang, split := range []report.GroupKind{report.OfOwners, report.OfThemes} {
			if (split == report.OfThemes) != (policy == report.SignOffRequired) && !pace.IsThorough() || pace.Race && split != report.OfThemes {
				continue
			}
			t.Run(string(policy)+" by "+string(split), func(t *testing.T) {
				o := options(t)
				o.Words = o.Words[lang : lang+1]
				rules := *o.Rules
				rules.SignOff = policy
				o.Rules, o.Portfolio, o.Split = &rules, true, split
				outcomes, err := batch.Build(context.Background(), o)
				require.NoError(t, err)
				for _, out := range outcomes {
					require.NoError(t, out.Err, out.Name)
				}
				for name, n := range want {
					all := figuresOf(t, o.Out, "2023-09", name)["all"].(map[string]any)
					assert.Equal(t, n, [2]float64{all["complete"].(float64), all["awaiting_sign_off"].(float64)}, name)
				}
			})
		}
	}
}
