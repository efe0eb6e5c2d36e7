package report

// Pack is everything that the outputs of one register and month say, in no language yet. It is built once by Build and
// never changed; every output takes the same Pack, which is why their figures agree.
type Pack struct {
	Register      *Register
	Rules         *Rules
	Month         Month
	AsAt          Date
	PreviousMonth Month // zero without an earlier month
	PreviousAsAt  Date
	All           Group
	Themes        []Group // every configured theme, also an empty one; then ThemeUnmatched if it has rows
	Headings      []Group // in order of appearance
	Sources       []Group
	Owners        []Group      // by name
	Reviews       []Group      // of a portfolio, one for each of its masters, in its order; none in the pack of one master
	Movement      *Movement    // nil without an earlier month
	Previous      *Group       // the whole last month; nil without an earlier month
	Trend         []TrendPoint // oldest first, this month last
	Positions     []Position   // in the master's order
	Problems      []Problem    // of reading and of the checks, in the master's order

	Ageing         []AgeBand      // of what is overdue
	PreviousAgeing []AgeBand      // last month; nil without an earlier month
	FigureChanges  []FigureChange // why each figure is not that of last month; none without an earlier month
	Restated       *Restated      // how last month's published figures differ from its master now; nil when they do not
	Round          *Round         // what the owners were asked and answered; nil where nobody was asked, or where that is not known

	names       welshNames
	byKey       map[string]int
	signOffs    int       // how many of the positions are of a master that records sign-off
	now, before *snapshot // before is nil without an earlier month
}

// SaidIn gives what a recommendation of this month or of the one before says in a field that may have a Welsh column, in a language or else
// in the one that there is, and the language that it is in: of a name the one Welsh form that the pack has for it. It is "" for nothing,
// and for any other field.
func (p *Pack) SaidIn(lang string, r *Recommendation, f Field) (text, inLang string) {
	return p.names.in(lang, r, f)
}

// Said gives the same in the languages that it has; nil for nothing.
func (p *Pack) Said(r *Recommendation, f Field) Text {
	var out Text
	for _, lang := range [...]string{"en", "cy"} {
		if text, in := p.SaidIn(lang, r, f); in == lang && text != "" {
			if out == nil {
				out = Text{}
			}
			out[lang] = text
		}
	}
	return out
}

// WelshOf gives the Welsh of what a recommendation says in a field; "" where there is none.
func (p *Pack) WelshOf(r *Recommendation, f Field) string {
	if text, in := p.SaidIn("cy", r, f); in == "cy" {
		return text
	}
	return ""
}

// Position finds a recommendation by its key; nil when there is none.
func (p *Pack) Position(key string) *Position {
	if i, ok := p.byKey[key]; ok {
		return &p.Positions[i]
	}
	return nil
}

// Marking is the security marking for every page: the master's, else the template's.
func (p *Pack) Marking() string {
	if m := p.Register.About.Marking; m != "" {
		return m
	}
	return p.Rules.Marking
}

// Groups gives the groups of a kind: one for OfAll.
func (p *Pack) Groups(kind GroupKind) []Group {
	switch kind {
	case OfThemes:
		return p.Themes
	case OfHeadings:
		return p.Headings
	case OfSources:
		return p.Sources
	case OfOwners:
		return p.Owners
	case OfReviews:
		return p.Reviews
	}
	return []Group{p.All}
}

// Review gives what a portfolio knows of one of its masters; nil for one that it does not have.
func (p *Pack) Review(id string) *Review {
	for i := range p.Register.Reviews {
		if r := &p.Register.Reviews[i]; r.ID == id {
			return r
		}
	}
	return nil
}

// PreviousReviews tells how many masters the portfolio of the month before was made from; 0 without one.
func (p *Pack) PreviousReviews() int {
	if p.before == nil {
		return 0
	}
	return len(p.before.register.Reviews)
}

// Figures lists every count of the pack.
func (p *Pack) Figures() []FigureRule { return p.All.Figures() }

// Plan is a figure's rule worked out for the cells of the register's table.
func (p *Pack) Plan(f Figure) *Plan { return p.All.counter.plan(f) }

// Draft tells whether the paper is a draft: its master says so, or its template holds guesses that nobody has confirmed.
func (p *Pack) Draft() bool { return p.Register.About.Draft || len(p.Rules.Unconfirmed) > 0 }

// SignOffRecorded tells whether any of the pack's rows, and whether each of them, is of a master that records the issuer's
// sign-off. Some and not all: a portfolio over masters with a sign-off column and others without.
func (p *Pack) SignOffRecorded() (some, all bool) {
	return p.signOffs > 0, p.signOffs == len(p.Positions)
}
