package report

import (
	"slices"
	"strings"
)

// Glance is the page that a board reads in ten seconds, in the pack's language.
type Glance struct {
	Lead    []Sentence // position, movement, what needs the board
	Warning string     // that the input has problems, and how many; "" when it has none
	Tiles   []Tile
	Bars    []Bar // one per theme, the whole last
	Changed []Sentence
	Asks    []Sentence // what the board is asked to do
}

// Tile is one headline figure.
type Tile struct {
	Label  string // "Complete"
	N      int
	Of     string // "of 17 · 18%", "of 12 open"
	Change string // "up 1 since August"; "" without an earlier month
	Figure FigureRef
	Alarm  bool // the figure is one that should be nought and is not
}

// Bar is one row of the chart of progress: segments in the order of Standings that are in scope.
type Bar struct {
	ID       string
	Label    string
	Segments []Segment
	Complete string // "1 of 3 (33%)", or that nothing is in scope
	Rating   Rating
	Rated    string // its word
	Figures  string // the segments in words: "1 complete, 2 in progress"
	Total    bool
}

// Segment is one stretch of a bar.
type Segment struct {
	Standing Standing
	Label    string // "Complete"
	N        int    // never 0: empty stretches are left out
}

// Glance writes the page at a glance.
func (p *Pack) Glance(w Words) Glance {
	return Glance{Lead: p.lead(w), Warning: p.warning(w), Tiles: p.tiles(w), Bars: p.Bars(w), Changed: p.changed(w), Asks: p.asks(w)}
}

// PageOneCodes lists the problems of a whole pack that page 1 tells in words and not in number alone, in the order in which it does.
// Each has its sentence, without numbers of its own, under "glance.doubt.<code>" in the wording.
func PageOneCodes() []string {
	return []string{"as-at-outside-month", "as-at-not-after", "meeting-before-as-at", "title-of-earlier-month", "sign-off-doubtful"}
}

// warning says what makes the whole pack doubtful, and how many points about the data need a look.
func (p *Pack) warning(w Words) string {
	var out []string
	for _, code := range PageOneCodes() {
		if slices.ContainsFunc(p.Problems, func(problem Problem) bool { return problem.Code == code && problem.Level == Warning }) {
			out = append(out, w.Say("glance.doubt."+code))
		}
	}
	if p.Movement != nil && p.PreviousMonth.Next() != p.Month {
		out = append(out, w.Say("glance.doubt.gap", "Previous", w.MonthName(p.PreviousMonth)))
	}
	if n := p.WarningCount(); n > 0 {
		out = append(out, w.Count("glance.warning", n))
	}
	return strings.Join(out, " ")
}

// Since names the month that the pack is compared with.
func (p *Pack) Since(w Words) string { return SinceMonth(w, p.PreviousMonth, p.Month) }

// SinceMonth names an earlier month where a later one is compared with it: by its name alone where it is the month before, and with
// its year where it is any other.
func SinceMonth(w Words, earlier, month Month) string {
	if earlier.Next() == month {
		return w.MonthAlone(earlier)
	}
	return w.MonthName(earlier)
}

func (p *Pack) tiles(w Words) []Tile {
	all := &p.All
	ofOpen := w.Say("glance.of_open", "Open", all.N(Open))
	tiles := []Tile{
		{Figure: FigureRef{Figure: FigComplete}, Of: p.PercentOf(w, all)},
		{Figure: FigureRef{Figure: p.unfinished()}, Of: w.Say("glance.of_in_scope", "InScope", all.N(InScope))},
		{Figure: FigureRef{Figure: Overdue}, Of: ofOpen, Alarm: all.N(Overdue) > 0},
		{Figure: FigureRef{Figure: DueSoon}, Of: ofOpen},
	}
	for i := range tiles {
		t := &tiles[i]
		t.Figure.Of, t.Figure.ID = OfAll, all.ID
		t.N = all.N(t.Figure.Figure)
		t.Label = p.figureLabel(w, t.Figure.Figure)
		t.Change = p.changeSince(w, t.Figure.Figure)
	}
	return tiles
}

// unfinished is what stands beside what is complete: what awaits sign-off, or where nobody signs off, what is outstanding.
func (p *Pack) unfinished() Figure {
	if p.signOffs > 0 {
		return AwaitingSignOff
	}
	return Outstanding
}

// figureLabel names a figure; due soon says within how many days.
func (p *Pack) figureLabel(w Words, f Figure) string {
	return w.Say("figure."+string(f), "Days", p.Rules.DueSoonDays)
}

// PercentOf says what the percentage is out of: "of 17 · 18%", or that it does not apply.
func (p *Pack) PercentOf(w Words, g *Group) string {
	if g.Percent == nil {
		return w.Say("glance.percent_none")
	}
	return w.Say("glance.percent_of", "InScope", g.N(InScope), "Percent", *g.Percent)
}

// CompleteOf is "3 of 17 (18%)", or that it does not apply because nothing is in scope.
func (p *Pack) CompleteOf(w Words, g *Group) string {
	if g.Percent == nil {
		return w.Say("value.not_applicable")
	}
	return w.Say("glance.complete_of", "Complete", g.N(FigComplete), "InScope", g.N(InScope), "Percent", *g.Percent)
}

// changeSince says how a figure of the whole moved since last month.
func (p *Pack) changeSince(w Words, f Figure) string {
	if p.Previous == nil {
		return ""
	}
	since := p.Since(w)
	switch change := p.All.N(f) - p.Previous.N(f); {
	case change > 0:
		return w.Say("glance.up", "Change", change, "Since", since)
	case change < 0:
		return w.Say("glance.down", "Change", -change, "Since", since)
	}
	return w.Say("glance.no_change", "Since", since)
}

// Bars draws each theme, and the whole last.
func (p *Pack) Bars(w Words) []Bar {
	bars := make([]Bar, 0, len(p.Themes)+1)
	for i := range p.Themes {
		bars = append(bars, p.Bar(w, &p.Themes[i]))
	}
	all := p.Bar(w, &p.All)
	all.Total = true
	return append(bars, all)
}

// Bar draws one group.
func (p *Pack) Bar(w Words, g *Group) Bar {
	bar := Bar{ID: g.ID, Label: p.GroupName(w, g), Complete: p.CompleteOf(w, g), Rating: g.Rating, Rated: RatingWord(w, g.Rating)}
	var parts []string
	for _, s := range Standings() {
		n := g.N(Figure(s))
		if n == 0 || !p.Plan(InScope).Stands(s) {
			continue
		}
		bar.Segments = append(bar.Segments, Segment{Standing: s, Label: StandingWord(w, s), N: n})
		parts = append(parts, w.Count("glance.standing."+string(s), n))
	}
	bar.Figures = joinPlain(w, parts)
	if len(parts) == 0 {
		bar.Figures = w.Say("glance.percent_none")
	}
	return bar
}
