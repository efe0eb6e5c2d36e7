package report

import "strconv"

// Guess is something in the template that the program guessed from a master, and that nobody has confirmed.
type Guess struct {
	What  string // as found: `the status "Nearly complete"`
	Where string // "tracker.xlsx, D3, 4 rows"
	As    string // what it was taken for: "in progress"
}

// UnconfirmedCode is that of the problem with a template that holds guesses.
const UnconfirmedCode = "template-unconfirmed"

// Draft tells whether the paper is a draft: its master says so, or its template holds guesses that nobody has confirmed.
func (p *Pack) Draft() bool { return p.Register.About.Draft || len(p.Rules.Unconfirmed) > 0 }

// unconfirmed says why a pack whose master calls it final is a draft.
func (r *Rules) unconfirmed() []Problem {
	if len(r.Unconfirmed) == 0 {
		return nil
	}
	return []Problem{{Level: Warning, Code: UnconfirmedCode, File: "pack.yaml",
		Args: map[string]string{"Guesses": strconv.Itoa(len(r.Unconfirmed))}}}
}
