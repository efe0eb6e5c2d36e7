package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/content"
	"boardpack/tools/bench"
)

// TestTimesAreOfRoundsThatBothRan: a round that one sat out is compared with nothing.
func TestTimesAreOfRoundsThatBothRan(t *testing.T) {
	ours := &outcome{rounds: []took{{seconds: 1, work: 2}, {seconds: 2, work: 2}, {}}}
	peer := &outcome{rounds: []took{{seconds: 3, work: 3}, {}, {seconds: 9, work: 9}}}
	assert.Equal(t, []float64{3}, peer.times(ours, seconds))
	assert.Equal(t, []float64{1.5}, peer.times(ours, work))
	assert.Equal(t, []float64{3, 9}, peer.took(seconds))
	assert.Equal(t, []float64{2, 1}, ours.took(cores))
}

// TestEachViewHasItsOwnOurs: the same runs of a peer stand beside each edition, with the times of that.
func TestEachViewHasItsOwnOurs(t *testing.T) {
	c := &contest{rows: 2000, views: []view{{"pack, paper", 0, []int{0, 2}}, {"pack, record", 1, []int{1, 2}}, {"pack", 0, []int{3}}}}
	results := []outcome{
		{name: "boardpack", rounds: []took{{1, 2, 90e6}}, made: output{pages: 40, bytes: 400e3, sheets: 10}},
		{name: "boardpack", rounds: []took{{2, 3, 80e6}}},
		{name: "peer", rounds: []took{{8, 8, 50e6}}},
		{name: "other", why: "not installed"},
	}
	var out bytes.Buffer
	printContest(&out, c, results)
	assert.Equal(t, `| pack, paper | boardpack | 1 | 1 s |  | 2 s |  | 2 | 90 | 40 | 10 | 10 | 2250 |
| pack, paper | peer | 1 | 8 s | **8** | 8 s | **4** | 1 | 50 |  |  |  |  |
| pack, record | boardpack | 1 | 2 s |  | 3 s |  | 1.5 | 80 |  |  |  |  |
| pack, record | peer | 1 | 8 s | **4** | 8 s | **2.7** | 1 | 50 |  |  |  |  |
| pack | other |  | not installed |  |  |  |  |  |  |  |  |  |
`, out.String())
}

// TestTooMuchIsNotBegun: a size is left out when a smaller one shows that it goes beyond the limits, and not otherwise.
func TestTooMuchIsNotBegun(t *testing.T) {
	sized := func(rows int) *contest {
		return &contest{rows: rows, views: []view{{job: "PDF of " + some(rows) + ", record edition"}}}
	}
	p := &paces{map[string]pace{}, 8e9}
	p.note(sized(200), &outcome{name: "peer", rounds: []took{{seconds: 9, peak: 100e6}}})
	assert.Empty(t, p.tooMuch("peer", sized(200), time.Minute))
	assert.Equal(t, "not run: by 200 it takes some 2 minutes, over 1m0s", p.tooMuch("peer", sized(2000), time.Minute))
	assert.Empty(t, p.tooMuch("peer", sized(2000), 2*time.Minute))
	assert.Equal(t, "not run: by 200 it takes some 10 GB of memory", p.tooMuch("peer", sized(20000), time.Hour))
	assert.Empty(t, p.tooMuch("another", sized(20000), time.Minute))
	other := sized(2000)
	other.views[0].job = "PDF of 2000, paper edition"
	assert.Empty(t, p.tooMuch("peer", other, time.Minute), "of another job nothing is known")
}

// TestPageTakesTheTables: what is between the lines is replaced, and the rest of the document stays; the document of this project has them.
func TestPageTakesTheTables(t *testing.T) {
	got, err := between("a\n"+begins+"\nold\n"+ends+"\nb\n", "\nnew\n")
	require.NoError(t, err)
	assert.Equal(t, "a\n"+begins+"\n\nnew\n\n"+ends+"\nb\n", got)
	again, err := between(got, "new")
	require.NoError(t, err)
	assert.Equal(t, got, again)
	for _, text := range []string{"a\n", begins + "\n", ends + "\n" + begins + "\n", begins + "\n" + ends + "\n" + begins + "\n" + ends + "\n"} {
		_, err := between(text, "new")
		assert.ErrorContains(t, err, "it does not have the lines", text)
	}
	data, err := os.ReadFile("../" + page)
	require.NoError(t, err)
	_, err = between(string(data), "new")
	assert.NoError(t, err)
}

