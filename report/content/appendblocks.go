package content

// appendJSON writes a table: its rows byte by byte, below the rest.
func (t *Table) appendJSON(b []byte) ([]byte, error) {
	b, err := appendGeneral(b, tableJSON{plainTable: (*plainTable)(t)})
	if err != nil {
		return nil, err
	}
	b = appendAll(append(b[:len(b)-1], `,"rows":`...), t.Rows, func(r *Row, b []byte) []byte { return r.appendJSON(b, t.Columns) })
	return append(b, '}'), nil
}

// appendJSON writes what a recommendation's card tells.
func (e *Entry) appendJSON(b []byte) ([]byte, error) {
	o := newObject(b)
	o.name("key")
	o.b = appendString(o.b, e.Key)
	o.name("heading")
	o.b = e.Heading.appendJSON(o.b)
	o.runs("beside", e.Beside)
	o.name("bookmark")
	o.b = e.Bookmark.appendJSON(o.b)
	o.name("rating")
	o.b = e.Rating.appendJSON(o.b)
	o.name("text")
	o.b = e.Text.appendJSON(o.b)
	o.name("facts")
	facts := newObject(o.b)
	facts.name("title")
	facts.b = e.Facts.Title.appendJSON(facts.b)
	facts.name("facts")
	facts.b = appendFacts(facts.b, e.Facts.Facts)
	o.b = facts.end()
	if e.Actions != nil {
		o.name("actions")
		var err error
		if o.b, err = e.Actions.appendJSON(o.b); err != nil {
			return nil, err
		}
	}
	o.name("story")
	o.b = appendFacts(o.b, e.Story)
	o.runs("link", e.Link)
	o.runs("back", e.Back)
	return o.end(), nil
}

func appendFacts(b []byte, facts []Fact) []byte {
	if facts == nil {
		return append(b, "null"...)
	}
	return appendAll(b, facts, (*Fact).appendJSON)
}

func (f *Fact) appendJSON(b []byte) []byte {
	o := newObject(b)
	o.name("id")
	o.b = appendString(o.b, f.ID)
	o.name("label")
	o.b = f.Label.appendJSON(o.b)
	o.name("cell")
	o.b = f.Cell.appendJSON(o.b)
	return o.end()
}

// appendSections writes sections: their entries byte by byte.
func appendSections(b []byte, sections []Section) ([]byte, error) {
	b = append(b, '[')
	for i := range sections {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendString(append(b, `{"id":`...), sections[i].ID), `,"blocks":[`...)
		for j := range sections[i].Blocks {
			if j > 0 {
				b = append(b, ',')
			}
			var err error
			if b, err = sections[i].Blocks[j].appendJSON(b); err != nil {
				return nil, err
			}
		}
		b = append(b, "]}"...)
	}
	return append(b, ']'), nil
}

func (x *Block) appendJSON(b []byte) ([]byte, error) {
	if x.Entry == nil {
		return appendGeneral(b, x)
	}
	b, err := x.Entry.appendJSON(append(b, `{"entry":`...))
	return append(b, '}'), err
}
