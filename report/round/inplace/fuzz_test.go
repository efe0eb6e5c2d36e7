package inplace_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/round/inplace"
)

// FuzzSheet writes into any worksheet: it is refused, or the cell and nothing else has changed, as the reader of masters sees it.
func FuzzSheet(f *testing.F) {
	for _, sheet := range []string{
		worksheet(`<sheetData><row r="1"><c r="A1" s="1"><v>5</v></c><c r="B1" t="str"><f>A1</f><v>6</v></c></row><row/></sheetData><mergeCells><mergeCell ref="C1:D2"/></mergeCells>`),
		`<x:worksheet xmlns:x="` + mainSpace + `"><x:dimension ref="A1"/><x:sheetData/></x:worksheet>`,
		worksheet(`<sheetData><row><c t="s"><v>0</v></c><c><f t="array" ref="B1:C2">A1</f></c></row></sheetData>`),
		"\xff\xfe<\x00a\x00/\x00>\x00",
	} {
		f.Add([]byte(sheet), "A1", "x", uint8(0))
	}
	f.Fuzz(func(t *testing.T, sheet []byte, cell, text string, kind uint8) {
		parts := plainParts("")
		parts[sheetPart] = string(sheet)
		tryToChange(t, archive(t, parts), "S", cell, text, kind)
	})
}

// FuzzFormula asks of any formula whether it depends on a cell, and takes its result out or leaves it.
func FuzzFormula(f *testing.F) {
	for _, formula := range []string{"A1+SUM($B:C)", "'S'!A1:B2", "T[[#This Row],[x]]", "\"a\"\"b\"", "[1]S!A1", "A1:INDEX(B:B,2)#", "'a", "T["} {
		f.Add(formula)
	}
	f.Fuzz(func(t *testing.T, formula string) {
		if strings.ContainsAny(formula, "<&") {
			return
		}
		parts := staleBook(0, formula, "")
		tryToChange(t, archive(t, parts), "S", "B3", "x", 0)
	})
}

// FuzzCSV writes into any CSV file, as FuzzSheet does.
func FuzzCSV(f *testing.F) {
	for _, text := range []string{"Ref,Status\n1,\"a\"\"b\"\r\n", "sep=;\na;b\n", "\xff\xfea\x00,\x00b\x00\n\x00", "a\tb\xe9\n", "\"a\nb\" ,c\n,,\n"} {
		f.Add([]byte(text), "B1", "x\ny", uint8(0))
	}
	f.Add([]byte("0\t0\x1a"), "B1", "0,", uint8(0))
	f.Add([]byte("\xe9,\xc3\xa9"), "A1", "", uint8(3))
	f.Fuzz(func(t *testing.T, data []byte, cell, text string, kind uint8) {
		if isWorkbook, err := master.IsWorkbook("m.csv", data); err == nil && !isWorkbook {
			tryToChange(t, data, "", cell, text, kind)
		}
	})
}

// tryToChange sets a cell; what is not refused must be exact.
func tryToChange(t *testing.T, data []byte, sheet, cell, text string, kind uint8) {
	m, err := inplace.Open("m", data, master.Options{})
	if err != nil {
		return
	}
	value := []inplace.Value{inplace.Text(text), inplace.Number(float64(len(text))), inplace.Day(dates.NewDate(2023, 1, 1+len(text)%365)), inplace.Empty()}[kind%4]
	if m.Set(sheet, cell, value) != nil {
		return
	}
	_, err = m.Write()
	var no *inplace.Refused
	if errors.As(err, &no) {
		require.Equal(t, inplace.Ambiguous, no.Code)
	}
}
