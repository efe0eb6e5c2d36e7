package proof

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
)

// wording asks the template for its words and listens to what it says with the numbers that it is given: a sentence of a
// template can be wrong as well as a program.
type wording struct {
	report.Words
	*differences
	heard map[string]bool // messages complained about already
}

// say gives a message as plain text.
func (w *wording) say(id string, args ...any) string {
	text := plain(w.Say(id, args...))
	w.listen(id, text, args)
	return text
}

// count gives a message that depends on a number as plain text.
func (w *wording) count(id string, n int, args ...any) string {
	text := plain(w.Count(id, n, args...))
	w.listen(id, text, append([]any{"N", n}, args...))
	return text
}

// mark stands in a message for something that is not known here, or is looked for by itself.
const mark = "\x00"

// pieces gives what a message says around its marks, without the parts that are empty.
func pieces(message string) []string {
	var out []string
	for _, piece := range strings.Split(message, mark) {
		if piece = strings.TrimSpace(piece); piece != "" {
			out = append(out, piece)
		}
	}
	return out
}

// join makes "a, b and c".
func (w *wording) join(items []string) string {
	switch n := len(items) - 1; n {
	case -1:
		return ""
	case 0:
		return items[0]
	default:
		return w.Say("list.and", "Head", strings.Join(items[:n], ", "), "Last", items[n])
	}
}

// named is how many recommendations a sentence of page 1 names before it says how many more there are.
const named = 6

// linked is a key as a sentence names it: as a link, within whose marks no others count.
func linked(key string) string { return "[[" + key + "]]" }

// keys makes "2, 13 and 4 more".
func (w *wording) keys(keys []string) string {
	var items []string
	for _, key := range keys[:min(named, len(keys))] {
		items = append(items, linked(key))
	}
	if more := len(keys) - named; more > 0 {
		items = append(items, w.count("list.more", more))
	}
	return w.join(items)
}

// plain takes out the marks for bold words and links.
func plain(message string) string { return strings.TrimSpace(report.ParseRuns(message).Plain()) }

var (
	percent = regexp.MustCompile(`(\d+)\s?%`)
	// partOf is a part and its whole, fromTo a beginning and an end, in the languages that the packs are in.
	partOf = regexp.MustCompile(`(\d+) (?:of|o|allan o) (\d+)`)
	fromTo = regexp.MustCompile(`(?:from|o) (\d+) (?:to|i) (\d+)`)
)

// listen compares the numbers that a message says with those that it was given: no other may stand in it, a percentage must be
// the percentage, and may not stand without what it is a percentage of; a part may not be put for the whole.
func (w *wording) listen(id, text string, args []any) {
	numbers := map[string]int{}
	rest, inTexts := text, ""
	for i := 0; i+1 < len(args); i += 2 {
		name, _ := args[i].(string)
		switch value := args[i+1].(type) {
		case int:
			numbers[name] = value
		case string:
			rest = without(rest, plain(value))
			inTexts += " " + value // a language may change the beginning of a text that is put in: then it is still there
		}
	}
	said, given := numbersIn(rest), numbersIn(inTexts)
	w.listenRepeats(id, said, given, numbers)
	for _, run := range said {
		if !isOneOf(run, numbers) && !slices.Contains(given, run) {
			w.complain(id, "the number", "", run)
		}
	}
	share, isShare := numbers["Percent"]
	if isShare {
		w.listenShare(id, rest, share, numbers)
	}
	if len(said) > 1 {
		w.listenParts(id, rest)
		w.listenOrder(id, rest, numbers)
	}
}

// listenShare reads "18%".
func (w *wording) listenShare(id, text string, share int, numbers map[string]int) {
	shares := percent.FindAllStringSubmatch(text, -1)
	for _, found := range shares {
		if found[1] != strconv.Itoa(share) {
			w.complain(id, "the percentage", strconv.Itoa(share), found[1])
		}
	}
	if len(shares) > 0 {
		w.listenWhole(id, text, numbers)
	}
}

// numbersIn gives the runs of digits in a text.
func numbersIn(text string) []string {
	var out []string
	for i := 0; i < len(text); i++ {
		start := i
		for isDigitAt(text, i) {
			i++
		}
		if i > start {
			out = append(out, text[start:i])
		}
	}
	return out
}

