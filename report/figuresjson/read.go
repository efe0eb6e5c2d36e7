package figuresjson

import (
	"encoding/json"
	"fmt"

	"boardpack/report"
	"boardpack/report/plainfile"
)

// Read reads a figures file back, to compare with what it published. It fails on what is no figures file, or has another layout.
func Read(data []byte) (*report.Published, error) {
	var file struct {
		Schema   string
		Month    string
		All      published
		Themes   []published
		Settings struct {
			DueSoonDays int             `json:"due_soon_days"`
			OverdueBy   report.DueBasis `json:"overdue_by"`
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("not a figures file: %s", plainfile.SayJSON(err))
	}
	if file.Schema != Schema {
		return nil, fmt.Errorf("the schema is \"%s\", and \"%s\" is the one that is read", file.Schema, Schema)
	}
	out := &report.Published{Month: file.Month, All: report.PublishedGroup(file.All),
		DueSoonDays: file.Settings.DueSoonDays, OverdueBy: file.Settings.OverdueBy}
	for _, theme := range file.Themes {
		out.Themes = append(out.Themes, report.PublishedGroup(theme))
	}
	return out, nil
}

// published is a group of the file.
type published report.PublishedGroup

// UnmarshalJSON takes the fields that are figures; those that a later version adds are left.
func (g *published) UnmarshalJSON(data []byte) error {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return err
	}
	g.Counts = map[report.Figure]int{}
	for _, f := range report.Figures() {
		raw, ok := fields[string(f.Name)]
		if !ok {
			continue
		}
		n := 0
		if err := json.Unmarshal(raw, &n); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		g.Counts[f.Name] = n
	}
	for name, into := range map[string]any{"id": &g.ID, "refs": &g.Refs, "percent_complete": &g.Percent, "rag": &g.Rating} {
		if raw, ok := fields[name]; ok {
			if err := json.Unmarshal(raw, into); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return nil
}
