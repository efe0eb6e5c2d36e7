package proof_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/reporttest/pace"
)

// TestWrongSentencesAreProved has writer and proof speak the same wrong words for one message, which templates refuses where a team's
// wording has them: each is caught here, too.
func TestWrongSentencesAreProved(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	cases := []struct{ name, lang, id, words string }{
		{"a number of its own", "en", "glance.of_scope", "of 18"},
		{"a number of its own in Welsh", "cy", "glance.of_scope", "o 18"},
		{"another percentage", "en", "glance.percent_of", "of {{.InScope}} · 81%"},
		{"a percentage without its numbers", "en", "glance.percent_of", "{{.Percent}}%"},
		{"the whole for the part", "en", "bar.complete", "{{.InScope}} of {{.Complete}}"},
		{"the whole for the part in Welsh", "cy", "bar.complete", "{{.InScope}} o {{.Complete}}"},
		{"the part for the percentage", "en", "glance.complete_of", "{{.Percent}} of {{.InScope}} ({{.Complete}}%)"},
		{"a year that is none", "en", "lead.position", "{{.InScope}}, {{.Clauses}} since 2021."},
		{"the end for the beginning", "en", "lead.movement.fell", "Outstanding fell to **{{.Closing}}** from {{.Opening}} since {{.Since}}: {{.Parts}}."},
		{"a number in the movement", "en", "lead.movement.fell", "Outstanding fell by 3 since {{.Since}}, {{.Parts}}: {{.Opening}}, now {{.Closing}}."},
		{"another number of days", "en", "figure.due_soon", "Due within 30 days"},
		{"a count with a constant", "en", "lead.part.overdue", "**5 are overdue**"},
		{"a clause with a constant", "en", "lead.complete", "**4 are complete** ({{.Percent}}%)"},
		{"a tile's change with a constant", "en", "glance.last", "{{.Since}}: 5"},
		{"the text of a chart", "en", "chart.trend.point", "{{.Month}}: {{.Outstanding}} outstanding, 7 overdue."},
		{"the text of the bridge", "en", "chart.bridge.alt", "Recommendations outstanding: {{.Opening}} on {{.Since}}; {{.Steps}} 15 on {{.Date}}."},
		{"a bar", "en", "glance.standing.in_progress", "9 in progress"},
		{"a line of the workbook", "en", "workbook.line.due", "Overdue: {{.Overdue}}. Due soon: 9."},
		{"what a chart of the workbook shows", "en", "workbook.chart.movement.text", "From {{.Opening}} in {{.Since}} to 15 in {{.Month}}."},
		{"the purpose of a table", "en", "table.overdue.purpose", "The 7 recommendations that were overdue."},
		{"the word for a figure", "en", "figure.overdue", "Overdue by 5"},
		{"what the board is asked", "en", "ask.both.overdue", "Ask for 4 plans for {{.Refs}}."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := load(t, "stalking-harassment", c.lang, "")
			require.NotEqual(t, "«"+c.id+"»", s.words.Say(c.id), "no such message")
			s.words = rewritten{s.words, c.id, c.words}
			assert.Error(t, s.check().Document(content.Of(s.pack, s.words, nil)))
		})
	}
	t.Run("a page number", func(t *testing.T) {
		s := load(t, "stalking-harassment", "en", "")
		s.words = rewritten{s.words, "pdf.page", "Page {{.Page}} of 12"}
		assert.Error(t, s.check().Paper(s.paper(t, s.doc), s.doc))
	})
}

// rewritten has other words for one message.
type rewritten struct {
	report.Words
	id, text string
}

// placed is the place of an argument.
var placed = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

func (w rewritten) Pieces(id string, n *int, args ...any) []report.Piece {
	if id != w.id {
		return w.Words.Pieces(id, n, args...)
	}
	values := map[string]string{}
	for i := 0; i+1 < len(args); i += 2 {
		values[args[i].(string)] = fmt.Sprint(args[i+1])
	}
	if n != nil {
		values["N"] = strconv.Itoa(*n)
	}
	var out []report.Piece
	at := 0
	for _, m := range placed.FindAllStringSubmatchIndex(w.text, -1) {
		name := w.text[m[2]:m[3]]
		out = append(out, report.Piece{Text: w.text[at:m[0]]}, report.Piece{Text: values[name], Arg: name})
		at = m[1]
	}
	return append(out, report.Piece{Text: w.text[at:]})
}

func (w rewritten) Say(id string, args ...any) string {
	if id != w.id {
		return w.Words.Say(id, args...)
	}
	text := ""
	for _, piece := range w.Pieces(id, nil, args...) {
		text += piece.Text
	}
	return text
}

// liar says other numbers in one message; without one it notes which messages say any. A Document asks in several goroutines.
type liar struct {
	report.Words
	id   string
	mu   *sync.Mutex
	said map[string]bool
}

// Pieces is what package content asks for: there the numbers come as texts.
func (l liar) Pieces(id string, n *int, args ...any) []report.Piece {
	honest := l.Words.Pieces(id, n, args...)
	if l.id != "" && l.id != id {
		return honest
	}
	args = slices.Clone(args)
	for i := 1; i < len(args); i += 2 {
		text, _ := args[i].(string)
		if number, err := strconv.Atoi(text); err == nil {
			args[i] = strconv.Itoa(number + 1)
		}
	}
	if n != nil {
		more := *n + 1
		n = &more
	}
	lie := l.Words.Pieces(id, n, args...)
	l.mu.Lock()
	l.said[id] = l.said[id] || numbersOf(lie) != numbersOf(honest)
	l.mu.Unlock()
	if l.id == "" {
		return honest
	}
	return lie
}

// numbersOf gives the digits that a message says.
func numbersOf(pieces []report.Piece) string {
	out := ""
	for _, p := range pieces {
		out += strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, p.Text)
	}
	return out
}

// TestAWriterThatSaysWrongNumbersIsCaught has the Document say one message after the other with other numbers, every message that says
// any.
func TestAWriterThatSaysWrongNumbersIsCaught(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	for _, lang := range []string{"en", "cy"} {
		s := load(t, "stalking-harassment", lang, "")
		said := map[string]bool{}
		content.Of(s.pack, liar{s.words, "", &sync.Mutex{}, said}, nil)
		n := 0
		for id, numbers := range said {
			if !numbers {
				continue
			}
			n++
			doc := content.Of(s.pack, liar{s.words, id, &sync.Mutex{}, map[string]bool{}}, nil)
			assert.Error(t, s.check().Document(doc), "%s in %s", id, lang)
		}
		assert.Greater(t, n, 20, lang)
		t.Logf("%d messages with numbers in %s", n, lang)
	}
}

// TestRenderersThatSayWrongNumbersAreCaught: the few messages that a renderer says itself.
func TestRenderersThatSayWrongNumbersAreCaught(t *testing.T) {
	t.Parallel()
	s := load(t, "stalking-harassment", "en", "")
	honest := s.words
	s.words = lyingSay{honest, "pdf.page"}
	paper := s.paper(t, s.doc)
	s.words = honest
	assert.Error(t, s.check().Paper(paper, s.doc))
}

// lyingSay says other numbers in one message without pieces.
type lyingSay struct {
	report.Words
	id string
}

func (l lyingSay) Say(id string, args ...any) string {
	if id == l.id {
		args = slices.Clone(args)
		for i := 1; i < len(args); i += 2 {
			if n, ok := args[i].(int); ok {
				args[i] = n + 1
			}
		}
	}
	return l.Words.Say(id, args...)
}
