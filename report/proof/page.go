package proof

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"boardpack/report/content"
	"boardpack/report/pattern"
	"boardpack/report/proof/difference"
	"boardpack/report/proof/texts"
	"boardpack/report/proof/webpage"
)

// Spoken is a Document with what it is proved by.
type Spoken struct {
	Check Check
	Doc   *content.Document
}

// Page reads a written page for browsers back, as a reader of each of its languages meets it, and compares every text with the Document of the
// language, in order: nothing may be missing, other or more. Elsewhere are the languages that have a file of their own, each by its own name
// under that of the file.
func Page(data []byte, spoken []Spoken, elsewhere map[string]string) error {
	var files []string
	for name := range elsewhere {
		files = append(files, name)
	}
	read, err := webpage.Read(data, files...)
	if err != nil {
		return fmt.Errorf("the page cannot be read back: %w", err)
	}
	if len(spoken) == 0 {
		return fmt.Errorf("there is no Document to compare the page with")
	}
	first := slices.IndexFunc(spoken, func(s Spoken) bool { return s.Doc.Lang == read.Lang })
	if first < 0 {
		return fmt.Errorf("the page does not agree with the figures: it begins in the language %q", read.Lang)
	}
	if title := spoken[first].Doc.Title.Plain(); !texts.Same(title, read.Title) {
		return fmt.Errorf("the page does not agree with the figures: its title should be %q, and is %q", title, read.Title)
	}
	p := &pageProof{List: &difference.List{}, read: read, spoken: spoken, styled: map[string]bool{}}
	for i := range spoken {
		if err := p.voice(i, elsewhere); err != nil {
			return err
		}
	}
	p.style()
	if err := read.Faults(); err != nil {
		return fmt.Errorf("the page cannot be read back: %w", err)
	}
	return p.Err("the page")
}

// pageProof is the proof of one page.
type pageProof struct {
	*difference.List
	read   *webpage.Page
	spoken []Spoken
	styled map[string]bool       // what the style sheet may write
	heads  []map[string][]string // of each language, the headings of each kind of table
}

// voice proves what a reader of one language meets.
func (p *pageProof) voice(at int, elsewhere map[string]string) error {
	s := &p.spoken[at]
	sections, err := s.Doc.Page(s.Check.Sections.Web)
	if err != nil {
		return err
	}
	var others []string
	for i := range p.spoken {
		if i != at {
			others = append(others, p.spoken[i].Doc.Lang)
		}
	}
	found := p.read.In(others...)
	v := &pageVoice{pageProof: p, Spoken: s, dated: map[string][]string{}}
	texts.Compare(p.List, func(yield func(content.Atom) bool) { v.expected(at, elsewhere, sections, yield) }, found.Met, strings.TrimSpace)
	v.links(found)
	v.rows(sections, found.Rows)
	p.styled[s.Doc.Marking] = true
	p.heads = append(p.heads, found.Heads)
	return nil
}

// pageVoice is the proof of what a reader of one language meets.
type pageVoice struct {
	*pageProof
	*Spoken
	cards []card
	dated map[string][]string // the days of the rows that have any, by their first cell
}

// card is a card by its key, and what its link to itself says.
type card struct{ key, link string }

// expected gives all that a reader meets, and notes on the way what else is looked at.
func (v *pageVoice) expected(at int, elsewhere map[string]string, sections []content.Section, yield func(content.Atom) bool) {
	marking := content.Atom{Is: "the marking", Text: v.Doc.Marking}
	above := []content.Atom{{Is: "the link past what stands above", Text: v.Doc.Web.Skip.Plain()}, marking}
	for i := range v.spoken {
		if i != at || len(v.spoken) > 2 {
			above = append(above, content.Atom{Is: "the name of a language", Text: v.spoken[i].Doc.Web.Language.Plain()})
		}
	}
	for _, name := range sortedKeys(elsewhere) {
		above = append(above, content.Atom{Is: "the name of a language", Text: elsewhere[name]})
	}
	all := func(atoms []content.Atom) bool {
		missing(v.Check, atoms)
		for _, a := range atoms {
			if !yield(a) {
				return false
			}
		}
		return true
	}
	if !all(above) {
		return
	}
	var atoms []content.Atom
	for _, section := range sections {
		for i := range section.Blocks {
			b := section.Blocks[i].Settled()
			v.note(b)
			if atoms = v.block(atoms[:0], b); !all(atoms) {
				return
			}
		}
	}
	all([]content.Atom{{Is: "the day, the version", Text: v.Doc.Stamp.Plain()}, marking})
}

