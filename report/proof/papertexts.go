package proof

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"boardpack/report/content"
	"boardpack/report/proof/tagged"
)

// inLine are the elements that are a part of the text around them.
var inLine = []string{"Link", "Span", "Reference", "Ruby", "Em", "Strong"}

// found gives the elements that hold texts, in reading order.
func (p *paper) found(e *tagged.Element) []*tagged.Element {
	var out []*tagged.Element
	for _, k := range e.Kids {
		switch {
		case k.Element == nil || k.Element.Tag == "Lbl":
		case k.Element.Tag == "Figure" || isLeaf(k.Element):
			out = append(out, k.Element)
		default:
			out = append(out, p.found(k.Element)...)
		}
	}
	return out
}

// ordinals proves what stands before each item of a list: a bullet, or the item's number.
func (p *paper) ordinals(e *tagged.Element) {
	item := 0
	for _, k := range e.Kids {
		if k.Element == nil {
			continue
		}
		if k.Element.Tag == "LI" {
			item++
			for _, label := range k.Element.All("Lbl") {
				if text, wanted := label.Text(), strconv.Itoa(item)+"."; text != wanted && text != "\u2022" {
					p.Add(fmt.Sprintf("page %d", label.Page), "the number of an item of a list", wanted, text)
				}
			}
		}
		p.ordinals(k.Element)
	}
}

// isLeaf tells of elements that hold text, and no elements but those of a line.
func isLeaf(e *tagged.Element) bool {
	return !slices.ContainsFunc(e.Kids, func(k tagged.Kid) bool { return k.Element != nil && !slices.Contains(inLine, k.Element.Tag) })
}

// texts makes what is compared of what was found: links without words of their own, and cells that only fill a row, say nothing.
func (p *paper) texts(found []*tagged.Element) []atom {
	var out []atom
	for _, e := range found {
		text := e.Text()
		a := atom{text: text, page: e.Page}
		if e.Tag == "Figure" {
			a.text = p.marks.Printed(e.Alt) // which is not printed, and has its signs as they are
			for _, k := range e.Kids {
				a.drawn += " " + k.Text
			}
		}
		if e.Tag == "Reference" || e.Tag == "TOCI" || strings.TrimSpace(a.text) == "" {
			continue
		}
		out = append(out, a)
	}
	return out
}

// contents proves the list of contents: each heading of the second level with its page.
func (p *paper) contents(found []*tagged.Element) {
	pages := map[string][]int{}
	for _, e := range found {
		if e.Tag == "H2" {
			pages[squeeze(e.Text())] = append(pages[squeeze(e.Text())], e.Page)
		}
	}
	var wanted, listed []string
	for _, h := range p.headings {
		key := p.printed(h)
		if at := pages[key]; len(at) > 0 {
			wanted, pages[key] = append(wanted, fmt.Sprint(key, at[0])), at[1:]
		}
	}
	for _, e := range found {
		if e.Tag == "TOCI" || e.Tag == "Reference" {
			listed = append(listed, strings.Trim(squeeze(e.Text()), "."))
		}
	}
	if len(listed) == 0 {
		return
	}
	for i := range max(len(wanted), len(listed)) {
		want, got := at(wanted, i), at(listed, i)
		if strings.ReplaceAll(got, ".", "") != strings.ReplaceAll(want, ".", "") {
			p.Add("the contents", "line "+fmt.Sprint(i+1), want, got)
		}
	}
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// chrome proves what stands on every page: whose it is, its marking, the day that the figures speak of, its number, and nothing else but
// the headings of tables that go on.
func (p *paper) chrome(doc *tagged.Document) {
	repeated := p.repeated()
	for i, text := range doc.Around {
		place := fmt.Sprintf("page %d, at its edge", i+1)
		rest := squeeze(text)
		number := content.Plain(p.check.Words, "pdf.page", "Page", i+1, "Of", len(doc.Around))
		lines := []string{p.doc.RunningHead.Plain(), p.doc.Marking, p.doc.Stamp.Plain(), number}
		slices.SortStableFunc(lines, func(a, b string) int { return len(b) - len(a) }) // a short one may be a part of a long one
		for _, line := range lines {
			piece := p.printed(line)
			before, after, ok := cutLast(rest, piece)
			if !ok && piece != "" {
				p.Add(place, "the line", line, text)
				return
			}
			rest = before + after
		}
		if rest != "" && !repeated[rest] {
			p.Add(place, "a text", "", text)
		}
	}
	for _, piece := range p.check.Words.Pieces("pdf.page", nil, "Page", "P", "Of", "O") {
		if piece.Arg == "" && digits(piece.Text) != nil {
			p.Add("every page", "a number of the message's own", "", piece.Text)
		}
	}
}

// cutLast takes out the last place of a piece: headings that are repeated come before the lines of the page.
func cutLast(s, piece string) (before, after string, ok bool) {
	i := strings.LastIndex(s, piece)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(piece):], true
}

// repeated are the headings of tables, which a page begins with where a table goes on.
func (p *paper) repeated() map[string]bool {
	out := map[string]bool{}
	for _, s := range p.doc.Sections {
		for i := range s.Blocks {
			if b := &s.Blocks[i]; b.Table != nil {
				out[p.head(headingsOf(p.doc.View(b.Table).Columns))] = true
			} else if b.Bars != nil {
				var heads []string
				for _, head := range b.Bars.Heads {
					heads = append(heads, head.Plain())
				}
				out[p.head(heads)] = true
			} else if b.Entry != nil && b.Entry.Actions != nil {
				out[p.head(headingsOf(b.Entry.Actions.Columns))] = true
			}
		}
	}
	return out
}

// head is the headings of a table as one text.
func (p *paper) head(headings []string) string {
	text := ""
	for _, heading := range headings {
		text += p.printed(heading)
	}
	return text
}
