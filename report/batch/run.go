package batch

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"boardpack/report"
	"boardpack/report/disk"
	"boardpack/report/master"
	"boardpack/report/pdf"
	"boardpack/report/portfolio"
)

// run is one call of Build or Check.
type run struct {
	*Options
	*plan
	sources       *sources
	basisHash     string
	works         []*work
	manifests     map[report.Month]*manifest // as they were before the run; nil where there is none
	beside        *sync.Map                  // the manifests of published files, by folder: see manifestBeside
	names         names
	returns       map[report.Month]*Returns // of the months that are asked for; nil where nobody was asked
	portfolioSame map[report.Month]bool     // portfolios that need not be made; filled in once the inputs are hashed
	stage         *stage                    // nil for a check
	fonts         func() (*pdf.Fonts, error)
	locked        *disk.Lock
	stop          context.CancelCauseFunc // stops all jobs: the output folder cannot be written to
	keepPacks     bool                    // outcomes hold their packs
	slots         chan struct{}           // as many as there are jobs; whatever is being rendered has one
}

// work is one series and what comes of it.
type work struct {
	series   *series
	inputs   []input // in step with the series' files; nil before they are hashed
	released int     // files of the series that it is done with
	outcomes []Outcome
	parts    map[report.Month]*portfolio.Part // for the portfolios
}

// Check reads and works out every master that is asked for and writes nothing. The outcomes are in the order of month and
// name, whatever the timing. The error is one of finding the masters; what is wrong with one of them is in its outcome.
func Check(ctx context.Context, o Options) ([]Outcome, error) {
	r, err := o.newRun()
	if err != nil {
		return nil, err
	}
	if err := r.work(ctx); err != nil {
		return nil, err
	}
	return r.outcomes(), nil
}

// newRun finds what there is to do.
func (o *Options) newRun() (*run, error) {
	s := newSources(o.Limits)
	p, err := o.find(s)
	if err != nil {
		return nil, err
	}
	s.settle(p, o.Portfolio)
	if len(p.targets) > 1 && !o.AsAt.IsZero() {
		return nil, fmt.Errorf("--as-at is for one month, but there are %d months to build: name one with --month", len(p.targets))
	}
	if o.Portfolio && len(o.Masters) > 0 {
		return nil, errors.New("a portfolio is about all spreadsheets of a month: leave out the name of the spreadsheet, or leave out --portfolio")
	}
	r := &run{Options: o, plan: p, sources: s, beside: &sync.Map{}, manifests: map[report.Month]*manifest{}, names: countNames(p.series), portfolioSame: map[report.Month]bool{},
		slots: make(chan struct{}, max(o.Jobs, 1))}
	for i := range p.series {
		r.works = append(r.works, &work{series: &p.series[i], parts: map[report.Month]*portfolio.Part{}})
	}
	r.returns = r.returnsIn(p.targets)
	r.useFonts()
	r.index = master.NewIndex(r.Vocabulary, r.Rules)
	r.basisHash, err = o.basis()
	return r, err
}

// useFonts lets the checks ask whether the paper can show a character. The fonts are read when the first paper is made, or when a
// master has a character out of the ordinary.
func (r *run) useFonts() {
	r.fonts = sync.OnceValues(func() (*pdf.Fonts, error) { return pdf.NewFonts(r.Fonts...) })
	rules := *r.Rules
	rules.Draws = func(c rune) bool {
		fonts, err := r.fonts()
		return err != nil || fonts.Has(c) // making the paper will say why
	}
	r.Rules = &rules
}

// work does the series side by side.
func (r *run) work(ctx context.Context) error {
	ctx, r.stop = context.WithCancelCause(ctx)
	defer r.stop(nil)
	if r.Portfolio { // the months' portfolios decide what there is to do in each series
		r.sideBySide(ctx, nil, r.hash)
		for _, month := range r.targets {
			r.portfolioSame[month] = r.portfolioUnchanged(month)
		}
	}
	r.sideBySide(ctx, r.Progress, func(w *work) { r.process(ctx, w) })
	return context.Cause(ctx)
}

// sideBySide does every series once, as many at a time as there are jobs, and tells of those that are done in their order.
func (r *run) sideBySide(ctx context.Context, progress func(done, total int, name string), do func(*work)) {
	next := make(chan int)
	finished := make([]bool, len(r.works))
	told := 0
	var mu sync.Mutex
	tell := func(i int) {
		mu.Lock()
		defer mu.Unlock()
		for finished[i] = true; progress != nil && told < len(finished) && finished[told]; told++ {
			progress(told+1, len(finished), r.works[told].series.name)
		}
	}
	var workers sync.WaitGroup
	for range min(max(r.Jobs, 1), len(r.works)) {
		workers.Go(func() {
			for i := range next {
				do(r.works[i])
				tell(i)
			}
		})
	}
	for i := range r.works {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	workers.Wait()
}

// outcomes are in the order of month and name; what is gone comes after the packs of its month.
func (r *run) outcomes() []Outcome {
	var out []Outcome
	for _, month := range r.targets {
		for _, w := range r.works {
			for _, outcome := range w.outcomes {
				if outcome.Month == month {
					out = append(out, outcome)
				}
			}
		}
		for _, gone := range r.gone {
			if gone.month == month {
				out = append(out, r.goneOutcome(gone))
			}
		}
		for _, closed := range r.closed {
			if closed.month == month {
				out = append(out, Outcome{Name: month.String(), Month: month, Err: closed.err})
			}
		}
	}
	return out
}

// goneOutcome names a master of the month before that has no successor.
func (r *run) goneOutcome(gone goneMaster) Outcome {
	last := gone.series.last()
	out := Outcome{Name: masterName(last.path), Month: gone.month, Gone: true, Problems: []report.Problem{{Level: report.Warning,
		Code: "no-successor", File: last.listed, Args: map[string]string{"Month": last.month.String(), "Now": gone.month.String()}}}}
	if r.Strict {
		out.Err = fmt.Errorf("%s: %w", last.listed, ErrStrict)
	}
	return out
}

func (r *run) isTarget(month report.Month) bool { return slices.Contains(r.targets, month) }

// usable tells whether a month may be compared with: with --previous, the later ones may not.
func (o *Options) usable(month report.Month) bool {
	return o.Previous.IsZero() || !o.Previous.Before(month)
}
