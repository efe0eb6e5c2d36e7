package excelrules

import (
	"regexp"
	"slices"
	"strings"

	"boardpack/report/pattern"
)

// Where a formula is.
const (
	inCell = "a cell"
	inRule = "a rule of colours"
	inList = "a drop-down list"
)

const (
	literal    = pattern.Expression(`"(?:[^"]|"")*"`)
	errorValue = pattern.Expression(`#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A)`)
	ofTable    = pattern.Expression(`([\p{L}_\\][\w.\\]*)?(\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\])`)
	ofColumn   = pattern.Expression(`\[((?:[^\[\]']|'.)*)\]`)
	ofSheet    = pattern.Expression(`(?:'((?:[^']|'')+)'|([\p{L}_\\][\p{L}\p{N}_.]*))!`)
	function   = pattern.Expression(`([A-Za-z_][\w.]*)\(`)
	bareName   = pattern.Expression(`[\p{L}_][\p{L}\p{N}_.]*`)
	escaped    = pattern.Expression(`'(.)`)
)

// known are the functions of Excel 2007 that our formulas use: they need no prefix, and every program has them.
func known() []string {
	return strings.Fields(`AND CHAR CHOOSE COLUMN COUNT COUNTA COUNTIF COUNTIFS DATE DAY HYPERLINK IF IFERROR INDEX INT ISBLANK ISNUMBER LEN MATCH MAX MIN
		MONTH N NOT OFFSET OR ROUND ROW SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT TEXT TRUE FALSE VALUE YEAR`)
}

// formula: lengths, parentheses, functions, and that what it names is there. Rules of colours and lists know no columns of tables.
func (f *file) formula(formula, part, where string, own *table) {
	say := func(what string) { f.say("formulas", part, "%s: %s in %.90s", where, what, formula) }
	if units(formula) > 8192 || strings.HasPrefix(formula, "=") {
		say("too long, or begins with =")
	}
	for _, text := range literal.FindAllString(formula, -1) {
		if units(strings.ReplaceAll(text[1:len(text)-1], `""`, `"`)) > 255 {
			say("a text of more than 255 units")
		}
	}
	bare := errorValue.ReplaceAllString(literal.ReplaceAllString(formula, `""`), "0")
	for _, s := range sheetsNamed(bare) {
		if !f.hasSheet(s) && !strings.Contains(s, "[") {
			say("the sheet " + s)
		}
	}
	bare = ofSheet.ReplaceAllString(bare, "")
	for _, m := range ofTable.FindAllStringSubmatch(bare, -1) {
		if where != inCell {
			say("a column of a table")
		}
		f.structured(m[1], m[2], own, say)
	}
	bare = ofTable.ReplaceAllString(bare, "0")
	if strings.Count(bare, "(") != strings.Count(bare, ")") || strings.ContainsRune(regexp.MustCompile(`\{[^}]*\}`).ReplaceAllString(bare, ""), ';') {
		say("parentheses or semicolons")
	}
	for _, m := range function.FindAllStringSubmatch(bare, -1) {
		if !slices.Contains(known(), m[1]) {
			say("the function " + m[1])
		}
	}
	for _, at := range bareName.FindAllStringIndex(bare, -1) {
		name := bare[at[0]:at[1]]
		_, _, isCell := place(name)
		before, after := at[0] > 0 && (bare[at[0]-1] == '$' || bare[at[0]-1] >= '0' && bare[at[0]-1] <= '9'), at[1] < len(bare) && (bare[at[1]] == '(' || bare[at[1]] == '$')
		if isCell || before || after || name == "TRUE" || name == "FALSE" || f.places[fold(name)] != "" || f.table[fold(name)] != nil {
			continue
		}
		say("the name " + name)
	}
}

// structured checks a reference to columns of a table.
func (f *file) structured(name, inner string, own *table, say func(string)) {
	t := own
	if name != "" {
		t = f.table[fold(name)]
	}
	if t == nil {
		say("the table " + name)
		return
	}
	columns := []string{inner[1 : len(inner)-1]}
	if strings.HasPrefix(inner, "[[") {
		columns = nil
		for _, m := range ofColumn.FindAllStringSubmatch(inner[1:len(inner)-1], -1) {
			columns = append(columns, m[1])
		}
	}
	for _, c := range columns {
		if strings.HasPrefix(c, "#") {
			if !slices.Contains([]string{"#All", "#Data", "#Headers", "#Totals", "#This Row"}, c) || c == "#This Row" && t != own {
				say(c)
			}
			continue
		}
		if c = decoded(escaped.ReplaceAllString(c, "$1")); c != "" && !t.has[fold(c)] {
			say("the column " + c)
		}
	}
}

// sheetsNamed gives the sheets that a formula names.
func sheetsNamed(formula string) []string {
	var out []string
	for _, m := range ofSheet.FindAllStringSubmatch(literal.ReplaceAllString(formula, `""`), -1) {
		out = append(out, strings.ReplaceAll(m[1], "''", "'")+m[2])
	}
	return out
}
