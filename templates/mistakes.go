package templates

import (
	"fmt"
	"sort"
	"strings"

	"boardpack/report/fold"
)

// Mistake is one thing in a template file that a person must change.
type Mistake struct {
	File    string
	Line    int // 1-based
	Column  int // 1-based, in characters
	Message string
}

// Error is "pack.yaml, line 12, column 3: …".
func (m Mistake) Error() string {
	return fmt.Sprintf("%s, line %d, column %d: %s", m.File, m.Line, m.Column, m.Message)
}

// Errors is every mistake in a template, by file and line.
type Errors []Mistake

// Error gives one mistake a line.
func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i, m := range e {
		lines[i] = m.Error()
	}
	return strings.Join(lines, "\n")
}

// mistakes gathers them.
type mistakes struct{ found Errors }

func (m *mistakes) add(at place, format string, args ...any) {
	m.found = append(m.found, Mistake{at.file, at.line, at.column, fmt.Sprintf(format, args...)})
}

func (m *mistakes) err() error {
	if len(m.found) == 0 {
		return nil
	}
	sort.SliceStable(m.found, func(i, j int) bool {
		a, b := m.found[i], m.found[j]
		if a.File != b.File {
			return a.File < b.File
		}
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		return a.Column < b.Column
	})
	return m.found
}

// place is where something stands in a file.
type place struct {
	file         string
	line, column int
}

// listOf gives "a, b and c".
func listOf(words []string, and string) string {
	switch n := len(words); n {
	case 0:
		return "none"
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " " + and + " " + words[n-1]
	}
}

// instead says which of the known names was meant, or which there are.
func instead(name string, known []string) string {
	if best := fold.Nearest(name, known); best != "" {
		return fmt.Sprintf("did you mean \"%s\"?", best)
	}
	if len(known) > 12 {
		return "no known name is like it"
	}
	return "known here: " + listOf(known, "and")
}
