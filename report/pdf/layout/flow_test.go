package layout

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report/golden"
)

// A row that is much taller than a page goes on over pages, with every letter of every cell.
func TestRowsAreSplitWithoutLoss(t *testing.T) {
	t.Parallel()
	long := func(name string, n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "%s%d ", name, i)
		}
		return b.String() + strings.Repeat("Llanfairpwllgwyngyll", 20)
	}
	table := Table{Columns: []Column{{Head: "Ref", Fit: true, Heads: true}, {Head: "One", Weight: 2}, {Head: "Two", Weight: 1}}}
	var want [3][]string
	for i, n := range []int{3, 900, 10, 2500, 1, 40, 300} {
		cells := []string{fmt.Sprintf("r%d", i), long(fmt.Sprintf("a%dx", i), n), long(fmt.Sprintf("b%dx", i), n/2)}
		row := Row{}
		for c, text := range cells {
			want[c] = append(want[c], letters(text))
			row.Cells = append(row.Cells, Cell{Runs: Plain(text)})
		}
		table.Rows = append(table.Rows, row)
	}
	c, err := Compose([]Block{table}, options(t))
	require.NoError(t, err)
	assert.Greater(t, len(c.Pages), 10)
	assert.Empty(t, c.Faults())

	var dump bytes.Buffer
	require.NoError(t, c.DumpTags(&dump))
	for i, row := range rowsOf(dump.String()) {
		for column := range want {
			assert.Equal(t, want[column][i], row[column], "row %d, column %d", i, column)
		}
	}
}

// rowsOf reads the letters of each cell out of a dump of the tags.
func rowsOf(dump string) [][]string {
	var rows [][]string
	for _, line := range strings.Split(dump[strings.Index(dump, "TBody"):], "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "TR":
			rows = append(rows, nil)
		case strings.HasPrefix(line, "TD"), strings.HasPrefix(line, "TH"):
			rows[len(rows)-1] = append(rows[len(rows)-1], "")
		case strings.HasPrefix(line, `"`):
			row := rows[len(rows)-1]
			row[len(row)-1] += letters(strings.Trim(line, `"`))
		}
	}
	return rows
}

func TestEveryBlockStandsInsideThePage(t *testing.T) {
	t.Parallel()
	c, err := Compose(sample(60), options(t))
	require.NoError(t, err)
	assert.Empty(t, c.Faults())
}

func TestHeadingsStayWithWhatFollows(t *testing.T) {
	t.Parallel()
	var blocks []Block
	for i := range 60 {
		blocks = append(blocks,
			Heading{Level: i%2 + 1, Text: Plain(fmt.Sprintf("Heading %d", i))},
			Paragraph{Runs: Plain(strings.Repeat("Some words to fill a line or two. ", i%9+1))})
	}
	c, err := Compose(blocks, options(t))
	require.NoError(t, err)
	for i, p := range c.Pages {
		last := p.Texts[len(p.Texts)-1]
		assert.NotContains(t, []string{"H1", "H2", "H3"}, last.Tag.String(), "page %d ends with a heading", i+1)
	}
}

func TestSameInputSameBytes(t *testing.T) {
	t.Parallel()
	var first, second bytes.Buffer
	require.NoError(t, Write(&first, sample(30), options(t)))
	require.NoError(t, Write(&second, sample(30), options(t)))
	assert.True(t, bytes.Equal(first.Bytes(), second.Bytes()))
}

func TestLinkToNowhereIsAnError(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	err := Write(&out, []Block{Paragraph{Runs: []Run{{Text: "see", To: "nowhere"}}}}, options(t))
	assert.EqualError(t, err, `a link leads to "nowhere", which is nowhere in the document`)
	assert.Zero(t, out.Len())
}

// TestGolden keeps what a document of every block is: its tags with their texts, and where each text stands.
func TestGolden(t *testing.T) {
	t.Parallel()
	c, err := Compose(sample(4), options(t))
	require.NoError(t, err)
	var tags, texts bytes.Buffer
	require.NoError(t, c.DumpTags(&tags))
	require.NoError(t, c.dumpTexts(&texts))
	golden.Compare(t, "tags.txt", tags.String())
	golden.Compare(t, "texts.txt", texts.String())
}
