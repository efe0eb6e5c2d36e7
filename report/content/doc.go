// Package content is what a pack says in one language: a [Document] of sections and blocks in which every number, date, ref, name and
// word carries the address of the value in the figures file that it was made from.
//
// The way through it:
//
//  1. [Of] makes the Document of a [report.Pack] (document.go). Each file holds one part of it: glance.go, tables_rows.go, entries.go ...
//  2. A value and its text come from one constructor (value.go), and go into a message under a name (writer.go), so that the two
//     cannot drift apart. Nothing else makes a run that holds a number.
//  3. Paper and Book (editions.go) choose what the PDF and the workbook hold, by name alone.
//  4. The renderers draw the blocks. Package proof looks each address up in the figures file, and compares what was drawn with the
//     Document, in order: what a reader meets of each block is listed in atoms.go. The Document itself is written beside the pack
//     (json.go, append.go), so that this can be done again at any time.
//
// Up to some thousand recommendations a Document holds all that it says. What the cards (card.go) and the rows of the register (rows.go) of
// more say is made for each output that asks for it, and let go.
//
// Nothing is counted here: package report does that.
package content
