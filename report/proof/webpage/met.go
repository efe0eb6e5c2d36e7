package webpage

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"boardpack/report/proof/texts"
)

// Link is a link as a reader of one language meets it.
type Link struct{ To, Text string }

// Row is a row of a table: its cells, and what is noted for the script.
type Row struct {
	Is    string   // what its recommendation is among
	At    []string // of each cell, the day by which it stands in order
	Heads string   // the first cell
	Class string   // of the table
}

// Reading is what a reader of one language meets.
type Reading struct {
	Met     iter.Seq[texts.Found] // all texts in order; what else is here is known when they have been gone through
	Links   []Link
	Rows    []Row
	Heads   map[string][]string // of each kind of table, the headings of its columns
	Entries [][]string          // of each article, the places in it that links lead to
}

// In gives what a reader of a language meets; others are the other languages of the page.
func (p *Page) In(others ...string) *Reading {
	out := &Reading{Heads: map[string][]string{}}
	out.Met = func(yield func(texts.Found) bool) {
		w := &walk{page: p, others: others, out: out, yield: yield}
		if p.body != nil {
			w.node(p.body)
		}
		w.flush()
	}
	return out
}

// walk gathers the texts of one language.
type walk struct {
	page   *Page
	others []string
	out    *Reading
	yield  func(texts.Found) bool
	met    int
	ended  bool // nobody asks for more
	text   strings.Builder
	drawn  strings.Builder
	row    *Row
	link   *strings.Builder
	heads  []string
}

// flush ends a text: what stands before and behind it are others.
func (w *walk) flush() {
	if text := w.text.String(); strings.TrimSpace(text) != "" || w.drawn.Len() > 0 {
		w.met++
		w.ended = w.ended || !w.yield(texts.Found{Text: text, Drawn: w.drawn.String(), Page: w.met})
	}
	w.text.Reset()
	w.drawn.Reset()
}

// isInline tells of elements that stand within a text.
func isInline(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.B, atom.Span, atom.Small, atom.Bdi:
		return true
	}
	return n.Data == "svg"
}

func (w *walk) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.text.WriteString(n.Data)
		if w.link != nil {
			w.link.WriteString(n.Data)
		}
		return
	case w.ended, n.Type != html.ElementNode, n.DataAtom == atom.Script, n.DataAtom == atom.Style, w.isOfOther(n):
		return
	case n.Data == "svg":
		w.drawing(n)
		return
	}
	if !isInline(n) {
		w.flush()
	}
	w.page.open(n)
	defer w.page.close(n)
	switch n.DataAtom {
	case atom.A:
		w.link = &strings.Builder{}
		w.children(n)
		w.out.Links = append(w.out.Links, Link{attribute(n, "href"), w.link.String()})
		w.link = nil
		return
	case atom.Tr:
		w.heads = nil
		around := w.row // of a table in a cell
		w.row = &Row{Is: attribute(n, "data-is"), Class: attribute(n.Parent.Parent, "class")}
		w.children(n)
		w.out.Rows = append(w.out.Rows, *w.row)
		w.row = around
		w.flush()
		return
	case atom.Article:
		w.out.Entries = append(w.out.Entries, placesIn(n))
	}
	before := w.text.Len()
	w.children(n)
	if w.row != nil && (n.DataAtom == atom.Th || n.DataAtom == atom.Td) {
		if n.DataAtom == atom.Th && n.Parent.Parent.DataAtom == atom.Thead {
			kind, _, _ := strings.Cut(w.row.Class, " ")
			w.heads = append(w.heads, w.text.String()[before:])
			w.out.Heads[kind] = w.heads
		}
		if len(w.row.At) == 0 {
			w.row.Heads = w.text.String()[before:]
		}
		w.row.At = append(w.row.At, attribute(n, "data-at"))
	}
	if !isInline(n) {
		w.flush()
	}
}

func (w *walk) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

// drawing gathers the texts in a drawing.
func (w *walk) drawing(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && n.Data == "text":
			w.drawn.WriteString(c.Data)
		case c.Type == html.ElementNode && !w.isOfOther(c):
			w.drawing(c)
		}
	}
}

// isOfOther tells of what shows in another language alone.
func (w *walk) isOfOther(n *html.Node) bool {
	return slices.ContainsFunc(strings.Fields(attribute(n, "class")), func(class string) bool { return slices.Contains(w.others, class) })
}

// placesIn are the places that links lead to in an element, in order.
func placesIn(n *html.Node) []string {
	var out []string
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if id := attribute(c, "id"); c.Type == html.ElementNode && id != "" {
			out = append(out, id)
		}
	}
	return out
}
