package report

import (
	"slices"
	"strconv"
	"strings"
)

// registerColumn is one column of the whole register: its heading's message, and how to make a row's cell.
type registerColumn struct {
	id      string
	heading string // message id
	kind    Kind
	width   int
	cell    func(p *Pack, w Words, r *Position) Cell
	shown   func(p *Pack, w Words) bool // whether the table has the column; nil for always
}

// registerColumns lists the columns of the register: the master's own, in its words, so that the sheet can be read as a
// master again, each with what the program makes of it beside it.
func registerColumns(rules *Rules) []registerColumn {
	type made = func(p *Pack, w Words, r *Position) Cell
	text := func(get func(r *Position) string) made {
		return func(_ *Pack, _ Words, r *Position) Cell { return plainCell(get(r)) }
	}
	date := func(get func(r *Position) Date) made {
		return func(_ *Pack, w Words, r *Position) Cell { return dateCell(get(r), w) }
	}
	long := func(get func(r *Position) Text) made {
		return func(_ *Pack, w Words, r *Position) Cell { return longCell(get(r), w) }
	}
	yesNo := func(f Figure) made {
		return func(_ *Pack, w Words, r *Position) Cell { return plainCell(yesNoWord(w, r.In(f))) }
	}
	field := func(f Field, kind Kind, width int, cell made) registerColumn {
		return registerColumn{id: string(f), heading: "field." + string(f), kind: kind, width: width, cell: cell}
	}
	own := func(id string, kind Kind, width int, cell made) registerColumn {
		return registerColumn{id: id, heading: "column." + id, kind: kind, width: width, cell: cell}
	}
	columns := []registerColumn{
		own("key", KindKey, 8, func(_ *Pack, _ Words, r *Position) Cell { return keyCell(r.Key) }),
		field(FieldRef, KindText, 8, text(func(r *Position) string { return r.Ref })),
		field(FieldSource, KindText, 24, text(func(r *Position) string { return r.Source })),
		field(FieldHeading, KindText, 20, text(func(r *Position) string { return r.Heading })),
		field(FieldTheme, KindText, 16, func(p *Pack, w Words, r *Position) Cell { return plainCell(p.themeNames(w, r.GroupThemes)) }),
		field(FieldRecommendation, KindLongText, 60, long(func(r *Position) Text { return r.Text })),
		field(FieldResponse, KindLongText, 60, long(func(r *Position) Text { return r.Response })),
		field(FieldOwner, KindText, 20, text(func(r *Position) string { return r.Owner })),
		field(FieldScope, KindText, 12, func(_ *Pack, w Words, r *Position) Cell { return plainCell(ScopeWord(w, r.Scope)) }),
		field(FieldPriority, KindText, 12, text(func(r *Position) string { return r.Priority })),
		field(FieldStatus, KindText, 16, text(func(r *Position) string { return r.Status })),
		own("state", KindText, 16, func(_ *Pack, w Words, r *Position) Cell { return plainCell(StateWord(w, r.State)) }),
		field(FieldSignOff, KindText, 14, (*Pack).signOffCell),
		own("standing", KindText, 20, func(_ *Pack, w Words, r *Position) Cell { return standingCell(r.Standing, w) }),
		field(FieldDueAsWritten, KindText, 22, text(func(r *Position) string { return r.DueAsWritten })),
		field(FieldOriginalDue, KindDate, 14, date(func(r *Position) Date { return r.OriginalDue })),
		field(FieldDue, KindDate, 14, date(func(r *Position) Date { return r.Due })),
		own("slip", KindDays, 10, func(_ *Pack, _ Words, r *Position) Cell { return daysCell(r.Slip, !r.Due.IsZero()) }),
		own("times_moved", KindCount, 10, func(_ *Pack, _ Words, r *Position) Cell { return countCell(r.TimesMoved) }),
		own("overdue", KindText, 10, yesNo(Overdue)),
		own("days_late", KindDays, 10, func(_ *Pack, _ Words, r *Position) Cell { return daysCell(r.DaysLate, r.overdue()) }),
		own("due_soon", KindText, 10, yesNo(DueSoon)),
		own("rag", KindRating, 12, func(_ *Pack, w Words, r *Position) Cell { return ratingCell(r.Rating, w) }),
		field(FieldReason, KindText, 36, text(func(r *Position) string { return r.Reason })),
		field(FieldCompleted, KindDate, 14, date(func(r *Position) Date { return r.Completed })),
		field(FieldUpdated, KindDate, 14, date(func(r *Position) Date { return r.Updated })),
		field(FieldProgress, KindLongText, 50, long(func(r *Position) Text { return r.Progress })),
		field(FieldEvidence, KindText, 36, text(func(r *Position) string { return r.Evidence })),
		own("theme_typed", KindText, 20, text(func(r *Position) string { return r.ThemeAsTyped })),
	}
	after := slices.IndexFunc(columns, func(c registerColumn) bool { return c.id == string(DueSoon) }) + 1
	for i, f := range MarkedFigures(rules, Overdue, DueSoon) {
		columns = slices.Insert(columns, after+i, registerColumn{id: string(f.Name), heading: f.ColumnHeading(), kind: KindText, width: 10, cell: yesNo(f.Name)})
	}
	return append(columns, otherLanguages()...)
}

