package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"boardpack/report/content"
)

// ground is where everything is: the programs, the peers and the inputs.
type ground struct {
	settings
	here      string // the folder tools
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
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	g := &ground{settings: s, here: here, self: self, boardpack: filepath.Join(s.work, "boardpack"),
		python: filepath.Join(s.work, "python", "bin", "python"), fonts: filepath.Join(s.work, "fonts")}
	if err := os.MkdirAll(s.work, 0o755); err != nil {
		return nil, err
	}
	for _, left := range []string{"input", "out"} {
		if err := os.RemoveAll(filepath.Join(s.work, left)); err != nil {
			return nil, err
		}
	}
	if err := say("go", "-C", "..", "build", "-trimpath", "-ldflags", "-s -w", "-o", g.boardpack, "./cmd/boardpack"); err != nil {
		return nil, err
	}
	if err := say(g.peer("install"), filepath.Join(s.work, "python")); err != nil {
		return nil, err
	}
	if err := plainEnvironment(filepath.Join(s.work, "compiled")); err != nil {
		return nil, err
	}
	info, err := os.Stat(g.boardpack)
	if err != nil {
		return nil, err
	}
	g.bytes = info.Size()
	return g, g.prepare()
}

// prepare writes the inputs of every size, the papers, the fonts and the template, in children so that this process stays small.
func (g *ground) prepare() error {
	if err := os.MkdirAll(g.english(), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(g.english(), "pack.yaml"), []byte("languages: [en]\n"), 0o644); err != nil {
		return err
	}
	if err := say(g.self, "child", "fonts", g.fonts); err != nil {
		return err
	}
	for _, rows := range g.sizes {
		for _, months := range []int{1, 13} {
			if err := g.lay(g.input(rows, months), rows, months, 1); err != nil {
				return err
			}
		}
		for _, edition := range editionsOf(rows) {
			if err := say(g.self, "child", "paper", g.input(rows, 1), g.paper(rows, edition), string(edition)); err != nil {
				return err
			}
		}
	}
	if err := g.lay(g.small(), 2*18, 3, 2); err != nil {
		return err
	}
	if err := g.lay(g.batch(), batchSize*18, 1, batchSize); err != nil || g.portfolios == 0 {
		return err
	}
	return g.lay(g.portfolioInput(), g.portfolioRows(), 1, g.portfolios)
}

// lay writes so many rows, in so many registers, with the months before.
func (g *ground) lay(dir string, rows, months, registers int) error {
	return say(g.self, "child", "lay", dir, strconv.Itoa(rows), strconv.Itoa(months), strconv.Itoa(registers))
}

func (g *ground) input(rows, months int) string {
	return filepath.Join(g.work, "input", fmt.Sprintf("%d-rows-%d-months", rows, months))
}

func (g *ground) small() string { return filepath.Join(g.work, "input", "small") }

func (g *ground) batch() string { return filepath.Join(g.work, "input", "batch") }

func (g *ground) portfolioInput() string { return filepath.Join(g.work, "input", "portfolio") }

// portfolioRows is how many recommendations the large portfolio has: 62,700 in 1,290 spreadsheets, and of fewer as many each.
func (g *ground) portfolioRows() int { return g.portfolios * 62700 / 1290 }

// english is the shipped template with one language: the page for browsers has all languages of the template, and the peer has one.
func (g *ground) english() string { return filepath.Join(g.work, "english") }

func (g *ground) paper(rows int, edition content.Edition) string {
	return filepath.Join(g.work, "input", fmt.Sprintf("%s-%d.json", edition, rows))
}

func (g *ground) out(name string) string { return filepath.Join(g.work, "out", name) }

// floors runs the stages and their floors in a child, which measures within itself.
func (g *ground) floors(rows int) ([]floorResult, error) {
	fmt.Fprintf(os.Stderr, "stages and floors, %d\n", rows)
	rounds := g.rounds
	if rows >= huge {
		rounds = min(rounds, fewRounds)
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
