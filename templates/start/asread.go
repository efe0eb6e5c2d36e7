package start

import (
	"iter"
	"maps"
	"slices"

	"boardpack/report"
	"boardpack/report/master"
)

// readAsDrafted reads the master as a build will, with the columns and themes that are drafted. The register is nil where it cannot
// be read yet, because a needed column is missing.
func (d *Draft) readAsDrafted(o Options) {
	v, rules := d.base.Vocabulary, d.base.Rules
	v.Columns = map[report.Field][]string{}
	for _, f := range report.Fields() {
		v.Columns[f] = d.columnWords(f)
	}
	v.Sheets = d.sheetNames()
	if d.themes != nil {
		rules.Themes, v.Themes = d.themes, maps.Clone(v.Themes)
		for _, theme := range d.themes {
			v.Themes[theme.ID] = append(slices.Clone(d.synonyms[theme.ID]), theme.Name["en"])
		}
	}
	if register, err := master.ReadBytes(d.File, o.Data, master.Options{Month: o.Month, Vocabulary: &v, Rules: &rules}); err == nil {
		d.register = register
	}
}

// Recommendations counts those that a build would read; false where the master cannot be read yet.
func (d *Draft) Recommendations() (n int, ok bool) {
	if d.register == nil {
		return 0, false
	}
	return len(d.register.Recommendations), true
}

// Sheets are the names of the sheets that were read; none of a CSV file.
func (d *Draft) Sheets() []string {
	switch {
	case d.register != nil && len(d.register.Sheets) > 1:
		return d.register.Sheets
	case d.Outline.Sheet != "":
		return []string{d.Outline.Sheet}
	}
	return nil
}

// values gives the texts of a field in the rows that count as recommendations, each once with its first cell; where the master cannot be
// read yet, those of its column.
func (d *Draft) values(f report.Field) []master.OutlineValue {
	if d.register == nil {
		if c := d.column(f); c != nil {
			return c.Values
		}
		return nil
	}
	var out []master.OutlineValue
	for r := range d.lines() {
		text := map[report.Field]string{report.FieldTheme: r.ThemeAsTyped, report.FieldHeading: r.Heading, report.FieldStatus: r.Status}[f]
		if text == "" {
			continue
		}
		if i := slices.IndexFunc(out, func(v master.OutlineValue) bool { return v.Text == text }); i >= 0 {
			out[i].Rows++
			continue
		}
		out = append(out, master.OutlineValue{Text: text, Rows: 1, Cell: d.register.Address(r, f)})
	}
	return out
}

// lines gives the rows of the recommendations, each action of one for itself.
func (d *Draft) lines() iter.Seq[*report.Recommendation] {
	return func(yield func(*report.Recommendation) bool) {
		if d.register == nil {
			return
		}
		for i := range d.register.Recommendations {
			for r := range d.register.Recommendations[i].Lines() {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// isRead tells whether the reader knows what a status means, so that there is nothing to guess.
func (d *Draft) isRead(status string) bool {
	for r := range d.lines() {
		if r.Status == status && r.State != report.Unrecognised {
			return true
		}
	}
	return false
}
