package start

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/templates"
)

// rowsToFill is how many rows of the blank master have drop-downs.
const rowsToFill = 500

// BlankMaster writes a master to fill in: the template's own columns, and lists of its own themes, states and other words,
// so that all that can be chosen is understood. The same template gives the same bytes.
func BlankMaster(t *templates.Template) ([]byte, error) {
	words, err := t.Words(t.Languages[0])
	if err != nil {
		return nil, err
	}
	f := excelize.NewFile()
	defer f.Close()
	b := &blank{template: t, words: words, file: f}
	for _, step := range []func() error{b.styles, b.sheets, b.recommendations, b.about, b.lists, b.notes, b.print, b.properties} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("blank master: %w", err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, fmt.Errorf("blank master: %w", err)
	}
	return out.Bytes(), nil
}

// blank is a blank master while it is made.
type blank struct {
	template *templates.Template
	words    report.Words
	file     *excelize.File

	tabs                                   tabs
	title, head, needed, text, code, dates int               // styles
	places                                 map[string]string // of the words of each list: "Lists!$A$2:$A$6"
}

// tabs are the names of the sheets.
type tabs struct{ recommendations, about, notes, lists string }

// known gives the first of the texts that the template has a word for, or else the template's own first word.
func known(words []string, texts ...string) string {
	for _, text := range texts {
		if slices.ContainsFunc(words, func(w string) bool { return fold.Word(w) == fold.Word(text) }) {
			return text
		}
	}
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

// fields lists the columns of the master: those that the template knows and its packs have a use for.
func (b *blank) fields() []report.Field {
	var out []report.Field
	for _, f := range report.Fields() {
		welsh := f == report.FieldRecommendationCy || f == report.FieldResponseCy || f == report.FieldProgressCy
		switch {
		case len(b.template.Vocabulary.Columns[f]) == 0,
			f == report.FieldSignOff && b.template.Rules.SignOff == report.SignOffIgnored,
			welsh && !slices.Contains(b.template.Languages, "cy"):
			continue
		}
		out = append(out, f)
	}
	return out
}

// heading is the column's name: in the words of the pack where the template reads those.
func (b *blank) heading(f report.Field) string {
	return known(b.template.Vocabulary.Columns[f], b.words.Say("field."+string(f)))
}

// list is the words that a column takes; none for a column of free text.
func (b *blank) list(f report.Field) []string {
	v := &b.template.Vocabulary
	var out []string
	add := func(words []string, said string) {
		if word := known(words, said); word != "" {
			out = append(out, word)
		}
	}
	switch f {
	case report.FieldTheme:
		for _, theme := range b.template.Rules.Themes {
			name, _ := theme.Name.In(b.words.Lang())
			add(v.Themes[theme.ID], name)
		}
	case report.FieldStatus:
		for _, s := range report.States() {
			if s != report.Unrecognised {
				add(v.States[s], report.StateWord(b.words, s))
			}
		}
	case report.FieldSignOff:
		for _, s := range report.SignOffs() {
			add(v.SignOffs[s], report.SignOffWord(b.words, s))
		}
	case report.FieldScope:
		for _, s := range report.Scopes() {
			add(v.Scopes[s], report.ScopeWord(b.words, s))
		}
	case report.FieldPriority:
		out = b.template.Rules.Priorities
	}
	return out
}

func isDate(f report.Field) bool {
	switch f {
	case report.FieldOriginalDue, report.FieldDue, report.FieldCompleted, report.FieldUpdated:
		return true
	}
	return false
}

// width is a column's width in characters.
func width(f report.Field) float64 {
	switch f {
	case report.FieldRef:
		return 9
	case report.FieldRecommendation, report.FieldResponse, report.FieldProgress, report.FieldRecommendationCy, report.FieldResponseCy, report.FieldProgressCy:
		return 52
	case report.FieldReason, report.FieldEvidence:
		return 36
	case report.FieldSource, report.FieldTheme, report.FieldOwner, report.FieldDueAsWritten:
		return 24
	}
	return 16
}

func (b *blank) styles() error {
	if err := b.file.SetDefaultFont("Arial"); err != nil {
		return err
	}
	accent := strings.TrimPrefix(b.template.Accent.String(), "#")
	font := func(size float64, bold bool, colour string) *excelize.Font {
		return &excelize.Font{Family: "Arial", Size: size, Bold: bold, Color: colour}
	}
	top := &excelize.Alignment{Vertical: "top", Horizontal: "left", WrapText: true}
	day := "d mmm yyyy"
	const asText = 49 // the format "@": Excel keeps 1.10 as it was typed
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&b.title, excelize.Style{Font: font(16, true, accent)}},
		{&b.head, excelize.Style{Font: font(11, true, "1F2933"), Alignment: top, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E9EC"}}}},
		{&b.needed, excelize.Style{Font: font(11, true, "FFFFFF"), Alignment: top, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{accent}}}},
		{&b.text, excelize.Style{Font: font(11, false, ""), Alignment: top}},
		{&b.code, excelize.Style{Font: font(11, false, ""), Alignment: top, NumFmt: asText}},
		{&b.dates, excelize.Style{Font: font(11, false, ""), Alignment: top, CustomNumFmt: &day}},
	} {
		id, err := b.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.id = id
	}
	return nil
}

