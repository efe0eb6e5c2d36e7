package batch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"unicode/utf8"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/master"
	"boardpack/report/pdf"
	"boardpack/report/portfolio"
	"boardpack/report/proof"
)

// hash notes what the files of the series hold: what has not changed need not be worked out.
func (r *run) hash(w *work) {
	w.inputs = make([]input, len(w.series.files))
	for i := range w.series.files {
		f := &w.series.files[i]
		w.inputs[i].listed = f.listed
		if f.refused() == nil {
			w.inputs[i].sha = r.sources.sha(f)
		}
	}
}

// process takes each file of a series once for each of the settings that its months have, the oldest first, and works out the months that
// are asked for.
func (r *run) process(ctx context.Context, w *work) {
	if w.inputs == nil {
		r.hash(w)
	}
	todo := r.todo(w)
	passes := r.passes(w, todo)
	for i, p := range passes {
		r.processBy(ctx, w, todo, p, i == len(passes)-1)
	}
	r.release(w, len(w.series.files))
}

// release lets go of the first files of a series, those before the one given.
func (r *run) release(w *work, before int) {
	for ; w.released < before; w.released++ {
		r.sources.release(&w.series.files[w.released])
	}
}

// processBy works out the months of one pass; after the last of them nobody reads a file again.
func (r *run) processBy(ctx context.Context, w *work, todo *todo, p *pass, last bool) {
	history := &past{History: report.NewHistory(p.own.Rules)}
	readings := make([]readAhead, p.last+1)
	for i := range w.series.files {
		f := &w.series.files[i]
		if ctx.Err() != nil {
			return
		}
		target := p.targets[i]
		if target && !todo.needed(i) {
			w.outcomes = append(w.outcomes, todo.outcomes[i])
		}
		if i > p.last {
			continue
		}
		for j := i; j <= min(i+1, p.last); j++ {
			if readings[j] == nil {
				readings[j] = r.begin(&w.series.files[j], p.own, p.targets[j])
			}
		}
		register, err := readings[i]()
		readings[i] = nil
		if err == nil && target {
			err = p.err
		}
		if target && todo.needed(i) {
			w.outcomes = append(w.outcomes, r.outcome(w, i, register, err, history, todo, p.own))
		}
		if r.usable(f.month) {
			history.add(f, register, err)
		}
		if last {
			r.release(w, i) // what was published of this month may go by the settings of its file
		}
	}
}

// readAhead waits for a master that is being read.
type readAhead func() (*report.Register, error)

// begin reads a master beside the one before and what is made of that or, where there is one job alone or the file is a large one, when it is
// asked for.
func (r *run) begin(f *masterFile, own *Own, target bool) readAhead {
	const large = 8 << 20 // bytes: it may unpack to hundreds of times that
	read := sync.OnceValues(func() (*report.Register, error) { return r.read(f, own, target) })
	if info, err := os.Stat(f.path); r.Jobs > 1 && err == nil && info.Size() <= large {
		go read()
	}
	return read
}

// read reads one master; the as-at date of the options is for a month that is asked for, not for history.
func (r *run) read(f *masterFile, own *Own, target bool) (*report.Register, error) {
	if err := f.refused(); err != nil {
		return nil, err
	}
	options := r.ofMaster(f, own)
	if target {
		options.AsAt = r.AsAt
	}
	if register := r.sources.takeRegister(f); register != nil && own.Key == "" && options.AsAt.IsZero() {
		return register, nil
	}
	data, err := r.sources.bytes(f)
	if err != nil {
		return nil, err
	}
	return master.ReadBytes(f.path, data, options)
}

// ofMaster are the options of reading a master by some settings.
func (o *Options) ofMaster(f *masterFile, own *Own) master.Options {
	return master.Options{Month: f.month, Vocabulary: own.Vocabulary, Rules: own.Rules, Index: o.index, Limits: o.Limits, Guess: o.Guess}
}

