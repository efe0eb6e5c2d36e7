package layout

import (
	"fmt"
	"io"
	"maps"

	"boardpack/report/glyphs"
	"boardpack/report/pdf/finish"
	"boardpack/report/pdf/tag"
)

// Options is what a document needs beside its blocks.
type Options struct {
	Fonts       *Fonts
	Marks       *glyphs.Marks // how signs are printed; nil names no colours
	Palette     Palette
	Chrome      Chrome
	About       finish.About
	Attachments []finish.Attachment
	// Destinations are places that can be asked for by name from outside the document: "paper.pdf#nameddest=overdue".
	Destinations []Destination
}

// Destination gives a place of the document a name. A place that is nowhere is left out.
type Destination struct {
	Name string
	ID   string
}

// Write sets blocks on pages and writes the finished PDF. It gives an error when a link leads nowhere or the tags are not well-formed:
// both are faults of the caller.
func Write(w io.Writer, blocks []Block, o Options) error {
	f, tree, err := compose(blocks, o)
	if err != nil {
		return err
	}
	raw, fonts, err := f.paint(o)
	if err != nil {
		return err
	}
	return finish.Write(w, finish.Input{
		Raw: raw, Tree: tree, Annots: f.annots, Outline: f.bookmarks(), Attachments: o.Attachments, Destinations: f.named(o.Destinations),
		Fonts: fonts,
	})
}

// compose sets the blocks on pages and resolves links. Texts that name pages are set again until the pages are those that they name.
func compose(blocks []Block, o Options) (*flow, *tag.Elem, error) {
	fonts := o.Fonts.Printing(o.Marks)
	if err := MarkingFits(fonts, o.Chrome.Marking); err != nil {
		return nil, nil, err
	}
	var f *flow
	var tree *tag.Elem
	known := pages{}
	const most = 5 // a paper that comes no further names the pages of the last try but one
	for range most {
		f, tree = setAll(blocks, o, fonts, known)
		found := f.found()
		if maps.Equal(found.first, known.first) && maps.Equal(found.last, known.last) {
			break
		}
		known = found
	}
	for i, id := range f.targets {
		if id == "" {
			continue
		}
		place, ok := f.places[id]
		if !ok {
			return nil, nil, fmt.Errorf("a link leads to \"%s\", which is nowhere in the document", id)
		}
		f.annots[i].Target = place
	}
	if err := tag.Check(tree); err != nil {
		return nil, nil, err
	}
	return f, tree, nil
}

// setAll sets the blocks on pages, given the pages that are known.
func setAll(blocks []Block, o Options, fonts *Fonts, known pages) (*flow, *tag.Elem) {
	f := newFlow(fonts, o.Palette, o.Chrome, known)
	tree := tag.NewRoot()
	f.newPage()
	o.Chrome.spoken(f, tree)
	for _, b := range blocks {
		b.set(f, tree)
	}
	f.release()
	return f, tree
}

// found gives the pages on which places were set.
func (f *flow) found() pages {
	out := pages{map[string]int{}, f.ends}
	for id, place := range f.places {
		out.first[id] = place.Page + 1
	}
	return out
}

func (f *flow) named(list []Destination) []finish.Destination {
	var out []finish.Destination
	for _, d := range list {
		if place, ok := f.places[d.ID]; ok {
			out = append(out, finish.Destination{Name: d.Name, Target: place})
		}
	}
	return out
}

// bookmarks gives the outline with its pages. Level 1, the title, stands beside the sections, not above them: readers see the
// sections at once.
func (f *flow) bookmarks() []finish.Bookmark {
	marks := make([]finish.Bookmark, len(f.outline))
	for i, b := range f.outline {
		marks[i] = finish.Bookmark{Title: b.title, Level: max(1, b.level-1), Target: f.places[b.id]}
	}
	return marks
}
