package master

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/ooxml"
)

// refs tells which recommendations were read: their refs, and their refs with their texts.
type refs map[string]bool

// choice decides which tables beside the best one are read.
type choice struct {
	*reader
	best *table
	read []*table
	seen refs
	rows int // of the tables that are read
	left []*table
}

// take has a table read.
func (c *choice) take(t *table) {
	c.read = append(c.read, t)
	for _, l := range t.list(c.match) {
		c.rows++
		c.seen[l.key], c.seen[l.key+"\n"+l.text] = true, true
	}
}

// weigh decides on a table: it is read where its recommendations were not read yet, and named where they all were or where
// its sheet is one of another month. One of which only some were read could be the better or the worse: nobody can tell.
func (c *choice) weigh(t *table) error {
	rows := t.list(c.match)
	if len(rows) == 0 || !t.header.maybe() && !t.header.perhaps() {
		return nil
	}
	if !t.month.IsZero() && t.month != cmp.Or(c.best.month, c.options.Month) {
		c.tell(report.Note, "sheet-of-other-month", t, "Month", t.month.String())
		return nil
	}
	known, same := c.overlap(rows)
	switch {
	case t.full() && (len(known) == 0 || t.sheet.name == c.best.sheet.name && same == 0):
		c.take(t)
	case len(known) == len(rows) && (same*2 >= len(rows) || !t.full()):
		level := report.Warning // nobody said which of two alike is to be read
		if t.sheet.hidden || t.place > c.best.place || !t.full() {
			level = report.Note
		}
		c.tell(level, "table-read-already", t)
	case t.full() && len(known) < len(rows):
		return unusable("tables-overlap", "Table", c.best.named(), "Other", t.named(), "Refs", some(known), "N", strconv.Itoa(len(known)), "Rows", strconv.Itoa(len(rows))).
			at(t.sheet.name, t.cell(), t.header.last)
	default:
		c.left = append(c.left, t)
	}
	return nil
}

// overlap gives the refs of the rows that were read, and counts those whose text is the same too, or not there.
func (c *choice) overlap(rows []listed) (known []string, same int) {
	for _, l := range rows {
		if c.seen[l.key] {
			known = append(known, l.ref)
			if c.seen[l.key+"\n"+l.text] || l.text == "" || c.seen[l.key+"\n"] {
				same++
			}
		}
	}
	return known, same
}

// close names the tables that look like recommendations and are not read. Where they come to more than a tenth of what is
// read, the figures would be wrong.
func (c *choice) close() error {
	const tenth = 10
	rows := 0
	var names, why []string
	for _, t := range c.left {
		if t.header.maybe() {
			rows += len(t.list(c.match))
			names, why = append(names, t.named()), append(why, c.reason(t))
		}
	}
	if rows*tenth > c.rows {
		t := c.left[slices.IndexFunc(c.left, func(t *table) bool { return t.header.maybe() })]
		return unusable("tables-left-out", "Tables", strings.Join(names, ", "), "Reasons", strings.Join(why, ", "),
			"Left", strconv.Itoa(rows), "Read", strconv.Itoa(c.rows)).at(t.sheet.name, t.cell(), t.header.last)
	}
	for _, t := range c.left {
		c.tell(report.Warning, "table-not-read", t, "Reason", c.reason(t))
	}
	return nil
}

// reason names what keeps a table from being read: the headings that are missing or misspelt, or the refs that others have.
func (c *choice) reason(t *table) string {
	var out []string
	for _, f := range []report.Field{report.FieldRef, report.FieldRecommendation, report.FieldStatus} {
		if t.header.fields[f] > 0 {
			continue
		}
		name := c.name(f)
		if like, ok := c.match.alike(f, &t.header); ok {
			name = "“" + short(like.heading) + "” (" + name + "?)"
		}
		out = append(out, name)
	}
	if len(out) == 0 {
		out = append(out, c.name(report.FieldRef))
	}
	return strings.Join(out, ", ")
}

// tell records what becomes of a table.
func (c *choice) tell(level report.Level, code string, t *table, args ...string) {
	args = append(args, "Table", t.named(), "Rows", strconv.Itoa(len(t.list(c.match))), "Taken", c.best.named())
	c.add(level, code, place{sheet: t.sheet.name, row: t.header.last, column: t.header.extent().from}, args...)
	c.problems[len(c.problems)-1].Row = 0 // it is of no recommendation
}

// tellMonth says so where the sheet of the month is not there and that of another month was taken.
func (c *choice) tellMonth() {
	if m := c.best.month; !m.IsZero() && !c.options.Month.IsZero() && m != c.options.Month {
		c.tell(report.Warning, "month-sheet-missing", c.best)
	}
}

// tellTogether names the tables where several are read.
func (c *choice) tellTogether() {
	if len(c.read) < 2 {
		return
	}
	var names []string
	for _, t := range c.read {
		names = append(names, t.named()+" ("+strconv.Itoa(len(t.list(c.match)))+")")
	}
	c.add(report.Note, "tables-together", place{sheet: c.best.sheet.name}, "Tables", strings.Join(names, ", "))
}

// named names a table: its sheet, and the cell where its headings begin where the sheet has others.
func (t *table) named() string {
	switch {
	case t.sheet.name == "":
		return t.cell()
	case t.shared:
		return t.sheet.name + "!" + t.cell()
	}
	return t.sheet.name
}

// cell names the first cell of the headings.
func (t *table) cell() string { return ooxml.CellName(t.header.extent().from, t.header.last) }

// some names the first few of a list.
func some(names []string) string {
	const most = 5
	if len(names) > most {
		return strings.Join(names[:most], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}
