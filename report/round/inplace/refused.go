package inplace

import (
	"path/filepath"
	"strings"

	"boardpack/report"
)

// Code names a reason why something is not written. It does not change once published.
type Code string

// The reasons. Those of the whole file come from Open, Write and Replace, the others from CanSet and Set.
const (
	Signed     Code = "signed"      // the file has a digital signature, which any change breaks
	InUse      Code = "in-use"      // a program has the file open; Args: By, as " (by Jo Ellis)"; Stale, what to do if nobody has it open; both may be ""
	Changed    Code = "changed"     // the file is not the one that was read
	Ambiguous  Code = "ambiguous"   // the new CSV file would be taken apart in another way: by its fields, it has another encoding or separator
	NotExact   Code = "not-exact"   // a fault of this package: the new file was not exactly what it should be
	WriteGuard Code = "write-guard" // the file or its folder may not be written

	NoSheet    Code = "no-sheet"   // there is no worksheet of that name
	NoCell     Code = "no-cell"    // no such cell: not an address, or below the last record of a CSV file
	Formula    Code = "formula"    // the cell holds a formula
	Array      Code = "array"      // the cell is one of those that a formula elsewhere fills; Args: Other
	Merged     Code = "merged"     // the cell is inside a merge and not its first; Args: Other
	RichValue  Code = "rich-value" // the cell has a picture, a linked data type or a formula that spills (cm, vm)
	TableHead  Code = "table-head" // the cell is a heading or a total of an Excel table; Args: Table
	Pivot      Code = "pivot"      // a pivot table fills the cell
	OddCell    Code = "odd-cell"   // the cell holds something that boardpack does not know
	TooLong    Code = "too-long"   // more characters than a cell holds
	NotANumber Code = "not-a-number"
	TooEarly   Code = "too-early"    // a day before those that Excel counts
	NoDateLook Code = "no-date-look" // the workbook has no formats to which one for dates could be added
	NotInCSV   Code = "not-in-csv"   // the encoding of the CSV file lacks a character of the text; Args: Encoding
)

// Codes lists every reason.
func Codes() []Code {
	return []Code{Signed, InUse, Changed, Ambiguous, NotExact, WriteGuard, NoSheet, NoCell, Formula, Array, Merged, RichValue, TableHead, Pivot, OddCell, TooLong,
		NotANumber, TooEarly, NoDateLook, NotInCSV}
}

// Refused is the error of what is not written, and why. Sheet and Cell are "" where the whole file is meant.
type Refused struct {
	File  string // without its folder
	Place report.Place
	Code  Code
	Args  map[string]string
}

// Error is one English sentence without a full stop: the place, what is wrong, and what to do.
func (r *Refused) Error() string {
	where := r.File
	if r.Place.Cell != "" {
		where += ": "
		if r.Place.Sheet != "" {
			where += r.Place.Sheet + "!"
		}
		where += r.Place.Cell
	} else if r.Place.Sheet != "" {
		where += ": " + r.Place.Sheet
	}
	what, hint := words(r.Code)
	var pairs []string
	for name, value := range r.Args {
		pairs = append(pairs, "{{."+name+"}}", value)
	}
	return where + ": " + strings.NewReplacer(pairs...).Replace(what+": "+hint)
}

// words gives what is wrong and what to do; at the end stands NotInCSV.
func words(code Code) (what, hint string) {
	switch code {
	case Signed:
		return "the workbook has a digital signature, which any change would break", "make the changes in Excel and sign it again, or save an unsigned copy"
	case InUse:
		return "the file is open in another program{{.By}}", "close it and run again{{.Stale}}"
	case Changed:
		return "the file has changed since it was read", "run again"
	case Ambiguous:
		return "with this change the CSV file would be read with another separator or encoding, so boardpack changed nothing",
			"open the file in Excel, save it as an Excel workbook (.xlsx), and run again"
	case WriteGuard:
		return "the file cannot be replaced", "check that it is not read-only and that you may write to its folder, and run again ({{.Reason}})"
	case NotExact:
		return "boardpack could not change the file exactly as it should, and changed nothing", "make the changes in Excel, and please report this"
	case NoSheet:
		return "there is no sheet with this name", "check its name"
	case NoCell:
		return "there is no such cell", "check the address"
	case Formula:
		return "the cell has a formula, which is not replaced", "change what the formula uses, or type the value over it in Excel"
	case Array:
		return "the formula in {{.Other}} fills this cell", "change what that formula uses"
	case Merged:
		return "the cell is merged with {{.Other}}, which holds the value of both", "unmerge the cells in Excel, or change {{.Other}}"
	case RichValue:
		return "the cell has a picture, a linked data type or a formula that fills other cells", "change it in Excel"
	case TableHead:
		return "the cell is a heading or a total of the Excel table {{.Table}}", "change it in Excel"
	case Pivot:
		return "a pivot table fills this cell", "change what the pivot table is made from"
	case OddCell:
		return "the cell has content of a kind that boardpack does not know", "change it in Excel"
	case TooLong:
		return "the text has more than 32,767 characters, the most that a cell can hold", "shorten it"
	case NotANumber:
		return "the value is not a finite number", "check it"
	case TooEarly:
		return "the date is before the first day that the workbook can count", "check the date"
	case NoDateLook:
		return "the workbook has no cell formats, so a date would show as a number", "open the workbook in Excel, save it, and run again"
	}
	return "the file is in {{.Encoding}}, which does not have every character of the text", "open the file in Excel, save it as “CSV UTF-8”, and run again"
}

// refused makes the error; args are pairs of name and value.
func refused(file string, place report.Place, code Code, args ...string) *Refused {
	r := &Refused{File: filepath.Base(file), Place: place, Code: code}
	for i := 0; i+1 < len(args); i += 2 {
		if r.Args == nil {
			r.Args = map[string]string{}
		}
		r.Args[args[i]] = args[i+1]
	}
	return r
}
