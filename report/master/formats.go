package master

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
	"github.com/xuri/nfp"

	"boardpack/report"
	"boardpack/report/dates"
)

// formats says what the number in a cell is: a date or a number, and how it shows. Numbers in formats that are not plain are formatted by
// excelize, in a workbook of our own with one row for each format of the master's.
type formats struct {
	date1904   bool
	styles     []format // by the style index that cells carry
	appearance appearance
	scratch    *excelize.File
	rows       map[format]int
	known      map[number]string // what render gave: excelize takes long over a date, and days repeat
}

// number is a number as stored, with its format.
type number struct {
	raw   string
	style format
}

// format is a number format: a built-in one by its id, or another by its code.
type format struct {
	id     int
	code   string
	isDate bool
	shows  precision    // of a date
	plain  *plainFormat // nil for one that excelize shows
}

// precision says how much of a date a format shows.
type precision uint8

const (
	showsDay   precision = iota // or a time alone
	showsMonth                  // "Mar-24", "March"
	showsYear                   // "2024"
)

const (
	scratchSheet = "Sheet1"
	remembered   = 10_000 // numbers of which the shown form is kept

	shortDate = "dd/mm/yyyy" // where the format leaves the order to the reader's system

	longestFormat = 255 // characters of a format's code that Excel keeps; a longer one is none of its own, and slow to read
)

// newFormats takes the styles from the workbook.
func newFormats(small *excelize.File) (*formats, error) {
	props, err := small.GetWorkbookProps()
	if err != nil {
		return nil, err
	}
	f := &formats{rows: map[format]int{}, known: map[number]string{}, date1904: props.Date1904 != nil && *props.Date1904}
	if small.Styles == nil || small.Styles.CellXfs == nil {
		return f, nil
	}
	codes := map[int]string{}
	if small.Styles.NumFmts != nil {
		for _, n := range small.Styles.NumFmts.NumFmt {
			if len(n.FormatCode) <= longestFormat {
				codes[n.NumFmtID] = n.FormatCode
			}
		}
	}
	read := map[format]format{} // many styles share one
	for _, xf := range small.Styles.CellXfs.Xf {
		style := format{}
		if xf.NumFmtID != nil {
			style = format{id: *xf.NumFmtID, code: codes[*xf.NumFmtID]}
		}
		shown, known := read[style]
		if !known {
			shown = style
			shown.isDate, shown.shows = dateFormat(style)
			shown.plain = newPlainFormat(style)
			read[style] = shown
		}
		f.styles = append(f.styles, shown)
	}
	f.appearance = newAppearance(small)
	return f, nil
}

// dateFormat tells whether the format shows a date or time, and how much of a date. The built-in ones are in ECMA-376, part 1, 18.8.30.
func dateFormat(f format) (date bool, shows precision) {
	if f.code == "" {
		if f.id == 17 { // mmm-yy
			shows = showsMonth
		}
		return f.id >= 14 && f.id <= 22 || f.id >= 27 && f.id <= 36 || f.id >= 45 && f.id <= 47 || f.id >= 50 && f.id <= 58, shows
	}
	defer func() {
		if recover() != nil {
			date, shows = false, showsDay // the parser does not read every code that a file can hold
		}
	}()
	var parts string // the first letter of each part of a date or time that shows
	parser := nfp.NumberFormatParser()
	for _, section := range parser.Parse(f.code) {
		for _, token := range section.Items {
			if token.TType == nfp.TokenTypeDateTimes || token.TType == nfp.TokenTypeElapsedDateTimes {
				date = true
				parts += strings.ToLower(token.TValue[:min(1, len(token.TValue))])
			}
		}
		if date {
			break // the other sections are those of negative numbers, zero and texts
		}
	}
	switch {
	case strings.ContainsAny(parts, "dhs"): // beside hours or seconds, m is minutes
	case strings.Contains(parts, "m"):
		shows = showsMonth
	case strings.Contains(parts, "y") || strings.Contains(parts, "e"):
		shows = showsYear
	}
	return date, shows
}

// isPercent tells whether the format shows a percentage.
func (f format) isPercent() bool {
	return f.id == 9 || f.id == 10 || strings.Contains(f.code, "%") // the built-in ones: ECMA-376, part 1, 18.8.30
}

// of gives the format of a style; General for a style that the workbook does not have.
func (f *formats) of(style int32) format {
	if f == nil || style < 0 || int(style) >= len(f.styles) {
		return format{}
	}
	return f.styles[style]
}

// shown gives a number as Excel shows it, dates in the British order.
func (f *formats) shown(raw string, style int32) string {
	format := f.of(style)
	if format.id == 0 && format.code == "" {
		return general(raw)
	}
	if format.plain != nil {
		if shown, ok := format.plain.show(raw, f.date1904); ok {
			return clean(shown)
		}
	}
	shown, known := f.known[number{raw, format}]
	if known {
		return shown
	}
	shown, err := f.render(raw, format)
	if shown = clean(shown); err != nil || shown == "" {
		shown = general(raw)
	}
	if len(f.known) < remembered {
		f.known[number{raw, format}] = shown
	}
	return shown
}

// render lets excelize format the number, in the row of the scratch sheet that has the format.
func (f *formats) render(raw string, style format) (shown string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("excelize: %v", r)
		}
	}()
	if err := f.openScratch(); err != nil {
		return "", err
	}
	row, known := f.rows[style]
	if !known {
		row = len(f.rows) + 1
		if err := f.addFormat(row, style); err != nil {
			return "", err
		}
		f.rows[style] = row
	}
	cell := "A" + strconv.Itoa(row)
	if err := f.scratch.SetCellDefault(scratchSheet, cell, raw); err != nil {
		return "", err
	}
	return f.scratch.GetCellValue(scratchSheet, cell)
}

func (f *formats) openScratch() error {
	if f.scratch != nil {
		return nil
	}
	f.scratch = excelize.NewFile(excelize.Options{ShortDatePattern: shortDate})
	return f.scratch.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &f.date1904})
}

func (f *formats) addFormat(row int, style format) error {
	look := excelize.Style{NumFmt: style.id}
	if style.code != "" {
		look = excelize.Style{CustomNumFmt: &style.code}
	}
	id, err := f.scratch.NewStyle(&look)
	if err != nil {
		return err
	}
	cell := "A" + strconv.Itoa(row)
	return f.scratch.SetCellStyle(scratchSheet, cell, cell, id)
}

// day gives the day of a serial number of the workbook's date system; false where it is none.
func (f *formats) day(serial float64) (report.Date, bool) {
	if serial < 1 || serial >= 2958466 { // 31 December 9999 is 2958465
		return report.Date{}, false
	}
	t, err := excelize.ExcelDateToTime(math.Floor(serial), f != nil && f.date1904)
	if err != nil {
		return report.Date{}, false
	}
	return dates.DateOf(t), true
}

// general shows a number without a format, to the fifteen digits that Excel shows.
func general(raw string) string {
	n, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return raw
	}
	if math.Abs(n) >= 1e21 {
		return strconv.FormatFloat(n, 'G', 15, 64)
	}
	fifteen, _ := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	return strconv.FormatFloat(fifteen, 'f', -1, 64)
}
