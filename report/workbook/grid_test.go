package workbook

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
)

// TestReadableOnPaper: what is printed has letters of 9 points or more, in both languages: that is how far a page one page wide shrinks the
// columns that are printed. No text ends beyond them, headings of numbers stand off each other, and dates have room.
func TestReadableOnPaper(t *testing.T) {
	t.Parallel()
	const least, whole = 9.0, 0.01 // points; programs shrink by whole percents
	for name, b := range booksOnPaper(t) {
		for _, tab := range b.tabs {
			size := fontSize
			if tab.thin {
				size = smallSize
			}
			shrunk := min(1, paperWidth/(sumOf(tab.widths[:tab.printed])*charWidth)) - whole
			assert.GreaterOrEqual(t, size*shrunk, least, "%s: %s", name, tab.name)
			for _, p := range tab.pages {
				staysOnPaper(t, name, p)
				headingsStandOff(t, p)
			}
		}
	}
}

// booksOnPaper are those of all packs, in both languages.
func booksOnPaper(t *testing.T) map[string]*book {
	_, template := testWords(t)
	packs := inputPacks(t)
	for name, pack := range packsToTest() {
		packs[name], _ = pack(t)
	}
	packs["themes"] = manyThemesPack(t)
	out := map[string]*book{}
	for _, lang := range template.WordingLanguages() {
		words, err := template.Words(lang)
		require.NoError(t, err)
		for name, pack := range packs {
			out[name+" "+lang] = arranged(pack, words)
		}
	}
	return out
}

// manyThemesPack has more themes than a page has lines.
func manyThemesPack(t *testing.T) *report.Pack {
	_, template := testWords(t)
	rules := template.Rules
	rules.Themes = nil
	for i := range 30 {
		rules.Themes = append(rules.Themes, report.Theme{ID: fmt.Sprintf("t%d", i), Name: report.Text{"en": fmt.Sprintf("Theme %d of many", i+1)}})
	}
	var registers []*report.Register
	for month, n := (report.Month{Year: 2023, Month: time.July}), 0; n < 3; month, n = month.Next(), n+1 {
		register := sampleRegister(month)
		for i := range register.Recommendations {
			register.Recommendations[i].Themes = []string{rules.Themes[i*3%30].ID}
		}
		registers = append(registers, register)
	}
	last := len(registers) - 1
	pack, err := report.Build(registers[last], registers[:last], &rules)
	require.NoError(t, err)
	return pack
}

// TestManyThemesHaveASheet: tables longer than a page are the last of their sheet, in the contents too.
func TestManyThemesHaveASheet(t *testing.T) {
	t.Parallel()
	_, words := samplePack(t)
	b := arranged(manyThemesPack(t), words)
	for _, id := range []string{"summary_themes", idMovement, idThemeList} {
		p := b.page(id)
		require.NotNil(t, p, id)
		assert.Equal(t, p, p.on.pages[len(p.on.pages)-1], id)
	}
	assert.Equal(t, "summary", b.page("themes_chart").on.id)
	assert.Equal(t, "Summary by theme", b.page("summary_themes").on.name)
	listed := false
	for _, row := range b.page(idContents).table.Rows {
		listed = listed || row.Cells[0].Text == "Summary by theme"
	}
	assert.True(t, listed)
}

// TestRefsOfSeveralSpreadsheetsAreWhole: in a portfolio a ref has the name of its spreadsheet, and is in view all the same.
func TestRefsOfSeveralSpreadsheetsAreWhole(t *testing.T) {
	t.Parallel()
	pack, words := samplePack(t)
	doc := content.Of(pack, words, nil)
	for _, table := range doc.Tables {
		for r := range table.Rows {
			row := &table.Rows[r]
			for c := range row.Cells {
				if cell := &row.Cells[c]; cell.Kind == content.KindKey && cell.Text != "" {
					cell.Text = "stalking-harassment " + cell.Text
				}
			}
		}
	}
	b := newBook(pack, doc, words, Options{})
	sheets, err := doc.Book(nil)
	require.NoError(t, err)
	b.makePages(sheets)
	b.arrange()
	for _, tab := range b.tabs {
		if tab.thin {
			assert.GreaterOrEqual(t, tab.widths[0], longestWord("stalking-harassment", false)*smallPerText, tab.name)
		}
	}
}

// staysOnPaper: lines and the texts that run on over other cells end on the printed page.
func staysOnPaper(t *testing.T, name string, p *page) {
	width := max(sumOf(p.on.widths[:p.on.printed]), pageChars)
	for _, l := range p.grid.lines {
		assert.LessOrEqual(t, textWidth(l.text, l.strong), width*charWidth, "%s: %s", name, l.text)
	}
	if c := len(p.table.Columns) - 1; p.spill {
		assert.LessOrEqual(t, sumOf(p.grid.widths[:c])+p.oneLine(c), width, "%s: %s", name, p.title)
	}
}

