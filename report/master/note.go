package master

import (
	"strings"
	"unicode"

	"boardpack/report"
	"boardpack/report/fold"
)

// isNote tells whether the row is plainly no recommendation: a line of dashes, a count ("Complete 5"), a note ("Key: …",
// "* joint with …", "Last updated …") or a word of a legend with its meaning. A row with a text and work done is never one, and
// what begins as a footer does may be the text of a recommendation ("End of life care").
func (t *tableReader) isNote() bool {
	first, text := t.own[0], t.ownCell(report.FieldRecommendation)
	switch {
	case t.isLine(), t.isCount():
		return true
	case first.kind != isText, text != nil && t.isWork():
		return false
	case text == first:
		return isNoteText(first.text) && (t.row.number > t.end || !isFootnote(first.text))
	case t.known[int(first.column)] != report.FieldRef && t.isWork():
		return false
	case isNoteText(first.text), text == nil && isFooter(first.text):
		return true
	}
	return t.known[int(first.column)] == report.FieldRef && t.isLabel(first.text) && !t.isWork()
}

// isLine tells whether no cell of the row has a letter or a digit.
func (t *tableReader) isLine() bool {
	for _, c := range t.own {
		if c.kind != isText || strings.ContainsFunc(c.text, isLetterOrDigit) {
			return false
		}
	}
	return true
}

// isCount tells whether the row counts something: one text without a digit, and numbers; numbers alone, none of them the ref; or
// "Completed: 5" in one cell.
func (t *tableReader) isCount() bool {
	numbers := t.numbers()
	switch len(t.own) - numbers {
	case 0:
		return t.ownCell(report.FieldRef) == nil && !t.isDated()
	case 1:
		if numbers == 0 {
			return t.isAlone() && t.isCountText(t.own[0].text)
		}
	default:
		return false
	}
	for _, c := range t.own {
		if !t.isBare(c) {
			return c.kind == isText && !strings.ContainsFunc(c.text, unicode.IsDigit) && !t.isDated() && t.isCounted(c)
		}
	}
	return false
}

// isCounted tells whether the text beside numbers alone may be what they count. An owner is not, nor a text or status that
// stands beside a ref, nor a recommendation.
func (t *tableReader) isCounted(c *cell) bool {
	ref := t.ownCell(report.FieldRef)
	switch t.known[int(c.column)] {
	case report.FieldOwner:
		return false
	case report.FieldRecommendation, report.FieldRecommendationCy:
		return ref == nil && t.isLabel(c.text)
	}
	return ref == nil || ref == c
}

// isCountText tells of "Completed: 5" or "5 complete": a number with a word of a legend.
func (t *tableReader) isCountText(s string) bool {
	word := strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	return len(word) < len(s) && strings.ContainsFunc(s, unicode.IsDigit) && !strings.ContainsFunc(word, unicode.IsDigit) && t.isLabel(word)
}

// isNoRef tells whether what is in the Ref column is none: a note, a word of a legend, a sentence, or a line.
func (t *tableReader) isNoRef(ref string) bool {
	return !strings.ContainsFunc(ref, isLetterOrDigit) || isNoteText(ref) || t.isLabel(ref) || t.isCountText(ref) || isSentence(ref)
}

// isLabel tells whether the text is a word that a legend explains or a count counts: a colour, a status, or what figures are
// called.
func (t *tableReader) isLabel(s string) bool {
	const longest = 60 // bytes: prose is none, and is not folded to see it
	if len(s) > longest {
		return false
	}
	if _, known := t.match.states.find(s); known {
		return true
	}
	switch fold.Word(s) {
	case "red", "amber", "green", "blue", "grey", "gray", "yellow", "orange", "black", "white", "purple", "brag", "rag",
		"coch", "oren", "ambr", "gwyrdd", "glas", "llwyd", "melyn", "du", "gwyn", "porffor", "cag",
		"overdue", "outstanding", "duesoon", "onhold", "unknown", "number", "percentage",
		"hwyr", "ynhwyr", "heboddyddiad", "arosodd", "nifer", "canran":
		return true
	}
	return false
}

// isNoteText tells whether the text begins as notes do: with the mark of a footnote, or a word such as "Note:".
func isNoteText(s string) bool {
	if isFootnote(s) {
		return true
	}
	s = beginning(s)
	for _, label := range []string{"key", "legend", "rag key", "rag", "note", "notes", "nb", "n.b.", "source", "sources", "footnote", "footnotes",
		"allwedd", "nodyn", "nodiadau", "sylwer", "d.s.", "ffynhonnell", "ffynonellau", "troednodyn", "troednodiadau"} {
		if rest, ok := strings.CutPrefix(s, label); ok && (rest == "" || strings.ContainsAny(rest[:1], ":=") || isDashed(rest)) {
			return true
		}
	}
	return false
}

// isFootnote tells of a footnote by its mark. Two stars are bold in Markdown.
func isFootnote(s string) bool {
	return strings.HasPrefix(s, "*") && !strings.HasPrefix(s, "**") || strings.HasPrefix(s, "†") || strings.HasPrefix(s, "‡")
}

// isFooter tells whether the text begins as what is put below a table does.
func isFooter(s string) bool {
	s = beginning(s)
	for _, start := range []string{"last updated", "updated by", "updated on", "last reviewed", "last saved", "prepared by", "produced by", "printed on", "end of ",
		"diweddarwyd", "adolygwyd ddiwethaf", "paratowyd gan", "cynhyrchwyd gan", "argraffwyd", "diwedd y "} {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	word := fold.Word(s)
	return word == "end" || word == "diwedd"
}

// beginning gives the start of a text, in small letters: as much as words of notes need.
func beginning(s string) string {
	const longest = 40
	s = strings.TrimLeft(s, " *-–—=.[(<")
	return strings.TrimSpace(strings.ToLower(strings.ToValidUTF8(s[:min(len(s), longest)], "")))
}

// isDashed tells whether a dash comes next, with a space around it: "Note - all dates …", and not "Key-worker training".
func isDashed(rest string) bool {
	for _, dash := range []string{" -", " –", " —", "- ", "– ", "— "} {
		if strings.HasPrefix(rest, dash) {
			return true
		}
	}
	return false
}

// isSentence tells prose from a ref or a name: more words than either has.
func isSentence(s string) bool {
	const most = 6
	return len(strings.Fields(s)) > most
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
