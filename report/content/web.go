package content

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/named"
)

// Web is what a pack says on its page for browsers, which leaves no recommendation and no text out.
type Web struct {
	Language Text      `json:"language"` // the language by its own name
	Skip     Text      `json:"skip"`     // of the link past what stands above the page
	Sections []Section `json:"sections"` // in the usual order
}

// LanguageName is what a language calls itself.
func LanguageName(words report.Words) string { return words.Say("web.language") }

// theWeb is the edition of the sections of the page for browsers.
const theWeb Edition = "web"

// WebNames lists the parts of the page for browsers by name, in the usual order.
func WebNames() []string {
	return []string{"glance", "changes", "look", "answers", "register", "cards", "figures", "data"}
}

// WebNeeds lists the parts that no page for browsers can do without: links lead to what they hold.
func WebNeeds() []string { return []string{"glance", "register", "cards"} }

// Page gives the sections that a page for browsers of the names has, in their order; all in the usual order for no names. It fails for a
// Document of an earlier version, which has none.
func (d *Document) Page(names []string) ([]Section, error) {
	if d.Web == nil {
		return nil, fmt.Errorf("the document says nothing of a page for browsers")
	}
	return choose(names, withContents(d.Web.Sections, names), WebNames(), func(s Section) string { return s.ID }, "part")
}

// withContents leaves out of the list of contents what is not chosen.
func withContents(sections []Section, names []string) []Section {
	out := slices.Clone(sections)
	for i := range out {
		out[i].Blocks = slices.Clone(out[i].Blocks)
		for j := range out[i].Blocks {
			if c := out[i].Blocks[j].Contents; c != nil && len(names) > 0 {
				some := *c
				some.Entries = slices.DeleteFunc(slices.Clone(c.Entries), func(e ContentsEntry) bool { return !slices.Contains(names, e.Section) })
				out[i].Blocks[j].Contents = &some
			}
		}
	}
	return out
}

// web writes the page. It has no pages of paper to name.
func (w *writer) web(logo *Picture) *Web {
	on := *w
	on.edition = theWeb
	p := on.plan()
	var sections []Section
	for _, s := range []Section{
		{"glance", on.glance(p, logo)},
		{"changes", on.changesSection()},
		{"look", on.lookSection(p)},
		{"answers", on.answersSection()},
		{"register", on.registerSection()},
		{"cards", on.webCards()},
		{"figures", on.figuresSection()},
		{"data", on.dataSection(p)},
	} {
		if len(s.Blocks) > 0 {
			sections = append(sections, s)
		}
	}
	sections = withoutPages(sections, nil)
	contents := on.contents(sections[1:])
	contents.Page = nil
	front := &sections[0].Blocks // the way to the other parts stands above the themes
	*front = slices.Insert(*front, slices.IndexFunc(*front, func(b Block) bool { return b.Key != nil })-1, Block{Contents: contents})
	return &Web{Language: plain(LanguageName(w.words)), Skip: plain(w.label("web.skip")), Sections: sections}
}

// all are the measures of an edition that leaves nothing out.
func (m measures) all() measures {
	for _, limit := range []*int{&m.Whole, &m.Changes, &m.Look, &m.Points, &m.Answers, &m.InWords, &m.Text, &m.LookText, &m.ChangeText} {
		*limit = math.MaxInt
	}
	return m
}

// webCards has a card for each recommendation in the order of the register, with a link to itself and one back.
func (w *writer) webCards() []Block {
	blocks := []Block{heading(2, "cards", trimmed(w.say("web.cards")))}
	total := figureRef(report.OfAll, w.pack.All.ID, report.Total)
	back := plain(w.label("web.back"))
	for i := range w.pack.Positions {
		r := &w.pack.Positions[i]
		blocks = append(blocks, w.cardOf(r, func() *Entry {
			e := w.card(r, nil, total.at(i))
			e.Link, e.Back = unlinked(trimmed(w.say("web.link", "Key", key(r.Key, total.at(i))))), back
			return e
		}))
	}
	return blocks
}

// registerSection is the register in one table, and what its rows can be chosen by.
func (w *writer) registerSection() []Block {
	t := w.webRegister()
	return []Block{heading(2, "register", trimmed(w.count("web.register", w.whole(report.Total)))), {Choices: w.choices(t)},
		view(View{Inline: t, Bare: true})}
}

