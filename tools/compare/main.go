// Command compare runs boardpack, its peers and its floors on the same made-up input, in turns, and prints a table in
// Markdown. make bench runs it; -quick is for a first look.
//
// Every run is a process of its own, so that start-up counts and the peak of its memory is known. This process itself does
// nothing else: what a child inherits from its parent on Linux includes the parent's peak.
package main

import (
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
	quick  bool
	work   string
	rounds int           // for each contestant
	budget time.Duration // after which a contestant sits further rounds out
	limit  time.Duration // of one run
	sizes  []int
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "child" {
		exit(child(os.Args[2:]))
	}
	var s settings
	cache, _ := os.UserCacheDir()
	pflag.BoolVar(&s.quick, "quick", false, "two sizes and three rounds: some minutes in place of an hour")
	pflag.IntSliceVar(&s.sizes, "sizes", bench.Sizes(), "numbers of recommendations")
	pflag.IntVar(&s.rounds, "rounds", 10, "rounds of each contest; stages have ten, and three at 20,000")
	pflag.DurationVar(&s.budget, "budget", 90*time.Second, "after so much time in all, a contestant sits further rounds of a contest out")
	pflag.DurationVar(&s.limit, "limit", 15*time.Minute, "longest time of one run")
	pflag.StringVar(&s.work, "work", filepath.Join(cache, "boardpack-bench"), "folder for the peers, the inputs and what is written")
	pflag.Parse()
	work, err := filepath.Abs(s.work)
	if err != nil {
		exit(err)
	}
	s.work = work
	if s.quick {
		s.rounds, s.sizes = 3, s.sizes[:2]
	}
	exit(compare(s, os.Stdout))
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// compare prepares everything, runs the contests and prints their tables as they end.
func compare(s settings, w io.Writer) error {
	g, err := newGround(s)
	if err != nil {
		return err
	}
	g.warm()
	printMachine(w, g)
	printHeads(w, "job", "with", "rounds", "median", "lowest to highest", "times boardpack", "processor", "times boardpack", "peak MB", "pages", "sheets")
	for _, c := range g.contests() {
		printOutcomes(w, c.run(s))
	}
	printHeads(w, "stage", "recommendations", "boardpack", "floor", "times the floor", "allocations each")
	for _, rows := range s.sizes {
		results, err := g.floors(rows)
		if err != nil {
			return err
		}
		printFloors(w, results)
	}
	printLoad(w, "at the end")
	return nil
}
