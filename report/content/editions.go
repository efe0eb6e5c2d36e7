package content

import (
	"fmt"
	"slices"
)

// Paper gives the sections that a paper of the names has, in their order; all in the usual order for no names.
func (d *Document) Paper(names []string) ([]Section, error) {
	return choose(names, d.Sections, SectionNames(), func(s Section) string { return s.ID }, "part")
}

// Book gives the sheets that a workbook of the names has, in their order; all in the usual order for no names. Sheets that this pack has
// no use for are not among them. Formulas count the rows of the recommendations, and these look their statuses up: both sheets must be
// there, as must the summary, which has the as-at date, and what is wrong with the data.
func (d *Document) Book(names []string) ([]Sheet, error) {
	for _, needed := range []string{"summary", "recommendations", "quality", "notes"} {
		if len(names) > 0 && !slices.Contains(names, needed) {
			return nil, fmt.Errorf("a workbook cannot do without the sheet %q", needed)
		}
	}
	return choose(names, d.Sheets, SheetNames(), func(s Sheet) string { return s.ID }, "sheet")
}

// choose gives what the names are of. A name that is known and of nothing here is passed over.
func choose[T any](names []string, all []T, known []string, id func(T) string, what string) ([]T, error) {
	if len(names) == 0 {
		return all, nil
	}
	var out []T
	for _, name := range names {
		if !slices.Contains(known, name) {
			return nil, fmt.Errorf("there is no %s %q", what, name)
		}
		if i := slices.IndexFunc(all, func(x T) bool { return id(x) == name }); i >= 0 {
			out = append(out, all[i])
		}
	}
	return out, nil
}
