package figures

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/plainfile"
	"boardpack/report/proof/difference"
)

// figuresSchema is the layout of the figures file that is read: that of docs/figures.md.
const figuresSchema = "boardpack.figures/1"

// File is the figures file as any other program reads it.
type File struct {
	Schema          string           `json:"schema"`
	Month           month            `json:"month"`
	AsAt            day              `json:"as_at"`
	PreviousMonth   month            `json:"previous_month"`
	Draft           *bool            `json:"draft"` // nil in files of earlier versions
	All             group            `json:"all"`
	Themes          []group          `json:"themes"`
	Headings        []group          `json:"headings"`
	Sources         []group          `json:"sources"`
	Owners          []group          `json:"owners"`
	Reviews         []group          `json:"reviews"`          // of a portfolio; none in files of earlier versions
	PreviousReviews laterCount       `json:"previous_reviews"` // of a portfolio with an earlier month
	Movement        *movement        `json:"movement"`
	Trend           []trendPoint     `json:"trend"`
	Ageing          []ageBand        `json:"ageing"`
	FigureChanges   []figureChange   `json:"figure_changes"`
	Restated        *restated        `json:"restated"`
	Round           *round           `json:"round"` // nil where nobody was asked, and in files of earlier versions
	Problems        []problem        `json:"problems"`
	Settings        settings         `json:"settings"` // none in files of earlier versions
	Recommendations []recommendation `json:"recommendations"`

	ByKey  map[string]*recommendation
	in     map[report.Figure][]bool // which of Recommendations the whole's list of a figure has
	places map[reflect.Type]map[string]int
	counts []report.Figure // those that every group has: all of them, but in a file of an earlier version, which did not count the newest
}

// group is the figures of the whole or of one group.
type group struct {
	ID      string
	Name    report.Text
	Counts  map[report.Figure]int
	Percent *int
	Rag     report.Rating
	Refs    map[report.Figure][]string
}

// UnmarshalJSON reads a group, whose counts are fields of their own.
func (g *group) UnmarshalJSON(data []byte) (err error) {
	g.Counts, err = numbered[report.Figure](data, map[string]any{"id": &g.ID, "name": &g.Name, "percent_complete": &g.Percent, "rag": &g.Rag, "refs": &g.Refs}, isCount)
	return err
}

func isCount(name string) bool {
	return slices.ContainsFunc(report.Figures(), func(f report.FigureRule) bool { return string(f.Name) == name })
}

// numbered reads a thing of the file whose numbers are fields of their own: those by their names, and others into what is known. What is
// neither is of a later version, where it need not be a number.
func numbered[Name ~string](data []byte, known map[string]any, isNumber func(string) bool) (map[Name]int, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return nil, err
	}
	numbers := make(map[Name]int, len(fields))
	for name, raw := range fields {
		if to := known[name]; to != nil {
			if err := json.Unmarshal(raw, to); err != nil {
				return nil, err
			}
		} else if n, err := strconv.Atoi(string(raw)); err == nil { // many times quicker than package json, and as strict
			numbers[Name(name)] = n
		} else if isNumber(name) {
			return nil, &json.UnmarshalTypeError{Field: name, Value: string(raw), Type: reflect.TypeFor[int]()}
		}
	}
	return numbers, nil
}

type movement struct {
	All     bridge   `json:"all"`
	Themes  []bridge `json:"themes"`
	Reviews []bridge `json:"reviews"` // of a portfolio
	Changes []change `json:"changes"`
}

// bridge is the movement of one group, its numbers by name.
type bridge struct {
	ID      string
	Name    report.Text
	Numbers map[string]int
}

// UnmarshalJSON reads a bridge, whose numbers are fields of their own.
func (b *bridge) UnmarshalJSON(data []byte) (err error) {
	b.Numbers, err = numbered[string](data, map[string]any{"id": &b.ID, "name": &b.Name}, func(string) bool { return true })
	return err
}

type change struct {
	Ref    string            `json:"ref" as:"key"`
	Theme  groupID           `json:"theme"`
	Change report.ChangeKind `json:"change"`
	From   side              `json:"from"`
	To     side              `json:"to"`
	Effect int               `json:"effect"`
	Days   *int              `json:"days"`
	Times  *int              `json:"times_moved"`
	Cause  report.Cause      `json:"cause" as:"why"`
}

// redated tells whether one date was put in place of another.
func (c change) redated() bool {
	return c.Change == report.ChangeDate && c.From != "" && c.To != ""
}

type trendPoint struct {
	Month       month `json:"month"`
	AsAt        day   `json:"as_at"`
	InScope     int   `json:"in_scope"`
	Complete    int   `json:"complete"`
	Outstanding int   `json:"outstanding"`
	Overdue     int   `json:"overdue"`
}

