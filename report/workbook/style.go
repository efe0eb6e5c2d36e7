package workbook

import (
	"cmp"

	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/content"
)

// look names one style of the workbook. Each is made once per file.
type look struct {
	role    role
	kind    content.Kind // of a body cell
	total   bool
	link    bool
	left    bool // a number or date in a column of text; a heading off the button of its filter
	off     bool // indented, to stand off its neighbour
	formula bool // in a column of formulas
	small   bool // of a sheet that shows many rows
	plain   bool // on one line, over the cells to its right
	signs   bool // a change, which has its sign also when it is more
}

type role int

const (
	roleTitle role = iota
	rolePart
	roleLine
	roleStrongLine
	roleHead
	roleBody
)

// The colours. Text on white has a contrast of 7 to 1 or better; lines are for the eye only.
const (
	inkColour  = "1F2933"
	linkColour = "0B4F8A"
	ruleColour = "C9D1D9"
)

// styles makes the looks as they are asked for and remembers their numbers.
type styles struct {
	file   *excelize.File
	made   map[look]int
	shades map[colours]int
	locale string // of dates, "[$-809]"
	accent string // "1A3A5C"
	err    error  // the first; what has no style then has the default
}

// id is the number of the style of a look.
func (s *styles) id(l look) int {
	if _, ok := s.made[l]; !ok {
		s.made[l] = s.keep(s.file.NewStyle(s.style(l)))
	}
	return s.made[l]
}

// shade is the number of the format that a rule gives to a word.
func (s *styles) shade(c colours) int {
	if _, ok := s.shades[c]; !ok {
		style := &excelize.Style{Font: &excelize.Font{Color: c.text, Bold: true}}
		if c.fill != "" {
			style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{c.fill}}
		}
		s.shades[c] = s.keep(s.file.NewConditionalStyle(style))
	}
	return s.shades[c]
}

func (s *styles) keep(id int, err error) int {
	s.err = cmp.Or(s.err, err)
	return id
}

func (s *styles) style(l look) *excelize.Style {
	st := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: fontSize, Color: inkColour},
		Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left"},
	}
	if l.off {
		st.Alignment.Indent = 1
	}
	if l.small {
		st.Font.Size = smallSize
	}
	switch l.role {
	case rolePart:
		st.Font.Size, st.Font.Bold, st.Font.Color = 14, true, s.accent
	case roleTitle:
		st.Font.Size, st.Font.Bold, st.Font.Color = 16, true, s.accent
	case roleStrongLine:
		st.Font.Bold = true
	case roleHead:
		st.Font.Bold, st.Font.Color = true, s.accent
		st.Alignment.WrapText = true
		st.Border = []excelize.Border{{Type: "top", Color: s.accent, Style: 2}, {Type: "bottom", Color: s.accent, Style: 2}}
		if numeric(l.kind) && !l.left {
			st.Alignment.Horizontal = "right"
		}
	case roleBody:
		s.body(st, l)
	}
	return st
}

func (s *styles) body(st *excelize.Style, l look) {
	st.Border = []excelize.Border{{Type: "bottom", Color: ruleColour, Style: 1}}
	st.Font.Bold = l.total
	if l.total {
		st.Border = append(st.Border, excelize.Border{Type: "top", Color: s.accent, Style: 1})
	}
	if l.link {
		st.Font.Color, st.Font.Underline = linkColour, "single"
	}
	st.Alignment.WrapText = (wraps(l.kind) || l.small && l.kind == content.KindKey) && !l.plain
	if numeric(l.kind) && !l.left {
		st.Alignment.Horizontal = "right"
	}
	const asText = 49 // the format "@"
	if format := s.format(l); format != "" {
		st.CustomNumFmt = &format
	} else if !l.formula { // Excel would keep a formula that is edited as text
		st.NumFmt = asText
	}
}

// format gives the number format of a kind of cell. Text is marked as text, so that what a person types into it, an
// equals sign first or 1.10, stays text too.
func (s *styles) format(l look) string {
	switch l.kind {
	case content.KindCount, content.KindDays:
		if l.signs {
			return `"+"#,##0;"−"#,##0;0`
		}
		return "#,##0"
	case content.KindPercent:
		return "0%"
	case content.KindDate:
		return s.locale + "d mmm yyyy"
	}
	return ""
}

// numeric tells whether the kind is set to the right, its heading too.
func numeric(k content.Kind) bool {
	switch k {
	case content.KindCount, content.KindDays, content.KindPercent, content.KindDate:
		return true
	}
	return false
}

// colours are the text and fill of a word that has a colour; the word stands there as well.
type colours struct{ text, fill string }

func ratingColours(r report.Rating) (colours, bool) {
	c, ok := map[report.Rating]colours{
		report.Red:      {"7A1212", "FBE3E4"},
		report.Amber:    {"5F3B00", "FFF0CC"},
		report.Green:    {"14501F", "E0F2E3"},
		report.Blue:     {"0A3A78", "E1ECF9"},
		report.NotKnown: {"3D454D", "ECEEF1"},
	}[r]
	return c, ok
}

func standingColours(s report.Standing) (colours, bool) {
	c, ok := map[report.Standing]colours{
		report.StandComplete:     {"0A3A78", ""},
		report.StandAwaiting:     {"14501F", ""},
		report.StandUnrecognised: {"7A1212", ""},
	}[s]
	return c, ok
}

// setDefaultFont makes 12 point Arial the font of the Normal style, on which Excel bases the unit of column widths and
// the font of new cells. The library has a call for the name only.
func setDefaultFont(f *excelize.File) error {
	if err := f.SetDefaultFont(fontName); err != nil {
		return err
	}
	size := fontSize
	normal := f.Styles.Fonts.Font[0]
	normal.Sz.Val, normal.Scheme = &size, nil
	return nil
}
