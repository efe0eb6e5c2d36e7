package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/windows"
)

// exeVariable names the program as it is released, for the tests on Windows. Without it they try their own binary, which is the program
// when it is called boardpack.exe.
const exeVariable = "BOARDPACK_EXE"

// putProgram copies the program to a path.
func putProgram(t *testing.T, path string) {
	t.Helper()
	from := os.Getenv(exeVariable)
	if from == "" {
		var err error
		from, err = os.Executable()
		require.NoError(t, err)
	}
	data, err := os.ReadFile(from)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, data, 0o755))
}

// tempFolder is a folder for one test. Wine 8 cannot take trees away as t.TempDir does, which is no fault of the test.
func tempFolder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "packs")
	require.NoError(t, err)
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// team is the folder of a team, as init makes it, and the program that it uses.
type team struct{ dir, program string }

// newTeam puts the program into a folder, and has it make the folder of a team there.
func newTeam(t *testing.T) team {
	t.Helper()
	dir := tempFolder(t)
	d := team{filepath.Join(dir, "packs"), filepath.Join(dir, "boardpack.exe")}
	d.make(t)
	return d
}

// make puts the program into its place, has it make the folder, and fills in two months of a master.
func (d team) make(t *testing.T) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(d.program), 0o755))
	putProgram(t, d.program)
	d.must(t, "init", d.dir, "--month", "2026-10", "--example", "police")
	require.NoError(t, os.Remove(filepath.Join(d.dir, "input", "2026-10", "recommendations.xlsx")))
	d.putMaster(t, "2026-09", "Not started")
	d.putMaster(t, "2026-10", "In progress")
}

// masterOfTeam has the letters that Welsh has and the code pages of Windows in Britain have not.
const masterOfTeam = "gŵyl a’r tŷ"

func (d team) putMaster(t *testing.T, month, status string) {
	t.Helper()
	text := "Ref,Theme,Recommendation,Status,Owner\n1,Data,Cofnodi pob gŵyl,Complete,Siân Ŵyn\n2,Victims,Ysgrifennu at bob tŷ," + status + ",Pennaeth Tŷ\n"
	require.NoError(t, os.MkdirAll(filepath.Dir(d.master(month)), 0o755))
	require.NoError(t, os.WriteFile(d.master(month), []byte(text), 0o644))
}

func (d team) master(month string) string {
	return filepath.Join(d.dir, "input", month, masterOfTeam+".csv")
}
func (d team) out(names ...string) string {
	return filepath.Join(append([]string{d.dir, "out", "2026-10"}, names...)...)
}

// run runs the program in the team's folder; must holds that it does not fail.
func (d team) run(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	c := exec.Command(d.program, args...)
	if _, err := os.Stat(d.dir); err == nil {
		c.Dir = d.dir
	}
	return result(t, c)
}

func (d team) must(t *testing.T, args ...string) (stdout, stderr string) {
	t.Helper()
	status, stdout, stderr := d.run(t, args...)
	require.Zero(t, status, stderr)
	return stdout, stderr
}

// start double-clicks the starter, as Explorer does: with its whole path between quotation marks. It is not waited for.
func (d team) start(t *testing.T, stdin *os.File, args string, env ...string) *starter {
	t.Helper()
	output, err := os.CreateTemp(tempFolder(t), "output") // a file: the Explorer that opens the folder would keep a pipe open
	require.NoError(t, err)
	t.Cleanup(func() { output.Close() })
	c := exec.Command("cmd")
	c.SysProcAttr = &syscall.SysProcAttr{CmdLine: `cmd /c ""` + filepath.Join(d.dir, "build.cmd") + `" ` + args + `"`}
	c.Dir, c.Env = os.TempDir(), append(append(os.Environ(), "PATH="+windowsFolders()), env...)
	c.Stdin, c.Stdout, c.Stderr = stdin, output, output
	require.NoError(t, c.Start())
	return &starter{c, output.Name()}
}

// windowsFolders are those where every computer has programs; the test's own path has a boardpack too.
func windowsFolders() string {
	return filepath.Join(os.Getenv("SystemRoot"), "system32") + ";" + os.Getenv("SystemRoot")
}

// doubleClick starts the starter, with a key pressed where it waits for one, and gives its status and what its window shows.
func (d team) doubleClick(t *testing.T, args string, env ...string) (status int, window string) {
	t.Helper()
	s := d.start(t, nil, args, env...)
	_ = s.cmd.Wait() // the status tells
	return s.cmd.ProcessState.ExitCode(), s.window(t)
}

// starter is a running build.cmd.
type starter struct {
	cmd    *exec.Cmd
	output string
}

// window gives what is printed so far.
func (s *starter) window(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(s.output)
	require.NoError(t, err)
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

// assertOpened holds that a window of Explorer was opened on the folder. Only under wine can that be seen: its processes are Linux's,
// and there is no screen on which the windows would stay.
func assertOpened(t *testing.T, folder string) {
	t.Helper()
	processes, err := filepath.Glob(`Z:\proc\[0-9]*\cmdline`)
	if err != nil || len(processes) == 0 {
		return
	}
	for _, p := range processes {
		line, _ := os.ReadFile(p) // of a process that has ended meanwhile there is nothing
		if strings.Contains(string(line), "explorer.exe") && strings.Contains(string(line), folder) {
			return
		}
	}
	assert.Fail(t, "no window was opened", folder)
}

// driveVariable names the root of a drive for the tests alone, such as Q:\. Wine's drives are made outside it.
const driveVariable = "BOARDPACK_DRIVE"

// drive gives a folder a letter of its own, as a network drive has.
func drive(t *testing.T, folder string) string {
	t.Helper()
	if made := os.Getenv(driveVariable); made != "" {
		return made
	}
	const letter = "Q:"
	name, err := windows.UTF16PtrFromString(letter)
	require.NoError(t, err)
	path, err := windows.UTF16PtrFromString(folder)
	require.NoError(t, err)
	if err := windows.DefineDosDevice(0, name, path); err != nil {
		t.Skipf("no drive letter can be given here: %v", err)
	}
	t.Cleanup(func() { windows.DefineDosDevice(windows.DDD_REMOVE_DEFINITION, name, nil) })
	return letter + `\`
}

// server gives the path of a folder as another computer has it: \\localhost\c$\…
func server(t *testing.T, folder string) string {
	t.Helper()
	letter, rest, _ := strings.Cut(folder, ":")
	path := `\\localhost\` + strings.ToLower(letter) + "$" + rest
	if _, err := os.Stat(path); err != nil {
		t.Skipf("this computer's disk is not shared with itself: %v", err)
	}
	return path
}

// hold opens a file in a way that other programs have to share, and gives what lets go of it.
func hold(t *testing.T, path string, sharing uint32) (letGo func()) {
	t.Helper()
	name, err := windows.UTF16PtrFromString(path)
	require.NoError(t, err)
	handle, err := windows.CreateFile(name, windows.GENERIC_READ, sharing, nil, windows.OPEN_EXISTING, 0, 0)
	require.NoError(t, err)
	return func() { require.NoError(t, windows.CloseHandle(handle)) }
}
