package main

import (
	"os"
	"os/exec"
	"testing"
)

// asNobody cannot be done here: folders that may not be written to are a matter of access lists on Windows.
func asNobody(t *testing.T, _ *exec.Cmd, _ string) {
	t.Helper()
	t.Skip("a folder cannot be made read-only by its mode on Windows")
}

// peakMemory is not told here.
func peakMemory(*os.ProcessState) string { return "peak unknown" }
