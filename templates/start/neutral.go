package start

import (
	"slices"
	"strings"

	"boardpack/report/pattern"
	"boardpack/templates"
)

// neutralSections are the shipped sections for a body of any kind: those of the neutral pack in their places, and lists
// without the words of one kind.
func neutralSections() (sections, error) {
	s, err := shippedSections()
	if err != nil {
		return s, err
	}
	pack, leftOut, err := templates.Neutral()
	if err != nil {
		return s, err
	}
	for _, key := range []string{"scope", "columns", "about"} {
		s.put(key, withoutWords(s.body[key], leftOut), "")
	}
	s.put("scope", strings.NewReplacer("  force:", "  organisation:", "  force.", "  organisation.").Replace(s.body["scope"]), "")
	s.overlay(pack)
	return s, nil
}

const flowList = pattern.Expression(`\[[^\[\]]*\]`)

// withoutWords takes words out of the lists in square brackets; a list that has none of them stays as it is written.
func withoutWords(text string, words []string) string {
	return flowList.ReplaceAllStringFunc(text, func(written string) string {
		all := strings.Split(strings.Trim(written, "[]"), ",")
		for i := range all {
			all[i] = strings.TrimSpace(all[i])
		}
		kept := slices.DeleteFunc(slices.Clone(all), func(word string) bool { return slices.Contains(words, word) })
		if len(kept) == len(all) {
			return written
		}
		return wrapped(kept)
	})
}
