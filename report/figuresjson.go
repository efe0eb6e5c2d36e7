package report

import (
	"bytes"
	"encoding/json"
	"strings"
)

// FiguresSchema names the layout of the figures file. It is a contract: other programs read the file.
const FiguresSchema = "boardpack.figures/1"

// FiguresJSON writes the figures file. Messages are in the first of the languages given; names are in each of them.
func (p *Pack) FiguresJSON(languages ...Words) ([]byte, error) {
	w := languages[0]
	title, _ := p.Title(w)
	file := figuresFile{Schema: FiguresSchema, Register: p.Register.Name, Title: title, Month: p.Month, AsAt: p.AsAt,
		PreviousMonth: p.PreviousMonth, Illustrative: p.Register.About.Illustrative, Draft: p.Draft(),
		All: p.All.entry(nil), Movement: p.movementEntry(languages), Trend: p.trendEntries(), Problems: p.problemEntries(w),
		Recommendations: p.recommendationEntries()}
	file.Ageing, file.FigureChanges, file.Restated = p.ageEntries(), p.figureChangeEntries(), p.restatedEntry()
	file.Themes = entries(p.Themes, languages)
	file.Headings = entries(p.Headings, languages)
	file.Sources = entries(p.Sources, languages)
	file.Owners = entries(p.Owners, languages)
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	err := encoder.Encode(file)
	return b.Bytes(), err
}

type figuresFile struct {
	Schema          string                `json:"schema"`
	Register        string                `json:"register"`
	Title           string                `json:"title"`
	Month           Month                 `json:"month"`
	AsAt            Date                  `json:"as_at"`
	PreviousMonth   Month                 `json:"previous_month"`
	Illustrative    bool                  `json:"illustrative"`
	Draft           bool                  `json:"draft"`
	All             groupEntry            `json:"all"`
	Themes          []groupEntry          `json:"themes"`
	Headings        []groupEntry          `json:"headings"`
	Sources         []groupEntry          `json:"sources"`
	Owners          []groupEntry          `json:"owners"`
	Movement        *movementEntry        `json:"movement"`
	Trend           []trendEntry          `json:"trend"`
	Ageing          []ageEntry            `json:"ageing"`
	FigureChanges   []figureChangeEntry   `json:"figure_changes"`
	Restated        *restatedEntry        `json:"restated"`
	Problems        []problemEntry        `json:"problems"`
	Recommendations []recommendationEntry `json:"recommendations"`
}

// groupEntry is written by hand because its counts are fields of their own, in the order of Figures.
type groupEntry struct {
	id    string
	name  Text
	group *Group
}

func (g *Group) entry(name Text) groupEntry { return groupEntry{id: g.ID, name: name, group: g} }

func entries(groups []Group, languages []Words) []groupEntry {
	out := make([]groupEntry, len(groups))
	for i := range groups {
		out[i] = groups[i].entry(nameIn(groups[i].ID, groups[i].Name, languages))
	}
	return out
}

// nameIn gives the configured name, or that of the wording for a group that has none of its own.
func nameIn(id string, name Text, languages []Words) Text {
	if name != nil {
		return name
	}
	out := Text{}
	for _, w := range languages {
		out[w.Lang()] = w.Say("group." + id)
	}
	return out
}

// MarshalJSON writes id, name, every count, percent_complete, rag and the keys behind each count above zero.
func (e groupEntry) MarshalJSON() ([]byte, error) {
	o := object{}
	if e.name != nil {
		o.add("id", e.id)
		o.add("name", e.name)
	}
	refs := object{}
	for _, f := range Figures() {
		o.add(string(f.Name), e.group.N(f.Name))
		if keys := e.group.Keys(f.Name); len(keys) > 0 {
			refs.add(string(f.Name), keys)
		}
	}
	o.add("percent_complete", e.group.Percent)
	o.add("rag", e.group.Rating)
	o.add("refs", refs)
	return o.MarshalJSON()
}

// object is a JSON object whose fields keep their order.
type object struct {
	fields []string
	err    error
}

func (o *object) add(name string, value any) {
	b, err := json.Marshal(value)
	if err != nil && o.err == nil {
		o.err = err
	}
	o.fields = append(o.fields, `"`+name+`":`+string(b))
}

// MarshalJSON writes the fields in the order in which they were added.
func (o object) MarshalJSON() ([]byte, error) {
	return []byte("{" + strings.Join(o.fields, ",") + "}"), o.err
}

type bridgeEntry struct {
	ID            string `json:"id,omitempty"`
	Name          Text   `json:"name,omitempty"`
	Opening       int    `json:"opening"`
	New           int    `json:"new"`
	Reopened      int    `json:"reopened"`
	CameIntoScope int    `json:"came_into_scope"`
	MovedIn       int    `json:"moved_in"`
	Completed     int    `json:"completed"`
	LeftScope     int    `json:"left_scope"`
	Removed       int    `json:"removed"`
	MovedOut      int    `json:"moved_out"`
	Closing       int    `json:"closing"`
}

type movementEntry struct {
	All     bridgeEntry   `json:"all"`
	Themes  []bridgeEntry `json:"themes"`
	Changes []changeEntry `json:"changes"`
}

