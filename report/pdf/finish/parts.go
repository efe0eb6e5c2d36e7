package finish

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
)

// Pages are the pages of a document in parts, each a file as fpdf writes it, in order. fpdf holds what it draws until a file is whole: of a
// part, only the packed pages are kept. The first part gives the document its metadata, and its resources to all pages.
type Pages struct {
	parts []*part
	made  sync.WaitGroup
	room  chan struct{} // for parts that are packed at the same time
}

// part is a file of fpdf, taken apart.
type part struct {
	file *file
	err  error
}

// atOnce is how many parts are packed beside the drawing of the next.
const atOnce = 2

// NewPages begins a document.
func NewPages() *Pages { return &Pages{room: make(chan struct{}, atOnce)} }

// Add takes the next pages, and packs them while others are drawn. The bytes are not to be changed.
func (p *Pages) Add(raw []byte) {
	added := &part{}
	p.parts = append(p.parts, added)
	p.room <- struct{}{}
	p.made.Go(func() {
		defer func() { <-p.room }()
		if added.file, added.err = read(raw); added.err == nil {
			added.err = added.file.compressPages()
		}
	})
}

// join gives one file with the pages of all parts.
func (p *Pages) join() (*file, error) {
	p.made.Wait()
	if len(p.parts) == 0 {
		return nil, errNotFpdf
	}
	for _, part := range p.parts {
		if part.err != nil {
			return nil, part.err
		}
	}
	f := p.parts[0].file
	for _, part := range p.parts[1:] {
		for _, page := range part.file.pages {
			if err := f.adopt(part.file, page); err != nil {
				return nil, err
			}
		}
	}
	return f, f.listPages()
}

// adopt adds a page of another part. What it draws with has the same name in the resources of every part.
func (f *file) adopt(from *file, page int) error {
	content := reference(from.objects[page], "Contents")
	if content == 0 || content >= len(from.objects) {
		return errNotFpdf
	}
	dict, drawn := f.reserve(), f.reserve()
	f.objects[drawn] = from.objects[content]
	f.objects[dict] = bytes.Replace(from.objects[page], fmt.Appendf(nil, "/Contents %d 0 R", content), fmt.Appendf(nil, "/Contents %d 0 R", drawn), 1)
	f.pages = append(f.pages, dict)
	return nil
}

// listPages names all pages in the object that holds them, which is the first of fpdf's.
func (f *file) listPages() error {
	before, rest, found := bytes.Cut(f.objects[1], []byte("/Kids ["))
	_, rest, counted := bytes.Cut(rest, []byte("/Count "))
	at := bytes.IndexByte(rest, '\n')
	if !found || !counted || at < 0 {
		return fmt.Errorf("the list of pages: %w", errNotFpdf)
	}
	var kids strings.Builder
	for _, page := range f.pages {
		kids.WriteString(ref(page) + " ")
	}
	f.objects[1] = fmt.Appendf(nil, "%s/Kids [%s]\n/Count %d%s", before, kids.String(), len(f.pages), rest[at:])
	return nil
}
