package proof

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/named"
	"boardpack/report/proof/figures"
	"boardpack/report/proof/texts"
)

// table holds the texts of a table to their addresses, its headings to their messages, each cell to the value of its row and column, and the
// rows to the lists that the table says they are.
func (c *checking) table(t *content.Table) {
	c.place = t.ID
	t.EachTextAround(c.text)
	for _, column := range t.Columns {
		if column.Message == "" {
			continue
		}
		c.said(column.Message, column.Heading)
		if wanted := c.words.Term(column.Message); wanted != column.Heading {
			c.Add(t.ID, "the heading of "+column.ID, wanted, column.Heading)
		}
		if last := column.Message[strings.IndexByte(column.Message, '.')+1:]; !strings.HasSuffix(last, column.ID) && !strings.HasSuffix(column.Message, column.ID) && !strings.HasPrefix(column.Message, "workbook.") {
			c.Add(t.ID, "the message of the heading of "+column.ID, column.ID, column.Message)
		}
	}
	for r := range t.Len() {
		row := t.Row(r)
		c.place = t.ID
		row.EachText(c.text)
		if row.Of.Place != content.PlaceRecommendation {
			c.rows[row.Of] = true
		}
		if len(row.Cells) != len(t.Columns) {
			c.Add(t.ID, "the cells of row "+strconv.Itoa(r+1), strconv.Itoa(len(t.Columns)), strconv.Itoa(len(row.Cells)))
			continue
		}
		for i := range row.Cells {
			if row.Key != "" {
				c.place = t.ID
				c.ofOne(row.Key, row.Cells[i].Runs)
			}
			if of := row.Cells[i].Of(); !of.IsZero() {
				c.ofItsOwn(t, &row.Cells[i], of)
			} else if !row.Of.IsZero() {
				c.cell(t, &row, i)
			}
		}
		if !row.In.IsZero() && !slices.Contains(c.figures.Value(row.In).List, row.Key) {
			c.Add(t.ID, "a recommendation of "+row.In.String(), "", row.Key)
		}
	}
	c.groups(t)
	c.lists(t)
	c.complete(t)
}

// cell compares a cell with the value of its row and column.
func (c *checking) cell(t *content.Table, row *content.Row, i int) {
	column := &t.Columns[i]
	c.value(&row.Cells[i], column.ID, row.Of, column.Kind, func() string { return t.ID + ", " + row.Of.String() + ", column " + column.ID })
}

// ofItsOwn compares a cell with the value of its own address: a number, or the recommendations behind it.
func (c *checking) ofItsOwn(t *content.Table, cell *content.Cell, of content.Ref) {
	v := c.figures.Value(of)
	place := func() string { return t.ID + ", " + of.String() }
	switch {
	case cell.Number() != v.N:
		c.Add(place(), "the number", strconv.Itoa(v.N), strconv.Itoa(cell.Number()))
	case len(cell.Keys()) > 0:
		c.sameKeys(cell, v.List, place)
	case cell.Kind == content.KindCount && cell.Text != strconv.Itoa(v.N), v.N == 0 && texts.Digits(cell.Text) != nil && cell.Text != "0":
		c.Add(place(), "the cell", strconv.Itoa(v.N), cell.Text)
	}
}

// groups holds the number in the head of a group to the rows below it; its index is how many of the group have none.
func (c *checking) groups(t *content.Table) {
	for r := range t.Rows { // those that are made have no groups
		n := 1
		for n < len(t.Rows)-r && len(t.Rows[r+n].Group) == 0 {
			n++
		}
		for _, run := range t.Rows[r].Group {
			if run.Ref.Place == content.PlaceLayout && run.Ref.Name == "group" && run.Text != strconv.Itoa(n+run.Ref.Index) {
				c.Add(t.ID, "the number of rows in a group", strconv.Itoa(n+run.Ref.Index), run.Text)
			}
		}
	}
}

// value compares a cell with the value of a name of what its row is of.
func (c *checking) value(cell *content.Cell, name string, of content.Ref, kind content.Kind, place func() string) {
	v := c.figures.Cell(of, name)
	if cell.Missing != content.HasValue {
		if !v.MayBeMissing() {
			forms, _ := c.words.Forms(v, of.Of)
			c.Add(place(), "a value", first(forms), "")
		}
		return
	}
	c.inStep(cell, v, place)
	if v.Kind == figures.Keys && kind != content.KindCount {
		c.sameKeys(cell, v.List, place)
		return
	}
	if v.Kind == figures.Text && v.In == nil && cell.Text == v.Text || v.Kind == figures.Number && cell.Text == strconv.Itoa(v.N) {
		return // most are; the rest is more work
	}
	forms, known := c.words.Forms(v, groupsOf(of))
	switch {
	case v.Kind == figures.Share:
		forms = []string{c.words.Say("value.percent", "Percent", v.N)}
	case !known && typed(cell.Kind) && of.Place != content.PlaceQuoted:
		c.Add(place(), "a value that no figure gives", "", cell.Text)
	case v.Kind == figures.Absent:
		forms = []string{c.words.Term("value.none"), c.words.Term("value.no_reason")}
	}
	if known && !slices.Contains(forms, cell.Text) {
		c.Add(place(), "the cell", first(forms), cell.Text)
	}
}

