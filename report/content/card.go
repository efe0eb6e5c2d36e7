package content

import (
	"encoding/json"

	"boardpack/report"
)

// mostKept is the number of recommendations up to which a Document holds what their cards and the rows of the register tell. Those of a
// national portfolio would take gigabytes: they are made whenever they are asked for, and let go.
const mostKept = 5000

// Card is the card of a recommendation.
type Card struct {
	Key   string
	entry *Entry // nil where it is made
	make  func() *Entry
}

// cardOf is a card that is told by a function, which gives the same whenever it is called, and may be called by several goroutines at once.
func (w *writer) cardOf(r *report.Position, tell func() *Entry) Block {
	c := &Card{Key: r.Key, make: tell}
	if len(w.pack.Positions) <= w.kept {
		c.entry = tell()
	}
	return Block{Card: c}
}

// Entry is what the card tells. Who needs it more than once in one place keeps it there.
func (c *Card) Entry() *Entry {
	if c.entry != nil {
		return c.entry
	}
	return c.make()
}

// Settled is the block with what its card and the rows of its own table tell at hand, for who looks at that more than once.
func (b *Block) Settled() *Block {
	switch {
	case b.Card != nil && b.Card.entry == nil:
		return &Block{Card: &Card{Key: b.Card.Key, entry: b.Card.make()}}
	case b.Table != nil && b.Table.Inline != nil && b.Table.Inline.later != nil:
		v := *b.Table
		v.Inline = v.Inline.Settled()
		return &Block{Table: &v}
	}
	return b
}

// laterRows are rows that are made when they are asked for, the same each time.
type laterRows struct {
	n  int
	at func(i int) Row
}

// eachPosition gives a table a row for each recommendation, in the order of the register.
func (w *writer) eachPosition(t *Table, cells func(r *report.Position) []Cell) {
	t.later = &laterRows{len(w.pack.Positions), func(i int) Row {
		r := &w.pack.Positions[i]
		return Row{Of: recommendation(r.Key), Key: r.Key, Cells: cells(r)}
	}}
	if len(w.pack.Positions) <= w.kept {
		*t = *t.Settled()
	}
}

// Settled is the table with its rows at hand.
func (t *Table) Settled() *Table {
	if t.later == nil {
		return t
	}
	out := *t
	out.later, out.Rows = nil, make([]Row, t.later.n)
	for i := range out.Rows {
		out.Rows[i] = t.later.at(i)
	}
	return &out
}

// Len is the number of rows, at hand or not.
func (t *Table) Len() int {
	if t.later != nil {
		return t.later.n
	}
	return len(t.Rows)
}

// rowAt is one of them.
func (t *Table) rowAt(i int) Row {
	if t.later != nil {
		return t.later.at(i)
	}
	return t.Rows[i]
}

// UnmarshalJSON reads what a card tells.
func (c *Card) UnmarshalJSON(data []byte) error {
	c.entry = &Entry{}
	err := json.Unmarshal(data, c.entry)
	c.Key = c.entry.Key
	return err
}

// MarshalJSON writes it.
func (c *Card) MarshalJSON() ([]byte, error) { return c.Entry().appendJSON(nil) }
