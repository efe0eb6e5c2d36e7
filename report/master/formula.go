package master

import (
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/efp"
	"github.com/xuri/excelize/v2"
)

// errNotWorkedOut tells that a formula is beyond what is worked out here.
var errNotWorkedOut = errors.New("not worked out")

// Where formulas are worked out: excelize fills a sheet with rows and cells up to those that it is given.
const (
	lowestWorkedOut = 5000
	lastWorkedOut   = 100
)

// calculator works out formulas in a workbook of our own that holds the cells which the formulas name, and no others.
type calculator struct {
	sheet *sheet
	file  *excelize.File
	done  map[string]bool // cells whose formulas were worked out
	tried int
}

// workOut finds the value of a formula whose result is not in the file, as a program that writes workbooks without
// calculating them leaves it. The cells that it names must be on the same sheet, and values or worked out before: so nothing
// goes round in a circle, and nothing hostile reaches excelize. Functions whose result changes from day to day are not
// worked out, because the same master must always give the same pack.
func (k *calculator) workOut(c *cell, row int) (value cell, err error) {
	const longest, most = 1000, 1000
	if c.kind != isUnsaved || len(c.text) > longest || k.tried == most || row > lowestWorkedOut || c.column > lastWorkedOut {
		return cell{}, errNotWorkedOut
	}
	k.tried++
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("excelize: %v", r)
		}
	}()
	if err := k.open(); err != nil {
		return cell{}, err
	}
	parser := efp.ExcelParser()
	for _, token := range parser.Parse(c.text[1:]) {
		if err := k.supply(token); err != nil {
			return cell{}, err
		}
	}
	return k.result(c, cellName(int(c.column), row))
}

func (k *calculator) result(c *cell, at string) (cell, error) {
	if err := k.file.SetCellFormula(scratchSheet, at, c.text[1:]); err != nil {
		return cell{}, err
	}
	text, err := k.file.CalcCellValue(scratchSheet, at)
	out := cell{text: clean(text), column: c.column, style: c.style}
	switch {
	case isErrorText(out.text):
		out.kind = isError
	case err != nil:
		return cell{}, err
	}
	k.done[at] = true
	return out, nil
}

func (k *calculator) open() error {
	if k.file != nil {
		return nil
	}
	k.file, k.done = excelize.NewFile(excelize.Options{RawCellValue: true}), map[string]bool{}
	return k.file.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &k.sheet.formats.date1904})
}

// supply gives the workbook what one token of the formula needs, or refuses it.
func (k *calculator) supply(token efp.Token) error {
	switch {
	case token.TType == efp.TokenTypeFunction && token.TSubType == efp.TokenSubTypeStart:
		if !isSteady(strings.ToUpper(token.TValue)) {
			return errNotWorkedOut
		}
	case token.TType == efp.TokenTypeOperand && token.TSubType == efp.TokenSubTypeRange:
		return k.supplyCells(token.TValue)
	}
	return nil
}

// supplyCells copies the cells of a reference.
func (k *calculator) supplyCells(reference string) error {
	const most = 1000
	a, err := parseArea(strings.ReplaceAll(reference, "$", ""))
	if err != nil || a.bottom > lowestWorkedOut || a.right > lastWorkedOut || (a.right-a.left+1)*(a.bottom-a.top+1) > most {
		return errNotWorkedOut
	}
	rows := k.sheet.between(a.top, a.bottom)
	for i := range rows {
		for j := range rows[i].cells {
			c := &rows[i].cells[j]
			name := cellName(int(c.column), rows[i].number)
			if int(c.column) < a.left || int(c.column) > a.right || c.inherited || k.done[name] {
				continue
			}
			if err := copyCell(k.file, name, c); err != nil {
				return err
			}
		}
	}
	return nil
}

func copyCell(f *excelize.File, name string, c *cell) error {
	switch c.kind {
	case isText:
		return f.SetCellStr(scratchSheet, name, c.text)
	case isBoolean:
		return f.SetCellBool(scratchSheet, name, c.text == "TRUE")
	case isNumber:
		return f.SetCellDefault(scratchSheet, name, c.text)
	}
	return errNotWorkedOut
}

// isSteady tells whether a function gives the same result on every day, from its arguments alone.
func isSteady(function string) bool {
	switch function {
	case "IF", "IFS", "IFERROR", "IFNA", "AND", "OR", "NOT", "SWITCH", "CHOOSE", "ISBLANK", "ISNUMBER", "ISTEXT", "ISERROR",
		"CONCATENATE", "CONCAT", "TEXTJOIN", "LEFT", "RIGHT", "MID", "LEN", "TRIM", "CLEAN", "UPPER", "LOWER", "PROPER",
		"SUBSTITUTE", "FIND", "SEARCH", "EXACT", "TEXT", "VALUE", "HYPERLINK", "VLOOKUP", "HLOOKUP", "LOOKUP", "INDEX", "MATCH",
		"ROW", "COLUMN", "ROWS", "COLUMNS",
		"DATE", "DATEVALUE", "EDATE", "EOMONTH", "YEAR", "MONTH", "DAY", "DAYS", "WEEKDAY", "SUM", "COUNT", "COUNTA", "COUNTIF",
		"COUNTIFS", "SUMIF", "MIN", "MAX", "AVERAGE", "ROUND", "ROUNDUP", "ROUNDDOWN", "INT", "MOD", "ABS":
		return true
	}
	return false
}

// sumsUp tells whether a formula counts or sums other cells. Files keep the English names of functions.
func sumsUp(code string) bool {
	code = strings.ToUpper(code)
	for _, name := range []string{"SUBTOTAL(", "AGGREGATE(", "COUNT(", "COUNTA(", "COUNTIF(", "COUNTIFS(", "SUM(", "SUMIF(", "SUMIFS(", "AVERAGE("} {
		if strings.Contains(code, name) {
			return true
		}
	}
	return false
}
