package excelrules

import (
	"strconv"
	"strings"
)

// table is an Excel table.
type table struct {
	name, part string
	root       *node
	at         box
	columns    []*node
	head       int // rows of headings
	totals     int // rows of totals
	has        map[string]bool
}

// tables collects the tables, whose names and numbers are their own.
func (f *file) tables() {
	ids := map[string]bool{}
	for _, s := range f.sheets {
		for _, part := range f.led(s.part, "table") {
			root := f.part(part)
			t := &table{name: root.attr("displayName"), part: part, root: root, columns: root.all("tableColumn"), head: 1, has: map[string]bool{}}
			t.at, _ = area(root.attr("ref"))
			if root.attr("headerRowCount") == "0" {
				t.head = 0
			}
			t.totals, _ = strconv.Atoi(root.attr("totalsRowCount"))
			for _, c := range t.columns {
				t.has[fold(decoded(c.attr("name")))] = true
			}
			if ids[root.attr("id")] || !isName(t.name) || f.table[fold(t.name)] != nil || f.places[fold(t.name)] != "" {
				f.say("names of tables", part, "%s, number %s", t.name, root.attr("id"))
			}
			ids[root.attr("id")], f.table[fold(t.name)] = true, t
		}
	}
}

// on gives the tables of a sheet.
func (f *file) tablesOn(s sheet) []*table {
	var out []*table
	for _, part := range f.led(s.part, "table") {
		for _, t := range f.table {
			if t.part == part {
				out = append(out, t)
			}
		}
	}
	return out
}

// check: the cells of its head are the names of its columns, its filter leaves its totals out, and its formulas are sound.
func (t *table) check(f *file, cells map[[2]int]*cellOf) {
	say := func(format string, args ...any) { f.say("tables", t.part, format, args...) }
	if t.at.bottom-t.at.top+1-t.head-t.totals < 1 || len(t.columns) != t.at.right-t.at.left+1 {
		say("%d columns and no row in %s", len(t.columns), t.root.attr("ref"))
	}
	seen := map[string]bool{}
	for i, c := range t.columns {
		name := decoded(c.attr("name"))
		if name == "" || units(name) > 255 || seen[fold(name)] {
			say("the name of column %d", i+1)
		}
		seen[fold(name)] = true
		if head := cells[[2]int{t.at.left + i, t.at.top}]; t.head == 1 && (head == nil || !head.isText() || head.value != name) {
			say("the heading of column %d is not its name: Excel repairs the table", i+1)
		}
		t.total(c, cells[[2]int{t.at.left + i, t.at.bottom}], say)
		if formula := c.first("calculatedColumnFormula"); formula != nil {
			f.formula(formula.text, t.part, inCell, t)
		}
	}
	if filter := t.root.first("autoFilter"); filter != nil {
		if at, _ := area(filter.attr("ref")); at != (box{t.at.left, t.at.top, t.at.right, t.at.bottom - t.totals}) {
			say("its filter is over %s", filter.attr("ref"))
		}
	}
}

// total: a cell of the totals row is the label of its column or its formula.
func (t *table) total(c *node, cell *cellOf, say func(string, ...any)) {
	label, function := c.attr("totalsRowLabel"), c.attr("totalsRowFunction")
	switch {
	case t.totals == 0 && label+function != "":
		say("%s has a total, and the table no row of them", c.attr("name"))
	case t.totals == 1 && label != "" && (cell == nil || cell.value != decoded(label)):
		say("the label of the totals is not in its cell")
	case t.totals == 1 && function == "custom" && (cell == nil || c.first("totalsRowFormula") == nil || cell.formula != c.first("totalsRowFormula").text):
		say("the total of %s is not the formula of its cell", c.attr("name"))
	}
}

// slicers: each is drawn, and stands over a column of a table by its cache, whose name is kept as a place.
func (f *file) slicers() {
	caches, named := map[string]bool{}, map[string]bool{}
	for _, part := range f.names {
		if !strings.HasPrefix(part, "xl/slicerCaches/slicer") {
			continue
		}
		root := f.part(part)
		name := root.attr("name")
		if caches[name] || !isName(name) || f.places[fold(name)] != "#N/A" {
			f.say("slicers", part, "the cache %s", name)
		}
		caches[name] = true
		for _, over := range root.all("tableSlicerCache") {
			if !f.hasColumn(over.attr("tableId"), over.attr("column"), decoded(root.attr("sourceName"))) {
				f.say("slicers", part, "table %s has no column %q", over.attr("tableId"), root.attr("sourceName"))
			}
		}
	}
	for _, part := range f.names {
		if !strings.HasPrefix(part, "xl/slicers/") {
			continue
		}
		for _, s := range f.part(part).all("slicer") {
			name := fold(s.attr("name"))
			if named[name] || !caches[s.attr("cache")] || units(name) > 255 {
				f.say("slicers", part, "%s", s.attr("name"))
			}
			named[name] = true
		}
	}
	for _, name := range f.drawn {
		if !named[fold(name)] {
			f.say("slicers", "drawings", "%s is drawn and not there", name)
		}
		delete(named, fold(name))
	}
	for name := range named {
		f.say("slicers", "drawings", "%s is not drawn", name)
	}
}

func (f *file) hasColumn(id, column, name string) bool {
	for _, t := range f.table {
		for _, c := range t.columns {
			if t.root.attr("id") == id && c.attr("id") == column && decoded(c.attr("name")) == name && t.root.first("autoFilter") != nil {
				return true
			}
		}
	}
	return false
}
