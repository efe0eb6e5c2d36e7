package proof_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/proof/sheets"
	"boardpack/report/proof/tagged"
)

var everywhere = flag.Bool("everywhere", false, "plant wrong numbers in every place, not in some")

// numericColumns are the headings whose cells are figures, by table; "*" is all of them but the first.
func numericColumns() map[string][]string {
	return map[string][]string{
		"Summary_by_theme": {"*"}, "Summary_by_heading": {"*"}, "Summary_by_owner": {"*"}, "Summary_by_source": {"*"}, "Movement": {"*"}, "Trend": {"*"},
		"Changes":              {"Days moved", "Times moved", "Effect on outstanding"},
		"Overdue_and_due_soon": {"Original due", "Due", "Days late", "Times moved"},
		"Why_figures_moved":    {"Month before", "Number", "Difference"}, "How_long_overdue": {"Month before", "Number"}, "How_to_filter": {"Number"},
		"Sign_off": {"Completed"}, "Contents": {"Rows"}, "Charts": {"Outstanding", "Added", "Taken away"},
		"Recommendations": {"Original due", "Due", "Days late", "Slip", "Times moved", "Completed"},
	}
}

// TestEveryNumberOfTheWorkbookIsProved plants a wrong number in each cell that holds a figure, one at a time.
func TestEveryNumberOfTheWorkbookIsProved(t *testing.T) {
	s := load(t, "stalking-harassment", "en", "")
	data := s.book(t, s.words)
	book, err := sheets.Read(data)
	require.NoError(t, err)
	planted, missed := 0, []string{}
	for name, wanted := range numericColumns() {
		table := book.Tables[name]
		require.NotNil(t, table, name)
		for c, heading := range table.Headings {
			if !slices.Contains(wanted, heading) && (wanted[0] != "*" || c == 0) {
				continue
			}
			for r, row := range table.Rows {
				value, err := strconv.ParseFloat(row[c], 64)
				if err != nil || name == "Charts" && value == 0 || !*everywhere && (r+c)%4 != 0 {
					continue
				}
				step := 1.0
				if heading == "Percent complete" {
					step = 0.01
				}
				sheet, cell, _ := strings.Cut(table.Place(r, c), "!")
				planted++
				if s.check().Workbook(changeCell(t, data, sheet, cell, fmt.Sprint(value+step))) == nil {
					missed = append(missed, table.Place(r, c))
				}
			}
		}
	}
	t.Logf("%d wrong numbers planted in the workbook", planted)
	assert.Greater(t, planted, 100)
	assert.Empty(t, missed, "not caught")
}

// TestLinesAndWordsOfTheWorkbookAreProved plants mistakes in the lines that count, in ratings and answers.
func TestLinesAndWordsOfTheWorkbookAreProved(t *testing.T) {
	s := load(t, "stalking-harassment", "en", "")
	data := s.book(t, s.words)
	cases := []struct{ name, from, to string }{
		{"the line of what is shown", "Overdue among the shown: 2", "Overdue among the shown: 3"},
		{"the line of what is due", "Overdue: 2. Due soon: 3.", "Overdue: 2. Due soon: 4."},
		{"an answer", "<v>Yes</v>", "<v>No</v>"},
		{"a standing", "<v>Awaiting sign-off</v>", "<v>Complete</v>"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			found := false
			for i := 1; i < 20 && !found; i++ {
				changed := data
				func() {
					defer func() { _ = recover() }()
					changed = changePart(t, data, fmt.Sprintf("xl/worksheets/sheet%d.xml", i), func(part []byte) []byte {
						found = bytes.Contains(part, []byte(c.from))
						return bytes.Replace(part, []byte(c.from), []byte(c.to), 1)
					})
				}()
				if found {
					assert.Error(t, s.check().Workbook(changed))
				}
			}
			assert.True(t, found, "no cell says %q", c.from)
		})
	}
	t.Run("a rating", func(t *testing.T) {
		changed := changePart(t, data, "xl/sharedStrings.xml", func(part []byte) []byte {
			return bytes.Replace(part, []byte("<t>Amber</t>"), []byte("<t>Green</t>"), 1)
		})
		changed = changePart(t, changed, "xl/worksheets/sheet3.xml", func(part []byte) []byte {
			return bytes.Replace(part, []byte(">Amber<"), []byte(">Green<"), 1)
		})
		assert.Error(t, s.check().Workbook(changed))
	})
	t.Run("a chart that draws another column", func(t *testing.T) {
		changed := changePart(t, data, "xl/charts/chart1.xml", func(part []byte) []byte {
			return bytes.Replace(part, []byte("!$E$6:$E$10"), []byte("!$F$6:$F$10"), 1)
		})
		assert.Error(t, s.check().Workbook(changed))
	})
}

// shownText is a text that a page shows, as codes of two bytes.
var shownText = regexp.MustCompile(`(?s)\(((?:\\.|[^\\)])*)\) Tj`)

