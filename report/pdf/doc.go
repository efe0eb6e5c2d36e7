// Package pdf writes a pack as a PDF for a board: tagged for screen readers (PDF/UA-1) and fit for an archive (PDF/A-3A).
//
// The way through it:
//
//  1. Write (write.go) takes a [report.Pack] and its words, and gathers the blocks of every page.
//  2. The pages are listed in printing order by pages (pages.go); each is a file of its own: cover.go, glance.go, ...
//  3. Tables and sentences of package report become blocks in table.go and sentence.go; charts in bars.go.
//  4. Package layout sets the blocks on pages and draws them; package tag is the structure tree; package finish mends the file.
//
// Nothing is counted, sorted or rounded here, and no word is written here: numbers come from the Pack, words from its wording.
package pdf
