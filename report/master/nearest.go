package master

import (
	"slices"
	"strings"
	"unicode/utf8"

	"boardpack/report/fold"
)

// nearest gives the template's word of which the given one is most likely a slip of the pen; "" where none is near. It never
// offers the opposite: neither a word without the "not" of the given one, nor one that begins otherwise ("Incomplete" for
// "Complete"), nor any for a text with a mark that may turn its words. Words of languages that the packs are not in are not
// offered.
func (l *lookup[T]) nearest(text string) string {
	const remembered = 1000
	plain, ok := undecorated(text)
	from := fold.Word(plain)
	most := slip(from)
	if !ok || most == 0 || len(from) > l.longest+most {
		return ""
	}
	key := negations(plain) + from
	if best, known := l.like[key]; known {
		return best
	}
	best := ""
	for i, to := range l.folded {
		if l.foreign[l.words[i]] || to[0] != from[0] || negations(l.words[i]) != negations(plain) {
			continue
		}
		if d := fold.Distance(from, to, most); d <= most && (best == "" || d < most) {
			best, most = l.words[i], d
		}
	}
	if l.like == nil {
		l.like = map[string]string{}
	}
	if len(l.like) < remembered {
		l.like[key] = best
	}
	return best
}

// slip is how many letters of a word may be wrong for it to be a slip of the pen: one in five. In words of fewer than four, one
// letter makes another word.
func slip(folded string) int {
	const shortest, oneIn = 4, 5
	n := utf8.RuneCountInString(folded)
	if n < shortest {
		return 0
	}
	return max(1, n/oneIn)
}

// negations lists the words of a text that turn its meaning.
func negations(text string) string {
	var out []string
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !isOfWord(r) }) {
		switch word {
		case "no", "not", "non", "never", "without", "un", "isn", "heb", "ddim", "dim", "nid", "ni", "na", "nad", "nis", "nas":
			out = append(out, word)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}
