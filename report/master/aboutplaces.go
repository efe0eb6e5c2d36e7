package master

import (
	"boardpack/report"
	"boardpack/report/ooxml"
)

// AboutPlaces gives the cell of the value of each entry in which a master says something of itself, by the ids of report.AboutKeys: of
// an entry without a value the cell to the right of its key. Of a key that is there twice it is the first, which counts. The map is
// empty where the master has no such entries, as a CSV file. Name is the file's name; the error is an *Unusable, as that of Read.
func AboutPlaces(name string, data []byte, o Options) (map[string]report.Place, error) {
	r := newReader(name, o)
	found, err := r.open(data)
	if err != nil {
		return nil, inFile(name, err)
	}
	out := map[string]report.Place{}
	if len(found.tables) == 0 {
		return nil, inFile(name, r.noTable(data))
	}
	best, tables, err := r.choose(found)
	if err != nil {
		return nil, inFile(name, err)
	}
	s, entries := r.aboutEntries(found.others(tables), best.header.ours)
	for _, e := range entries {
		key, known := r.match.about.find(e.key)
		if !known || out[key] != (report.Place{}) {
			continue
		}
		column := e.at.column + 1
		if e.value != nil {
			column = int(e.value.column)
		}
		out[key] = report.Place{Sheet: s.name, Cell: ooxml.CellName(column, e.row)}
	}
	return out, nil
}
