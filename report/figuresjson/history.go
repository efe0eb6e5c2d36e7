package figuresjson

import "boardpack/report"

type bridgeEntry struct {
	ID            string      `json:"id,omitempty"`
	Name          report.Text `json:"name,omitempty"`
	Opening       int         `json:"opening"`
	New           int         `json:"new"`
	Reopened      int         `json:"reopened"`
	CameIntoScope int         `json:"came_into_scope"`
	MovedIn       int         `json:"moved_in"`
	Completed     int         `json:"completed"`
	LeftScope     int         `json:"left_scope"`
	Removed       int         `json:"removed"`
	MovedOut      int         `json:"moved_out"`
	Closing       int         `json:"closing"`
}

type movementEntry struct {
	All     bridgeEntry   `json:"all"`
	Themes  []bridgeEntry `json:"themes"`
	Reviews []bridgeEntry `json:"reviews,omitempty"` // of a portfolio
	Changes []changeEntry `json:"changes"`
}

type changeEntry struct {
	Ref    string            `json:"ref"`
	Theme  string            `json:"theme"`
	Change report.ChangeKind `json:"change"`
	From   string            `json:"from"`
	To     string            `json:"to"`
	Effect int               `json:"effect"`
	Days   *int              `json:"days,omitempty"`
	Times  *int              `json:"times_moved,omitempty"`
	Cause  report.Cause      `json:"cause,omitempty"`
}

func movementOf(p *report.Pack, languages []report.Words) *movementEntry {
	if p.Movement == nil {
		return nil
	}
	all := bridgeEntry(p.Movement.All)
	all.ID = ""
	m := &movementEntry{All: all, Themes: []bridgeEntry{}, Changes: []changeEntry{}}
	for _, b := range p.Movement.Themes {
		entry := bridgeEntry(b)
		entry.Name = nameIn(b.ID, b.Name, languages)
		m.Themes = append(m.Themes, entry)
	}
	for _, b := range p.Movement.Reviews {
		m.Reviews = append(m.Reviews, bridgeEntry(b))
	}
	for _, c := range p.Movement.Changes {
		m.Changes = append(m.Changes, changeOf(&c))
	}
	return m
}

func changeOf(c *report.Change) changeEntry {
	e := changeEntry{Ref: c.Key, Theme: c.Theme, Change: c.Kind, From: c.From.String(), To: c.To.String(), Effect: c.Effect, Cause: c.Cause}
	if c.Kind == report.ChangeDate {
		e.Days, e.Times = &c.Days, &c.Times
	}
	return e
}

type trendEntry struct {
	Month       report.Month `json:"month"`
	AsAt        report.Date  `json:"as_at"`
	InScope     int          `json:"in_scope"`
	Outstanding int          `json:"outstanding"`
	Complete    int          `json:"complete"`
	Overdue     int          `json:"overdue"`
}

func trendOf(p *report.Pack) []trendEntry {
	out := make([]trendEntry, len(p.Trend))
	for i, t := range p.Trend {
		out[i] = trendEntry{t.Month, t.AsAt, t.InScope, t.Outstanding, t.Complete, t.Overdue}
	}
	return out
}

// ageEntry is one band of what is overdue.
type ageEntry struct {
	ID       string   `json:"id"`
	From     int      `json:"from"`
	To       *int     `json:"to"` // null for no end
	N        int      `json:"n"`
	Previous *int     `json:"previous"` // null without an earlier month
	Refs     []string `json:"refs"`
}

func agesOf(p *report.Pack) []ageEntry {
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
	Figure  report.Figure `json:"figure"`
	Was     int           `json:"was"`
	Is      int           `json:"is"`
	Reasons []reasonEntry `json:"reasons"`
}

type reasonEntry struct {
	Reason report.ReasonKind `json:"reason"`
	From   report.Standing   `json:"from,omitempty"`
	To     report.Standing   `json:"to,omitempty"`
	Effect int               `json:"effect"`
	Refs   []string          `json:"refs"`
	Times  []int             `json:"times_moved"` // in step with refs
}

func figureChangesOf(p *report.Pack) []figureChangeEntry {
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
	Month    report.Month                     `json:"month"`
	Figures  []restatedFigureEntry            `json:"figures"`
	Percents []restatedEntryOf[*int]          `json:"percentages"`
	Ratings  []restatedEntryOf[report.Rating] `json:"ratings"`
}

type restatedFigureEntry struct {
	ID        string           `json:"id"` // "all" or a theme's id
	Figure    report.Figure    `json:"figure"`
	Published int              `json:"published"`
	Now       int              `json:"now"`
	Left      []string         `json:"left"`
	Joined    []string         `json:"joined"`
	Cause     report.Restating `json:"cause"`
}

// restatedEntryOf is a percentage or a rating that differs.
type restatedEntryOf[T any] struct {
	ID        string           `json:"id"` // "all" or a theme's id
	Published T                `json:"published"`
	Now       T                `json:"now"`
	Cause     report.Restating `json:"cause"`
}

func restatedOf(p *report.Pack) *restatedEntry {
	if p.Restated == nil {
		return nil
	}
	out := &restatedEntry{p.Restated.Month, []restatedFigureEntry{}, []restatedEntryOf[*int]{}, []restatedEntryOf[report.Rating]{}}
	for _, f := range p.Restated.Figures {
		out.Figures = append(out.Figures, restatedFigureEntry{f.ID, f.Figure, f.Published, f.Now, orEmpty(f.Left), orEmpty(f.Joined), f.Cause})
	}
	for _, f := range p.Restated.Percents {
		out.Percents = append(out.Percents, restatedEntryOf[*int]{f.ID, f.Published, f.Now, f.Cause})
	}
	for _, f := range p.Restated.Ratings {
		out.Ratings = append(out.Ratings, restatedEntryOf[report.Rating]{f.ID, f.Published, f.Now, f.Cause})
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
