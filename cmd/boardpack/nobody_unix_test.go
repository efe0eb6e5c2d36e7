//go:build !windows

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// asNobody has a command run as a user without rights, where the test runs as root, who may write anywhere. That user must reach
// the program and the folder.
func asNobody(t *testing.T, c *exec.Cmd, dir string) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	const nobody = 65534
	data, err := os.ReadFile(c.Path)
	require.NoError(t, err)
	c.Path = filepath.Join(t.TempDir(), "boardpack")
	require.NoError(t, os.WriteFile(c.Path, data, 0o755))
	for _, folder := range []string{filepath.Dir(c.Path), dir} {
		for ; folder != os.TempDir() && folder != "/"; folder = filepath.Dir(folder) {
			info, err := os.Stat(folder)
			require.NoError(t, err)
			require.NoError(t, os.Chmod(folder, info.Mode()|0o055))
		}
	}
	c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
}

// peakMemory is the most memory that a process had.
func peakMemory(state *os.ProcessState) string {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return "peak unknown"
	}
	return fmt.Sprintf("peak %d MB", usage.Maxrss/1024) // kilobytes on Linux
}
