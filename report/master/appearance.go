package master

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// appearance is what the styles of a workbook say beside the number formats, by the style index that cells carry.
type appearance struct {
	fills  []string // a name of the colour behind the cell; "" for none and for white
	struck []bool   // the text is struck through
}

func newAppearance(small *excelize.File) appearance {
	var a appearance
	styles := small.Styles
	for _, xf := range styles.CellXfs.Xf {
		fill, struck := "", false
		if i := xf.FillID; i != nil && styles.Fills != nil && *i >= 0 && *i < len(styles.Fills.Fill) {
			if p := styles.Fills.Fill[*i].PatternFill; p != nil && p.FgColor != nil && p.PatternType != "none" {
				fill = colourName(p.FgColor.RGB, p.FgColor.Theme, p.FgColor.Tint, p.FgColor.Indexed)
			} else if styles.Fills.Fill[*i].GradientFill != nil {
				fill = "gradient " + strconv.Itoa(*i)
			}
		}
		if i := xf.FontID; i != nil && styles.Fonts != nil && *i >= 0 && *i < len(styles.Fonts.Font) {
			if strike := styles.Fonts.Font[*i].Strike; strike != nil {
				struck = strike.Val == nil || *strike.Val
			}
		}
		a.fills, a.struck = append(a.fills, fill), append(a.struck, struck)
	}
	return a
}

// colourName names a colour by what the file says of it: its red, green and blue, a colour of the theme and its tint, or its number
// in the palette. White and the colours of the window have none (ECMA-376, part 1, 18.8.3 and 18.8.27).
func colourName(rgb string, theme *int, tint float64, indexed int) string {
	const window, systemFirst = 0, 64
	switch {
	case theme != nil && *theme == window && tint == 0:
		return ""
	case theme != nil:
		return "theme " + strconv.Itoa(*theme) + strconv.FormatFloat(tint, 'f', 3, 64)
	case len(rgb) >= 6 && strings.EqualFold(rgb[len(rgb)-6:], "FFFFFF"):
		return ""
	case len(rgb) >= 6:
		return strings.ToUpper(rgb[len(rgb)-6:])
	case indexed == 0, indexed == 1, indexed == 9, indexed >= systemFirst:
		return ""
	}
	return "palette " + strconv.Itoa(indexed)
}

// fill gives the name of the colour behind cells of a style; "" for none.
func (f *formats) fill(style int32) string {
	if f == nil || style < 0 || int(style) >= len(f.appearance.fills) {
		return ""
	}
	return f.appearance.fills[style]
}

// isStruck tells whether texts in cells of a style are struck through.
func (f *formats) isStruck(style int32) bool {
	return f != nil && style >= 0 && int(style) < len(f.appearance.struck) && f.appearance.struck[style]
}

// unstruck gives a cell's text without what is struck through, and tells whether anything is: what is struck through is not meant.
func (s *sheet) unstruck(c *cell) (text string, struck bool) {
	switch {
	case c == nil:
		return "", false
	case s.formats.isStruck(c.style):
		return "", true
	case c.has(partStruck):
		return s.unstruckTexts[c.text], true
	}
	return s.shown(c), false
}

// paint is the colours behind the empty cells of a row.
type paint struct {
	cells []cell // without texts
	style int32  // of the cells that the file does not have
}

// fillAt gives the name of the colour behind the row's cell in a column, also where the cell is empty; "" for none.
func (s *sheet) fillAt(r *row, column int) string {
	if c := r.at(column); c != nil {
		return s.formats.fill(c.style)
	}
	p := s.painted[r.number]
	for _, c := range p.cells {
		if int(c.column) == column {
			return s.formats.fill(c.style)
		}
	}
	return s.formats.fill(p.style)
}
