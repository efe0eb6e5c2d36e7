package main

import (
	"bytes"
	"context"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"boardpack": main, "meter": meter})
}

// TestScripts runs one script a behaviour; each holds its own masters.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata", Cmds: scriptCommands()})
}

// TestRunIsAFunction holds that the program can be called without a process.
func TestRunIsAFunction(t *testing.T) {
	var stdout, stderr bytes.Buffer
	assert.Equal(t, exitDone, run(context.Background(), []string{"version"}, &stdout, &stderr))
	assert.Equal(t, "boardpack "+version+"\n", stdout.String())
	assert.Empty(t, stderr.String())
}

func TestEveryCommandHasHelp(t *testing.T) {
	for _, c := range commands() {
		var stdout, stderr bytes.Buffer
		assert.Equal(t, exitDone, run(context.Background(), []string{c.name, "--help"}, &stdout, &stderr), c.name)
		assert.Contains(t, stdout.String(), c.about)
	}
}

func TestExitStatuses(t *testing.T) {
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
