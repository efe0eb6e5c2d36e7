package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/golden"
)

// TestReadmeListsEveryCheck holds that the README's table of checks is what the wording says, code by code.
func TestReadmeListsEveryCheck(t *testing.T) {
	golden.Section(t, "../../README.md", "<!-- checks: written by make golden -->", "<!-- end of checks -->", checksTable(t))
}

// checksTable lists the codes in the order of the wording, with what is found and what to do.
func checksTable(t *testing.T) string {
	data, err := os.ReadFile("../../templates/wording/en.yaml")
	require.NoError(t, err)
	var messages yaml.MapSlice
	require.NoError(t, yaml.Unmarshal(data, &messages))
	said := map[string]string{}
	var codes []string
	argument := regexp.MustCompile(`\{\{[^}]*\}\}`)
	for _, m := range messages {
		id := fmt.Sprint(m.Key)
		if !strings.HasPrefix(id, "problem.") {
			continue
		}
		if !strings.HasSuffix(id, ".hint") {
			codes = append(codes, strings.TrimPrefix(id, "problem."))
		}
		said[id] = argument.ReplaceAllString(fmt.Sprint(m.Value), "…")
	}
	var b strings.Builder
	b.WriteString("| code | what is found | what to do |\n|---|---|---|\n")
	for _, code := range codes {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", code, said["problem."+code], said["problem."+code+".hint"])
	}
	return b.String()
}

// TestReadmeNamesEveryTarget holds that no make target and no flag is a secret.
func TestReadmeNamesEveryTarget(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	for _, c := range commands() {
		assert.True(t, strings.Contains(string(data), "boardpack "+c.name), "the README does not name the command %s", c.name)
	}
	for _, picture := range regexp.MustCompile(`[("](docs/[^)"]+)[)"]`).FindAllStringSubmatch(string(data), -1) {
		_, err := os.Stat(filepath.Join("../..", picture[1]))
		assert.NoError(t, err, picture[1])
	}
}
