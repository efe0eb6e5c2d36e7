package batch

import (
	"context"

	"boardpack/report"
)

// Worked is a master of a month with its pack, worked out and not written; the pack is nil where the outcome has an error.
type Worked struct {
	Outcome
	Pack *report.Pack
	Own  *Own // the settings that it was worked out by; nil with the pack
}

// Packs works out every master that is asked for and writes nothing, for a caller who asks questions of the packs. They are in
// the order of month and name. Unlike a build it holds them all at once.
func Packs(ctx context.Context, o Options) ([]Worked, error) {
	r, err := o.newRun()
	if err != nil {
		return nil, err
	}
	r.keepPacks = true
	if err := r.work(ctx); err != nil {
		return nil, err
	}
	var out []Worked
	for _, outcome := range r.outcomes() {
		out = append(out, Worked{outcome, outcome.pack, outcome.own})
	}
	return out, nil
}
