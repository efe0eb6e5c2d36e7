package master

import (
	"html"
	"slices"
	"strings"

	"boardpack/report/pattern"
)

// markup is a kind of marks in a text that are meant for a program and not for a reader, and how the text reads without them. Is
// tells cheaply whether there may be any.
type markup struct {
	code  string
	is    func(s string) bool
	plain func(s string) string
}

// markups lists the kinds in the order in which they are taken out: SharePoint puts HTML into texts, ids beside names and words,
// and objects in the place of people.
func markups() []markup {
	return []markup{
		{"html-in-text", func(s string) bool { return strings.ContainsAny(s, "<&") }, withoutHTML},
		{"ids-in-text", func(s string) bool { return strings.Contains(s, ";#") }, withoutIDs},
		{"json-in-text", func(s string) bool { return s[0] == '{' || s[0] == '[' }, withoutJSON},
		{"markdown-in-text", func(s string) bool { return strings.Contains(s, "**") || strings.Contains(s, "](") }, withoutMarkdown},
	}
}

// unmark makes plain text of the cells below the headings. A cell in which nothing is left is empty.
func (r *reader) unmark(s *sheet, below int) {
	kinds := markups()
	if r.marked == nil {
		r.marked = make([]tally, len(kinds))
	}
	emptied := false
	for i := range s.rows {
		row := &s.rows[i]
		if row.number <= below {
			continue
		}
		for j := range row.cells {
			c := &row.cells[j]
			for k := 0; k < len(kinds) && c.kind == isText && c.text != ""; k++ {
				if kinds[k].unmark(c) {
					r.marked[k].add(place{sheet: s.name, row: row.number, column: int(c.column)})
					emptied = emptied || c.text == ""
				}
			}
		}
	}
	if emptied {
		for i := range s.rows {
			s.rows[i].cells = slices.DeleteFunc(s.rows[i].cells, func(c cell) bool { return c.text == "" })
		}
		s.rows = slices.DeleteFunc(s.rows, func(r row) bool { return len(r.cells) == 0 })
	}
}

// unmark takes the markup out of a cell's text, and tells whether there was any.
func (m *markup) unmark(c *cell) bool {
	if !m.is(c.text) {
		return false
	}
	plain := clean(m.plain(c.text))
	if plain == c.text {
		return false
	}
	c.text = plain
	return true
}

// tellMarkup lists each kind of markup once.
func (r *reader) tellMarkup() {
	for k, cells := range r.marked {
		r.tell(markups()[k].code, cells)
	}
}

// tag finds what looks like a tag of HTML: a name, with nothing after it or with attributes. "<5 cases" and "a < b" are none.
const tag = pattern.Expression(`(?s)<!--.*?-->|</?([A-Za-z][A-Za-z0-9]*(?::[a-z]+)?)(?:\s+[^<>]*=[^<>]*)?\s*/?>`)

// entity finds a character written by its name or number. Without the semicolon, "R&D" would be one to some.
const entity = pattern.Expression(`&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});`)

// withoutHTML gives the text of HTML, as a browser would show it: paragraphs and rows on lines of their own, lists with bullets,
// the address of a link after its words.
func withoutHTML(s string) string {
	if !hasTags(s) {
		if s = entity.ReplaceAllStringFunc(s, html.UnescapeString); !hasTags(s) {
			return strings.ReplaceAll(s, "\u00a0", " ")
		}
	}
	w := htmlText{prose: blockTag.MatchString(s)}
	last := 0
	for _, at := range tag.FindAllStringSubmatchIndex(s, -1) {
		comment := at[2] < 0
		if !comment && !isTag(s[at[2]:at[3]]) {
			continue
		}
		w.text(s[last:at[0]])
		if last = at[1]; !comment {
			w.tag(strings.ToLower(s[at[2]:at[3]]), s[at[0]:at[1]])
		}
	}
	if w.text(s[last:]); w.hidden || w.struck && w.out.Len() == 0 { // what is left out has no end, or is all there is: better too much than too little
		return s
	}
	return w.out.String()
}

func hasTags(s string) bool {
	for _, found := range tag.FindAllStringSubmatch(s, -1) {
		if isTag(found[1]) {
			return true
		}
	}
	return false
}

// isTag tells whether the name is one of HTML's, of those that texts have.
func isTag(name string) bool {
	switch strings.ToLower(name) {
	case "a", "abbr", "b", "big", "blockquote", "body", "br", "code", "del", "div", "dl", "dd", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6",
		"head", "hr", "html", "i", "img", "ins", "li", "meta", "o:p", "ol", "p", "pre", "s", "script", "small", "span", "strike", "strong", "style",
		"sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul":
		return true
	}
	return false
}

// blockTag tells of HTML that sets its own lines: line ends of the text are then no more than spaces.
const blockTag = pattern.Expression(`(?i)<(?:p|div|br|li|ul|ol|table|tr|h[1-6])[\s/>]`)
