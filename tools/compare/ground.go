package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// ground is where everything lies: the programs, the peers and the inputs.
type ground struct {
	settings
	boardpack string
	self      string
	python    string // of the peers' virtual environment
	fonts     string
	bytes     int64 // of the program
}

const batchSize = 100 // masters

// newGround builds the program, installs the peers and writes the inputs, always the same.
func newGround(s settings) (*ground, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	g := &ground{settings: s, self: self, boardpack: filepath.Join(s.work, "boardpack"),
		python: filepath.Join(s.work, "python", "bin", "python"), fonts: filepath.Join(s.work, "fonts")}
	if err := os.MkdirAll(s.work, 0o755); err != nil {
		return nil, err
	}
	if err := keepBytecode(filepath.Join(s.work, "compiled")); err != nil {
		return nil, err
	}
	if err := os.RemoveAll(filepath.Join(s.work, "input")); err != nil {
		return nil, err
	}
	if err := say("go", "-C", "..", "build", "-trimpath", "-ldflags", "-s -w", "-o", g.boardpack, "./cmd/boardpack"); err != nil {
		return nil, err
	}
	if err := say("compare/peers/install", filepath.Join(s.work, "python")); err != nil {
		return nil, err
	}
	info, err := os.Stat(g.boardpack)
	if err != nil {
		return nil, err
	}
	g.bytes = info.Size()
	return g, g.prepare()
}

// keepBytecode has Python keep what it compiles in a folder, whatever the caller's environment says: a script that runs every month does
// not compile its libraries each time.
func keepBytecode(dir string) error {
	if err := os.Unsetenv("PYTHONDONTWRITEBYTECODE"); err != nil {
		return err
	}
	return os.Setenv("PYTHONPYCACHEPREFIX", dir)
}

// warm runs every contestant once on the smallest input, unmeasured, so that what each keeps from run to run is there: Python's bytecode,
// LibreOffice's profile, the system's cache of files. One that fails says so when it is measured.
func (g *ground) warm() {
	for _, c := range []contest{g.startUp(), {"the smallest month", g.packs(g.small(), 1)}, g.paperAlone(g.sizes[0])} {
		for _, who := range c.contestants {
			if who.absent == "" {
				fmt.Fprintf(os.Stderr, "unmeasured: %s\n", who.name)
				_, _, _ = once(who, g.limit)
			}
		}
	}
}

// prepare writes the inputs of every size, the papers and the fonts, in children so that this process stays small.
func (g *ground) prepare() error {
	if err := say(g.self, "child", "fonts", g.fonts); err != nil {
		return err
	}
	lay := func(dir string, rows, months, registers int) error {
		return say(g.self, "child", "lay", dir, strconv.Itoa(rows), strconv.Itoa(months), strconv.Itoa(registers))
	}
	for _, rows := range g.sizes {
		for _, months := range []int{1, 13} {
			if err := lay(g.input(rows, months), rows, months, 1); err != nil {
				return err
			}
		}
		if err := say(g.self, "child", "paper", g.input(rows, 1), g.paper(rows)); err != nil {
			return err
		}
	}
	if err := lay(g.small(), 18, 3, 2); err != nil {
		return err
	}
	return lay(g.batch(), 18, 1, batchSize)
}

func (g *ground) input(rows, months int) string {
	return filepath.Join(g.work, "input", fmt.Sprintf("%d-rows-%d-months", rows, months))
}

// small is of the size of the sample in input/, whose second master has columns of its own that no peer reads.
func (g *ground) small() string { return filepath.Join(g.work, "input", "small") }

func (g *ground) batch() string { return filepath.Join(g.work, "input", "batch") }

func (g *ground) paper(rows int) string {
	return filepath.Join(g.work, "input", fmt.Sprintf("paper-%d.json", rows))
}

func (g *ground) out(name string) string { return filepath.Join(g.work, "out", name) }

func (g *ground) peer(name string) string {
	path, err := filepath.Abs(filepath.Join("compare/peers", name))
	if err != nil {
		return name
	}
	return path
}

// floors runs the stages and their floors in a child, which measures within itself.
func (g *ground) floors(rows int) ([]floorResult, error) {
	fmt.Fprintf(os.Stderr, "stages and floors, %d\n", rows)
	rounds := 10
	if rows >= 20000 {
		rounds = 3
	}
	command := exec.Command(g.self, "child", "floors", g.input(rows, 1), strconv.Itoa(rows), strconv.Itoa(rounds))
	command.Stderr = os.Stderr
	data, err := command.Output()
	if err != nil {
		return nil, err
	}
	var results []floorResult
	return results, json.Unmarshal(data, &results)
}

// say runs a command that prepares something, and shows what it says.
func say(name string, args ...string) error {
	command := exec.Command(name, args...)
	command.Stdout, command.Stderr = os.Stderr, os.Stderr
	if err := command.Run(); err != nil {
		return fmt.Errorf("%s %v: %w (run make bench)", name, args, err)
	}
	return nil
}

// has tells whether the peers' Python has a module.
func (g *ground) has(module string) bool {
	return exec.Command(g.python, "-c", "import "+module).Run() == nil
}

// newest is the path of the one master of a size.
func (g *ground) newest(rows int) string { return masterPath(g.input(rows, 1)) }
