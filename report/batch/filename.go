package batch

import "strings"

// defaultFileName is the pattern of the names of files where the template has none.
const defaultFileName = "{register}-{month}-{lang}"

const figuresPart = "figures" // what the figures file has for its language

const openDataPart = "recommendations" // what the open data has for it

const recordPart = "-record" // ends what the record edition has for its language

// FileNames is the pattern of the names of the files of packs: {register} stands for the master's name, {month} for the
// month and {lang} for the language or what else tells a file from the others of its pack. "" is the default.
type FileNames string

// of gives the name of a file without its ending.
func (n FileNames) of(register, month, part string) string {
	before, after := n.around(register, month)
	return before + part + after
}

// around gives what stands before and after the part that tells the files of a pack apart.
func (n FileNames) around(register, month string) (before, after string) {
	if n == "" {
		n = defaultFileName
	}
	before, after, _ = strings.Cut(string(n), "{lang}")
	fill := strings.NewReplacer("{register}", register, "{month}", month)
	return fill.Replace(before), fill.Replace(after)
}

// page is the name of the page for browsers, which is of all languages: that of a file without the language, the sign before it and brackets
// around it.
func (n FileNames) page(register, month string) string {
	before, after := n.around(register, month)
	for _, pair := range []string{"()", "[]", "{}"} {
		if strings.HasSuffix(before, pair[:1]) && strings.HasPrefix(after, pair[1:]) {
			before, after = before[:len(before)-1], after[1:]
		}
	}
	const signs = "-_. "
	if short := strings.TrimRight(before, signs); short != "" {
		return short + after + pageEnding
	}
	return strings.TrimLeft(after, signs) + pageEnding
}

const pageEnding = ".html"

func (n FileNames) figures(register, month string) string {
	return n.of(register, month, figuresPart) + ".json"
}
