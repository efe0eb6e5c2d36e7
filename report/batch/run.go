package batch

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"boardpack/report"
	"boardpack/report/master"
)

// Outcome is what became of one master in one month.
type Outcome struct {
	Name     string
	Month    report.Month
	AsAt     report.Date
	Problems []report.Problem
	Files    []Written // in the order in which they were made; empty for a check
	Err      error     // why there is no pack: a master that cannot be used, or one with warnings when they count as errors
	inputs   []input
}

// Written is a file that was published.
type Written struct {
	Path   string
	sha256 string
}

// ErrStrict tells that there is no pack because its warnings count as errors.
var ErrStrict = errors.New("there are warnings, and --strict counts them as errors")

// renderer makes the files of a pack and notes them in the outcome. A pack is let go after it: the memory of a run is
// bounded by its jobs.
type renderer func(*report.Pack, *Outcome) error

// input is a master that went into a pack, for the manifest.
type input struct {
	listed string
	sha    string
}

// Check reads and works out every master that is asked for and writes nothing. The outcomes are in the order of month and
// name, whatever the timing. The error is one of finding the masters; what is wrong with one of them is in its outcome.
func Check(ctx context.Context, o Options) ([]Outcome, error) {
	return o.run(ctx, func(*report.Pack, *Outcome) error { return nil })
}

// run does the series side by side and gathers their outcomes in order.
func (o *Options) run(ctx context.Context, render renderer) ([]Outcome, error) {
	targets, found, err := o.find()
	if err != nil {
		return nil, err
	}
	if len(targets) > 1 && !o.AsAt.IsZero() {
		return nil, fmt.Errorf("an as-at date is of one month, and %d months are to be built; name one with --month", len(targets))
	}
	bySeries := make([][]Outcome, len(found))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(max(o.Jobs, 1), len(found)) {
		workers.Go(func() {
			for i := range next {
				bySeries[i] = o.outcomes(ctx, found[i], targets, render)
			}
		})
	}
	for i := range found {
		next <- i
	}
	close(next)
	workers.Wait()
	return inOrder(targets, bySeries), ctx.Err()
}

// inOrder sorts outcomes by month; within a month they are in the order of the series.
func inOrder(targets []report.Month, bySeries [][]Outcome) []Outcome {
	var out []Outcome
	for _, month := range targets {
		for _, outcomes := range bySeries {
			for _, outcome := range outcomes {
				if outcome.Month == month {
					out = append(out, outcome)
				}
			}
		}
	}
	return out
}

// outcomes reads each file of a series once and works out the months that are asked for.
func (o *Options) outcomes(ctx context.Context, s series, targets []report.Month, render renderer) []Outcome {
	wanted := map[report.Month]bool{}
	for _, m := range targets {
		wanted[m] = true
	}
	var out []Outcome
	var history history
	for _, f := range s.files {
		if ctx.Err() != nil {
			return out
		}
		register, in, err := o.read(f, wanted[f.month])
		if wanted[f.month] {
			out = append(out, o.outcome(f, register, in, err, &history, render))
		}
		history.add(f, register, in, err)
	}
	return out
}

// read reads one master; the as-at date of the options is for a month that is asked for, not for history.
func (o *Options) read(f masterFile, target bool) (*report.Register, input, error) {
	options := master.Options{Month: f.month, Vocabulary: o.Vocabulary, Rules: o.Rules, Limits: o.Limits}
	if target {
		options.AsAt = o.AsAt
	}
	register, err := master.Read(f.path, options)
	if err != nil {
		return nil, input{}, err
	}
	sha, err := hashFile(f.path)
	return register, input{f.listed, sha}, err
}

// outcome works out and renders one master of one month.
func (o *Options) outcome(f masterFile, register *report.Register, in input, err error, past *history, render renderer) Outcome {
	out := Outcome{Name: masterName(f.path), Month: f.month, Err: err}
	if err != nil {
		return out
	}
	earlier, problems := past.upTo(o.Previous)
	register.Problems = append(problems, register.Problems...)
	pack, err := report.Build(register, earlier, o.Rules)
	if err != nil {
		out.Err = fmt.Errorf("%s: %w", register.File, err)
		return out
	}
	out.AsAt, out.Problems = pack.AsAt, pack.Problems
	out.inputs = append(past.inputs(o.Previous), in)
	if o.Strict && pack.WarningCount() > 0 {
		out.Err = fmt.Errorf("%s: %w", register.File, ErrStrict)
	} else if err := render(pack, &out); err != nil {
		out.Err = fmt.Errorf("%s: %w", register.File, err)
	}
	return out
}
