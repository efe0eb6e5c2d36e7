package main

import (
	"fmt"
	"os"
	"strings"
)

// page is the document that has the tables, from the folder tools; they are between these lines.
const (
	page   = "../docs/performance.md"
	begins = "<!-- measured: written by make bench BENCH=--write -->"
	ends   = "<!-- end of measured -->"
)

// writePage puts the tables into the document.
func writePage(path, tables string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	text, err := between(string(data), tables)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return os.WriteFile(path, []byte(text), 0o644)
}

// between replaces what is between the two lines.
func between(text, tables string) (string, error) {
	before, rest, begun := strings.Cut(text, begins+"\n")
	_, after, ended := strings.Cut(rest, ends+"\n")
	if !begun || !ended || strings.Contains(after, begins) {
		return "", fmt.Errorf("it does not have the lines %q and %q once, in this order", begins, ends)
	}
	return before + begins + "\n\n" + strings.TrimSpace(tables) + "\n\n" + ends + "\n" + after, nil
}
