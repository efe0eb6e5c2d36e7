package content

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/named"
)

// registerColumn is one column of the whole register: its heading's message, and how to make a row's cell.
type registerColumn struct {
	id      string
	heading string // message id
	kind    Kind
	width   int
	cell    func(w *writer, r *report.Position) Cell
	shown   func(w *writer) bool // whether the table has the column; nil for always
}

// registerColumns lists the columns of the register: the master's own, in its words, so that the sheet can be read as a
// master again, each with what the program makes of it beside it.
func registerColumns(rules *report.Rules) []registerColumn {
	type made = func(w *writer, r *report.Position) Cell
	text := func(get func(r *report.Position) string) made {
		return func(_ *writer, r *report.Position) Cell { return plainCell(get(r)) }
	}
	said := func(f report.Field) made {
		return func(w *writer, r *report.Position) Cell { return w.saidCell(r.Recommendation, f) }
	}
	date := func(get func(r *report.Position) report.Date) made {
		return func(w *writer, r *report.Position) Cell { return w.dateCell(get(r)) }
	}
	long := func(get func(r *report.Position) report.Text) made {
		return func(w *writer, r *report.Position) Cell { return w.longCell(get(r)) }
	}
	yesNo := func(f report.Figure) made {
		return func(w *writer, r *report.Position) Cell { return w.yesNoCell(r.In(f)) }
	}
	field := func(f report.Field, kind Kind, width int, cell made) registerColumn {
		return registerColumn{id: string(f), heading: "field." + string(f), kind: kind, width: width, cell: cell}
	}
	own := func(id string, kind Kind, width int, cell made) registerColumn {
		return registerColumn{id: id, heading: "column." + id, kind: kind, width: width, cell: cell}
	}
	columns := []registerColumn{
		own("key", KindKey, 8, func(_ *writer, r *report.Position) Cell { return keyCell(r.Key) }),
		field(report.FieldRef, KindText, 8, text(func(r *report.Position) string { return r.Ref })),
		field(report.FieldSource, KindText, 24, said(report.FieldSource)),
		field(report.FieldHeading, KindText, 20, said(report.FieldHeading)),
		field(report.FieldTheme, KindText, 16, func(w *writer, r *report.Position) Cell {
			return plainCell(named.Themes(w.words, w.pack.Rules, r.GroupThemes))
		}),
		field(report.FieldRecommendation, KindLongText, 60, long(func(r *report.Position) report.Text { return r.Text })),
		field(report.FieldResponse, KindLongText, 60, long(func(r *report.Position) report.Text { return r.Response })),
		field(report.FieldOwner, KindText, 20, said(report.FieldOwner)),
		field(report.FieldScope, KindText, 12, func(w *writer, r *report.Position) Cell { return plainCell(named.Scope(w.words, r.Scope)) }),
		field(report.FieldPriority, KindText, 12, said(report.FieldPriority)),
		field(report.FieldStatus, KindText, 16, text(func(r *report.Position) string { return r.Status })),
		own("state", KindText, 16, func(w *writer, r *report.Position) Cell { return plainCell(named.State(w.words, r.State)) }),
		field(report.FieldSignOff, KindText, 14, (*writer).signOffCell),
		own("standing", KindText, 20, func(w *writer, r *report.Position) Cell { return w.standingCell(r.Standing) }),
		field(report.FieldDueAsWritten, KindText, 22, func(w *writer, r *report.Position) Cell { return w.writtenCell(r.DueAsWritten) }),
		field(report.FieldOriginalDue, KindDate, 14, date(func(r *report.Position) report.Date { return r.OriginalDue })),
		field(report.FieldDue, KindDate, 14, date(func(r *report.Position) report.Date { return r.Due })),
		own("slip", KindDays, 10, func(_ *writer, r *report.Position) Cell { return daysCell(r.Slip, !r.Due.IsZero()) }),
		own("times_moved", KindCount, 10, func(_ *writer, r *report.Position) Cell { return countCell(r.TimesMoved) }),
		own("overdue", KindText, 10, yesNo(report.Overdue)),
		own("days_late", KindDays, 10, func(_ *writer, r *report.Position) Cell { return daysCell(r.DaysLate, r.In(report.Overdue)) }),
		own("due_soon", KindText, 10, yesNo(report.DueSoon)),
		own("rag", KindRating, 12, func(w *writer, r *report.Position) Cell { return w.ratingCell(r.Rating) }),
		field(report.FieldReason, KindText, 36, said(report.FieldReason)),
		field(report.FieldCompleted, KindDate, 14, date(func(r *report.Position) report.Date { return r.Completed })),
		field(report.FieldUpdated, KindDate, 14, date(func(r *report.Position) report.Date { return r.Updated })),
		field(report.FieldProgress, KindLongText, 50, long(func(r *report.Position) report.Text { return r.Progress })),
		field(report.FieldEvidence, KindText, 36, said(report.FieldEvidence)),
		own("theme_typed", KindText, 20, text(func(r *report.Position) string { return r.ThemeAsTyped })),
	}
	after := slices.IndexFunc(columns, func(c registerColumn) bool { return c.id == string(report.DueSoon) }) + 1
	for i, f := range report.MarkedFigures(rules, report.Overdue, report.DueSoon) {
		columns = slices.Insert(columns, after+i, registerColumn{id: string(f.Name), heading: f.ColumnHeading(), kind: KindText, width: 10, cell: yesNo(f.Name)})
	}
	return append(columns, otherLanguages()...)
}

