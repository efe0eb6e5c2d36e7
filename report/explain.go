package report

import (
	"slices"
	"strconv"
	"strings"
)

// Explanation traces a figure to its rows and cells, in the pack's language.
type Explanation struct {
	Figure        string      `json:"figure"` // its name, "training.overdue"
	Label         string      `json:"label"`  // what the pack prints: "Overdue"
	Group         string      `json:"group"`  // of what: "Training", "All recommendations"
	Rule          string      `json:"rule"`
	Month         Month       `json:"month"`
	AsAt          Date        `json:"as_at"`
	Value         FigureValue `json:"value"`
	PreviousMonth Month       `json:"previous_month"`
	// Previous is last month's value; nil without an earlier month.
	Previous *FigureValue `json:"previous"`
	// Parts are the figures that this one is worked out from, where it is not a count of rows.
	Parts   []FigurePart `json:"parts,omitempty"`
	Rows    []Traced     `json:"rows"`
	CameIn  []Crossing   `json:"came_in"`  // rows that were not behind the figure last month
	WentOut []Crossing   `json:"went_out"` // rows that no longer are
	Filter  string       `json:"filter"`   // which filter of the workbook shows the rows, in words
}

// FigureValue is a figure: a number, a percentage or a rating.
type FigureValue struct {
	N    *int   `json:"n"` // nil for a rating, and for a percentage that does not apply
	Text string `json:"text"`
}

// FigurePart is a figure that another is worked out from.
type FigurePart struct {
	Figure string `json:"figure"`
	Label  string `json:"label"`
	N      int    `json:"n"`
}

// Traced is a row behind a figure, with the cells that decided.
type Traced struct {
	Key   string         `json:"ref"`
	Short string         `json:"text"` // the beginning of the recommendation
	Cells []DecidingCell `json:"cells"`
}

// DecidingCell is a cell of the master that a figure's rule looks at, with what it holds. Of long texts it says only whether
// there is one.
type DecidingCell struct {
	Field   Field  `json:"field"`
	Heading string `json:"heading"`
	Where   string `json:"where"` // "stalking-harassment.xlsx: Recommendations!N4"
	Content string `json:"content"`
	Read    string `json:"read_as,omitempty"` // what the program makes of it, where that is something else
}

// Crossing is a row that came in or went out since last month, and why.
type Crossing struct {
	Traced
	Why string `json:"why"`
}

// shortInExplanation is how much of a recommendation's text an explanation gives.
const shortInExplanation = 90

// Explain traces a figure of the pack. The error is an UnknownFigure.
func (p *Pack) Explain(w Words, ref FigureRef) (*Explanation, error) {
	group := p.group(ref)
	if group == nil || !slices.Contains(p.FigureRefs(), ref) {
		return nil, &UnknownFigure{Name: ref.Name()}
	}
	x := explainer{pack: p, words: w, ref: ref, group: group, belongs: p.member(ref.Of, group)}
	e := &Explanation{Figure: ref.Name(), Group: p.GroupName(w, group), Month: p.Month, AsAt: p.AsAt, PreviousMonth: p.PreviousMonth,
		Rows: []Traced{}, CameIn: []Crossing{}, WentOut: []Crossing{}}
	switch {
	case strings.HasPrefix(string(ref.Figure), movementPrefix):
		x.movement(e)
	case ref.Figure == PercentComplete:
		x.share(e)
	case ref.Figure == FigRating:
		x.rating(e)
	default:
		x.count(e)
	}
	return e, nil
}

// group finds the group that a name is of; nil when there is none.
func (p *Pack) group(ref FigureRef) *Group {
	groups := p.Groups(ref.Of)
	for i := range groups {
		if groups[i].ID == ref.ID {
			return &groups[i]
		}
	}
	return nil
}

// explainer explains one figure of one group.
type explainer struct {
	pack    *Pack
	words   Words
	ref     FigureRef
	group   *Group
	belongs func(*Position) bool
}

// count explains a count of rows.
func (x *explainer) count(e *Explanation) {
	f := x.ref.Figure
	e.Label, e.Rule = x.pack.figureLabel(x.words, f), x.pack.figureRule(x.words, f)
	e.Value = numberValue(x.group.N(f))
	e.Filter = x.pack.Filters(x.words).For(x.ref).Sentence(x.words)
	x.rows(e, f)
	if before := x.before(); before != nil {
		previous := numberValue(before.N(f))
		e.Previous = &previous
	}
}

