package sheets

import (
	"maps"
	"slices"
	"strings"
)

// Cell is a cell by its place, "Cover!B7", and what it holds.
type Cell struct{ Place, Text string }

// Lines gives what the rows hold that no table has: those above the n-th table and below the one before it, from 0 on; for as many as there
// are tables, those below the last.
func (s *Sheet) Lines(n int) []string {
	var out []string
	from, until := 1, 1+slices.Max(append(slices.Collect(maps.Keys(s.rows)), 0))
	if n > 0 {
		from = s.Tables[n-1].area.last.row + 1
	}
	if n < len(s.Tables) {
		until = s.Tables[n].area.first.row
	}
	for row := from; row < until; row++ {
		for _, text := range s.rows[row] {
			if text != "" {
				out = append(out, text)
			}
		}
	}
	return out
}

// Beside gives the cells that hold something beside a table, in its rows.
func (s *Sheet) Beside() []Cell {
	var out []Cell
	for _, t := range s.Tables {
		for n := t.area.first.row; n <= t.area.last.row; n++ {
			for c, text := range s.rows[n] {
				if text != "" && !slices.ContainsFunc(s.Tables, func(t *Table) bool { return t.area.has(n, c+1) }) {
					out = append(out, Cell{s.Name + "!" + place{n, c + 1}.String(), text})
				}
			}
		}
	}
	return out
}

func (s *Sheet) cell(p place) string {
	row := s.rows[p.row]
	if p.column > len(row) {
		return ""
	}
	return row[p.column-1]
}

// Cell gives the sheet's cell by its name, "" where it is empty.
func (s *Sheet) Cell(name string) string {
	p, err := parseCell(name)
	if err != nil {
		return ""
	}
	return s.cell(p)
}

// edge parts a head or foot into left (&L), centre (&C) and right (&R), without the code for bold.
func edge(s string) Edge {
	s = strings.ReplaceAll(s, "&&", "\x00")
	part := func(sign string) string {
		_, rest, _ := strings.Cut(s, sign)
		for _, end := range []string{"&L", "&C", "&R"} {
			rest, _, _ = strings.Cut(rest, end)
		}
		return strings.ReplaceAll(strings.TrimPrefix(rest, "&B"), "\x00", "&")
	}
	return Edge{part("&L"), part("&C"), part("&R")}
}
