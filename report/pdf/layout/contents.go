package layout

import "boardpack/report/pdf/tag"

// Contents names the parts of the document with their pages, as links, one after the other, and has a remark behind them.
type Contents struct {
	Title   string
	Entries []ContentsEntry
	After   string
	Tight   bool // less space above
	Small   bool // in the size of words in drawings
}

// ContentsEntry is a part: what it is called, and the words between it and its page.
type ContentsEntry struct{ Name, Page, To string }

func (c Contents) set(f *flow, parent *tag.Elem) {
	style := Style{Size: TableSize, Leading: tableLeading}
	if c.Small {
		style.Size = ChartSize
	}
	before := mm(3)
	if c.Tight {
		before = mm(2)
	}
	f.add(strip{before: before, height: 4, keep: true, items: []item{{what: box{w: f.geo.bodyWidth(), h: hairline, fill: Strong}}}})
	toc := parent.New(tag.TOC)
	s := &setter{fonts: f.fonts, style: style, width: f.geo.bodyWidth()}
	add := func(elem *tag.Elem, r Run) {
		if r.Page != "" {
			r.Text = f.known.page(r.Page, false)
		}
		r.Text = clean(r.Text)
		s.runs, s.elems, s.turns = append(s.runs, r), append(s.elems, elem), append(s.turns, false)
	}
	caption := toc.New(tag.Caption)
	add(caption, Run{Text: c.Title, Bold: true})
	add(caption, Run{Text: "\u00A0\u00A0 "})
	for i, e := range c.Entries {
		reference := toc.New(tag.TOCI).New(tag.Ref)
		link := reference.Later(tag.Link)
		says := e.Name + ", " + e.Page + f.known.page(e.To, false)
		add(link, Run{Text: e.Name + " ", To: e.To, Says: says, Quiet: true})
		add(link, Run{Text: e.Page, Bold: true, To: e.To, Says: says, Quiet: true})
		add(link, Run{Page: e.To, Bold: true, To: e.To, Says: says, Quiet: true})
		if i+1 < len(c.Entries) || c.After != "" {
			add(reference, Run{Text: " \u00B7 "})
		}
	}
	if c.After != "" {
		add(toc.New(tag.TOCI).New(tag.Ref), Run{Text: c.After})
	}
	lines := f.fonts.wrap(s.runs, style, int(s.width*1000/style.Size))
	for i, l := range lines {
		line := s.line(l)
		line.keep = i+1 < len(lines)
		f.add(line)
	}
}
