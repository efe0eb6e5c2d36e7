package batch

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/pdf/layout"
	"boardpack/report/reporttest/pace"
)

// TestMarkingThatNoPageHolds: check finds it, names its cell and says what to do, and build makes nothing of that master. One that fills
// its four lines is whole on every page.
func TestMarkingThatNoPageHolds(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	for _, c := range []struct {
		name, marking string
		fits          bool
	}{
		{"one line", strings.Repeat("W", 60), true},
		{"four lines", strings.TrimSpace(strings.Repeat("OFFICIAL-SENSITIVE ", 16)), true},
		{"five lines", strings.TrimSpace(strings.Repeat("OFFICIAL-SENSITIVE ", 24)), false},
		{"one word of four lines", strings.Repeat("M", 220), true},
		{"one word of five lines", strings.Repeat("M", 290), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := madeOf(t, map[string]string{"2023-09/m.xlsx": xlsx(t, rows("1:a"), "Marking", c.marking)})
			checked, err := Check(context.Background(), *o)
			require.NoError(t, err)
			built, err := Build(context.Background(), *o)
			require.NoError(t, err)
			for _, out := range []Outcome{checked[0], built[0]} {
				if c.fits {
					assert.NoError(t, out.Err)
					continue
				}
				require.ErrorIs(t, out.Err, layout.ErrMarking)
				assert.EqualError(t, out.Err, "m.xlsx: About!B1: the marking is longer than four lines: shorten it")
			}
		})
	}
}
