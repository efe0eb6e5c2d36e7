package report

// ageEntry is one band of what is overdue.
type ageEntry struct {
	ID       string   `json:"id"`
	From     int      `json:"from"`
	To       *int     `json:"to"` // null for no end
	N        int      `json:"n"`
	Previous *int     `json:"previous"` // null without an earlier month
	Refs     []string `json:"refs"`
}

func (p *Pack) ageEntries() []ageEntry {
	out := make([]ageEntry, len(p.Ageing))
	for i, band := range p.Ageing {
		out[i] = ageEntry{ID: band.ID, From: band.From, N: len(band.Keys), Refs: orEmpty(band.Keys)}
		if band.To > 0 {
			out[i].To = &band.To
		}
		if p.PreviousAgeing != nil {
			n := len(p.PreviousAgeing[i].Keys)
			out[i].Previous = &n
		}
	}
	return out
}

// figureChangeEntry explains one figure of the whole that changed: was + the effects = is.
type figureChangeEntry struct {
	Figure  Figure        `json:"figure"`
	Was     int           `json:"was"`
	Is      int           `json:"is"`
	Reasons []reasonEntry `json:"reasons"`
}

type reasonEntry struct {
	Reason ReasonKind `json:"reason"`
	From   Standing   `json:"from,omitempty"`
	To     Standing   `json:"to,omitempty"`
	Effect int        `json:"effect"`
	Refs   []string   `json:"refs"`
	Times  []int      `json:"times_moved"` // in step with refs
}

func (p *Pack) figureChangeEntries() []figureChangeEntry {
	out := make([]figureChangeEntry, len(p.FigureChanges))
	for i, c := range p.FigureChanges {
		out[i] = figureChangeEntry{Figure: c.Figure, Was: c.Was, Is: c.Is}
		for _, r := range c.Reasons {
			out[i].Reasons = append(out[i].Reasons, reasonEntry{r.Kind, r.From, r.To, r.Effect, r.Keys, r.Times})
		}
	}
	return out
}

// restatedEntry is how the published figures of the month before differ from what its master says now.
type restatedEntry struct {
	Month   Month                 `json:"month"`
	Figures []restatedFigureEntry `json:"figures"`
}

type restatedFigureEntry struct {
	ID        string   `json:"id"` // "all" or a theme's id
	Figure    Figure   `json:"figure"`
	Published int      `json:"published"`
	Now       int      `json:"now"`
	Left      []string `json:"left"`
	Joined    []string `json:"joined"`
}

func (p *Pack) restatedEntry() *restatedEntry {
	if p.Restated == nil {
		return nil
	}
	out := &restatedEntry{Month: p.Restated.Month}
	for _, f := range p.Restated.Figures {
		out.Figures = append(out.Figures, restatedFigureEntry{f.ID, f.Figure, f.Published, f.Now, orEmpty(f.Left), orEmpty(f.Joined)})
	}
	return out
}

// orEmpty has JSON write [] and not null.
func orEmpty(keys []string) []string {
	if keys == nil {
		return []string{}
	}
	return keys
}
