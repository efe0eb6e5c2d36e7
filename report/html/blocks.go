package html

import (
	"slices"
	"strconv"

	"boardpack/report/content"
)

// blocks draws the blocks of a part: together as far as the languages have the same, each by itself where one has something of its own.
func (p *page) blocks(lists []said[[]content.Block]) {
	n := 0
	for _, l := range lists {
		n = max(n, len(l.it))
	}
	lead := false
	for i := range n {
		var here []said[*content.Block]
		for _, l := range lists {
			if i < len(l.it) {
				here = append(here, said[*content.Block]{l.by, l.it[i].Settled()})
			}
		}
		if opens := isLead(here[0].it); opens != lead { // the first sentences stand beside the trend
			if lead = opens; opens {
				p.put("<div class=lead>\n")
			} else {
				p.put("</div>\n")
			}
		}
		boxed := i > 0 && isBoxed(lists[0].it, i-1)
		if isBoxed(lists[0].it, i) {
			p.put("<div class=box>\n")
		}
		if len(here) == len(lists) && p.alike(here) {
			p.block(here)
			if boxed {
				p.put("</div>\n")
			}
			continue
		}
		for _, one := range here {
			p.only(one.by, func() { p.block([]said[*content.Block]{one}) })
		}
		if boxed {
			p.put("</div>\n")
		}
	}
	if lead {
		p.put("</div>\n")
	}
}

// isBoxed tells of a heading that stands in a box with the list below it.
func isBoxed(blocks []content.Block, i int) bool {
	return i+1 < len(blocks) && blocks[i].Heading != nil && blocks[i].Heading.Beside && blocks[i+1].List != nil
}

// isLead tells of what stands beside each other at the beginning.
func isLead(b *content.Block) bool {
	return b.Paragraph != nil && b.Paragraph.Role == content.RoleLead || b.Chart != nil && len(b.Chart.Series) > 0
}

// only has one voice write an element of its own.
func (p *page) only(v *voice, write func()) {
	was := p.alone
	p.alone = v
	if was == nil && len(p.voices) > 1 {
		p.put("<div class=", v.lang, " lang=", v.lang, ">\n")
		write()
		p.put("</div>\n")
	} else {
		write()
	}
	p.alone = was
}

// alike tells whether blocks can be drawn together: they are of one kind and have the same parts.
func (p *page) alike(list []said[*content.Block]) bool {
	first := shape(list[0].it, list[0].by.doc)
	return !slices.ContainsFunc(list[1:], func(b said[*content.Block]) bool { return !slices.Equal(first, shape(b.it, b.by.doc)) })
}

// shape tells blocks that can be drawn together from others.
func shape(b *content.Block, doc *content.Document) []string {
	n := strconv.Itoa
	switch {
	case b.Heading != nil:
		return []string{"heading", n(b.Heading.Level), b.Heading.ID, n(len(b.Heading.Tail))}
	case b.Paragraph != nil:
		return []string{"paragraph", string(b.Paragraph.Role)}
	case b.Tiles != nil:
		out := []string{"tiles"}
		for _, t := range b.Tiles.Tiles {
			out = append(out, t.Figure.String(), n(len(t.Change)))
		}
		return out
	case b.Bars != nil:
		out := []string{"bars", n(len(b.Bars.Heads))}
		for _, bar := range b.Bars.Bars {
			out = append(out, bar.Of.String(), n(len(bar.Segments)), n(len(bar.Cells)))
		}
		return out
	case b.Key != nil:
		return []string{"key", n(len(b.Key.Entries))}
	case b.Chart != nil:
		return []string{"chart", b.Chart.ID, n(len(b.Chart.Labels)), n(len(b.Chart.Series)), n(len(b.Chart.Stages))}
	case b.Table != nil:
		t := doc.Shown(b.Table)
		return append([]string{"table", n(len(t.Notes)), strconv.FormatBool(b.Table.Bare)}, shapeOf(&t)...)
	case b.List != nil:
		return []string{"list", b.List.ID, n(len(b.List.Items))}
	case b.Facts != nil:
		return append([]string{"facts"}, idsOf(b.Facts.Facts)...)
	case b.Card != nil:
		return []string{"entry", b.Card.Key}
	case b.Contents != nil:
		return []string{"contents", n(len(b.Contents.Entries))}
	case b.Choices != nil:
		return []string{"choices"}
	}
	return []string{"picture"}
}

// shapeOf tells tables that can be drawn together from others.
func shapeOf(t *content.Table) []string {
	out := make([]string, 0, 3*t.Len()+2*len(t.Columns)+1)
	out = append(out, t.ID)
	for _, c := range t.Columns {
		out = append(out, c.ID, c.Kind.String())
	}
	for i := range t.Len() {
		row := t.Head(i)
		out = append(out, row.Key, strconv.Itoa(min(1, len(row.Group))), strconv.FormatBool(row.Total))
	}
	return out
}

// idsOf names the facts that have something to say.
func idsOf(facts []content.Fact) []string {
	var out []string
	for i := range facts {
		if facts[i].Cell.Missing == content.HasValue {
			out = append(out, facts[i].ID)
		}
	}
	return out
}