// webRegister has a row for each recommendation, with the beginning of its text: all of it stands on its card.
func (w *writer) webRegister() *Table {
	t := &Table{ID: "register", Title: trimmed(w.count("web.register", w.whole(report.Total))), Lists: []Ref{{Place: PlaceAll}}}
	w.columnOf(t, "key", "paper.key", KindKey, 8)
	w.columnOf(t, "short", "told.short", KindText, 50)
	w.fieldColumn(t, report.FieldTheme, KindText, 16)
	w.fieldColumn(t, report.FieldOwner, KindText, 20)
	w.columnOf(t, "standing", "web.standing", KindText, 14)
	w.column(t, "when", KindText, 16)
	w.columnOf(t, "rag", "column.rag", KindRating, 12)
	w.eachPosition(t, func(r *report.Position) []Cell {
		when := runsCell(w.dueSlot(r))
		when.Date = r.Due
		return []Cell{keyCell(r.Key), w.shortCell(r.Text), plainCell(named.Themes(w.words, w.pack.Rules, r.GroupThemes)),
			w.saidCell(r.Recommendation, report.FieldOwner), w.standingCell(r.Standing), when, w.ratingCell(r.Rating)}
	})
	return t
}

// choices are what the rows of the register can be chosen by: what stands in them, what is due, and words.
func (w *writer) choices(t *Table) *Choices {
	c := &Choices{Table: t.ID, Title: plain(w.label("web.show_only")), Clear: plain(w.label("web.clear")), Sort: plain(w.label("web.sort")),
		None:  trimmed(w.say("web.none")),
		Shown: trimmed(w.count("web.showing", w.whole(report.Total), "Shown", number(w.pack.All.N(report.Total), Ref{Place: PlaceShown, Name: string(report.Total)})))}
	for _, column := range t.Columns {
		c.Sorts = append(c.Sorts, plain(column.Heading))
	}
	field := func(id string, label string, options []Option) {
		c.Fields = append(c.Fields, ChoiceField{ID: id, Label: plain(label), Any: plain(w.label("web.any")), Options: options})
	}
	ids := []string{string(report.FieldTheme), string(report.FieldOwner), "standing", "rag"}
	some := t.Select(ids...)
	rows := some.Settled()
	for _, id := range ids {
		field(id, t.Columns[t.Column(id)].Heading, w.optionsOf(rows, id))
	}
	var due []Option
	for _, f := range []report.Figure{report.Overdue, report.DueSoon, report.DueLater, report.NoDate} {
		if keys := w.pack.All.Keys(f); len(keys) > 0 {
			due = append(due, Option{ID: string(f), Text: w.figureLabel(f), List: figureRef(report.OfAll, w.pack.All.ID, f), Keys: keys})
		}
	}
	field("", t.Columns[t.Column("when")].Heading, due)
	c.Words = plain(w.label("web.words"))
	return c
}

// optionsOf lists what stands in a column, each once: in the order of the template and of the program where there is one, else as it
// first occurs.
func (w *writer) optionsOf(t *Table, id string) []Option {
	at := t.Column(id)
	var order []string
	switch id {
	case string(report.FieldTheme):
		for i := range w.pack.Themes {
			order = append(order, named.Group(w.words, &w.pack.Themes[i]))
		}
	case "standing":
		for _, s := range report.Standings() {
			order = append(order, named.Standing(w.words, s))
		}
	case "rag":
		for _, r := range report.Ratings() {
			order = append(order, named.Rating(w.words, r))
		}
	}
	rank := func(text string) int {
		if i := slices.Index(order, text); i >= 0 {
			return i
		}
		return len(order)
	}
	met := map[string]bool{}
	var out []Option
	for i := range t.Rows {
		cell := &t.Rows[i].Cells[at]
		if cell.Missing != HasValue || met[cell.Text] {
			continue
		}
		met[cell.Text] = true
		text := Text{{Text: cell.Text, Lang: cell.Lang, Ref: recommendation(t.Rows[i].Key).named(t.Columns[at].ID)}}
		out = append(out, Option{Text: text})
	}
	slices.SortStableFunc(out, func(a, b Option) int { return rank(a.Text.Plain()) - rank(b.Text.Plain()) })
	return out
}

// Anchor is what links to a recommendation lead to on a page, behind the language: "r11a". Characters that stand for something else in an
// address are written by their number.
func Anchor(key string) string {
	var b strings.Builder
	b.WriteByte('r')
	for _, r := range key {
		if r < 0x80 && (r == '-' || r == '.' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z') {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, "_%x_", r)
	}
	return b.String()
}
