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
type breaks struct {
	pattern *regexp.Regexp
	longest int // the most words that it finds together
}

// newBreaks reads the months and units of a language. English dates stand in packs of other languages, too.
func newBreaks(words report.Words) *breaks {
	months := strings.Split("January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec", " ")
	for i := 1; i <= 12; i++ {
		months = append(months, words.Say("month."+strconv.Itoa(i)), words.Say("month.short."+strconv.Itoa(i)))
	}
	units := strings.Split(words.Say("pdf.units"), ",")
	longest := 3 // a day, its month and its year
	for _, words := range slices.Concat(months, units) {
		longest = max(longest, strings.Count(words, " ")+3)
	}
	return &breaks{longest: longest, pattern: regexp.MustCompile(`\b[0-9]{1,2}(st|nd|rd|th)? (` + alternatives(months) + `)( [0-9]{4})?\b|\b[0-9]+ (` + alternatives(units) +
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
	found := b.find(whole)
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

// find gives where such words stand. Each has a number, so the pattern, which is slow on long texts, looks only at some words around numbers.
func (b *breaks) find(text string) [][]int {
	var out [][]int
	for at := 0; at < len(text); {
		number := strings.IndexAny(text[at:], "0123456789")
		if number < 0 {
			break
		}
		number += at
		from := at + wordsBefore(text[at:number], b.longest)
		for next := 0; next >= 0; next = strings.IndexAny(text[number:number+wordsBehind(text[number:], 2*b.longest)], "0123456789") {
			number += next + 1 // another number near by is of the same stretch
		}
		to := number + wordsBehind(text[number:], b.longest)
		for _, span := range b.pattern.FindAllStringIndex(text[from:to], -1) {
			out = append(out, []int{from + span[0], from + span[1]})
		}
		at = to
	}
	return out
}

// wordsBefore gives where the last words of a text begin, wordsBehind where its first ones end.
func wordsBefore(text string, words int) int {
	at := len(text)
	for ; words >= 0 && at >= 0; words-- {
		at = strings.LastIndexByte(text[:at], ' ')
	}
	return at + 1
}

func wordsBehind(text string, words int) int {
	at := 0
	for ; words > 0; words-- {
		space := strings.IndexByte(text[at:], ' ')
		if space < 0 {
			return len(text)
		}
		at += space + 1
	}
	return at
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
