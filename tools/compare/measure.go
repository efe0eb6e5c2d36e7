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

// outcome is what the rounds of one contestant came to.
type outcome struct {
	job, name string
	seconds   []float64
	work      []float64 // seconds of processor, all cores and children together
	ratios    []float64 // of seconds to ours, round by round; none for ours
	worth     []float64 // of work to ours, likewise: what else runs on the machine changes it least
	peak      int64     // bytes, the most of all rounds
	made      output    // by the last round
	why       string    // it has no times
}

// run runs the rounds in turns, each beginning with the next contestant, so that what else the machine does falls on all
// alike. One whose budget is used up sits the rest out.
func (c contest) run(s settings) []outcome {
	results := make([]outcome, len(c.contestants))
	spent := make([]time.Duration, len(c.contestants))
	for i, who := range c.contestants {
		results[i] = outcome{job: c.job, name: who.name, why: who.absent}
	}
	for round := range s.rounds {
		times, works := make([]float64, len(c.contestants)), make([]float64, len(c.contestants))
		for turn := range c.contestants {
			i := (round + turn) % len(c.contestants)
			r := &results[i]
			if r.why != "" || spent[i] > s.budget {
				continue
			}
			fmt.Fprintf(os.Stderr, "%s: %s, round %d\n", c.job, r.name, round+1)
			took, used, err := once(c.contestants[i], s.limit)
			if err != nil {
				r.why = err.Error()
				continue
			}
			spent[i] += took
			times[i], works[i] = took.Seconds(), used.processor.Seconds()
			r.seconds, r.work, r.peak = append(r.seconds, times[i]), append(r.work, works[i]), max(r.peak, used.peak)
		}
		for i := 1; i < len(times); i++ {
			if times[0] > 0 && times[i] > 0 {
				results[i].ratios = append(results[i].ratios, times[i]/times[0])
				results[i].worth = append(results[i].worth, works[i]/works[0])
			}
		}
	}
	for i := range results {
		if r := &results[i]; r.why == "" {
			var err error
			if r.made, err = madeIn(c.contestants[i].out); err != nil {
				r.why = err.Error()
			}
		}
	}
	return results
}

// usage is what a process and its children used.
type usage struct {
	processor time.Duration
	peak      int64 // bytes of memory
}

// once runs a contestant and gives the time it took and what it used.
func once(c contestant, limit time.Duration) (time.Duration, usage, error) {
	if c.out != "" {
		if err := os.RemoveAll(c.out); err != nil {
			return 0, usage{}, err
		}
		if err := os.MkdirAll(c.out, 0o755); err != nil {
			return 0, usage{}, err
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
	took := time.Since(start)
	if ctx.Err() != nil {
		return 0, usage{}, fmt.Errorf("over %s", limit)
	}
	if err != nil {
		lines := strings.Split(strings.TrimSpace(said.String()), "\n")
		return 0, usage{}, fmt.Errorf("%w: %s", err, lines[len(lines)-1])
	}
	state := command.ProcessState
	return took, usage{state.UserTime() + state.SystemTime(), peakOf(state)}, nil
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
