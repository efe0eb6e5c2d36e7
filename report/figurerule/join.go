package figurerule

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"boardpack/report"
)

// joinAnd makes "a, b and c" in the pack's language.
func joinAnd(w report.Words, items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	last := len(items) - 1
	return w.Say("list.and", "Head", strings.Join(items[:last], ", "), "Last", items[last])
}

// joinOr makes "a, b or c" in the pack's language.
func joinOr(w report.Words, items []string) string {
	last := len(items) - 1
	if last < 1 {
		return strings.Join(items, "")
	}
	return w.Say("rule.or", "Head", strings.Join(items[:last], ", "), "Last", items[last])
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
