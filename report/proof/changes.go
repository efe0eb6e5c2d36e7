package proof

import (
	"slices"
	"strings"

	"boardpack/report"
)

// changedSentences gives what page 1 says of the changes since last month.
func (p *proof) changedSentences() []string {
	if p.figures.Movement == nil {
		return []string{p.say("glance.first_month")}
	}
	var out []string
	for _, kind := range toldKinds() {
		out = append(out, p.kindSentence(kind)...)
	}
	for _, cause := range report.Causes() {
		keys := p.changed(func(c *change) bool { return c.Change == report.ChangeOverdue && c.Cause == cause })
		if len(keys) > 0 {
			out = append(out, p.count("glance.overdue."+underscored(string(cause)), len(keys), "Refs", p.keys(keys)))
		}
	}
	if out = append(out, p.redatedSentences()...); len(out) == 0 {
		return []string{p.say("glance.nothing_changed", "Since", p.since())}
	}
	return out
}

// toldKinds are the changes that page 1 must tell. It may tell others.
func toldKinds() []report.ChangeKind {
	return []report.ChangeKind{report.ChangeCompleted, report.ChangeReopened, report.ChangeNew, report.ChangeCameIntoScope,
		report.ChangeLeftScope, report.ChangeRemoved, report.ChangeTheme, report.ChangeRef}
}

// kindSentence names those that a kind of change happened to; none when it happened to none.
func (p *proof) kindSentence(kind report.ChangeKind) []string {
	keys := p.changed(func(c *change) bool { return c.Change == kind })
	if len(keys) == 0 {
		return nil
	}
	return []string{p.count("glance.changed."+underscored(string(kind)), len(keys), "Refs", p.keys(keys))}
}

// otherSentences are those that page 1 may have besides.
func (p *proof) otherSentences() []string {
	if p.figures.Movement == nil {
		return nil
	}
	var out []string
	for _, kind := range report.ChangeKinds() {
		if !slices.Contains(toldKinds(), kind) && !slices.Contains([]report.ChangeKind{report.ChangeOverdue, report.ChangeNotOverdue, report.ChangeDate}, kind) {
			out = append(out, p.kindSentence(kind)...)
		}
	}
	return out
}

// redatedSentences tells each of a few moved dates, or names the many.
func (p *proof) redatedSentences() []string {
	const few = 2
	keys := p.changed((*change).redated)
	if len(keys) > few {
		return []string{p.count("glance.changed.re_dated_many", len(keys), "Refs", p.keys(keys))}
	}
	var out []string
	for _, c := range p.figures.Movement.Changes {
		if c.redated() && c.Times != nil {
			out = append(out, p.count("glance.changed.re_dated", *c.Times, "Ref", linked(c.Ref), "From", p.date(c.From), "To", p.date(c.To)))
		}
	}
	return out
}

// changed gives the recommendations that a change happened to, in the order of the figures file.
func (p *proof) changed(is func(*change) bool) []string {
	var keys []string
	for i := range p.figures.Movement.Changes {
		if c := &p.figures.Movement.Changes[i]; is(c) {
			keys = append(keys, c.Ref)
		}
	}
	return keys
}

// askedPieces gives what the board is asked to do.
func (p *proof) askedPieces() []string {
	all := &p.figures.All
	var out []string
	ask := func(id string, keys []string) {
		if len(keys) > 0 {
			out = append(out, p.count(id, len(keys), "Refs", p.keys(keys)))
		}
	}
	ask("ask.overdue", all.Refs[report.Overdue])
	if p.figures.Movement != nil {
		ask("ask.removed", p.changed(func(c *change) bool { return c.Change == report.ChangeRemoved }))
		ask("ask.redated", p.changed(func(c *change) bool {
			return c.Change == report.ChangeDate && c.Days != nil && *c.Days > 0 && slices.Contains(all.Refs[report.Open], c.Ref)
		}))
	}
	ask("ask.unrecognised", all.Refs[report.FigUnrecognised])
	ask("ask.no_date", all.Refs[report.NoDate])
	if keys := all.Refs[report.AwaitingSignOff]; len(keys) > 0 {
		out = append(out, pieces(p.count("ask.awaiting", len(keys), "Refs", p.keys(keys), "Issuer", mark))...)
	}
	if len(out) == 0 {
		out = append(out, p.say("ask.nothing"))
	}
	return out
}

func underscored(s string) string { return strings.NewReplacer(" ", "_", "-", "_").Replace(s) }
