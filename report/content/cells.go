package content

import (
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/named"
)

// The helpers below make typed cells. Text always holds what a reader should see.

func (w *writer) textCell(text, lang string) Cell {
	c := plainCell(text)
	if text != "" && lang != w.words.Lang() {
		c.Lang = lang
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

// runsCell shows a sentence.
func runsCell(t Text) Cell {
	c := plainCell(t.Plain())
	c.Runs = t
	return c
}

func (w *writer) longCell(t report.Text) Cell {
	text, lang := t.In(w.words.Lang())
	c := w.textCell(text, lang)
	c.Kind = KindLongText
	return c
}

// inTable is the text of a recommendation in a table, on one line: a paper cuts it where its lines end, a page for browsers has its beginning.
func (w *writer) inTable(t report.Text) Cell {
	if w.edition == theWeb {
		return w.shortCell(t)
	}
	text, lang := t.In(w.words.Lang())
	return w.textCell(oneLine(text), lang)
}

func (w *writer) shortCell(t report.Text) Cell { return w.textCell(short(t, w.words.Lang())) }

// saidCell shows what a recommendation says in a field, in the pack's language where it has it.
func (w *writer) saidCell(r *report.Recommendation, f report.Field) Cell {
	return w.textCell(w.pack.SaidIn(w.words.Lang(), r, f))
}

// groupCell names a group.
func (w *writer) groupCell(id string, name report.Text) Cell {
	_, lang := name.In(w.words.Lang())
	if name.IsEmpty() {
		lang = w.words.Lang() // the wording names it
	}
	return w.textCell(named.ByID(w.words, id, name), lang)
}

// ownCell shows what stands in a column or an entry that has no language of its own. English is the master's first language.
func (w *writer) ownCell(text string) Cell { return w.textCell(text, "en") }

// writtenCell shows a date as written.
func (w *writer) writtenCell(text string) Cell { return w.textCell(text, dates.Lang(text)) }

func countCell(n int) Cell { return Cell{Kind: KindCount, N: n, Text: strconv.Itoa(n)} }

// noCell is a cell of a kind that does not apply.
func noCell(kind Kind) Cell { return Cell{Kind: kind, Missing: NotApplicable} }

// daysCell shows days; where applies is false there are none to speak of.
func daysCell(n int, applies bool) Cell {
	if !applies {
		return noCell(KindDays)
	}
	return Cell{Kind: KindDays, N: n, Text: below(n)}
}

// minus is the sign of that name, which is read as such.
const minus = "\u2212"

// below writes a number that may be below zero.
func below(n int) string {
	if n < 0 {
		return minus + strconv.Itoa(-n)
	}
	return strconv.Itoa(n)
}

// signed writes a change with its sign.
func signed(n int) string {
	if n < 0 {
		return below(n)
	}
	return "+" + strconv.Itoa(n)
}

func (w *writer) dateCell(d report.Date) Cell {
	c := Cell{Kind: KindDate, Date: d, Text: w.words.ShortDate(d)}
	if d.IsZero() {
		c.Missing = NotAvailable
	}
	return c
}

// longDateCell writes the day in full.
func (w *writer) longDateCell(d report.Date) Cell {
	c := w.dateCell(d)
	c.Text = w.words.Date(d)
	return c
}

func keyCell(key string) Cell { return Cell{Kind: KindKey, Text: key} }

// keysCell names recommendations, each a link.
func keysCell(keys []string) Cell {
	if len(keys) == 0 {
		return noCell(KindText)
	}
	return Cell{Kind: KindText, Text: strings.Join(keys, ", "), CellOf: &CellOf{Named: keys}}
}

func (w *writer) ratingCell(r report.Rating) Cell {
	return Cell{Kind: KindRating, CellOf: &CellOf{Rated: r}, Text: named.Rating(w.words, r)}
}

func (w *writer) standingCell(s report.Standing) Cell {
	return Cell{Kind: KindText, CellOf: &CellOf{Stands: s}, Text: named.Standing(w.words, s)}
}

func (w *writer) percentCell(percent *int) Cell {
	if percent == nil {
		return Cell{Kind: KindPercent, Missing: NotApplicable, Text: w.label("value.not_applicable")}
	}
	return Cell{Kind: KindPercent, N: *percent, Text: w.words.Say("value.percent", "Percent", *percent)}
}

func (w *writer) yesNoCell(yes bool) Cell {
	if yes {
		return plainCell(w.label("value.yes"))
	}
	return plainCell(w.label("value.no"))
}

// start begins a table: title, purpose and the sentence for when it is empty come from the wording, under "table.<id>".
func (w *writer) start(id string, args ...any) *Table {
	return &Table{ID: id, Title: w.say("table."+id, args...), Purpose: w.say("table."+id+".purpose", args...), Empty: w.say("table.empty")}
}

// column adds a column; its heading comes from the wording, under "column.<id>".
func (w *writer) column(t *Table, id string, kind Kind, width int) {
	w.columnOf(t, id, "column."+id, kind, width)
}

// fieldColumn adds a column that shows a field of the master, under the field's own heading.
func (w *writer) fieldColumn(t *Table, f report.Field, kind Kind, width int) {
	w.columnOf(t, string(f), "field."+string(f), kind, width)
}

// figureColumn adds a column that shows a figure, under its name.
func (w *writer) figureColumn(t *Table, f report.Figure, kind Kind, width int) {
	t.Columns = append(t.Columns, Column{ID: string(f), Heading: w.figureLabel(f).Plain(), Message: "figure." + string(f), Kind: kind, Width: width})
}

func (w *writer) columnOf(t *Table, id, message string, kind Kind, width int) {
	t.Columns = append(t.Columns, Column{ID: id, Heading: w.label(message), Message: message, Kind: kind, Width: width})
}

// row adds a row of a thing, with its cells.
func (t *Table) row(of Ref, key string, cells ...Cell) {
	t.Rows = append(t.Rows, Row{Of: of, Key: key, Cells: cells})
}

// figureLabel names a figure; due soon says within how many days.
func (w *writer) figureLabel(f report.Figure) Text {
	return w.say("figure."+string(f), "Days", w.days())
}