// TestCompiledIn tells modules that Python compiled from those that it had kept.
func TestCompiledIn(t *testing.T) {
	assert.Equal(t, []string{"/lib/json/tool.py"}, compiledIn("# /c/json/__init__.pyc matches /lib/json/__init__.py\n# code object from '/c/json/__init__.pyc'\n# code object from /lib/json/tool.py\n# wrote '/c/json/tool.pyc'\n"))
}

// TestEnvironmentIsPlain: what the caller's environment tunes on either side does not count.
func TestEnvironmentIsPlain(t *testing.T) {
	for _, name := range []string{"PYTHONDONTWRITEBYTECODE", "PYTHONOPTIMIZE", "GOGC"} {
		t.Setenv(name, "1")
	}
	t.Setenv("PYTHONPYCACHEPREFIX", "")
	require.NoError(t, plainEnvironment("/kept"))
	assert.Empty(t, os.Getenv("PYTHONDONTWRITEBYTECODE")+os.Getenv("PYTHONOPTIMIZE")+os.Getenv("GOGC"))
	assert.Equal(t, "/kept", os.Getenv("PYTHONPYCACHEPREFIX"))
	assert.NotEmpty(t, os.Getenv("PATH"))
}

// TestSharesAddUp: the masters of a portfolio have all of its rows, as evenly as can be.
func TestSharesAddUp(t *testing.T) {
	sum := 0
	for n := 1; n <= 1290; n++ {
		of := share(62700, 1290, n)
		assert.Contains(t, []int{48, 49}, of)
		sum += of
	}
	assert.Equal(t, 62700, sum)
}

// TestPeersHaveTheWordsOfThePaper: the peers lay out what boardpack's PDF says, drawings in words.
func TestPeersHaveTheWordsOfThePaper(t *testing.T) {
	b, err := bench.New()
	require.NoError(t, err)
	registers, err := b.Registers(bench.Shape{Rows: 40, Months: 13})
	require.NoError(t, err)
	pack, err := b.Build(registers)
	require.NoError(t, err)
	for _, edition := range editionsOf(large) {
		doc := said(b, pack, edition)
		var text strings.Builder
		for _, block := range paperOf(doc).Blocks {
			text.WriteString(block.Heading + block.Label + block.Text + "\n")
			if block.Table != nil {
				for _, row := range append([][]string{block.Table.Columns}, block.Table.Rows...) {
					assert.Len(t, row, len(block.Table.Widths))
					text.WriteString(strings.Join(row, "\n") + "\n")
				}
			}
		}
		kinds := 0
		for _, s := range doc.Sections {
			for i := range s.Blocks {
				kinds += holdsWords(t, text.String(), &s.Blocks[i])
			}
		}
		assert.Greater(t, kinds, 30, "blocks were looked at")
	}
}

// holdsWords looks for the words of a block, and gives 1 where it is of a kind that has any.
func holdsWords(t *testing.T, text string, b *content.Block) int {
	t.Helper()
	switch {
	case b.Tiles != nil:
		assert.Contains(t, text, b.Tiles.Tiles[0].Label.Plain())
	case b.Bars != nil:
		assert.Contains(t, text, b.Bars.Bars[0].Label.Plain()+"\n"+b.Bars.Bars[0].Figures.Plain())
	case b.Chart != nil:
		assert.Contains(t, text, b.Chart.Alt.Plain())
	case b.Heading != nil:
		assert.Contains(t, text, b.Heading.Text.Plain())
	case b.Paragraph != nil:
		assert.Contains(t, text, b.Paragraph.Text.Plain())
	case b.Facts != nil:
		assert.Contains(t, text, b.Facts.Facts[0].Label.Plain())
	case b.Card != nil:
		assert.Contains(t, text, b.Card.Entry().Text.Text)
	default:
		return 0
	}
	return 1
}
