package round

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/named"
	"boardpack/report/ooxml"
)

// bookStyles are the cell formats of a return.
type bookStyles struct {
	title, line, small, givenHead, answerHead, given, code, answer, day, plain int
}

func (b *returnBook) makeStyles() error {
	s, err := makeStyles(b.file, b.setting.Accent.Hex())
	b.styles = s
	return err
}

// makeStyles makes the cell formats that the workbooks of a round share.
func makeStyles(f *excelize.File, accent string) (bookStyles, error) {
	var out bookStyles
	if err := f.SetDefaultFont("Arial"); err != nil {
		return out, err
	}
	font := func(size float64, bold bool, colour string) *excelize.Font {
		return &excelize.Font{Family: "Arial", Size: size, Bold: bold, Color: colour}
	}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	var edge []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		edge = append(edge, excelize.Border{Type: side, Color: "B1B4B6", Style: 1})
	}
	top := &excelize.Alignment{Vertical: "top", Horizontal: "left", WrapText: true}
	day := "dd mmm yyyy" // the month as a word shows its owner a swapped day and month
	const asText = 49    // the format "@": Excel keeps 1.10 and =later as they were typed
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&out.title, excelize.Style{Font: font(14, true, accent)}},
		{&out.line, excelize.Style{Font: font(11, false, "")}},
		{&out.small, excelize.Style{Font: font(9, false, "50565E")}},
		{&out.givenHead, excelize.Style{Font: font(11, true, "1F2933"), Alignment: top, Fill: fill("D5D9DD"), Border: edge}},
		{&out.answerHead, excelize.Style{Font: font(11, true, "FFFFFF"), Alignment: top, Fill: fill(accent), Border: edge}},
		{&out.given, excelize.Style{Font: font(11, false, "1F2933"), Alignment: top, Fill: fill("EEF0F2"), Border: edge, NumFmt: asText}},
		{&out.code, excelize.Style{Font: font(9, false, "50565E"), Alignment: top, Fill: fill("EEF0F2"), Border: edge, NumFmt: asText}},
		{&out.answer, excelize.Style{Font: font(11, false, ""), Alignment: top, Border: edge, NumFmt: asText}},
		{&out.day, excelize.Style{Font: font(11, false, ""), Alignment: top, Border: edge, CustomNumFmt: &day}},
		{&out.plain, excelize.Style{Font: font(11, false, ""), Alignment: top}},
	} {
		id, err := f.NewStyle(&s.style)
		if err != nil {
			return out, err
		}
		*s.id = id
	}
	return out, nil
}

// statuses are the words that the list of statuses offers for the rows of a register: those of its own sheet, or those of the language.
func (b *returnBook) statuses(register string) []string {
	out := b.setting.offeredIn(register, b.words.Lang())
	if len(out) == 0 {
		for _, s := range ownerStates() {
			out = append(out, named.State(b.words, s))
		}
	}
	return append([]string{b.words.Say("round.no_change")}, out...)
}

// statusList is a list of statuses and the rows that it is for.
type statusList struct {
	words []string
	rows  []int // of the sheet
}

// statusLists are the lists of statuses of the return, each once: registers that have their own words have their own list.
func (b *returnBook) statusLists() []statusList {
	var out []statusList
	for i, r := range b.rows {
		words := b.statuses(r.Register)
		at := slices.IndexFunc(out, func(l statusList) bool { return slices.Equal(l.words, words) })
		if at < 0 {
			at, out = len(out), append(out, statusList{words: words})
		}
		out[at].rows = append(out[at].rows, headRow+1+i)
	}
	return out
}

// cells names the cells of a column in the rows of a list, those that follow one another together.
func (l *statusList) cells(column int) []string {
	var out []string
	for i := 0; i < len(l.rows); {
		last := i
		for last+1 < len(l.rows) && l.rows[last+1] == l.rows[last]+1 {
			last++
		}
		out = append(out, ooxml.CellName(column, l.rows[i])+":"+ooxml.CellName(column, l.rows[last]))
		i = last + 1
	}
	return out
}

