package pdf

import (
	"strings"

	"boardpack/report"
	"boardpack/report/pdf/layout"
)

// runs turns a sentence into text with links to the recommendations that it names.
func (b *book) runs(s report.Sentence) []layout.Run {
	out := make([]layout.Run, len(s))
	for i, r := range s {
		out[i] = layout.Run{Text: r.Text, Bold: r.Bold, Lang: r.Lang}
		if r.Key != "" {
			out[i] = b.keyRun(r.Key)
			out[i].Bold = r.Bold
		}
	}
	return out
}

// keyRun is a recommendation's key, as a link to where it is told in full: plain for one that is no longer in the register,
// and in a paper without the themes' sections.
func (b *book) keyRun(key string) layout.Run {
	if b.Position(key) == nil || !b.parts[partThemes] {
		return layout.Run{Text: key}
	}
	return layout.Run{Text: key, To: recommendationPlace(key), Says: b.say("pdf.see", "Key", key)}
}

func (b *book) sentences(list []report.Sentence) [][]layout.Run {
	out := make([][]layout.Run, len(list))
	for i, s := range list {
		out[i] = b.runs(s)
	}
	return out
}

// cellRuns is a cell's text as it stands in tables and lists of facts.
func (b *book) cellRuns(c report.Cell) []layout.Run {
	switch {
	case c.Missing != report.HasValue && c.Text == "":
		return []layout.Run{{Text: b.say("pdf.missing." + string(c.Missing)), Ink: layout.Muted}}
	case c.Kind == report.KindRating:
		return []layout.Run{ratingRun(c.Rating, c.Text)}
	case c.Kind == report.KindKey && c.Text != "":
		return []layout.Run{b.keyRun(c.Text)}
	case c.Kind == report.KindText && len(c.Links) > 0 && c.Text == strings.Join(c.Links, ", "):
		return b.keyRuns(c.Links)
	default:
		return layout.Plain(c.Text)
	}
}

// keyRuns names recommendations, each as a link.
func (b *book) keyRuns(keys []string) []layout.Run {
	var runs []layout.Run
	for i, key := range keys {
		if i > 0 {
			runs = append(runs, layout.Run{Text: ", "})
		}
		runs = append(runs, b.keyRun(key))
	}
	return runs
}

// ratingRun is a rating as a shape, a word and a colour.
func ratingRun(r report.Rating, word string) layout.Run {
	run := layout.Run{Text: word, Bold: true, Mark: layout.Ring, Ink: layout.Muted}
	switch r {
	case report.Red:
		run.Mark, run.Ink = layout.Square, layout.Red
	case report.Amber:
		run.Mark, run.Ink = layout.Triangle, layout.Amber
	case report.Green:
		run.Mark, run.Ink = layout.Disc, layout.Green
	case report.Blue:
		run.Mark, run.Ink = layout.Diamond, layout.Blue
	}
	return run
}
