package pdf

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	reader "github.com/ledongthuc/pdf"

	"boardpack/report/content"
	"boardpack/report/reporttest"
)

// readBack opens a file with a reader that is not ours.
func readBack(t *testing.T, data []byte) *reader.Reader {
	t.Helper()
	r, err := reader.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	return r
}

// textOf gives the letters of a page, without white space.
func textOf(t *testing.T, p reader.Page) string {
	t.Helper()
	text, err := p.GetPlainText(nil)
	require.NoError(t, err)
	return strings.Join(strings.Fields(text), "")
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// The file that is written says on page 1 what package report says, and every recommendation and response is in it whole.
func TestReadBack(t *testing.T) {
	t.Parallel()
	fonts, err := NewFonts()
	require.NoError(t, err)
	pack, words := readSample(t, "stalking-harassment", "2023-09", "en")
	r := readBack(t, writePack(t, fonts, pack, words))

	first := textOf(t, r.Page(1))
	g := reporttest.FrontOf(pack, words)
	for _, s := range g.Lead {
		assert.Contains(t, first, squeezed(s))
	}
	for _, tile := range g.Tiles {
		assert.Contains(t, first, squeezed(tile.Label.Plain()))
	}
	for _, b := range g.Bars {
		assert.Contains(t, first, squeezed(b.Label.Plain()))
		for _, cell := range b.Cells {
			assert.Contains(t, first, squeezed(cell.Plain()))
		}
	}

	var all strings.Builder
	for i := 1; i <= r.NumPage(); i++ {
		page := textOf(t, r.Page(i))
		assert.Contains(t, page, squeezed(pack.Marking()), "page %d", i)
		assert.Contains(t, page, squeezed(content.Of(pack, words, nil).Stamp.Plain()), "page %d", i)
		assert.Contains(t, page, squeezed(words.Say("pdf.page", "Page", i, "Of", r.NumPage())), "page %d", i)
		all.WriteString(page)
	}
	for _, p := range pack.Positions {
		assert.Contains(t, all.String(), squeezed(p.Text["en"]), p.Key)
	}
}

func TestFileIsTagged(t *testing.T) {
	t.Parallel()
	fonts, err := NewFonts()
	require.NoError(t, err)
	pack, words := shape{name: "tagged", rows: 18, months: 2, themes: 5}.pack(t)
	r := readBack(t, writePack(t, fonts, pack, words))
	catalog := r.Trailer().Key("Root")
	assert.True(t, catalog.Key("MarkInfo").Key("Marked").Bool())
	assert.True(t, catalog.Key("ViewerPreferences").Key("DisplayDocTitle").Bool())
	assert.Equal(t, "en-GB", catalog.Key("Lang").Text())
	assert.Equal(t, "Document", catalog.Key("StructTreeRoot").Key("K").Key("S").Name())
	assert.Equal(t, "Data", catalog.Key("AF").Index(0).Key("AFRelationship").Name())
	assert.Equal(t, "Stalking and harassment deep dive", r.Trailer().Key("Info").Key("Title").Text())
	for i := 1; i <= r.NumPage(); i++ {
		assert.Equal(t, "S", r.Page(i).V.Key("Tabs").Name(), "page %d", i)
		drawn, err := io.ReadAll(r.Page(i).V.Key("Contents").Reader())
		require.NoError(t, err)
		for _, part := range []string{"Header", "Footer"} {
			assert.Equal(t, 1, strings.Count(string(drawn), "/Artifact <</Type/Pagination/Subtype/"+part+">> BDC"), "%s of page %d", part, i)
		}
	}
}

// spoken leaves of a dump of tags what is read aloud: texts, and the words that stand for drawings.
func spoken(t *testing.T, dump string) string {
	t.Helper()
	var out strings.Builder
	for line := range strings.Lines(dump) {
		line = strings.TrimSpace(line)
		if _, alt, ok := strings.Cut(line, "alt="); ok {
			line = alt
		}
		if quoted, err := strconv.QuotedPrefix(line); err == nil {
			text, err := strconv.Unquote(quoted)
			require.NoError(t, err)
			out.WriteString(text + " ")
		}
	}
	return out.String()
}

// What a listener hears of page 1, in the order of the tags, has every number that is drawn.
func TestPageOneReadAloud(t *testing.T) {
	t.Parallel()
	fonts, err := NewFonts()
	require.NoError(t, err)
	pack, words := shape{name: "aloud", rows: 18, months: 3, themes: 5}.pack(t)
	var dump bytes.Buffer
	require.NoError(t, checkGeometry(t, fonts, pack, words).DumpTags(&dump))
	heard := squeezed(spoken(t, dump.String()))
	at := 0
	hear := func(what string) {
		i := strings.Index(heard[at:], squeezed(what))
		require.GreaterOrEqual(t, i, 0, "%q is not heard after %q", what, heard[max(0, at-60):at])
		at += i
	}
	g := reporttest.FrontOf(pack, words)
	for _, m := range pack.Trend {
		hear(words.Say("chart.trend.point", "Month", words.MonthName(m.Month), "Outstanding", m.Outstanding, "Overdue", m.Overdue))
	}
	for _, tile := range g.Tiles {
		hear(tile.Label.Plain())
		hear(tile.Of.Plain())
	}
	hear(words.Say("ask.title"))
	for _, b := range g.Bars {
		hear(b.Label.Plain())
		if b.Total {
			hear(b.Sum.Plain())
		} else {
			hear(b.Figures.Plain())
		}
		for _, cell := range b.Cells {
			hear(cell.Plain())
		}
		hear(b.Rated.Plain())
	}
}

// Each section gives something under a heading, whatever the register.
func TestEverySectionHasBlocks(t *testing.T) {
	t.Parallel()
	pack, words := shape{name: "bare", rows: 1, months: 1, themes: 1, bare: true}.pack(t)
	for _, s := range content.Of(pack, words, nil).Sections {
		assert.Greater(t, len(s.Blocks), 1, s.ID)
	}
}
