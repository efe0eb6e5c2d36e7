package csvguard_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"boardpack/report/csvguard"
)

func TestGuard(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "@SUM(A1)": "'@SUM(A1)", "+44 1267 000000": "'+44 1267 000000", "-cmd|' /C calc'!A0": "'-cmd|' /C calc'!A0", "-2+3": "'-2+3",
		"- Trained 30 staff\n- Wrote to 5": "'- Trained 30 staff\n- Wrote to 5", "-A1": "'-A1", " =1": "' =1", "\t=1": "'\t=1", "\u200b=1": "'\u200b=1", "＝1": "'＝1",
		"'=1": "''=1", "": "", "-": "-", "--": "--", "- ": "- ", "-5": "-5", "-1,234.5%": "-1,234.5%", "+0.2": "+0.2", "a-b": "a-b", "'quoted'": "'quoted'", "’=1": "’=1", "x=1": "x=1",
	} {
		assert.Equal(t, want, csvguard.Guard(text), "%q", text)
		assert.Equal(t, text, csvguard.Bare(want), "%q", want)
	}
}

// TestBareUndoesGuard for every text.
func TestBareUndoesGuard(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("'=+-@1A ,.%\t\n\r\u200b＝x"))).Draw(t, "text")
		assert.Equal(t, text, csvguard.Bare(csvguard.Guard(text)))
	})
}