// block draws one block in the languages that it is given in.
func (p *page) block(list []said[*content.Block]) {
	switch b := list[0].it; {
	case b.Heading != nil:
		p.heading(pick(list, func(b *content.Block) *content.Heading { return b.Heading }))
	case b.Paragraph != nil:
		p.paragraph(list)
	case b.Tiles != nil:
		p.tiles(pick(list, func(b *content.Block) []content.Tile { return b.Tiles.Tiles }))
	case b.Bars != nil:
		p.bars(pick(list, func(b *content.Block) *content.Bars { return b.Bars }))
	case b.Key != nil:
		p.key(pick(list, func(b *content.Block) *content.Key { return b.Key }))
	case b.Chart != nil:
		p.chart(pick(list, func(b *content.Block) *content.Chart { return b.Chart }))
	case b.Table != nil:
		p.view(list)
	case b.List != nil:
		p.list(pick(list, func(b *content.Block) *content.List { return b.List }))
	case b.Facts != nil:
		p.facts("strip", pick(list, func(b *content.Block) []content.Fact { return b.Facts.Facts }))
	case b.Card != nil:
		p.entry(pick(list, func(b *content.Block) *content.Entry { return b.Card.Entry() }))
	case b.Contents != nil:
		p.contents(pick(list, func(b *content.Block) *content.Contents { return b.Contents }))
	case b.Choices != nil:
		for _, c := range list {
			p.only(c.by, func() { p.choices(c.by, c.it.Choices) })
		}
	case b.Picture != nil:
		p.picture(list)
	}
}

// heading draws a heading, with an anchor for each language where links lead to it.
func (p *page) heading(list []said[*content.Heading]) {
	h := list[0].it
	tag := "h" + strconv.Itoa(h.Level)
	if h.ID != "" && h.Level > 1 {
		p.anchors(content.Anchor(h.ID)[1:])
	}
	p.put("<", tag)
	if h.Message {
		p.put(" class=message")
	}
	p.put(">")
	p.tell(pick(list, func(h *content.Heading) content.Text {
		return marked(h.Text, h.Lang)
	}))
	if h.Rating != nil {
		p.put(" ")
		p.rating(pick(list, func(h *content.Heading) *content.Cell { return h.Rating }))
	}
	if len(h.Tail) > 0 {
		p.put(" <small>")
		p.tell(pick(list, func(h *content.Heading) content.Text { return h.Tail }))
		p.put("</small>")
	}
	p.put("</", tag, ">\n")
}

// marked gives a text a language, where it has one of its own.
func marked(t content.Text, lang string) content.Text {
	if lang == "" {
		return t
	}
	out := slices.Clone(t)
	for i := range out {
		out[i].Lang = lang
	}
	return out
}

func (p *page) paragraph(list []said[*content.Block]) {
	role := list[0].it.Paragraph.Role
	p.put("<p")
	if role != content.RoleBody {
		p.put(" class=", string(role))
	}
	p.put(">")
	p.tell(pick(list, func(b *content.Block) content.Text { return b.Paragraph.Text }))
	p.put("</p>\n")
}

func (p *page) tiles(list []said[[]content.Tile]) {
	p.put("<ul class=tiles>\n")
	for i, tile := range list[0].it {
		of := func(part func(content.Tile) content.Text) []said[content.Text] {
			return pick(list, func(t []content.Tile) content.Text { return part(t[i]) })
		}
		p.put("<li")
		if tile.Alarm {
			p.put(" class=alarming")
		}
		p.put("><p class=name>")
		p.tell(of(func(t content.Tile) content.Text { return t.Label }))
		p.put("</p><p><b class=number>", escaped(tile.Number.Plain()), "</b> ")
		p.tell(of(func(t content.Tile) content.Text { return t.Of }))
		p.put("</p>")
		if len(tile.Change) > 0 {
			p.put("<p class=muted>")
			p.tell(of(func(t content.Tile) content.Text { return t.Change }))
			p.put("</p>")
		}
		p.put("</li>\n")
	}
	p.put("</ul>\n")
}

func (p *page) list(list []said[*content.List]) {
	tag := "ul"
	if list[0].it.Numbered {
		tag = "ol"
	}
	p.put("<", tag, " class=l-", safe(list[0].it.ID), ">\n")
	for i := range list[0].it.Items {
		p.put("<li>")
		p.tell(pick(list, func(l *content.List) content.Text { return l.Items[i] }))
		p.put("</li>\n")
	}
	p.put("</", tag, ">\n")
}

// contents leads to the parts. Its title is what the list is called.
func (p *page) contents(list []said[*content.Contents]) {
	p.put("<nav>\n<h2 class=hidden>")
	p.tell(pick(list, func(c *content.Contents) content.Text { return c.Title }))
	p.put("</h2>\n<ul class=contents>\n")
	for i := range list[0].it.Entries {
		p.put("<li>")
		voices, of := voicesOf(list)
		p.each(voices, func(v *voice) {
			e := of[v].Entries[i]
			p.put("<a href=#", v.lang, "-", e.Section, ">")
			p.runs(v, e.Name)
			p.put("</a>")
		})
		p.put("</li>\n")
	}
	if len(list[0].it.ToCheck) > 0 {
		p.put("<li>")
		p.tell(pick(list, func(c *content.Contents) content.Text { return c.ToCheck }))
		p.put("</li>\n")
	}
	p.put("</ul>\n</nav>\n")
}

func voicesOf[T any](list []said[T]) ([]*voice, map[*voice]T) {
	voices, of := make([]*voice, len(list)), make(map[*voice]T, len(list))
	for i, s := range list {
		voices[i], of[s.by] = s.by, s.it
	}
	return voices, of
}

// safe is a name as a class can have it.
func safe(id string) string { return content.Anchor(id)[1:] }
