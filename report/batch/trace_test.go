package batch_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/explain"
	"boardpack/report/figurename"
	"boardpack/report/figurerule"
	"boardpack/report/proof/sheets"
	"boardpack/report/proof/tagged"
	"boardpack/report/reporttest/pace"
)

// TestEveryFigureLeadsToTheSameRows holds, for every figure of every pack of the sample, that the rows which explain names are the
// refs of figures.json, the rows that the filter shows in the written workbook, and the list in the written PDF, which has the
// figures of the whole and of the themes.
func TestEveryFigureLeadsToTheSameRows(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	o := options(t)
	o.All = true
	out := sample(t)
	packs, err := batch.Packs(context.Background(), o)
	require.NoError(t, err)
	require.Len(t, packs, len(samplePacks()))
	figures := 0
	for _, p := range packs {
		require.NoError(t, p.Err)
		name := p.Name + "-" + p.Month.String()
		t.Run(name, func(t *testing.T) {
			traced := tracedFiles{pack: p.Pack, words: o.Words[0], refs: figuresOf(t, out, p.Month.String(), p.Name)}
			traced.read(t, filepath.Join(out, p.Month.String(), name+"-en"))
			for _, ref := range figurename.All(p.Pack) {
				if isCount(ref.Figure) {
					traced.compare(t, ref)
					figures++
				}
			}
		})
	}
	t.Logf("%d figures of %d packs", figures, len(packs))
	assert.Greater(t, figures, 1000)
}

func isCount(f report.Figure) bool {
	for _, rule := range report.Figures() {
		if rule.Name == f {
			return true
		}
	}
	return false
}

// tracedFiles are the files of a pack, as they were read back.
type tracedFiles struct {
	pack     *report.Pack
	words    report.Words
	filters  *explain.Filters
	refs     map[string]any // figures.json
	register *sheets.Table
	lists    map[string]string // of the PDF: the keys by group and figure
}

func (f *tracedFiles) read(t *testing.T, stem string) {
	t.Helper()
	data, err := os.ReadFile(stem + ".xlsx")
	require.NoError(t, err)
	book, err := sheets.Read(data)
	require.NoError(t, err)
	f.register = book.Tables["Recommendations"]
	require.NotNil(t, f.register)
	f.filters = explain.NewFilters(f.pack, f.words)
	data, err = os.ReadFile(stem + ".pdf")
	require.NoError(t, err)
	doc, err := tagged.Read(data)
	require.NoError(t, err)
	f.lists = map[string]string{}
	part := ""
	for _, e := range doc.Root.All("H2", "Table") {
		if e.Tag == "H2" {
			part = e.Text()
		}
		if e.Tag != "Table" || part != f.words.Say("basis.title") {
			continue
		}
		rows := e.All("TR")
		heads := rows[0].All("TH")
		for _, row := range rows[1:] {
			cells := row.All("TH", "TD")
			for i := 1; i < len(cells)-1 && len(cells) == len(heads); i++ {
				f.lists[heads[i].Text()+"/"+cells[0].Text()] = strings.Trim(cells[i].Text(), f.words.Say("value.none_sign"))
			}
		}
	}
	require.NotEmpty(t, f.lists)
}

// compare compares the four sets of one figure.
func (f *tracedFiles) compare(t *testing.T, ref figurename.Ref) {
	t.Helper()
	explanation, err := explain.Of(f.pack, f.words, ref)
	require.NoError(t, err)
	explained := []string{}
	for _, row := range explanation.Rows {
		explained = append(explained, row.Key)
	}
	keys := strings.Join(explained, ", ")
	assert.Equal(t, strings.Join(f.published(ref), ", "), keys, "figures.json: %s", ref.Name())
	assert.Equal(t, strings.Join(f.filtered(t, ref), ", "), keys, "the workbook: %s: %s", ref.Name(), explanation.Filter)
	label := f.words.Say("figure."+string(ref.Figure), "Days", f.pack.Rules.DueSoonDays)
	if listed, ok := f.lists[explanation.Group+"/"+label]; ok && ref.Of == report.OfThemes { // the paper names no others
		assert.Equal(t, listed, keys, "the PDF: %s", ref.Name())
	}
}

// published gives the refs of figures.json.
func (f *tracedFiles) published(ref figurename.Ref) []string {
	group, _ := f.refs["all"].(map[string]any)
	if ref.Of != report.OfAll {
		for _, g := range f.refs[string(ref.Of)].([]any) {
			if g := g.(map[string]any); g["id"] == ref.ID {
				group = g
			}
		}
	}
	keys, _ := group["refs"].(map[string]any)[string(ref.Figure)].([]any)
	var out []string
	for _, key := range keys {
		out = append(out, key.(string))
	}
	return out
}

// filtered gives the keys of the rows that the filter shows in the workbook as it was written.
func (f *tracedFiles) filtered(t *testing.T, ref figurename.Ref) []string {
	t.Helper()
	filter := f.filters.For(ref)
	require.True(t, filter.Exact, "%s has no filter", ref.Name())
	var out []string
	for _, row := range f.register.Rows {
		if f.shows(t, filter, row) {
			out = append(out, row[0])
		}
	}
	return out
}

func (f *tracedFiles) shows(t *testing.T, filter figurerule.Filter, row []string) bool {
	t.Helper()
	for _, choice := range filter.Choices {
		column := -1
		for i, heading := range f.register.Headings {
			if heading == choice.Heading {
				column = i
			}
		}
		require.GreaterOrEqual(t, column, 0, "the sheet has no column %q", choice.Heading)
		if !choice.Shows(row[column]) {
			return false
		}
	}
	return true
}
