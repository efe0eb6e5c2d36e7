package content

import (
	"bytes"

	"boardpack/report"
)

// OfNaming writes what a pack says, with sentences that name so many recommendations before they say how many more there are.
func OfNaming(pack *report.Pack, words report.Words, names int) *Document {
	return (&writer{pack, words, names, ThePaper, mostKept}).document(nil)
}

// Made is a value for a message of a test.
type Made struct {
	Text Text
	N    int
}

// Written gives a message as package content writes it: with Values for arguments, and a number where there is one.
func Written(words report.Words, id string, main *Made, args map[string]Made) Text {
	w := &writer{words: words}
	var given []any
	for name, v := range args {
		given = append(given, name, value{v.N, v.Text})
	}
	if main == nil {
		return w.say(id, given...)
	}
	return w.count(id, value{main.N, main.Text}, given...)
}

// Holding writes what a pack says in an edition, holding the cards and rows of at most so many recommendations.
func Holding(pack *report.Pack, words report.Words, e Edition, kept int) *Document {
	return (&writer{pack, words, namesInSentence, e, kept}).document(nil)
}

// JSON gives the Document as its file has it.
func (d *Document) JSON() ([]byte, error) {
	var out bytes.Buffer
	err := d.WriteJSON(&out)
	return out.Bytes(), err
}

// EachText gives every text of the Document, with the name of the section, sheet or table that it stands in.
func (d *Document) EachText(do func(place string, t Text)) {
	d.EachTextAround(do)
	for place, b := range d.EachBlock {
		b.EachText(func(t Text) { do(place, t) })
	}
	for t := range d.EachTable {
		t.eachText(do)
	}
}

// eachText gives the texts of the table, with its name.
func (t *Table) eachText(do func(place string, t Text)) {
	t.EachTextAround(func(text Text) { do(t.ID, text) })
	for i := range t.Len() {
		row := t.Row(i)
		row.EachText(func(text Text) { do(t.ID, text) })
	}
}
