package dates

import (
	"slices"
	"strings"
)

// revised reads words that give a date and the one before it: "31/03/2024 (was 31/12/2023)", "31 March 2023, revised to 30 June 2024".
// Every date among them must be understood; one before it that was still to be set is none.
func (r dueReader) revised(text string) (Reading, bool) {
	parts, marked := revisions(text)
	if !marked || len(parts) == 0 {
		return Reading{}, false
	}
	var dates []Date
	for i, part := range parts {
		if i < len(parts)-1 && isUnset(strings.Join(part, " ")) {
			continue
		}
		s, ok := r.stretch(part)
		if !ok || s.last.IsZero() || s.kind == ReadAmbiguous {
			return Reading{}, false
		}
		dates = append(dates, s.last)
	}
	last := len(dates) - 1
	return Reading{Kind: ReadRevised, Date: dates[last], Before: dates[:last:last]}, true
}

// revisions divides a text at the words that tell what was from what is, and gives the words of each date, in the order in which the
// dates were set; marked tells whether there is any such word. Nothing comes of a text that only says what was.
func revisions(text string) (parts [][]string, marked bool) {
	words := dueWords(markFirst(text))
	now := false // the text has a date of today
	add := func(part []string, was bool) {
		part = trimMarks(part)
		switch {
		case len(part) == 0:
		case was:
			parts = slices.Insert(parts, 0, part)
		default:
			parts, now = append(parts, part), true
		}
	}
	var part []string
	was := false
	for i := 0; i < len(words); {
		n, back := revisionMark(words[i:])
		if n == 0 {
			part = append(part, words[i])
			i++
			continue
		}
		if from := words[i+n-1]; (from == "from" || from == "o") && len(part) == 0 && len(parts) == 0 { // "moved from … to …"
			return fromTo(words[i+n:]), true
		}
		add(part, was)
		part, was, marked, i = nil, back, true, i+n
	}
	add(part, was)
	if !now {
		parts = nil
	}
	return parts, marked
}

// fromTo divides "31 March 2023 to 30 June 2024" at its one "to".
func fromTo(words []string) [][]string {
	i := slices.IndexFunc(words, func(w string) bool { return w == "to" || w == "i" })
	if i <= 0 || i == len(words)-1 {
		return nil
	}
	return [][]string{words[:i], words[i+1:]}
}

// markFirst puts the mark of what stands in brackets before it: "(31/12/2023 gynt)" is "(gynt 31/12/2023)".
func markFirst(text string) string {
	open, end := strings.IndexByte(text, '('), strings.IndexByte(text, ')')
	if open < 0 || end < open {
		return text
	}
	inside := text[open+1 : end]
	for _, mark := range []string{"gynt", "yn wreiddiol", "yn flaenorol", "previously", "originally", "original", "formerly"} {
		if rest, ok := strings.CutSuffix(inside, " "+mark); ok {
			return text[:open+1] + mark + " " + rest + text[end:]
		}
	}
	return text
}

// revisionMark tells how many words at the beginning tell what was from what is, 0 for none; back tells that what was follows.
func revisionMark(words []string) (n int, back bool) {
	for _, phrase := range [...]string{"was originally", "was previously", "was", "were", "previously", "originally", "original date", "original", "formerly",
		"moved from", "extended from", "revised from", "changed from", "deferred from", "slipped from", "postponed from", "brought forward from",
		"instead of", "gynt", "yn flaenorol", "yn wreiddiol", "gwreiddiol", "oedd", "symudwyd o", "estynnwyd o", "diwygiwyd o", "newidiwyd o",
		"gohiriwyd o"} {
		if m := beginsWith(words, phrase); m > n {
			n, back = m, true
		}
	}
	for _, phrase := range [...]string{"revised to", "revised date", "revised", "now revised to", "now extended to", "now", "moved to", "extended to",
		"extended until", "changed to", "amended to", "deferred to", "deferred until", "slipped to", "postponed to", "postponed until", "rescheduled to",
		"put back to", "brought forward to", "updated to", "new date", "- >", "→", "diwygiwyd i", "wedi ' i ddiwygio i", "diwygiedig", "nawr", "bellach",
		"symudwyd i", "estynnwyd i", "estynnwyd tan", "wedi ' i ymestyn i", "newidiwyd i", "gohiriwyd i", "gohiriwyd tan", "dyddiad newydd"} {
		if m := beginsWith(words, phrase); m > n {
			n, back = m, false
		}
	}
	return n, back
}
