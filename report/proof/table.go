package proof

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
)

// table is a table as it was read back, from either file.
type table struct {
	name     string
	headings []string
	rows     [][]string
	place    func(row, column int) string
	stored   bool // cells hold what a spreadsheet stores: shares, serial numbers of days; else what a reader sees
}

// column gives the place of the column with a heading, -1 when there is none.
func (t *table) column(heading string) int { return slices.Index(t.headings, heading) }

// proof is one run over one file.
type proof struct {
	*differences
	wording
	figures *figures
	days    int // what "due soon" means, 0 where it is not known
	labels  map[label]string
}

func newProof(f *figures, w report.Words, days int) *proof {
	d := &differences{}
	return &proof{differences: d, figures: f, days: days, labels: map[label]string{}, wording: wording{Words: w, differences: d, heard: map[string]bool{}}}
}

// label names a heading that has been asked for: every row of a table does.
type label struct {
	figure report.Figure
	days   int
}

// label is the heading of a figure.
func (p *proof) label(f report.Figure) string {
	key := label{f, p.days}
	text, ok := p.labels[key]
	if !ok {
		text = p.say("figure."+string(f), "Days", p.days)
		p.labels[key] = text
	}
	return text
}

// expectation is what a cell should hold.
type expectation struct {
	heading string
	what    string
	kind    report.Kind
	n       int
	text    string // of a text, or the ISO day of a date; "" for a cell that holds nothing
	absent  bool
}

func number(heading, what string, n int) expectation {
	return expectation{heading: heading, what: what, kind: report.KindCount, n: n}
}

func word(heading, what, text string) expectation {
	return expectation{heading: heading, what: what, kind: report.KindText, text: text, absent: text == ""}
}

func day(heading, what string, iso *string) expectation {
	e := expectation{heading: heading, what: what, kind: report.KindDate, absent: iso == nil}
	if iso != nil {
		e.text = *iso
	}
	return e
}

// compareRow compares the cells of a row. A column that the table lacks is passed over, unless all are needed.
func (p *proof) compareRow(t *table, row int, needAll bool, expected []expectation) {
	for _, e := range expected {
		c := t.column(e.heading)
		if c < 0 {
			if needAll {
				p.add(t.name, "a column "+strconv.Quote(e.heading), e.what, "")
			}
			continue
		}
		found := ""
		if row < len(t.rows) && c < len(t.rows[row]) {
			found = t.rows[row][c]
		}
		if wanted, same := p.compare(t, e, found); !same {
			p.add(t.place(row, c), e.what, wanted, shown(found))
		}
	}
}

// shown is what an error says of a cell: an empty one is told as such.
func shown(found string) string {
	if found == "" {
		return "empty"
	}
	return found
}

// compare tells whether a cell holds what it should, and how that is written there.
func (p *proof) compare(t *table, e expectation, found string) (wanted string, same bool) {
	switch {
	case e.absent:
		return "no value", p.isMissing(found)
	case e.kind == report.KindPercent && t.stored:
		share, err := strconv.ParseFloat(found, 64)
		return fmt.Sprint(float64(e.n) / 100), err == nil && math.Abs(share*100-float64(e.n)) < 1e-6
	case e.kind == report.KindPercent:
		wanted = p.say("value.percent", "Percent", e.n)
	case e.kind == report.KindDate && t.stored:
		wanted = serial(e.text)
		return wanted, found == wanted || found == p.shortDate(e.text)
	case e.kind == report.KindDate:
		wanted = p.shortDate(e.text)
	case e.kind == report.KindCount:
		wanted = strconv.Itoa(e.n)
		return wanted, strings.ReplaceAll(found, "\u2212", "-") == wanted
	default:
		wanted = e.text
	}
	return wanted, sameText(wanted, found)
}

// isMissing tells whether a cell says that it has no value.
func (p *proof) isMissing(found string) bool {
	return slices.Contains([]string{"", "[x]", "[z]", p.Say("pdf.missing.x"), p.Say("pdf.missing.z"), p.Say("value.not_applicable"), p.Say("value.none")}, found)
}

// serial is the number that a spreadsheet stores for a day.
func serial(iso string) string {
	d, err := dates.ParseISODate(iso)
	if err != nil {
		return ""
	}
	return strconv.Itoa(d.DaysSince(report.Date{Year: 1899, Month: 12, Day: 30}))
}

// sameText compares texts without the spaces at which lines are broken; numbers must not run together for it.
func sameText(a, b string) bool {
	if a == b {
		return true
	}
	return squeeze(a) == squeeze(b) && slices.Equal(numbersIn(a), numbersIn(b))
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
