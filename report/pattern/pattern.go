// Package pattern lets regular expressions be constants. A compiled one would be a variable of its package, compiled when the program
// starts though most runs need few of them.
package pattern

import (
	"regexp"
	"sync"
)

// Expression is a regular expression in the syntax of the package regexp. Its methods are those of a compiled one, and may be called by
// many at once. They panic when it cannot be compiled; TestPatternsCompile in cmd/boardpack tries every constant.
type Expression string

// compiled holds what was compiled so far, by expression: *regexp.Regexp.
var compiled sync.Map

func (e Expression) regexp() *regexp.Regexp {
	if r, ok := compiled.Load(e); ok {
		return r.(*regexp.Regexp)
	}
	r, _ := compiled.LoadOrStore(e, regexp.MustCompile(string(e)))
	return r.(*regexp.Regexp)
}

// MatchString tells whether the text has a match.
func (e Expression) MatchString(s string) bool { return e.regexp().MatchString(s) }

// FindString gives the first match, "" without one.
func (e Expression) FindString(s string) string { return e.regexp().FindString(s) }

// FindStringIndex gives where the first match begins and ends, in bytes; nil without one.
func (e Expression) FindStringIndex(s string) []int { return e.regexp().FindStringIndex(s) }

// FindStringSubmatch gives the first match and what each of its groups matched; nil without one.
func (e Expression) FindStringSubmatch(s string) []string { return e.regexp().FindStringSubmatch(s) }

// FindAllString gives up to n matches, all of them for n < 0; nil without one.
func (e Expression) FindAllString(s string, n int) []string { return e.regexp().FindAllString(s, n) }

// FindAllStringIndex gives where up to n matches begin and end, in bytes.
func (e Expression) FindAllStringIndex(s string, n int) [][]int {
	return e.regexp().FindAllStringIndex(s, n)
}

// FindAllStringSubmatch gives up to n matches with their groups.
func (e Expression) FindAllStringSubmatch(s string, n int) [][]string {
	return e.regexp().FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex gives where up to n matches and their groups begin and end, in bytes; -1 for a group without a match.
func (e Expression) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return e.regexp().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString writes a text, in which $1 is the first group, in the place of each match.
func (e Expression) ReplaceAllString(s, with string) string {
	return e.regexp().ReplaceAllString(s, with)
}

// ReplaceAllStringFunc writes what the function gives for each match in its place.
func (e Expression) ReplaceAllStringFunc(s string, with func(string) string) string {
	return e.regexp().ReplaceAllStringFunc(s, with)
}

// Split cuts the text at its matches, into n parts at most, as many as there are for n < 0.
func (e Expression) Split(s string, n int) []string { return e.regexp().Split(s, n) }
