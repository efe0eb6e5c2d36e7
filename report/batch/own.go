package batch

import (
	"boardpack/report"
	"boardpack/report/colour"
)

// Own are the settings of one master, where its own sheets give any: they take the place of the run's, for its packs alone. Those of the
// newest master hold for its whole history: last month's position is worked out by them again, as it is by a template that has changed.
type Own struct {
	Rules      *report.Rules
	Vocabulary *report.Vocabulary
	Accent     colour.Colour
	// Offered are the words that owners are offered for statuses; none: those of the languages.
	Offered []OfferedStatus
	// NoThemes says what is to be done where the master has a sheet for themes, and neither that nor the run has a theme; nil otherwise.
	NoThemes error
	Key      string // the same for the same settings
}

// OfferedStatus is a word for statuses, in the languages that it is in.
type OfferedStatus struct {
	State report.State
	Word  report.Text
}

// ofRun are the settings of a master that has none of its own.
func (o *Options) ofRun() *Own {
	return &Own{Rules: o.Rules, Vocabulary: o.Vocabulary, Accent: o.Accent, NoThemes: o.NoThemes}
}

// ownOf reads the settings of a master. A file that cannot be read has those of the run: reading the master says why. The error names each
// cell that has to be changed.
func (r *run) ownOf(f *masterFile) (*Own, error) {
	if r.Own == nil || f.refused() != nil || !r.sources.mayHaveSettings(f, r.Vocabulary) {
		return r.ofRun(), nil
	}
	data, err := r.sources.bytes(f)
	if err != nil {
		return r.ofRun(), nil
	}
	own, err := r.Own(f.path, data)
	if err != nil || own == nil {
		return r.ofRun(), err
	}
	rules := *own.Rules
	rules.Draws = r.Rules.Draws
	own.Rules = &rules
	if own.NoThemes == nil {
		own.NoThemes = r.NoThemes
	}
	return own, nil
}

// by gives the run with the settings of a master: those of its look.
func (r *run) by(own *Own) *run {
	if own.Accent == r.Accent {
		return r
	}
	options, again := *r.Options, *r
	options.Accent = own.Accent
	again.Options = &options
	return &again
}

// themeless says what is to be done where there is no theme by these settings; nil where there is one, or where nobody minds.
func (own *Own) themeless() error {
	if len(own.Rules.Themes) > 0 {
		return nil
	}
	return own.NoThemes
}

// pass is the work on one series by the settings of some of its months: the files up to the last that must be read.
type pass struct {
	own     *Own
	err     error        // what is wrong with the settings: those months have no pack
	targets map[int]bool // of the files, those whose settings these are
	last    int          // the last file that must be read; -1 for none
}

// passes gathers the months that are asked for by their settings, those that follow one another and have the same: a month is made before
// the one that is compared with it. Where all have the same, as most have, every file is read once.
func (r *run) passes(w *work, todo *todo) []*pass {
	var out []*pass
	for i := range w.series.files {
		f := &w.series.files[i]
		if !r.isTarget(f.month) {
			continue
		}
		own, err := r.ofRun(), error(nil)
		if todo.needed(i) {
			own, err = r.ownOf(f)
		}
		if n := len(out); n == 0 || err != nil || out[n-1].err != nil || out[n-1].own.Key != own.Key {
			out = append(out, &pass{own: own, err: err, targets: map[int]bool{}, last: -1})
		}
		now := out[len(out)-1]
		now.targets[i] = true
		if todo.needed(i) {
			now.last = i
		}
	}
	return out
}
