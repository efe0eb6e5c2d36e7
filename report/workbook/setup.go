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

const paperA4 = 9

// setPrint makes the sheet print on A4, landscape, one page wide, its heading on every page, with the marking above and
// the page number below.
func (d *drawer) setPrint() error {
	landscape, paper, wide, high, fit := "landscape", paperA4, 1, 0, true
	if err := d.file.SetSheetProps(d.tab, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := d.file.SetPageLayout(d.tab, &excelize.PageLayoutOptions{
		Orientation: &landscape, Size: &paper, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	side, top, edge := 0.4, 0.7, 0.3
	if err := d.file.SetPageMargins(d.tab, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &edge, Footer: &edge}); err != nil {
		return err
	}
	if err := d.file.SetHeaderFooter(d.tab, d.headerFooter()); err != nil {
		return err
	}
	return d.setPrintNames()
}

// headerFooter gives the marking in the middle above, the register and the as-at date below, and the page number.
func (d *drawer) headerFooter() *excelize.HeaderFooterOptions {
	const room = 70 // units; Excel allows 255 in all, codes included
	marking := printText(excerpt.Shorten(d.doc.Marking, room))
	return &excelize.HeaderFooterOptions{
		OddHeader: "&L" + printText(excerpt.Shorten(d.doc.Title.Plain(), room)) + "&C&B" + marking + "&R" + printText(excerpt.Shorten(d.tab, room)),
		OddFooter: "&L" + printText(excerpt.Shorten(d.doc.Stamp.Plain(), 2*room)) + "&R" +
			d.words.Say("workbook.page", "Page", "&P", "Pages", "&N"),
	}
}

// printText doubles the ampersands, which begin codes in headers and footers.
func printText(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(content.Clean(s), "\n", " "), "&", "&&")
}

// setPrintNames repeats the heading on every page and, where a page says so, leaves the last columns to the screen.
func (d *drawer) setPrintNames() error {
	if len(d.table.Rows) == 0 {
		return nil
	}
	quoted := quoteSheet(d.tab)
	names := []excelize.DefinedName{{Name: "_xlnm.Print_Titles", Scope: d.tab,
		RefersTo: fmt.Sprintf("%s!$%d:$%d", quoted, d.grid.header, d.grid.header)}}
	if d.printed > 0 && d.printed < len(d.table.Columns) {
		names = append(names, excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: d.tab,
			RefersTo: quoted + "!$A$1:" + absolute(d.printed, d.grid.last())})
	}
	for _, name := range names {
		if err := d.file.SetDefinedName(&name); err != nil {
			return err
		}
	}
	return nil
}

// setPanes freezes the heading and the first columns. The cursor is in A1 on every sheet.
func (d *drawer) setPanes() error {
	if d.frozen == noFreeze {
		return nil
	}
	panes := &excelize.Panes{Freeze: true, XSplit: d.frozen, YSplit: d.grid.header,
		TopLeftCell: cellName(d.frozen+1, d.grid.header+1), ActivePane: "bottomRight"}
	corners := []string{"topRight", "bottomLeft", "bottomRight"}
	if d.frozen == 0 {
		panes.ActivePane, corners = "bottomLeft", []string{"bottomLeft"}
	}
	for _, corner := range corners {
		panes.Selection = append(panes.Selection, excelize.Selection{SQRef: "A1", ActiveCell: "A1", Pane: corner})
	}
	return d.file.SetPanes(d.tab, panes)
}

// setColours colours the words of ratings, standings and themes, by rules, so that the colour follows when a word is changed.
func (d *drawer) setColours() error {
	if len(d.table.Rows) == 0 {
		return nil
	}
	for c := range d.table.Columns {
		for _, rule := range d.colourRules(c) {
			style, err := d.conditional(rule.colours)
			if err != nil {
				return err
			}
			err = d.file.SetConditionalFormat(d.tab, d.cells(c), []excelize.ConditionalFormatOptions{
				{Type: "cell", Criteria: "==", Value: quote(rule.word), Format: &style}})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

type colourRule struct {
	word    string
	colours colours
}

// colourRules gives every word of a column of ratings or standings that has a colour, also those that no row holds yet.
func (d *drawer) colourRules(c int) []colourRule {
	var rules []colourRule
	switch {
	case d.table.Columns[c].Kind == content.KindRating:
		for _, rating := range report.Ratings() {
			if shade, ok := ratingColours(rating); ok {
				rules = append(rules, colourRule{named.Rating(d.words, rating), shade})
			}
		}
	case d.showsStandings(c):
		for _, standing := range report.Standings() {
			if shade, ok := standingColours(standing); ok {
				rules = append(rules, colourRule{named.Standing(d.words, standing), shade})
			}
		}
	case d.showsThemes(c):
		for _, theme := range d.pack.Rules.Themes {
			if theme.Colour != "" {
				shade := colours{text: strings.TrimPrefix(theme.Colour, "#")}
				rules = append(rules, colourRule{named.Theme(d.words, d.pack.Rules, theme.ID), shade})
			}
		}
	}
	return rules
}

func (d *drawer) showsThemes(c int) bool {
	id := d.table.Columns[c].ID
	return id == string(report.FieldTheme) || id == string(report.OfThemes)
}

func (d *drawer) showsStandings(c int) bool {
	for _, row := range d.table.Rows {
		if row.Cells[c].Standing != "" {
			return true
		}
	}
	return false
}

// conditional gives the number of the format of a colour, made once.
func (b *book) conditional(c colours) (int, error) {
	if id, ok := b.shades[c]; ok {
		return id, nil
	}
	style := &excelize.Style{Font: &excelize.Font{Color: c.text, Bold: true}}
	if c.fill != "" {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{c.fill}}
	}
	id, err := b.file.NewConditionalStyle(style)
	b.shades[c] = id
	return id, err
}

// setLists puts the drop-down lists on their columns, so that a copy can be edited without inventing words.
func (d *drawer) setLists() error {
	for c, column := range d.table.Columns {
		l, ok := d.lists[column.ID]
		if !ok || len(d.table.Rows) == 0 {
			continue
		}
		validation := excelize.NewDataValidation(true)
		validation.SetSqref(d.cells(c))
		if err := validation.SetDropList(l.words); err != nil {
			return fmt.Errorf("the list of column %s: %w", column.ID, err)
		}
		kind := excelize.DataValidationErrorStyleWarning
		if l.strict {
			kind = excelize.DataValidationErrorStyleStop
		}
		validation.SetError(kind, d.words.Say("workbook.list.title"), d.words.Say("workbook.list.error"))
		if err := d.file.AddDataValidation(d.tab, validation); err != nil {
			return err
		}
	}
	return nil
}

// quote makes a text of a formula: "Not ""known""".
func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// quoteSheet makes a sheet's name safe in a reference: 'Owner”s list'.
func quoteSheet(tab string) string { return "'" + strings.ReplaceAll(tab, "'", "''") + "'" }

// absolute is "$B$7" for column 2, row 7.
func absolute(column, row int) string {
	letters := strings.TrimRight(cellName(column, row), "0123456789")
	return "$" + letters + "$" + strconv.Itoa(row)
}
