package figures

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
)

// row gives a field of a recommendation, of one of its actions, or of one of its dates in words.
func (f *File) row(ref content.Ref) Value {
	r := f.ByKey[ref.ID]
	if r == nil {
		return Value{Kind: Absent}
	}
	switch ref.Place {
	case content.PlaceAction:
		return f.action(r, ref)
	case content.PlaceReading:
		return reading(r, ref)
	}
	if v := r.field(ref.Name); v.Kind != Unknown {
		return v
	}
	figure := report.Figure(ref.Name)
	if _, counted := f.All.Counts[figure]; counted {
		return yesNo(slices.Contains(f.All.Refs[figure], r.Ref))
	}
	return Value{}
}

func yesNo(yes bool) Value {
	if yes {
		return Value{Kind: Word, Text: "value.yes"}
	}
	return Value{Kind: Word, Text: "value.no"}
}

// field gives what the file says of a recommendation under a column's name.
func (r *recommendation) field(name string) Value {
	switch name {
	case "key":
		return textOf(r.Ref)
	case string(report.FieldRef):
		return textOf(r.PrintedRef)
	case string(report.FieldSource):
		return textOf(r.Source)
	case string(report.FieldHeading):
		return textOf(r.Heading)
	case string(report.FieldOwner):
		return textOf(r.Owner)
	case string(report.FieldTheme):
		return Value{Kind: Names, List: r.themeIDs()}
	case string(report.FieldScope):
		return termOf("scope", string(r.Scope))
	case "state":
		return termOf("state", string(r.State))
	case string(report.FieldSignOff):
		if r.SignOff == report.NoSignOff {
			return Value{} // empty, or the word for that it is not recorded
		}
		return termOf("sign_off", string(r.SignOff))
	case "standing":
		return termOf("standing", string(r.Standing))
	case string(report.FieldDue):
		return dayOf(r.Due)
	case string(report.FieldOriginalDue):
		return dayOf(r.OriginalDue)
	case string(report.FieldCompleted):
		return dayOf(r.Completed)
	case string(report.FieldUpdated):
		return r.Updated.value()
	case "slip":
		return countOf(r.SlipDays)
	case "times_moved":
		return countOf(r.TimesMoved)
	case "days_late":
		return countOf(r.DaysLate)
	case "days_left":
		if r.DaysLeft == nil {
			return Value{} // files of earlier versions do not have it
		}
		return countOf(*r.DaysLeft)
	case "rag":
		return termOf("rating", string(r.Rag))
	case "cell":
		return textOf(r.Cell)
	}
	return Value{}
}

func (f *File) action(r *recommendation, ref content.Ref) Value {
	a := nth(r.Actions, ref)
	if a == nil {
		return Value{Kind: Absent}
	}
	switch ref.Name {
	case "key":
		return textOf(r.Ref)
	case "action_number":
		return countOf(ref.Index)
	case string(report.FieldOwner):
		return textOf(a.Owner)
	case "state":
		return termOf("state", string(a.State))
	case string(report.FieldSignOff):
		if a.SignOff == report.NoSignOff {
			return Value{}
		}
		return termOf("sign_off", string(a.SignOff))
	case string(report.FieldDue):
		return dayOf(a.Due)
	case string(report.FieldOriginalDue):
		return dayOf(a.OriginalDue)
	case string(report.FieldCompleted):
		return dayOf(a.Completed)
	case string(report.FieldUpdated):
		return dayOf(a.Updated)
	case "days_late":
		return countOf(a.DaysLate)
	case string(report.Overdue):
		return yesNo(a.DaysLate > 0)
	case "cell":
		return textOf(a.Cell)
	}
	return Value{}
}

// reading gives how a date in words was read. Files of earlier versions do not say.
func reading(r *recommendation, ref content.Ref) Value {
	if ref.Name == "key" {
		return textOf(r.Ref)
	}
	was := nth(r.Readings, ref)
	if was == nil {
		return Value{}
	}
	switch ref.Name {
	case string(report.FieldDueAsWritten):
		return textOf(was.Words)
	case "read_as":
		return dayOf(was.Date)
	case string(report.FieldDue):
		return dayOf(was.Due)
	}
	return Value{}
}

// laterDay is a day that files of earlier versions do not have at all.
type laterDay struct {
	known bool
	iso   *string
}

// UnmarshalJSON reads a day, or null for none.
func (d *laterDay) UnmarshalJSON(data []byte) error {
	d.known = true
	if s := strings.Trim(string(data), `"`); s != "null" {
		d.iso = &s
	}
	return nil
}

func (d laterDay) value() Value {
	if !d.known {
		return Value{}
	}
	return dayOf(d.iso)
}
