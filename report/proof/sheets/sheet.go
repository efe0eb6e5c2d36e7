package sheets

import (
	"maps"
	"slices"
	"strings"
)

// Cell is a cell by its place, "Cover!B7", and what it holds.
type Cell struct{ Place, Text string }

// Head gives the number of the row that the sheet's table begins with; without a table, of the last row that holds anything.
func (s *Sheet) Head() int {
	if s.Table != nil {
		return s.Table.area.first.row
	}
	return slices.Max(append(slices.Collect(maps.Keys(s.rows)), 0))
}

// Lines gives what stands in the first column from a row to the one above the head.
func (s *Sheet) Lines(from int) []string {
	var out []string
	for n, head := from, s.Head(); n < head; n++ {
		if text := s.cell(place{n, 1}); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// Beside gives the cells that hold something and stand neither in the first column down to the head nor in the table.
func (s *Sheet) Beside() []Cell {
	var out []Cell
	head := s.Head()
	for _, n := range slices.Sorted(maps.Keys(s.rows)) {
		for c, text := range s.rows[n] {
			if text == "" || c == 0 && n <= head || s.Table != nil && s.Table.area.has(n, c+1) {
				continue
			}
			out = append(out, Cell{s.Name + "!" + place{n, c + 1}.String(), text})
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

// readAround notes what a sheet prints on each page.
func (s *Sheet) readAround(data []byte) {
	scan := scanner{data: data}
	for {
		before, e, ok := scan.next()
		switch {
		case !ok:
			return
		case string(e.name) == "/oddHeader":
			s.Header = edge(unescape(before))
		case string(e.name) == "/oddFooter":
			s.Footer = edge(unescape(before))
		}
	}
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