// note keeps of a block what links and rows are held to.
func (v *pageVoice) note(b *content.Block) {
	if b.Card != nil {
		v.cards = append(v.cards, card{b.Card.Key, b.Card.Entry().Link.Plain()})
	}
	t := v.tableIn(b)
	if t == nil {
		return
	}
	for r := range t.Len() {
		row := t.Row(r)
		for c := range row.Cells {
			if cell := &row.Cells[c]; len(cell.Runs) > 0 && !cell.Date.IsZero() {
				of := texts.Squeeze(row.Cells[0].Text)
				v.dated[of] = append(v.dated[of], cell.Date.String())
			}
		}
	}
}

func sortedKeys[T any](m map[string]T) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// missing writes what stands for no value.
func missing(c Check, expected []content.Atom) {
	for i := range expected {
		if a := &expected[i]; a.Missing != content.HasValue {
			a.Text = strings.TrimSpace(c.Words.Say("pdf.missing." + a.Missing.String()))
		}
	}
}

// block adds what is met of a block: what the Document says is, and what a table is called.
func (v *pageVoice) block(expected []content.Atom, b *content.Block) []content.Atom {
	caption := func(t content.Text) {
		expected = append(expected, content.Atom{Is: "what a table is called", Text: t.Plain()})
	}
	plain := content.Text.Plain
	switch {
	case b.Bars != nil:
		caption(b.Bars.Title)
	case b.Table != nil:
		t := v.Doc.Shown(b.Table)
		return v.tableOf(expected, b, &t)
	case b.Card != nil && b.Card.Entry().Actions != nil:
		return v.withActions(expected, b)
	case b.Contents != nil:
		expected = v.Doc.Atoms(expected, b, plain)
		for _, e := range b.Contents.Entries {
			expected = append(expected, content.Atom{Is: "a line of the contents", Text: e.Name.Plain()})
		}
		if len(b.Contents.ToCheck) > 0 {
			expected = append(expected, content.Atom{Is: "how many points about the data there are", Text: b.Contents.ToCheck.Plain()})
		}
		return expected
	}
	return v.Doc.Atoms(expected, b, plain)
}

// tableOf adds a table: what it is called stands before its headings.
func (v *pageVoice) tableOf(expected []content.Atom, b *content.Block, t *content.Table) []content.Atom {
	before := len(expected)
	expected = v.Doc.Atoms(expected, b, content.Text.Plain)
	if t.Len() == 0 && !b.Table.Bare && b.Table.Inline == nil {
		return expected
	}
	at := before + slices.IndexFunc(expected[before:], func(a content.Atom) bool { return a.Head })
	return slices.Insert(expected, max(at, before), content.Atom{Is: "what a table is called", Text: t.Title.Plain()})
}

// withActions adds a card with a table of actions, which is called what stands above it.
func (v *pageVoice) withActions(expected []content.Atom, b *content.Block) []content.Atom {
	before := len(expected)
	expected = v.Doc.Atoms(expected, b, content.Text.Plain)
	if at := slices.IndexFunc(expected[before:], func(a content.Atom) bool { return a.Head }); at >= 0 {
		expected = slices.Insert(expected, before+at, content.Atom{Is: "what a table is called", Text: b.Card.Entry().Actions.Title.Plain()})
	}
	return expected
}

// tableIn gives the table of a block that a page draws as one; nil where it has none.
func (v *pageVoice) tableIn(b *content.Block) *content.Table {
	switch {
	case b.Table != nil:
		t := v.Doc.Shown(b.Table)
		return &t
	case b.Card != nil:
		return b.Card.Entry().Actions
	}
	return nil
}

