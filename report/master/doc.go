// Package master reads a master, an Excel workbook or a CSV file, into a report.Register.
//
// The way in, step by step, each in the files named:
//
//  1. read.go, sniff.go, sniffzip.go, compound.go: the file is recognised by its content, whatever its name says.
//  2. zippart.go, package.go, charset.go, xmltoken.go: the parts of a workbook are found, turned into UTF-8 and proved sound
//     to their ends, within the limits. Damage in any part that says something of rows is an error that names the part: no
//     row is ever lost to it.
//  3. book.go, strings.go, walk.go, places.go: the sheets are read in the same pass that proves them, as rows of cells. Excelize
//     reads what is small and intricate (the list of sheets, styles, number formats); the cells are walked here, because
//     excelize gives them without type and style, stops at damage without an error, and takes gigabytes where it is asked
//     cell by cell. csv.go, swallow.go and encoding.go do the same for CSV files.
//  4. header.go, hint.go, choose.go: the header row is found, the columns matched, and the sheet chosen.
//  5. table.go, rowkind.go, row.go: each row becomes a report.Recommendation, or is named as what it is (a total, a
//     heading). dueheading.go, duecolumns.go and duecells.go settle which columns hold due dates, and read them; struck.go
//     leaves out what is struck through. merge.go, theme.go, ref.go, day.go, dayorder.go, formats.go, plainformat.go, formula.go and cost.go
//     say what its cells mean. What is doubtful becomes a report.Problem with its cell.
//  6. about.go: what the master says of itself.
package master