// ageBand is how many recommendations are late by so many days.
type ageBand struct {
	ID       bandID   `json:"id" as:"band"`
	N        int      `json:"n" as:"number"`
	Previous *int     `json:"previous" as:"number_before"`
	Refs     []string `json:"refs"`
}

// figureChange explains why a figure of the whole is not that of last month.
type figureChange struct {
	Figure  report.Figure `json:"figure"`
	Was     int           `json:"was" as:"number_before"`
	Is      int           `json:"is" as:"number"`
	Reasons []reason      `json:"reasons"`
}

type reason struct {
	Effect int      `json:"effect" as:"difference"`
	Refs   []string `json:"refs"`
}

// restated is how last month's published figures differ from what its master gives now.
type restated struct {
	Month       month             `json:"month"`
	Figures     []restatedFigure  `json:"figures"`
	Percentages []restatedPercent `json:"percentages"` // with the ratings, none in files of earlier versions
	Ratings     []restatedRating  `json:"ratings"`
}

type restatedFigure struct {
	ID        groupID          `json:"id" as:"themes"`
	Figure    report.Figure    `json:"figure"`
	Published int              `json:"published"`
	Now       int              `json:"now" as:"corrected"`
	Left      []string         `json:"left"`
	Joined    []string         `json:"joined"`
	Cause     report.Restating `json:"cause" as:"why"`
}

type restatedPercent struct {
	ID        groupID          `json:"id" as:"themes"`
	Published share            `json:"published"`
	Now       share            `json:"now" as:"corrected"`
	Cause     report.Restating `json:"cause" as:"why"`
}

type restatedRating struct {
	ID        groupID          `json:"id" as:"themes"`
	Published report.Rating    `json:"published"`
	Now       report.Rating    `json:"now" as:"corrected"`
	Cause     report.Restating `json:"cause" as:"why"`
}

type problem struct {
	Level report.Level `json:"level"`
	Code  string       `json:"code"`
	Where string       `json:"where"`
	Ref   maybeText    `json:"ref" as:"key"`
}

// settings are the settings of the template that decide figures, by name.
type settings map[string]json.RawMessage

// days is what due soon means: as the file says or, where it is of an earlier version, as the caller does.
func (f *File) days(given int) int {
	if v := f.fact(content.Ref{Place: content.PlaceSetting, Name: "due_soon_days"}); v.Kind == Number {
		return v.N
	}
	return given
}

// readFigures reads the figures file and checks that it agrees with itself.
func readFigures(data []byte) (*File, error) {
	f := &File{places: placesOf(File{}, change{}, trendPoint{}, ageBand{}, figureChange{}, reason{}, restated{}, restatedFigure{}, restatedPercent{}, restatedRating{}, problem{}, recommendation{}, dateInWords{}, action{}, round{}, extension{})}
	if err := json.Unmarshal(data, f); err != nil {
		return nil, fmt.Errorf("the figures file cannot be understood: %s", plainfile.SayJSON(err))
	}
	if f.Schema != figuresSchema {
		return nil, fmt.Errorf("the figures file has the schema %q; this program reads %q", f.Schema, figuresSchema)
	}
	if len(f.Recommendations) == 0 || len(f.Trend) == 0 {
		return nil, errors.New("the figures file has no recommendations or no trend")
	}
	f.All.ID = string(report.OfAll)
	if err := f.listCounts(); err != nil {
		return nil, err
	}
	f.shareTexts()
	f.index()
	var d difference.List
	f.check(&d)
	return f, d.Err("the figures file")
}

// listCounts finds which figures the file counts, and holds every group to them. That all of this version are there, the Document sees
// to: it shows each.
func (f *File) listCounts() error {
	for _, rule := range report.Figures() {
		if f.All.counts(rule.Name) {
			f.counts = append(f.counts, rule.Name)
		}
	}
	for _, kind := range groupKinds() {
		for _, g := range f.Groups(kind) {
			for _, figure := range f.counts {
				if !g.counts(figure) {
					return fmt.Errorf("the group %q lacks %s", g.ID, figure)
				}
			}
		}
	}
	return nil
}

// Groups gives the groups of a kind.
func (f *File) Groups(kind report.GroupKind) []group {
	switch kind {
	case report.OfThemes:
		return f.Themes
	case report.OfHeadings:
		return f.Headings
	case report.OfSources:
		return f.Sources
	case report.OfOwners:
		return f.Owners
	case report.OfReviews:
		return f.Reviews
	}
	return []group{f.All}
}

// counts tells whether the group has the figure.
func (g *group) counts(f report.Figure) bool {
	_, counted := g.Counts[f]
	return counted
}

// count tells how many recommendations, and of what, one number is about.
func (g *group) count(f report.Figure) int { return g.Counts[f] }
