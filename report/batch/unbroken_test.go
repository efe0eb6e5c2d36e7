package batch_test

import (
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/proof/tagged"
	"boardpack/report/reporttest/pace"
)

// TestNothingIsParted: in the paper and the record of the sample, in both languages, no line ends within a date, a ref, a number of days or
// of a page, or a rating.
func TestNothingIsParted(t *testing.T) {
	t.Parallel()
	pace.OncePerKind(t)
	o := editionsOf(t, content.ThePaper, content.TheRecord)
	built(t, o)
	for _, name := range []string{"stalking-harassment", "custody-inspection"} {
		for _, w := range o.Words {
			whole := regexp.MustCompile(neverParted(w))
			for _, edition := range []string{"", "-record"} {
				file := name + "-2023-09-" + w.Lang() + edition + ".pdf"
				doc, err := tagged.Read(read(t, filepath.Join(o.Out, "2023-09", file)))
				require.NoError(t, err)
				lines := 0
				for i, page := range doc.Pages {
					for n := 1; n < len(page.Texts); n++ {
						before, after := page.Texts[n-1], page.Texts[n]
						if before.Y == after.Y || before.Y-after.Y > 20 || after.X > before.X+before.Width {
							continue // beside it, or of another column
						}
						lines++
						assert.False(t, spans(whole, before.Text, after.Text), "%s, page %d: %q | %q", file, i+1, before.Text, after.Text)
					}
				}
				assert.Greater(t, lines, 100, file)
			}
		}
	}
	assert.True(t, spans(regexp.MustCompile(neverParted(o.Words[0])), "It was due on 31 Aug ", "2023 and the date passed."))
	assert.True(t, spans(regexp.MustCompile(neverParted(o.Words[1])), "36 diwrnod yn ", "hwyr"))
}

// neverParted is a pattern of what stands on one line.
func neverParted(w report.Words) string {
	var months, ratings []string
	for i := range 12 {
		m := report.Month{Year: 2023, Month: 1}
		for range i {
			m = m.Next()
		}
		months = append(months, regexp.QuoteMeta(w.MonthAlone(m)), regexp.QuoteMeta(w.Say("month.short."+strconv.Itoa(i+1))))
	}
	for _, r := range report.Ratings() {
		if word := w.Say("rating." + strings.ReplaceAll(string(r), " ", "_")); strings.Contains(word, " ") {
			ratings = append(ratings, regexp.QuoteMeta(word))
		}
	}
	date := `\b[0-9]{1,2} (` + strings.Join(months, "|") + `)( 20[0-9]{2})?\b`
	return strings.Join(append(ratings, date, `\b(p|t|d)\. [0-9]+`, `\b[0-9]+ days late`, `\b[0-9]+ diwrnod yn hwyr`), "|")
}

// spans tells whether what is never parted goes on from one line to the next.
func spans(whole *regexp.Regexp, before, after string) bool {
	clean := func(s string) string { return strings.ReplaceAll(s, "\u00A0", " ") }
	before, after = strings.TrimRight(clean(before), " ")+" ", strings.TrimLeft(clean(after), " ")
	both := before + after
	for _, at := range whole.FindAllStringIndex(both, -1) {
		label := strings.HasPrefix(both[at[1]:], ":") // "August: 2" is no day
		if at[0] < len(before)-1 && at[1] > len(before) && !label {
			return true
		}
	}
	return false
}
