package pdf

import (
	"fmt"
	"io"
	"strings"

	"boardpack/report"
	"boardpack/report/glyphs"
	"boardpack/report/pdf/finish"
	"boardpack/report/pdf/layout"
)

// Fonts are read once for a whole run: see NewFonts.
type Fonts = layout.Fonts

// Color is red, green and blue.
type Color = layout.Color

// FontFile is a font of a team's own, for characters that the others lack.
type FontFile = layout.FontFile

// NewFonts reads the fonts that all packs share, and those of the team's own, which come before our second one. It fails where one
// of these is no TrueType font with a Unicode character map.
func NewFonts(own ...FontFile) (*Fonts, error) { return layout.NewFonts(own...) }

// DefaultAccent is the accent colour where the template has none.
func DefaultAccent() Color { return layout.DefaultAccent() }

// Options is what a PDF needs beside the pack.
type Options struct {
	Fonts       *Fonts
	Accent      Color
	FiguresName string   // file name under which the figures are attached: "stalking-harassment-2023-09-figures.json"
	FiguresJSON []byte   // attached so that the numbers travel with the paper; nothing is attached when empty
	Tool        string   // the program and its version, for the file's metadata
	Parts       []string // names of the parts to print, in order: see PartNames; all when empty
	Logo        *Logo    // on the cover; nil for none
}

// Logo is a picture with what it shows in words.
type Logo struct {
	PNG           []byte // 8 bits a colour, nothing see-through, not interlaced
	Width, Height int    // in pixels
	Alt           report.Text
}

// book is what every page is made from.
type book struct {
	*report.Pack
	words  report.Words
	placed map[string]bool // recommendations that have an entry to link to already
	parts  map[string]bool // names of the parts that this paper has
	logo   *Logo
	lists  []layout.Destination // behind figures, as they are written
}

// Write writes the pack as a PDF. The same pack and options give the same bytes. An error means that w failed or, for a fault in
// this package, that the document's links or tags do not hold together.
func Write(w io.Writer, pack *report.Pack, words report.Words, o Options) error {
	blocks, options, err := document(pack, words, o)
	if err != nil {
		return fmt.Errorf("PDF of %s: %w", pack.Register.Name, err)
	}
	if err := layout.Write(w, blocks, options); err != nil {
		return fmt.Errorf("PDF of %s: %w", pack.Register.Name, err)
	}
	return nil
}

// document gathers the blocks of all pages, and what stands on every page.
func document(pack *report.Pack, words report.Words, o Options) ([]layout.Block, layout.Options, error) {
	pages, err := chosen(o.Parts)
	if err != nil {
		return nil, layout.Options{}, err
	}
	b := &book{Pack: pack, words: words, placed: map[string]bool{}, parts: map[string]bool{}, logo: o.Logo}
	for _, p := range pages {
		b.parts[p.name] = true
	}
	var blocks []layout.Block
	for _, p := range pages {
		blocks = append(blocks, layout.Section{Blocks: p.blocks(b)})
	}
	title, _ := pack.Title(words)
	return blocks, layout.Options{
		Fonts:   o.Fonts,
		Marks:   glyphs.In(words),
		Palette: layout.NewPalette(o.Accent),
		Chrome:  b.chrome(),
		About: finish.About{
			Title: title, Author: pack.Organisation(words), Subject: b.subject(), Lang: words.Lang(), Tool: o.Tool, Date: pack.AsAt.Time(),
		},
		Attachments:  b.attachments(o),
		Destinations: b.lists,
	}, nil
}

// chrome is what every page carries: whose paper it is, its marking, the day it speaks of, version, and page number.
func (b *book) chrome() layout.Chrome {
	return layout.Chrome{
		HeadLeft:  b.RunningHead(b.words),
		HeadRight: b.Marking(),
		FootLeft:  b.Stamp(b.words),
		Page:      func(page, of int) string { return b.say("pdf.page", "Page", page, "Of", of) },
	}
}

func (b *book) subject() string {
	return b.say("pdf.subject", "Head", b.RunningHead(b.words), "Stamp", b.Stamp(b.words))
}

func (b *book) attachments(o Options) []finish.Attachment {
	if len(o.FiguresJSON) == 0 {
		return nil
	}
	return []finish.Attachment{{
		Name: o.FiguresName, Description: b.say("pdf.figures_file"), MediaType: "application/json",
		Modified: b.AsAt.Time(), Data: o.FiguresJSON,
	}}
}

func (b *book) say(id string, args ...any) string { return strings.TrimSpace(b.words.Say(id, args...)) }
