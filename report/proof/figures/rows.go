package figures

import (
	"boardpack/report"
	"boardpack/report/content"
)

type recommendation struct {
	Ref         string          `json:"ref" as:"key"`
	PrintedRef  string          `json:"printed_ref" as:"ref"`
	Theme       groupID         `json:"theme" as:"-"` // one of Themes, where there are several
	Themes      []string        `json:"themes" as:"-"`
	Owner       string          `json:"owner"`
	Heading     string          `json:"heading"`
	Source      string          `json:"source"`
	Scope       report.Scope    `json:"scope"`
	State       report.State    `json:"state"`
	SignOff     report.SignOff  `json:"sign_off"`
	Standing    report.Standing `json:"standing"`
	Due         day             `json:"due"`
	OriginalDue day             `json:"original_due"`
	SlipDays    int             `json:"slip_days" as:"slip"`
	TimesMoved  int             `json:"times_moved"`
	DaysLate    int             `json:"days_late"`
	Completed   day             `json:"completed"`
	Rag         report.Rating   `json:"rag"`
	Answer      report.Answer   `json:"answer"`
	Cell        string          `json:"cell"`
	Updated     laterDay        `json:"updated"`
	DaysLeft    laterCount      `json:"days_left"`
	Readings    []dateInWords   `json:"readings"`
	Actions     []action        `json:"actions"`
	SourceCy    string          `json:"source_cy"`
	HeadingCy   string          `json:"heading_cy"`
	OwnerCy     string          `json:"owner_cy"`
	at          int             // its place among the recommendations
}

// dateInWords is how a date as written was read.
type dateInWords struct {
	Words string `json:"words" as:"due_as_written"`
	Date  day    `json:"date" as:"read_as"`
	Due   day    `json:"due"`
}

// action is one row of a recommendation that has several.
type action struct {
	Owner       string         `json:"owner"`
	State       report.State   `json:"state"`
	SignOff     report.SignOff `json:"sign_off"`
	Due         day            `json:"due"`
	OriginalDue day            `json:"original_due"`
	DaysLate    int            `json:"days_late"`
	Completed   day            `json:"completed"`
	Updated     day            `json:"updated"`
	Cell        string         `json:"cell"`
	OwnerCy     string         `json:"owner_cy"`
}

// themeIDs are the themes that count the recommendation.
func (r *recommendation) themeIDs() []string {
	if len(r.Themes) > 0 {
		return r.Themes
	}
	return []string{string(r.Theme)}
}

// row gives a field of a recommendation, of one of its actions, or of one of its dates in words.
func (f *File) row(ref content.Ref) Value {
	r := f.ByKey[ref.ID]
	switch {
	case r == nil:
		return Value{Kind: Absent}
	case ref.Place == content.PlaceAction:
		return f.action(r, ref)
	case ref.Place == content.PlaceReading && ref.Name == "key":
		return textOf(r.Ref)
	case ref.Place == content.PlaceReading:
		if ref.Index > len(r.Readings) {
			return Value{} // files of earlier versions do not say
		}
		return f.field(nth(r.Readings, ref), ref.Name)
	case ref.Name == string(report.FieldTheme):
		return Value{Kind: Names, List: r.themeIDs()}
	}
	if v := f.field(r, ref.Name); v.Kind != Unknown {
		return v
	}
	figure := report.Figure(ref.Name)
	if _, counted := f.All.Counts[figure]; counted {
		return yesNo(f.has(figure, r.Ref))
	}
	return Value{}
}

func yesNo(yes bool) Value {
	if yes {
		return Value{Kind: Word, Text: "value.yes"}
	}
	return Value{Kind: Word, Text: "value.no"}
}

func (f *File) action(r *recommendation, ref content.Ref) Value {
	a := nth(r.Actions, ref)
	switch {
	case a == nil:
		return Value{Kind: Absent}
	case ref.Name == "key":
		return textOf(r.Ref)
	case ref.Name == "action_number":
		return countOf(ref.Index)
	case ref.Name == string(report.Overdue):
		return yesNo(a.DaysLate > 0)
	}
	return f.field(a, ref.Name)
}
