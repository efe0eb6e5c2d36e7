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

// Settled is the block with what its card tells at hand, for who looks at that more than once.
func (b *Block) Settled() *Block {
	if b.Card == nil || b.Card.entry != nil {
		return b
	}
	return &Block{Card: &Card{Key: b.Card.Key, entry: b.Card.make()}}
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
