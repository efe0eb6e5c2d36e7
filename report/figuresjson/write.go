package figuresjson

import (
	"bytes"
	"encoding/json"
	"strings"

	"boardpack/report"
	"boardpack/report/named"
)

// Schema names the layout of the figures file. It is a contract: other programs read the file.
const Schema = "boardpack.figures/1"

// Write gives the figures file of a pack. Messages are in the first of the languages given; names are in each of them.
func Write(p *report.Pack, languages ...report.Words) ([]byte, error) {
	w := languages[0]
	title, _ := named.Title(w, p)
	file := figuresFile{Schema: Schema, Register: p.Register.Name, Title: title, Month: p.Month, AsAt: p.AsAt,
		PreviousMonth: p.PreviousMonth, Illustrative: p.Register.About.Illustrative, Draft: p.Draft(), Settings: settingsOf(p.Rules), OwnSettings: ownSettingsOf(p.Rules),
		All: groupEntry{group: &p.All}, Movement: movementOf(p, languages), Trend: trendOf(p), Problems: problemsOf(p, w),
		Recommendations: recommendationsOf(p)}
	file.Ageing, file.FigureChanges, file.Restated = agesOf(p), figureChangesOf(p), restatedOf(p)
	file.Round = roundOf(p)
	file.Themes = groupsOf(p.Themes, languages)
	file.Headings = groupsOf(p.Headings, languages)
	file.Sources = groupsOf(p.Sources, languages)
	file.Owners = groupsOf(p.Owners, languages)
	if len(p.Reviews) > 0 {
		file.Reviews = groupsOf(p.Reviews, languages)
		if n := p.PreviousReviews(); n > 0 {
			file.PreviousReviews = &n
		}
	}
	return indented(file)
}

// indented gives a value as JSON with a line for each entry. Indenting whole text makes room once; an encoder that indents does so
// again and again.
func indented(value any) ([]byte, error) {
	var plain, b bytes.Buffer
	encoder := json.NewEncoder(&plain)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	err := json.Indent(&b, plain.Bytes(), "", " ")
	const much = 1 << 20
	if b.Cap()-b.Len() > much { // room that would be kept as long as the pack is being made
		return bytes.Clone(b.Bytes()), err
	}
	return b.Bytes(), err
}

type figuresFile struct {
	Schema          string                `json:"schema"`
	Register        string                `json:"register"`
	Title           string                `json:"title"`
	Month           report.Month          `json:"month"`
	AsAt            report.Date           `json:"as_at"`
	PreviousMonth   report.Month          `json:"previous_month"`
	Illustrative    bool                  `json:"illustrative"`
	Draft           bool                  `json:"draft"`
	Settings        settingsEntry         `json:"settings"`
	OwnSettings     []ownSetting          `json:"own_settings,omitempty"` // of a source spreadsheet that has any
	All             groupEntry            `json:"all"`
	Themes          []groupEntry          `json:"themes"`
	Headings        []groupEntry          `json:"headings"`
	Sources         []groupEntry          `json:"sources"`
	Owners          []groupEntry          `json:"owners"`
	Reviews         []groupEntry          `json:"reviews,omitempty"`          // of a portfolio
	PreviousReviews *int                  `json:"previous_reviews,omitempty"` // of one with an earlier month
	Movement        *movementEntry        `json:"movement"`
	Trend           []trendEntry          `json:"trend"`
	Ageing          []ageEntry            `json:"ageing"`
	FigureChanges   []figureChangeEntry   `json:"figure_changes"`
	Restated        *restatedEntry        `json:"restated"`
	Round           *roundEntry           `json:"round"`
	Problems        []problemEntry        `json:"problems"`
	Recommendations []recommendationEntry `json:"recommendations"`
}

// settingsEntry is the settings of the template that decide figures, or that the pack names.
type settingsEntry struct {
	DueSoonDays           int             `json:"due_soon_days"`
	OverdueBy             report.DueBasis `json:"overdue_by"`
	PercentCompleteFrom   int             `json:"percent_complete_from"`
	PercentNotStartedTo   int             `json:"percent_not_started_to"`
	FinancialYearEndDay   int             `json:"financial_year_end_day"`
	FinancialYearEndMonth int             `json:"financial_year_end_month"`
}

// ownSetting is a setting that comes from the source spreadsheet and is not the template's.
type ownSetting struct {
	Setting string `json:"setting"`
	Where   string `json:"where"` // "Settings!B3"; of a list its sheet
}

func settingsOf(r *report.Rules) settingsEntry {
	end := r.FinancialYearEnd
	return settingsEntry{r.DueSoonDays, r.OverdueBy, r.PercentStates.CompleteFrom(), r.PercentStates.NotStarted, end.Day(), int(end.Month())}
}

func ownSettingsOf(r *report.Rules) []ownSetting {
	var out []ownSetting
	for _, own := range r.Own {
		out = append(out, ownSetting{own.Name, own.Place.String()})
	}
	return out
}

// groupEntry is written by hand because its counts are fields of their own, in the order of Figures.
type groupEntry struct {
	id    string
	name  report.Text
	group *report.Group
}

func groupsOf(groups []report.Group, languages []report.Words) []groupEntry {
	out := make([]groupEntry, len(groups))
	for i := range groups {
		out[i] = groupEntry{groups[i].ID, nameIn(groups[i].ID, groups[i].Name, languages), &groups[i]}
	}
	return out
}

// nameIn gives the configured name, or that of the wording for a group that has none of its own.
func nameIn(id string, name report.Text, languages []report.Words) report.Text {
	if name != nil {
		return name
	}
	out := report.Text{}
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
	for _, f := range e.group.Figures() {
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

type problemEntry struct {
	Level   report.Level `json:"level"`
	Code    string       `json:"code"`
	Where   string       `json:"where"`
	Ref     string       `json:"ref,omitempty"`
	Message string       `json:"message"`
}

func problemsOf(p *report.Pack, w report.Words) []problemEntry {
	out := make([]problemEntry, len(p.Problems))
	for i, problem := range p.Problems {
		out[i] = problemEntry{problem.Level, problem.Code, problem.Where(), problem.Key, problem.Message(w)}
	}
	return out
}
