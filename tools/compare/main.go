// Command compare runs boardpack, its peers and its floors on the same made-up input, in turns, and prints tables in
// Markdown. make bench runs it; --quick is for a first look, and --write puts the tables into docs/performance.md.
//
// Every run is a process of its own, so that start-up counts and the peak of its memory is known. This process itself does
// nothing else: what a child inherits from its parent on Linux includes the parent's peak.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/pflag"

	"boardpack/tools/bench"
)

// settings are what the caller chose.
type settings struct {
	quick      bool
	write      bool
	work       string
	rounds     int           // for each contestant
	budget     time.Duration // after which a contestant sits further rounds out
	limit      time.Duration // of one run
	sizes      []int         // the smallest first
	portfolios int           // spreadsheets of the large portfolio; 0 for none
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "child" {
		exit(child(os.Args[2:]))
	}
	s, err := settingsOf(os.Args[1:])
	if err != nil {
		exit(err)
	}
	exit(compare(s, time.Now().Format("2 January 2006"), os.Stdout))
}

// settingsOf reads the flags.
func settingsOf(args []string) (settings, error) {
	var s settings
	cache, _ := os.UserCacheDir() // none: the folder that it is run in
	flags := pflag.NewFlagSet("compare", pflag.ExitOnError)
	flags.BoolVar(&s.quick, "quick", false, "two sizes, three rounds and no large portfolio: some minutes in place of an hour")
	flags.BoolVar(&s.write, "write", false, "put the tables into docs/performance.md")
	flags.IntSliceVar(&s.sizes, "sizes", bench.Sizes(), "numbers of recommendations, the smallest first")
	flags.IntVar(&s.rounds, "rounds", 10, "rounds of each contest; three at most at 20,000")
	flags.DurationVar(&s.budget, "budget", 60*time.Second, "after so much time in all, a contestant sits further rounds of a contest out")
	flags.DurationVar(&s.limit, "limit", 5*time.Minute, "longest time of one run; what would take longer, by a smaller size, is not begun")
	flags.IntVar(&s.portfolios, "portfolio", 1290, "spreadsheets of the large portfolio, of some 49 recommendations each; 0 leaves it out")
	flags.StringVar(&s.work, "work", filepath.Join(cache, "boardpack-bench"), "folder for the peers, the inputs and what is written")
	if err := flags.Parse(args); err != nil {
		return s, err
	}
	if s.quick {
		s.rounds, s.sizes, s.portfolios = min(s.rounds, 3), s.sizes[:min(len(s.sizes), 2)], 0
	}
	var err error
	s.work, err = filepath.Abs(s.work)
	return s, err
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// compare prepares everything, runs the contests and prints their tables as they end.
func compare(s settings, day string, out io.Writer) error {
	g, err := newGround(s)
	if err != nil {
		return err
	}
	if err := g.warm(); err != nil {
		return err
	}
	var tables bytes.Buffer
	w := io.MultiWriter(out, &tables)
	printMachine(w, g, day)
	printLoad(w, "at the start")
	sizes := newPaces()
	for _, p := range g.tables() {
		printHeads(w, p.title, contestHeads()...)
		for i := range p.contests {
			printContest(w, &p.contests[i], p.contests[i].run(s, sizes))
		}
	}
	printHeads(w, "Stages and floors", "stage", "recommendations", "boardpack", "floor", "times the floor", "allocations each")
	for _, rows := range s.sizes {
		results, err := g.floors(rows)
		if err != nil {
			return err
		}
		printFloors(w, results)
	}
	printLoad(w, "at the end")
	if !s.write {
		return nil
	}
	return writePage(page, tables.String())
}
