package content

import (
	"fmt"

	"boardpack/report"
)

// trendChart draws outstanding and overdue over the months; nil for fewer than two months. Complete is what is in scope less outstanding.
func (w *writer) trendChart() *Chart {
	if len(w.pack.Trend) < 2 {
		return nil
	}
	outstanding := Series{Figure: report.Outstanding, Name: trimmed(w.say("chart.trend.outstanding"))}
	overdue := Series{Figure: report.Overdue, Name: trimmed(w.say("chart.trend.overdue"))}
	chart := &Chart{ID: "trend"}
	var points []Text
	for i, m := range w.pack.Trend {
		at := Ref{Place: PlaceTrend, Index: i + 1}
		chart.Labels = append(chart.Labels, w.pointName(m, at))
		chart.Gaps = append(chart.Gaps, i > 0 && w.pack.Trend[i-1].Month.Next() != m.Month)
		open, late := w.trend(i, report.Outstanding, m.Outstanding), w.trend(i, report.Overdue, m.Overdue)
		outstanding.add(open)
		overdue.add(late)
		month := value{text: Text{{Text: w.words.MonthName(m.Month), Ref: at.named("month")}}}
		points = append(points, trimmed(w.say("chart.trend.point", "Month", month, "Outstanding", open, "Overdue", late)))
	}
	chart.Series = []Series{outstanding, overdue}
	chart.Alt = trimmed(w.say("chart.trend.alt", "Points", between(points, " ")))
	return chart
}

// pointName is the day of a month that a chart names: without its year where months are few, and the month alone where they are many.
func (w *writer) pointName(m report.TrendPoint, at Ref) Text {
	const few = 4
	if len(w.pack.Trend) <= few {
		return w.dayMonth(m.AsAt, true, at.named("as_at")).text
	}
	return Text{{Text: fmt.Sprintf("%s %02d", w.monthShort(m.Month), m.Month.Year%100), Ref: at.named("month")}}
}

// dayMonth is a day without its year.
func (w *writer) dayMonth(d report.Date, short bool, ref Ref) value {
	id := "month."
	if short {
		id = "month.short."
	}
	return value{text: Text{{Text: w.words.Say("date.day_month", "Day", d.Day(), "Month", w.label(id+itoa(int(d.Month())))), Ref: ref}}}
}

func (s *Series) add(v value) { s.Values, s.N = append(s.Values, v.text), append(s.N, v.n) }

// bridgeChart draws the bridge of the whole as a waterfall, without the steps in which nothing happened.
func (w *writer) bridgeChart() *Chart {
	b := w.pack.Movement.All
	chart := &Chart{ID: "bridge"}
	stage := func(name Text, v value, id string, from, to int) {
		chart.Labels = append(chart.Labels, name)
		chart.Stages = append(chart.Stages, Stage{ID: id, Value: v.text, From: from, To: to})
	}
	opening, closing := w.bridge("opening", b.Opening), w.bridge("closing", b.Closing)
	stage(w.dayMonth(w.pack.PreviousAsAt, false, w.previousAsAt().text[0].Ref).text, opening, "opening", 0, b.Opening)
	var told []Text
	at := b.Opening
	for _, step := range b.Steps() {
		if step.N == 0 {
			continue
		}
		name, change := trimmed(w.say("column.step_"+step.ID)), w.bridge(step.ID, step.N)
		change.text[0].Text = signed(step.Sign * step.N)
		stage(name, change, step.ID, at, at+step.Sign*step.N)
		at += step.Sign * step.N
		told = append(told, trimmed(w.say("chart.bridge.alt.step", "Step", name, "Change", change)))
	}
	stage(w.dayMonth(w.pack.AsAt, false, w.asAt().text[0].Ref).text, closing, "closing", 0, b.Closing)
	chart.Alt = trimmed(w.say("chart.bridge.alt", "Opening", opening, "Since", w.previousAsAt(), "Steps", between(told, " "), "Closing", closing, "Date", w.asAt()))
	return chart
}

func (w *writer) openingName() Text {
	return trimmed(w.say("chart.bridge.opening", "Date", w.previousAsAt()))
}

func (w *writer) closingName() Text {
	return trimmed(w.say("chart.bridge.closing", "Date", w.asAt()))
}
