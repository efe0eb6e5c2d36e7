package pdf

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	reader "github.com/ledongthuc/pdf"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/figurename"
	"boardpack/report/figuresjson"
	"boardpack/report/named"
	"boardpack/report/proof/tagged"
	"boardpack/report/reporttest"
)

// basisPacks are packs whose lists are read back: the samples in both languages, and made-up ones with what those lack.
func basisPacks(t *testing.T, check func(t *testing.T, pack *report.Pack, words report.Words)) {
	for _, name := range []string{"stalking-harassment", "custody-inspection"} {
		for _, lang := range []string{"en", "cy"} {
			t.Run(name+" "+lang, func(t *testing.T) {
				pack, words := readSample(t, name, "2023-09", lang)
				check(t, pack, words)
			})
		}
	}
	for _, s := range []shape{
		{name: "one month", rows: 18, months: 1, themes: 5}, {name: "unmatched", rows: 9, months: 1, themes: 2, bare: true, unmatched: true},
		{name: "twelve themes", rows: 60, months: 2, themes: 12, more: 7}, {name: "complete", rows: 12, months: 2, themes: 3, complete: true},
		{name: "too many for links", rows: 250, months: 1, themes: 2},
	} {
		t.Run(s.name, func(t *testing.T) {
			pack, words := s.pack(t)
			check(t, pack, words)
		})
	}
}

// The lists in the paper are the refs of figures.json, for the whole and for every theme: read back from the written file.
func TestListsAreTheRefs(t *testing.T) {
	fonts, err := NewFonts()
	require.NoError(t, err)
	basisPacks(t, func(t *testing.T, pack *report.Pack, words report.Words) {
		doc, err := tagged.Read(writePack(t, fonts, pack, words))
		require.NoError(t, err)
		data, err := figuresjson.Write(pack, words)
		require.NoError(t, err)
		type group struct {
			Name report.Text         `json:"name"`
			Refs map[string][]string `json:"refs"`
		}
		var figures struct {
			All    group   `json:"all"`
			Themes []group `json:"themes"`
		}
		require.NoError(t, json.Unmarshal(data, &figures))
		want := map[string][]string{}
		for i, g := range append([]group{figures.All}, figures.Themes...) {
			name := words.Say("group.all")
			if i > 0 {
				name, _ = g.Name.In(words.Lang())
			}
			for figure, refs := range g.Refs {
				label := words.Say("figure."+figure, "Days", pack.Rules.DueSoonDays)
				want[name+"/"+label] = append([]string{fmt.Sprint(len(refs))}, refs...)
			}
		}
		assert.Equal(t, want, listsIn(doc, words))
	})
}

// listsIn reads the part on where the figures come from: by group and figure the number and the keys.
func listsIn(doc *tagged.Document, words report.Words) map[string][]string {
	found := map[string][]string{}
	part, group := "", ""
	for _, e := range doc.Root.All("H2", "H3", "Table") {
		switch {
		case e.Tag == "H2":
			part = e.Text()
		case e.Tag == "H3":
			group = e.Text()
		case part == words.Say("basis.title"):
			for _, row := range e.All("TBody")[0].All("TR") {
				cells := row.All("TH", "TD")
				found[group+"/"+cells[0].Text()] = append([]string{cells[1].Text()}, strings.Split(strings.ReplaceAll(cells[2].Text(), " ", ""), ",")...)
			}
		}
	}
	return found
}

