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
	page   *page
	kind   report.GroupKind
	groups []members // in step with the rows; made when first asked for
}

// link leads from a figure to the table that it counts, and says which filter shows its rows; from a group's name too.
func (s *summary) link(row int, column report.Column) link {
	all := s.book.page(idRecommendations)
	to := link{place: quoteSheet(all.tab) + "!" + cellName(1, all.grid.header)}
	cell := s.page.table.Rows[row].Cells[s.page.column(column.ID)]
	switch {
	case column.ID == string(s.kind):
		return to
	case column.Kind != report.KindCount || cell.N == 0:
		return link{}
	}
	to.tip = shorten(s.filterOf(report.Figure(column.ID), s.group(row)).Sentence(s.words), maxTip)
	return to
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
	case report.PercentComplete:
		return percentFormula(s.page.this(string(report.FigComplete)), s.page.this(string(report.InScope)))
	default:
		group := s.group(row)
		if !group.countable {
			return ""
		}
		return s.book.count(f, group.criterion)
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

// members is how the rows of a group are found on the Recommendations sheet.
type members struct {
	criterion criterion      // of COUNTIFS; none for the whole
	countable bool           // COUNTIFS can tell the group from others; if not, because of how its name is written, numbers are plain
	choice    *report.Choice // of the filter; nil for the whole
	exact     bool           // the filter shows the group's rows and no others
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
	m := members{choice: &report.Choice{Column: field, Heading: all.heading(field), Words: s.book.entries(field, group)}}
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
	m.countable = (name == "" || isPlain(name)) && tally[foldCase(name)] == group.N(report.Total)
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

func (b *book) countFormula(f report.Figure, group []criterion) string {
	all := b.page(idRecommendations)
	with := func(first criterion) []criterion { return append([]criterion{first}, group...) }
	yes := b.words.Say("value.yes")
	switch f {
	case report.InScope:
		return countAny(all.ref("standing"), b.inScopeWords(), group...)
	case report.Open:
		return countAny(all.ref("standing"), b.openWords(), group...)
	case report.Outstanding:
		return countAny(all.ref("standing"), b.outstandingWords(), group...)
	case report.Total:
		return countifs(with(criterion{all.ref("key"), quote("<>")})...)
	case report.Overdue:
		return countifs(with(is(all.ref("overdue"), yes))...)
	case report.DueSoon:
		return countifs(with(is(all.ref("due_soon"), yes))...)
	case report.NoDate:
		return countAny(all.ref("standing"), b.openWords(), with(is(all.ref(string(b.pack.Rules.OverdueBy)), ""))...)
	case report.Slipped:
		return countAny(all.ref("standing"), b.inScopeWords(), with(is(all.ref("slip"), ">0"))...)
	case report.NoResponse:
		if !b.responsesShow() {
			return ""
		}
		return countAny(all.ref("standing"), b.inScopeWords(), with(is(all.ref(string(report.FieldResponse)), ""))...)
	}
	if slices.Contains(report.Standings(), report.Standing(f)) {
		return countifs(with(is(all.ref("standing"), report.StandingWord(b.words, report.Standing(f))))...)
	}
	return ""
}

// responsesShow tells whether an empty response on the sheet means that there is none: it may be in another language.
func (b *book) responsesShow() bool {
	if b.answers == nil {
		all := b.page(idRecommendations)
		c := all.column(string(report.FieldResponse))
		show := true
		for i, row := range all.table.Rows {
			show = show && b.pack.Positions[i].Response.IsEmpty() == (row.Cells[c].Text == "")
		}
		b.answers = &show
	}
	return *b.answers
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
