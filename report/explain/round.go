package explain

import (
	"slices"
	"strconv"

	"boardpack/report"
	"boardpack/report/figurename"
)

// ofRound explains a figure of what the owners were asked and answered. Where nobody was asked there is no number: its value says so.
func ofRound(p *report.Pack, w report.Words, ref figurename.Ref, kind report.GroupKind) (*Explanation, error) {
	e := &Explanation{Figure: ref.Name(), Label: w.Say("figure." + string(ref.Figure)), Group: w.Say("group.all"), Rule: w.Say("explain.round." + string(ref.Figure)),
		Month: p.Month, AsAt: p.AsAt, Rows: []Row{}, CameIn: []Crossing{}, WentOut: []Crossing{}}
	keys, known := []string(nil), true
	switch {
	case p.Round == nil:
		e.Value.Text = w.Say("explain.round.none")
		return e, nil
	case ref.Figure == report.FigNotUpdated:
		keys, known = p.Round.NotUpdated, p.Round.NotUpdated != nil
	default:
		groups := p.Round.Groups(kind)
		i := slices.IndexFunc(groups, func(g report.RoundGroup) bool { return kind == report.OfAll || g.ID == ref.ID })
		if i < 0 {
			return nil, &Unknown{Name: ref.Name()}
		}
		if name, _ := groups[i].Name.In(w.Lang()); name != "" {
			e.Group = name
		}
		keys = groups[i].Keys(ref.Figure)
	}
	if !known {
		e.Value.Text = w.Say("explain.round.not_known")
		return e, nil
	}
	n := len(keys)
	e.Value = Value{N: &n, Text: strconv.Itoa(n)}
	x := explainer{trace: &trace{Ref: ref}, pack: p, words: w}
	for _, key := range keys {
		e.Rows = append(e.Rows, x.rowWith(&tracedRow{Position: p.Position(key), Register: p.Register}, []report.Field{report.FieldOwner, report.FieldStatus, report.FieldUpdated}))
	}
	return e, nil
}