// lists is the hidden sheet from which drop-down lists take their words: a list in the cell itself may not be longer than 255 characters.
func (b *returnBook) lists() error {
	for i, words := range append(b.statusWords(), b.names) {
		for n, word := range words {
			if err := b.put(b.tabs.lists, ooxml.CellName(i+1, n+1), word, b.styles.plain); err != nil {
				return err
			}
		}
	}
	right, err := excelize.ColumnNumberToName(len(b.statusWords()) + 1)
	if err != nil {
		return err
	}
	return b.file.SetColWidth(b.tabs.lists, "A", right, 36)
}

func (b *returnBook) statusWords() [][]string {
	var out [][]string
	for _, l := range b.statusLists() {
		out = append(out, l.words)
	}
	return out
}

// choices puts the drop-down lists on their cells, as an offer: another word is a warning here and judged when it comes back.
func (b *returnBook) choices() error {
	lists := b.statusLists()
	for i, c := range b.columns {
		if c == colStatus {
			if err := b.statusChoices(i+1, lists); err != nil {
				return err
			}
			continue
		}
		rule := excelize.NewDataValidation(true)
		rule.SetSqref(ooxml.CellName(i+1, headRow+1) + ":" + ooxml.CellName(i+1, headRow+len(b.rows)))
		kind, title, text := excelize.DataValidationErrorStyleWarning, "workbook.list.title", "workbook.list.error"
		switch {
		case c == colNotMine && len(b.names) > 0:
			rule.SetSqrefDropList(b.listed(len(lists)+1, len(b.names)))
		case c.isDay():
			if err := rule.SetRange("36526", "73050", excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween); err != nil {
				return err
			}
			title, text = "start.date.title", "start.date.error"
		default:
			continue
		}
		rule.SetError(kind, b.words.Say(title), b.words.Say(text))
		if err := b.file.AddDataValidation(b.tabs.update, rule); err != nil {
			return err
		}
	}
	return nil
}

// statusChoices puts each list of statuses on its rows.
func (b *returnBook) statusChoices(column int, lists []statusList) error {
	for i := range lists {
		rule := excelize.NewDataValidation(true)
		for _, cells := range lists[i].cells(column) {
			rule.SetSqref(cells)
		}
		rule.SetSqrefDropList(b.listed(i+1, len(lists[i].words)))
		rule.SetError(excelize.DataValidationErrorStyleWarning, b.words.Say("workbook.list.title"), b.words.Say("workbook.list.error"))
		if err := b.file.AddDataValidation(b.tabs.update, rule); err != nil {
			return err
		}
	}
	return nil
}

func (b *returnBook) listed(column, n int) string {
	letter, err := excelize.ColumnNumberToName(column)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("'%s'!$%s$1:$%s$%d", strings.ReplaceAll(b.tabs.lists, "'", "''"), letter, letter, n)
}

const guideWidth = 110 // in characters

// guide is the sheet that says how to fill the return in.
func (b *returnBook) guide() error {
	w := b.words
	lines := []string{
		w.Say("round.guide.status", "NoChange", w.Say("round.no_change")),
		w.Say("round.guide.complete", "Complete", named.State(w, report.Complete), "Completed", colCompleted.heading(w),
			"Evidence", colEvidence.heading(w)),
		w.Say("round.guide.date", "NewDate", colNewDate.heading(w), "Why", colWhy.heading(w)),
		w.Say(noteRule(b.setting), "Progress", colProgress.heading(w)),
		w.Say("round.guide.not_mine", "NotMine", colNotMine.heading(w)),
		w.Say("round.guide.grey"),
		w.Say("round.guide.sort"),
		w.Say("round.guide.else", "Sheet", b.tabs.else_),
	}
	for _, tab := range []string{b.tabs.guide, b.tabs.else_} {
		if err := b.file.SetRowHeight(tab, 1, titleHeight); err != nil {
			return err
		}
	}
	if err := b.put(b.tabs.guide, "A1", w.Say("round.guide.title"), b.styles.title); err != nil {
		return err
	}
	for i, text := range lines {
		line := fmt.Sprintf("%d. %s", i+1, text)
		if err := b.file.SetRowHeight(b.tabs.guide, i+3, heightOf([]string{line}, []float64{guideWidth})); err != nil {
			return err
		}
		if err := b.put(b.tabs.guide, ooxml.CellName(1, i+3), line, b.styles.plain); err != nil {
			return err
		}
	}
	return b.file.SetColWidth(b.tabs.guide, "A", "A", guideWidth)
}