// links proves that each link of a recommendation leads to its card: that which bears its key, that on the card itself, and no other.
func (v *pageVoice) links(found *webpage.Reading) {
	if len(v.cards) != len(found.Entries) {
		v.Add("the page", "the number of cards", strconv.Itoa(len(v.cards)), strconv.Itoa(len(found.Entries)))
		return
	}
	lang := v.Doc.Lang
	of := map[string]*card{}
	for i := range v.cards {
		c := &v.cards[i]
		place := lang + "-" + content.Anchor(c.key)
		of["#"+place] = c
		if !slices.Contains(found.Entries[i], place) {
			v.Add("the page", "the place of "+c.key, place, strings.Join(found.Entries[i], ", "))
		}
	}
	for _, link := range found.Links {
		if c := of[link.To]; c != nil && !texts.Same(link.Text, c.key) && !texts.Same(link.Text, c.link) {
			v.Add("the page", "a link to "+c.key, c.key, link.Text)
		} else if c == nil && strings.HasPrefix(link.To, "#") && !strings.HasPrefix(link.To, "#"+lang) && !v.isLanguage(link.To) {
			v.Add("the page", "a link in "+lang, "#"+lang, link.To)
		}
	}
}

// isLanguage tells of a place where a language begins.
func (p *pageProof) isLanguage(to string) bool {
	return slices.ContainsFunc(p.spoken, func(s Spoken) bool { return to == "#"+s.Doc.Lang })
}

// rows proves what is noted at rows for the script: what a recommendation is among, and the days by which cells stand in order.
func (v *pageVoice) rows(sections []content.Section, found []webpage.Row) {
	among := map[string]map[string]string{} // by the class of the table, by key
	for _, s := range sections {
		for i := range s.Blocks {
			if c := s.Blocks[i].Choices; c != nil {
				among["t-"+content.Anchor(c.Table)[1:]] = chosenBy(c)
			}
		}
	}
	for _, row := range found {
		class, _, _ := strings.Cut(row.Class, " ")
		if is := among[class][texts.Squeeze(row.Heads)]; is != row.Is {
			v.Add("the page", "what "+row.Heads+" is among", is, row.Is)
		}
		for _, at := range row.At {
			if at != "" && !slices.Contains(v.dated[texts.Squeeze(row.Heads)], at) {
				v.Add("the page", "the day by which "+row.Heads+" stands in order", strings.Join(v.dated[texts.Squeeze(row.Heads)], ", "), at)
			}
		}
	}
}

// chosenBy gives what each recommendation is among.
func chosenBy(c *content.Choices) map[string]string {
	out := map[string]string{}
	for _, f := range c.Fields {
		for _, o := range f.Options {
			for _, k := range o.Keys {
				out[texts.Squeeze(k)] = o.ID
			}
		}
	}
	return out
}

const (
	rule    = pattern.Expression(`([^{}]*)\{content:"((?:[^"\\]|\\.)*)"`)
	written = pattern.Expression(`content:"((?:[^"\\]|\\.)*)"`)
	ofCell  = pattern.Expression(`\.(\S+) td:nth-child\(([0-9]+)\)::before$`)
	byCode  = pattern.Expression(`\\([0-9a-fA-F]{1,6}) ?`)
)

// style proves the texts that the style sheet writes: before cells the headings of their columns, else the marking, and signs.
func (p *pageProof) style() {
	heading := map[string]bool{}
	for _, m := range rule.FindAllStringSubmatch(p.read.Style, -1) {
		of := ofCell.FindStringSubmatch(m[1])
		if of == nil {
			continue
		}
		n, _ := strconv.Atoi(of[2])
		text := decoded(m[2])
		heading[m[2]] = true
		if !slices.ContainsFunc(p.heads, func(heads map[string][]string) bool { return texts.Same(at(heads[of[1]], n-1), text) }) {
			p.Add("the style sheet", "the heading of column "+of[2], "", text)
		}
	}
	for _, m := range written.FindAllStringSubmatch(p.read.Style, -1) {
		if text := decoded(m[1]); !heading[m[1]] && !p.styled[text] && strings.ContainsFunc(text, isLetterOrDigit) {
			p.Add("the style sheet", "a text", "", text)
		}
	}
}

// decoded is a text as the style sheet means it.
func decoded(s string) string {
	return byCode.ReplaceAllStringFunc(s, func(code string) string {
		n, _ := strconv.ParseInt(strings.TrimSpace(code[1:]), 16, 32)
		return string(rune(n))
	})
}

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
