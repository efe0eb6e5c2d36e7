package content

import (
	"cmp"
	"io"
)

// jsonFile is the file of a Document as it is written. Of one that goes somewhere, only what was written last is kept.
type jsonFile struct {
	to  io.Writer // nil where all is kept
	b   []byte
	err error
}

// flush hands on what is more than so many bytes.
func (j *jsonFile) flush(most int) {
	if j.to != nil && len(j.b) > most && j.err == nil {
		_, j.err = j.to.Write(j.b)
		j.b = j.b[:0]
	}
}

func (j *jsonFile) put(s string) { j.b = append(j.b, s...) }

// comma parts a thing of a list from the one before, and hands on what was written.
func (j *jsonFile) comma(i int) {
	if i > 0 {
		j.b = append(j.b, ',')
	}
	const much = 256 << 10
	j.flush(much)
}

// general writes an object with the general encoder, all but its end.
func (j *jsonFile) general(v any) {
	b, err := appendGeneral(j.b, v)
	if j.err = cmp.Or(j.err, err); err == nil {
		j.b = b[:len(b)-1]
	}
}

// table writes a table: its rows byte by byte, below the rest.
func (j *jsonFile) table(t *Table) {
	j.general(tableJSON{plainTable: (*plainTable)(t)})
	j.put(`,"rows":[`)
	for i := range t.Len() {
		j.comma(i)
		row := t.Row(i)
		j.b = row.appendJSON(j.b, t.Columns)
	}
	j.put("]}")
}

// sections writes sections: their cards byte by byte.
func (j *jsonFile) sections(sections []Section) {
	j.put("[")
	for i := range sections {
		j.comma(i)
		j.b = append(appendString(append(j.b, `{"id":`...), sections[i].ID), `,"blocks":[`...)
		for k := range sections[i].Blocks {
			j.comma(k)
			b, err := sections[i].Blocks[k].appendJSON(j.b)
			if j.err = cmp.Or(j.err, err); err == nil {
				j.b = b
			}
		}
		j.put("]}")
	}
	j.put("]")
}

// appendJSON writes a table that stands in something else.
func (t *Table) appendJSON(b []byte) ([]byte, error) {
	j := &jsonFile{b: b}
	j.table(t)
	return j.b, j.err
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

func (x *Block) appendJSON(b []byte) ([]byte, error) {
	if x.Card == nil {
		return appendGeneral(b, x)
	}
	b, err := x.Card.Entry().appendJSON(append(b, `{"entry":`...))
	return append(b, '}'), err
}
