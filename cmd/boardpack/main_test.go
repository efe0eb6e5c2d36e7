package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/reporttest/pace"
)

// TestMain makes the tests the program where they are called so. What the tests themselves are told of memory is not for the program, whose
// bounds are those that people meet.
func TestMain(m *testing.M) {
	for _, name := range []string{"GOGC", "GOMEMLIMIT"} {
		os.Unsetenv(name)
	}
	testscript.Main(m, map[string]func(){"boardpack": main, "meter": meter})
}

// TestScripts runs one script a behaviour; each holds its own masters.
func TestScripts(t *testing.T) {
	t.Parallel()
	params := testscript.Params{Dir: "testdata", Cmds: scriptCommands()}
	if pace.Race {
		params.Dir, params.Files = "", sideBySide()
	}
	testscript.Run(t, params)
}

// sideBySide are the scripts for the race detector: each starts what runs side by side in another way. A process takes it ten times as long,
// and the other scripts are of what is printed.
func sideBySide() []string {
	var out []string
	for _, name := range []string{"build", "annotate", "ask", "chase", "matching", "one_bad_master"} {
		out = append(out, filepath.Join("testdata", name+".txt"))
	}
	return out
}

// TestRunIsAFunction holds that the program can be called without a process.
func TestRunIsAFunction(t *testing.T) {
	t.Parallel()
	var stdout, stderr bytes.Buffer
	assert.Equal(t, exitDone, run(context.Background(), []string{"version"}, &stdout, &stderr))
	assert.Equal(t, "boardpack "+version+"\n", stdout.String())
	assert.Empty(t, stderr.String())
}

// TestEveryCommandHasHelp: by its own flag and by the command help alike, with an example, and no line wider than the help is.
func TestEveryCommandHasHelp(t *testing.T) {
	t.Parallel()
	said := func(args ...string) string {
		t.Helper()
		var stdout, stderr bytes.Buffer
		assert.Equal(t, exitDone, run(context.Background(), args, &stdout, &stderr), args)
		assert.Empty(t, stderr.String())
		return stdout.String()
	}
	for _, c := range commands() {
		help := said("help", c.name)
		assert.Equal(t, help, said(c.name, "--help"))
		assert.Equal(t, help, said(c.name, "-h"))
		assert.Contains(t, help, c.about)
		assert.Contains(t, help, "\nExamples:\n  boardpack "+c.name)
		assert.Contains(t, said("help"), "  "+c.name+" ")
		for line := range strings.Lines(help) {
			assert.LessOrEqual(t, utf8.RuneCountInString(strings.TrimRight(line, "\n")), helpWidth, line)
		}
	}
	assert.Equal(t, said("help"), said())
	assert.Equal(t, said("help"), said("--help"))
	assert.Equal(t, said("version"), said("--version"))
}

// TestExamplesOfHelpAreUnderstood: every example is a command line that is used rightly.
func TestExamplesOfHelpAreUnderstood(t *testing.T) {
	pace.OneByOne(t)
	for _, c := range commands() {
		for _, line := range c.examples {
			line, _, _ = strings.Cut(line, " >")
			line, _, _ = strings.Cut(line, " |")
			args := strings.Fields(line)
			require.Equal(t, "boardpack", args[0])
			t.Chdir(t.TempDir())
			var out bytes.Buffer
			assert.NotEqual(t, exitUsage, run(context.Background(), args[1:], &out, &out), "%s: %s", line, out.String())
		}
	}
}

func TestExitStatuses(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name string
		args []string
		want int
	}{
		{"nothing asked", nil, exitDone},
		{"help", []string{"help"}, exitDone},
		{"no such command", []string{"bake"}, exitUsage},
		{"no such flag", []string{"build", "--bake"}, exitUsage},
		{"no month", []string{"build", "--month", "2023"}, exitUsage},
		{"no such folder", []string{"build", "--input", "nowhere"}, exitFailed},
		{"no such template", []string{"build", "--templates", "nowhere"}, exitFailed},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			assert.Equal(t, c.want, run(context.Background(), c.args, &stdout, &stderr))
			assert.Equal(t, c.want == exitDone, stderr.Len() == 0, stderr.String())
		})
	}
}
