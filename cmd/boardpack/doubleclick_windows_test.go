package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/windows"
)

// TestDoubleClickOnTheProgram starts it in a console of its own, as Explorer does: it says what to do next, and stays until Enter.
func TestDoubleClickOnTheProgram(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(tempFolder(t), "R&D, tŷ")
	require.NoError(t, os.MkdirAll(dir, 0o755))
	program := filepath.Join(dir, "boardpack.exe")
	putProgram(t, program)
	window := doubleClicked(t, program)
	t.Logf("the window showed:\n%s", window)
	assert.Contains(t, window, `"`+program+`" init "`+filepath.Join(dir, "board-packs")+`"`)

	succeedAt(t, program, "init", filepath.Join(dir, "tîm ŷ"))
	window = doubleClicked(t, program)
	t.Logf("beside a team's folder it showed:\n%s", window)
	assert.Contains(t, window, "To make the packs, double-click build.cmd in this folder:\n\n   "+filepath.Join(dir, "tîm ŷ")+"\n")
	assert.Equal(t, window, doubleClicked(t, program, filepath.Join(dir, "tîm ŷ", "blank-master.xlsx")), "a file dropped on it")
}

// TestNoWaitInAWindowForCommands: in a console that others use, the program without arguments prints its help and ends.
func TestNoWaitInAWindowForCommands(t *testing.T) {
	t.Parallel()
	program := filepath.Join(tempFolder(t), "boardpack.exe")
	putProgram(t, program)
	var window bytes.Buffer
	stdin, key, err := os.Pipe()
	require.NoError(t, err)
	defer key.Close()
	c := exec.Command(program)
	c.Stdin, c.Stdout = stdin, &window
	require.NoError(t, c.Run(), "it ends, with its input open")
	assert.Contains(t, window.String(), "boardpack help COMMAND explains a command and its flags.")
}

func succeedAt(t *testing.T, program string, args ...string) {
	t.Helper()
	status, _, stderr := result(t, exec.Command(program, args...))
	require.Zero(t, status, stderr)
}

// doubleClicked gives what the window shows while it waits, and holds that Enter ends it.
func doubleClicked(t *testing.T, program string, dropped ...string) string {
	t.Helper()
	c := exec.Command(program, dropped...)
	c.SysProcAttr = &syscall.SysProcAttr{CreationFlags: windows.CREATE_NEW_CONSOLE}
	enter, err := c.StdinPipe()
	require.NoError(t, err)
	stdout, err := c.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, c.Start())
	var window []byte
	for part := make([]byte, 4096); !bytes.HasSuffix(window, []byte("Press Enter to close this window.")); {
		n, err := stdout.Read(part)
		window = append(window, part[:n]...)
		require.NoError(t, err, "it ended with: %s", window)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case <-ended:
		t.Fatal("the window closed by itself")
	case <-time.After(300 * time.Millisecond):
	}
	_, err = io.WriteString(enter, "\r\n")
	require.NoError(t, err)
	require.NoError(t, <-ended)
	return string(window)
}
