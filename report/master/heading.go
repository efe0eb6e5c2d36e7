package master

import (
	"slices"
	"strings"
	"unicode"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/fold"
)

// hinted is what a heading means once what people add to it is taken off.
type hinted struct {
	field     report.Field
	qualified bool        // what was taken off may make it another column: "Due date (original)"
	date      report.Date // in what was taken off: "Status as at 31 March 2024"
}

// hintedHeading reads a heading that is no name of a column as it is: without its number, marks and notes ("2. Status",
// "Theme*"), without what is in brackets ("Due date (DD/MM/YYYY)"), without a hint or a day at its end ("Status as at 31 March",
// "Owner - see note 1"), and of names with a stroke or "or" between them that which is known ("Lead officer / owner").
func (m *matcher) hintedHeading(heading string) (hinted, bool) {
	if len(heading) > maxHeading || !strings.ContainsFunc(heading, isAside) || strings.Contains(heading, "%") || m.isPercentHeading(heading) {
		return hinted{}, false
	}
	bare, asides := withoutBrackets(withoutMarks(line(heading)))
	field, ok := report.Field(""), false
	if bare != heading { // else it is known that it is none
		field, ok = m.field(bare)
	}
	tail := ""
	if !ok {
		if field, tail, ok = m.headOf(bare); !ok {
			return hinted{}, false
		}
	}
	h := hinted{field: field}
	for _, aside := range append(asides, tail) {
		h.qualified = h.qualified || m.qualifies(aside, field)
		if day := dayIn(aside); !day.IsZero() {
			h.date = day
		}
	}
	return h, true
}

// maxHeading is the length of a heading with its hints, in bytes; longer texts are no headings.
const maxHeading = 200

// isAside tells what a heading has that is more than its name: a space, a mark, a bracket, a stroke.
func isAside(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) || r > unicode.MaxLatin1 || strings.ContainsRune("¹²³", r)
}

// withoutMarks takes off the number at the start and footnote marks: stars, daggers and raised figures.
func withoutMarks(s string) string {
	s = strings.TrimSpace(strings.Map(func(r rune) rune {
		if strings.ContainsRune("*†‡§¶∗⁎¹²³", r) || r >= '⁰' && r <= '₉' {
			return -1
		}
		return r
	}, s))
	number := strings.TrimLeftFunc(strings.TrimPrefix(s, "("), unicode.IsDigit)
	rest := strings.TrimLeft(number, ".):-– ")
	if len(number) < len(s) && len(number) >= len(s)-4 && len(rest) < len(number) && rest != "" {
		return rest
	}
	return s
}

// withoutBrackets takes off what is in brackets of any kind; a bracket that is not closed takes the rest with it.
func withoutBrackets(s string) (bare string, inside []string) {
	var b strings.Builder
	for {
		open := strings.IndexAny(s, "([{<")
		if open < 0 {
			b.WriteString(s)
			return line(strings.TrimSpace(b.String())), inside
		}
		b.WriteString(s[:open])
		end := strings.IndexAny(s[open:], ")]}>")
		if end < 0 {
			end = len(s) - open
		}
		inside = append(inside, s[open+1:open+end])
		s = s[min(open+end+1, len(s)):]
	}
}

// headOf finds the column that the words of a heading begin with, the longest that is known, when the rest is a hint or a day.
func (m *matcher) headOf(s string) (f report.Field, tail string, ok bool) {
	if f, ok := m.either(s); ok {
		return f, "", true
	}
	for at := strings.LastIndexByte(s, ' '); at > 0; at = strings.LastIndexByte(s[:at], ' ') {
		head, tail := s[:at], s[at+1:]
		if f, ok := m.either(strings.TrimRight(head, " :;,-–—")); ok && (isHint(tail) || strings.ContainsRune(":;,-", rune(head[at-1]))) {
			return f, tail, true
		}
	}
	return "", "", false
}

// either finds a name, or of several with a stroke or "or" between them the one column that all that are known mean.
func (m *matcher) either(s string) (f report.Field, ok bool) {
	if f, ok := m.columns.find(s); ok {
		return f, true
	}
	for _, or := range []string{" or ", " neu "} {
		s = strings.ReplaceAll(s, or, "/")
	}
	if !strings.Contains(s, "/") {
		return "", false
	}
	rated := false
	for name := range strings.SplitSeq(s, "/") {
		rated = rated || isRating(name)
		if g, known := m.columns.find(name); known {
			if ok && g != f {
				return "", false
			}
			f, ok = g, true
		}
	}
	return f, ok && (!rated || f == report.FieldStatus)
}