// otherLanguages are the columns of the texts in the language that is not the table's, so that a workbook gives back both when it is
// read as a master: those in Welsh have the master's own headings, those in English headings of their own.
func otherLanguages() []registerColumn {
	var out []registerColumn
	for _, text := range []struct {
		en, cy Field
		of     func(r *Position) Text
	}{
		{FieldRecommendation, FieldRecommendationCy, func(r *Position) Text { return r.Text }},
		{FieldResponse, FieldResponseCy, func(r *Position) Text { return r.Response }},
		{FieldProgress, FieldProgressCy, func(r *Position) Text { return r.Progress }},
	} {
		in := func(lang string) func(*Pack, Words, *Position) Cell {
			return func(_ *Pack, _ Words, r *Position) Cell {
				return Cell{Kind: KindLongText, Text: text.of(r)[lang], Lang: lang}
			}
		}
		english := func(w Words) bool { return w.Lang() == "en" }
		out = append(out,
			registerColumn{string(text.cy), "field." + string(text.cy), KindLongText, 40, in("cy"),
				func(p *Pack, w Words) bool { return p.Register.Has(text.cy) && english(w) }},
			registerColumn{string(text.en) + "_en", "column." + string(text.en) + "_en", KindLongText, 40, in("en"),
				func(p *Pack, w Words) bool { return p.Register.Has(text.cy) && !english(w) }})
	}
	return out
}

// AddedHeadings lists the messages that head the columns which the table of the register has besides the master's own.
func AddedHeadings() []string {
	var out []string
	for _, c := range registerColumns(&Rules{}) {
		if !strings.HasPrefix(c.heading, "field.") {
			out = append(out, c.heading)
		}
	}
	return append(out, "column.cell")
}

// RegisterTable shows every recommendation with all that is known of it, then the master's own other columns, then the
// row's cell in the master.
func (p *Pack) RegisterTable(w Words) Table {
	t := table(w, "recommendations")
	columns := p.shownColumns(w)
	p.addRegisterColumns(&t, w, columns)
	for i := range p.Positions {
		t.Rows = append(t.Rows, Row{Key: p.Positions[i].Key, Cells: p.registerCells(w, columns, &p.Positions[i])})
	}
	return t
}

// shownColumns lists the columns that the table of the register has.
func (p *Pack) shownColumns(w Words) []registerColumn {
	return slices.DeleteFunc(registerColumns(p.Rules), func(c registerColumn) bool { return c.shown != nil && !c.shown(p, w) })
}

// addRegisterColumns adds the columns, the master's own and the cell.
func (p *Pack) addRegisterColumns(t *Table, w Words, columns []registerColumn) {
	for _, c := range columns {
		t.Columns = append(t.Columns, Column{ID: c.id, Heading: w.Say(c.heading, "Days", p.Rules.DueSoonDays), Kind: c.kind, Width: c.width})
	}
	for i, heading := range p.Register.ExtraColumns {
		t.Columns = append(t.Columns, Column{ID: "extra_" + strconv.Itoa(i+1), Heading: heading, Kind: KindText, Width: 24})
	}
	t.column(w, "cell", KindText, 14)
}

// registerCells makes the cells of one recommendation, or of one of its actions.
func (p *Pack) registerCells(w Words, columns []registerColumn, r *Position) []Cell {
	cells := make([]Cell, 0, len(columns)+len(p.Register.ExtraColumns)+1)
	for _, c := range columns {
		cells = append(cells, c.cell(p, w, r))
	}
	for i := range p.Register.ExtraColumns {
		text := ""
		if i < len(r.Extra) {
			text = r.Extra[i]
		}
		cells = append(cells, plainCell(text))
	}
	return append(cells, plainCell(p.Register.Address(r.Recommendation, FieldRef)))
}

func yesNoWord(w Words, yes bool) string {
	if yes {
		return w.Say("value.yes")
	}
	return w.Say("value.no")
}

// Detail is one thing to say of a recommendation in its own entry.
type Detail struct {
	Label string
	Cell  Cell
}

