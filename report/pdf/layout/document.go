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
	var p *painter
	f, tree, err := compose(blocks, o, func(f *flow) func(*page, int) {
		p = newPainter(f, o)
		return p.page
	})
	if err != nil {
		return err
	}
	pages, fonts, err := p.end()
	if err != nil {
		return err
	}
	return finish.Write(w, finish.Input{
		Pages: pages, Tree: tree, Annots: f.annots, Outline: f.bookmarks(), Attachments: o.Attachments, Destinations: f.named(o.Destinations),
		Fonts: fonts,
	})
}

// compose sets the blocks on pages and resolves links. Texts name pages, so the blocks are set once to find where everything stands, and
// again until the pages are those that the texts name. begin is told of each time but the first, and gives what takes the pages.
func compose(blocks []Block, o Options, begin func(*flow) func(*page, int)) (*flow, *tag.Elem, error) {
	fonts := o.Fonts.Printing(o.Marks)
	if err := MarkingFits(fonts, o.Chrome.Marking); err != nil {
		return nil, nil, err
	}
	f, tree := newFlow(fonts, o.Palette, o.Chrome, pages{}), tag.NewTrial()
	f.trial = true
	f.setAll(blocks, tree)
	const most = 5 // a paper that comes no further names the pages of the last try but one
	for tries, same := 1, false; !same && tries < most; tries++ {
		known := f.found()
		f, tree = newFlow(fonts, o.Palette, o.Chrome, known), tag.NewRoot()
		f.done = begin(f)
		f.setAll(blocks, tree)
		same = f.found().same(known)
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

// setAll sets the blocks on pages.
func (f *flow) setAll(blocks []Block, tree *tag.Elem) {
	f.newPage()
	f.chrome.spoken(f, tree)
	for _, b := range blocks {
		b.set(f, tree)
	}
	f.release()
	f.finish()
}

// found gives the pages on which places were set.
func (f *flow) found() pages {
	out := pages{first: map[string]int{}, last: f.ends, count: f.count}
	for id, place := range f.places {
		out.first[id] = place.Page + 1
	}
	return out
}

func (p pages) same(other pages) bool {
	return p.count == other.count && maps.Equal(p.first, other.first) && maps.Equal(p.last, other.last)
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