// rows gives the rows that a count counts, and those that came in or went out.
func (x *explainer) rows(e *Explanation, f Figure) {
	for _, key := range x.group.Keys(f) {
		e.Rows = append(e.Rows, x.trace(x.pack.Position(key), f))
	}
	for _, pair := range pairsOf(x.pack.before, x.pack.now) {
		was := pair.was != nil && x.belongs(pair.was) && pair.was.In(f)
		is := pair.is != nil && x.belongs(pair.is) && pair.is.In(f)
		switch {
		case is && !was:
			e.CameIn = append(e.CameIn, Crossing{x.trace(pair.is, f), x.why(pair, f)})
		case was && !is:
			e.WentOut = append(e.WentOut, Crossing{x.traceEither(pair, f), x.why(pair, f)})
		}
	}
}

// why says why a row came in or went out.
func (x *explainer) why(p pair, f Figure) string {
	r := Reason{Kind: p.reason(f, x.belongs)}
	if r.Kind == ReasonStanding {
		r.From, r.To = p.was.Standing, p.is.Standing
	}
	return x.pack.reasonWords(x.words, r)
}

// before is the group as it was last month; nil without an earlier month.
func (x *explainer) before() *Group {
	if x.pack.before == nil {
		return nil
	}
	var members []*Position
	for i := range x.pack.before.positions {
		if r := &x.pack.before.positions[i]; x.belongs(r) {
			members = append(members, r)
		}
	}
	groups := []Group{newGroup(x.group.ID, x.group.Name, members, newCounter(x.pack.Rules))}
	if err := rateGroups(groups, x.pack.Rules); err != nil {
		return nil // the rules rated this month's groups, and so rate this
	}
	return &groups[0]
}

// share explains percent_complete.
func (x *explainer) share(e *Explanation) {
	share := CompleteShare()
	e.Label, e.Rule = x.pack.figureLabel(x.words, share.Name), share.Sentence(x.words, x.pack.Rules)
	e.Value = x.shareValue(x.group)
	e.Parts = x.parts(share.Part, share.Whole)
	x.rows(e, share.Part)
	if before := x.before(); before != nil {
		previous := x.shareValue(before)
		e.Previous = &previous
	}
	e.Filter = x.pack.Filters(x.words).For(FigureRef{x.ref.Of, x.ref.ID, share.Part}).Sentence(x.words)
}

func (x *explainer) shareValue(g *Group) FigureValue {
	return FigureValue{N: g.Percent, Text: x.pack.CompleteOf(x.words, g)}
}

// rating explains a group's rating by the rule that held and the figures that the rule looks at.
func (x *explainer) rating(e *Explanation) {
	e.Label = x.pack.figureLabel(x.words, FigRating)
	e.Value = FigureValue{Text: RatingWord(x.words, x.group.Rating)}
	e.Rule = x.words.Say("rates.group.not_rated")
	if rules := x.pack.Rules.GroupRatings; x.group.RatedBy >= 0 && x.group.RatedBy < len(rules) {
		rule := rules[x.group.RatedBy]
		text, _ := rule.Sentence.In(x.words.Lang())
		e.Rule = text + " (" + rule.Test(x.words, x.pack.Rules) + ")"
		e.Parts = x.parts(x.figuresIn(rule.When)...)
		x.ratedRows(e, x.figuresIn(rule.When))
	}
	if before := x.before(); before != nil {
		e.Previous = &FigureValue{Text: RatingWord(x.words, before.Rating)}
	}
}

// ratedRows gives the rows behind the figures that a rule looks at, each once; the wide ones, which say only what the others
// are a share of, are left out.
func (x *explainer) ratedRows(e *Explanation, figures []Figure) {
	seen := map[string]bool{}
	for _, f := range figures {
		if f == InScope || f == Outstanding || f == Total {
			continue
		}
		for _, key := range x.group.Keys(f) {
			if !seen[key] {
				seen[key] = true
				e.Rows = append(e.Rows, x.trace(x.pack.Position(key), f))
			}
		}
	}
}

// figuresIn lists the counts that a rating's rule names, each once.
func (x *explainer) figuresIn(when string) []Figure {
	var out []Figure
	for _, word := range figureWord.FindAllString(when, -1) {
		for _, rule := range x.pack.Figures() {
			if string(rule.Name) == word && !slices.Contains(out, rule.Name) {
				out = append(out, rule.Name)
			}
		}
	}
	return out
}

func (x *explainer) parts(figures ...Figure) []FigurePart {
	var out []FigurePart
	for _, f := range figures {
		out = append(out, FigurePart{FigureRef{x.ref.Of, x.ref.ID, f}.Name(), x.pack.figureLabel(x.words, f), x.group.N(f)})
	}
	return out
}

func numberValue(n int) FigureValue { return FigureValue{N: &n, Text: strconv.Itoa(n)} }
