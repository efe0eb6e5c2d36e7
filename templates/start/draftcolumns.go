package start

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/master"
	"boardpack/templates"
)

// columnGuess is a field that an unknown column may be.
type columnGuess struct {
	likely
	column *master.OutlineColumn
}

// placeColumns takes unknown headings for fields, the surest guess first, and of several columns of statuses the newest.
func (d *Draft) placeColumns() {
	if !d.Outline.Known {
		d.guess(fmt.Sprintf("row %d", d.Outline.Row), "the row of the headings, by the look of it")
	}
	percents := d.setPercentsAside()
	d.placeStatus()
	guesses := d.columnGuesses()
	reasons := map[*master.OutlineColumn]string{}
	slices.SortStableFunc(guesses, func(a, b columnGuess) int { return cmp.Compare(b.weight, a.weight) })
	for _, g := range guesses {
		another := d.column(g.field) != nil && !isAnotherDue(g) // due dates may have several: the reader puts them in order
		if g.column.Field != "" || another || d.knownHeading(g.column.Heading) {
			continue
		}
		g.column.Field = g.field
		d.columns[g.field] = append(d.columns[g.field], g.column.Heading)
		reasons[g.column] = g.reason
	}
	d.placeNeeded(reasons)
	if percents != nil && d.column(report.FieldStatus) == nil {
		percents.Field = report.FieldStatus
	}
	for i := range d.Outline.Columns {
		if c := &d.Outline.Columns[i]; reasons[c] != "" {
			d.guess(columnNamed(c), d.columnName(c.Field)+", because "+reasons[c], c.Cell)
		}
	}
}

// listOwn lists the columns that stay the team's own, and asks about those that a build would point out.
func (d *Draft) listOwn() {
	pointedOut := d.pointedOut()
	for i := range d.Outline.Columns {
		switch c := &d.Outline.Columns[i]; {
		case c.Field != "" || d.isEarlierStatus(c):
		case c.Percent:
			d.Kept = append(d.Kept, fmt.Sprintf("the column \"%s\" (%s) is compared with the status", c.Heading, c.Cell))
		case pointedOut[c.Cell] != "":
			d.own, d.moved = append(d.own, c.Heading), append(d.moved, c.Heading)
			d.leave(columnNamed(c), "one of your own: "+pointedOut[c.Cell]+", move its heading from kept to columns", c.Cell)
		default:
			d.Kept = append(d.Kept, fmt.Sprintf("the column \"%s\" (%s) is kept as one of your own", c.Heading, c.Cell))
		}
	}
}

// pointedOut tells of columns that a build would point out every month, by the cells of their headings, when they are not the team's own.
func (d *Draft) pointedOut() map[string]string {
	out := map[string]string{}
	if d.register == nil {
		return out
	}
	for _, p := range d.register.Problems {
		switch {
		case p.Sheet != d.Outline.Sheet:
		case p.Code == "column-like-known", p.Code == "column-of-dates":
			out[p.Cell] = "if it is " + p.Args["Field"]
		case p.Code == "duplicate-column":
			out[p.Cell] = fmt.Sprintf("if it is to be read in place of \"%s\"", p.Args["Taken"])
		}
	}
	return out
}

// setPercentsAside takes the column of percentages out of the way; nil without one. It is the status only where nothing else is.
func (d *Draft) setPercentsAside() *master.OutlineColumn {
	for i := range d.Outline.Columns {
		if c := &d.Outline.Columns[i]; c.Percent && (c.Field == "" || c.Field == report.FieldStatus) {
			c.Field = ""
			return c
		}
	}
	return nil
}

// isAnotherDue tells a column of due dates beside one that is known: not of days on which something else was or is to be done.
func isAnotherDue(g columnGuess) bool {
	in := strings.Fields(plainWords(g.column.Heading))
	return g.field == report.FieldDue && !slices.ContainsFunc(in, func(word string) bool {
		return has([]string{"review", "reviewed", "meeting", "committee", "start", "audit", "report", "reported", "raised", "issued", "update", "updated", "adolygu", "cyfarfod"}, word)
	})
}

