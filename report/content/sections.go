package content

// sections writes the parts of the paper, in the usual order. To add one, write its blocks, put it here, and name it in editions.go and in
// the sections of templates/pack.yaml. A part without blocks is not there.
func (w *writer) sections(logo *Picture) []Section {
	p := w.plan()
	all := []Section{
		{"glance", w.glance(p, logo)},
		{"reviews", w.reviewsSection()},
		{"changes", w.changesSection()},
		{"look", w.lookSection(p)},
		{"answers", w.answersSection()},
		{"figures", w.figuresSection()},
		{"owners", w.ownersSection()},
		{"cards", w.cardsSection(p)},
		{"index", w.indexSection(p)},
		{"data", w.dataSection(p)},
	}
	var out []Section
	for _, s := range all {
		if len(s.Blocks) > 0 {
			out = append(out, s)
		}
	}
	out[0].Blocks = append(out[0].Blocks, Block{Contents: w.contents(out[1:])})
	return out
}

// contents names the parts that follow page 1.
func (w *writer) contents(sections []Section) *Contents {
	out := &Contents{Title: trimmed(w.say("contents.title")), Page: trimmed(w.say("contents.page"))}
	for _, s := range sections {
		out.Entries = append(out.Entries, ContentsEntry{Section: s.ID, Name: trimmed(w.say("contents." + s.ID)), Short: trimmed(w.say("contents.short." + s.ID))})
	}
	if n := w.toCheck(); n.n > 0 {
		out.ToCheck, out.ToCheckShort = trimmed(w.count("contents.to_check", n)), trimmed(w.count("contents.short.to_check", n))
	}
	return out
}

// heading is the heading of a part, or below one.
func heading(level int, id string, text Text) Block {
	return Block{Heading: &Heading{Level: level, Text: text, ID: id}}
}

func view(v View) Block { return Block{Table: &v} }
