package figures

import (
	"boardpack/report"
	"boardpack/report/content"
)

// Things gives the addresses of all things of the kind that one is of, in the order of the file: none of a kind that it does not number.
func (f *File) Things(first content.Ref) []content.Ref {
	var out []content.Ref
	numbered := func(id string, n int) []content.Ref {
		for i := range n {
			out = append(out, content.Ref{Place: first.Place, ID: id, Index: i + 1})
		}
		return out
	}
	switch first.Place {
	case content.PlaceTrend:
		return numbered("", len(f.Trend))
	case content.PlaceProblem:
		return numbered("", len(f.Problems))
	case content.PlaceReason:
		for _, change := range f.FigureChanges {
			numbered(string(change.Figure), len(change.Reasons))
		}
	case content.PlaceAction:
		for i := range f.Recommendations {
			numbered(f.Recommendations[i].Ref, len(f.Recommendations[i].Actions))
		}
	case content.PlaceReading:
		for i := range f.Recommendations {
			numbered(f.Recommendations[i].Ref, len(f.Recommendations[i].Readings))
		}
	case content.PlaceFigure:
		if first.Name != "" {
			return nil
		}
		for _, g := range f.Groups(report.GroupKind(first.Of)) {
			out = append(out, content.Ref{Place: first.Place, Of: first.Of, ID: g.ID})
		}
		return append(out, content.Ref{Place: first.Place, Of: "all", ID: "all"})
	}
	switch {
	case first.Place == content.PlaceExtension && f.Round != nil:
		return numbered("", len(f.Round.Extensions))
	case first.Place == content.PlaceRound && f.Round != nil:
		return f.Round.roundThings(first.Of)
	case first.Place == content.PlaceRestated && f.Restated != nil:
		numbered("", len(f.Restated.Figures))
		numbered(content.RestatedPercents, len(f.Restated.Percentages))
		return numbered(content.RestatedRatings, len(f.Restated.Ratings))
	case first.Place == content.PlaceChange && f.Movement != nil:
		return numbered("", len(f.Movement.Changes))
	case first.Place == content.PlaceBridge && f.Movement != nil:
		for _, b := range f.bridges(first.Of) {
			out = append(out, content.Ref{Place: first.Place, Of: first.Of, ID: b.ID})
		}
		return append(out, content.Ref{Place: first.Place, ID: "all"})
	}
	return out
}

// AllThings gives the addresses of all things that the file numbers.
func (f *File) AllThings() []content.Ref {
	kinds := []content.Ref{{Place: content.PlaceTrend}, {Place: content.PlaceChange}, {Place: content.PlaceProblem}, {Place: content.PlaceRestated},
		{Place: content.PlaceBridge}, {Place: content.PlaceReason}, {Place: content.PlaceAction}, {Place: content.PlaceReading}}
	if len(f.Reviews) > 0 {
		kinds = append(kinds, content.Ref{Place: content.PlaceBridge, Of: string(report.OfReviews)})
	}
	if f.Round != nil {
		kinds = append(kinds, content.Ref{Place: content.PlaceExtension}, content.Ref{Place: content.PlaceRound, Of: string(report.OfOwners)})
		if len(f.Reviews) > 0 {
			kinds = append(kinds, content.Ref{Place: content.PlaceRound, Of: string(report.OfReviews)})
		}
	}
	for _, of := range groupKinds() {
		kinds = append(kinds, content.Ref{Place: content.PlaceFigure, Of: string(of)})
	}
	var out []content.Ref
	for _, kind := range kinds {
		out = append(out, f.Things(kind)...)
	}
	return out
}
