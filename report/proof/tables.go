package proof

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/named"
)

// table holds the headings of a table to their messages, each cell to the value of its row and column, and the rows to the lists that the
// table says they are.
func (c *checking) table(t *content.Table) {
	for _, column := range t.Columns {
		if column.Message == "" {
			continue
		}
		if wanted := c.words.term(column.Message); wanted != column.Heading {
			c.add(t.ID, "the heading of "+column.ID, wanted, column.Heading)
		}
		if last := column.Message[strings.IndexByte(column.Message, '.')+1:]; !strings.HasSuffix(last, column.ID) && !strings.HasSuffix(column.Message, column.ID) && !strings.HasPrefix(column.Message, "workbook.") {
			c.add(t.ID, "the message of the heading of "+column.ID, column.ID, column.Message)
		}
	}
	for r := range t.Rows {
		row := &t.Rows[r]
		if len(row.Cells) != len(t.Columns) {
			c.add(t.ID, "the cells of row "+strconv.Itoa(r+1), strconv.Itoa(len(t.Columns)), strconv.Itoa(len(row.Cells)))
			continue
		}
		if !row.Of.IsZero() {
			for i := range row.Cells {
				c.cell(t, row, i)
			}
		}
	}
	c.lists(t)
	c.complete(t)
}

// cell compares a cell with the value of its row and column.
func (c *checking) cell(t *content.Table, row *content.Row, i int) {
	column := &t.Columns[i]
	c.value(&row.Cells[i], column.ID, row.Of, column.Kind, func() string { return t.ID + ", " + row.Of.String() + ", column " + column.ID })
}

// value compares a cell with the value of a name of what its row is of.
func (c *checking) value(cell *content.Cell, name string, of content.Ref, kind content.Kind, place func() string) {
	v := c.figures.cell(of, name)
	if cell.Missing != content.HasValue {
		if !mayBeMissing(v) {
			forms, _ := c.forms(v, of.Of)
			c.add(place(), "a value", first(forms), "")
		}
		return
	}
	c.inStep(cell, v, place)
	if v.kind == keys && kind != content.KindCount {
		c.sameKeys(cell, v.list, place)
		return
	}
	if v.kind == text && cell.Text == v.text || v.kind == number && cell.Text == strconv.Itoa(v.n) {
		return // most are; the rest is more work
	}
	forms, known := c.forms(v, groupsOf(of))
	switch {
	case v.kind == share:
		forms = []string{c.words.Say("value.percent", "Percent", v.n)}
	case !known && typed(cell.Kind) && of.Place != content.PlaceQuoted:
		c.add(place(), "a value that no figure gives", "", cell.Text)
	case v.kind == absent:
		forms = []string{c.words.term("value.none"), c.words.term("value.no_reason")}
	}
	if known && !slices.Contains(forms, cell.Text) {
		c.add(place(), "the cell", first(forms), cell.Text)
	}
}

// groupsOf is the kind of groups that the columns of a row name.
func groupsOf(of content.Ref) string {
	if of.Place == content.PlaceFigure {
		return of.Of
	}
	return string(report.OfThemes)
}

// mayBeMissing tells whether a cell may say that there is no value: where there is none, or it is nought, or only the file knows.
func mayBeMissing(v value) bool {
	switch v.kind {
	case number:
		return v.n == 0
	case keys:
		return len(v.list) == 0 && v.n == 0
	case text:
		return v.text == ""
	case names:
		return false
	case unknown, absent:
		return true
	}
	return false
}

// typed tells of cells whose value must be known.
func typed(k content.Kind) bool {
	switch k {
	case content.KindCount, content.KindPercent, content.KindDays, content.KindDate, content.KindRating, content.KindKey:
		return true
	}
	return false
}

// inStep holds the parts of a cell to each other: its text is its number, its day, its rating or its standing.
func (c *checking) inStep(cell *content.Cell, v value, place func() string) {
	switch {
	case cell.Kind == content.KindDate && cell.Text != c.words.ShortDate(cell.Date) && cell.Text != c.words.Date(cell.Date):
		c.add(place(), "the day as it is written", c.words.ShortDate(cell.Date), cell.Text)
	case cell.Kind == content.KindRating && cell.Text != named.Rating(c.words, cell.Rating):
		c.add(place(), "the rating in words", named.Rating(c.words, cell.Rating), cell.Text)
	case cell.Standing != "" && cell.Text != named.Standing(c.words, cell.Standing):
		c.add(place(), "the standing in words", named.Standing(c.words, cell.Standing), cell.Text)
	case (cell.Kind == content.KindCount || cell.Kind == content.KindDays) && numeric(v) && cell.N != v.n:
		c.add(place(), "the number", strconv.Itoa(v.n), strconv.Itoa(cell.N))
	case cell.Kind == content.KindPercent && cell.N != v.n:
		c.add(place(), "the percentage", strconv.Itoa(v.n), strconv.Itoa(cell.N))
	case cell.Kind == content.KindDate && v.kind == day && cell.Date.String() != v.text:
		c.add(place(), "the day", v.text, cell.Date.String())
	}
}

// sameKeys holds the recommendations that a cell names to a list.
func (c *checking) sameKeys(cell *content.Cell, list []string, place func() string) {
	found := cell.Keys
	for _, r := range cell.Runs {
		if r.Ref.Element > 0 {
			found = append(found[:len(found):len(found)], r.Text)
		}
	}
	if !slices.Equal(found, list) || len(cell.Keys) > 0 && cell.Text != strings.Join(cell.Keys, ", ") {
		c.add(place(), "the recommendations", strings.Join(list, ", "), cell.Text)
	}
}

