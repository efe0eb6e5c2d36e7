package sheets

import (
	"hash/maphash"
	"html"
)

// texts gives the texts of cells. A short one that was met lately is the same string again: most cells say what others of their column say.
type texts struct {
	seed maphash.Seed
	last [textsKept]met
}

// Texts of up to so many bytes are looked for among so many.
const shortText, textsKept = 32, 1 << 10

// met is a text as it stands in the file and as it is meant.
type met struct{ written, text string }

// of gives what is meant by a text of the file.
func (t *texts) of(written []byte) string {
	if len(written) > shortText {
		return decode(unescape(written))
	}
	m := &t.last[maphash.Bytes(t.seed, written)%textsKept]
	if m.written != string(written) {
		m.written = string(written)
		m.text = decode(html.UnescapeString(m.written))
	}
	return m.text
}
