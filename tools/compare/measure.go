package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// took is what a run used; the zero value is of none.
type took struct {
	seconds float64 // by the clock
	work    float64 // of processor, all cores and children together
	peak    int64   // bytes of memory
}

func (t took) ran() bool { return t.seconds > 0 }

// outcome is what the rounds of one contestant came to.
type outcome struct {
	name   string
	rounds []took // one for each round of the contest; those it sat out are zero
	made   output // by the last round
	why    string // it has no times
}

// took lists what a round used, of the rounds that were run.
func (o *outcome) took(of func(took) float64) []float64 {
	var out []float64
	for _, t := range o.rounds {
		if t.ran() {
			out = append(out, of(t))
		}
	}
	return out
}

// times lists what it used for each that ours used, of the rounds that both ran.
func (o *outcome) times(ours *outcome, of func(took) float64) []float64 {
	var out []float64
	for i, t := range o.rounds {
		if t.ran() && ours.rounds[i].ran() {
			out = append(out, of(t)/of(ours.rounds[i]))
		}
	}
	return out
}

// peak is the most memory of all rounds.
func (o *outcome) peak() int64 {
	var most int64
	for _, t := range o.rounds {
		most = max(most, t.peak)
	}
	return most
}

func seconds(t took) float64 { return t.seconds }
func work(t took) float64    { return t.work }
func cores(t took) float64   { return t.work / t.seconds }

// run runs the rounds of a contest in turns, each beginning with the next contestant, so that what else the machine does falls on all alike.
// One whose budget is used up sits the rest out; one that would go beyond the limits does not begin.
func (c *contest) run(s settings, sizes *paces) []outcome {
	results := make([]outcome, len(c.contestants))
	spent := make([]float64, len(c.contestants))
	rounds, limit := s.rounds, s.limit*time.Duration(max(1, c.longer))
	if c.rounds > 0 {
		rounds = min(rounds, c.rounds)
	}
	for i, who := range c.contestants {
		results[i] = outcome{name: who.name, why: who.absent, rounds: make([]took, rounds)}
		if results[i].why == "" {
			results[i].why = sizes.tooMuch(who.name, c, limit)
		}
	}
	for round := range rounds {
		for turn := range c.contestants {
			i := (round + turn) % len(c.contestants)
			r := &results[i]
			if r.why != "" || spent[i] > s.budget.Seconds() {
				continue
			}
			fmt.Fprintf(os.Stderr, "%s: %s, round %d\n", c.views[0].job, r.name, round+1)
			used, err := once(c.contestants[i], limit)
			if err != nil {
				r.why = strings.ReplaceAll(err.Error(), s.work, "…") // a page has no folder of one machine
				continue
			}
			spent[i] += used.seconds
			r.rounds[round] = used
		}
	}
	for i := range results {
		if r := &results[i]; r.why == "" {
			sizes.note(c, r)
			var err error
			if r.made, err = madeIn(c.contestants[i].out); err != nil {
				r.why = err.Error()
			}
		}
	}
	return results
}

// once runs a contestant and gives what it used.
func once(c contestant, limit time.Duration) (took, error) {
	if c.out != "" {
		if err := os.RemoveAll(c.out); err != nil {
			return took{}, err
		}
		if err := os.MkdirAll(c.out, 0o755); err != nil {
			return took{}, err
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	command := exec.CommandContext(ctx, c.command[0], c.command[1:]...)
	ownGroup(command)
	var said strings.Builder
	command.Stderr = &said
	start := time.Now()
	err := command.Run()
	clock := time.Since(start)
	if ctx.Err() != nil {
		return took{}, fmt.Errorf("over %s", limit)
	}
	if err != nil {
		return took{}, fmt.Errorf("%w: %s", err, whatWentWrong(said.String()))
	}
	state := command.ProcessState
	return took{clock.Seconds(), (state.UserTime() + state.SystemTime()).Seconds(), peakOf(state)}, nil
}

// whatWentWrong is the line of a program's messages that says so: of Python, the one behind its traceback, up to what it is told of.
func whatWentWrong(said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	if !strings.HasPrefix(lines[0], "Traceback") {
		return lines[0]
	}
	for _, line := range lines[1:] {
		if !strings.HasPrefix(line, " ") {
			line, _, _ = strings.Cut(line, "<")
			return strings.TrimSpace(line)
		}
	}
	return lines[0]
}

// median of some numbers; 0 for none.
func median(numbers []float64) float64 {
	if len(numbers) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(numbers))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}
