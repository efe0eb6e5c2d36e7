package content

// noteLanguages has the last part of the paper and the notes on the rules say that some texts are in another language than the pack, where
// the paper has any: the master has them in that language alone.
func (w *writer) noteLanguages(d *Document) {
	other := ""
	d.eachLang(func(lang string) { other = lang })
	if other == "" {
		return
	}
	note := w.say("note.only_in_" + other)
	if rules := d.Table("rules"); rules != nil {
		rules.Notes = append(rules.Notes, note)
	}
	for _, sections := range [][]Section{d.Sections, d.webSections()} {
		if len(sections) > 0 {
			last := &sections[len(sections)-1]
			last.Blocks = append(last.Blocks, paragraph(RoleNote, note))
		}
	}
}

// eachLang gives the language of every cell and text of the sections that has one of its own.
func (d *Document) eachLang(do func(lang string)) {
	give := func(lang string) {
		if lang != "" {
			do(lang)
		}
	}
	cells := func(cells ...Cell) {
		for i := range cells {
			give(cells[i].Lang)
		}
	}
	for _, s := range d.Sections {
		for i := range s.Blocks {
			b := s.Blocks[i].Settled()
			b.EachText(func(t Text) {
				for _, r := range t {
					give(r.Lang)
				}
			})
			switch {
			case b.Facts != nil:
				cells(cellsOf(b.Facts.Facts)...)
			case b.Card != nil:
				e := b.Card.Entry()
				cells(e.Text)
				cells(cellsOf(e.Facts.Facts)...)
				cells(cellsOf(e.Story)...)
			case b.Table != nil:
				for _, row := range d.View(b.Table).Rows {
					cells(row.Cells...)
				}
			}
		}
	}
}

func cellsOf(facts []Fact) []Cell {
	out := make([]Cell, len(facts))
	for i := range facts {
		out[i] = facts[i].Cell
	}
	return out
}
