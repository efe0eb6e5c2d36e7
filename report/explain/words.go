package explain

import (
	"boardpack/report"
	"boardpack/report/figurename"
	"boardpack/report/figurerule"
	"boardpack/report/named"
)

// label names the figure as the pack prints it; a number of a movement as its table heads it.
func (x *explainer) label(f report.Figure) string {
	switch id, step := figurename.Step(f); {
	case !step:
		return x.words.Say("figure."+string(f), "Days", x.pack.Rules.DueSoonDays)
	case id == "opening" || id == "closing":
		return x.words.Say("column." + id)
	default:
		return x.words.Say("column.step_" + id)
	}
}

// rule is the figure's rule in words: of a rating the one that held.
func (x *explainer) rule() string {
	if id, step := figurename.Step(x.Ref.Figure); step {
		return x.words.Say("explain.movement."+id, "Since", x.words.MonthName(x.pack.PreviousMonth), "Month", x.words.MonthName(x.pack.Month))
	}
	if x.Ref.Figure != report.FigRating {
		return figurerule.InWords(x.words, x.pack, x.Ref.Figure)
	}
	rules := x.pack.Rules.GroupRatings
	if x.Group.RatedBy < 0 || x.Group.RatedBy >= len(rules) {
		return named.WhyUnrated(x.words, x.Group.Rating)
	}
	held := rules[x.Group.RatedBy]
	text, _ := held.Sentence.In(x.words.Lang())
	return text + " (" + figurerule.Test(x.words, held, x.pack.Rules) + ")"
}

// why says why a row came in or went out.
func (x *explainer) why(r report.Reason) string {
	switch r.Kind {
	case report.ReasonStanding:
		return x.words.Say("reason.standing", "From", named.Standing(x.words, r.From), "To", named.Standing(x.words, r.To))
	case report.ReasonNear:
		return x.words.Say("reason.near", "Days", x.pack.Rules.DueSoonDays)
	}
	return x.words.Say("reason." + string(r.Kind))
}

// completeOf is "3 of 17 (18%)", or that it does not apply because nothing is in scope.
func (x *explainer) completeOf(g *report.Group) string {
	if g.Percent == nil {
		return x.words.Say("value.not_applicable")
	}
	return x.words.Say("glance.complete_of", "Complete", g.N(report.FigComplete), "InScope", g.N(report.InScope), "Percent", *g.Percent)
}
