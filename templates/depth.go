package templates

import "bytes"

// maxDepth is how deep the lists and groups of a file may lie in each other. The shipped template needs six; the YAML library takes
// time and memory with the square of the depth, before anyone can look at what it found.
const maxDepth = 40

// tooDeep finds the line on which the entries of a file lie deeper in each other than any template needs; 0 where none do. It looks
// at the bytes alone, before they are parsed: at brackets outside quotation marks, at the indentation of lines, and at the dashes
// and question marks that begin a list or key on the same line.
func tooDeep(data []byte) int {
	brackets, number := 0, 0
	var indents []int // of the lines around this one
	for line := range bytes.Lines(data) {
		number++
		text := bytes.TrimLeft(line, " ")
		indent := len(line) - len(text)
		if len(bytes.TrimSpace(text)) == 0 || text[0] == '#' {
			continue
		}
		for len(indents) > 0 && indents[len(indents)-1] >= indent {
			indents = indents[:len(indents)-1]
		}
		indents = append(indents, indent)
		brackets = max(0, brackets)
		deepest := 0
		brackets, deepest = bracketsIn(text, brackets)
		if len(indents)+markersAtStart(text)+deepest > maxDepth {
			return number
		}
	}
	return 0
}

// markersAtStart counts the dashes and question marks, each with a space behind it, with which a line begins.
func markersAtStart(text []byte) int {
	n := 0
	for len(text) > 1 && (text[0] == '-' || text[0] == '?') && (text[1] == ' ' || text[1] == '\t') {
		n++
		text = bytes.TrimLeft(text[1:], " \t")
	}
	return n
}

// bracketsIn follows the brackets of a line, given how many are open before it: how many are after it, and at the most within.
func bracketsIn(text []byte, before int) (open, deepest int) {
	open, deepest = before, before
	var quote byte
	for i, c := range text {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			if i == 0 || bytes.IndexByte([]byte(" [{,:-"), text[i-1]) >= 0 { // else it stands in a word
				quote = c
			}
		case c == '#' && i > 0 && text[i-1] == ' ':
			return open, deepest
		case c == '[' || c == '{':
			open++
			deepest = max(deepest, open)
		case c == ']' || c == '}':
			open--
		}
	}
	return open, deepest
}