// askAboutDue asks about the order of several columns of due dates.
func (d *Draft) askAboutDue() {
	if d.register == nil {
		return
	}
	for _, p := range d.register.Problems {
		if p.Code == "due-columns" {
			d.guess("the columns of due dates", fmt.Sprintf("the original date \"%s\" and its revisions %s, of which the last that is filled counts", p.Args["Original"], p.Args["Revised"]), p.Cell)
		}
	}
}

// GuessColumns gives what sets the fields of an outline's columns as a draft of a template over base would.
func GuessColumns(base *templates.Template) func(o *master.Outline) {
	return func(o *master.Outline) { newDraft(base, o).placeColumns() }
}

func columnNamed(c *master.OutlineColumn) string { return fmt.Sprintf("the column \"%s\"", c.Heading) }

// columnGuesses gives every field that each unknown column may be.
func (d *Draft) columnGuesses() []columnGuess {
	var guesses []columnGuess
	for i := range d.Outline.Columns {
		c := &d.Outline.Columns[i]
		if c.Field != "" || d.hasNamesake(c) || d.knownHeading(c.Heading) || d.isEarlierStatus(c) { // a heading that is known and has no field repeats another
			continue
		}
		for _, f := range report.Fields() {
			if !fits(f, c) {
				continue
			}
			if n := byHeading(c.Heading, f, d.base.Vocabulary.Columns[f]); n > 0 {
				guesses = append(guesses, columnGuess{likely{f, "its heading holds that word", 100 + n}, c})
			} else if n := byLikeWords(c.Heading, f); n > 0 {
				guesses = append(guesses, columnGuess{likely{f, "its heading has a word for it", 150 + n}, c})
			} else if n, reason := byCells(f, c, d, d.Outline.Rows); n > 0 {
				guesses = append(guesses, columnGuess{likely{f, reason, n}, c})
			}
		}
	}
	return guesses
}

// placeNeeded takes, for a needed column that is still missing, one that has another use or none: the numbers under a heading that
// repeats another, and the longest texts.
func (d *Draft) placeNeeded(reasons map[*master.OutlineColumn]string) {
	for _, f := range []report.Field{report.FieldRef, report.FieldRecommendation} {
		if d.column(f) != nil {
			continue
		}
		var best *master.OutlineColumn
		for i := range d.Outline.Columns {
			c := &d.Outline.Columns[i]
			if d.mayBeNeeded(f, c) && (best == nil || f == report.FieldRecommendation && c.Letters*best.Filled > best.Letters*c.Filled) {
				best = c
			}
		}
		if best != nil {
			best.Field, reasons[best] = f, "nothing else can be it"
			d.columns[f], d.moved = append(d.columns[f], best.Heading), append(d.moved, best.Heading)
		}
	}
}

// mayBeNeeded tells whether a column could be the refs or the recommendations, for want of a better one.
func (d *Draft) mayBeNeeded(f report.Field, c *master.OutlineColumn) bool {
	const words = 15 // letters of a text on average; names and statuses are shorter
	if d.isEarlierStatus(c) || d.hasNamesake(c) {
		return false
	}
	distinct := len(c.Values)*10 >= c.Filled*8 && c.Filled*2 >= d.Outline.Rows && c.Filled > 0
	if f == report.FieldRef {
		n, _ := byCells(f, c, d, d.Outline.Rows)
		return c.Field == "" && n > 0
	}
	return distinct && c.Dates == 0 && c.Letters >= words*c.Filled && (c.Field == "" || c.Field == report.FieldResponse)
}

// hasNamesake tells whether the heading cannot be given to a field, because it says nothing or another column with the same one has a use.
func (d *Draft) hasNamesake(c *master.OutlineColumn) bool {
	heading := fold.Word(c.Heading)
	return heading == "" || c.Percent || slices.ContainsFunc(d.Outline.Columns, func(other master.OutlineColumn) bool {
		return other.Cell != c.Cell && fold.Word(other.Heading) == heading && (other.Field != "" || other.Percent || d.isEarlierStatus(&other))
	})
}

