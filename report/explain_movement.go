package report

import "strings"

// movement explains a number of the bridge by the rows that it counts.
func (x *explainer) movement(e *Explanation) {
	id := strings.TrimPrefix(string(x.ref.Figure), movementPrefix)
	heading := "column." + id
	if id != "opening" && id != "closing" {
		heading = "column.step_" + id
	}
	e.Label = x.words.Say(heading)
	e.Rule = x.words.Say("explain.movement."+id, "Since", x.words.MonthName(x.pack.PreviousMonth), "Month", x.words.MonthName(x.pack.Month))
	n := 0
	for _, row := range pairsOf(x.pack.before, x.pack.now) {
		if !countsIn(bridge([]pair{row}, x.belongs), id) {
			continue
		}
		n++
		traced := x.traceEither(row, Outstanding)
		e.Rows = append(e.Rows, traced)
		if id != "opening" && id != "closing" {
			e.CameIn, e.WentOut = x.crossing(e, row, traced)
		}
	}
	e.Value = numberValue(n)
}

// countsIn tells whether the bridge of one row counts it in the number.
func countsIn(b Bridge, id string) bool {
	switch id {
	case "opening":
		return b.Opening > 0
	case "closing":
		return b.Closing > 0
	}
	for _, step := range b.Steps() {
		if step.ID == id {
			return step.N > 0
		}
	}
	return false
}

// crossing puts a row of a step where it belongs: among those that came in to what is outstanding, or went out.
func (x *explainer) crossing(e *Explanation, p pair, traced Traced) (cameIn, wentOut []Crossing) {
	c := Crossing{traced, x.why(p, Outstanding)}
	if p.is != nil && p.is.outstanding() && x.belongs(p.is) {
		return append(e.CameIn, c), e.WentOut
	}
	return e.CameIn, append(e.WentOut, c)
}