// outcome works out one master of one month and, unless its pack is unchanged, makes it.
func (r *run) outcome(w *work, i int, register *report.Register, err error, history *past, todo *todo, own *Own) Outcome {
	f := &w.series.files[i]
	out := Outcome{own: own, Name: f.name(), Month: f.month, Master: f.path, Err: err, inputs: r.inputsUpTo(w, i)}
	if err == nil {
		err = r.nameTaken(f)
	}
	out.NoThemes = own.themeless()
	if err == nil && r.stage != nil {
		err = out.NoThemes
	}
	if err != nil {
		out.Err = err
		return out
	}
	published, problem := r.publishedBefore(w, history, own)
	out.published = published.file()
	pack, err := history.pack(register, f, r.Previous, published, problem)
	if err != nil {
		out.Err = fmt.Errorf("%s: %w", register.File, err)
		return out
	}
	pack = r.withReturns(pack, f.month, w.inputs[i].sha)
	out.round = r.roundFiles(f.month)
	if err := r.markingFits(pack); err != nil {
		out.Err = err
		return out
	}
	out.AsAt, out.Problems, out.warnings, out.ComparedWith = pack.AsAt, pack.Problems, pack.WarningCount(), history.lastListed()
	if r.keepPacks {
		out.pack = pack
	}
	if todo.portfolio[f.month] {
		w.parts[f.month] = portfolio.PartOf(r.partName(f), pack)
	}
	switch {
	case todo.outcomes[i].Unchanged:
		out.Unchanged, out.Files = true, todo.outcomes[i].Files
	case r.Strict && out.warnings > 0:
		out.Err = fmt.Errorf("%s: %w", register.File, ErrStrict)
	case r.stage != nil:
		out.Err = r.by(own).render(pack, &out)
	}
	return out
}

// markingFits finds a marking that no page can hold, before anything is made.
func (r *run) markingFits(pack *report.Pack) error {
	const oneLine = 60 // characters that fit, whatever they are
	marking := pack.Marking()
	if utf8.RuneCountInString(marking) <= oneLine {
		return nil
	}
	fonts, err := r.fonts()
	if err != nil {
		return err
	}
	for _, w := range r.Words {
		if err := pdf.MarkingFits(fonts, w, marking); err != nil {
			at := pack.Register.About.At["marking"]
			where := report.Problem{File: pack.Register.File, Sheet: at.Sheet, Cell: at.Cell}.Where()
			return fmt.Errorf("%s: %w: shorten it", where, err)
		}
	}
	return nil
}

// inputsUpTo gives what goes into the pack of a file: the earlier months that are compared with, and the file itself last.
func (r *run) inputsUpTo(w *work, i int) []input {
	var out []input
	for j := range i {
		if r.usable(w.series.files[j].month) {
			out = append(out, w.inputs[j])
		}
	}
	return append(out, w.inputs[i])
}

// past is the history of a series, with what could not be taken in.
type past struct {
	*report.History
	files    []*masterFile // that were taken in
	problems []report.Problem
}

// add takes a month in. One that could not be read is left out with a problem that says so: a gap is told, never guessed.
func (p *past) add(f *masterFile, register *report.Register, err error) {
	if err == nil {
		p.History.Add(register)
		p.files = append(p.files, f)
		return
	}
	problem := report.Problem{Level: report.Warning, Code: "earlier-unusable", File: f.listed, Args: map[string]string{"Month": f.month.String()}}
	var unusable *master.Unusable
	if errors.As(err, &unusable) {
		problem.Sheet, problem.Cell = unusable.Problem.Sheet, unusable.Problem.Cell
	}
	p.problems = append(p.problems, problem)
}

func (p *past) lastListed() string {
	if len(p.files) == 0 {
		return ""
	}
	return p.files[len(p.files)-1].listed
}

// pack works the next month out, with what is to be said of its history.
func (p *past) pack(register *report.Register, f *masterFile, asked report.Month, was *published, unreadable []report.Problem) (*report.Pack, error) {
	if was != nil {
		p.Publish(was.figures)
	}
	found := append(p.matchProblem(f), p.gaps(register, asked)...)
	found = append(append(found, p.problems...), unreadable...)
	register.Problems = append(found, register.Problems...)
	return p.History.Build(register)
}

// matchProblem says how the month before was found, where it has another name.
func (p *past) matchProblem(f *masterFile) []report.Problem {
	if len(p.files) == 0 {
		return nil
	}
	problem := report.Problem{File: f.listed, Args: map[string]string{"File": p.lastListed()}}
	switch f.match.how {
	case byPlainName:
		problem.Level, problem.Code = report.Note, "matched-by-name"
	case byRows:
		problem.Level, problem.Code = report.Warning, "matched-by-rows"
		problem.Args["Common"], problem.Args["Rows"] = fmt.Sprint(f.match.common), fmt.Sprint(f.match.rows)
	default:
		return nil
	}
	return []report.Problem{problem}
}

// proofOf is what the files of a pack are proved against before they are published.
func (r *run) proofOf(e content.Edition, figures *proof.Figures, w report.Words) proof.Check {
	return proof.Check{Figures: figures, Words: w, DueSoonDays: r.Rules.DueSoonDays, Sections: proof.Sections{PDF: r.parts(e), Sheets: r.Sheets, Web: r.PageParts},
		Unattached: r.Unattached}
}

// proved names the file that does not say what the figures say. It is not published, nor is the rest of its pack.
func proved(name string, err error) error {
	if err != nil {
		return fmt.Errorf("%s is not published: %w", name, err)
	}
	return nil
}
