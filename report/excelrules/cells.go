package excelrules

import (
	"slices"
	"strconv"
	"strings"

	"boardpack/report/pattern"
)

// cellOf is a cell.
type cellOf struct {
	kind, value, formula string
	style                int
}

func (c *cellOf) isText() bool { return c.kind == "s" || c.kind == "inlineStr" }

// cells reads the cells of a sheet, which are in order, with the height of each row.
func (f *file) cells(s sheet, strings []string) (cells map[[2]int]*cellOf, heights map[int]float64) {
	cells, heights = map[[2]int]*cellOf{}, map[int]float64{}
	before := 0
	for _, row := range f.part(s.part).first("sheetData").all("row") {
		n, _ := strconv.Atoi(row.attr("r"))
		height, _ := strconv.ParseFloat(row.attr("ht"), 64)
		if n <= before || height < 0 || height > 409.5 {
			f.say("rows", s.part, "row %d, %.1f high", n, height)
		}
		before = n
		if heights[n] = height; height == 0 {
			heights[n] = 15
		}
		last := 0
		for _, c := range row.kids {
			column, at, ok := place(c.attr("r"))
			if !ok || at != n || column <= last {
				f.say("cells", s.part, "%s", c.attr("r"))
			}
			last = column
			cells[[2]int{column, n}] = f.cellOf(c, s.part, strings)
		}
	}
	return cells, heights
}

func (f *file) cellOf(c *node, part string, strings []string) *cellOf {
	out := &cellOf{kind: c.attr("t"), value: c.first("v").written()}
	out.style, _ = strconv.Atoi(c.attr("s"))
	if formula := c.first("f"); formula != nil {
		out.formula = formula.text
	}
	switch n, _ := strconv.Atoi(out.value); {
	case out.kind == "s" && n < len(strings):
		out.value = strings[n]
	case out.kind == "s":
		f.say("cells", part, "%s has text %d, which is not there", c.attr("r"), n)
	case out.kind == "inlineStr":
		out.value = decoded(c.runs())
	case out.kind == "str":
		out.value = decoded(out.value)
	}
	if units(out.value) > 32767 || out.style >= max(len(f.asText), 1) {
		f.say("cells", part, "%s is too long, or has no style", c.attr("r"))
	}
	return out
}

func (n *node) written() string {
	if n == nil {
		return ""
	}
	return n.text
}

// sharedTexts are the texts that sheets share.
func (f *file) sharedTexts() []string {
	var out []string
	for _, s := range f.part("xl/sharedStrings.xml").all("si") {
		out = append(out, decoded(s.runs()))
	}
	return out
}

const (
	numberText = pattern.Expression(`^([+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?([eE][+-]?\d+)?%?|[+-]?\.\d+)$`)
	shortYear  = pattern.Expression(`^\d{1,2}[/.-]\d{1,2}[/.-]\d\d$`)
	retyped    = pattern.Expression(`(?s)^(=.*|[+-].*[A-Za-z0-9(].*|0\d+|\d{1,2}[/-]\d{1,2}([/-]\d{2,4})?|\d+\.\d*0|\d+[eE]\d+)$`)
)

// ignored are the areas in which Excel's background checks are switched off, by check.
func ignored(root *node) map[string][]box {
	out := map[string][]box{}
	for _, e := range root.all("ignoredError") {
		over, _ := areas(e.attr("sqref"))
		for _, check := range []string{"numberStoredAsText", "twoDigitTextYear", "calculatedColumn", "listDataValidation"} {
			if isOn(e.attr(check)) {
				out[check] = append(out[check], over...)
			}
		}
	}
	return out
}

// triangles: no cell has the green corner by which Excel offers to make a number of a ref, and none becomes something else when it is
// edited.
func (f *file) triangles(s sheet, cells map[[2]int]*cellOf, tables []*table) {
	root := f.part(s.part)
	quiet := ignored(root)
	inTable := func(at [2]int) *table {
		for _, t := range tables {
			if t.at.holds(at[0], at[1]) && at[1] >= t.at.top+t.head && at[1] <= t.at.bottom-t.totals {
				return t
			}
		}
		return nil
	}
	marked := func(check string, at [2]int) bool {
		return !slices.ContainsFunc(quiet[check], func(b box) bool { return b.holds(at[0], at[1]) })
	}
	found := map[string]int{}
	for at, c := range cells {
		t, text := inTable(at), strings.TrimSpace(c.value)
		if c.isText() && c.formula == "" {
			switch {
			case numberText.MatchString(text) && marked("numberStoredAsText", at):
				found["a number as text"]++
			case shortYear.MatchString(text) && marked("twoDigitTextYear", at):
				found["a year of two digits"]++
			}
			if t != nil && c.style < len(f.asText) && !f.asText[c.style] && retyped.MatchString(text) {
				found["a text that becomes something else when it is edited"]++
			}
		}
		if t != nil && t.columns[at[0]-t.at.left].first("calculatedColumnFormula").written() != c.formula && marked("calculatedColumn", at) &&
			t.columns[at[0]-t.at.left].first("calculatedColumnFormula") != nil {
			found["a cell without the formula of its column"]++
		}
	}
	for _, d := range root.all("dataValidation") {
		for at, c := range cells {
			if inTable(at) != nil && d.attr("type") == "list" && c.value != "" && !f.listed(d, c.value) && over(d, at) && marked("listDataValidation", at) {
				found["a word that its list has not"]++
			}
		}
	}
	for what, n := range found {
		f.say("no green triangles", s.part, "%s: %s, in %d cells", s.name, what, n)
	}
}

func over(d *node, at [2]int) bool {
	list, _ := areas(d.attr("sqref"))
	return slices.ContainsFunc(list, func(b box) bool { return b.holds(at[0], at[1]) })
}

// listed tells whether a list that is written out has the word; one that stands elsewhere is taken not to.
func (f *file) listed(d *node, word string) bool {
	list := d.first("formula1").written()
	if !strings.HasPrefix(list, `"`) {
		return false
	}
	for entry := range strings.SplitSeq(strings.Trim(list, `"`), ",") {
		if fold(strings.TrimSpace(strings.ReplaceAll(entry, `""`, `"`))) == fold(strings.TrimSpace(word)) {
			return true
		}
	}
	return false
}
