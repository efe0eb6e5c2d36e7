package webpage

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Page is a page that was read.
type Page struct {
	Title string
	Lang  string // the language that shows where the address asks for none
	Style string // the whole style sheet
	body  *html.Node
	look  *reading
	left  parts // what is read when it is come to
}

// Read reads a page, in which links may lead to the files named.
func Read(data []byte, files ...string) (*Page, error) { return read(data, mostWhole, files) }

// read reads a page: one of more bytes than that card by card.
func read(data []byte, whole int, files []string) (*Page, error) {
	root, left, err := parse(data, whole)
	if err != nil {
		return nil, err
	}
	p := &Page{left: left}
	r := &reading{page: p, files: files, allowed: allowed(), ids: map[string]bool{}}
	p.look = r
	if !bytes.HasPrefix(data, []byte("<!DOCTYPE html>\n")) {
		r.fault("it does not begin as a page does")
	}
	r.node(root)
	r.policy()
	if p.body == nil {
		r.fault("it has no body")
	}
	return p, nil
}

// Faults fails on a page with elements or attributes that a pack's page has no use for, with two places of one name, with a link that leads
// nowhere or, but to the files named, out of the page, and with a style or a script that its own policy would refuse. Of a large page, what a
// reader met was looked at then, so that each part is read once where there is one language.
func (p *Page) Faults() error {
	for _, n := range p.left.emptied {
		if !p.left.inside[n].seen {
			p.open(n)
			p.close(n)
		}
	}
	p.look.links()
	return errors.Join(p.look.faults...)
}

// reading is one look through a page.
type reading struct {
	page    *Page
	files   []string
	allowed map[string][]string // what a page may hold: of each element its own attributes
	faults  []error
	ids     map[string]bool
	hrefs   []string // that were not looked for yet
	closed  int      // elements with an end of their own
	said    string   // the policy
	styles  []string // of each style element, its text
	scripts []string
}

func (r *reading) fault(format string, args ...any) {
	if len(r.faults) < 20 {
		r.faults = append(r.faults, fmt.Errorf(format, args...))
	}
}

// allowed are the elements of a page, each with its attributes beside class, id, lang, role, hidden and aria-hidden.
func allowed() map[string][]string {
	plain := strings.Fields("html head title style script body div header main footer section nav article p h1 h2 h3 ul ol li dl dt dd span b small bdi " +
		"figure table caption thead tbody tr button fieldset legend br")
	out := map[string][]string{"meta": {"charset", "name", "content", "http-equiv"}, "a": {"href", "hreflang"}, "img": {"src", "alt"},
		"th": {"scope", "colspan"}, "td": {"data-at"}, "tr": {"data-is"}, "label": {"for"}, "select": {"data-column"}, "option": {"value"},
		"input": {"type", "autocomplete"}, "form": {"data-of", "data-lang"}, "button": {"type"},
		"svg": {"viewBox", "width", "height"}, "path": {"d"}, "rect": {"x", "y", "width", "height"}, "circle": {"cx", "cy", "r"}, "text": {"x", "y"}}
	for _, name := range plain {
		if out[name] == nil {
			out[name] = []string{}
		}
	}
	return out
}

func (r *reading) node(n *html.Node) {
	switch n.Type {
	case html.CommentNode:
		r.fault("it has a note in it")
	case html.ElementNode:
		r.element(n)
	}
	r.children(n)
}

func (r *reading) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c)
	}
}

// element holds an element to what a page has, and notes what else has to be seen.
func (r *reading) element(n *html.Node) {
	if n.DataAtom != atom.Img && n.DataAtom != atom.Br {
		r.closed++
	}
	own, ok := r.allowed[n.Data]
	if !ok {
		r.fault("it has an element %q", n.Data)
		return
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "lang", "role", "hidden", "aria-hidden":
		case "id":
			if r.ids[a.Val] {
				r.fault("two places are called %q", a.Val)
			}
			r.ids[a.Val] = true
		default:
			if !slices.Contains(own, a.Key) {
				r.fault("the element %q has an attribute %q", n.Data, a.Key)
			}
		}
	}
	text := ""
	if n.FirstChild != nil {
		text = n.FirstChild.Data
	}
	switch n.DataAtom {
	case atom.Html:
		r.page.Lang = attribute(n, "lang")
	case atom.Title:
		r.page.Title = text
	case atom.Body:
		r.page.body = n
	case atom.A:
		r.hrefs = append(r.hrefs, attribute(n, "href"))
	case atom.Style:
		r.styles = append(r.styles, text)
	case atom.Script:
		r.scripts = append(r.scripts, text)
	case atom.Meta:
		switch attribute(n, "http-equiv") {
		case "":
		case "Content-Security-Policy":
			r.said = attribute(n, "content")
		default:
			r.fault("it asks the browser for %q", attribute(n, "http-equiv"))
		}
	case atom.Img:
		if !strings.HasPrefix(attribute(n, "src"), "data:image/png;base64,") {
			r.fault("it shows a picture from elsewhere")
		}
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// policy sees to it that the page has one style sheet and one script, both those that its policy names, and that it asks for nothing.
func (r *reading) policy() {
	if len(r.styles) != 1 || len(r.scripts) != 1 {
		r.fault("it has %d style sheets and %d scripts", len(r.styles), len(r.scripts))
		return
	}
	r.page.Style = r.styles[0]
	wanted := fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'", sum(r.styles[0]), sum(r.scripts[0]))
	if r.said != wanted && r.said != wanted+"; img-src data:" {
		r.fault("its policy is not that of its style sheet and its script")
	}
	if s := strings.ToLower(r.styles[0]); strings.Contains(s, "url(") || strings.Contains(s, "@import") {
		r.fault("its style sheet asks for a file")
	}
}

func sum(s string) string {
	hash := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(hash[:])
}

// links sees to it that every link leads to a place of the page, or to a file that is named.
func (r *reading) links() {
	for _, href := range r.hrefs {
		if to, within := strings.CutPrefix(href, "#"); within && !r.ids[to] {
			r.fault("a link leads to %q, which is not there", href)
		} else if !within && !slices.Contains(r.files, href) {
			r.fault("a link leads out of the page, to %q", href)
		}
	}
	r.hrefs = nil
}
