package templates

import "strings"

// saidOf is what we say of a fault for words in what a library says of it.
type saidOf struct{ theirs, ours string }

// first gives what is said of the first of the faults whose words are in the library's message; otherwise the last word on it.
func first(faults []saidOf, message, otherwise string) string {
	for _, f := range faults {
		if strings.Contains(message, f.theirs) {
			return f.ours
		}
	}
	return otherwise
}

// plainSyntax says of a file that is no YAML what is wrong with it, given what the library says.
func plainSyntax(message string) string {
	if key, ok := strings.CutPrefix(message, `mapping key "`); ok {
		key, _, _ = strings.Cut(key, `"`)
		return `"` + key + `" is there twice: keep one of the two`
	}
	if c, ok := strings.CutSuffix(message, " is a reserved character"); ok {
		return "a text cannot begin with " + strings.Trim(c, `'"`) + ": put it in quotes"
	}
	return first([]saidOf{
		{"cannot start any token", "a line cannot begin with a tab: indent with spaces"},
		{"double-quoted", `a text begins with " and does not end: put " behind it, and \" in place of one within it`},
		{"single-quoted", "a text begins with ' and does not end: put ' behind it, and two of them in place of one within it"},
		{"surrogate", `after \ comes half of a character: write the character itself`},
		{"escape", `after \ comes something that means nothing: write \\ for the sign itself`},
		{"',' or ']'", "a comma is missing in a list, or the ] behind it"},
		{"']'", "a list begins with [ or ends with ] without the other of the two"},
		{"sequence element", "there is a comma too many in a list"},
		{"',' or '}'", "a comma is missing between entries, or the } behind them"},
		{"'}'", "entries begin with { or end with } without the other of the two"},
		{"flow map", "entries begin with { and do not end: put } behind them"},
		{"anchor", "a text cannot begin with &: put it in quotes"},
		{"alias", "a text cannot begin with *: put it in quotes"},
		{"directive", "a text cannot begin with %: put it in quotes"},
		{"tag", "a text cannot begin with !: put it in quotes"},
		{"block sequence", "a list that is written with - begins on a new line"},
		{"non-map value", "there is no colon with a space behind it"},
		{"delimiter ':'", "there is no colon with a space behind it"},
		{"map value", "there is nothing after the colon"},
		{"mapping value", "there is a second colon: put a text that has one in quotes"},
		{"map key-value", "there is something behind the end of a text, or a tab within it: put the whole text in quotes, with \\\" in place of quotes within it"},
		{"key", "the name before the colon is no plain text"},
	}, message, "look at the indentation, the colons and the quotes of this line and the one before")
}

// plainRule says of a rule that cannot be compiled what is wrong with it, given what the library says.
func plainRule(message string, forGroup bool) string {
	kinds := "each figure is true or false here: write overdue, not overdue > 0"
	if forGroup {
		kinds = "each figure is a number here: write overdue > 0, not overdue"
	}
	return first([]saidOf{
		{"func(string) bool", "a priority is asked for with its word in quotes, as in priority(\"High\")"},
		{"to call priority", "a priority is asked for with one word in quotes, as in priority(\"High\")"},
		{"mismatched types", kinds},
		{"expected bool", kinds},
		{"invalid operation", kinds},
		{"non-bool", kinds},
		{"divide by zero", "it divides by a number that can be 0: multiply instead, as in overdue * 4 >= outstanding"},
		{"token EOF", "it breaks off: something is missing at its end"},
		{"not terminated", "a word in quotes does not end: put the quotation mark behind it"},
		{"unclosed", "a bracket is open to the end: close it"},
	}, message, "it is not understood from here on: a rule has names of figures, numbers, and, or, not, brackets, + - * and > >= == <= <")
}
