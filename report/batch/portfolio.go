package batch

import (
	"fmt"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/portfolio"
)

// PortfolioName is the name of the pack over all masters of a month.
const PortfolioName = "portfolio"

// portfolios makes the portfolio of each month.
func (r *run) portfolios(outcomes []Outcome) []Outcome {
	var out []Outcome
	for _, month := range r.targets {
		outcome := Outcome{Name: PortfolioName, Month: month, inputs: r.portfolioInputs(month), round: r.roundFiles(month)}
		if entry := r.manifests[month].pack(PortfolioName); r.portfolioSame[month] {
			outcome = r.unchangedOutcome(PortfolioName, month, entry, outcome.inputs)
		} else {
			outcome.Err = r.portfolio(month, &outcome, outcomes)
		}
		out = append(out, outcome)
	}
	return out
}

// portfolio puts the parts of a month together. Every master must be usable: a paper that leaves a review out without a board
// noticing is worse than none.
func (r *run) portfolio(month report.Month, out *Outcome, outcomes []Outcome) error {
	if len(r.Rules.Themes) == 0 && r.NoThemes != nil {
		return r.NoThemes // its themes are the run's, whatever the masters have of their own
	}
	all := portfolio.New(r.Rules)
	for i := range outcomes {
		if o := &outcomes[i]; o.Month == month && !o.Gone && o.Err != nil {
			return fmt.Errorf("the portfolio for %s was not made, because %s has no pack", month, o.Name)
		}
	}
	used := map[string]bool{}
	for _, w := range r.works {
		if part := w.parts[month]; part != nil {
			all.Add(part)
			used[part.Name] = true
			delete(w.parts, month) // what the portfolio has no more use for can go
		}
	}
	for _, gone := range r.gone {
		if gone.month == month {
			all.Add(r.gonePart(gone, used))
		}
	}
	return r.makePortfolio(month, out, all)
}

func (r *run) makePortfolio(month report.Month, out *Outcome, all *portfolio.Portfolio) error {
	was, problems := r.portfolioBefore(month)
	out.published = was.file()
	register := &report.Register{Name: PortfolioName, Month: month, About: report.About{Title: report.Text{}}, Problems: problems}
	for _, w := range append(slices.Clone(r.figuresWords()), r.Words...) {
		register.About.Title[w.Lang()] = w.Say("portfolio.title")
	}
	var before *report.Published
	if was != nil {
		before = was.figures
	}
	pack, err := all.Build(register, before)
	if err != nil {
		return fmt.Errorf("%s: %w", PortfolioName, err)
	}
	out.AsAt, out.Problems, out.warnings = pack.AsAt, pack.Problems, pack.WarningCount()
	if r.Strict && out.warnings > 0 {
		return fmt.Errorf("%s: %w", PortfolioName, ErrStrict)
	}
	if r.stage == nil {
		return nil
	}
	return r.render(pack, out)
}

// portfolioBefore finds what was published of the portfolio of the month before.
func (r *run) portfolioBefore(month report.Month) (*published, []report.Problem) {
	before := r.monthBefore(month)
	if before.IsZero() {
		return nil, nil
	}
	return r.readPublished(PortfolioName, before, r.isTarget(before) && !r.portfolioSame[before], func() []input { return r.portfolioInputs(before) })
}

// monthBefore is the newest month before this one that any master has; zero for none.
func (r *run) monthBefore(month report.Month) report.Month {
	var before report.Month
	look := func(s *series) {
		for _, f := range s.files {
			if f.month.Before(month) && r.usable(f.month) && before.Before(f.month) {
				before = f.month
			}
		}
	}
	for _, w := range r.works {
		look(w.series)
	}
	for i := range r.gone {
		look(&r.gone[i].series)
	}
	return before
}

// portfolioInputs are the inputs of all its masters, in the order of their names, each once.
func (r *run) portfolioInputs(month report.Month) []input {
	var out []input
	for _, w := range r.works {
		if i := w.series.at(month); i >= 0 {
			out = append(out, r.inputsUpTo(w, i)...)
		}
	}
	for i := range r.gone {
		if r.gone[i].month == month {
			gone := &work{series: &r.gone[i].series}
			r.hash(gone)
			out = append(out, gone.inputs...)
		}
	}
	slices.SortFunc(out, func(a, b input) int { return strings.Compare(a.listed, b.listed) })
	return slices.Compact(out)
}

// portfolioUnchanged tells whether the portfolio is as it would be made.
func (r *run) portfolioUnchanged(month report.Month) bool {
	entry := r.manifests[month].pack(PortfolioName)
	if r.stage == nil || entry == nil || !r.sameBasis(entry) {
		return false
	}
	if !slices.Equal(entry.Inputs, manifestInputs(r.portfolioInputs(month))) || !slices.Equal(entry.Round, r.roundFiles(month)) || !r.allThere(entry, month, PortfolioName) {
		return false
	}
	before := r.monthBefore(month)
	if before.IsZero() {
		return len(entry.Published) == 0
	}
	return r.publishedIs(entry.Published, &masterFile{month: before, path: PortfolioName})
}

// gonePart reads a master of the month before that has no successor, with its history.
func (r *run) gonePart(gone goneMaster, used map[string]bool) *portfolio.Part {
	own, _ := r.ownOf(gone.series.last()) // it is counted by what can be read of it: no pack of it is made
	history := report.NewHistory(own.Rules)
	for i := range gone.series.files {
		f := &gone.series.files[i]
		if register, err := r.read(f, own, false); err == nil && r.usable(f.month) {
			history.Add(register)
		}
		r.sources.release(f)
	}
	name := r.partName(gone.series.last())
	if used[name] { // two registers of one name, of which one has gone
		name = gone.series.last().listed
	}
	used[name] = true
	return portfolio.GonePart(name, history)
}

// partName is what the portfolio calls a master in its keys: its name without dates and version marks, so that keys stay from month to
// month. Where two masters of the month would have the same, it is the whole name.
func (r *run) partName(f *masterFile) string {
	if r.names.plain[monthName{f.month, f.plain}] <= 1 {
		return strings.ReplaceAll(f.plain, " ", "-")
	}
	return masterName(f.path)
}
