package master

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"boardpack/report/fold"
)

// clean gives the text of a cell of a workbook as a person sees it: Excel's escapes decoded, and tidy.
func clean(s string) string { return strings.TrimFunc(untrimmed(s), isBlank) }

// untrimmed gives the text with the blanks around it.
func untrimmed(s string) string {
	if strings.Contains(s, "_x") {
		s = unescape(s)
	}
	return legible(s)
}

// tidy gives a text with line ends as \n, without what is no character, and without blanks around it. Every other character stays.
func tidy(s string) string { return strings.TrimFunc(legible(s), isBlank) }

// legible gives a text with line ends as \n and without what is no character.
func legible(s string) string {
	if strings.ContainsFunc(s, isNoText) {
		s = strings.Map(withoutControl, strings.ReplaceAll(s, "\r\n", "\n"))
	}
	return s
}

func isControl(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r == 0x7F }

// isNoText tells of what XML cannot hold, and of what has no meaning in a text.
func isNoText(r rune) bool { return isControl(r) || r == 0xFFFE || r == 0xFFFF }

// withoutControl makes line ends of the older kinds new lines (\v is Word's) and drops what is no text.
func withoutControl(r rune) rune {
	switch {
	case r == '\r' || r == '\v' || r == '\f':
		return '\n'
	case isControl(r):
		return -1
	case isNoText(r):
		return utf8.RuneError
	}
	return r
}

// isBlank counts the byte order mark and the space without width as blanks.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) && !isMisread(r) || r == '\ufeff' || r == '\u200b'
}

// isMisread tells of the control characters that nobody types: text of Windows was taken for Latin-1 on the way to the master.
func isMisread(r rune) bool { return r >= 0x80 && r <= 0x9F }

// mended reads such characters as Windows-1252 has them: dashes, quotation marks and the like. The five that have no meaning there
// are dropped.
func mended(s string) string {
	if !strings.ContainsFunc(s, isMisread) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if !isMisread(r) {
			return r
		}
		if r = charmap.Windows1252.DecodeByte(byte(r)); isMisread(r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
}

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

// line gives the text of a name, status or ref, not of prose: in the one form in which two that look the same are the same.
func line(s string) string { return fold.Line(s) }

// short cuts what is quoted in a message to a length at which it still can be a status or date.
func short(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// AsRead gives a text as the reader of masters gives it: without blanks around it and what is no character, with \n as line end.
func AsRead(s string) string { return mended(tidy(s)) }