// isRating tells of red, amber and green: a kind of status, whatever stands beside it.
func isRating(s string) bool {
	return slices.Contains([]string{"rag", "brag", "ragrating", "ragstatus", "cog", "sgorcog"}, fold.Word(s))
}

// isHint tells whether words at the end of a heading say how to fill the column in, or when it was: no part of its name.
func isHint(s string) bool {
	words := strings.Fields(strings.ToLower(s))
	first := strings.Trim(words[0], "-–—:;,.")
	switch first {
	case "":
		return true // a dash
	case "please", "see", "select", "choose", "pick", "enter", "note", "e.g", "eg", "ie", "i.e", "format", "max", "if",
		"gweler", "dewiswch", "nodwch", "nodyn", "noder", "ee", "e.e", "fformat", "uchafswm", "os":
		return true
	}
	return isDatePattern(first) || !dayIn(s).IsZero()
}

// isDatePattern tells whether a word is a pattern of a date: DD/MM/YYYY, dd-mmm-yy, Welsh DD/MM/BBBB.
func isDatePattern(s string) bool {
	return len(s) >= 4 && strings.Trim(strings.ToLower(s), "dmyb/-. ") == "" && strings.ContainsAny(s, "/-. ")
}

// dayIn gives the day that words stand for, without "as at" and the like before them; absent where they are no date. A month or
// quarter without a year is of the year 2000.
func dayIn(s string) report.Date {
	const mostWords = 10
	words := strings.Fields(strings.ToLower(s))
	if len(words) > mostWords {
		return report.Date{}
	}
	for len(words) > 0 && slices.Contains([]string{"-", "–", "as", "at", "of", "on", "to", "from", "by", "position", "fel", "yr", "oedd", "ar", "hyd", "at", "o", "sefyllfa"}, words[0]) {
		words = words[1:]
	}
	text := strings.Join(words, " ")
	if reading := dates.Read(text, report.Date{}, report.Date{}); !reading.Date.IsZero() || text == "" {
		return reading.Date
	}
	switch reading := dates.Read(text+" 2000", report.Date{}, report.Date{}); reading.Kind {
	case dates.ReadDay, dates.ReadMonth, dates.ReadQuarter, dates.ReadSeason, dates.ReadAmbiguous:
		return reading.Date
	}
	return report.Date{}
}

// qualifies tells whether words beside the name of a column may make it another one: of an earlier time, in another language, of
// another body, or one that is a known column itself.
func (m *matcher) qualifies(aside string, f report.Field) bool {
	if g, known := m.columns.find(aside); known && g != f || isRating(aside) && f != report.FieldStatus {
		return true
	}
	if (isDueField(f) || f == report.FieldCompleted || f == report.FieldUpdated) && slices.Contains([]string{"yn", "yesno", "yesorno", "ien", "ydynac"}, fold.Word(aside)) {
		return true
	}
	return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(aside), func(r rune) bool { return !unicode.IsLetter(r) }),
		func(word string) bool { return slices.Contains(qualifiers(), word) })
}

// qualifiers are words that set a column apart from another of the same name.
func qualifiers() []string {
	return []string{"original", "revised", "previous", "prior", "last", "earlier", "former", "old", "first", "second", "third", "initial", "baseline",
		"extended", "actual", "proposed", "planned", "forecast", "expected", "estimated", "next", "draft", "internal", "external", "other", "partner",
		"partners", "issuer", "inspector", "inspectors", "inspectorate", "regulator", "commissioner", "auditor", "auditors", "deputy", "not",
		"welsh", "english", "cy", "cymraeg", "saesneg", "days", "count", "number",
		"gwreiddiol", "diwygiedig", "blaenorol", "diwethaf", "cynt", "hen", "cyntaf", "ail", "trydydd", "cychwynnol", "estynedig", "gwirioneddol",
		"arfaethedig", "disgwyliedig", "nesaf", "drafft", "mewnol", "allanol", "arall", "partneriaid", "arolygwyr", "rheoleiddiwr", "comisiynydd",
		"archwilwyr", "dirprwy", "diwrnodau", "nifer"}
}