// otherLanguages are the columns of the texts in the language that is not the table's, so that a workbook gives back both when it is
// read as a master: those in Welsh have the master's own headings, those in English headings of their own. The English column of a
// name that is the same in both is empty.
func otherLanguages() []registerColumn {
	var out []registerColumn
	for _, f := range report.Fields() {
		cy := f.Welsh()
		if cy == "" {
			continue
		}
		kind, width := KindText, 24
		if prose(f) {
			kind, width = KindLongText, 40
		}
		in := func(lang string) func(*writer, *report.Position) Cell {
			return func(w *writer, r *report.Position) Cell {
				said := w.pack.Said(r.Recommendation, f)
				c := plainCell(said[lang])
				if lang == "en" && said["en"] == said["cy"] {
					c.Text = "" // the same in both: the table's own column has it
				}
				c.Kind, c.Lang, c.Missing = kind, lang, HasValue
				return c
			}
		}
		english := func(w *writer) bool { return w.words.Lang() == "en" }
		out = append(out,
			registerColumn{string(cy), "field." + string(cy), kind, width, in("cy"),
				func(w *writer) bool { return w.pack.Register.Has(cy) && english(w) }},
			registerColumn{EnglishColumn(f), "column." + EnglishColumn(f), kind, width, in("en"),
				func(w *writer) bool { return w.pack.Register.Has(cy) && !english(w) }})
	}
	return out
}

// EnglishColumn is the column of the register's table that has a field in English, in a workbook of another language.
func EnglishColumn(f report.Field) string { return string(f) + "_en" }

// prose tells of the fields that hold text of any length.
func prose(f report.Field) bool {
	return f == report.FieldRecommendation || f == report.FieldResponse || f == report.FieldProgress
}

// Register is the table of the whole register, by itself.
func Register(pack *report.Pack, words report.Words) *Table {
	return (&writer{pack: pack, words: words}).register().Settled()
}

// AddedHeadings lists the messages that head the columns which the table of the register has in addition to the master's own.
func AddedHeadings() []string {
	var out []string
	for _, c := range registerColumns(&report.Rules{}) {
		if !strings.HasPrefix(c.heading, "field.") {
			out = append(out, c.heading)
		}
	}
	return append(out, "column.cell")
}

// register shows every recommendation with all that is known of it, then the master's own other columns, then the
// row's cell in the master.
func (w *writer) register() *Table {
	t := w.start("recommendations")
	t.Lists = []Ref{{Place: PlaceAll}}
	columns := w.inSheetOrder()
	shown := func(f report.Figure) value { return number(w.pack.All.N(f), Ref{Place: PlaceShown, Name: string(f)}) }
	t.Lines = []Text{w.say("workbook.line.shown", "Shown", shown(report.Total), "Total", w.whole(report.Total),
		"Complete", shown(report.FigComplete), "Overdue", shown(report.Overdue))}
	w.addRegisterColumns(t, columns)
	w.eachPosition(t, func(r *report.Position) []Cell { return w.registerCells(columns, r) })
	return t
}

