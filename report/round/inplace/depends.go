package inplace

import (
	"slices"
	"strings"
)

// looksAt is what a formula depends on.
type looksAt struct {
	references []reference
	anything   bool // that cannot be told
}

// add joins what another part of the formula depends on.
func (l *looksAt) add(other looksAt) {
	l.references = append(l.references, other.references...)
	l.anything = l.anything || other.anything
}

// dependencies reads what a formula on a sheet depends on. Row is that of its cell, for "this row" of a table; depth bounds names that name
// names. What cannot be told may be anything.
func (w *workbook) dependencies(text, sheet string, row, depth int) looksAt {
	const deepest = 8
	if depth > deepest {
		return looksAt{anything: true}
	}
	named, unsound := operands(text)
	out := looksAt{anything: unsound}
	for _, o := range named {
		out.add(w.dependency(o, sheet, row, depth))
	}
	return out
}

func (w *workbook) dependency(o operand, sheet string, row, depth int) looksAt {
	at := o.sheet
	switch {
	case strings.HasPrefix(at, "[0]"): // this workbook
		at = at[len("[0]"):]
	case strings.Contains(at, "[") || strings.Contains(at, "|"): // another workbook, or a program
		return looksAt{}
	case strings.HasPrefix(o.rest, "[") && strings.HasPrefix(strings.TrimLeft(o.rest[1:], "0123456789"), "]"): // "[1]!name"
		return looksAt{}
	}
	if at == "" {
		at = sheet
	}
	if o.called || o.spills {
		return w.called(o, sheet, row, depth)
	}
	if r, ok := cellsOf(o.rest); ok {
		return w.onSheets(at, r)
	}
	if r, ok := w.inTable(o.rest, row); ok {
		return looksAt{references: []reference{r}}
	}
	if isPlainWord(o.rest) {
		return w.ofName(o.rest, at, sheet, row, depth)
	}
	return looksAt{anything: true}
}

// called tells what a function looks at beside what stands between its parentheses.
func (w *workbook) called(o operand, sheet string, row, depth int) looksAt {
	name := strings.ToUpper(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(o.rest, "@"), "_xlfn."), "_xlws."))
	switch {
	case o.spills, strings.Contains(name, ":"):
		return looksAt{anything: true}
	case name == "INDIRECT", name == "OFFSET", name == "ANCHORARRAY", name == "CELL", name == "GETPIVOTDATA", name == "CALL", name == "EVALUATE":
		return looksAt{anything: true}
	}
	return w.ofName(o.rest, sheet, sheet, row, depth)
}

// ofName tells what a name of the workbook stands for; a word that is none stands for nothing. What it says of cells that are not held
// by $ depends on where it is used.
func (w *workbook) ofName(name, of, sheet string, row, depth int) looksAt {
	name = strings.ToLower(strings.TrimPrefix(name, "@"))
	var found *definedName
	for i := range w.names {
		n := &w.names[i]
		if n.name == name && (n.sheet == "" && found == nil || n.sheet != "" && strings.EqualFold(n.sheet, of)) {
			found = n
		}
	}
	if found == nil {
		return looksAt{}
	}
	out := w.dependencies(found.formula, sheet, row, depth+1)
	for _, r := range out.references {
		out.anything = out.anything || r.loose != [4]bool{}
	}
	return out
}

// onSheets says on which sheets a reference is: "S", or "S:T" for all from one to the other. One to a sheet without cells is none.
func (w *workbook) onSheets(names string, r reference) looksAt {
	first, last, several := strings.Cut(names, ":")
	if !several {
		last = first
	}
	index := func(name string) int {
		return slices.IndexFunc(w.sheets, func(s *sheet) bool { return strings.EqualFold(s.name, name) })
	}
	from, to := index(first), index(last)
	switch {
	case from < 0 && to < 0:
		return looksAt{}
	case from < 0 || to < 0:
		return looksAt{anything: true}
	}
	r.sheets = [2]int{min(from, to), max(from, to)}
	return looksAt{references: []reference{r}}
}

// inTable gives what a formula names of an Excel table: "T", "T[Column]", "T[[#This Row],[Column]]". Row is that of the formula's cell.
func (w *workbook) inTable(rest string, row int) (r reference, ok bool) {
	name, inside, brackets := strings.Cut(rest, "[")
	for i, s := range w.sheets {
		for _, t := range s.tables {
			if !strings.EqualFold(t.name, name) {
				continue
			}
			r = reference{sheets: [2]int{i, i}, area: t.area}
			if left, right, named := t.named(inside); brackets && named {
				r.left, r.right = t.area.left+left, t.area.left+right
			}
			if strings.Contains(inside, "#This Row") {
				r.top, r.bottom, r.loose = row, row, [4]bool{false, true, false, true}
			}
			return r, true
		}
	}
	return reference{}, false
}

// named finds the columns that a reference to the table names, from the first to the last; false where it names none, which means all.
func (t *table) named(inside string) (left, right int, ok bool) {
	left = len(t.columns)
	for i, column := range t.columns {
		quoted := strings.NewReplacer("'", "''", "[", "'[", "]", "']", "#", "'#", "@", "'@").Replace(column)
		if strings.HasPrefix(inside, quoted+"]") || strings.Contains(inside, "["+quoted+"]") {
			left, right, ok = min(left, i), max(right, i), true
		}
	}
	return left, right, ok
}

// isPlainWord tells of what may be a name, a number or a truth value.
func isPlainWord(s string) bool { return !strings.ContainsAny(s, ":[]'!") }