// lists holds the rows of a table to the lists that they are, one list after the other.
func (c *checking) lists(t *content.Table) {
	if len(t.Lists) == 0 {
		return
	}
	at := 0
	for _, list := range t.Lists {
		wanted := c.figures.value(list).list
		found := make([]string, 0, len(wanted))
		for ; at < len(t.Rows) && len(found) < len(wanted); at++ {
			found = append(found, t.Rows[at].Key)
		}
		if t.Shuffled {
			wanted, found = slices.Sorted(slices.Values(wanted)), slices.Sorted(slices.Values(found))
		}
		if !slices.Equal(wanted, found) {
			c.add(t.ID, "the recommendations of "+list.String(), strings.Join(wanted, ", "), strings.Join(found, ", "))
		}
	}
	if at != len(t.Rows) {
		c.add(t.ID, "the number of rows", strconv.Itoa(at), strconv.Itoa(len(t.Rows)))
	}
	for i := range t.Rows {
		if row := &t.Rows[i]; row.Of.Place == content.PlaceRecommendation && row.Of.ID != row.Key {
			c.add(t.ID, "what row "+strconv.Itoa(i+1)+" is of", row.Key, row.Of.ID)
		}
	}
}

// complete sees to it that a table of things that the figures file numbers has each of them once, in order.
func (c *checking) complete(t *content.Table) {
	var found []string
	for i := range t.Rows {
		found = append(found, t.Rows[i].Of.String())
	}
	if wanted := c.all(t); wanted != nil && !slices.Equal(wanted, found) {
		c.add(t.ID, "the rows", strings.Join(wanted, ", "), strings.Join(found, ", "))
	}
}

// all gives the addresses of the rows that a table must have, by what its first row is of; nil where that is open.
func (c *checking) all(t *content.Table) []string {
	if len(t.Rows) == 0 || len(t.Lists) > 0 {
		return nil
	}
	f, of := c.figures, t.Rows[0].Of
	var out []string
	numbered := func(n int) []string {
		for i := range n {
			at := content.Ref{Place: of.Place, Index: i + 1}
			out = append(out, at.String())
		}
		return out
	}
	switch of.Place {
	case content.PlaceTrend:
		return numbered(len(f.Trend))
	case content.PlaceChange:
		return numbered(len(f.Movement.Changes))
	case content.PlaceProblem:
		return numbered(len(f.Problems))
	case content.PlaceRestated:
		return numbered(len(f.Restated.Figures))
	case content.PlaceBridge:
		for _, b := range f.Movement.Themes {
			out = append(out, content.Ref{Place: of.Place, ID: b.ID}.String())
		}
		return append(out, content.Ref{Place: of.Place, ID: "all"}.String())
	case content.PlaceReason:
		return c.reasons(t)
	case content.PlaceFigure:
		if of.Name == "" {
			for _, g := range f.groups(report.GroupKind(of.Of)) {
				out = append(out, content.Ref{Place: of.Place, Of: of.Of, ID: g.ID}.String())
			}
			return append(out, content.Ref{Place: of.Place, Of: "all", ID: "all"}.String())
		}
	}
	return nil
}

// reasons gives every reason of each figure that the table explains, in the order of the file.
func (c *checking) reasons(t *content.Table) []string {
	shown := map[string]bool{}
	for i := range t.Rows {
		shown[t.Rows[i].Of.ID] = true
	}
	var out []string
	for _, change := range c.figures.FigureChanges {
		for i := range change.Reasons {
			if shown[string(change.Figure)] {
				out = append(out, content.Ref{Place: content.PlaceReason, ID: string(change.Figure), Index: i + 1}.String())
			}
		}
	}
	return out
}

// cell gives the value of a row under a column: of a row that is of a thing, its value of the column's name; of one that is of a figure
// alone, the figure's name, number, list and so on.
func (f *figures) cell(of content.Ref, column string) value {
	switch {
	case of.Place == content.PlaceFigure && of.Name != "":
		return f.facet(of, column)
	case of.Place == content.PlaceFigure && column == of.Of || of.Place == content.PlaceFigure && isGroupKind(column):
		return value{kind: names, list: []string{of.ID}}
	case of.Place == content.PlaceBridge && isGroupKind(column):
		return value{kind: names, list: []string{of.ID}}
	case of.Place == content.PlaceWord:
		if column == of.Of {
			return termOf(of.Of, of.ID)
		}
		return value{}
	case of.Place == content.PlaceQuoted:
		return f.coverFact(of.ID, column)
	}
	of.Name = column
	return f.at(of)
}

func isGroupKind(column string) bool {
	return slices.Contains([]string{"themes", "headings", "sources", "owners"}, column)
}

// facet gives what a column says of one figure.
func (f *figures) facet(of content.Ref, column string) value {
	switch column {
	case "figure", "band":
		return termOf("figure", of.Name)
	case "number_before":
		return f.before(report.Figure(of.Name))
	case "number", "refs":
		return f.at(of)
	}
	return value{}
}

// coverFact gives what the cover says beside a name.
func (f *figures) coverFact(id, column string) value {
	if column != "value" {
		return value{}
	}
	switch id {
	case "as_at":
		return dayOf(&f.AsAt)
	case "compared_with":
		if len(f.Trend) < 2 {
			return value{kind: absent}
		}
		return dayOf(&f.Trend[len(f.Trend)-2].AsAt)
	case "draft":
		if f.Draft != nil && *f.Draft {
			return value{kind: word, text: "cover.draft.yes"}
		}
		if f.Draft != nil {
			return value{kind: word, text: "cover.draft.no"}
		}
	}
	return value{}
}
