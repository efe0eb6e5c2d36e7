package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// What the script of the peer prints of each recommendation.
const (
	everything = "full"  // each in full, and a line each
	short      = "short" // as many as boardpack's paper edition has room for
)

// script is the whole job in Python.
func (g *ground) script(name, input, edition string) contestant {
	out := "python-" + edition
	return g.pythonPeer(name, "openpyxl, xlsxwriter, reportlab", out, g.peer("pack.py"), input, g.out(out), g.fonts, edition)
}

// pythonPeer is a contestant of the virtual environment, absent where its modules are.
func (g *ground) pythonPeer(name, modules, out string, args ...string) contestant {
	c := contestant{name: name, command: append([]string{g.python}, args...)}
	if out != "" {
		c.out = g.out(out)
	}
	if exec.Command(g.python, "-c", "import "+modules).Run() != nil {
		c.absent = "not installed"
	}
	return c
}

func (g *ground) peer(name string) string { return filepath.Join(g.here, "compare", "peers", name) }

// plainEnvironment takes away what slows, speeds or tunes either side, and has Python keep what it compiles in a folder: a script that
// runs every month does not compile its libraries each time.
func plainEnvironment(compiled string) error {
	for _, entry := range os.Environ() {
		name, _, _ := strings.Cut(entry, "=")
		if tunes(name) {
			if err := os.Unsetenv(name); err != nil {
				return err
			}
		}
	}
	return os.Setenv("PYTHONPYCACHEPREFIX", compiled)
}

// tunes tells whether a variable of the environment changes how Python or Go works.
func tunes(name string) bool {
	switch name {
	case "GOGC", "GOMEMLIMIT", "GOMAXPROCS", "GODEBUG":
		return true
	}
	return strings.HasPrefix(name, "PYTHON")
}

// warm runs every contestant once on the smallest input, unmeasured, so that what each keeps from run to run is there: Python's bytecode,
// LibreOffice's profile, the system's cache of files. One that fails says so when it is measured.
func (g *ground) warm() error {
	contests := append([]contest{g.startUp(), g.sampleMonth()}, g.paperAlone(g.sizes[0])...)
	for _, c := range contests {
		for _, who := range c.contestants {
			if who.absent == "" {
				fmt.Fprintf(os.Stderr, "unmeasured: %s\n", who.name)
				_, _ = once(who, g.limit)
			}
		}
	}
	for _, c := range contests {
		for _, who := range c.contestants {
			if who.absent == "" && who.command[0] == g.python {
				if cold := compiles(who); len(cold) > 0 {
					return fmt.Errorf("%s compiles modules at every run, such as %s: it would be measured slower than it is", who.name, cold[0])
				}
			}
		}
	}
	return nil
}

// compiles lists the modules that a Python program compiled from their source, in place of taking what was kept: Python says so when it is asked to.
func compiles(c contestant) []string {
	command := exec.Command(c.command[0], append([]string{"-v"}, c.command[1:]...)...)
	var said bytes.Buffer
	command.Stderr = &said
	_ = command.Run() // one that fails says so when it is measured
	return compiledIn(said.String())
}

func compiledIn(said string) []string {
	var out []string
	for line := range strings.Lines(said) {
		path, is := strings.CutPrefix(strings.TrimSpace(line), "# code object from ")
		if is && strings.HasSuffix(path, ".py") { // what was kept is named in quotation marks, and ends in .pyc
			out = append(out, path)
		}
	}
	return out
}
