// Package layout sets blocks of text, tables and charts on pages, tags them, and writes a PDF. It knows nothing of what they say.
//
// The way through it:
//
//  1. A caller describes a document as a list of blocks (block.go): Heading, Paragraph, List, Table, Columns, Tiles, charts.
//  2. Each block measures itself for the width it gets (wrap.go) and becomes strips (strip.go): slices of a page that are never cut,
//     one line of text each, or rows of several columns of strips (row.go).
//  3. The flow (flow.go) sets strips and rows on pages one after the other, starts new pages, keeps headings with what follows, and
//     marks each piece with its element of the tag tree. Nothing is drawn yet, so that page numbers are known when drawing starts.
//  4. Painting (paint.go) draws the pages with fpdf, heads and feet included, and package finish completes the file.
//
// Lengths are in points, y grows downwards. Every length is a whole number of 64ths of a point (snap), which float64 adds
// exactly: so the same input gives the same bytes on processors that fuse multiplication and addition and on those that do not.
package layout