func headingsStandOff(t *testing.T, p *page) {
	scale, slack := 1.0, 0.0
	if p.on.thin {
		scale, slack = smallPerText, 2 // points: the words of a heading may be in its way
	}
	for c, column := range p.table.Columns {
		if !numeric(column.Kind) || c == 0 || p.on.thin && c >= p.printed {
			continue
		}
		free := p.grid.widths[c]*charWidth - cellPadding - scale*widestLine(column.Heading, innerWidth(p.grid.widths[c])/scale, true)
		assert.GreaterOrEqual(t, free, scale*apartChars*charWidth-slack, "%s: %s", p.on.name, column.Heading)
		if column.Kind == content.KindDate {
			assert.GreaterOrEqual(t, p.grid.widths[c], scale*charsFor(widestDate(p.on.lang), false), p.on.name)
		}
	}
}

// TestPrintedPages: no table is split that has room on a page, no list stands in the way of the headings that are repeated, and only the last
// of a sheet goes on over pages.
func TestPrintedPages(t *testing.T) {
	t.Parallel()
	for name, b := range booksOnPaper(t) {
		for _, tab := range b.tabs {
			if tab.thin {
				continue
			}
			room := paperHeight * max(1, sumOf(tab.widths[:tab.printed])*charWidth/paperWidth)
			for i, p := range tab.pages {
				assert.True(t, i == len(tab.pages)-1 || !p.spans, "%s: %s goes on over pages", name, p.title)
				for _, u := range p.units() {
					page := heightFrom(tab, u.row)
					assert.True(t, p.spans || page+u.height+sumOf(u.rows) <= room, "%s: %s is split", name, p.title)
				}
			}
		}
	}
}

// heightFrom is the height of what is on the printed page above a row.
func heightFrom(t *tab, row int) float64 {
	height := 0.0
	for _, p := range t.pages {
		for _, u := range p.units() {
			if slices.Contains(t.breaks, u.row) {
				height = 0
			}
			if u.row >= row {
				return height
			}
			height += u.height + sumOf(u.rows)
		}
		height += emptyRow
	}
	return height
}

// TestALongListEndsItsSheet: what is below a long list is a sheet of its own.
func TestALongListEndsItsSheet(t *testing.T) {
	t.Parallel()
	pack, words := extremePack(t)
	b := arranged(pack, words)
	quality, dates := b.page(idQuality), b.page("written_dates")
	require.Greater(t, len(quality.table.Rows), 12)
	assert.Equal(t, quality, quality.on.pages[len(quality.on.pages)-1])
	if dates != nil {
		assert.NotEqual(t, quality.on, dates.on)
		assert.Equal(t, dates.title, dates.on.title)
	}
}

// TestRowsInView: of a screen of 768 lines Excel leaves 500 pixels for cells. Below what is frozen so many rows are in view, with those columns
// beside each other that a meeting needs.
func TestRowsInView(t *testing.T) {
	t.Parallel()
	const cells, across, printed = 500.0, 1255.0, 1160.0 // pixels
	_, template := testWords(t)
	for lang, slack := range map[string]float64{"en": 1, "cy": 40} { // pixels: Welsh words are longer, and two columns of text have little left
		words, err := template.Words(lang)
		require.NoError(t, err)
		for name, pack := range inputPacks(t) {
			b := arranged(pack, words)
			for id, want := range map[string]struct {
				rows int
				last string
			}{idRecommendations: {12, string(report.FieldProgress)}, "due": {7, string(report.FieldProgress)}, idChanges: {8, "effect"}} {
				p := b.page(id)
				assert.Equal(t, 2, p.grid.header)
				assert.GreaterOrEqual(t, rowsInView(p, cells), min(want.rows, len(p.table.Rows)), "%s %s: %s", name, lang, id)
				assert.LessOrEqual(t, sumOf(p.grid.widths[:p.printed])*perChar, printed+slack, "%s %s: %s", name, lang, id)
				assert.LessOrEqual(t, sumOf(p.grid.widths[:p.printed])*perChar, across)
				assert.Equal(t, want.last, p.table.Columns[p.printed-1].ID)
			}
			first := b.tabs[0].pages[0] // the figures that are asked for first, whole
			assert.Equal(t, len(first.table.Rows), rowsInView(first, cells), "%s %s", name, lang)
		}
	}
}

// rowsInView is how many rows of a table are whole on a screen that shows so many pixels of cells.
func rowsInView(p *page, pixels float64) int {
	left := pixels * 0.75
	if p.on.thin {
		left -= thinLine + p.grid.headHeight
	} else {
		left -= p.units()[0].height
	}
	n := 0
	for _, height := range p.grid.heights {
		if left -= height; left < 0 {
			break
		}
		n++
	}
	return n
}

func TestWrapped(t *testing.T) {
	t.Parallel()
	lines := func(s string, width float64) (out []float64) {
		for w := range wrapped(s, width, false) {
			out = append(out, w)
		}
		return out
	}
	one := textWidth("word", false)
	assert.Equal(t, []float64{0}, lines("", 100))
	assert.InDeltaSlice(t, []float64{one, one}, lines("word word", one+1), 0.001)
	assert.Len(t, lines("wordwordwordword", 2*one), 2, "a word longer than the line is broken")
}
