package report

import "strconv"

// The helpers below make typed cells. Text always holds what a reader should see.

func textCell(text, lang string, w Words) Cell {
	c := Cell{Kind: KindText, Text: text}
	if lang != w.Lang() {
		c.Lang = lang
	}
	if text == "" {
		c.Missing = NotAvailable
	}
	return c
}

func plainCell(text string) Cell {
	c := Cell{Kind: KindText, Text: text}
	if text == "" {
		c.Missing = NotAvailable
	}
	return c
}

func longCell(t Text, w Words) Cell {
	text, lang := t.In(w.Lang())
	c := textCell(text, lang, w)
	c.Kind = KindLongText
	return c
}

func countCell(n int) Cell { return Cell{Kind: KindCount, N: n, Text: strconv.Itoa(n)} }

// daysCell shows days; where applies is false there are none to speak of.
func daysCell(n int, applies bool) Cell {
	if !applies {
		return Cell{Kind: KindDays, Missing: NotApplicable}
	}
	return Cell{Kind: KindDays, N: n, Text: below(n)}
}

func dateCell(d Date, w Words) Cell {
	c := Cell{Kind: KindDate, Date: d, Text: w.ShortDate(d)}
	if d.IsZero() {
		c.Missing = NotAvailable
	}
	return c
}

func keyCell(key string) Cell { return Cell{Kind: KindKey, Text: key, Links: []string{key}} }

func ratingCell(r Rating, w Words) Cell {
	return Cell{Kind: KindRating, Rating: r, Text: RatingWord(w, r)}
}

func standingCell(s Standing, w Words) Cell {
	return Cell{Kind: KindText, Standing: s, Text: StandingWord(w, s)}
}

func percentCell(g *Group, w Words) Cell {
	if g.Percent == nil {
		return Cell{Kind: KindPercent, Missing: NotApplicable, Text: w.Say("value.not_applicable")}
	}
	return Cell{Kind: KindPercent, N: *g.Percent, Text: w.Say("value.percent", "Percent", *g.Percent)}
}

// table starts a table: title, purpose and the sentence for when it is empty come from the wording, under "table.<id>".
func table(w Words, id string, args ...any) Table {
	return Table{ID: id, Title: w.Say("table."+id, args...), Purpose: w.Say("table."+id+".purpose", args...), Empty: w.Say("table.empty")}
}

// column adds a column; its heading comes from the wording, under "column.<id>".
func (t *Table) column(w Words, id string, kind Kind, width int) {
	t.Columns = append(t.Columns, Column{ID: id, Heading: w.Say("column." + id), Kind: kind, Width: width})
}

// fieldColumn adds a column that shows a field of the master, under the field's own heading.
func (t *Table) fieldColumn(w Words, f Field, kind Kind, width int) {
	t.Columns = append(t.Columns, Column{ID: string(f), Heading: w.Say("field." + string(f)), Kind: kind, Width: width})
}

func (t *Table) row(key string, cells ...Cell) {
	t.Rows = append(t.Rows, Row{Key: key, Cells: cells})
}
