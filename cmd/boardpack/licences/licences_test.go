package licences

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/golden"
)

// aText is how modules call the files that must go with a copy.
var aText = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice)`)

// modules gives the folder of every module in go.mod; "" for one that this machine has not needed.
func modules(t *testing.T) map[string]string {
	t.Helper()
	mod, err := exec.Command("go", "mod", "edit", "-json").Output()
	require.NoError(t, err)
	var wanted struct{ Require []struct{ Path string } }
	require.NoError(t, json.Unmarshal(mod, &wanted))
	args := []string{"list", "-m", "-f", "{{.Path}}\t{{.Dir}}"}
	for _, m := range wanted.Require {
		args = append(args, m.Path)
	}
	list, err := exec.Command("go", args...).Output()
	require.NoError(t, err)
	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	out := map[string]string{Go: strings.TrimSpace(string(root))}
	for line := range strings.Lines(string(list)) {
		name, dir, _ := strings.Cut(strings.TrimSpace(line), "\t")
		out[name] = dir
	}
	return out
}

// copied gives the files that are in the program and come from elsewhere, by the repository that they are from.
func copied() map[string]string {
	return map[string]string{"github.com/saucecontrol/Compact-ICC-Profiles": "../../../report/pdf/finish/srgb.icc"}
}

// TestEveryModuleHasItsLicence: each module of go.mod is there, with the text that is in its own folder, and nothing else is.
func TestEveryModuleHasItsLicence(t *testing.T) {
	t.Parallel()
	all := modules(t)
	for module, dir := range all {
		entries, err := os.ReadDir(dir)
		for _, e := range entries {
			if aText.MatchString(e.Name()) && !e.IsDir() {
				data, err := os.ReadFile(filepath.Join(dir, e.Name()))
				require.NoError(t, err)
				golden.File(t, filepath.Join(folder, module, e.Name()), string(data))
			}
		}
		if dir != "" {
			require.NoError(t, err)
		}
	}
	licences, err := All()
	require.NoError(t, err)
	for module := range all {
		assert.True(t, slices.ContainsFunc(licences, func(l Licence) bool { return l.Module == module && len(l.Text) > 100 }), module)
	}
	for _, l := range licences {
		if file := copied()[l.Module]; file != "" {
			assert.FileExists(t, file, "the file that came from "+l.Module)
			continue
		}
		assert.Contains(t, all, l.Module, "go.mod does not have it any more: delete its folder in texts")
	}
	for from := range copied() {
		assert.True(t, slices.ContainsFunc(licences, func(l Licence) bool { return l.Module == from }), from)
	}
}

func TestWrite(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, Write(&out))
	for _, words := range []string{"github.com/go-fonts/liberation: LICENSE-SIL\n", "SIL OPEN FONT LICENSE", "go: LICENSE\n", "Bitstream Vera", "CC0 1.0 Universal"} {
		assert.Contains(t, out.String(), words)
	}
}
