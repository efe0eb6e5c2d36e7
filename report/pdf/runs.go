package pdf

import (
	"net/url"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/figurename"
	"boardpack/report/pdf/layout"
)

// runs turns a text into what is set, with links to the recommendations that it names. Neighbours that look the same become one.
func (b *book) runs(t content.Text) []layout.Run {
	var out []layout.Run
	for _, r := range t {
		run := layout.Run{Text: r.Text, Bold: r.Bold, Lang: r.Lang}
		look(&run, r.Look)
		if r.Ref.Place == content.PlaceLayout && r.Ref.ID != "" {
			run.Text, run.Page, run.Last = "", sectionPlace(r.Ref.ID), r.Ref.Name == content.PageLast
		}
		if r.Key != "" {
			run = b.keyRun(r.Key, r.Text)
			run.Bold = true
		}
		if r.Review() != "" && b.paperOf != nil {
			run.URL = url.PathEscape(b.paperOf(r.Review()))
		}
		out = appendRun(out, run)
	}
	return b.breaks.unbroken(out)
}

// look gives a run the look that the Document asks for.
func look(run *layout.Run, l content.Look) {
	switch l {
	case content.LookAlarm:
		run.Ink = layout.Red
	case content.LookMuted:
		run.Ink = layout.Muted
	case content.LookSmall:
		run.Size = layout.TableSize
	case content.LookBoxed:
		run.Boxed = true
	}
}

// unbroken is a text in which a number and its unit, or the parts of a day, are not parted at the end of a line.
func (b *book) unbroken(text string) string {
	runs := b.breaks.unbroken(layout.Plain(text))
	return runs[0].Text
}

// appendRun adds a run, to the last one where both look the same and neither is a link.
func appendRun(runs []layout.Run, run layout.Run) []layout.Run {
	if n := len(runs); n > 0 && run.To == "" && run.Page == "" && runs[n-1].Page == "" {
		joined := runs[n-1]
		joined.Text = ""
		same := run
		same.Text = ""
		if joined == same {
			runs[n-1].Text += run.Text
			return runs
		}
	}
	return append(runs, run)
}

// keyRun is a recommendation's key, as a link to where it is told in full: plain for one that is no longer in the register,
// and in a paper without the themes' sections.
func (b *book) keyRun(key, text string) layout.Run {
	if !b.entries[key] {
		return layout.Run{Text: text, Whole: !strings.Contains(key, " ")} // the name of a review may be long
	}
	return layout.Run{Text: text, Whole: true, To: recommendationPlace(key), Says: b.say("pdf.see", "Key", key)}
}

// recommendationPlace is where a recommendation is told in full.
func recommendationPlace(key string) string { return "recommendation " + key }

// cellRuns is a cell's text as it stands in tables and lists of facts.
func (b *book) cellRuns(c content.Cell) []layout.Run {
	switch {
	case c.Missing != content.HasValue && c.Text == "":
		return []layout.Run{{Text: b.say("pdf.missing." + c.Missing.String()), Ink: layout.Muted}}
	case c.Kind == content.KindRating:
		return []layout.Run{ratingRun(c.Rating(), c.Text)}
	case c.Kind == content.KindKey && c.Text != "":
		return []layout.Run{b.keyRun(c.Text, c.Text)}
	case len(c.Keys()) > 0:
		return b.keyRuns(c.Keys())
	case len(c.Runs) > 0:
		return b.runs(c.Runs)
	default:
		return b.breaks.unbroken(layout.Plain(c.Text))
	}
}

// keyRuns names recommendations, each as a link.
func (b *book) keyRuns(keys []string) []layout.Run {
	var runs []layout.Run
	for i, key := range keys {
		if i > 0 {
			runs = append(runs, layout.Run{Text: ", "})
		}
		runs = append(runs, b.keyRun(key, key))
	}
	return runs
}

// ratingRun is a rating as a shape, a word and a colour.
func ratingRun(r report.Rating, word string) layout.Run {
	run := layout.Run{Text: strings.ReplaceAll(word, " ", noBreak), Bold: true, Mark: layout.Ring, Ink: layout.Muted}
	switch r {
	case report.Red:
		run.Mark, run.Ink = layout.Square, layout.Red
	case report.Amber:
		run.Mark, run.Ink = layout.Triangle, layout.Amber
	case report.Green:
		run.Mark, run.Ink = layout.Disc, layout.Green
	case report.Blue:
		run.Mark, run.Ink = layout.Diamond, layout.Blue
	case report.NotKnown:
		run.Mark = layout.Question
	}
	return run
}

// placeFigure begins the IDs of the lists behind figures; the name that explain gives the figure follows.
const placeFigure = "figure "

func figurePlace(ref content.Ref) string {
	return placeFigure + figurename.Ref{Of: report.GroupKind(ref.Of), ID: ref.ID, Figure: report.Figure(ref.Name)}.Name()
}

// figureLink is where a figure leads, and what is said of the link: nowhere for a figure of zero, which has no list, and
// in a paper without the annex.
func (b *book) figureLink(ref content.Ref) (to, says string) {
	list, ok := b.behind[ref]
	if !ok {
		return "", ""
	}
	return figurePlace(ref), b.say("pdf.list", "Group", list.group, "Figure", list.figure, "N", list.n)
}
