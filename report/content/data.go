package content

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
)

// dataSection says what of the register needs a look, how dates in words were read, how ratings are given, and where the rest is.
func (w *writer) dataSection(p plan) []Block {
	points := w.points()
	blocks := []Block{heading(2, "data", w.pointsTitle())}
	if len(points.Rows) > 0 {
		if !w.isPortfolio() {
			blocks = append(blocks, paragraph(RoleNote, w.pointsIntro()))
		}
		blocks = append(blocks, view(View{Inline: points, Bare: true}))
		if left := w.pack.WarningCount() - len(points.Rows); left > 0 {
			more := laidOut(left, "left")
			blocks = append(blocks, paragraph(RoleNote, w.count("points.more", more)))
		}
	}
	if words := w.inWordsTable(); len(words.Rows) > 0 {
		blocks = append(blocks, heading(3, "", words.Title), view(View{Inline: words, Bare: true}))
	}
	blocks = append(blocks, heading(3, "", trimmed(w.say("rated.title"))), view(View{Inline: w.rated(), Bare: true}))
	if own := w.ownSettings(); own != nil {
		blocks = append(blocks, paragraph(RoleNote, own))
	}
	blocks = append(blocks, heading(3, "", trimmed(w.say("rest.title"))), view(View{Inline: w.rest(), Bare: true}))
	if facts := w.restOfStrip(p); len(facts) > 0 {
		title := trimmed(w.say("about_paper.title"))
		blocks = append(blocks, heading(3, "", title), Block{Facts: &Facts{Title: title, Facts: facts}})
	}
	return blocks
}

// toCheck is how many points about the data there are.
func (w *writer) toCheck() value {
	return number(w.pack.WarningCount(), Ref{Place: PlaceProblems, Name: ProblemsToCheck})
}

func (w *writer) pointsTitle() Text {
	if w.pack.WarningCount() == 0 {
		return trimmed(w.say("points.none"))
	}
	return trimmed(capital(w.count("points.title", w.worded(w.toCheck()))))
}

// pointsIntro names the file once.
func (w *writer) pointsIntro() Text {
	file := quoted(w.pack.Register.File, "file")
	if sheet := w.pack.Register.Sheet; sheet != "" && len(w.pack.Register.Sheets) < 2 {
		return w.say("points.intro", "File", file, "Sheet", quoted(sheet, "sheet"))
	}
	return w.say("points.file", "File", file)
}

// points are what the checks found and a person should look at, each with its cell.
func (w *writer) points() *Table {
	t := &Table{ID: "points", Title: w.pointsTitle(), Chosen: true, Close: true}
	w.columnOf(t, "cell", "points.cell", KindText, 10)
	if !w.isPortfolio() { // whose files are named instead
		w.columnOf(t, "key", "paper.key", KindKey, 8)
	}
	w.columnOf(t, "message", "points.message", KindText, 40)
	w.columnOf(t, "hint", "points.hint", KindText, 30)
	t.outlined(w.isPortfolio())
	for i := range w.pack.Problems {
		p := &w.pack.Problems[i]
		if p.Level == report.Note || len(t.Rows) >= w.measures().Points {
			continue
		}
		k := keyCell(p.Key)
		if p.Key == "" {
			k = noCell(KindKey)
		}
		cells := []Cell{plainCell(w.placeOf(p)), k, w.problemCell(*p), plainCell(p.Hint(w.words))}
		if w.isPortfolio() {
			cells = slices.Delete(cells, 1, 2)
		}
		t.row(Ref{Place: PlaceProblem, Index: i + 1}, p.Key, cells...)
	}
	return t
}

// placeOf is the cell of a problem, with its sheet where the register has several.
func (w *writer) placeOf(p *report.Problem) string {
	if w.isPortfolio() {
		return p.Where()
	}
	if p.Cell != "" && (len(w.pack.Register.Sheets) > 1 || p.Sheet != w.pack.Register.Sheet) && p.Sheet != "" {
		return p.Sheet + "!" + p.Cell
	}
	return p.Cell
}

