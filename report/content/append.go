package content

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Document has a hundred thousand cells and runs, which are written here byte by byte: the general encoder takes each apart by
// reflection, and goes over what a method of ours gives it once more for each level that it stands below. What is written is what the
// general encoder makes of the fields' tags, which reading goes by; a test holds the two to each other.

// object writes the fields of a JSON object, those that are empty left out.
type object struct {
	b     []byte
	begun bool
}

func newObject(b []byte) *object { return &object{b: append(b, '{')} }

// name begins a field.
func (o *object) name(name string) {
	if o.begun {
		o.b = append(o.b, ',')
	}
	o.begun = true
	o.b = append(append(append(o.b, '"'), name...), `":`...)
}

func (o *object) text(name, s string) {
	if s != "" {
		o.name(name)
		o.b = appendString(o.b, s)
	}
}

func (o *object) number(name string, n int) {
	if n != 0 {
		o.name(name)
		o.b = strconv.AppendInt(o.b, int64(n), 10)
	}
}

func (o *object) flag(name string, is bool) {
	if is {
		o.name(name)
		o.b = append(o.b, "true"...)
	}
}

func (o *object) ref(name string, r Ref) {
	if !r.IsZero() {
		o.name(name)
		o.b = r.appendJSON(o.b)
	}
}

func (o *object) runs(name string, t Text) {
	if len(t) > 0 {
		o.name(name)
		o.b = t.appendJSON(o.b)
	}
}

func (o *object) end() []byte { return append(o.b, '}') }

// appendString writes a string.
func appendString(b []byte, s string) []byte {
	if isPlainString(s) {
		return append(append(append(b, '"'), s...), '"')
	}
	b, _ = appendGeneral(b, s) // never fails for a string
	return b
}

// appendAll writes a list.
func appendAll[T any](b []byte, list []T, each func(*T, []byte) []byte) []byte {
	b = append(b, '[')
	for i := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = each(&list[i], b)
	}
	return append(b, ']')
}

// isPlainString tells of a string that JSON writes as it is.
func isPlainString(s string) bool {
	ascii := true
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c == '"' || c == '\\' || c == 0x7f {
			return false
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	return ascii || utf8.ValidString(s) && !strings.Contains(s, "\u2028") && !strings.Contains(s, "\u2029")
}

func (t Text) appendJSON(b []byte) []byte {
	if t == nil {
		return append(b, "null"...)
	}
	if len(t) == 1 && t[0].isBare() {
		return appendString(b, t[0].Text)
	}
	return appendAll(b, t, (*Run).appendJSON)
}

func (r *Run) appendJSON(b []byte) []byte {
	o := newObject(b)
	o.name("t")
	o.b = appendString(o.b, r.Text)
	o.flag("b", r.Bold)
	o.text("k", r.Key)
	o.text("l", r.Lang)
	o.ref("r", r.Ref)
	if more := r.More(); len(more) > 0 {
		o.name("more")
		o.b = appendAll(o.b, more, (*Term).appendJSON)
	}
	if r.Said != (Said{}) {
		o.name("s")
		said := newObject(o.b)
		said.text("id", r.Said.ID)
		said.text("arg", r.Said.Arg)
		said.flag("main", r.Said.Main)
		o.b = said.end()
	}
	o.text("look", r.Look.String())
	o.text("review", r.Review())
	return o.end()
}

func (t *Term) appendJSON(b []byte) []byte {
	o := newObject(b)
	o.name("r")
	o.b = t.Ref.appendJSON(o.b)
	o.flag("less", t.Less)
	return o.end()
}

func (c *Cell) appendJSON(b []byte) []byte {
	o := newObject(b)
	o.text("kind", c.Kind.String())
	o.text("text", c.Text)
	o.text("lang", c.Lang)
	o.number("n", c.N)
	if !c.Date.IsZero() {
		o.text("date", c.Date.String())
	}
	o.text("rating", string(c.Rating()))
	o.text("standing", string(c.Standing()))
	o.text("missing", c.Missing.String())
	o.runs("runs", c.Runs)
	if keys := c.Keys(); len(keys) > 0 {
		o.name("keys")
		o.b = appendAll(o.b, keys, func(key *string, b []byte) []byte { return appendString(b, *key) })
	}
	o.ref("of", c.Of())
	return o.end()
}

// appendIn writes a cell below a column of a kind: one that is a text or a number of that kind as just that.
func (c *Cell) appendIn(b []byte, column Kind) []byte {
	bare := Cell{Kind: c.Kind, Text: c.Text}
	if c.Kind == column && c.same(bare) && c.Kind != KindDate && c.Kind != KindRating {
		return appendString(b, c.Text)
	}
	if bare = countCell(c.N); c.Kind == column && c.Kind == KindCount && c.same(bare) {
		return append(b, bare.Text...)
	}
	if c.Kind == column {
		typed := *c
		typed.Kind = NoKind
		return typed.appendJSON(b)
	}
	return c.appendJSON(b)
}

// appendJSON writes a row below columns. A row of a recommendation says so by its key alone.
func (r *Row) appendJSON(b []byte, columns []Column) []byte {
	o := newObject(b)
	if r.Of != recommendation(r.Key) {
		o.ref("of", r.Of)
	}
	o.text("key", r.Key)
	o.flag("total", r.Total)
	o.ref("in", r.In)
	o.runs("group", r.Group)
	o.name("cells")
	o.b = append(o.b, '[')
	for c := range r.Cells {
		if c > 0 {
			o.b = append(o.b, ',')
		}
		o.b = r.Cells[c].appendIn(o.b, columns[c].Kind)
	}
	o.b = append(o.b, ']')
	return o.end()
}

// appendGeneral writes anything with the general encoder.
func appendGeneral(b []byte, v any) ([]byte, error) {
	out := bytes.NewBuffer(b)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(v)
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), err
}