func (b *blank) sheets() error {
	b.tabs = tabs{
		recommendations: known(b.template.Vocabulary.Sheets, b.words.Say("workbook.sheet.recommendations")),
		about:           b.words.Say("start.sheet.about"), notes: b.words.Say("start.sheet.notes"), lists: b.words.Say("start.sheet.lists"),
	}
	if err := b.file.SetSheetName("Sheet1", b.tabs.recommendations); err != nil {
		return err
	}
	for _, tab := range []string{b.tabs.about, b.tabs.notes, b.tabs.lists} {
		if _, err := b.file.NewSheet(tab); err != nil {
			return err
		}
	}
	return nil
}

// recommendations is the sheet to fill in: the headings, those that are needed on the accent colour, and nothing below but
// formats and lists.
func (b *blank) recommendations() error {
	tab, needed := b.tabs.recommendations, report.NeededFields()
	b.places = b.placeLists()
	for i, f := range b.fields() {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		style, head := b.text, b.head
		switch {
		case isDate(f):
			style = b.dates
		case f == report.FieldRef:
			style = b.code
		}
		if slices.Contains(needed, f) {
			head = b.needed
		}
		for _, err := range []error{
			b.file.SetColWidth(tab, letter, letter, width(f)),
			b.file.SetColStyle(tab, letter, style),
			b.put(tab, letter+"1", b.heading(f), head),
			b.choices(f, fmt.Sprintf("%s2:%s%d", letter, letter, rowsToFill+1)),
		} {
			if err != nil {
				return err
			}
		}
	}
	return b.freeze(tab, len(b.fields()))
}

func (b *blank) put(tab, cell, text string, style int) error {
	if err := b.file.SetCellStr(tab, cell, text); err != nil {
		return err
	}
	return b.file.SetCellStyle(tab, cell, cell, style)
}

// choices puts the column's list on its cells, or asks for days where it takes dates.
func (b *blank) choices(f report.Field, cells string) error {
	list := excelize.NewDataValidation(true)
	list.SetSqref(cells)
	kind, title, text := excelize.DataValidationErrorStyleWarning, "workbook.list.title", "workbook.list.error"
	switch {
	case b.places[string(f)] != "":
		list.SetSqrefDropList(b.places[string(f)])
	case isDate(f):
		if err := list.SetRange("36526", "73050", excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
		title, text = "start.date.title", "start.date.error"
	default:
		return nil
	}
	list.SetError(kind, b.words.Say(title), b.words.Say(text))
	return b.file.AddDataValidation(b.tabs.recommendations, list)
}

// freeze keeps the headings in sight and gives them filters.
func (b *blank) freeze(tab string, columns int) error {
	right, err := excelize.ColumnNumberToName(columns)
	if err != nil {
		return err
	}
	if err := b.file.AutoFilter(tab, "A1:"+right+"1", nil); err != nil {
		return err
	}
	if err := b.file.AddIgnoredErrors(tab, fmt.Sprintf("A2:A%d", rowsToFill+1), excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err
	}
	return b.file.SetPanes(tab, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}}})
}

// aboutDates and aboutYesNo are the entries of the About sheet that take a day, or yes or no.
func aboutDates() []string { return []string{"published", "response_issued", "as_at", "meeting_date"} }

func aboutYesNo() []string { return []string{"illustrative", "draft"} }

// aboutKeys lists the entries of the About sheet that the packs have a use for.
func (b *blank) aboutKeys() []string {
	var out []string
	for _, key := range report.AboutKeys() {
		if _, lang, other := strings.Cut(key, "."); other && !slices.Contains(b.template.Languages, lang) || len(b.template.Vocabulary.About[key]) == 0 {
			continue
		}
		out = append(out, key)
	}
	return out
}

// aboutName is the name of an entry of the About sheet. Those in Welsh have the name of the entry with the language.
func (b *blank) aboutName(key string) string {
	return known(b.template.Vocabulary.About[key], b.words.Say("start.about."+strings.ReplaceAll(key, ".", "_")))
}

func (b *blank) about() error {
	tab := b.tabs.about
	for i, key := range b.aboutKeys() {
		cell, style := fmt.Sprintf("B%d", i+1), b.text
		if slices.Contains(aboutDates(), key) {
			style = b.dates
		}
		if err := b.put(tab, fmt.Sprintf("A%d", i+1), b.aboutName(key), b.head); err != nil {
			return err
		}
		if err := b.file.SetCellStyle(tab, cell, cell, style); err != nil {
			return err
		}
		if err := b.aboutRule(key, cell); err != nil {
			return err
		}
	}
	if err := b.file.SetColWidth(tab, "A", "A", 26); err != nil {
		return err
	}
	return b.file.SetColWidth(tab, "B", "B", 60)
}

