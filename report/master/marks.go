package master

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"boardpack/report/pattern"
)

// A short cell is compared by its letters and digits alone, which is right for headings and wrong for statuses: a cross,
// an empty box or a question mark beside "Complete" says the opposite, or that nobody knows. So a status is looked at mark
// by mark first. What is listed here is decoration; a word beside any other mark is not taken.

// decoration are the marks that say nothing of their own: ticks, bullets and coloured shapes. Empty boxes and circles are
// left out: beside a word they are a choice that was not made.
const decoration = "✓✔✅☑√🗸🗹" + "•●·∙◦‣⁃▪■◆►▸▶➢➤❖◾◼" + "🔴🟠🟡🟢🔵🟣🟤⚫⚪🟥🟧🟨🟩🟦🟪🟫⬛"

// punctuation parts and joins words, and turns no meaning.
const punctuation = " .…,;:'’‘ʼ`\"“”()[]{}-‐‑–—―/&%|_"

// emptyBox is a box drawn with brackets, or a line to write on.
const emptyBox = pattern.Expression(`\(\s*\)|\[\s*\]|\{\s*\}|__`)

// undecorated gives a line of text without its decoration; false where it has a mark that may turn what the words say.
func undecorated(text string) (plain string, ok bool) {
	if isBare(text) {
		return text, true
	}
	text = withoutStars(norm.NFC.String(text))
	text = strings.TrimRight(text, "! ") // "Complete!" is glad; "! Complete" is a warning
	if emptyBox.MatchString(text) {
		return "", false
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), strings.ContainsRune(punctuation, r), isAccent(r):
			b.WriteRune(r)
		case strings.ContainsRune(decoration, r), unicode.IsSpace(r):
			b.WriteByte(' ')
		case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r): // seen by nobody
		default:
			return "", false
		}
	}
	plain = strings.TrimLeft(line(b.String()), " .…-‐‑–—―")
	plain = strings.TrimSpace(plain)
	return plain, !strings.ContainsAny(firstOf(plain), "/&%|_")
}

// isBare tells whether the text has letters, digits and spaces alone, as most have.
func isBare(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r != ' ' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) < 0
}

// withoutStars takes away the stars of a bullet or of bold text. A star behind a word alone leads to a note that is not here.
func withoutStars(text string) string {
	inner := strings.TrimLeft(text, "*")
	if inner == text {
		return text
	}
	bare := strings.TrimRight(inner, "*")
	if len(inner)-len(bare) <= len(text)-len(inner) {
		return bare
	}
	return text
}

// isAccent tells an accent from a stroke drawn through a letter or a shape around it (Unicode, Combining Diacritical
// Marks, 0334 to 0338).
func isAccent(r rune) bool {
	return unicode.Is(unicode.Mn, r) && (r < '\u0334' || r > '\u0338') && r < '\u20d0' && !unicode.Is(unicode.Variation_Selector, r)
}

func firstOf(s string) string {
	for i := range s {
		if i > 0 {
			return s[:i]
		}
	}
	return s
}
