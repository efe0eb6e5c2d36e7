package pdf

import (
	"fmt"
	"io"
	"strings"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/content"
	"boardpack/report/glyphs"
	"boardpack/report/pdf/finish"
	"boardpack/report/pdf/layout"
)

// Fonts are read once for a whole run: see NewFonts.
type Fonts = layout.Fonts

// FontFile is a font of a team's own, for characters that the others lack.
type FontFile = layout.FontFile

// NewFonts reads the fonts that all packs share, and those of the team's own, which come before our second one. It fails where one
// of these is no TrueType font with a Unicode character map.
func NewFonts(own ...FontFile) (*Fonts, error) { return layout.NewFonts(own...) }

// MarkingFits tells whether a marking can stand whole at the head and the foot of a page; an error that says how it cannot.
func MarkingFits(fonts *Fonts, words report.Words, marking string) error {
	return layout.MarkingFits(fonts.Printing(glyphs.In(words)), marking)
}

// Options is what a PDF needs beside the Document.
type Options struct {
	Fonts       *Fonts
	Accent      colour.Colour
	AsAt        report.Date // the day that the file says it is of
	FiguresName string      // file name under which the figures are attached: "stalking-harassment-2023-09-figures.json"
	FiguresJSON []byte      // attached so that the numbers travel with the paper; nothing is attached when empty
	Tool        string      // the program and its version, for the file's metadata
	Parts       []string    // names of the sections to print, in order: see content.SectionNames; all when empty
	Logo        *Logo       // on the cover; nil for none
	// PaperOf names the file of a review's own paper, beside that of the portfolio; nil where there are none.
	PaperOf func(review string) string
}

// Logo is a picture. What it shows in words is the Document's.
type Logo struct {
	PNG           []byte // 8 bits a colour, nothing see-through, not interlaced
	Width, Height int    // in pixels
	Alt           report.Text
}

// book is what every page is made from.
type book struct {
	doc     *content.Document
	words   report.Words
	fonts   *Fonts
	breaks  *breaks
	placed  map[string]bool      // recommendations that have an entry to link to already
	entries map[string]bool      // recommendations that this paper has an entry for
	behind  map[content.Ref]list // the lists behind figures that this paper has
	logo    *Logo
	paperOf func(review string) string
	lists   []layout.Destination // behind figures, as they are written
}

// list is what is said of a link to the recommendations behind a figure.
type list struct {
	group, figure string
	n             int
}

// Write writes the Document as a PDF. The same Document and options give the same bytes. An error means that w failed or, for a fault in
// this package, that the document's links or tags do not hold together.
func Write(w io.Writer, doc *content.Document, words report.Words, o Options) error {
	blocks, options, err := document(doc, words, o)
	if err == nil {
		err = layout.Write(w, blocks, options)
	}
	if err != nil {
		return fmt.Errorf("PDF of %s: %w", doc.Register, err)
	}
	return nil
}

// document gathers the blocks of all pages, and what stands on every page.
func document(doc *content.Document, words report.Words, o Options) ([]layout.Block, layout.Options, error) {
	sections, err := doc.Paper(o.Parts)
	if err != nil {
		return nil, layout.Options{}, err
	}
	b := &book{doc: doc, words: words, fonts: o.Fonts, breaks: newBreaks(words), placed: map[string]bool{}, entries: map[string]bool{}, behind: map[content.Ref]list{}, logo: o.Logo, paperOf: o.PaperOf}
	b.findPlaces(sections)
	var blocks []layout.Block
	for _, s := range sections {
		blocks = append(blocks, layout.Section{ID: sectionPlace(s.ID), Blocks: b.section(s)})
	}
	return blocks, layout.Options{
		Fonts:   o.Fonts,
		Marks:   glyphs.In(words),
		Palette: layout.NewPalette(o.Accent),
		Chrome:  b.chrome(),
		About: finish.About{Title: doc.Title.Plain(), Author: doc.Author.Plain(), Subject: doc.Subject.Plain(), Lang: doc.Lang, Tool: o.Tool,
			Date: o.AsAt.Time()},
		Attachments:  b.attachments(o),
		Destinations: b.lists,
	}, nil
}

// findPlaces notes where links can lead: to the entries of recommendations, and to the lists behind figures.
func (b *book) findPlaces(sections []content.Section) {
	for _, s := range sections {
		for _, block := range s.Blocks {
			switch {
			case block.Card != nil:
				b.entries[block.Card.Key] = true
			case block.Table != nil && block.Table.Inline != nil:
				b.findLists(block.Table.Inline)
			}
		}
	}
}

// findLists notes the figures of which a table has a cell, with what is said of a link to it. The cell alone names the figure; its row or
// its column the group.
func (b *book) findLists(t *content.Table) {
	if !t.Names() {
		return
	}
	for i := range t.Rows {
		for c := range t.Rows[i].Cells {
			if cell := &t.Rows[i].Cells[c]; cell.Of().Place == content.PlaceFigure && cell.Number() > 0 {
				row, column := t.Rows[i].Cells[0].Text, t.Columns[c].Heading
				b.behind[cell.Of()] = list{column, row, cell.Number()}
			}
		}
	}
}

// chrome is what every page carries: its marking, whose paper it is, the day it speaks of, version, and page number.
func (b *book) chrome() layout.Chrome {
	return layout.Chrome{
		Marking:  b.doc.Marking,
		MarkedIn: b.doc.MarkedIn,
		Title:    b.doc.Title.Plain(),
		Board:    b.doc.Board.Plain(),
		Meeting:  b.doc.Meeting.Plain(),
		FootLeft: b.doc.Stamp.Plain(),
		Page:     func(page, of int) string { return b.say("pdf.page", "Page", page, "Of", of) },
	}
}

func (b *book) attachments(o Options) []finish.Attachment {
	if len(o.FiguresJSON) == 0 {
		return nil
	}
	return []finish.Attachment{{
		Name: o.FiguresName, Description: b.say("pdf.figures_file"), MediaType: "application/json",
		Modified: o.AsAt.Time(), Data: o.FiguresJSON,
	}}
}

// say gives the words of the layout: page numbers, what a link leads to, what an empty cell means.
func (b *book) say(id string, args ...any) string { return strings.TrimSpace(b.words.Say(id, args...)) }