// TestEveryNumberOfPageOneIsProved plants a wrong digit in each number of the page at a glance, drawn or said, one at a time, and on
// two other pages.
func TestEveryNumberOfPageOneIsProved(t *testing.T) {
	s := load(t, "stalking-harassment", "en", "")
	data := s.paper(t, s.words)
	pages := contentOf(t, data)
	require.Greater(t, len(pages), 4)
	planted, places := 0, 0
	for _, page := range []int{2, 4, basisPage(t, data, s.words)} { // at a glance; movement and trend; the lists behind figures
		for _, change := range changedDigits(pages[page-1].data) {
			if places++; !*everywhere && places%4 != 0 {
				continue
			}
			planted++
			err := s.check().Paper(withStream(t, data, pages[page-1], change.content))
			assert.Error(t, err, "page %d, %q made %q", page, change.was, change.is)
		}
	}
	t.Logf("%d wrong digits planted", planted)
	assert.Greater(t, planted, 50)
}

// basisPage finds the page on which the lists behind the figures begin.
func basisPage(t testing.TB, data []byte, w report.Words) int {
	doc, err := tagged.Read(data)
	require.NoError(t, err)
	for _, e := range doc.Root.All("H2") {
		if e.Text() == w.Say("pdf.basis") {
			return e.Page
		}
	}
	require.Fail(t, "no lists behind the figures")
	return 0
}

// contentOf gives the pages' contents in their order.
func contentOf(t testing.TB, data []byte) []pdfStream {
	var out []pdfStream
	for _, s := range streams(t, data) {
		if bytes.Contains(s.data, []byte(" Tj")) && bytes.Contains(s.data, []byte("BDC")) {
			out = append(out, s)
		}
	}
	return out
}

type digitChange struct {
	content []byte
	was, is string
}

// changedDigits changes one digit after the other; the ordinals of lists are left alone.
func changedDigits(content []byte) []digitChange {
	var out []digitChange
	for _, m := range shownText.FindAllSubmatchIndex(content, -1) {
		shown := strings.ReplaceAll(string(content[m[2]:m[3]]), "\x00", "")
		if regexp.MustCompile(`^\d\.$`).MatchString(strings.TrimSpace(shown)) {
			continue // the number of an item of a list
		}
		for i := m[2]; i < m[3]; i++ {
			if c := content[i]; c < '0' || c > '9' || content[i-1] != 0 {
				continue
			}
			changed := bytes.Clone(content)
			changed[i] = otherDigit(content[i])
			out = append(out, digitChange{changed, shown, strings.ReplaceAll(string(changed[m[2]:m[3]]), "\x00", "")})
		}
	}
	return out
}

// TestHiddenNumbersOfThePaperAreProved plants mistakes where nobody sees them: in the texts that stand for charts, and in the
// attached figures.
func TestHiddenNumbersOfThePaperAreProved(t *testing.T) {
	s := load(t, "stalking-harassment", "en", "")
	data := s.paper(t, s.words)
	cases := []struct{ name, from, to string }{
		{"the trend as told", "17 outstanding", "18 outstanding"},
		{"the trend's last point", "3 complete.)", "4 complete.)"},
		{"the bridge's end", utf16Of("14 on 30 September"), utf16Of("15 on 30 September")},
		{"a bar as told", "1 complete and 2 in progress", "2 complete and 1 in progress"},
		{"the attached figures", `"total": 19`, `"total": 91`},
		{"an attached ref", `"ref": "11a"`, `"ref": "11b"`},
		{"an attached date", `"as_at": "2023-09-30"`, `"as_at": "2023-09-29"`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			i := slices.IndexFunc(streams(t, data), func(s pdfStream) bool { return bytes.Contains(s.data, []byte(c.from)) })
			require.GreaterOrEqual(t, i, 0, "nothing says %q", c.from)
			in := streams(t, data)[i]
			err := s.check().Paper(withStream(t, data, in, bytes.Replace(in.data, []byte(c.from), []byte(c.to), 1)))
			assert.Error(t, err)
		})
	}
}

// utf16Of writes a text as a PDF does that holds letters beyond ASCII.
func utf16Of(s string) string {
	var b strings.Builder
	for _, r := range s {
		fmt.Fprintf(&b, "%04X", r)
	}
	return b.String()
}