// groupsOf is the kind of groups that the columns of a row name.
func groupsOf(of content.Ref) string {
	if of.Place == content.PlaceFigure || of.Place == content.PlaceBridge && of.Of != "" {
		return of.Of
	}
	return string(report.OfThemes)
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
func (c *checking) inStep(cell *content.Cell, v figures.Value, place func() string) {
	switch {
	case len(cell.Runs) > 0 && !cell.Date.IsZero() && cell.Runs[0].Text != c.words.ShortDate(cell.Date):
		c.Add(place(), "the day by which it stands in order", cell.Runs[0].Text, c.words.ShortDate(cell.Date))
	case cell.Kind == content.KindDate && cell.Text != c.words.ShortDate(cell.Date) && cell.Text != c.words.Date(cell.Date):
		c.Add(place(), "the day as it is written", c.words.ShortDate(cell.Date), cell.Text)
	case cell.Kind == content.KindRating && cell.Text != named.Rating(c.words, cell.Rating()):
		c.Add(place(), "the rating in words", named.Rating(c.words, cell.Rating()), cell.Text)
	case cell.Standing() != "" && cell.Text != named.Standing(c.words, cell.Standing()):
		c.Add(place(), "the standing in words", named.Standing(c.words, cell.Standing()), cell.Text)
	case (cell.Kind == content.KindCount || cell.Kind == content.KindDays) && v.IsNumber() && cell.N != v.N:
		c.Add(place(), "the number", strconv.Itoa(v.N), strconv.Itoa(cell.N))
	case cell.Kind == content.KindPercent && cell.N != v.N:
		c.Add(place(), "the percentage", strconv.Itoa(v.N), strconv.Itoa(cell.N))
	case cell.Kind == content.KindDate && v.Kind == figures.Day && cell.Date.String() != v.Text:
		c.Add(place(), "the day", v.Text, cell.Date.String())
	}
}

// sameKeys holds the recommendations that a cell names to a list.
func (c *checking) sameKeys(cell *content.Cell, list []string, place func() string) {
	found := cell.Keys()
	for _, r := range cell.Runs {
		if r.Ref.Element > 0 {
			found = append(found[:len(found):len(found)], r.Text)
		}
	}
	if !slices.Equal(found, list) || len(cell.Keys()) > 0 && cell.Text != strings.Join(cell.Keys(), ", ") {
		c.Add(place(), "the recommendations", strings.Join(list, ", "), cell.Text)
	}
}

// lists holds the rows of a table to the lists that they are, one list after the other.
func (c *checking) lists(t *content.Table) {
	if len(t.Lists) == 0 {
		return
	}
	at := 0
	for _, list := range t.Lists {
		wanted := c.figures.Value(list).List
		found := make([]string, 0, len(wanted))
		for ; at < t.Len() && len(found) < len(wanted); at++ {
			found = append(found, t.Head(at).Key)
		}
		if t.Shuffled {
			wanted, found = slices.Sorted(slices.Values(wanted)), slices.Sorted(slices.Values(found))
		}
		if !slices.Equal(wanted, found) {
			c.Add(t.ID, "the recommendations of "+list.String(), strings.Join(wanted, ", "), strings.Join(found, ", "))
		}
	}
	if at != t.Len() {
		c.Add(t.ID, "the number of rows", strconv.Itoa(at), strconv.Itoa(t.Len()))
	}
	for i := range t.Len() {
		if row := t.Head(i); row.Of.Place == content.PlaceRecommendation && row.Of.ID != row.Key {
			c.Add(t.ID, "what row "+strconv.Itoa(i+1)+" is of", row.Key, row.Of.ID)
		}
	}
}

// complete sees to it that a table of things that the figures file numbers has each of them once, in order.
func (c *checking) complete(t *content.Table) {
	if t.Len() == 0 || len(t.Lists) > 0 {
		return
	}
	if t.Chosen {
		met := map[string]bool{}
		for i := range t.Len() {
			if of := t.Head(i).Of.String(); met[of] && of != "" {
				c.Add(t.ID, "each row once", "", of)
			} else {
				met[of] = true
			}
		}
		return
	}
	var found []content.Ref
	within := map[string]bool{} // a table may tell the reasons of some figures alone, or the actions of one recommendation
	for i := range t.Len() {
		of := t.Head(i).Of
		found = append(found, of)
		within[of.ID] = true
	}
	wanted := slices.DeleteFunc(c.figures.Things(t.Head(0).Of), func(of content.Ref) bool { return of.Index > 0 && !within[of.ID] })
	if len(wanted) > 0 && !slices.Equal(wanted, found) {
		c.Add(t.ID, "the rows", joined(wanted), joined(found))
	}
}

func joined(refs []content.Ref) string {
	out := make([]string, len(refs))
	for i, ref := range refs {
		out[i] = ref.String()
	}
	return strings.Join(out, ", ")
}

// told sees to it that each thing that the figures file numbers has a row in some table of a Document that is of workbooks too: a table
// without any rows is not of anything.
func (c *checking) told(doc *content.Document) {
	if len(doc.Sheets) == 0 {
		return
	}
	for _, of := range c.figures.AllThings() {
		if !c.rows[of] {
			c.Add("the tables", "a row", of.String(), "")
		}
	}
}

// entries sees to it that what promises every recommendation tells each of them once: the record edition, and the page for browsers.
func (c *checking) entries(doc *content.Document) {
	if doc.Edition == content.TheRecord {
		c.eachOnce("the record", doc.Sections)
	}
	if doc.Web != nil {
		c.eachOnce("the page", doc.Web.Sections)
	}
}

func (c *checking) eachOnce(what string, sections []content.Section) {
	var found []string
	for _, s := range sections {
		for i := range s.Blocks {
			if c := s.Blocks[i].Card; c != nil {
				found = append(found, c.Key)
			}
		}
	}
	wanted := slices.Sorted(slices.Values(c.figures.Value(content.Ref{Place: content.PlaceAll}).List))
	if slices.Sort(found); !slices.Equal(wanted, found) {
		c.Add(what, "an entry for each recommendation", strings.Join(wanted, ", "), strings.Join(found, ", "))
	}
}
