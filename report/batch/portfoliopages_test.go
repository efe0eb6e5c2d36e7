package batch_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/content"
	"boardpack/report/dates"
	"boardpack/report/master"
	"boardpack/report/proof/tagged"
	"boardpack/report/reporttest/pace"
)

// TestPagesOfAPortfolio: the paper on several reviews is proved in both languages, keeps within its pages, however many reviews there are
// and though some are missing, and its page 1 stays one page.
func TestPagesOfAPortfolio(t *testing.T) {
	pace.OncePerKind(t)
	for _, c := range []struct{ reviews, gone, pages int }{{2, 0, 8}, {12, 1, 12}, {14, 2, 12}, {15, 0, 13}, {40, 3, 15}} {
		if (c.reviews == 12 || c.reviews > 15) && !pace.IsThorough() {
			continue
		}
		t.Run(fmt.Sprint(c.reviews), func(t *testing.T) {
			t.Parallel()
			o := editionsOf(t, content.ThePaper)
			o.Input, o.Portfolio, o.Outputs = reviewsLikeTheSample(t, o, c.reviews, c.gone), true, []string{"pdf"}
			if c.reviews > 2 && !pace.IsThorough() { // Welsh needs more room
				o.Words = o.Words[1:]
			}
			built(t, o)
			said := map[string][]string{"en": {"other reviews", "Each review has"}, "cy": {"adolygiad arall", "Mae gan bob adolygiad"}}
			for _, w := range o.Words {
				lang, words := w.Lang(), said[w.Lang()]
				doc, err := tagged.Read(read(t, filepath.Join(o.Out, "2023-09", "portfolio-2023-09-"+lang+".pdf")))
				require.NoError(t, err)
				assert.LessOrEqual(t, len(doc.Pages), c.pages, "%s: %s", lang, tooManyPages)
				front := textOf(&doc.Pages[0])
				assert.Equal(t, c.reviews > 14, strings.Contains(front, words[0]), "%s: %s", lang, front)
				assert.Contains(t, strings.Join(strings.Fields(front), " "), words[1], "the note below the table is on page 1")
			}
		})
	}
}

// textOf is the text of a page, one piece after the other.
func textOf(p *tagged.Page) string {
	var out strings.Builder
	for _, text := range p.Texts {
		out.WriteString(text.Text + " ")
	}
	return out.String()
}

// reviewsLikeTheSample writes masters of two months, whose texts are the sample's, over and over: so many reviews, and some more that only
// the month before has.
func reviewsLikeTheSample(t *testing.T, o batch.Options, reviews, gone int) string {
	t.Helper()
	subjects := []string{"Custody inspection", "Child protection revisit", "Response to rape", "Crime data integrity", "Stalking and harassment",
		"Digital forensics", "Call handling review", "Counter-corruption", "Firearms licensing", "Stop and search", "Fraud", "Mental health crisis care"}
	sample, err := master.Read("../../input/2023-09/stalking-harassment.xlsx", master.Options{Month: o.Months[0], Vocabulary: o.Vocabulary, Rules: o.Rules})
	require.NoError(t, err)
	dir := t.TempDir()
	for _, month := range []report.Month{{Year: 2023, Month: 8}, {Year: 2023, Month: 9}} {
		require.NoError(t, os.MkdirAll(filepath.Join(dir, month.String()), 0o755))
		n := reviews
		if month.Month == 8 {
			n += gone
		}
		for i := range n {
			name := subjects[i%len(subjects)]
			if i >= len(subjects) {
				name += fmt.Sprint(" ", i/len(subjects)+1)
			}
			writeReview(t, filepath.Join(dir, month.String(), strings.ReplaceAll(strings.ToLower(name), " ", "-")+".xlsx"), name, sample, month, i)
		}
	}
	return dir
}

// writeReview writes the master of one review: the more of it is overdue, the lower its number, and of every third nothing.
func writeReview(t *testing.T, path, name string, sample *report.Register, month report.Month, number int) {
	t.Helper()
	rows := 8 + number*7%18
	f := excelize.NewFile()
	defer f.Close()
	require.NoError(t, f.SetSheetName("Sheet1", "Recommendations"))
	heads := []string{"Ref", "Theme", "Recommendation", "Status", "Response", "Owner", "Sign-off", "Original due", "Due", "Reason for change", "Completed", "Updated", "Progress note"}
	require.NoError(t, f.SetSheetRow("Recommendations", "A1", &heads))
	for i := range rows {
		row := rowLikeTheSample(&sample.Recommendations[(number+i)%len(sample.Recommendations)], 5*number+i, month)
		row[0] = fmt.Sprint(i + 1)
		if number%3 == 2 && row[3] != "Complete" {
			row[7], row[8] = "2024-03-31", "2024-03-31"
		}
		require.NoError(t, f.SetSheetRow("Recommendations", fmt.Sprint("A", i+2), &row))
	}
	_, err := f.NewSheet("About")
	require.NoError(t, err)
	for i, fact := range [][]any{{"Title", name, "Adolygiad: " + name}, {"Organisation", "Dyfed-Powys Police", "Heddlu Dyfed-Powys"}, {"Board", "Policing Board", "Bwrdd Plismona"},
		{"Meeting date", "2023-10-12"}, {"Published", dates.NewDate(2021, 3, 3).AddDays(20 * number).String()}, {"Marking", "OFFICIAL"}, {"Illustrative", "Yes"}} {
		require.NoError(t, f.SetSheetRow("About", fmt.Sprint("A", i+1), &fact))
	}
	require.NoError(t, f.SaveAs(path))
}
