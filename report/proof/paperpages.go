package proof

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report/content"
	"boardpack/report/proof/tagged"
	"boardpack/report/proof/texts"
)

// span is the pages on which a section begins and ends.
type span struct{ first, last int }

// pagesOf finds the pages of the sections: each begins with its first heading of the second level, and ends before the next section.
func pagesOf(sections []content.Section, met []tagged.Met) map[string]span {
	var heads []int // places of the headings among what was met
	for i := range met {
		if met[i].Tag == "H2" {
			heads = append(heads, i)
		}
	}
	out := map[string]span{}
	at := 0
	for _, s := range sections {
		n := 0
		for i := range s.Blocks {
			if h := s.Blocks[i].Heading; h != nil && h.Level == 2 {
				n++
			}
		}
		if n == 0 || at >= len(heads) {
			continue
		}
		end := len(met)
		if at+n < len(heads) {
			end = heads[at+n]
		}
		pages := span{first: met[heads[at]].Page}
		for i := range met[heads[at]:end] {
			pages.last = max(pages.last, met[heads[at]+i].Last)
		}
		out[s.ID] = pages
		at += n
	}
	return out
}

// inFile is what a text says in this file, which alone knows its pages.
func (p *paper) inFile(t content.Text) string {
	if !slices.ContainsFunc(t, func(r content.Run) bool { return r.Ref.Place == content.PlaceLayout && r.Ref.ID != "" }) {
		return t.Plain()
	}
	var out strings.Builder
	for _, r := range t {
		if r.Ref.Place != content.PlaceLayout || r.Ref.ID == "" {
			out.WriteString(r.Text)
			continue
		}
		page := p.pages[r.Ref.ID].first
		if r.Ref.Name == content.PageLast {
			page = p.pages[r.Ref.ID].last
		}
		out.WriteString(strconv.Itoa(page))
	}
	return out.String()
}

// entries notes what the list of contents may say of each part, and what may be said of the links there.
func (p *paper) entries(c *content.Contents) {
	for _, e := range c.Entries {
		page := c.Page.Plain() + " " + strconv.Itoa(p.pages[e.Section].first)
		var forms []string
		for _, name := range []string{e.Name.Plain(), e.Short.Plain()} {
			forms = append(forms, name+" "+page)
			p.said[p.printed(name+", "+page)] = ""
		}
		p.contents = append(p.contents, forms)
	}
	if len(c.ToCheck) > 0 {
		p.contents = append(p.contents, []string{c.ToCheck.Plain(), c.ToCheckShort.Plain()})
	}
}

// listed proves the list of contents: the parts with their pages.
func (p *paper) listed(found []string) {
	for i := range max(len(p.contents), len(found)) {
		want, got, ok := "", at(found, i), false
		if i < len(p.contents) {
			want = p.contents[i][0]
			ok = slices.ContainsFunc(p.contents[i], func(form string) bool {
				return p.printed(form) == strings.TrimSuffix(texts.Squeeze(got), "\u00B7")
			})
		}
		if !ok {
			p.Add("the contents", "entry "+strconv.Itoa(i+1), want, got)
		}
	}
}

// goesOn notes the texts with which a page may begin where a block goes on: the headings of tables and of groups, and of recommendations.
func (p *paper) goesOn(b *content.Block) {
	on := content.Plain(p.check.Words, "pdf.continued")
	add := func(list ...string) {
		if s := p.printed(strings.Join(list, "")); s != "" {
			p.again = append(p.again, s)
		}
	}
	table := func(t *content.Table) {
		add(headingsOf(t.Columns)...)
		for i := range t.Rows {
			if group := t.Rows[i].Group; len(group) > 0 {
				n := slices.IndexFunc(group, func(r content.Run) bool { return !r.Bold })
				if n <= 0 {
					n = len(group)
				}
				add(p.inFile(group[:n]), on)
			}
		}
	}
	switch {
	case b.Table != nil:
		t := p.doc.View(b.Table)
		table(&t)
	case b.Bars != nil:
		var heads []string
		for _, head := range b.Bars.Heads {
			heads = append(heads, head.Plain())
		}
		add(heads...)
	case b.Card != nil:
		e := b.Card.Entry()
		add(e.Heading.Plain(), ", ", on)
		if e.Actions != nil {
			table(e.Actions)
		}
	}
}
