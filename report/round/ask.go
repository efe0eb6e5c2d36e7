package round

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"

	"boardpack/report"
)

// AskOptions say whom to ask and how.
type AskOptions struct {
	ReplyBy  report.Date
	Owners   []string // these alone; none: all
	Also     []Also
	Again    bool // ask again although the masters have changed since the owners were asked
	Drafts   bool // of e-mails, beside their texts
	Contacts []Contact
}

// AskResult is what was asked.
type AskResult struct {
	Round     *Round
	Files     []string // written, or there already with the same bytes
	NotAsked  []NotAsked
	NoContact []string // owners who were asked and have no e-mail address
}

// Ask writes a return and an e-mail for each owner, and keeps what was asked.
func Ask(s *Setting, o AskOptions) (*AskResult, error) {
	if err := s.prepare(); err != nil {
		return nil, err
	}
	a := askedOf(s, o.Also)
	before, err := load(s.Dir, s.Month)
	if err != nil && !errors.Is(err, errNotAsked) {
		return nil, err
	}
	r, err := newRound(s, a, o, before)
	if err != nil {
		return nil, err
	}
	if err := changed(before, r, o); err != nil {
		return nil, err
	}
	out := &AskResult{Round: r, NotAsked: a.notAsked}
	return out, s.publishAsked(out, a, o, before)
}

// newRound puts the round together. Rows of owners who are not asked this time stay as they were asked before.
func newRound(s *Setting, a *asked, o AskOptions, before *Round) (*Round, error) {
	chosen := func(r *Row) bool {
		return len(o.Owners) == 0 || slices.ContainsFunc(r.Owners, func(owner string) bool {
			return slices.ContainsFunc(o.Owners, func(name string) bool { return sameName(name, owner) })
		})
	}
	if err := knownOwners(a, o.Owners); err != nil {
		return nil, err
	}
	r := &Round{Month: s.Month.String(), ReplyBy: o.ReplyBy}
	seen := map[string]bool{}
	for i := range a.rows {
		if chosen(&a.rows[i]) {
			r.Rows = append(r.Rows, a.rows[i])
			seen[a.rows[i].Code] = true
		}
	}
	if len(o.Owners) > 0 && before != nil {
		for i := range before.Rows {
			if row := &before.Rows[i]; !seen[row.Code] && !chosen(row) {
				r.Rows = append(r.Rows, *row)
			}
		}
		slices.SortStableFunc(r.Rows, func(x, y Row) int { return cmp.Compare(x.Register, y.Register) })
	}
	if len(r.Rows) == 0 {
		return nil, errors.New("there is nobody to ask: no recommendation is open, in scope and has an owner")
	}
	titles := s.titles()
	for i := range s.Masters {
		m := &s.Masters[i]
		r.Masters = append(r.Masters, AskedMaster{m.Pack.Register.Name, filepath.Base(m.Path), m.SHA256, titles[m.Pack.Register.Name], lineMarks(m.Pack)})
	}
	r.nameOwners(s, a, o.Contacts)
	return r, r.seal()
}
