package batch

import (
	"context"
	"os"
	"path/filepath"

	"boardpack/report"
	"boardpack/report/disk"
)

// Build makes and publishes the packs that are asked for. A master that cannot be used has its error in its outcome and
// does not stop the others. The error given back is one of finding the masters, of another run in the same folder, of
// the folder, or of the context: nothing is published then, and what was published is as it was.
func Build(ctx context.Context, o Options) ([]Outcome, error) {
	r, err := o.newRun()
	if err != nil {
		return nil, err
	}
	go r.fonts() // ready by the time the masters are read
	fresh, err := makeFolder(o.Out)
	if err != nil {
		return nil, &outError{Dir: o.Out, cause: err}
	}
	lock, err := disk.TakeLock(o.Out)
	if err != nil {
		if trouble(err) != otherTrouble {
			err = &outError{Dir: o.Out, cause: err}
		}
		return nil, err
	}
	defer func() {
		lock.Release()
		if fresh {
			os.Remove(o.Out) // only when nothing was published
		}
	}()
	r.locked = lock
	return r.build(ctx)
}

// makeFolder makes the folder, and tells whether it was not there.
func makeFolder(dir string) (fresh bool, err error) {
	if _, err := os.Stat(dir); err == nil {
		return false, nil
	}
	return true, os.MkdirAll(dir, 0o755)
}

// build makes everything, and then publishes it.
func (r *run) build(ctx context.Context) ([]Outcome, error) {
	r.stage = newStage(r.Out)
	r.stage.sweep()
	defer r.stage.discard()
	for _, month := range r.targets {
		if m, err := readManifest(filepath.Join(r.Out, month.String())); err == nil {
			r.manifests[month] = m // one that cannot be read counts as none: all is made again
		}
	}
	if err := r.work(ctx); err != nil {
		return nil, err
	}
	outcomes := r.outcomes()
	if r.Portfolio {
		outcomes = inMonths(r.targets, append(outcomes, r.portfolios(outcomes)...))
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if !r.locked.Held() { // a drive that was unplugged leaves an empty folder in its place, and that is not where packs belong
		return nil, &outError{Dir: r.Out, cause: os.ErrNotExist}
	}
	return outcomes, r.publish(outcomes)
}

// inMonths sorts outcomes by month and keeps their order within one.
func inMonths(months []report.Month, outcomes []Outcome) []Outcome {
	var out []Outcome
	for _, month := range months {
		for _, outcome := range outcomes {
			if outcome.Month == month {
				out = append(out, outcome)
			}
		}
	}
	return out
}
