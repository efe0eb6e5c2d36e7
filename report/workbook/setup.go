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
	head := "&L" + printText(s.doc.Title.Plain(), room) + "&C&B" + printText(s.doc.Marking, room) + "&R" + printText(s.tab, room)
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
func (s *sheetPart) colourRules() string {
	var rules strings.Builder
	if len(s.table.Rows) == 0 {
		return ""
	}
	priority := 0
	for c := range s.table.Columns {
		for _, rule := range s.rulesOf(c) {
			priority++
			fmt.Fprintf(&rules, `<conditionalFormatting sqref="%s"><cfRule type="cellIs" dxfId="%d" priority="%d" operator="equal"><formula>%s</formula></cfRule></conditionalFormatting>`,
				s.cells(c), s.book.styles.shade(rule.colours), priority, escapeXML(quote(rule.word)))
		}
	}
	return rules.String()
}

type colourRule struct {
	word    string
	colours colours
}

// rulesOf gives every word of a column of ratings or standings that has a colour, also those that no row holds yet.
func (s *sheetPart) rulesOf(c int) []colourRule {
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

func (s *sheetPart) showsThemes(c int) bool {
	id := s.table.Columns[c].ID
	return id == string(report.FieldTheme) || id == string(report.OfThemes)
}

func (s *sheetPart) showsStandings(c int) bool {
	for _, row := range s.table.Rows {
		if row.Cells[c].Standing != "" {
			return true
		}
	}
	return false
}

// dropDowns puts the drop-down lists on their columns, so that a copy can be edited without inventing words.
func (s *sheetPart) dropDowns() string {
	var lists strings.Builder
	n := 0
	for c, column := range s.table.Columns {
		l, ok := s.lists[column.ID]
		if !ok || len(s.table.Rows) == 0 {
			continue
		}
		n++
		kind := "warning"
		if l.strict {
			kind = "stop"
		}
		fmt.Fprintf(&lists, `<dataValidation type="list" errorStyle="%s" allowBlank="true" showErrorMessage="true" errorTitle="%s" error="%s" sqref="%s"><formula1>%s</formula1></dataValidation>`,
			kind, attributeXML(s.words.Say("workbook.list.title")), attributeXML(s.words.Say("workbook.list.error")), s.cells(c), escapeXML(quote(strings.Join(l.words, ","))))
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(`<dataValidations count="%d">%s</dataValidations>`, n, lists.String())
}

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
// the list of its column has not, and a cell may differ from the formula of its column. Its offer to make a number of "1.10" would lose the nought.
func (s *sheetPart) quietChecks() string {
	if len(s.table.Rows) == 0 {
		return ""
	}
	return `<ignoredErrors><ignoredError sqref="` + s.tableRange() + `" twoDigitTextYear="1" numberStoredAsText="1" calculatedColumn="1" listDataValidation="1"/></ignoredErrors>`
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
