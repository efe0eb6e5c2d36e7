//go:build unix

package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestPipesAreNotWaitedFor: a pipe in the place of any file that is read gets a sentence, at once. The commands would wait for ever
// for somebody who writes into it.
func TestPipesAreNotWaitedFor(t *testing.T) {
	const rows = "Ref,Theme,Recommendation,Status\n1,Data,Record every check,Open\n"
	const template = "logo: {file: logo.png, alt: {en: A, cy: B}}\n"
	for _, c := range []struct {
		name, pipe string
		args       []string
		says       string
		status     int
	}{
		{"master", "input/2023-09/pipe.xlsx", []string{"build", "--lang", "en"}, "pipe.xlsx: the file cannot be opened (it is not an ordinary file)", exitFailed},
		{"master that is named", "pipe.xlsx", []string{"check", "--month", "2023-09", "pipe.xlsx"}, "it is not an ordinary file", exitFailed},
		{"lock", "out/.boardpack-lock", []string{"build"}, "is not the file that it should be: delete it, and run again", exitFailed},
		{"manifest", "out/2023-09/manifest.json", []string{"verify", "out"}, "it is not an ordinary file", exitFailed},
		{"template", "template/pack.yaml", []string{"check"}, "pack.yaml cannot be read: it is not an ordinary file", exitFailed},
		{"wording", "template/wording/en.yaml", []string{"check"}, "wording/en.yaml cannot be read: it is not an ordinary file", exitFailed},
		{"logo", "template/logo.png", []string{"check"}, "the logo logo.png cannot be read: it is not an ordinary file", exitFailed},
		{"start from", "pipe.xlsx", []string{"init", "--from", "pipe.xlsx", "new"}, "it is not an ordinary file", exitFailed},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			require.NoError(t, os.MkdirAll("input/2023-09", 0o700))
			require.NoError(t, os.WriteFile("input/2023-09/m.csv", []byte(rows), 0o600))
			require.NoError(t, os.MkdirAll(filepath.Dir(c.pipe), 0o700))
			if c.name == "logo" {
				require.NoError(t, os.WriteFile("template/pack.yaml", []byte(template), 0o600))
			}
			require.NoError(t, syscall.Mkfifo(c.pipe, 0o600))
			var out bytes.Buffer
			assert.Equal(t, c.status, run(context.Background(), c.args, &out, &out), out.String())
			assert.Contains(t, out.String(), c.says)
		})
	}
}
