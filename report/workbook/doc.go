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
//  4. Draw: each page gets the part of its sheet (sheetpart.go, head.go, rows.go, setup.go), its table (exceltable.go), and what stands
//     over its cells (drawing.go, slicer.go, chart.go, chartxml.go); then the part that names them all (bookpart.go). The library makes the
//     styles, the theme and the properties.
//  5. Pack: the parts are compressed, sorted, so that the same pack gives the same bytes; the rows of the tables are written straight into
//     the compressed sheets (package.go, compress.go).
//
// To add a sheet, add a file with the function that makes its page, and its entry in sheets.
package workbook
