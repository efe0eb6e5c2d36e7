package workbook

import (
	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/excerpt"
	"boardpack/report/figurerule"
	"boardpack/report/named"
)

// summaryPage makes the page of the figures of every group of a kind.
func summaryPage(kind report.GroupKind) func(b *book, sheet *content.Part) *page {
	return func(b *book, sheet *content.Part) *page {
		s := &summary{book: b, page: b.newPage(sheet), kind: kind}
		s.page.live, s.page.links = s.formula, s.link
		s.page.frozen = isLong(s.page.table)
		return s.page
	}
}

// summary is the page of one kind of groups, with the formulas of its figures.
type summary struct {
	*book
	page   *page
	kind   report.GroupKind
	groups []members // in step with the rows; made when first asked for
}

// link leads from a figure to the table that it counts, and says which filter shows its rows; from a group's name too.
func (s *summary) link(row int, column content.Column) link {
	to := link{place: s.book.page(idRecommendations).on.placeName()}
	cell := s.page.table.Rows[row].Cells[s.page.column(column.ID)]
	switch {
	case column.ID == string(s.kind):
		return to
	case column.Kind != content.KindCount || cell.N == 0:
		return link{}
	}
	to.tip = excerpt.Shorten(s.filterOf(report.Figure(column.ID), s.group(row)).Sentence(s.words), maxTip)
	return to
}

// formula gives the formula of a figure: over the Recommendations table where it counts rows, over its own row where it
// follows from other figures.
func (s *summary) formula(row int, column content.Column) string {
	f := report.Figure(column.ID)
	if f == report.PercentComplete {
		return percentFormula(s.page.at(row, string(report.FigComplete)), s.page.at(row, string(report.InScope)))
	}
	if sum := s.sum(row, f); sum != "" {
		return sum
	}
	group := s.group(row)
	if !group.countable {
		return ""
	}
	return s.book.count(f, group.criterion)
}

// sum gives a figure that is others added up, or the total less others, out of the cells of its own row; "" for any other.
func (s *summary) sum(row int, f report.Figure) string {
	of, not := figurerule.SumOf(s.pack, f)
	if len(of) == 0 {
		return ""
	}
	formula := s.page.at(row, string(of[0]))
	for _, g := range of[1:] {
		formula += "+" + s.page.at(row, string(g))
	}
	for _, g := range not {
		formula += "-" + s.page.at(row, string(g))
	}
	return formula
}

// percentFormula is the rule of percent_complete: to the nearest whole percent, halves up, never 0 unless nothing is
// complete and never 100 unless everything is.
func percentFormula(complete, inScope string) string {
	rounded := "ROUND(100*" + complete + "/" + inScope + ",0)"
	return "IF(" + inScope + "=0," + quote(shorthand(content.NotApplicable)) +
		",IF(" + complete + "=" + inScope + ",1,IF(" + complete + "=0,0,MAX(1,MIN(99," + rounded + "))/100)))"
}

// members is how the rows of a group are found on the Recommendations sheet.
type members struct {
	criterion criterion          // of COUNTIFS; none for the whole
	countable bool               // COUNTIFS can tell the group from others; if not, because of how its name is written, numbers are plain
	choice    *figurerule.Choice // of the filter; nil for the whole
	exact     bool               // the filter shows the group's rows and no others
}

func (s *summary) group(row int) members {
	if s.groups == nil {
		for r := range s.page.table.Rows {
			s.groups = append(s.groups, s.membersOf(r))
		}
	}
	return s.groups[row]
}

func (s *summary) membersOf(row int) members {
	r := s.page.table.Rows[row]
	if r.Total {
		return members{countable: true, exact: true}
	}
	all, field := s.book.page(idRecommendations), s.field()
	group := &s.pack.Groups(s.kind)[row]
	tally := s.book.tally(field)
	m := members{choice: &figurerule.Choice{Column: field, Heading: all.heading(field), Words: s.book.entries(field, group)}}
	shown := 0
	for _, word := range distinct(m.choice.Words) {
		shown += tally[word]
	}
	m.exact = shown == group.N(report.Total)
	name, test := r.Cells[0].Text, s.page.this(string(s.kind))
	if group.ID == report.NotGiven && s.kind != report.OfThemes {
		name, test = "", quote("")
	}
	m.criterion = criterion{all.ref(field), test}
	m.countable = (name == "" || isPlain(name)) && tally[content.FoldCase(name)] == group.N(report.Total)
	return m
}