// shownColumns lists the columns that the table of the register has.
func (w *writer) shownColumns() []registerColumn {
	return slices.DeleteFunc(registerColumns(w.pack.Rules), func(c registerColumn) bool { return c.shown != nil && !c.shown(w) })
}

// inSheetOrder lists the columns in the order of use: those that a meeting needs, then the dates, the texts, and where a recommendation is
// from. What was typed is beside what it counts as. An empty sign-off column in a workbook that becomes the next master would make all
// that is complete await sign-off: it is left out.
func (w *writer) inSheetOrder() []registerColumn {
	front := []string{"key", string(report.FieldTheme), string(report.FieldRecommendation), string(report.FieldStatus), "standing", "rag", string(report.FieldOwner),
		string(report.FieldDue), "days_late", string(report.FieldSignOff), string(report.FieldProgress)}
	if w.themesDiffer() {
		front = slices.Insert(front, 2, "theme_typed")
	}
	back := []string{string(report.FieldSource), string(report.FieldHeading), string(report.FieldRef), "theme_typed", string(report.FieldPriority), string(report.FieldScope), "state"}
	texts := []string{string(report.FieldResponse), string(report.FieldEvidence)}
	signOff, _ := w.pack.SignOffRecorded()
	columns := slices.DeleteFunc(w.shownColumns(), func(c registerColumn) bool { return !signOff && c.id == string(report.FieldSignOff) })
	place := func(c registerColumn) int {
		const group = 100
		if i := slices.Index(front, c.id); i >= 0 {
			return i
		}
		if i := slices.Index(texts, c.id); i >= 0 {
			return 2*group + i
		}
		if i := slices.Index(back, c.id); i >= 0 {
			return 3*group + i
		}
		if c.kind == KindLongText { // in another language
			return 2*group + len(texts)
		}
		return group
	}
	slices.SortStableFunc(columns, func(a, b registerColumn) int { return place(a) - place(b) })
	return columns
}

// themesDiffer tells whether a theme is typed in other words than those that it is shown in, in any language.
func (w *writer) themesDiffer() bool {
	names := map[string]bool{}
	for _, theme := range w.pack.Rules.Themes {
		for _, name := range theme.Name {
			names[theme.ID+" "+FoldCase(name)] = true
		}
	}
	return slices.ContainsFunc(w.pack.Positions, func(r report.Position) bool {
		typed := FoldCase(r.ThemeAsTyped)
		return typed != "" && typed != FoldCase(named.Themes(w.words, w.pack.Rules, r.GroupThemes)) && (len(r.GroupThemes) != 1 || !names[r.GroupThemes[0]+" "+typed])
	})
}

// addRegisterColumns adds the columns, the master's own and the cell.
func (w *writer) addRegisterColumns(t *Table, columns []registerColumn) {
	for _, c := range columns {
		t.Columns = append(t.Columns, Column{ID: c.id, Heading: w.say(c.heading, "Days", w.days()).Plain(), Message: c.heading, Kind: c.kind, Width: c.width})
	}
	for i, heading := range w.pack.Register.ExtraColumns {
		t.Columns = append(t.Columns, Column{ID: "extra_" + strconv.Itoa(i+1), Heading: heading, Kind: KindText, Width: 24})
	}
	w.column(t, "cell", KindText, 14)
}

// registerCells makes the cells of one recommendation, or of one of its actions.
func (w *writer) registerCells(columns []registerColumn, r *report.Position) []Cell {
	cells := make([]Cell, 0, len(columns)+len(w.pack.Register.ExtraColumns)+1)
	for _, c := range columns {
		cells = append(cells, c.cell(w, r))
	}
	for i := range w.pack.Register.ExtraColumns {
		text := ""
		if i < len(r.Extra) {
			text = r.Extra[i]
		}
		cells = append(cells, plainCell(text))
	}
	return append(cells, plainCell(w.pack.Register.Address(r.Recommendation, report.FieldRef)))
}
