package explain

import (
	"strconv"

	"boardpack/report"
	"boardpack/report/figurename"
	"boardpack/report/named"
)

// Explanation traces a figure to its rows and cells, in the pack's language.
type Explanation struct {
	Figure        string       `json:"figure"` // its name, "training.overdue"
	Label         string       `json:"label"`  // what the pack prints: "Overdue"
	Group         string       `json:"group"`  // of what: "Training", "All recommendations"
	Rule          string       `json:"rule"`
	Month         report.Month `json:"month"`
	AsAt          report.Date  `json:"as_at"`
	Value         Value        `json:"value"`
	PreviousMonth report.Month `json:"previous_month"`
	// Previous is last month's value; nil without an earlier month.
	Previous *Value `json:"previous"`
	// Parts are the figures that this one is worked out from, where it is not a count of rows.
	Parts   []Part     `json:"parts,omitempty"`
	Rows    []Row      `json:"rows"`
	CameIn  []Crossing `json:"came_in"`  // rows that were not behind the figure last month
	WentOut []Crossing `json:"went_out"` // rows that no longer are
	Filter  string     `json:"filter"`   // which filter of the workbook shows the rows, in words
}

// Value is a figure: a number, a percentage or a rating.
type Value struct {
	N    *int   `json:"n"` // nil for a rating, and for a percentage that does not apply
	Text string `json:"text"`
}

// Part is a figure that another is worked out from.
type Part struct {
	Figure string `json:"figure"`
	Label  string `json:"label"`
	N      int    `json:"n"`
}

// Row is a row behind a figure, with the cells that decided.
type Row struct {
	Key   string `json:"ref"`
	Short string `json:"text"` // the beginning of the recommendation
	Cells []Cell `json:"cells"`
}

// Cell is a cell of the master that a figure's rule looks at, with what it holds. Of long texts it says only whether
// there is one.
type Cell struct {
	Field   report.Field `json:"field"`
	Heading string       `json:"heading"`
	Where   string       `json:"where"` // "stalking-harassment.xlsx: Recommendations!N4"
	Content string       `json:"content"`
	Read    string       `json:"read_as,omitempty"` // what the program makes of it, where that is something else
}

// Crossing is a row that came in or went out since last month, and why.
type Crossing struct {
	Row
	Why string `json:"why"`
}

// shortText is how much of a recommendation's text an explanation gives.
const shortText = 90

// Of explains a figure of the pack. The error is an Unknown.
func Of(p *report.Pack, w report.Words, ref figurename.Ref) (*Explanation, error) {
	if kind, is := figurename.InRound(ref); is {
		return ofRound(p, w, ref, kind)
	}
	trace, ok := traceOf(p, ref)
	if !ok {
		return nil, &Unknown{Name: ref.Name()}
	}
	x := explainer{trace: trace, pack: p, words: w}
	e := &Explanation{Figure: ref.Name(), Label: x.label(ref.Figure), Group: named.Group(w, trace.Group), Rule: x.rule(),
		Month: p.Month, AsAt: p.AsAt, PreviousMonth: p.PreviousMonth, Parts: x.parts(), Rows: []Row{}}
	for i := range trace.Rows {
		e.Rows = append(e.Rows, x.row(&trace.Rows[i]))
	}
	e.CameIn, e.WentOut = x.crossings(trace.CameIn), x.crossings(trace.WentOut)
	x.values(e)
	return e, nil
}

// explainer says what is behind one figure of one group.
type explainer struct {
	*trace
	pack  *report.Pack
	words report.Words
}

// values fills in the figure of both months, and the filter of one that a filter shows.
func (x *explainer) values(e *Explanation) {
	of, shown := x.countOf, x.Ref
	switch _, step := figurename.Step(x.Ref.Figure); {
	case step:
		e.Value = numberValue(len(e.Rows))
		return
	case x.Ref.Figure == report.PercentComplete:
		of, shown.Figure = x.shareOf, report.CompleteShare().Part
	case x.Ref.Figure == report.FigRating:
		of = x.ratingOf
	}
	e.Value = of(x.Group)
	if x.Before != nil {
		before := of(x.Before)
		e.Previous = &before
	}
	if x.Ref.Figure != report.FigRating {
		e.Filter = NewFilters(x.pack, x.words).For(shown).Sentence(x.words)
	}
}

func (x *explainer) countOf(g *report.Group) Value { return numberValue(g.N(x.Ref.Figure)) }

func (x *explainer) shareOf(g *report.Group) Value { return Value{N: g.Percent, Text: x.completeOf(g)} }

func (x *explainer) ratingOf(g *report.Group) Value {
	return Value{Text: named.Rating(x.words, g.Rating)}
}

func numberValue(n int) Value { return Value{N: &n, Text: strconv.Itoa(n)} }

func (x *explainer) parts() []Part {
	var out []Part
	for _, f := range x.trace.Parts {
		out = append(out, Part{figurename.Ref{Of: x.Ref.Of, ID: x.Ref.ID, Figure: f}.Name(), x.label(f), x.Group.N(f)})
	}
	return out
}

func (x *explainer) crossings(rows []tracedRow) []Crossing {
	out := []Crossing{}
	for i := range rows {
		out = append(out, Crossing{x.row(&rows[i]), x.why(rows[i].Why)})
	}
	return out
}