// noteRule is the line of the guide about what becomes of the last note.
func noteRule(s *Setting) string {
	if s.AddNotes {
		return "round.guide.note_added"
	}
	return "round.guide.note"
}

// elseRows is how many rows there are for what has no place in the table.
const elseRows = 12

// somethingElse is the sheet for what has no place in the table.
func (b *returnBook) somethingElse() error {
	w := b.words
	if err := b.put(b.tabs.else_, "A1", w.Say("round.else.title"), b.styles.title); err != nil {
		return err
	}
	for i, text := range []string{w.Say("round.else.ref"), w.Say("round.else.what")} {
		if err := b.put(b.tabs.else_, ooxml.CellName(i+1, 3), text, b.styles.answerHead); err != nil {
			return err
		}
	}
	if err := b.file.SetCellStyle(b.tabs.else_, "A4", ooxml.CellName(2, 3+elseRows), b.styles.answer); err != nil {
		return err
	}
	if err := b.file.SetColWidth(b.tabs.else_, "A", "A", 16); err != nil {
		return err
	}
	return b.file.SetColWidth(b.tabs.else_, "B", "B", 100)
}

// print turns the sheets on their side, a page wide, and repeats the headings.
func (b *returnBook) print() error {
	if err := b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: b.tabs.update,
		RefersTo: fmt.Sprintf("'%s'!$A:$B,'%s'!$%d:$%d", b.tabs.update, b.tabs.update, headRow, headRow)}); err != nil {
		return err
	}
	if err := printOnPages(b.file, b.setting.marking()); err != nil {
		return err
	}
	a3, wide := 8, 2 // what is given on one page, what is filled in on the next
	return b.file.SetPageLayout(b.tabs.update, &excelize.PageLayoutOptions{Size: &a3, FitToWidth: &wide})
}

// heightOf is how high a row is for its texts, in points: not every program fits rows to texts that wrap.
func heightOf(texts []string, widths []float64) float64 {
	const line, most = 14.5, 300
	lines := 1
	for i, text := range texts {
		n := 0
		for paragraph := range strings.SplitSeq(text, "\n") {
			n += 1 + int(float64(utf8.RuneCountInString(paragraph))/(widths[i]*0.95))
		}
		lines = max(lines, n)
	}
	return min(line*float64(lines)+3, most)
}

// printOnPages turns every sheet on its side and fits its columns on one page, with the marking above.
func printOnPages(f *excelize.File, marking string) error {
	on, landscape, wide, high, a4 := true, "landscape", 1, 0, 9
	for _, tab := range f.GetSheetList() {
		if err := f.SetSheetProps(tab, &excelize.SheetPropsOptions{FitToPage: &on}); err != nil {
			return err
		}
		if err := f.SetPageLayout(tab, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}); err != nil {
			return err
		}
		head := "&C" + strings.ReplaceAll(marking, "&", "&&") + "&R&P / &N"
		if err := f.SetHeaderFooter(tab, &excelize.HeaderFooterOptions{OddHeader: head}); err != nil {
			return err
		}
	}
	return nil
}
