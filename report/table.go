package report

import "strings"

// Table is what both renderers draw: the PDF as a tagged table, the workbook as an Excel table. Texts are in the pack's
// language; cells are typed, so that each renderer can align, format and link them.
type Table struct {
	ID      string // "summary_themes": the workbook's table name, the PDF's anchor
	Title   string
	Purpose string // one sentence: what the table holds
	Columns []Column
	Rows    []Row
	Notes   []string
	Empty   string // the sentence to print when there are no rows
}

// Column is one column of a table.
type Column struct {
	ID      string // a figure's name, a field's name or a word of the table's own
	Heading string
	Kind    Kind
	Width   int // a fair share of the width, in characters
}

// Row is one row of a table.
type Row struct {
	Cells []Cell // in step with Table.Columns
	Key   string // the recommendation that the row is of, "" when it is of none
	Total bool   // a row that sums up the others
}

// Kind says how a cell is typed.
type Kind string

// The kinds. Empty cells of any kind have Text "" or carry a stated reason; see Cell.Reason.
const (
	KindText     Kind = "text"
	KindCount    Kind = "count"   // N
	KindPercent  Kind = "percent" // N in whole percent, Of and Part behind it
	KindDate     Kind = "date"    // Date
	KindDays     Kind = "days"    // N
	KindRating   Kind = "rating"  // Rating, with its word in Text
	KindKey      Kind = "key"     // Text is a recommendation's key: a link to it
	KindLongText Kind = "long"    // free text of any length
)

// Cell is one typed cell. Text always holds what a reader should see.
type Cell struct {
	Kind     Kind
	Text     string
	Lang     string // language of Text where it is not the pack's, else ""
	N        int    // of a count, a percentage or days
	Date     Date
	Rating   Rating
	Standing Standing  // of a cell that shows one
	Figure   FigureRef // the figure that the cell shows, so that it can be traced; zero for none
	Missing  Missing   // why the cell has no value
	Links    []string  // keys that Text names, for links
}

// Missing is the reason why a cell holds nothing.
type Missing string

// The reasons, as in the Analysis Function's shorthand: [x] not available, [z] not applicable.
const (
	HasValue      Missing = ""
	NotAvailable  Missing = "x"
	NotApplicable Missing = "z"
)

// FigureRef names one figure of one group: "training.overdue".
type FigureRef struct {
	Of     GroupKind
	ID     string
	Figure Figure
}

// GroupKind is what a group groups by.
type GroupKind string

// The kinds of groups.
const (
	OfAll      GroupKind = "all"
	OfThemes   GroupKind = "themes"
	OfHeadings GroupKind = "headings"
	OfSources  GroupKind = "sources"
	OfOwners   GroupKind = "owners"
)

// Select gives the table with only the named columns, in that order. Unknown names are left out.
func (t Table) Select(ids ...string) Table {
	place := map[string]int{}
	for i, c := range t.Columns {
		place[c.ID] = i
	}
	var columns []Column
	var from []int
	for _, id := range ids {
		if i, ok := place[id]; ok {
			columns, from = append(columns, t.Columns[i]), append(from, i)
		}
	}
	rows := make([]Row, len(t.Rows))
	for r, row := range t.Rows {
		cells := make([]Cell, len(from))
		for i, c := range from {
			cells[i] = row.Cells[c]
		}
		rows[r] = Row{Cells: cells, Key: row.Key, Total: row.Total}
	}
	t.Columns, t.Rows = columns, rows
	return t
}

// Run is a stretch of a sentence: plain, bold, or a link to a recommendation.
type Run struct {
	Text string
	Bold bool
	Key  string // the recommendation that the run links to, "" for none
	Lang string // where it is not the pack's language
}

// Sentence is rich text in the pack's language.
type Sentence []Run

// Plain gives the sentence without its marks.
func (s Sentence) Plain() string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(r.Text)
	}
	return b.String()
}

// ParseRuns reads the marks of a message: **bold**, [[key]] for a link to a recommendation. Anything unpaired is text.
func ParseRuns(s string) Sentence {
	var out Sentence
	bold := false
	for s != "" {
		i, mark := nextMark(s)
		if i > 0 {
			out = append(out, Run{Text: s[:i], Bold: bold})
			s = s[i:]
		}
		switch mark {
		case "**":
			bold, s = !bold, s[2:]
		case "[[":
			key, rest, _ := strings.Cut(s[2:], "]]")
			out, s = append(out, Run{Text: key, Bold: bold, Key: key}), rest
		}
	}
	return out
}

// nextMark finds the first mark that has its other half, and gives len(s) and "" when none is left.
func nextMark(s string) (int, string) {
	bold, link := strings.Index(s, "**"), strings.Index(s, "[[")
	if link >= 0 && !strings.Contains(s[link:], "]]") {
		link = -1
	}
	switch {
	case bold < 0 && link < 0:
		return len(s), ""
	case link < 0 || bold >= 0 && bold < link:
		return bold, "**"
	}
	return link, "[["
}