// listenRepeats finds a number that is said more often than it is given while another is not said at all: it stands for that.
func (w *wording) listenRepeats(id string, said, given []string, numbers map[string]int) {
	given = slices.Clone(given)
	unsaid := ""
	for _, n := range numbers {
		run := strconv.Itoa(max(n, -n))
		given = append(given, run)
		if n != 1 && !slices.Contains(said, run) {
			unsaid = run
		}
	}
	for _, run := range said {
		if unsaid != "" && times(said, run) > times(given, run) {
			w.complain(id, "the number", unsaid, run)
		}
	}
}

func times(list []string, s string) int {
	n := 0
	for _, x := range list {
		if x == s {
			n++
		}
	}
	return n
}

// listenWhole sees to it that a percentage comes with the numbers that it is of. One is often said as a word.
func (w *wording) listenWhole(id, text string, numbers map[string]int) {
	for name, n := range numbers {
		if n != 1 && name != "Percent" && !slices.Contains(numbersIn(text), strconv.Itoa(n)) {
			w.complain(id, "the number beside the percentage", strconv.Itoa(n), "")
		}
	}
}

// listenParts reads "3 of 17": the first must be the part.
func (w *wording) listenParts(id, text string) {
	found := partOf.FindStringSubmatch(text)
	if found == nil {
		return
	}
	part, _ := strconv.Atoi(found[1])
	whole, _ := strconv.Atoi(found[2])
	if part > whole {
		w.complain(id, "the part and its whole", fmt.Sprintf("%d, %d", whole, part), found[1]+", "+found[2])
	}
}

// without takes out a text that was put in: wherever it stands whole, so that "3" is not taken out of "13".
func without(text, value string) string {
	for !strings.Contains(value, mark) {
		rest, ok := cut(text, value)
		if !ok {
			return text
		}
		text = rest
	}
	return text
}

// cut takes a piece out of a text, at the first place where no number of the text is cut in two.
func cut(text, piece string) (rest string, ok bool) {
	if piece == "" {
		return text, false
	}
	for from := 0; ; {
		i := strings.Index(text[from:], piece)
		if i < 0 {
			return text, false
		}
		i += from
		end := i + len(piece)
		if !(isDigitAt(text, i-1) && isDigitAt(text, i)) && !(isDigitAt(text, end-1) && isDigitAt(text, end)) {
			return text[:i] + "\x00" + text[end:], true
		}
		from = i + 1
	}
}

func isDigitAt(s string, i int) bool { return i >= 0 && i < len(s) && '0' <= s[i] && s[i] <= '9' }

// listenOrder reads "from 15 to 14": the first must be where it began.
func (w *wording) listenOrder(id, text string, numbers map[string]int) {
	opening, from := numbers["Opening"]
	closing, to := numbers["Closing"]
	if !from || !to {
		return
	}
	found := fromTo.FindStringSubmatch(text)
	if found == nil {
		return
	}
	if found[1] != strconv.Itoa(opening) || found[2] != strconv.Itoa(closing) {
		w.complain(id, "opening and closing", fmt.Sprintf("%d, %d", opening, closing), found[1]+", "+found[2])
	}
}

func isOneOf(run string, numbers map[string]int) bool {
	for _, n := range numbers {
		if n < 0 {
			n = -n
		}
		if run == strconv.Itoa(n) {
			return true
		}
	}
	return false
}

// complain notes a fault of a message, once.
func (w *wording) complain(id, what, wanted, found string) {
	if w.heard[id+what] {
		return
	}
	w.heard[id+what] = true
	w.add("wording "+strconv.Quote(id)+" ("+w.Lang()+")", what, wanted, found)
}

// names of groups and values, as the pack prints them.

func (w *wording) groupName(id string, name report.Text) string {
	switch id {
	case string(report.OfAll), report.ThemeUnmatched, report.NotGiven:
		return w.Say("group." + id)
	}
	text, _ := name.In(w.Lang())
	return text
}

func (w *wording) shortDate(iso string) string {
	d, err := dates.ParseISODate(iso)
	if err != nil {
		return ""
	}
	return w.ShortDate(d)
}

func (w *wording) date(iso string) string {
	d, err := dates.ParseISODate(iso)
	if err != nil {
		return ""
	}
	return w.Date(d)
}

func (w *wording) monthName(month string) string {
	m, err := dates.ParseMonth(month)
	if err != nil {
		return ""
	}
	return w.MonthName(m)
}
