// Package pdf writes a pack as a PDF for a board: tagged for screen readers (PDF/UA-1) and fit for an archive (PDF/A-3A).
//
// The way through it:
//
//  1. Write (write.go) takes a [content.Document], and gathers the blocks of every page, section by section.
//  2. Each kind of block is drawn in one place (sections.go, table.go, bars.go, themes.go); page 1 and the cover have a look of their own
//     (glance.go, cover.go).
//  3. Texts become runs with links to where their values lead (runs.go).
//  4. Package layout sets the blocks on pages and draws them; package tag is the structure tree; package finish completes the file.
//
// Nothing is counted, sorted or rounded here, and no sentence is written here: both come from the Document. The words of the layout alone,
// such as page numbers and what a link leads to, are said here.
package pdf
