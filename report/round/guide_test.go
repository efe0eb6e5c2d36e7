package round

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/round/inplace"
)

// TestGuideListsEveryReason in the words of the results, and every reason why a cell cannot be written has words.
func TestGuideListsEveryReason(t *testing.T) {
	t.Parallel()
	guide, err := os.ReadFile(filepath.Join("..", "..", "docs", "round.md"))
	require.NoError(t, err)
	wording, err := os.ReadFile(filepath.Join("..", "..", "templates", "wording", "en.yaml"))
	require.NoError(t, err)
	known := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^round\.(why|outcome)\.(\w+): (.*)$`).FindAllStringSubmatch(string(wording), -1) {
		text := regexp.MustCompile(`\{\{\.\w+\}\}`).ReplaceAllString(strings.Trim(m[3], `"`), "…")
		assert.Contains(t, string(guide), text, "docs/round.md lacks round.%s.%s", m[1], m[2])
		known[m[2]] = known[m[2]] || m[1] == "why"
	}
	for _, code := range inplace.Codes() {
		assert.True(t, known[knownWhy("cell_"+string(code))], code)
	}
}