// aboutRule shows what an entry is for when its cell is chosen, and lists yes and no.
func (b *blank) aboutRule(key, cell string) error {
	rule := excelize.NewDataValidation(true)
	rule.SetSqref(cell)
	switch {
	case slices.Contains(aboutYesNo(), key):
		rule.SetSqrefDropList(b.places["yes_no"])
	case slices.Contains(aboutDates(), key):
		if err := rule.SetRange("1", "73050", excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
	default:
		if err := rule.SetRange("0", "1000", excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween); err != nil {
			return err
		}
	}
	rule.SetInput(b.aboutName(key), b.words.Say("start.about."+strings.ReplaceAll(key, ".", "_")+".note"))
	rule.SetError(excelize.DataValidationErrorStyleWarning, b.words.Say("workbook.list.title"), b.words.Say("start.about.error"))
	return b.file.AddDataValidation(b.tabs.about, rule)
}

// listed lists the columns of the Lists sheet: for each its heading and its words.
func (b *blank) listed() (ids, headings []string, words [][]string) {
	add := func(id, heading string, list []string) {
		if len(list) > 0 {
			ids, headings, words = append(ids, id), append(headings, heading), append(words, list)
		}
	}
	for _, f := range b.fields() {
		add(string(f), b.heading(f), b.list(f))
	}
	add("yes_no", b.words.Say("start.lists.yes_no"), []string{
		known(b.template.Vocabulary.Yes, b.words.Say("value.yes")), known(b.template.Vocabulary.No, b.words.Say("value.no"))})
	return ids, headings, words
}

func (b *blank) placeLists() map[string]string {
	out := map[string]string{}
	ids, _, words := b.listed()
	for i, id := range ids {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err == nil {
			out[id] = fmt.Sprintf("'%s'!$%s$2:$%s$%d", strings.ReplaceAll(b.tabs.lists, "'", "''"), letter, letter, len(words[i])+1)
		}
	}
	return out
}

func (b *blank) lists() error {
	_, headings, words := b.listed()
	for i := range headings {
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetColWidth(b.tabs.lists, letter, letter, 28); err != nil {
			return err
		}
		if err := b.put(b.tabs.lists, letter+"1", headings[i], b.head); err != nil {
			return err
		}
		for r, word := range words[i] {
			if err := b.put(b.tabs.lists, fmt.Sprintf("%s%d", letter, r+2), word, b.text); err != nil {
				return err
			}
		}
	}
	return nil
}

// notes says how to fill the master in: how it is used, then what each column takes.
func (b *blank) notes() error {
	tab := b.tabs.notes
	rows := [][]string{{b.words.Say("start.notes.title")}, {b.words.Say("start.notes.use", "Sheet", b.tabs.recommendations)},
		{b.words.Say("start.notes.month")}, {b.words.Say("start.notes.own")}, {},
		{b.words.Say("start.notes.sheet"), b.words.Say("start.notes.column"), b.words.Say("start.notes.holds"), b.words.Say("start.notes.needed")}}
	head := len(rows)
	for _, f := range b.fields() {
		holds := b.words.Say("start.column." + string(f))
		if list := b.list(f); len(list) > 0 {
			holds += " " + b.words.Say("start.notes.words", "Words", strings.Join(list, ", "))
		}
		needed := ""
		if slices.Contains(report.NeededFields(), f) {
			needed = b.words.Say("start.notes.yes")
		}
		rows = append(rows, []string{b.tabs.recommendations, b.heading(f), holds, needed})
	}
	for _, key := range b.aboutKeys() {
		rows = append(rows, []string{b.tabs.about, b.aboutName(key), b.words.Say("start.about." + strings.ReplaceAll(key, ".", "_") + ".note")})
	}
	for r, row := range rows {
		for c, text := range row {
			style := b.text
			switch {
			case r == 0:
				style = b.title
			case r+1 == head:
				style = b.head
			case r < head:
				style = 0
			}
			cell, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				return err
			}
			if err := b.put(tab, cell, text, style); err != nil {
				return err
			}
		}
	}
	for letter, width := range map[string]float64{"A": 20, "B": 26, "C": 90, "D": 10} {
		if err := b.file.SetColWidth(tab, letter, letter, width); err != nil {
			return err
		}
	}
	return nil
}

// print turns every sheet on its side and fits its columns on one page.
func (b *blank) print() error {
	on, landscape, wide, high, a4 := true, "landscape", 1, 0, 9
	for _, tab := range b.file.GetSheetList() {
		if err := b.file.SetSheetProps(tab, &excelize.SheetPropsOptions{FitToPage: &on}); err != nil {
			return err
		}
		if err := b.file.SetPageLayout(tab, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}); err != nil {
			return err
		}
	}
	return nil
}

// properties fills in what Excel shows of the file, and nothing of the clock.
func (b *blank) properties() error {
	stamp := time.Date(2023, time.January, 1, 9, 0, 0, 0, time.UTC).Format(time.RFC3339)
	return b.file.SetDocProps(&excelize.DocProperties{Title: b.words.Say("start.notes.title"), Creator: "boardpack", LastModifiedBy: "boardpack",
		Created: stamp, Modified: stamp, Language: b.words.Lang()})
}