// TestWrongSentencesOfATemplateAreProved lays a wording with one wrong sentence over the shipped one: files and proof speak the
// same wrong words, and it is caught all the same.
func TestWrongSentencesOfATemplateAreProved(t *testing.T) {
	cases := []struct{ name, line string }{
		{"a number of its own", `glance.of_in_scope: of 18 in scope`},
		{"another percentage", `glance.percent_of: of {{.InScope}} · 81%`},
		{"a percentage without its numbers", `glance.percent_of: "{{.Percent}}%"`},
		{"the whole for the part", `glance.complete_of: "{{.InScope}} of {{.Complete}} ({{.Percent}}%)"`},
		{"the part for the percentage", `glance.complete_of: "{{.Percent}} of {{.InScope}} ({{.Complete}}%)"`},
		{"a year that is none", `lead.position: "{{.InScope}}, {{.Clauses}} since 2021."`},
		{"the end for the beginning", `lead.movement: "Since {{.Since}}, {{.Parts}}, so that the number outstanding went from {{.Closing}} to **{{.Opening}}**."`},
		{"a number in the movement", `lead.movement: "Since {{.Since}}, {{.Parts}}, so that 3 more are outstanding: {{.Opening}}, now {{.Closing}}."`},
		{"another number of days", `figure.due_soon: Due within 30 days`},
		{"a count with a constant", "lead.overdue:\n  one: \"Of {{.Open}}, **5 are overdue**: {{.Refs}}.\"\n  other: \"Of {{.Open}}, **5 are overdue**: {{.Refs}}.\""},
		{"a clause with a constant", "lead.complete:\n  one: \"**4 are complete** ({{.Percent}}%)\"\n  other: \"**4 are complete** ({{.Percent}}%)\""},
		{"a tile's change with a constant", `glance.up: up 2 since {{.Since}}`},
		{"the text of a chart", `pdf.trend.point: "{{.Month}}: {{.Outstanding}} outstanding, 7 complete."`},
		{"the text of the bridge", `pdf.bridge.alt: "Recommendations outstanding: {{.Opening}} on {{.Since}}; {{.Steps}} 15 on {{.Date}}."`},
		{"a page number", `pdf.page: Page {{.Page}} of 12`},
		{"a bar", "glance.standing.in_progress:\n  one: 1 in progress\n  other: 9 in progress"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			require.NoError(t, os.Mkdir(filepath.Join(dir, "wording"), 0o755))
			require.NoError(t, os.WriteFile(filepath.Join(dir, "wording", "en.yaml"), []byte(c.line+"\n"), 0o644))
			s := load(t, "stalking-harassment", "en", dir)
			assert.Error(t, s.check().Paper(s.paper(t, s.words)))
		})
	}
	t.Run("a line of the workbook", func(t *testing.T) {
		dir := t.TempDir()
		require.NoError(t, os.Mkdir(filepath.Join(dir, "wording"), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "wording", "en.yaml"), []byte("workbook.line.due: \"Overdue: {{.Overdue}}. Due soon: 9.\"\n"), 0o644))
		s := load(t, "stalking-harassment", "en", dir)
		assert.Error(t, s.check().Workbook(s.book(t, s.words)))
	})
}

// liar gives a writer wrong numbers in one message.
type liar struct {
	report.Words
	id   string
	lied *int
}

func (l liar) args(id string, args []any) []any {
	if id != l.id {
		return args
	}
	out := slices.Clone(args)
	for i := 1; i < len(out); i += 2 {
		if n, ok := out[i].(int); ok {
			out[i] = n + 1
			*l.lied++
		}
	}
	return out
}

func (l liar) Say(id string, args ...any) string { return l.Words.Say(id, l.args(id, args)...) }

func (l liar) Count(id string, n int, args ...any) string {
	if id == l.id {
		*l.lied++
		n++
	}
	return l.Words.Count(id, n, l.args(id, args)...)
}

// Pieces is what package content asks for: there the numbers come as texts.
func (l liar) Pieces(id string, n *int, args ...any) []report.Piece {
	if id != l.id {
		return l.Words.Pieces(id, n, args...)
	}
	out := slices.Clone(args)
	for i := 1; i < len(out); i += 2 {
		text, _ := out[i].(string)
		if number, err := strconv.Atoi(text); err == nil {
			out[i] = strconv.Itoa(number + 1)
			*l.lied++
		}
	}
	if n != nil {
		more := *n + 1
		n = &more
		*l.lied++
	}
	return l.Words.Pieces(id, n, out...)
}

// TestAWriterThatSaysWrongNumbersIsCaught has the PDF and the workbook say one message after the other with other numbers.
func TestAWriterThatSaysWrongNumbersIsCaught(t *testing.T) {
	s := load(t, "stalking-harassment", "en", "")
	paper := []string{"lead.in_scope", "lead.complete", "lead.awaiting", "lead.aside", "lead.aside.external", "lead.movement", "lead.step.new",
		"lead.step.completed", "lead.open", "lead.overdue", "glance.warning", "glance.percent_of", "glance.complete_of", "glance.of_in_scope",
		"glance.of_open", "glance.up", "glance.down", "glance.standing.complete", "glance.standing.in_progress", "pdf.trend.point",
		"pdf.bridge.alt", "pdf.page", "figure.due_soon", "table.due_soon", "table.due_soon.purpose", "glance.changed.re_dated"}
	for _, id := range paper {
		lied := 0
		err := s.check().Paper(s.paper(t, liar{s.words, id, &lied}))
		require.Positive(t, lied, id)
		assert.Error(t, err, id)
	}
	for _, id := range []string{"workbook.line.shown", "workbook.line.due", "workbook.line.problems", "figure.due_soon"} {
		lied := 0
		err := s.check().Workbook(s.book(t, liar{s.words, id, &lied}))
		require.Positive(t, lied, id)
		assert.Error(t, err, id)
	}
}