// inWordsTable lists the dates that the response gives in words, those of the same words and day together.
func (w *writer) inWordsTable() *Table {
	t := &Table{ID: "in_words", Title: trimmed(w.say("in_words.title")), Close: true}
	w.columnOf(t, "refs", "in_words.refs", KindText, 10)
	w.columnOf(t, "as_written", "in_words.as_written", KindText, 30)
	w.columnOf(t, "read_as", "column.read_as", KindText, 14)
	w.columnOf(t, "rule", "in_words.rule", KindText, 60)
	t.outlined(w.isPortfolio())
	places := map[string]int{}
	var keys [][]Text
	for i := range w.pack.Positions {
		r := &w.pack.Positions[i]
		if r.DueAsWritten == "" || r.Reading.Kind == "" || r.Reading.Kind == dates.ReadDay || r.Reading.Kind == dates.ReadUnset {
			continue
		}
		written := strings.ToLower(oneLine(r.DueAsWritten)) + "\x00" + r.Reading.Date.String()
		item := Text{{Text: r.Key, Key: r.Key, Ref: recommendation(r.Key).named("key")}}
		if at, met := places[written]; met {
			keys[at] = append(keys[at], item)
			continue
		}
		places[written] = len(keys)
		keys = append(keys, []Text{item})
		day := runsCell(trimmed(w.say("card.no_date")))
		if !r.Reading.Date.IsZero() {
			day = runsCell(w.shortDay(r.Reading.Date, Ref{Place: PlaceQuoted, Name: "reading"}).text)
		}
		t.row(Ref{}, "", Cell{}, runsCell(trimmed(w.say("in_words.words", "Words", w.asWritten(r)))), day,
			runsCell(trimmed(w.ruleOf(r.Reading))))
	}
	most := w.measures().InWords
	for i := range t.Rows {
		t.Rows[i].Cells[0] = runsCell(commas(keys[i][:min(most, len(keys[i]))]))
	}
	if len(t.Rows) > most {
		t.Rows = t.Rows[:most]
	}
	return t
}

// rated sets the rules of the ratings side by side: of a recommendation, and of a theme or the whole.
func (w *writer) rated() *Table {
	t := &Table{ID: "rated", Title: trimmed(w.say("rated.title")), Close: true}
	w.column(t, "rating", KindRating, 12)
	w.columnOf(t, "of_recommendation", "rated.of_recommendation", KindText, 40)
	w.columnOf(t, "of_group", "rated.of_group", KindText, 50)
	t.outlined(w.isPortfolio())
	rules := func(list []report.RatingRule, r report.Rating) Cell {
		var out []Text
		for _, rule := range list {
			if rule.Rating == r {
				text, _ := rule.Sentence.In(w.words.Lang())
				out = append(out, quoted(text, "rating_rule").text)
			}
		}
		if len(out) == 0 {
			return plainCell(w.label("value.none_sign"))
		}
		return runsCell(between(out, " "))
	}
	for _, r := range w.ratingsInForce() {
		t.row(Ref{}, "", w.ratingCell(r), rules(w.pack.Rules.PositionRatings, r), rules(w.pack.Rules.GroupRatings, r))
	}
	t.row(Ref{}, "", w.ratingCell(report.NotRated), plainCell(w.label("rates.recommendation.not_rated")), plainCell(w.label("rates.group.not_rated")))
	return t
}

// ratingsInForce lists the ratings that the rules can give, in the order in which they are tried.
func (w *writer) ratingsInForce() []report.Rating {
	var out []report.Rating
	for _, list := range [][]report.RatingRule{w.pack.Rules.GroupRatings, w.pack.Rules.PositionRatings} {
		for _, rule := range list {
			met := false
			for _, r := range out {
				met = met || r == rule.Rating
			}
			if !met {
				out = append(out, rule.Rating)
			}
		}
	}
	return out
}

// ownSettings says which settings come from the master's own sheets and are not the template's; nil where none is.
func (w *writer) ownSettings() Text {
	var items []Text
	for _, own := range w.pack.Rules.Own {
		items = append(items, w.say("settings.own.item", "Name", w.say("settings.name."+own.Name), "Place", quoted(own.Place.String(), "setting_place")))
	}
	if len(items) == 0 {
		return nil
	}
	return w.say("settings.own", "List", w.join(items))
}

// rest says where what the paper leaves out is.
func (w *writer) rest() *Table {
	t := &Table{ID: "rest", Title: trimmed(w.say("rest.title")), Close: true}
	t.Columns = []Column{{ID: "file", Kind: KindText}, {ID: "holds", Kind: KindText}}
	t.outlined(w.isPortfolio())
	var files []string
	if w.isPortfolio() {
		files = append(files, "papers")
	}
	files = append(files, "workbook")
	if !w.pack.Rules.NoPage {
		files = append(files, "page")
	}
	for _, id := range append(files, "figures") {
		t.row(Ref{}, "", runsCell(trimmed(w.say("rest."+id)).bold()), runsCell(trimmed(w.say("rest."+id+".holds"))))
	}
	return t
}
