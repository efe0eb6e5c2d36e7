package figuresjson

import (
	"boardpack/report"
	"boardpack/report/dates"
)

type recommendationEntry struct {
	Ref         string          `json:"ref"`
	PrintedRef  string          `json:"printed_ref"`
	Source      string          `json:"source"`
	Heading     string          `json:"heading"`
	Theme       string          `json:"theme"`
	Themes      []string        `json:"themes,omitempty"`
	Owner       string          `json:"owner"`
	Scope       report.Scope    `json:"scope"`
	State       report.State    `json:"state"`
	SignOff     report.SignOff  `json:"sign_off,omitempty"`
	Standing    report.Standing `json:"standing"`
	Due         report.Date     `json:"due"`
	OriginalDue report.Date     `json:"original_due"`
	SlipDays    int             `json:"slip_days"`
	TimesMoved  int             `json:"times_moved"`
	DaysLate    int             `json:"days_late"`
	Completed   report.Date     `json:"completed"`
	FirstDue    report.Date     `json:"first_original_due"`
	Reopened    int             `json:"times_reopened"`
	Rag         report.Rating   `json:"rag"`
	Cell        string          `json:"cell"`
	Updated     report.Date     `json:"updated"`
	DaysLeft    int             `json:"days_left"`
	Readings    []readingEntry  `json:"readings,omitempty"`

	SourceCy  string `json:"source_cy,omitempty"`
	HeadingCy string `json:"heading_cy,omitempty"`
	OwnerCy   string `json:"owner_cy,omitempty"`

	Answer report.Answer `json:"answer,omitempty"`

	Actions []actionEntry `json:"actions,omitempty"`
}

// readingEntry is how a date as written was read.
type readingEntry struct {
	Words string            `json:"words"`
	Kind  dates.ReadingKind `json:"kind"`
	Date  report.Date       `json:"date"`
	Due   report.Date       `json:"due"`
}

// actionEntry is one row of a recommendation that has several.
type actionEntry struct {
	Owner       string         `json:"owner"`
	State       report.State   `json:"state"`
	SignOff     report.SignOff `json:"sign_off,omitempty"`
	Due         report.Date    `json:"due"`
	OriginalDue report.Date    `json:"original_due"`
	DaysLate    int            `json:"days_late"`
	Completed   report.Date    `json:"completed"`
	Updated     report.Date    `json:"updated"`
	Cell        string         `json:"cell"`
	OwnerCy     string         `json:"owner_cy,omitempty"`
}

func recommendationsOf(p *report.Pack) []recommendationEntry {
	out := make([]recommendationEntry, len(p.Positions))
	for i := range p.Positions {
		r := &p.Positions[i]
		out[i] = recommendationEntry{Ref: r.Key, PrintedRef: r.Ref, Source: r.Source, Heading: r.Heading,
			Theme: r.GroupThemes[0], Owner: r.Owner, Scope: r.Scope, State: r.State, SignOff: r.SignOff,
			Standing: r.Standing, Due: r.Due, OriginalDue: r.OriginalDue, SlipDays: r.Slip, TimesMoved: r.TimesMoved,
			DaysLate: r.DaysLate, Completed: r.Completed, FirstDue: r.FirstDue, Reopened: r.TimesReopened, Rag: r.Rating, Cell: p.Register.Address(r.Recommendation, report.FieldRef),
			Updated: r.Updated, DaysLeft: r.DaysLeft, Answer: p.Round.AnswerOf(r.Key)}
		welsh := p.WelshOf
		out[i].SourceCy, out[i].HeadingCy = welsh(r.Recommendation, report.FieldSource), welsh(r.Recommendation, report.FieldHeading)
		out[i].OwnerCy = welsh(r.Recommendation, report.FieldOwner)
		if len(r.GroupThemes) > 1 {
			out[i].Themes = r.GroupThemes
		}
		for row := range r.Rows() {
			for _, words := range row.DatesInWords() {
				out[i].Readings = append(out[i].Readings, readingEntry{words.Text, words.Reading.Kind, words.Reading.Date, row.Recommendation.Due})
			}
		}
		for a := range r.Actions {
			action := &r.Actions[a]
			out[i].Actions = append(out[i].Actions, actionEntry{action.Owner, action.State, action.SignOff, action.Due, action.OriginalDue,
				action.DaysLate, action.Completed, action.Updated, p.Register.Address(action.Recommendation, report.FieldRef),
				welsh(action.Recommendation, report.FieldOwner)})
		}
	}
	return out
}
