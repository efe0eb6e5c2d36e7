// Package workbook writes a pack as an Excel workbook: one table a sheet, each an Excel table with a name, laid out as the
// Government Analysis Function's guidance on spreadsheets asks. It counts nothing: every number comes from package report,
// and stands in the file twice, as a formula over the Recommendations table and as that formula's value, so that a program
// that does not calculate shows it too.
//
// The way through, step by step:
//
//  1. Make: each entry of sheets gives a page, the tables of report with formulas, links and lists (one file per sheet).
//  2. Fit: texts too long for a cell are cut and continued on a sheet of their own (long.go).
//  3. Arrange: widths of columns, heights of rows, and the lines above the table (grid.go, lines.go, measure.go).
//  4. Draw: each page gets its sheet, all but the rows of its table (draw.go, setup.go, slicer.go, chart.go).
//  5. Pack: the rows go straight into the compressed sheets (rows.go, sheetpart.go); tables and charts are put in the place of what
//     the library has of them (exceltable.go, chartxml.go); the parts are sorted and mended, so that the same pack gives the same
//     bytes (package.go, mend.go, compress.go).
//
// To add a sheet, add a file with the function that makes its page, and its entry in sheets.
package workbook