// Entry is a recommendation as its theme's section tells it.
type Entry struct {
	Key     string
	Heading string // the source's own heading, "" for none
	Text    Cell   // the recommendation, whole
	Rating  Cell
	Facts   []Detail // short ones, for a line or a small table
	Story   []Detail // long ones: response, progress, reason, evidence
	Actions Table    // what is to be done, where it is more than one thing; else without rows
}

// Entries gives the recommendations that a group counts, in the master's order.
func (p *Pack) Entries(w Words, g *Group) []Entry {
	var out []Entry
	for _, key := range g.Keys(Total) {
		out = append(out, p.entryOf(w, p.Position(key)))
	}
	return out
}

func (p *Pack) entryOf(w Words, r *Position) Entry {
	e := Entry{Key: r.Key, Heading: r.Heading, Text: longCell(r.Text, w), Rating: ratingCell(r.Rating, w)}
	fact := func(heading string, c Cell) {
		if c.Missing == HasValue {
			e.Facts = append(e.Facts, Detail{w.Say(heading), c})
		}
	}
	fact("column.standing", standingCell(r.Standing, w))
	fact("field.owner", plainCell(r.Owner))
	fact("field.due", dateCell(r.Due, w))
	if r.Slip != 0 {
		fact("field.original_due", dateCell(r.OriginalDue, w))
		fact("column.slip", daysCell(r.Slip, true))
	}
	if r.TimesMoved > 0 {
		fact("column.times_moved", countCell(r.TimesMoved))
	}
	fact("column.days_late", daysCell(r.DaysLate, r.overdue()))
	fact("field.due_as_written", plainCell(r.DueAsWritten))
	fact("field.completed", dateCell(r.Completed, w))
	fact("field.sign_off", p.signOffCell(w, r))
	fact("field.updated", dateCell(r.Updated, w))
	fact("field.priority", plainCell(r.Priority))
	if r.Scope != Force {
		fact("field.scope", plainCell(ScopeWord(w, r.Scope)))
	}
	e.Story = p.story(w, r)
	if len(r.Actions) > 0 {
		differing := p.differing(w, r)
		e.Actions = p.actionsOf(w, r, differing)
		e.Story = slices.DeleteFunc(e.Story, func(d Detail) bool {
			return slices.ContainsFunc(differing, func(s said) bool { return s.label == d.Label })
		})
	}
	return e
}

func (p *Pack) story(w Words, r *Position) []Detail {
	var story []Detail
	add := func(heading string, c Cell) {
		if c.Missing == HasValue {
			story = append(story, Detail{w.Say(heading), c})
		}
	}
	response := longCell(r.Response, w)
	if r.SeeAlso != "" {
		response.Links = []string{r.SeeAlso}
	}
	if response.Missing != HasValue {
		response = Cell{Kind: KindLongText, Text: w.Say("value.no_response")}
	}
	add("field.response", response)
	add("field.progress_note", longCell(r.Progress, w))
	add("field.reason_for_change", plainCell(r.Reason))
	add("field.evidence", plainCell(r.Evidence))
	return story
}

// CoverFacts is what the cover says of the paper, in order; what the master does not say is left out.
func (p *Pack) CoverFacts(w Words) []Detail {
	about := &p.Register.About
	var facts []Detail
	add := func(id string, c Cell) {
		if c.Missing == HasValue {
			facts = append(facts, Detail{w.Say("cover." + id), c})
		}
	}
	add("organisation", plainCell(p.Organisation(w)))
	issuer, lang := about.Issuer.In(w.Lang())
	add("issuer", textCell(issuer, lang, w))
	board, lang := about.Board.In(w.Lang())
	add("board", textCell(board, lang, w))
	add("meeting_date", Cell{Kind: KindDate, Date: about.MeetingDate, Text: w.Date(about.MeetingDate), Missing: dateCell(about.MeetingDate, w).Missing})
	add("as_at", Cell{Kind: KindDate, Date: p.AsAt, Text: w.Date(p.AsAt)})
	if p.Previous != nil {
		add("compared_with", Cell{Kind: KindDate, Date: p.PreviousAsAt, Text: w.Date(p.PreviousAsAt)})
	}
	add("published", Cell{Kind: KindDate, Date: about.Published, Text: w.Date(about.Published), Missing: dateCell(about.Published, w).Missing})
	add("version", plainCell(about.Version))
	add("draft", plainCell(w.Say("cover.draft."+yesNoID(p.Draft()))))
	add("illustrative", illustrativeCell(w, about.Illustrative))
	add("marking", plainCell(p.Marking()))
	add("contact", plainCell(about.Contact))
	add("master", plainCell(p.Register.File))
	return facts
}

func illustrativeCell(w Words, illustrative bool) Cell {
	if !illustrative {
		return Cell{Missing: NotApplicable}
	}
	return plainCell(w.Say("page.illustrative"))
}

func yesNoID(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}
