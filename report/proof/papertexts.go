package proof

import (
	"bytes"
	"iter"
	"strconv"

	"boardpack/report/content"
	"boardpack/report/proof/tagged"
	"boardpack/report/proof/texts"
)

// met compares what a reader meets with what is expected: the texts, in order; before each item of a list a bullet or the item's number;
// and the list of contents.
func (p *paper) met(all []tagged.Met, expected iter.Seq[content.Atom]) {
	var listed []string
	found := func(yield func(texts.Found) bool) {
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
			case "Figure":
				m.Text = p.marks.Printed(m.Text) // what it says is not printed, and has its signs as they are
			}
			if !yield(texts.Found{Text: m.Text, Drawn: m.Drawn, Page: m.Page}) {
				return
			}
		}
	}
	texts.Compare(p.List, expected, found, p.marks.Printed)
	p.listed(listed)
}

// lines compares lists of headings, one by one.
func (p *paper) lines(place string, wanted, found []string) {
	for i := range max(len(wanted), len(found)) {
		if want, got := at(wanted, i), at(found, i); p.printed(want) != p.printed(got) {
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
	figures, err := p.check.Figures.Bytes()
	for name, data := range files {
		switch {
		case p.check.Unattached:
			p.Add("PDF", "the attached files", "", name)
		case err != nil || !bytes.Equal(data, figures):
			p.Add("PDF", "the attached "+name, "the figures file", "another")
		}
	}
}
