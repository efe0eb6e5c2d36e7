package workbook

import (
	"slices"
	"strings"

	"boardpack/report"
)

// summaryPage makes the page of the figures of every group of a kind.
func summaryPage(kind report.GroupKind) func(b *book) *page {
	return func(b *book) *page {
		if kind == report.OfSources && len(b.pack.Sources) < 2 {
			return nil
		}
		t := b.pack.SummaryTable(b.words, kind)
		s := &summary{book: b, page: newPage(t.Select(summaryColumns(t)...)), kind: kind}
		s.page.live, s.page.links, s.page.printed = s.formula, s.link, s.page.column(string(report.NoResponse))+1
		s.page.frozen = freeze(s.page)
		return s.page
	}
}

// summaryColumns puts the columns in the order in which a board asks: how it is rated, how far it is, what is late, and
// only then what is not counted. Figures that this package does not know yet come last.
func summaryColumns(t report.Table) []string {
	ids := []string{t.Columns[0].ID, "rag", "percent_complete"}
	for _, f := range []report.Figure{report.InScope, report.FigComplete, report.AwaitingSignOff, report.FigInProgress,
		report.FigNotStarted, report.FigUnrecognised, report.Open, report.Outstanding, report.Overdue, report.DueSoon,
		report.NoDate, report.Slipped, report.NoResponse, report.FigNotAccepted, report.FigWithdrawn, report.FigSuperseded,
		report.FigExternal, report.Total} {
		ids = append(ids, string(f))
	}
	for _, c := range t.Columns {
		if !slices.Contains(ids, c.ID) {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// summary is the page of one kind of groups, with the formulas of its figures.
type summary struct {
	*book
	page *page
	kind report.GroupKind
}

// link leads from a group's name to the table that its figures count.
func (s *summary) link(_ int, column report.Column) string {
	if column.ID != string(s.kind) {
		return ""
	}
	all := s.book.page(idRecommendations)
	return quoteSheet(all.tab) + "!" + cellName(1, all.grid.header)
}

// formula gives the formula of a figure: over the Recommendations table where it counts rows, over its own row where it
// follows from other figures.
func (s *summary) formula(row int, column report.Column) string {
	switch f := report.Figure(column.ID); f {
	case report.InScope:
		return s.sum(report.Total, "-", report.FigNotAccepted, report.FigWithdrawn, report.FigSuperseded, report.FigExternal)
	case report.Open:
		return s.sum(report.FigInProgress, "+", report.FigNotStarted, report.FigUnrecognised)
	case report.Outstanding:
		return s.sum(report.Open, "+", report.AwaitingSignOff)
	case "percent_complete":
		return percentFormula(s.page.this(string(report.FigComplete)), s.page.this(string(report.InScope)))
	default:
		group, ok := s.group(row)
		if !ok {
			return ""
		}
		return s.count(f, group)
	}
}

func (s *summary) sum(first report.Figure, sign string, others ...report.Figure) string {
	terms := []string{s.page.this(string(first))}
	for _, f := range others {
		terms = append(terms, s.page.this(string(f)))
	}
	return strings.Join(terms, sign)
}

// percentFormula is the rule of percent_complete: to the nearest whole percent, halves up, never 0 unless nothing is
// complete and never 100 unless everything is.
func percentFormula(complete, inScope string) string {
	rounded := "ROUND(100*" + complete + "/" + inScope + ",0)"
	return "IF(" + inScope + "=0," + quote(shorthand(report.NotApplicable)) +
		",IF(" + complete + "=" + inScope + ",1,IF(" + complete + "=0,0,MAX(1,MIN(99," + rounded + "))/100)))"
}

// group gives the criteria that the rows of the summary row's group meet: none for the whole. It gives false where COUNTIFS
// cannot tell the group from others, because of how its name is written; such a row keeps plain numbers.
func (s *summary) group(row int) ([]criterion, bool) {
	r := s.page.table.Rows[row]
	if r.Total {
		return nil, true
	}
	all := s.book.page(idRecommendations)
	group := s.pack.Groups(s.kind)[row]
	name := r.Cells[0].Text
	test := s.page.this(string(s.kind))
	if group.ID == report.NotGiven && s.kind != report.OfThemes {
		name, test = "", quote("")
	}
	if name != "" && !isPlain(name) {
		return nil, false
	}
	field := s.field()
	members := 0
	c := all.column(field)
	for _, position := range all.table.Rows {
		if excelEqual(position.Cells[c].Text, name) {
			members++
		}
	}
	return []criterion{{all.ref(field), test}}, members == group.N(report.Total)
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

// count gives the formula that counts a figure among the rows that meet the group's criteria; "" for a figure that only
// package report can tell.
func (s *summary) count(f report.Figure, group []criterion) string {
	all := s.book.page(idRecommendations)
	with := func(first criterion) []criterion { return append([]criterion{first}, group...) }
	yes := s.words.Say("value.yes")
	switch f {
	case report.Total:
		return countifs(with(criterion{all.ref("key"), quote("<>")})...)
	case report.Overdue:
		return countifs(with(is(all.ref("overdue"), yes))...)
	case report.DueSoon:
		return countifs(with(is(all.ref("due_soon"), yes))...)
	case report.NoDate:
		return countAny(all.ref("standing"), s.openWords(), with(is(all.ref(string(s.pack.Rules.OverdueBy)), ""))...)
	case report.Slipped:
		return countAny(all.ref("standing"), s.inScopeWords(), with(is(all.ref("slip"), ">0"))...)
	case report.NoResponse:
		if !s.responsesShow() {
			return ""
		}
		return countAny(all.ref("standing"), s.inScopeWords(), with(is(all.ref(string(report.FieldResponse)), ""))...)
	}
	if slices.Contains(report.Standings(), report.Standing(f)) {
		return countifs(with(is(all.ref("standing"), report.StandingWord(s.words, report.Standing(f))))...)
	}
	return ""
}

// any counts the recommendations that stand where one of the words says.
func (s *summary) any(words []string) string {
	return countAny(s.book.page(idRecommendations).ref("standing"), words)
}

// responsesShow tells whether an empty response on the sheet means that there is none: it may be in another language.
func (s *summary) responsesShow() bool {
	all := s.book.page(idRecommendations)
	c := all.column(string(report.FieldResponse))
	for i, row := range all.table.Rows {
		if s.pack.Positions[i].Response.IsEmpty() != (row.Cells[c].Text == "") {
			return false
		}
	}
	return true
}

// openWords, inScopeWords and outstandingWords are the words for the standings that count as open, as in scope and as
// outstanding.
func (b *book) openWords() []string {
	return b.standingWords(report.StandInProgress, report.StandNotStarted, report.StandUnrecognised)
}

func (b *book) inScopeWords() []string {
	return append(b.standingWords(report.StandComplete, report.StandAwaiting), b.openWords()...)
}

func (b *book) outstandingWords() []string {
	return append(b.openWords(), b.standingWords(report.StandAwaiting)...)
}

func (b *book) standingWords(standings ...report.Standing) []string {
	words := make([]string, len(standings))
	for i, s := range standings {
		words[i] = report.StandingWord(b.words, s)
	}
	return words
}

// labels gives the names of the figures, as the summaries print them.
func (b *book) labels() map[report.Figure]string {
	out := map[report.Figure]string{}
	for _, c := range b.pack.SummaryTable(b.words, report.OfAll).Columns {
		out[report.Figure(c.ID)] = c.Heading
	}
	return out
}