// field is the column of the Recommendations sheet that holds the names of this kind of group.
func (s *summary) field() string {
	switch s.kind {
	case report.OfHeadings:
		return string(report.FieldHeading)
	case report.OfSources:
		return string(report.FieldSource)
	case report.OfOwners:
		return string(report.FieldOwner)
	}
	return string(report.FieldTheme)
}

// counted is a figure of a group, or of the whole.
type counted struct {
	figure report.Figure
	group  criterion // of COUNTIFS; none for the whole
}

// count gives the formula that counts a figure among the rows that meet a group's criterion; "" for a figure that only
// package report can tell. Most groups of a kind have the same formula: it reads their names from their rows.
func (b *book) count(f report.Figure, group criterion) string {
	key := counted{f, group}
	formula, ok := b.counts[key]
	if !ok {
		var criteria []criterion
		if group != (criterion{}) {
			criteria = append(criteria, group)
		}
		formula = b.countFormula(f, criteria)
		b.counts[key] = formula
	}
	return formula
}

// countFormula lays the choices of the figure's filter over the table: COUNTIFS asks for what the filter lists would choose.
func (b *book) countFormula(f report.Figure, group []criterion) string {
	all, plan := b.page(idRecommendations), b.pack.Plan(f)
	if len(plan.Standings) == 0 || !b.told(f) {
		return "" // the last: such as the months of the trend, which are no figures
	}
	var anyOf []string // standings
	var criteria []criterion
	for _, c := range figurerule.Choices(b.words, plan, b.pack.Rules) {
		if c.Column == "standing" && len(c.Words) > 1 {
			anyOf = b.standingWords(plan.Standings...)
			continue
		}
		criteria = append(criteria, criterion{all.ref(c.Column), quote(testOf(c))})
	}
	if plan.All() {
		criteria = append(criteria, criterion{all.ref("key"), quote("<>")})
	}
	criteria = append(criteria, group...)
	if anyOf != nil {
		return countAny(all.ref("standing"), anyOf, criteria...)
	}
	return countifs(criteria...)
}

// testOf is a filter's choice as COUNTIFS asks for it.
func testOf(c figurerule.Choice) string {
	switch {
	case c.Above:
		return ">0"
	case c.Except:
		return "<>" + c.Words[0]
	}
	return c.Words[0]
}

// told tells whether the cells of the sheet tell what the figure's plan asks: an empty response may be there in another language, and
// a word of the master's may be one that COUNTIFS takes for something else.
func (b *book) told(f report.Figure) bool {
	told, ok := b.cellsTell[f]
	if !ok {
		told = b.cellsShow(b.pack.Plan(f))
		if b.cellsTell == nil {
			b.cellsTell = map[report.Figure]bool{}
		}
		b.cellsTell[f] = told
	}
	return told
}

func (b *book) cellsShow(plan *report.Plan) bool {
	for i := range plan.Asks {
		ask := &plan.Asks[i]
		for _, f := range ask.Of {
			if !b.told(f) {
				return false
			}
		}
		if marked := ask.Mark != "" && !plan.Marked; !marked && len(ask.Of) == 0 && !b.cellShows(ask) {
			return false
		}
	}
	return true
}

// cellShows tells whether in each row the filter's choice comes to what the ask asks. Days are reckoned with, and not chosen.
func (b *book) cellShows(ask *report.Ask) bool {
	if ask.Test == report.TestBefore || ask.Test == report.TestUpTo {
		return true
	}
	all, plain := b.page(idRecommendations), *ask
	plain.Mark = ""
	choice := figurerule.ChoiceOf(b.words, &plain, b.pack.Rules)
	column := all.column(choice.Column)
	if column < 0 || ask.Test == report.TestIs && !isPlain(choice.Words[0]) {
		return false
	}
	for r, row := range all.table.Rows {
		text := row.Cells[column].Text
		shows := (text == "") != ask.Not
		if ask.Test != report.TestBlank {
			shows = choice.Shows(text)
		}
		if shows != b.pack.Positions[r].Meets(&ask.Condition) {
			return false
		}
	}
	return true
}

func (b *book) standingWords(standings ...report.Standing) []string {
	words := make([]string, len(standings))
	for i, s := range standings {
		words[i] = named.Standing(b.words, s)
	}
	return words
}

// labels gives the names of the figures, as the summaries print them.
func (b *book) labels() map[report.Figure]string {
	out := map[report.Figure]string{}
	for _, c := range b.doc.Table(summaryID(report.OfThemes)).Columns {
		out[report.Figure(c.ID)] = c.Heading
	}
	return out
}
