// Package fold says when two words are the same. Word compares words that people choose, a column's, a status's or a theme's with that
// of a template: letters and digits alone. Text compares what is typed to be the same, such as refs, sources and owners: its words, without
// regard to case and spacing. Letters compares prose, and Distance counts the letters in which two words differ.
package fold

import (
	"math"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Word reduces a word to what is compared: small letters and digits, without accents, spacing and punctuation.
func Word(s string) string {
	folded, _ := Within(s, math.MaxInt)
	return folded
}

// Within folds a word, and gives up where more than so many bytes come of it: long prose is compared with short words.
func Within(s string, most int) (folded string, ok bool) {
	out, ok := Append(nil, s, most)
	if !ok {
		return "", false
	}
	return string(out), true
}

// Append folds a word onto out, which lets a caller who only looks words up fold into memory of his own. It gives up as Within
// does.
func Append(out []byte, s string, most int) (folded []byte, ok bool) {
	from := len(out)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			return appendMarked(out[:from], s, most)
		case c >= '0' && c <= '9' || c >= 'a' && c <= 'z':
			out = append(out, c)
		case c >= 'A' && c <= 'Z':
			out = append(out, c+'a'-'A')
		}
		if len(out)-from > most {
			return nil, false
		}
	}
	return out, true
}

// appendMarked folds a word that has more than ASCII in it.
func appendMarked(out []byte, s string, most int) ([]byte, bool) {
	from := len(out)
	var part norm.Iter
	for part.InitString(norm.NFKD, s); !part.Done(); {
		for _, r := range string(part.Next()) {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				out = utf8.AppendRune(out, unicode.ToLower(r))
			}
		}
		if len(out)-from > most {
			return nil, false
		}
	}
	return out, true
}
