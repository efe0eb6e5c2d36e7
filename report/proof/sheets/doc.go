// Package sheets reads the tables of a workbook as a spreadsheet program shows them before it has calculated anything: every
// cell with its stored value, formulas with the value stored beside them.
//
// It is a second reader beside the library that writes the workbook, on purpose, and made for speed: a self-check reads
// every workbook of every run. It reads what the packs are made of and reports anything else as an error.
package sheets
