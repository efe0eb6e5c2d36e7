package batch_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/master"
	"boardpack/report/reporttest"
	"boardpack/report/reporttest/pace"
	"boardpack/report/workbook"
)

// TestAWorkbookCanBeTheNextMaster: read back as a master, the workbook of a pack says of itself what the master said, has
// the master's own other columns and no more, and gives the same figures. Texts come back in both languages.
func TestAWorkbookCanBeTheNextMaster(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	for _, themes := range []int{0, 20} { // more themes push what the workbook says of itself far down its sheet
		canBeTheNext(t, themes)
	}
}

func canBeTheNext(t *testing.T, themes int) {
	template := reporttest.Shipped(t)
	for i := range themes {
		name := fmt.Sprintf("Theme %c", 'A'+i)
		template.Rules.Themes = append(template.Rules.Themes, report.Theme{ID: fmt.Sprintf("more_%d", i), Name: report.Text{"en": name, "cy": name}})
	}
	read := func(name string, data []byte, path string) *report.Register {
		o := master.Options{Month: report.Month{Year: 2023, Month: 9}, Vocabulary: &template.Vocabulary, Rules: &template.Rules}
		var r *report.Register
		var err error
		if path != "" {
			r, err = master.Read(path, o)
		} else {
			r, err = master.ReadBytes(name, data, o)
		}
		require.NoError(t, err)
		return r
	}
	for _, name := range []string{"stalking-harassment", "custody-inspection"} {
		first := read("", nil, "../../input/2023-09/"+name+".xlsx")
		first.About.Draft, first.AsAt = true, first.AsAt.AddDays(-3)
		pack, err := report.Build(first, nil, &template.Rules)
		require.NoError(t, err)
		for _, lang := range []string{"en", "cy"} {
			words, err := template.Words(lang)
			require.NoError(t, err)
			var book bytes.Buffer
			require.NoError(t, workbook.Write(&book, pack, content.Of(pack, words, nil), words, workbook.Options{}))
			again := read(name+".xlsx", book.Bytes(), "")
			assert.Equal(t, first.AsAt, again.AsAt, lang)
			assert.True(t, again.About.Draft, lang)
			assert.Equal(t, first.About.Illustrative, again.About.Illustrative, lang)
			assert.Equal(t, first.About.MeetingDate, again.About.MeetingDate, lang)
			assert.Equal(t, first.About.Published, again.About.Published, lang)
			assert.Equal(t, first.About.Marking, again.About.Marking, lang)
			assert.Equal(t, first.About.Texts(), again.About.Texts(), lang)
			assert.Equal(t, first.ExtraColumns, again.ExtraColumns, lang)
			for _, p := range again.Problems {
				assert.NotContains(t, []string{"unknown-about-key", "repeated-about-key", "duplicate-column", "not-yes-or-no", "formula-no-value"}, p.Code, "%s: %s", lang, p.Where())
			}
			back, err := report.Build(again, nil, &template.Rules)
			require.NoError(t, err)
			for _, f := range report.Figures() {
				assert.Equal(t, pack.All.Keys(f.Name), back.All.Keys(f.Name), "%s of %s in %s", f.Name, name, lang)
			}
		}
	}
}
