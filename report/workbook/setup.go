package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/excerpt"
	"boardpack/report/named"
)

// headerFooter gives the marking in the middle above, the register and the as-at date below, and the page number.
func (s *sheetPart) headerFooter() string {
	const room = 70 // units; Excel allows 255 in all, codes included
	head := "&L" + printText(s.doc.Title.Plain(), room) + "&C&B" + printText(s.doc.Marking, room) + "&R" + printText(s.name, room)
	foot := "&L" + printText(s.doc.Stamp.Plain(), 2*room) + "&R" + s.words.Say("workbook.page", "Page", "&P", "Pages", "&N")
	return `<headerFooter><oddHeader>` + escapeXML(head) + `</oddHeader><oddFooter>` + escapeXML(foot) + `</oddFooter></headerFooter>`
}

// printText shortens a text, and doubles the ampersands, which begin codes in headers and footers.
func printText(s string, room int) string {
	for n := room; ; n-- {
		text := strings.ReplaceAll(strings.ReplaceAll(content.Clean(excerpt.Shorten(s, n)), "\n", " "), "&", "&&")
		if excerpt.Units(text) <= room {
			return text
		}
	}
}

// colourRules colours the words of ratings, standings and themes, by rules, so that the colour follows when a word is changed.
func (s *block) colourRules(priority *int) string {
	var rules strings.Builder
	if len(s.table.Rows) == 0 {
		return ""
	}
	for c := range s.table.Columns {
		for _, rule := range s.rulesOf(c) {
			*priority++
			fmt.Fprintf(&rules, `<conditionalFormatting sqref="%s"><cfRule type="cellIs" dxfId="%d" priority="%d" operator="equal"><formula>%s</formula></cfRule></conditionalFormatting>`,
				s.cells(c), s.book.styles.shade(rule.colours), *priority, escapeXML(quote(rule.word)))
		}
	}
	return rules.String()
}

type colourRule struct {
	word    string
	colours colours
}

// rulesOf gives every word of a column of ratings or standings that has a colour, also those that no row holds yet.
func (s *block) rulesOf(c int) []colourRule {
	var rules []colourRule
	switch {
	case s.table.Columns[c].Kind == content.KindRating:
		for _, rating := range report.Ratings() {
			if shade, ok := ratingColours(rating); ok {
				rules = append(rules, colourRule{named.Rating(s.words, rating), shade})
			}
		}
	case s.showsStandings(c):
		for _, standing := range report.Standings() {
			if shade, ok := standingColours(standing); ok {
				rules = append(rules, colourRule{named.Standing(s.words, standing), shade})
			}
		}
	case s.showsThemes(c):
		for _, theme := range s.pack.Rules.Themes {
			if theme.Colour != "" {
				shade := colours{text: strings.TrimPrefix(theme.Colour, "#")}
				rules = append(rules, colourRule{named.Theme(s.words, s.pack.Rules, theme.ID), shade})
			}
		}
	}
	return rules
}

func (s *block) showsThemes(c int) bool {
	id := s.table.Columns[c].ID
	return id == string(report.FieldTheme) || id == string(report.OfThemes)
}

func (s *block) showsStandings(c int) bool {
	for _, row := range s.table.Rows {
		if row.Cells[c].Standing() != "" {
			return true
		}
	}
	return false
}

// dropDowns puts the drop-down lists on their columns, so that a copy can be edited without inventing words.
func (s *block) dropDowns(n *int) string {
	var lists strings.Builder
	for c, column := range s.table.Columns {
		l, ok := s.lists[column.ID]
		if !ok || len(s.table.Rows) == 0 {
			continue
		}
		*n++
		kind := "warning"
		if l.strict {
			kind = "stop"
		}
		from := quote(strings.Join(l.words, ","))
		if words := s.book.page(l.of); words != nil {
			from = quoteSheet(words.on.name) + "!" + absolute(1, words.grid.row(0)) + ":" + absolute(1, words.grid.last())
		}
		fmt.Fprintf(&lists, `<dataValidation type="list" errorStyle="%s" allowBlank="true" showErrorMessage="true" errorTitle="%s" error="%s" sqref="%s"><formula1>%s</formula1></dataValidation>`,
			kind, attributeXML(s.words.Say("workbook.list.title")), attributeXML(s.words.Say("workbook.list.error")), s.cells(c), escapeXML(from))
	}
	return lists.String()
}

// columnNotes tells whoever chooses a cell of a column beside live ones that it does not follow when a copy is changed.
func (s *block) columnNotes(n *int) string {
	var notes strings.Builder
	for c, column := range s.table.Columns {
		if s.live == nil || s.fixed || len(s.table.Rows) == 0 || column.Kind != content.KindRating && column.ID != "times_moved" {
			continue
		}
		*n++
		fmt.Fprintf(&notes, `<dataValidation allowBlank="true" showInputMessage="true" promptTitle="%s" prompt="%s" sqref="%s"/>`,
			attributeXML(excerpt.Shorten(column.Heading, maxPromptTitle)), attributeXML(excerpt.Shorten(content.FixedText(s.words), maxPrompt)), s.cells(c))
	}
	return notes.String()
}

// Excel's limits of the note that is shown when a cell is chosen, in UTF-16 units.
const (
	maxPromptTitle = 32
	maxPrompt      = 255
)

// maxLiteral is the number of UTF-16 units that Excel allows in one text of a formula.
const maxLiteral = 255

// quote makes a text of a formula: "Not ""known""". A long one is put together from parts.
func quote(s string) string {
	if excerpt.Units(s) <= maxLiteral {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	end := cutAt(s, maxLiteral)
	return quote(s[:end]) + "&" + quote(s[end:])
}

// quietChecks switches off what Excel's background checks find in a table: a ref is a number that stays text, a status may be a word that
// the list of its column has not, and a cell may differ from the formula of its column. Its offer to make a number of "1.10" would lose the zero.
func (s *block) quietChecks() string {
	return `<ignoredError sqref="` + s.tableRange() + `" twoDigitTextYear="1" numberStoredAsText="1" calculatedColumn="1" listDataValidation="1"/>`
}

// quoteSheet makes a sheet's name safe in a reference: 'Owner”s list'.
func quoteSheet(tab string) string { return "'" + strings.ReplaceAll(tab, "'", "''") + "'" }

// absolute is "$B$7" for column 2, row 7.
func absolute(column, row int) string { return "$" + lettersOf(column) + "$" + strconv.Itoa(row) }

// cellName is "B7" for column 2, row 7.
func cellName(column, row int) string { return lettersOf(column) + strconv.Itoa(row) }

// lettersOf names a column, which is known to be on the sheet: see checkSize.
func lettersOf(column int) string {
	letters, err := excelize.ColumnNumberToName(column)
	if err != nil {
		return "A"
	}
	return letters
}
