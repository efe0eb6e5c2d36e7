package figurename

import (
	"strings"

	"boardpack/report"
)

// The names of the figures of the round begin with this: "round.asked", "round.owners.head-of-crime.not_answered".
const inRound = "round"

// Round lists the figures of what the owners were asked and answered: those of all also where nobody was asked, and of each owner and review.
func Round(p *report.Pack) []Ref {
	var out []Ref
	for _, f := range append(report.AskedFigures(), report.FigNotUpdated) {
		out = append(out, Ref{inRound, "", f})
	}
	if p.Round == nil {
		return out
	}
	for _, kind := range []report.GroupKind{report.OfOwners, report.OfReviews} {
		for _, g := range p.Round.Groups(kind) {
			for _, f := range report.AskedFigures() {
				out = append(out, Ref{inRound + "." + kind, g.ID, f})
			}
		}
	}
	return out
}

// InRound tells of the figures of a round: of which kind of groups, all for all.
func InRound(ref Ref) (kind report.GroupKind, is bool) {
	if ref.Of == inRound {
		return report.OfAll, true
	}
	of, is := strings.CutPrefix(string(ref.Of), inRound+".")
	return report.GroupKind(of), is
}
