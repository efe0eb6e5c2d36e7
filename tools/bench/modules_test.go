package bench

import (
	"encoding/json"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestLibrariesAreTheProducts holds that what is measured here is made of the versions that the product is made of.
func TestLibrariesAreTheProducts(t *testing.T) {
	product, tools := versions(t, "../.."), versions(t, "..")
	shared := 0
	for module, version := range tools {
		if wanted, is := product[module]; is {
			assert.Equal(t, wanted, version, "%s: run go -C tools mod tidy", module)
			shared++
		}
	}
	assert.Greater(t, shared, 10)
}

// versions gives the modules that the go.mod of a folder requires.
func versions(t *testing.T, dir string) map[string]string {
	t.Helper()
	data, err := exec.Command("go", "-C", dir, "mod", "edit", "-json").Output()
	require.NoError(t, err)
	var mod struct {
		Require []struct{ Path, Version string }
	}
	require.NoError(t, json.Unmarshal(data, &mod))
	out := map[string]string{}
	for _, m := range mod.Require {
		out[m.Path] = m.Version
	}
	return out
}
