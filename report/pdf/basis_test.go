package pdf

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	reader "github.com/ledongthuc/pdf"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/figurename"
	"boardpack/report/named"
	"boardpack/report/reporttest"
)

// smallPacks are packs whose figures are listed with their refs: the samples in both languages, and made-up ones with what those lack.
func smallPacks(t *testing.T, check func(t *testing.T, pack *report.Pack, words report.Words)) {
	for _, name := range []string{"stalking-harassment", "custody-inspection"} {
		for _, lang := range []string{"en", "cy"} {
			t.Run(name+" "+lang, func(t *testing.T) {
				pack, words := readSample(t, name, "2023-09", lang)
				check(t, pack, words)
			})
		}
	}
	for _, s := range []shape{{name: "one month", rows: 18, months: 1, themes: 5}, {name: "unmatched", rows: 9, months: 1, themes: 2, bare: true, unmatched: true},
		{name: "complete", rows: 12, months: 2, themes: 3, complete: true}} {
		t.Run(s.name, func(t *testing.T) {
			pack, words := s.pack(t)
			check(t, pack, words)
		})
	}
}

// Every headline figure and every stretch of a bar leads to the cell that names the recommendations behind it, and each can be asked for by the
// name that explain gives the figure.
func TestFiguresLeadToTheirLists(t *testing.T) {
	t.Parallel()
	fonts, err := NewFonts()
	require.NoError(t, err)
	smallPacks(t, func(t *testing.T, pack *report.Pack, words report.Words) {
		r := readBack(t, writePack(t, fonts, pack, words))
		dests := map[string]string{}
		names := r.Trailer().Key("Root").Key("Names").Key("Dests").Key("Names")
		for i := 0; i < names.Len(); i += 2 {
			dests[names.Index(i).RawString()] = names.Index(i + 1).String()
		}
		links := linksOf(r)
		expect := func(kind report.GroupKind, g *report.Group, f report.Figure) {
			if g.N(f) == 0 || f == report.Outstanding {
				return
			}
			dest := dests[figurename.Ref{Of: kind, ID: g.ID, Figure: f}.Name()]
			require.NotEmpty(t, dest, "%s %s", g.ID, f)
			group := named.Group(words, g)
			if kind == report.OfAll {
				group = words.Say("basis.all")
			}
			says := words.Say("pdf.list", "Group", group, "Figure", words.Say("figure."+string(f), "Days", pack.Rules.DueSoonDays), "N", g.N(f))
			assert.Contains(t, links[says], dest)
		}
		for _, tile := range reporttest.FrontOf(pack, words).Tiles {
			expect(report.OfAll, &pack.All, report.Figure(tile.Figure.Name))
		}
		for i := range pack.Themes {
			for _, f := range []report.Figure{report.FigComplete, report.AwaitingSignOff, report.FigInProgress, report.FigNotStarted, report.FigUnrecognised} {
				expect(report.OfThemes, &pack.Themes[i], f)
			}
		}
	})
}

// linksOf gives the places to which the links of all pages lead, by what is said of them.
func linksOf(r *reader.Reader) map[string][]string {
	out := map[string][]string{}
	for n := 1; n <= r.NumPage(); n++ {
		annots := r.Page(n).V.Key("Annots")
		for i := range annots.Len() {
			a := annots.Index(i)
			out[a.Key("Contents").Text()] = append(out[a.Key("Contents").Text()], a.Key("Dest").String())
		}
	}
	return out
}

// Without the part that lists them, and in a register too large for it, the figures lead nowhere, and the paper is whole.
func TestNoListsNoLinks(t *testing.T) {
	t.Parallel()
	small, words := shape{name: "small", rows: 9, months: 1, themes: 2}.pack(t)
	large, _ := shape{name: "large", rows: 60, months: 1, themes: 2}.pack(t)
	scope := content.Ref{Place: content.PlaceFigure, Of: string(report.OfAll), ID: small.All.ID, Name: string(report.InScope)}
	leads := func(pack *report.Pack, names ...string) (to, says string) {
		doc := content.Of(pack, words, nil)
		sections, err := doc.Paper(names)
		require.NoError(t, err)
		b := &book{doc: doc, words: words, entries: map[string]bool{}, behind: map[content.Ref]list{}}
		b.findPlaces(sections)
		return b.figureLink(scope)
	}
	to, _ := leads(small, "glance")
	assert.Empty(t, to)
	to, says := leads(small, "glance", "figures")
	assert.Equal(t, "figure in_scope", to)
	assert.Equal(t, fmt.Sprintf("All, In scope: %d. Go to the list.", small.All.N(report.InScope)), says)
	to, _ = leads(large)
	assert.Empty(t, to)
}
