package master

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"boardpack/report/ooxml"

	"github.com/xuri/efp"
	"github.com/xuri/excelize/v2"
)

// errNotWorkedOut tells that a formula is beyond what is worked out here, errTooLong that its result can be longer than a cell
// may be in Excel.
var (
	errNotWorkedOut = errors.New("not worked out")
	errTooLong      = errors.New("too long")
)

// Bounds of what is worked out. Excelize fills a sheet with rows and cells up to those that it is given.
const (
	lowestWorkedOut = 5000        // row
	lastWorkedOut   = 100         // column
	longestFormula  = 1000        // bytes
	longestResult   = 32_767      // characters: what a cell of Excel holds
	mostFormulas    = 1000        // of one master
	mostText        = 1 << 20     // bytes of all texts that go into one formula, and of those that it can make of them
	mostWork        = 500_000_000 // steps of all formulas of one master, as cost counts them: some seconds
)

// calculator works out formulas in a workbook of our own that holds the cells which the formulas name, and no others.
type calculator struct {
	sheet *sheet
	file  *excelize.File
	given map[string]bool // cells that are in the workbook, as values
	tried int
	steps int
}

// workOut finds the value of a formula whose result is not in the file, as a program that writes workbooks without
// calculating them leaves it. The cells that it names must be on the same sheet, and values or worked out before: so nothing
// goes round in a circle, and nothing hostile reaches excelize. What it can cost is bounded before it is asked, by the lengths
// of the texts that go in. Functions whose result changes from day to day are not worked out, because the same master must
// always give the same pack.
func (k *calculator) workOut(c *cell, row int) (value cell, err error) {
	if c.kind != isUnsaved || len(c.text) > longestFormula || k.tried == mostFormulas || row > lowestWorkedOut || c.column > lastWorkedOut {
		return cell{}, errNotWorkedOut
	}
	k.tried++
	defer func() {
		if r := recover(); r != nil {
			err = errNotWorkedOut
		}
	}()
	if err := k.open(); err != nil {
		return cell{}, err
	}
	parser := efp.ExcelParser()
	tokens, cost := parser.Parse(c.text[1:]), newCost()
	if len(tokens) == 0 {
		return cell{}, errNotWorkedOut
	}
	for _, token := range tokens {
		if err := k.supply(token, cost); err != nil {
			return cell{}, err
		}
	}
	text, steps := cost.close()
	if text > mostText {
		return cell{}, errTooLong
	}
	if k.steps += steps; cost.loops || k.steps > mostWork {
		return cell{}, errNotWorkedOut
	}
	return k.result(c, ooxml.CellName(int(c.column), row))
}

// result asks excelize for the value, and puts it in the place of the formula for those that name the cell.
func (k *calculator) result(c *cell, at string) (cell, error) {
	text, err := k.evaluate(at, c.text[1:])
	out := cell{text: clean(text), column: c.column, style: c.style}
	switch {
	case isErrorText(out.text):
		out.kind = isError
	case err != nil:
		return cell{}, err
	case utf8.RuneCountInString(out.text) > longestResult:
		return cell{}, errTooLong
	default:
		if out.kind, err = k.kindOf(at); err != nil {
			return cell{}, err
		}
	}
	if out.kind == isNumber && !isFinite(out.text) {
		out.text, out.kind = "#NUM!", isError
	}
	if err := k.file.SetCellFormula(scratchSheet, at, ""); err != nil || out.kind == isError {
		return out, err
	}
	k.given[at] = true
	return out, copyCell(k.file, at, &out)
}

func (k *calculator) evaluate(at, formula string) (string, error) {
	if err := k.file.SetCellFormula(scratchSheet, at, formula); err != nil {
		return "", err
	}
	return k.file.CalcCellValue(scratchSheet, at)
}

// kindOf tells whether the result in a cell is a number, a text or a boolean, which its text does not say.
func (k *calculator) kindOf(at string) (kind, error) {
	code, err := k.evaluate(ooxml.CellName(lastWorkedOut+1, 1), "TYPE("+at+")")
	switch {
	case err != nil:
		return 0, err
	case code == "1":
		return isNumber, nil
	case code == "2":
		return isText, nil
	case code == "4":
		return isBoolean, nil
	}
	return 0, errNotWorkedOut
}

// isFinite tells whether the text is a number, and no number beyond those that Excel has.
func isFinite(text string) bool {
	n, err := strconv.ParseFloat(text, 64)
	return err == nil && !math.IsInf(n, 0) && !math.IsNaN(n)
}

func (k *calculator) open() error {
	if k.file != nil {
		return nil
	}
	k.file, k.given = excelize.NewFile(excelize.Options{RawCellValue: true}), map[string]bool{}
	return k.file.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &k.sheet.formats.date1904})
}

// supply gives the workbook what one token of the formula needs, and adds up what it costs, or refuses it.
func (k *calculator) supply(token efp.Token, cost *cost) error {
	switch {
	case token.TType == efp.TokenTypeFunction && token.TSubType == efp.TokenSubTypeStart:
		name := strings.ToUpper(token.TValue)
		if !isSteady(name) {
			return errNotWorkedOut
		}
		cost.begin(name)
	case token.TType == efp.TokenTypeSubexpression && token.TSubType == efp.TokenSubTypeStart:
		cost.begin("")
	case token.TSubType == efp.TokenSubTypeStop:
		cost.end()
	case token.TType == efp.TokenTypeArgument:
		cost.next()
	case token.TType == efp.TokenTypeOperand && token.TSubType == efp.TokenSubTypeRange:
		return k.supplyCells(token.TValue, cost)
	case token.TType == efp.TokenTypeOperand:
		cost.value(token.TValue, operandKind(token))
	case token.TSubType == efp.TokenSubTypeUnion, token.TSubType == efp.TokenSubTypeIntersection: // which excelize passes over
		return errNotWorkedOut
	case token.TType == efp.TokenTypeOperatorInfix:
		cost.operator(token.TValue)
	}
	return nil
}

func operandKind(token efp.Token) kind {
	if token.TSubType == efp.TokenSubTypeNumber {
		return isNumber
	}
	return isText
}

// supplyCells copies the cells of a reference that are not there yet.
func (k *calculator) supplyCells(reference string, cost *cost) error {
	const most = 1000
	a, err := parseArea(strings.ReplaceAll(reference, "$", ""))
	if err != nil || a.bottom > lowestWorkedOut || a.right > lastWorkedOut || a.cells() > most {
		return errNotWorkedOut
	}
	cost.cells += a.cells()
	if k.steps += stepsPerCell * a.cells(); k.steps > mostWork {
		return errNotWorkedOut
	}
	rows := k.sheet.between(a.top, a.bottom)
	for i := range rows {
		for j := range rows[i].cells {
			c := &rows[i].cells[j]
			if int(c.column) < a.left || int(c.column) > a.right || c.has(inherited) {
				continue
			}
			cost.value(c.text, c.kind)
			name := ooxml.CellName(int(c.column), rows[i].number)
			if k.given[name] {
				continue
			}
			if err := copyCell(k.file, name, c); err != nil {
				return err
			}
			k.given[name] = true
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
