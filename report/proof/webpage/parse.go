package webpage

import (
	"bytes"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mostWhole is the number of bytes up to which a page is read as one tree. The tree of a large register's page would take ten times as much:
// what stands in the cards and in the rows of tables is left out of such a tree, and is read whenever it is come to, and let go.
const mostWhole = 8 << 20

// parts are the elements that were left empty in the tree of a page, in its order, and what stands in each.
type parts struct {
	emptied []*html.Node
	inside  map[*html.Node]*part
}

// part is what stands in an element.
type part struct {
	data []byte
	seen bool // it was held to what a page may have
}

// parse gives the tree of a page and, where that has more bytes than whole, what was left out of it.
func parse(data []byte, whole int) (*html.Node, parts, error) {
	if len(data) > whole {
		around, inside := cut(data)
		root, err := html.Parse(bytes.NewReader(around))
		if emptied := emptiedIn(root); err == nil && len(emptied) == len(inside) {
			left := parts{emptied, make(map[*html.Node]*part, len(inside))}
			for i, n := range emptied {
				left.inside[n] = &part{data: inside[i]}
			}
			return root, left, nil
		}
	}
	root, err := html.Parse(bytes.NewReader(data))
	return root, parts{}, err
}

// cut takes what stands in cards and rows out of a page, as long as none is within another of its kind.
func cut(data []byte) (around []byte, inside [][]byte) {
	for {
		at, name := next(data)
		if at < 0 {
			break
		}
		to := bytes.Index(data[at:], []byte("</"+name+">"))
		if to < 0 || bytes.Contains(data[at:at+to], []byte("<"+name)) {
			break
		}
		around = append(around, data[:at]...)
		inside = append(inside, data[at:at+to])
		data = data[at+to:]
	}
	return append(around, data...), inside
}

// next finds where what stands in the next card or row begins, and the name of the element; below 0 where there is none.
func next(data []byte) (at int, name string) {
	for {
		i := bytes.IndexByte(data[at:], '<')
		if i < 0 {
			return -1, ""
		}
		at += i
		switch tag := data[at:]; {
		case bytes.HasPrefix(tag, []byte("<article>")):
			name = "article"
		case bytes.HasPrefix(tag, []byte("<tr>")), bytes.HasPrefix(tag, []byte("<tr ")):
			name = "tr"
		default:
			at++
			continue
		}
		end := bytes.IndexByte(data[at:], '>')
		return at + end + 1, name
	}
}

// emptiedIn gives the elements that cut leaves empty.
func emptiedIn(root *html.Node) []*html.Node {
	var out []*html.Node
	if root == nil {
		return nil
	}
	for n := range root.Descendants() {
		if n.DataAtom == atom.Article || n.DataAtom == atom.Tr {
			out = append(out, n)
		}
	}
	return out
}

// open reads what stands in an element that was left empty. The first time it is held to what a page may have, and to be closed: what is
// not would go on behind the element.
func (p *Page) open(n *html.Node) {
	part := p.left.inside[n]
	if part == nil {
		return
	}
	nodes, err := html.ParseFragment(bytes.NewReader(part.data), &html.Node{Type: html.ElementNode, Data: n.Data, DataAtom: n.DataAtom})
	for _, child := range nodes {
		n.AppendChild(child)
	}
	if part.seen {
		return
	}
	part.seen = true
	before := p.look.closed
	p.look.children(n)
	if err != nil || p.look.closed-before != bytes.Count(part.data, []byte("</"))+bytes.Count(part.data, []byte("/>")) {
		p.look.fault("in an element %q something is not closed", n.Data)
	}
}

// close lets go of what was read of an element.
func (p *Page) close(n *html.Node) {
	if p.left.inside[n] == nil {
		return
	}
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
}
