package start

import (
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

// Rows counts the recommendations, or the filled rows where the master cannot be read yet.
func (d *Draft) Rows() int {
	if d.register == nil {
		return d.Outline.Rows
	}
	return len(d.register.Recommendations)
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
	for i := range d.register.Recommendations {
		r := &d.register.Recommendations[i]
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

// isRead tells whether the reader knows what a status means, so that there is nothing to guess.
func (d *Draft) isRead(status string) bool {
	return d.register != nil && slices.ContainsFunc(d.register.Recommendations, func(r report.Recommendation) bool {
		return r.Status == status && r.State != report.Unrecognised
	})
}
