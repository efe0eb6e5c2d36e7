package content

import (
	"slices"

	"boardpack/report"
	"boardpack/report/named"
)

// glance is the page that answers a board at once: what the paper is, what it has to say, the headline figures, what the board is asked
// to do, and progress by theme, or by review where there are several.
func (w *writer) glance(p plan, logo *Picture) []Block {
	var blocks []Block
	if logo != nil {
		blocks = append(blocks, Block{Picture: logo})
	}
	title := w.title()
	message := w.message()
	blocks = append(blocks,
		Block{Heading: &Heading{Level: 1, Text: title, ID: "title", Lang: title[0].Lang}},
		Block{Facts: &Facts{Title: title, Facts: w.strip(p)}},
		Block{Heading: &Heading{Level: 2, ID: "glance", Text: message[0], Short: message[1:], Message: true}})
	if doubt := w.doubt(); len(doubt) > 0 {
		blocks = append(blocks, Block{Paragraph: &Paragraph{Role: RoleDoubt, Text: doubt}})
	}
	for _, sentence := range w.lead() {
		blocks = append(blocks, Block{Paragraph: &Paragraph{Role: RoleLead, Text: sentence}})
	}
	if trend := w.trendChart(); trend != nil && len(w.pack.Reviews) <= fewReviews {
		blocks = append(blocks, Block{Chart: trend})
	}
	bars := w.bars()
	if w.isPortfolio() {
		bars = w.reviewBars(true)
	}
	beside := func(text Text) Block { return Block{Heading: &Heading{Level: 3, Text: text, Beside: true}} }
	blocks = append(blocks, Block{Tiles: w.tiles()},
		beside(trimmed(w.say("ask.title"))), Block{List: &List{ID: "asks", Numbered: true, Items: w.asks()}})
	if told := w.coverage(p); len(told) > 0 {
		blocks = append(blocks, Block{Paragraph: &Paragraph{Role: RoleNote, Text: told}})
	}
	blocks = append(blocks, beside(bars.Title), Block{Key: bars.Key()}, Block{Bars: bars})
	if w.isPortfolio() {
		blocks = append(blocks, paragraph(RoleNote, w.reviewsNote()))
	}
	return blocks
}

// fewReviews leave room for the trend and for what moved, manyReviews none for more than one row of what the paper is.
const (
	fewReviews  = 8
	manyReviews = 12
)

// crowded tells of a page 1 with much on it, which says the least of what the paper is: the last page says the rest.
func (w *writer) crowded(p plan) bool {
	const many = 8
	if p.portfolio {
		return len(w.pack.Reviews) > manyReviews
	}
	return !p.whole || len(w.pack.Themes) > many
}

// onCrowded tells what a crowded page 1 says of the paper. Of several reviews it is how many there are; the version is at the foot.
func (w *writer) onCrowded(f Fact) bool {
	last := "version"
	if w.isPortfolio() {
		last = "reviews"
	}
	return slices.Contains([]string{"board", "as_at", "data", last}, f.ID)
}

// strip says on page 1 what the paper is.
func (w *writer) strip(p plan) []Fact {
	facts := w.aboutPaper()
	if w.crowded(p) {
		return slices.DeleteFunc(facts, func(f Fact) bool { return !w.onCrowded(f) })
	}
	return facts
}

// restOfStrip is what a crowded page 1 does not say.
func (w *writer) restOfStrip(p plan) []Fact {
	if !w.crowded(p) {
		return nil
	}
	return slices.DeleteFunc(w.aboutPaper(), w.onCrowded)
}

// aboutPaper says what the paper is: for whom, of which day, of what kind. What the master does not say is left out.
func (w *writer) aboutPaper() []Fact {
	about := &w.pack.Register.About
	lang := w.words.Lang()
	var facts []Fact
	add := func(id, message string, c Cell) {
		if c.Missing == HasValue {
			facts = append(facts, Fact{id, plain(w.label(message)), c})
		}
	}
	meeting := w.textCell(about.Board.In(lang))
	if meeting.Missing == HasValue && !about.MeetingDate.IsZero() {
		name, in := about.Board.In(lang)
		meeting.Runs = append(w.quotedIn(name+",", in, "board").text, Run{Text: "\n"})
		meeting.Runs = append(meeting.Runs, w.day(about.MeetingDate, Ref{Place: PlaceQuoted, Name: "meeting_date"}).text...)
		meeting.Text = meeting.Runs.Plain()
	}
	add("board", "strip.board", meeting)
	add("as_at", "strip.as_at", w.longDateCell(w.pack.AsAt))
	if w.pack.Previous != nil {
		add("compared_with", "strip.compared_with", w.longDateCell(w.pack.PreviousAsAt))
	}
	add("data", "strip.data", w.dataKind())
	add("organisation", "strip.organisation", w.textCell(named.Organisation(w.words, w.pack)))
	if w.isPortfolio() {
		add("reviews", "strip.reviews", w.reviewsFact())
		add("oldest", "strip.oldest", w.longDateCell(w.oldestPublished()))
	} else {
		add("issuer", "strip.issuer", w.textCell(about.Issuer.In(lang)))
		add("published", "strip.published", w.longDateCell(about.Published))
	}
	add("version", "strip.version", w.versionCell())
	return facts
}

