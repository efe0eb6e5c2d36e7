package proof

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"boardpack/report/content"
	"boardpack/report/proof/tagged"
	"boardpack/report/proof/texts"
)

// met compares what a reader meets with what is expected: the texts, in order; before each item of a list a bullet or the item's number;
// and the list of contents.
func (p *paper) met(all []tagged.Met) {
	found := make([]texts.Found, 0, len(all))
	var listed []string
	pages := map[string][]int{}
	for _, m := range all {
		switch m.Tag {
		case "Lbl":
			if wanted := strconv.Itoa(m.Item) + "."; m.Text != wanted && m.Text != "\u2022" {
				p.Add("page "+strconv.Itoa(m.Page), "the number of an item of a list", wanted, m.Text)
			}
			continue
		case "TOCI", "Reference":
			listed = append(listed, m.Text)
			continue
		case "H2":
			pages[texts.Squeeze(m.Text)] = append(pages[texts.Squeeze(m.Text)], m.Page)
		case "Figure":
			m.Text = p.marks.Printed(m.Text) // what it says is not printed, and has its signs as they are
		}
		found = append(found, texts.Found{Text: m.Text, Drawn: m.Drawn, Page: m.Page})
	}
	if len(listed) > 0 {
		p.lines("the contents", p.contents(pages), listed)
	}
	texts.Compare(p.List, p.expected, found, p.marks.Printed)
}

// contents is the list of contents: each heading of the second level with its page.
func (p *paper) contents(pages map[string][]int) []string {
	var out []string
	for _, h := range p.headings {
		key := p.printed(h)
		if at := pages[key]; len(at) > 0 {
			out, pages[key] = append(out, fmt.Sprint(h, " ", at[0])), at[1:]
		}
	}
	return out
}

// lines compares lists of headings, one by one. Dots lead to a page.
func (p *paper) lines(place string, wanted, found []string) {
	plain := func(s string) string { return strings.ReplaceAll(p.printed(s), ".", "") }
	for i := range max(len(wanted), len(found)) {
		if want, got := at(wanted, i), at(found, i); plain(want) != plain(got) {
			p.Add(place, "line "+strconv.Itoa(i+1), want, got)
		}
	}
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// edges proves what stands on every page: whose it is, its marking, the day that the figures speak of, its number, and nothing else but
// the headings of tables that go on. These come first.
func (p *paper) edges(around []string) {
	for i, text := range around {
		place := fmt.Sprintf("page %d, at its edge", i+1)
		rest := texts.Squeeze(text)
		number := content.Plain(p.check.Words, "pdf.page", "Page", i+1, "Of", len(around))
		lines := []string{p.doc.RunningHead.Plain(), p.doc.Marking, p.doc.Stamp.Plain(), number}
		slices.SortStableFunc(lines, func(a, b string) int { return len(b) - len(a) }) // a short one may be a part of a long one
		for _, line := range lines {
			piece := p.printed(line)
			last := strings.LastIndex(rest, piece)
			if last < 0 {
				p.Add(place, "the line", line, text)
				return
			}
			rest = rest[:last] + rest[last+len(piece):]
		}
		if rest != "" && !p.heads[rest] {
			p.Add(place, "a text", "", text)
		}
	}
	for _, piece := range p.check.Words.Pieces("pdf.page", nil, "Page", "P", "Of", "O") {
		if piece.Arg == "" && texts.Digits(piece.Text) != nil {
			p.Add("every page", "a number of the message's own", "", piece.Text)
		}
	}
}

// links proves what is said of each link: what it shows, or where it leads.
func (p *paper) links(all []*tagged.Element) {
	for _, link := range all {
		shows := texts.Squeeze(link.Text())
		for _, what := range link.Says {
			says := p.printed(what)
			if shown, known := p.said[says]; says != "" && says != shows && (!known || shown != "" && shown != shows) {
				p.Add("page "+strconv.Itoa(link.Page), "what is said of the link \""+link.Text()+"\"", shown, what)
			}
		}
	}
}

// attachment proves that the figures travel with the paper, as they are; or that nothing does.
func (p *paper) attachment(files map[string][]byte) {
	if len(files) == 0 && !p.check.Unattached {
		p.Add("PDF", "an attached file", "the figures", "")
	}
	for name, data := range files {
		switch {
		case p.check.Unattached:
			p.Add("PDF", "the attached files", "", name)
		case !bytes.Equal(data, p.check.Figures.Data):
			p.Add("PDF", "the attached "+name, "the figures file", "another")
		}
	}
}
