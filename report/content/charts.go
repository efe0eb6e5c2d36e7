package content

import (
	"boardpack/report"
)

// trendChart draws outstanding and complete over the months; nil for fewer than two months.
func (w *writer) trendChart() *Chart {
	if len(w.pack.Trend) < 2 {
		return nil
	}
	outstanding := Series{Figure: report.Outstanding, Name: trimmed(w.say("figure.outstanding"))}
	complete := Series{Figure: report.FigComplete, Name: trimmed(w.say("figure.complete"))}
	chart := &Chart{ID: "trend"}
	var points []Text
	for i, m := range w.pack.Trend {
		at := Ref{Place: PlaceTrend, Index: i + 1}
		chart.Labels = append(chart.Labels, Text{{Text: w.words.ShortDate(m.AsAt), Ref: at.named("as_at")}})
		open, done := w.trend(i, report.Outstanding, m.Outstanding), w.trend(i, report.FigComplete, m.Complete)
		outstanding.add(open)
		complete.add(done)
		month := Value{text: Text{{Text: w.words.MonthName(m.Month), Ref: at.named("month")}}}
		points = append(points, trimmed(w.say("chart.trend.point", "Month", month, "Outstanding", open, "Complete", done)))
	}
	chart.Series = []Series{outstanding, complete}
	chart.Alt = trimmed(w.say("chart.trend.alt", "Points", between(points, " ")))
	return chart
}

func (s *Series) add(v Value) { s.Values, s.N = append(s.Values, v.text), append(s.N, v.n) }

// bridgeChart draws the bridge of the whole as a waterfall, without the steps in which nothing happened.
func (w *writer) bridgeChart() *Chart {
	b := w.pack.Movement.All
	chart := &Chart{ID: "bridge"}
	stage := func(name Text, v Value, id string, from, to int) {
		chart.Labels = append(chart.Labels, name)
		chart.Stages = append(chart.Stages, Stage{ID: id, Value: v.text, From: from, To: to})
	}
	opening, closing := w.bridge("opening", b.Opening), w.bridge("closing", b.Closing)
	stage(w.openingName(), opening, "opening", 0, b.Opening)
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
	stage(w.closingName(), closing, "closing", 0, b.Closing)
	chart.Alt = trimmed(w.say("chart.bridge.alt", "Opening", opening, "Since", w.previousAsAt(), "Steps", between(told, " "), "Closing", closing, "Date", w.asAt()))
	return chart
}

func (w *writer) openingName() Text {
	return trimmed(w.say("chart.bridge.opening", "Date", w.previousAsAt()))
}

func (w *writer) closingName() Text {
	return trimmed(w.say("chart.bridge.closing", "Date", w.asAt()))
}
