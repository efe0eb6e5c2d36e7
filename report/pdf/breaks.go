package pdf

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"boardpack/report"
	"boardpack/report/pdf/layout"
)

// breaks finds the words that are never parted at the end of a line: a day with its month and year, a number with what it counts,
// a page with its number.
type breaks struct{ pattern *regexp.Regexp }

// newBreaks reads the months and units of a language. English dates stand in packs of other languages, too.
func newBreaks(words report.Words) *breaks {
	months := strings.Split("January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec", " ")
	for i := 1; i <= 12; i++ {
		months = append(months, words.Say("month."+strconv.Itoa(i)), words.Say("month.short."+strconv.Itoa(i)))
	}
	units := strings.Split(words.Say("pdf.units"), ",")
	return &breaks{regexp.MustCompile(`\b[0-9]{1,2}(st|nd|rd|th)? (` + alternatives(months) + `)( [0-9]{4})?\b|\b[0-9]+ (` + alternatives(units) +
		`)\b|\b(p|t|d)\. [0-9]+|\b(` + alternatives(months) + `) [0-9]{4}\b`)}
}

// alternatives is a pattern for any of the texts, the longest first.
func alternatives(texts []string) string {
	out := make([]string, 0, len(texts))
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" && !slices.Contains(out, regexp.QuoteMeta(t)) {
			out = append(out, regexp.QuoteMeta(t))
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return strings.Join(out, "|")
}

const noBreak = "\u00A0"

// unbroken gives the runs with spaces at which no line ends within such words, also where that goes over several runs.
func (b *breaks) unbroken(runs []layout.Run) []layout.Run {
	whole := ""
	for _, r := range runs {
		whole += r.Text
	}
	if runs = withPages(runs); !strings.ContainsAny(whole, "0123456789") {
		return runs
	}
	found := b.pattern.FindAllStringIndex(whole, -1)
	if len(found) == 0 {
		return runs
	}
	out := slices.Clone(runs)
	at := 0
	for i := range out {
		var text strings.Builder
		for j, r := range runs[i].Text {
			if r == ' ' && within(found, at+j) {
				text.WriteString(noBreak)
			} else {
				text.WriteRune(r)
			}
		}
		at += len(runs[i].Text)
		if utf8.ValidString(runs[i].Text) {
			out[i].Text = text.String()
		}
	}
	return out
}

// withPages keeps the number of a page, which is not known yet, with what stands before it.
func withPages(runs []layout.Run) []layout.Run {
	out := runs
	for i := 1; i < len(runs); i++ {
		if before, ok := strings.CutSuffix(runs[i-1].Text, ". "); ok && runs[i].Page != "" {
			out = slices.Clone(out)
			out[i-1].Text = before + "." + noBreak
		}
	}
	return out
}

func within(spans [][]int, at int) bool {
	return slices.ContainsFunc(spans, func(s []int) bool { return s[0] <= at && at < s[1] })
}
