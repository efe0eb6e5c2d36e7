package batch_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/proof/tagged"
	"boardpack/report/reporttest/pace"
)

// tooManyPages says what to do about a paper that has more pages than a board reads.
const tooManyPages = "limit what the paper lists by a field of measures in report/content/editions.go: the workbook has it all"

// TestPagesOfAPaper: with texts as long as the sample's, a paper keeps within its pages, however many recommendations there are, and is
// proved as any other.
func TestPagesOfAPaper(t *testing.T) {
	pace.OncePerKind(t)
	for _, c := range []struct{ rows, pages int }{{19, 14}, {30, 18}, {31, 18}, {60, 18}, {61, 30}, {400, 30}, {401, 40}, {2000, 40}, {5000, 40}} {
		if c.rows > 1000 && !pace.IsThorough() {
			continue
		}
		t.Run(fmt.Sprint(c.rows), func(t *testing.T) {
			t.Parallel()
			o := editionsOf(t, content.ThePaper)
			o.Input, o.Words, o.Outputs = registerLikeTheSample(t, o, c.rows), o.Words[:1], []string{"pdf"}
			built(t, o)
			doc, err := tagged.Read(read(t, filepath.Join(o.Out, "2023-09", "m-2023-09-en.pdf")))
			require.NoError(t, err)
			assert.LessOrEqual(t, len(doc.Pages), c.pages, tooManyPages)
		})
	}
}

// TestPagesOfTheSample: thirteen in English, fourteen in Welsh, and the last page of each is at least a quarter full.
func TestPagesOfTheSample(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	o := editionsOf(t, content.ThePaper)
	built(t, o)
	for lang, most := range map[string]int{"en": 13, "cy": 14} {
		doc, err := tagged.Read(read(t, filepath.Join(o.Out, "2023-09", "stalking-harassment-2023-09-"+lang+".pdf")))
		require.NoError(t, err)
		assert.LessOrEqual(t, len(doc.Pages), most, "%s: %s", lang, tooManyPages)
		last := doc.Pages[len(doc.Pages)-1]
		lowest := last.Height
		for _, text := range last.Texts {
			if text.Y > last.Height/10 { // above what stands at the foot
				lowest = min(lowest, text.Y)
			}
		}
		assert.Less(t, lowest, last.Height*3/4, lang)
	}
}

// registerLikeTheSample writes masters of two months with so many recommendations, whose texts are the sample's, over and over. Some are
// done, some late, and some of each changed since the month before.
func registerLikeTheSample(t *testing.T, o batch.Options, rows int) string {
	t.Helper()
	sample, err := master.Read("../../input/2023-09/stalking-harassment.xlsx", master.Options{Month: o.Months[0], Vocabulary: o.Vocabulary, Rules: o.Rules})
	require.NoError(t, err)
	dir := t.TempDir()
	for _, month := range []report.Month{{Year: 2023, Month: 8}, {Year: 2023, Month: 9}} {
		require.NoError(t, os.MkdirAll(filepath.Join(dir, month.String()), 0o755))
		file, err := os.Create(filepath.Join(dir, month.String(), "m.csv"))
		require.NoError(t, err)
		w := csv.NewWriter(file)
		require.NoError(t, w.Write([]string{"Ref", "Theme", "Recommendation", "Status", "Response", "Owner", "Sign-off", "Original due", "Due", "Reason for change", "Completed", "Updated", "Progress note"}))
		for i := range rows {
			require.NoError(t, w.Write(rowLikeTheSample(&sample.Recommendations[i%len(sample.Recommendations)], i, month)))
		}
		w.Flush()
		require.NoError(t, w.Error())
		require.NoError(t, file.Close())
	}
	return dir
}

// rowLikeTheSample gives the fields of a row: one in four is complete, one in twelve awaits sign-off, one in six of the rest is late.
func rowLikeTheSample(r *report.Recommendation, i int, month report.Month) []string {
	later := month.Month == 9
	status, signOff, completed, reason := "In progress", "", "", ""
	original := dates.NewDate(2023, 10, 1).AddDays(i * 7 % 400)
	due := original
	switch {
	case i%4 == 0, i%40 == 3 && later:
		status, signOff, completed = "Complete", "Agreed", "2023-08-20"
	case i%12 == 1:
		status, signOff, completed = "Complete", "Asked", "2023-08-25"
	case i%6 == 5:
		original = dates.NewDate(2023, 7, 1).AddDays(i % 60)
		due = original
	case i%30 == 9 && later:
		due, reason = original.AddDays(60), r.Reason
	case i%5 == 2:
		status = "Not started"
	}
	written := due.String()
	if i%21 == 10 {
		written = ""
	}
	text := func(t report.Text) string { return t["en"] }
	return []string{fmt.Sprint(i + 1), r.Themes[0], text(r.Text), status, text(r.Response), r.Owner, signOff, original.String(), written, reason,
		completed, month.LastDay().String(), text(r.Progress)}
}
