package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAnswerToADoubleClick: without a team's folder near it says how to make one; beside one, or above some, where to double-click.
func TestAnswerToADoubleClick(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	program := filepath.Join(dir, "boardpack-windows-amd64.exe")
	answer := func(stdin string) string {
		t.Helper()
		var window bytes.Buffer
		assert.Equal(t, exitDone, answerDoubleClick(program, strings.NewReader(stdin), &window))
		assert.True(t, strings.HasSuffix(window.String(), "\nPress Enter to close this window."))
		return window.String()
	}
	starter := func(folder string) {
		t.Helper()
		require.NoError(t, os.MkdirAll(filepath.Join(dir, folder), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, folder, "build.cmd"), nil, 0o644))
	}
	assert.Contains(t, answer("\n"), "\n   \""+program+"\" init \""+filepath.Join(dir, "board-packs")+"\"\n")
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "other", "build.cmd"), 0o755))
	assert.Contains(t, answer("\r\n"), "To begin, make a folder for your packs", "a folder is no starter")

	starter("tîm ŷ")
	assert.Contains(t, answer(""), "To make the packs, double-click build.cmd in this folder:\n\n   "+filepath.Join(dir, "tîm ŷ")+"\n")
	starter("")
	assert.Contains(t, answer("\n"), "To make packs, double-click build.cmd in one of these folders:\n\n   "+dir+"\n   "+filepath.Join(dir, "tîm ŷ")+"\n")
}

// TestOnlyADoubleClickIsAnswered: a command is run whatever the window, and here no window goes away.
func TestOnlyADoubleClickIsAnswered(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{nil, {"build"}, {"help"}, {"relative.xlsx"}, {filepath.Join(t.TempDir(), "dropped.xlsx")}} {
		assert.False(t, isDoubleClick(args), args)
	}
}
