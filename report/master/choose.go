package master

import (
	"cmp"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
)

// better compares tables: the first of two is to be read if it is above zero. Of equal ones it is the one that comes first.
func (r *reader) better(t, than *table) int {
	visible := func(t *table) int {
		if t.sheet.hidden {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(t.needed(), than.needed()), cmp.Compare(visible(t), visible(than)), r.nearer(t.month, than.month),
		cmp.Compare(than.place, t.place), cmp.Compare(t.has(report.FieldTheme), than.has(report.FieldTheme)),
		cmp.Compare(len(t.sheet.rows), len(than.sheet.rows)))
}

// gathered is what a file holds: its tables, in their order, and its sheets.
type gathered struct {
	tables   []*table
	sheets   []*sheet
	settings []*sheet // those of settings, which are not among the others
}

// gather reads every sheet of the workbook and finds its tables. Of a sheet without a table that can be read, the first rows
// are kept, for what they say about the register, and what tells whether its refs were read elsewhere.
func (r *reader) gather(b *book) (*gathered, error) {
	g := &gathered{}
	rows, aside := 0, 0
	for _, part := range b.sheets {
		s, err := b.readSheet(part, func(s *sheet) bool { return r.match.anyTable(s) || r.match.hasRests(s) }, r.match.mayHead)
		if err != nil {
			return nil, err
		}
		if r.match.isSettings(s) {
			s.headers = nil
			g.settings = append(g.settings, s)
			continue
		}
		kept := r.match.hasRests(s)
		for _, t := range r.match.tablesOf(s) {
			t.place, t.month = r.place(s), r.monthOf(s.name)
			g.tables = append(g.tables, t)
			kept = kept || t.full()
			if !t.full() {
				t.summarise(r.match)
			}
		}
		g.sheets = append(g.sheets, s)
		s.headers = nil // they take more memory than the rows
		if !kept {
			s.rows = slices.Clone(s.rows[:min(len(s.rows), s.hints.aside())])
			if aside += s.cells(); aside > b.limits.cellsAside() {
				return nil, b.limits.overCells(b.limits.cellsAside()).at(s.name, "", 0)
			}
			continue
		}
		if rows += len(s.rows); rows > b.limits.Rows {
			return nil, b.limits.overRows().at(s.name, "", 0)
		}
	}
	return g, nil
}

// bestOf takes the table that is read whatever the others are; nil without any.
func (r *reader) bestOf(g *gathered) *table {
	var best *table
	for _, t := range g.tables {
		if best == nil || r.better(t, best) > 0 {
			best = t
		}
	}
	return best
}

// choose takes the tables that are read, in their order in the file, and the best of them, which stands for the register. A
// workbook of a pack has one: what its other sheets show is taken from there.
func (r *reader) choose(g *gathered) (best *table, read []*table, err error) {
	best = r.bestOf(g)
	r.match.nameThemes(g.tables)
	if len(g.tables) == 1 || !best.full() || best.header.ours {
		return best, []*table{best}, nil
	}
	c := &choice{reader: r, best: best, seen: refs{}}
	c.take(best)
	c.tellMonth()
	for _, t := range g.tables {
		if t != best {
			if err := c.weigh(t); err != nil {
				return nil, nil, err
			}
		}
	}
	if err := c.close(); err != nil {
		return nil, nil, err
	}
	slices.SortStableFunc(c.read, func(a, b *table) int { return slices.Index(g.tables, a) - slices.Index(g.tables, b) })
	c.tellTogether()
	return best, c.read, nil
}

// others gives the sheets from which no table is read, for what they say about the register.
func (g *gathered) others(read []*table) []*sheet {
	var out []*sheet
	for _, s := range g.sheets {
		if !slices.ContainsFunc(read, func(t *table) bool { return t.sheet.name == s.name }) {
			out = append(out, s)
		}
	}
	return out
}

// place gives the place of the sheet's name among those of the template, or that of a named range on it.
func (r *reader) place(s *sheet) int {
	best := len(r.match.sheets.words)
	for _, name := range append(s.hints.names, s.name) {
		if i, ok := r.match.sheets.find(name); ok {
			best = min(best, i)
		}
	}
	return best
}

// alike finds an unknown heading that is a slip of the pen away from a name of the field.
func (m *matcher) alike(f report.Field, h *header) (column, bool) {
	const slip, shortest = 2, 4 // letters; in shorter words two letters make another word
	for _, c := range h.columns {
		if c.field != "" || c.skip {
			continue
		}
		heading := fold.Word(c.heading)
		for i, name := range m.columns.folded {
			if m.columns.values[i] == f && len(name) >= shortest && fold.Distance(name, heading, slip) <= slip {
				return c, true
			}
		}
	}
	return column{}, false
}

// names lists fields by the template's first name for each.
func (r *reader) names(fields []report.Field) string {
	var out []string
	for _, f := range fields {
		out = append(out, r.name(f))
	}
	return strings.Join(out, ", ")
}

func (r *reader) name(f report.Field) string {
	if words := r.options.Vocabulary.Columns[f]; len(words) > 0 {
		return words[0]
	}
	return string(f)
}