// Every headline figure, every count in a bar or in words and every "n of m" above zero leads to its list, on page 1 and in the
// themes' sections, and the list can be asked for by the name that explain gives the figure.
func TestFiguresLeadToTheirLists(t *testing.T) {
	fonts, err := NewFonts()
	require.NoError(t, err)
	basisPacks(t, func(t *testing.T, pack *report.Pack, words report.Words) {
		r := readBack(t, writePack(t, fonts, pack, words))
		dests := map[string]string{}
		names := r.Trailer().Key("Root").Key("Names").Key("Dests").Key("Names")
		for i := 0; i < names.Len(); i += 2 {
			dests[names.Index(i).RawString()] = names.Index(i + 1).String()
		}
		leads := func(kind report.GroupKind, g *report.Group, f report.Figure) (contents, dest string) {
			dest = dests[figurename.Ref{Of: kind, ID: g.ID, Figure: f}.Name()]
			require.NotEmpty(t, dest, "%s %s", g.ID, f)
			return words.Say("pdf.list", "Group", named.Group(words, g), "Figure", words.Say("figure."+string(f), "Days", pack.Rules.DueSoonDays), "N", g.N(f)), dest
		}
		var want []string // what must be linked, and where to
		expect := func(kind report.GroupKind, g *report.Group, f report.Figure) {
			if g.N(f) > 0 {
				contents, dest := leads(kind, g, f)
				want = append(want, contents+" "+dest)
			}
		}
		for _, tile := range reporttest.FrontOf(pack, words).Tiles {
			expect(report.OfAll, &pack.All, report.Figure(tile.Figure.Name))
		}
		shown := []report.Figure{report.FigComplete, report.FigComplete, report.AwaitingSignOff, report.FigInProgress, report.FigNotStarted, report.FigUnrecognised}
		for _, f := range shown {
			expect(report.OfAll, &pack.All, f)
			for i := range pack.Themes {
				expect(report.OfThemes, &pack.Themes[i], f)
				expect(report.OfThemes, &pack.Themes[i], f)
			}
		}
		// In a section each standing is linked in the bar and in its words; "n of m" once.
		for _, f := range shown[1:] {
			for i := range pack.Themes {
				expect(report.OfThemes, &pack.Themes[i], f)
			}
		}
		assertLinked(t, want, listLinks(r, dests))
	})
}

// assertLinked holds that all that must be linked is, as often as it must, and nothing else; words over two lines are two links.
func assertLinked(t *testing.T, want, got []string) {
	t.Helper()
	missing := map[string]int{}
	for _, w := range want {
		missing[w]++
	}
	for _, g := range got {
		_, wanted := missing[g]
		assert.True(t, wanted, "unexpected link %s", g)
		missing[g]--
	}
	for link, n := range missing {
		assert.LessOrEqual(t, n, 0, "missing link %s", link)
	}
}

// listLinks gives the links to lists on all pages.
func listLinks(r *reader.Reader, dests map[string]string) (links []string) {
	isList := map[string]bool{}
	for _, d := range dests {
		isList[d] = true
	}
	for n := 1; n <= r.NumPage(); n++ {
		annots := r.Page(n).V.Key("Annots")
		for i := range annots.Len() {
			a := annots.Index(i)
			if dest := a.Key("Dest").String(); isList[dest] && a.Key("Contents").Text() != "" {
				links = append(links, a.Key("Contents").Text()+" "+dest)
			}
		}
	}
	return links
}

// Without the annex the figures lead nowhere, and the paper is whole.
func TestNoListsWithoutAnnex(t *testing.T) {
	pack, words := shape{name: "bare", rows: 9, months: 1, themes: 2}.pack(t)
	doc := content.Of(pack, words, nil)
	total := content.Ref{Place: content.PlaceFigure, Of: string(report.OfAll), ID: pack.All.ID, Name: string(report.Total)}
	linksIn := func(names ...string) *book {
		sections, err := doc.Paper(names)
		require.NoError(t, err)
		b := &book{doc: doc, words: words, entries: map[string]bool{}, behind: map[content.Ref]list{}}
		b.findPlaces(sections)
		return b
	}
	to, _ := linksIn("cover", "glance").figureLink(total)
	assert.Empty(t, to)
	b := linksIn("cover", "glance", sectionAnnex)
	to, says := b.figureLink(total)
	assert.Equal(t, "figure total", to)
	assert.Equal(t, "All recommendations, Total: 9. Go to the list.", says)
	total.Name = string(report.FigWithdrawn)
	to, _ = b.figureLink(total)
	assert.Empty(t, to, "zero has no list")
}
