package html

import (
	"strconv"

	"boardpack/report/content"
)

// choices draws what the rows of a table can be chosen by, in one language. It shows once the script is there that makes it work.
func (p *page) choices(v *voice, c *content.Choices) {
	var t *content.Table
	for _, s := range v.doc.Web.Sections {
		for i := range s.Blocks {
			if view := s.Blocks[i].Table; view != nil && view.Inline != nil && view.Inline.ID == c.Table {
				t = view.Inline
			}
		}
	}
	p.put("<form class=choices data-of=t-", safe(c.Table), " data-lang=", v.lang, " hidden>\n<fieldset>\n<legend>")
	p.runs(v, c.Title)
	p.put("</legend>\n")
	field := func(name string, label content.Text, write func(id string)) {
		id := v.lang + "-choose-" + name
		p.put("<div><label for=", id, ">")
		p.runs(v, label)
		p.put("</label>")
		write(id)
		p.put("</div>\n")
	}
	for n, f := range c.Fields {
		field(strconv.Itoa(n+1), f.Label, func(id string) {
			p.put("<select id=", id)
			if f.ID != "" && t != nil {
				p.put(" data-column=", strconv.Itoa(t.Column(f.ID)))
			}
			p.put(">")
			p.option("", f.Any)
			for i, o := range f.Options {
				is := o.ID
				if f.ID != "" {
					is = strconv.Itoa(i + 1)
				}
				p.option(is, o.Text)
			}
			p.put("</select>")
		})
	}
	field("words", c.Words, func(id string) { p.put("<input id=", id, " type=search autocomplete=off>") })
	field("order", c.Sort, func(id string) {
		p.put("<select id=", id, ">")
		for i, s := range c.Sorts {
			p.option(strconv.Itoa(i), s)
		}
		p.put("</select>")
	})
	p.put("<div class=clear><button type=reset>")
	p.runs(v, c.Clear)
	p.put("</button></div>\n</fieldset>\n<div class=status role=status><p class=shown>")
	for i := range c.Shown {
		if r := &c.Shown[i]; r.Ref.Place == content.PlaceShown {
			p.put("<span class=count>")
			p.run(v, r)
			p.put("</span>")
		} else {
			p.run(v, r)
		}
	}
	p.put("</p><p class=none hidden>")
	p.runs(v, c.None)
	p.put("</p></div>\n</form>\n")
}

// option is one choice. It can hold no element: its language is its own attribute.
func (p *page) option(value string, t content.Text) {
	p.put("<option value=\"", value, "\"")
	if len(t) == 1 && t[0].Lang != "" {
		p.put(" lang=", t[0].Lang)
	}
	p.put(">", escaped(t.Plain()), "</option>")
}
