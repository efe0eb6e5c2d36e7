package webpage

import (
	"bytes"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mostWhole is the number of bytes up to which a page is read as one tree. The tree of a large register's page would take ten times as much:
// of such a page the cards are left out of the tree, and each is read whenever it is come to, and let go.
const mostWhole = 8 << 20

const begin, end = "<article>", "</article>"

// parse gives the tree of a page and, where that has more bytes than whole, what stands in each article that was left out of it.
func parse(data []byte, whole int) (*html.Node, map[*html.Node][]byte, error) {
	if len(data) > whole {
		around, inside := cut(data)
		root, err := html.Parse(bytes.NewReader(around))
		if articles := articlesIn(root); err == nil && len(articles) == len(inside) {
			cards := make(map[*html.Node][]byte, len(inside))
			for i, n := range articles {
				cards[n] = inside[i]
			}
			return root, cards, nil
		}
	}
	root, err := html.Parse(bytes.NewReader(data))
	return root, nil, err
}

// cut takes what stands in articles out of a page, as long as no article is within another.
func cut(data []byte) (around []byte, inside [][]byte) {
	for {
		at := bytes.Index(data, []byte(begin))
		if at < 0 {
			break
		}
		at += len(begin)
		to := bytes.Index(data[at:], []byte(end))
		if to < 0 || bytes.Contains(data[at:at+to], []byte("<article")) {
			break
		}
		around = append(append(around, data[:at]...), end...)
		inside = append(inside, data[at:at+to])
		data = data[at+to+len(end):]
	}
	return append(around, data...), inside
}

func articlesIn(n *html.Node) []*html.Node {
	var out []*html.Node
	if n == nil {
		return nil
	}
	for d := range n.Descendants() {
		if d.DataAtom == atom.Article {
			out = append(out, d)
		}
	}
	return out
}

// open reads what stands in an article. It is false where that is not closed, and would go on behind the article.
func (p *Page) open(article *html.Node) (closed bool) {
	data, ok := p.cards[article]
	if !ok {
		return true
	}
	nodes, err := html.ParseFragment(bytes.NewReader(data), &html.Node{Type: html.ElementNode, Data: "article", DataAtom: atom.Article})
	if err != nil {
		return false
	}
	elements := 0
	for _, n := range nodes {
		article.AppendChild(n)
	}
	for n := range article.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom != atom.Img && n.DataAtom != atom.Br {
			elements++
		}
	}
	return elements == bytes.Count(data, []byte("</"))+bytes.Count(data, []byte("/>"))
}

// close lets go of what was read of an article.
func (p *Page) close(article *html.Node) {
	if p.cards[article] == nil {
		return
	}
	for article.FirstChild != nil {
		article.RemoveChild(article.FirstChild)
	}
}