type changeEntry struct {
	Ref    string     `json:"ref"`
	Theme  string     `json:"theme"`
	Change ChangeKind `json:"change"`
	From   string     `json:"from"`
	To     string     `json:"to"`
	Effect int        `json:"effect"`
	Days   *int       `json:"days,omitempty"`
	Times  *int       `json:"times_moved,omitempty"`
	Cause  Cause      `json:"cause,omitempty"`
}

func (p *Pack) movementEntry(languages []Words) *movementEntry {
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
	for _, c := range p.Movement.Changes {
		m.Changes = append(m.Changes, c.entry())
	}
	return m
}

func (c *Change) entry() changeEntry {
	e := changeEntry{Ref: c.Key, Theme: c.Theme, Change: c.Kind, From: c.From.String(), To: c.To.String(), Effect: c.Effect, Cause: c.Cause}
	if c.Kind == ChangeDate {
		e.Days, e.Times = &c.Days, &c.Times
	}
	return e
}

// String is the value in the words of DESIGN.md, as in figures.json: not for readers of the pack, whose language it may not be.
func (v Value) String() string {
	switch {
	case v.Standing == StandAwaiting:
		return "awaiting sign-off"
	case v.Standing != "":
		return strings.ReplaceAll(string(v.Standing), "_", " ")
	case v.SignOff != "":
		return string(v.SignOff)
	case !v.Date.IsZero():
		return v.Date.String()
	case len(v.Themes) > 0:
		return strings.Join(v.Themes, ", ")
	}
	return v.Text
}

type trendEntry struct {
	Month       Month `json:"month"`
	AsAt        Date  `json:"as_at"`
	InScope     int   `json:"in_scope"`
	Outstanding int   `json:"outstanding"`
	Complete    int   `json:"complete"`
	Overdue     int   `json:"overdue"`
}

func (p *Pack) trendEntries() []trendEntry {
	out := make([]trendEntry, len(p.Trend))
	for i, t := range p.Trend {
		out[i] = trendEntry{t.Month, t.AsAt, t.InScope, t.Outstanding, t.Complete, t.Overdue}
	}
	return out
}

type problemEntry struct {
	Level   Level  `json:"level"`
	Code    string `json:"code"`
	Where   string `json:"where"`
	Ref     string `json:"ref,omitempty"`
	Message string `json:"message"`
}

func (p *Pack) problemEntries(w Words) []problemEntry {
	out := make([]problemEntry, len(p.Problems))
	for i, problem := range p.Problems {
		out[i] = problemEntry{problem.Level, problem.Code, problem.Where(), problem.Key, problem.Message(w)}
	}
	return out
}

type recommendationEntry struct {
	Ref         string   `json:"ref"`
	PrintedRef  string   `json:"printed_ref"`
	Source      string   `json:"source"`
	Heading     string   `json:"heading"`
	Theme       string   `json:"theme"`
	Themes      []string `json:"themes,omitempty"`
	Owner       string   `json:"owner"`
	Scope       Scope    `json:"scope"`
	State       State    `json:"state"`
	SignOff     SignOff  `json:"sign_off,omitempty"`
	Standing    Standing `json:"standing"`
	Due         Date     `json:"due"`
	OriginalDue Date     `json:"original_due"`
	SlipDays    int      `json:"slip_days"`
	TimesMoved  int      `json:"times_moved"`
	DaysLate    int      `json:"days_late"`
	Completed   Date     `json:"completed"`
	FirstDue    Date     `json:"first_original_due"`
	Reopened    int      `json:"times_reopened"`
	Rag         Rating   `json:"rag"`
	Cell        string   `json:"cell"`

	Actions []actionEntry `json:"actions,omitempty"`
}

// actionEntry is one row of a recommendation that has several.
type actionEntry struct {
	Owner       string  `json:"owner"`
	State       State   `json:"state"`
	SignOff     SignOff `json:"sign_off,omitempty"`
	Due         Date    `json:"due"`
	OriginalDue Date    `json:"original_due"`
	DaysLate    int     `json:"days_late"`
	Completed   Date    `json:"completed"`
	Updated     Date    `json:"updated"`
	Cell        string  `json:"cell"`
}

func (p *Pack) recommendationEntries() []recommendationEntry {
	out := make([]recommendationEntry, len(p.Positions))
	for i := range p.Positions {
		r := &p.Positions[i]
		out[i] = recommendationEntry{Ref: r.Key, PrintedRef: r.Ref, Source: r.Source, Heading: r.Heading,
			Theme: r.GroupThemes[0], Owner: r.Owner, Scope: r.Scope, State: r.State, SignOff: r.SignOff,
			Standing: r.Standing, Due: r.Due, OriginalDue: r.OriginalDue, SlipDays: r.Slip, TimesMoved: r.TimesMoved,
			DaysLate: r.DaysLate, Completed: r.Completed, FirstDue: r.FirstDue, Reopened: r.TimesReopened, Rag: r.Rating, Cell: p.Register.Address(r.Recommendation, FieldRef)}
		if len(r.GroupThemes) > 1 {
			out[i].Themes = r.GroupThemes
		}
		for a := range r.Actions {
			action := &r.Actions[a]
			out[i].Actions = append(out[i].Actions, actionEntry{action.Owner, action.State, action.SignOff, action.Due, action.OriginalDue,
				action.DaysLate, action.Completed, action.Updated, p.Register.Address(action.Recommendation, FieldRef)})
		}
	}
	return out
}
