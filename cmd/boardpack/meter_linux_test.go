package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"
)

// meter runs the program as its child and says, in the file that is its first argument, how much memory it took at most, in kB. The
// system counts the memory of whoever starts a process as the process's own, and a test may have taken much: this one takes little.
func meter() {
	path, err := os.Executable()
	if err != nil {
		panic(err)
	}
	child := &exec.Cmd{Path: path, Args: append([]string{"boardpack"}, os.Args[2:]...), Stdout: os.Stdout, Stderr: os.Stderr}
	_ = child.Run() // its status is given on
	usage := child.ProcessState.SysUsage().(*syscall.Rusage)
	if err := os.WriteFile(os.Args[1], []byte(strconv.FormatInt(usage.Maxrss, 10)), 0o600); err != nil {
		panic(err)
	}
	os.Exit(child.ProcessState.ExitCode())
}

// peak runs the program in a folder and gives its status, all that it printed, and the most memory that it took, in MB.
func peak(t testing.TB, dir string, args ...string) (status int, printed string, megabytes int) {
	t.Helper()
	figure := filepath.Join(t.TempDir(), "peak")
	c := program(t, dir)
	c.Args = append([]string{"meter", figure}, args...)
	status, stdout, stderr := result(t, c)
	text, err := os.ReadFile(figure)
	require.NoError(t, err)
	kilobytes, err := strconv.Atoi(string(text))
	require.NoError(t, err)
	return status, stdout + stderr, kilobytes >> 10
}
