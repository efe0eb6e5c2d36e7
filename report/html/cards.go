package html

import (
	"encoding/base64"
	"slices"

	"boardpack/report/content"
)

// entry draws the card of one recommendation.
func (p *page) entry(list []said[*content.Entry]) {
	e := list[0].it
	p.put("<article>")
	p.anchors(content.Anchor(e.Key))
	p.put("<h3>")
	p.tell(pick(list, func(e *content.Entry) content.Text { return e.Heading }))
	if beside := pick(list, func(e *content.Entry) content.Text { return e.Beside }); slices.ContainsFunc(beside, func(t said[content.Text]) bool { return len(t.it) > 0 }) {
		p.put(" <small>")
		p.tell(beside)
		p.put("</small>")
	}
	p.put(" ")
	p.rating(pick(list, func(e *content.Entry) *content.Cell { return &e.Rating }))
	p.put("</h3>\n")
	voices, of := voicesOf(list)
	if len(e.Link) > 0 {
		p.put("<p class=link>")
		p.each(voices, func(v *voice) {
			p.put("<a href=#", v.lang, "-", content.Anchor(e.Key), "><span class=hidden>")
			p.runs(v, of[v].Link)
			p.put("</span></a>")
		})
		p.put("</p>\n")
	}
	p.put("<p class=text>")
	p.tell(p.cells(pick(list, func(e *content.Entry) *content.Cell { return &e.Text })))
	p.put("</p>\n")
	p.facts("slots", pick(list, func(e *content.Entry) []content.Fact { return e.Facts.Facts }))
	p.actions(list)
	p.facts("story", pick(list, func(e *content.Entry) []content.Fact { return e.Story }))
	if len(e.Back) > 0 {
		p.put("<p class=back>")
		p.each(voices, func(v *voice) {
			p.put("<a href=#", v.lang, "-register>")
			p.runs(v, of[v].Back)
			p.put("</a>")
		})
		p.put("</p>\n")
	}
	p.put("</article>\n")
}

// actions draws the actions of a recommendation, where it has several.
func (p *page) actions(list []said[*content.Entry]) {
	tables := pick(list, func(e *content.Entry) *content.Table { return e.Actions })
	if tables[0].it == nil {
		return
	}
	p.put("<p class=name>")
	p.tell(pick(tables, func(t *content.Table) content.Text { return t.Title }))
	p.put("</p>\n")
	if p.sameTables(tables) {
		p.table(tables)
		return
	}
	for _, t := range tables {
		p.only(t.by, func() { p.table([]said[*content.Table]{t}) })
	}
}

// facts draws names with what each is; together where the languages have the same ones.
func (p *page) facts(class string, list []said[[]content.Fact]) {
	some := pick(list, func(facts []content.Fact) []content.Fact {
		return slices.DeleteFunc(slices.Clone(facts), func(f content.Fact) bool { return f.Cell.Missing != content.HasValue })
	})
	for _, s := range some[1:] {
		if !slices.Equal(idsOf(s.it), idsOf(some[0].it)) {
			for _, one := range some {
				p.only(one.by, func() { p.factList(class, []said[[]content.Fact]{one}) })
			}
			return
		}
	}
	p.factList(class, some)
}

func (p *page) factList(class string, list []said[[]content.Fact]) {
	if len(list[0].it) == 0 {
		return
	}
	p.put("<dl class=", class, ">\n")
	for i := range list[0].it {
		p.put("<div><dt>")
		p.tell(pick(list, func(f []content.Fact) content.Text { return f[i].Label }))
		p.put("</dt><dd>")
		p.tell(p.cells(pick(list, func(f []content.Fact) *content.Cell { return &f[i].Cell })))
		p.put("</dd></div>\n")
	}
	p.put("</dl>\n")
}

// picture draws the logo.
func (p *page) picture(list []said[*content.Block]) {
	if len(p.options.Logo) == 0 {
		return
	}
	data := base64.StdEncoding.EncodeToString(p.options.Logo)
	p.put(`<p class=logo><img alt="" src="data:image/png;base64,`, data, `"><span class=hidden>`)
	p.tell(pick(list, func(b *content.Block) content.Text { return marked(b.Picture.Alt, b.Picture.Lang) }))
	p.put("</span></p>\n")
}
