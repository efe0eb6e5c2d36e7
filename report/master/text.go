package master

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// clean gives a cell's text as a person sees it: Excel's escapes decoded, line ends as \n, no control characters, no
// blanks around it. Every other character stays.
func clean(s string) string {
	if strings.Contains(s, "_x") {
		s = unescape(s)
	}
	if strings.IndexFunc(s, isControl) >= 0 {
		s = strings.Map(withoutControl, strings.ReplaceAll(s, "\r\n", "\n"))
	}
	return strings.TrimFunc(s, isBlank)
}

func isControl(r rune) bool { return r < ' ' && r != '\n' && r != '\t' }

// withoutControl makes line ends of the older kinds new lines (\v is Word's) and drops what is no text.
func withoutControl(r rune) rune {
	switch {
	case r == '\r' || r == '\v' || r == '\f':
		return '\n'
	case isControl(r):
		return -1
	}
	return r
}

// isBlank counts the byte order mark and the space without width as blanks.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' }

// unescape decodes _xHHHH_, with which Excel writes characters that XML cannot hold (ECMA-376, part 1, 22.9.2.19).
func unescape(s string) string {
	var b strings.Builder
	var units []uint16
	flush := func() {
		b.WriteString(string(utf16.Decode(units)))
		units = units[:0]
	}
	for s != "" {
		if unit, ok := escaped(s); ok {
			units, s = append(units, unit), s[7:]
			continue
		}
		flush()
		b.WriteByte(s[0])
		s = s[1:]
	}
	flush()
	return b.String()
}

// escaped reads the escape at the start of s, which is seven bytes long.
func escaped(s string) (uint16, bool) {
	if len(s) < 7 || s[0] != '_' || s[1] != 'x' || s[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	return uint16(n), err == nil
}

// line gives text on one line with single spaces: for names, statuses and refs, not for prose.
func line(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r != ' ' && unicode.IsSpace(r) }) < 0 && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// short cuts what is quoted in a message to a length at which it still can be a status or date.
func short(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
