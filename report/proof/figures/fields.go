package figures

import (
	"cmp"
	"reflect"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
)

// A thing of the file has a value under each name that its fields have in the file, or under that of the tag "as": a Document's column of
// that name is compared with it. What kind of value it is follows from the type of the field.
type (
	day        string // "" or null for none
	month      string // "" or null for none
	groupID    string
	bandID     string
	maybeText  string // "" for none
	side       string // what a change is from or to: a day, or words for what the file calls otherwise
	share      *int   // a whole percentage; null where none applies
	laterCount *int   // files of earlier versions do not have it
)

// laterDay is a day that files of earlier versions do not have at all.
type laterDay struct {
	day
	known bool
}

// UnmarshalJSON reads a day, or null for none.
func (d *laterDay) UnmarshalJSON(data []byte) error {
	d.known = true
	if s := strings.Trim(string(data), `"`); s != "null" {
		d.day = day(s)
	}
	return nil
}

// placesOf gives of each kind of thing the places of its fields by their names.
func placesOf(kinds ...any) map[reflect.Type]map[string]int {
	out := map[reflect.Type]map[string]int{}
	for _, kind := range kinds {
		t, places := reflect.TypeOf(kind), map[string]int{}
		for i := range t.NumField() {
			tag := t.Field(i).Tag
			if name := cmp.Or(tag.Get("as"), tag.Get("json"), "-"); name != "-" {
				places[name] = i
			}
		}
		out[t] = places
	}
	return out
}

// field gives the value of a thing under a name: Absent of no thing, Unknown where it has none of that name. Thing points to a struct.
func (f *File) field(thing any, name string) Value {
	v := reflect.ValueOf(thing)
	if v.IsNil() {
		return Value{Kind: Absent}
	}
	places := f.places[v.Type().Elem()]
	of := func(name string) Value {
		if i, ok := places[name]; ok {
			return valueOf(v.Elem().Field(i).Addr().Interface())
		}
		return Value{}
	}
	if main, english := strings.CutSuffix(name, "_en"); english {
		return of(main).english(of(main + "_cy").Text)
	}
	value := of(name)
	if value.Kind == Text {
		if cy := of(name + "_cy").Text; cy != "" {
			value.In = report.Text{"cy": cy}
		}
	}
	return value
}

// english is a text in the column that has it beside its Welsh form: nothing where the two are the same.
func (v Value) english(cy string) Value {
	if v.Kind == Text && v.Text == cy {
		v.Text = ""
	}
	return v
}

// valueOf gives the value of a field: Unknown of what is no value but has some.
func valueOf(field any) Value {
	switch v := field.(type) {
	case *int:
		return countOf(*v)
	case **int:
		return optional(*v)
	case *share:
		if *v == nil {
			return Value{Kind: Absent}
		}
		return Value{Kind: Share, N: **v}
	case *laterCount:
		if *v == nil {
			return Value{}
		}
		return countOf(**v)
	case *string:
		return textOf(*v)
	case *maybeText:
		return ifAny(Text, string(*v))
	case *day:
		return dayOf(*v)
	case *laterDay:
		if !v.known {
			return Value{}
		}
		return dayOf(v.day)
	case *month:
		return ifAny(Month, string(*v))
	case *side:
		if _, err := dates.ParseISODate(string(*v)); err != nil && *v != "" {
			return Value{}
		}
		return dayOf(day(*v))
	case *[]string:
		return keysOf(*v)
	case *groupID:
		return Value{Kind: Names, List: []string{string(*v)}}
	}
	return termIn(field)
}

// termIn gives the term of a field that is one of a list of words.
func termIn(field any) Value {
	switch v := field.(type) {
	case *bandID:
		return termOf("ageing", string(*v))
	case *report.Figure:
		return termOf("figure", string(*v))
	case *report.ChangeKind:
		return termOf("change", string(*v))
	case *report.Cause:
		if *v != "" { // else the words are the master's
			return termOf("cause", string(*v))
		}
	case *report.Restating:
		if *v == "" {
			return Value{Kind: Absent}
		}
		return termOf("restating", string(*v))
	case *report.Level:
		return termOf("level", string(*v))
	case *report.Scope:
		return termOf("scope", string(*v))
	case *report.State:
		return termOf("state", string(*v))
	case *report.SignOff:
		if *v != report.NoSignOff { // else empty, or the word for that it is not recorded
			return termOf("sign_off", string(*v))
		}
	case *report.Standing:
		return termOf("standing", string(*v))
	case *report.Answer:
		return termOf("answer", string(*v))
	case *report.ExtensionState:
		return termOf("extension", string(*v))
	case *report.Rating:
		return termOf("rating", string(*v))
	}
	return Value{}
}
