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
	return (&writer{pack, words, namesInSentence, TheRecord, mostKept}).document(logo)
}

// recordCards has a card for each recommendation in the order of the register, below a list of contents by theme.
func (w *writer) recordCards() []Block {
	blocks := []Block{heading(2, "cards", trimmed(w.count("record.title", w.whole(report.Total)))), view(View{Inline: w.recordContents(), Bare: true})}
	total := figureRef(report.OfAll, w.pack.All.ID, report.Total)
	for i := range w.pack.Positions {
		r := &w.pack.Positions[i]
		blocks = append(blocks, w.cardOf(r, func() *Entry { return w.card(r, nil, total.at(i)) }))
	}
	return blocks
}

// recordContents names the recommendations of each theme.
func (w *writer) recordContents() *Table {
	t := &Table{ID: "by_theme", Title: trimmed(w.say("record.by_theme")), Close: true}
	w.columnOf(t, "themes", "column.themes", KindText, 0)
	w.columnOf(t, "refs", "record.refs", KindText, 0)
	t.outlined(w.isPortfolio())
	for i := range w.pack.Themes {
		if g := &w.pack.Themes[i]; g.N(report.Total) > 0 {
			t.row(figureRef(report.OfThemes, g.ID, report.Total), "", runsCell(w.groupName(report.OfThemes, g).text.bold()), keysCell(g.Keys(report.Total)))
		}
	}
	return t
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
