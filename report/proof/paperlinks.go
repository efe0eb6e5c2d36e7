package proof

import (
	"fmt"

	"boardpack/report/content"
	"boardpack/report/proof/tagged"
)

// outline proves the bookmarks: the headings of the paper, in order.
func (p *paper) outline(found []string) {
	for i := range max(len(p.outlined), len(found)) {
		if want, got := at(p.outlined, i), at(found, i); p.printed(want) != p.printed(got) {
			p.Add("the bookmarks", "line "+fmt.Sprint(i+1), want, got)
			return
		}
	}
}

// printed is a text as the paper can print it, to be compared with what is read of it, printed or not: bookmarks, what is said of links.
func (p *paper) printed(text string) string { return squeeze(p.marks.Printed(text)) }

// said gives what may be said of links: a heading, that they lead to a recommendation that the paper tells in full, or to a list of those
// behind a figure. To the second belongs the recommendation's key, which the link shows.
func (p *paper) said(sections []content.Section) map[string]string {
	out := map[string]string{}
	say := func(shown, id string, args ...any) {
		out[p.printed(p.check.Words.Say(id, args...))] = p.printed(shown)
	}
	for _, h := range p.headings { // in the list of contents, with the page behind it
		out[p.printed(h)] = ""
	}
	for _, s := range sections {
		group := ""
		for i := range s.Blocks {
			switch b := &s.Blocks[i]; {
			case b.Entry != nil:
				say(b.Entry.Key, "pdf.see", "Key", b.Entry.Key)
			case b.Heading != nil:
				group = b.Heading.Text.Plain()
			case b.Table != nil && b.Table.Inline != nil:
				for _, r := range b.Table.Inline.Rows {
					say("", "pdf.list", "Group", group, "Figure", r.Cells[0].Text, "N", r.Cells[1].Text)
				}
			}
		}
	}
	return out
}

// links proves what is said of each link: what it shows, or where it leads.
func (p *paper) links(e *tagged.Element, said map[string]string) {
	for _, k := range e.Kids {
		if k.Element == nil {
			continue
		}
		for _, what := range k.Element.Says {
			says, text := p.printed(what), squeeze(k.Element.Text())
			if shown, known := said[says]; says != "" && says != text && (!known || shown != "" && shown != text) {
				p.Add(fmt.Sprintf("page %d", k.Element.Page), "what is said of the link \""+k.Element.Text()+"\"", shown, what)
			}
		}
		p.links(k.Element, said)
	}
}
