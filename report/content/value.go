package content

import (
	"strconv"

	"boardpack/report"
	"boardpack/report/named"
)

// value is a value with its text and its address. It has no other constructors than those of this file.
type value struct {
	n    int
	text Text
}

func number(n int, ref Ref, more ...Term) value {
	run := Run{Text: strconv.Itoa(n), Ref: ref}
	if len(more) > 0 {
		run.RunOf = &RunOf{Terms: more}
	}
	return value{n, Text{run}}
}

// figureRef is the address of a figure of a group.
func figureRef(of report.GroupKind, id string, f report.Figure) Ref {
	return Ref{Place: PlaceFigure, Of: string(of), ID: id, Name: string(f)}
}

// figure is a figure of a group.
func (w *writer) figure(of report.GroupKind, g *report.Group, f report.Figure) value {
	return number(g.N(f), figureRef(of, g.ID, f))
}

// whole is a figure of the whole.
func (w *writer) whole(f report.Figure) value { return w.figure(report.OfAll, &w.pack.All, f) }

// sum is several figures of the whole together.
func (w *writer) sum(figures []report.Figure) value {
	n, more := 0, []Term(nil)
	for _, f := range figures {
		n += w.pack.All.N(f)
		more = append(more, Term{Ref: figureRef(report.OfAll, w.pack.All.ID, f)})
	}
	return number(n, more[0].Ref, more[1:]...)
}

// percent is percent_complete of a group that has one.
func (w *writer) percent(of report.GroupKind, g *report.Group) value {
	return number(*g.Percent, figureRef(of, g.ID, report.PercentComplete))
}

// before is a figure of the whole last month.
func (w *writer) before(f report.Figure) value {
	return number(w.pack.Previous.N(f), Ref{Place: PlaceBefore, Name: string(f)})
}

// bridgeRef is the address of a number of a bridge. Those of themes and of the whole are without their kind.
func bridgeRef(of report.GroupKind, id, name string) Ref {
	ref := Ref{Place: PlaceBridge, ID: id, Name: name}
	if of == report.OfReviews {
		ref.Of = string(of)
	}
	return ref
}

// bridge is a number of the bridge of the whole.
func (w *writer) bridge(name string, n int) value {
	return number(n, bridgeRef(report.OfAll, string(report.OfAll), name))
}

// trend is a figure of a month of the trend, counted from 0.
func (w *writer) trend(i int, f report.Figure, n int) value {
	return number(n, Ref{Place: PlaceTrend, Index: i + 1, Name: string(f)})
}

// listed is how many recommendations a list names.
func listed(keys []string, list Ref) value { return number(len(keys), list) }

// times is how often the date of a recommendation has moved.
func (w *writer) times(key string, n int) value {
	return number(n, Ref{Place: PlaceRecommendation, ID: key, Name: "times_moved"})
}

// setting is a number that the template gives.
func (w *writer) setting(name string, n int) value {
	return number(n, Ref{Place: PlaceSetting, Name: name})
}

// days is what due soon means.
func (w *writer) days() value { return w.setting("due_soon_days", w.pack.Rules.DueSoonDays) }

// day is a day in full, at an address.
func (w *writer) day(d report.Date, ref Ref) value {
	return value{text: Text{{Text: w.words.Date(d), Ref: ref}}}
}

// asAt is the day that the figures speak of, previousAsAt that of last month's.
func (w *writer) asAt() value {
	return w.day(w.pack.AsAt, Ref{Place: PlaceRegister, Name: "as_at"})
}

func (w *writer) previousAsAt() value {
	return w.day(w.pack.PreviousAsAt, Ref{Place: PlaceTrend, Index: len(w.pack.Trend) - 1, Name: "as_at"})
}

// month is the month of the pack, previousMonth the one that it is compared with.
func (w *writer) month() value {
	return value{text: Text{{Text: w.words.MonthName(w.pack.Month), Ref: Ref{Place: PlaceRegister, Name: "month"}}}}
}

func (w *writer) previousMonth() value {
	return value{text: Text{{Text: w.words.MonthName(w.pack.PreviousMonth), Ref: Ref{Place: PlaceRegister, Name: "previous_month"}}}}
}

// sinceMonth names the month that the pack is compared with: with its year, unless it is the month before.
func (w *writer) sinceMonth() value {
	name := w.words.MonthName(w.pack.PreviousMonth)
	if w.pack.PreviousMonth.Next() == w.pack.Month {
		name = w.words.MonthAlone(w.pack.PreviousMonth)
	}
	return value{text: Text{{Text: name, Ref: Ref{Place: PlaceRegister, Name: "previous_month"}}}}
}

// key names a recommendation; ref is its place in the list that it is named from.
func key(k string, ref Ref) value { return value{text: Text{{Text: k, Key: k, Ref: ref}}} }

// quoted is a text of the master or the template, as it is there.
func quoted(text, name string) value {
	return value{text: Text{{Text: text, Ref: Ref{Place: PlaceQuoted, Name: name}}}}
}

// quotedIn is one in a language, which is marked where it is not the pack's.
func (w *writer) quotedIn(text, lang, name string) value {
	v := quoted(text, name)
	v.text[0].Lang = w.other(lang)
	return v
}

// said is what a recommendation says in a field, on one line, in the pack's language where it has it.
func (w *writer) said(r *report.Recommendation, f report.Field) value {
	text, lang := w.pack.SaidIn(w.words.Lang(), r, f)
	return w.quotedIn(oneLine(text), lang, string(f))
}

// other gives a language that is not the pack's; "" for that of the pack.
func (w *writer) other(lang string) string {
	if lang == w.words.Lang() {
		return ""
	}
	return lang
}

// groupName is the name of a group.
func (w *writer) groupName(of report.GroupKind, g *report.Group) value {
	lang := ""
	if text, in := g.Name.In(w.words.Lang()); text != "" {
		lang = w.other(in)
	}
	return value{text: Text{{Text: named.Group(w.words, g), Lang: lang, Ref: Ref{Place: PlaceGroup, Of: string(of), ID: g.ID}}}}
}

// term is a word of the wording that stands for a value, such as that of a standing; of is its list, "standing".
func term(of, name, text string) value {
	return value{text: Text{{Text: text, Ref: Ref{Place: PlaceWord, Of: of, Name: name}}}}
}
