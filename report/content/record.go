package content

import (
	"slices"

	"boardpack/report"
)

// Edition is a kind of paper: how much of the register it tells.
type Edition string

// The editions.
const (
	ThePaper  Edition = "paper"  // what a board reads
	TheRecord Edition = "record" // every recommendation and every text in full
)

// EditionNames lists the editions by name.
func EditionNames() []string { return []string{string(ThePaper), string(TheRecord)} }

// Record writes the record edition of what a pack says in a language: a Document whose sections leave nothing out.
func Record(pack *report.Pack, words report.Words, logo *Picture) *Document {
	return (&writer{pack, words, namesInSentence, TheRecord}).document(logo)
}

// editionFact says on page 1 which edition it is; nothing of the paper.
func (w *writer) editionFact() []Fact {
	if w.edition == ThePaper {
		return nil
	}
	return []Fact{{"edition", plain(w.label("cover.edition")), plainCell(w.label("edition." + string(w.edition)))}}
}

// JoinEditions gives the editions of both, in their order; none for the paper alone.
func JoinEditions(a, b []Edition) []Edition {
	var out []Edition
	for _, name := range EditionNames() {
		if e := Edition(name); HasEdition(a, e) || HasEdition(b, e) {
			out = append(out, e)
		}
	}
	if !slices.Contains(out, TheRecord) {
		return nil
	}
	return out
}

// HasEdition tells whether the editions, none for the paper alone, have one.
func HasEdition(editions []Edition, e Edition) bool {
	return len(editions) == 0 && e == ThePaper || slices.Contains(editions, e)
}
