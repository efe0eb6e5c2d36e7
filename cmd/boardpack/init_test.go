package main

import (
	"encoding/csv"
	"os"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// fillBook types the rows of a CSV file into a workbook, as a person would: each value under the heading of its name, on the
// sheet whose name is given. On a sheet of names and values, such as About, the first cell of a row is the name. Dates are
// written 2026-09-30.
func fillBook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: fill BOOK SHEET ROWS")
	}
	path, sheet := ts.MkAbs(args[0]), args[1]
	rows, err := csv.NewReader(strings.NewReader(ts.ReadFile(args[2]))).ReadAll()
	ts.Check(err)
	book, err := excelize.OpenFile(path)
	ts.Check(err)
	defer book.Close()
	first, err := book.GetRows(sheet)
	ts.Check(err)
	places := map[string]int{}
	for i, name := range first[0] {
		places[name] = i + 1
	}
	below := map[string]int{}
	for i, row := range first {
		below[row[0]] = i + 1
	}
	for r, row := range rows {
		if at := below[row[0]]; len(row) == 2 && at > 0 { // a name and its value
			put(ts, book, sheet, 2, at, row[1])
			continue
		}
		if r == 0 {
			continue
		}
		for c, value := range row {
			if places[rows[0][c]] == 0 {
				ts.Fatalf("%s has no column %q", args[0], rows[0][c])
			}
			put(ts, book, sheet, places[rows[0][c]], r+1, value)
		}
	}
	ts.Check(book.Save())
}

func put(ts *testscript.TestScript, book *excelize.File, sheet string, column, row int, value string) {
	cell, err := excelize.CoordinatesToCellName(column, row)
	ts.Check(err)
	if day, err := time.Parse(time.DateOnly, value); err == nil {
		ts.Check(book.SetCellInt(sheet, cell, day.Unix()/86400+25569))
		return
	}
	if value != "" {
		ts.Check(book.SetCellStr(sheet, cell, value))
	}
}

// executable fails unless the file may be run, and lines fails unless all its lines end as Windows has them.
func executable(ts *testscript.TestScript, neg bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	if (info.Mode()&0o111 != 0) == neg {
		ts.Fatalf("%s has the mode %v", args[0], info.Mode())
	}
}

func windowsLines(ts *testscript.TestScript, neg bool, args []string) {
	text := ts.ReadFile(args[0])
	if (strings.Count(text, "\n") == strings.Count(text, "\r\n")) == neg {
		ts.Fatalf("%s: the ends of lines are mixed or not as expected", args[0])
	}
}

// confirm deletes the entries under unconfirmed, as a person does who finds them right.
func confirm(ts *testscript.TestScript, neg bool, args []string) {
	var kept []string
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if !strings.HasPrefix(line, "  - { what: ") {
			kept = append(kept, line)
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Join(kept, "")), 0o644))
}

// scriptCommands are the commands that scripts have in addition to those of testscript.
func scriptCommands() map[string]func(ts *testscript.TestScript, neg bool, args []string) {
	return map[string]func(ts *testscript.TestScript, neg bool, args []string){"fill": fillBook, "confirm": confirm, "executable": executable, "windowslines": windowsLines,
		"append": appendLine, "sharepoint": sharePoint, "faulty": writeFaulty, "screen": fitsScreen, "excelrules": keepsRules}
}
