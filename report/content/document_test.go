package content_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/reporttest"
	"boardpack/report/reporttest/pace"
)

// TestAnEditorialChangePublishes: how many recommendations a sentence names is no figure, and the proof has no say in it.
func TestAnEditorialChangePublishes(t *testing.T) {
	t.Parallel()
	pack := sample(t, "stalking-harassment")
	for _, lang := range []string{"en", "cy"} {
		w := words(t, lang)
		said := map[string]bool{}
		for _, names := range []int{1, 3, 6, 9} {
			doc := content.OfNaming(pack, w, names)
			publishes(t, pack, w, doc)
			text := ""
			doc.EachText(func(_ string, t content.Text) { text += t.Plain() + "\n" })
			said[text] = true
		}
		assert.Greater(t, len(said), 1, "the sentences differ")
	}
}

// TestEveryDocumentIsProved: whatever the register, each run and each cell of its Document is the value at its address, and the Document is
// the same when it was written and read.
func TestEveryDocumentIsProved(t *testing.T) {
	t.Parallel()
	pace.OneByOne(t)
	rules, _ := reporttest.Template(t)
	langs := []report.Words{words(t, "en"), words(t, "cy")}
	rapid.Check(t, func(rt *rapid.T) {
		months := reporttest.DrawHistory(rt)
		n := len(months) - 1
		pack, err := report.Build(months[n], months[:n], rules)
		require.NoError(rt, err)
		w := rapid.SampledFrom(langs).Draw(rt, "language")
		doc := content.Of(pack, w, nil)
		require.NoError(rt, check(t, pack, w).Document(doc))
		assertReadsBack(rt, doc)
		assertHeadingsUnique(rt, doc)
	})
}

// assertReadsBack holds that a Document has the same file when it was read from it, and the same texts.
func assertReadsBack(t require.TestingT, doc *content.Document) {
	data, err := doc.JSON()
	require.NoError(t, err)
	again, err := content.Read(data)
	require.NoError(t, err)
	written, err := again.JSON()
	require.NoError(t, err)
	require.Equal(t, string(data), string(written))
	require.Equal(t, len(doc.Tables), len(again.Tables))
	for i, table := range doc.Tables {
		require.Equal(t, len(table.Rows), len(again.Tables[i].Rows), table.ID)
		for r := range table.Rows {
			for c := range table.Rows[r].Cells {
				want, got := table.Rows[r].Cells[c], again.Tables[i].Rows[r].Cells[c]
				require.True(t, want.Text == got.Text && want.N == got.N && want.Date == got.Date && want.Kind == got.Kind && want.Missing == got.Missing,
					"%s, row %d, column %s: %v, %v", table.ID, r+1, table.Columns[c].ID, want, got)
			}
		}
	}
}

// assertHeadingsUnique holds that no table has one heading twice, whatever the case: Excel would not open it.
func assertHeadingsUnique(t require.TestingT, doc *content.Document) {
	for table := range doc.EachTable {
		seen := map[string]bool{}
		for _, c := range table.Columns {
			folded := content.FoldCase(c.Heading)
			if c.Heading == "" && table.ID != "" { // of a paper's table without headings, which is no table of Excel's
				continue
			}
			require.False(t, seen[folded], "%s has the heading %q twice", table.ID, c.Heading)
			seen[folded] = true
		}
	}
}

// TestViews holds what sections and sheets show of a table.
func TestViews(t *testing.T) {
	t.Parallel()
	doc := content.Of(sample(t, "stalking-harassment"), words(t, "en"), nil)
	changes := doc.Table("changes")
	dated := doc.View(&content.View{Table: "changes", Has: "days", Columns: []string{"days", "key", "no such column"}})
	others := doc.View(&content.View{Table: "changes", Lacks: "days"})
	assert.Equal(t, len(changes.Rows), len(dated.Rows)+len(others.Rows))
	require.Len(t, dated.Columns, 2)
	assert.Equal(t, "days", dated.Columns[0].ID)
	for _, row := range dated.Rows {
		assert.Len(t, row.Cells, 2)
		assert.Equal(t, content.HasValue, row.Cells[0].Missing)
		assert.Equal(t, row.Key, row.Cells[1].Text)
	}
	days := changes.Column("days")
	for _, row := range others.Rows {
		assert.NotEqual(t, content.HasValue, row.Cells[days].Missing)
	}
	assert.Len(t, changes.Columns, len(doc.Table("changes").Columns), "a view changes no table")
	inline := &content.Table{ID: "own"}
	assert.Equal(t, "own", doc.View(&content.View{Inline: inline}).ID)
	assert.Nil(t, doc.Table("none"))
	assert.Equal(t, -1, changes.Column("none"))
	assert.Empty(t, changes.Where(func(content.Row) bool { return false }).Rows)
	assert.NotEmpty(t, changes.Rows)
}

// TestReadSaysWhatIsWrong: a file that is no Document, or one that does not hold together.
func TestReadSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	cases := []struct{ name, data, err string }{
		{"nothing", "", "it is no file of what a pack says"},
		{"no JSON", "{", "it is no file of what a pack says"},
		{"another file", `[1]`, "it is no file of what a pack says"},
		{"another version", `{"schema":"boardpack.document/9"}`, `has the schema "boardpack.document/9"`},
		{"a table that is not there", `{"schema":"boardpack.document/2","sections":[{"id":"a","blocks":[{"table":{"table":"b"}}]}]}`, `shows the table "b"`},
		{"a table that is none", `{"schema":"boardpack.document/2","tables":[null]}`, "an empty place among its tables"},
		{"a bad address", `{"schema":"boardpack.document/2","title":[{"t":"1","r":"a/b/c/d/e"}]}`, "it is no file of what a pack says"},
	}
	for _, c := range cases {
		_, err := content.Read([]byte(c.data))
		assert.ErrorContains(t, err, c.err, c.name)
	}
}

// FuzzReadDocument: any file is read or refused, and what is read is written and read again.
func FuzzReadDocument(f *testing.F) {
	doc := content.Of(reporttest.Build(f, reporttest.Register(report.Recommendation{Ref: "1"})), words(f, "en"), nil)
	data, err := doc.JSON()
	require.NoError(f, err)
	f.Add(data)
	for _, s := range []string{"{}", `{"schema":"boardpack.document/2"}`, `{"schema":"boardpack.document/1","tables":[null]}`,
		`{"schema":"boardpack.document/2","tables":[{"id":"a","columns":[],"rows":[{"cells":[1]}]}]}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := content.Read(data)
		if err != nil {
			return
		}
		again, err := d.JSON()
		require.NoError(t, err)
		_, err = content.Read(again)
		require.NoError(t, err, fmt.Sprintf("%.200s", again))
	})
}
