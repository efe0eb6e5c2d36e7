package batch_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/batch"
)

// TestANameOfNoCharacters: a file whose name holds bytes that are no characters is refused by itself, in a check too: no manifest could
// name what was made from it. Systems other than Linux have no such names.
func TestANameOfNoCharacters(t *testing.T) {
	t.Parallel()
	o := options(t)
	o.Input = t.TempDir()
	month := filepath.Join(o.Input, "2023-09")
	require.NoError(t, os.MkdirAll(month, 0o700))
	const rows = "Ref,Theme,Recommendation,Status\n1,Data,Record every check,Open\n"
	if err := os.WriteFile(filepath.Join(month, "bad\xff.csv"), []byte(rows), 0o600); err != nil {
		t.Skip(err)
	}
	require.NoError(t, os.WriteFile(filepath.Join(month, "good.csv"), []byte(rows), 0o600))
	for what, run := range map[string]func(context.Context, batch.Options) ([]batch.Outcome, error){"check": batch.Check, "build": batch.Build} {
		outcomes, err := run(context.Background(), o)
		require.NoError(t, err, what)
		require.Len(t, outcomes, 2, what)
		assert.ErrorContains(t, outcomes[0].Err, "the name holds bytes that are no characters", what)
		assert.NoError(t, outcomes[1].Err, what)
	}
}