// dataKind says that the data are no real ones; nothing where they are.
func (w *writer) dataKind() Cell {
	if !w.pack.Register.About.Illustrative {
		return plainCell("")
	}
	return runsCell(trimmed(w.say("strip.illustrative")).looking(LookBoxed))
}

// versionCell gives the version, and whether the paper is a draft or final.
func (w *writer) versionCell() Cell {
	kind := trimmed(w.say("strip.final"))
	if w.pack.Draft() {
		kind = trimmed(w.say("strip.draft")).looking(LookBoxed)
	}
	if version := w.pack.Register.About.Version; version != "" {
		between := ", "
		if w.pack.Draft() {
			between += "\u00A0" // for the box
		}
		return runsCell(slices.Concat(quoted(version, "version").text, Text{{Text: between}}, kind))
	}
	return runsCell(kind)
}

// doubt says what makes the whole pack doubtful.
func (w *writer) doubt() Text {
	var out []Text
	for _, code := range report.PageOneCodes() {
		if slices.ContainsFunc(w.pack.Problems, func(p report.Problem) bool { return p.Code == code && p.Level == report.Warning }) {
			out = append(out, w.say("glance.doubt."+code))
		}
	}
	if w.pack.Movement != nil && w.pack.PreviousMonth.Next() != w.pack.Month {
		out = append(out, w.say("glance.doubt.gap", "Previous", w.previousMonth()))
	}
	return between(out, " ")
}

// unfinished is what stands beside what is complete: what awaits sign-off, or where nobody signs off, what is outstanding.
func (w *writer) unfinished() report.Figure {
	if some, _ := w.pack.SignOffRecorded(); some {
		return report.AwaitingSignOff
	}
	return report.Outstanding
}

func (w *writer) tiles() *Tiles {
	all := &w.pack.All
	ofDated := w.say("glance.of_dated", "Dated", w.whole(report.Dated)) // what has no date cannot be late
	ofOpen := w.say("glance.of_open", "Open", w.whole(report.Open))
	ofScope := w.say("glance.of_scope", "InScope", w.whole(report.InScope))
	tile := func(f report.Figure, of Text) Tile {
		return Tile{Figure: figureRef(report.OfAll, all.ID, f), Label: w.figureLabel(f), Number: w.whole(f).text, Of: of, Change: w.last(f)}
	}
	overdue := tile(report.Overdue, ofDated)
	overdue.Alarm = all.N(report.Overdue) > 0
	return &Tiles{[]Tile{tile(report.FigComplete, w.percentOf()), tile(w.unfinished(), ofScope), overdue, tile(report.DueSoon, ofDated),
		tile(report.NoDate, ofOpen)}}
}

// percentOf says what the percentage of the whole is out of: "of 17 · 18%", or that it does not apply.
func (w *writer) percentOf() Text {
	all := &w.pack.All
	if all.Percent == nil {
		return w.say("glance.percent_none")
	}
	return w.say("glance.percent_of", "InScope", w.whole(report.InScope), "Percent", w.percent(report.OfAll, all))
}

// completeOf is "3 of 17 (18%)", or that it does not apply because nothing is in scope.
func (w *writer) completeOf(of report.GroupKind, g *report.Group) Text {
	if g.Percent == nil {
		return w.say("value.not_applicable")
	}
	return w.say("glance.complete_of", "Complete", w.figure(of, g, report.FigComplete), "InScope", w.figure(of, g, report.InScope), "Percent", w.percent(of, g))
}

// last says what a figure of the whole was last month; nothing without one.
func (w *writer) last(f report.Figure) Text {
	if w.pack.Previous == nil {
		return nil
	}
	return w.count("glance.last", w.before(f), "Since", w.sinceMonth())
}