// knownHeading tells whether a heading is a name of a field, of the base or drafted.
func (d *Draft) knownHeading(heading string) bool {
	for _, f := range report.Fields() {
		if has(d.base.Vocabulary.Columns[f], heading) || has(d.columns[f], heading) {
			return true
		}
	}
	return fold.Word(heading) == ""
}

// placeStatus takes the newest of several columns of statuses for the status, and asks. The others stay, as earlier ones.
func (d *Draft) placeStatus() {
	var columns []*master.OutlineColumn
	for i := range d.Outline.Columns {
		if c := &d.Outline.Columns[i]; d.holdsStatuses(c) {
			columns = append(columns, c)
		}
	}
	if len(columns) < 2 {
		return
	}
	names := d.base.Vocabulary.Columns[report.FieldStatus]
	newest := newestColumn(columns, names, d.Outline.Rows)
	filled := len(slices.DeleteFunc(slices.Clone(columns), func(c *master.OutlineColumn) bool { return c.Filled == 0 }))
	for _, c := range columns {
		if c.Field = ""; c == newest {
			c.Field = report.FieldStatus
			d.first[report.FieldStatus] = c.Heading
			d.guess(columnNamed(c), fmt.Sprintf("%s, as the newest of %d filled columns of statuses", d.columnName(report.FieldStatus), filled), c.Cell)
			continue
		}
		d.earlier = append(d.earlier, c.Cell)
		if c.Filled > 0 {
			d.own = append(d.own, c.Heading)
			d.moved = append(d.moved, c.Heading)
		}
		d.guess(columnNamed(c), notNewest(agedOf(c, names)), c.Cell)
	}
}

// notNewest says what a column of statuses is that is not taken for the status.
func notNewest(c agedColumn) string {
	switch {
	case c.Filled == 0:
		return "a status that is still to come: when it is filled in, write its heading first under status in columns"
	case c.age == dated, c.age == wasBefore:
		return "an earlier status, which is shown and not counted"
	}
	return "another status, which is shown and not counted"
}

// holdsStatuses tells a column that may be the status: by its heading, and by what stands below it.
func (d *Draft) holdsStatuses(c *master.OutlineColumn) bool {
	switch {
	case c.Field != "" && c.Field != report.FieldStatus, c.Percent, !fits(report.FieldStatus, c):
		return false
	case c.Field == report.FieldStatus:
		return true
	}
	return d.isStatusHeading(c.Heading) && (c.Filled == 0 || d.shareOfStates(c) >= 0.5)
}

// isStatusHeading tells a heading that holds a name of the status or, where no heading of the master does, one of colours.
func (d *Draft) isStatusHeading(heading string) bool {
	names := d.base.Vocabulary.Columns[report.FieldStatus]
	named := func(heading string) bool {
		return has(names, heading) || byHeading(heading, report.FieldStatus, names) > 0
	}
	if named(heading) {
		return true
	}
	anyNamed := slices.ContainsFunc(d.Outline.Columns, func(c master.OutlineColumn) bool { return named(c.Heading) })
	return !anyNamed && byLikeWords(heading, report.FieldStatus) > 0
}

func (d *Draft) isEarlierStatus(c *master.OutlineColumn) bool {
	return slices.Contains(d.earlier, c.Cell)
}

// shareOfStates is the part of a column's filled cells that hold a status or a colour, from 0 to 1.
func (d *Draft) shareOfStates(c *master.OutlineColumn) float64 {
	return share(c, func(text string) bool { return isColour(text) || d.stateOf(text) != "" })
}

func isColour(text string) bool {
	return has([]string{"red", "amber", "green", "blue", "grey", "yellow", "r", "a", "g", "b", "coch", "ambr", "oren", "gwyrdd", "glas", "melyn"}, text)
}
