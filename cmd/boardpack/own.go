package main

import (
	"slices"
	"strings"

	"boardpack/report/batch"
	"boardpack/report/round"
	"boardpack/templates/sheets"
)

// useGiven puts the settings that are given for this run into the template.
func (c *call) useGiven(o *batch.Options) error {
	c.given = nil
	for _, text := range c.set {
		name, value, ok := strings.Cut(text, "=")
		if name = strings.TrimSpace(name); !ok || name == "" {
			return usageError{"--set takes a name and a value, for example: --set due_soon_days=30"}
		}
		if slices.ContainsFunc(c.given, func(g sheets.Given) bool { return g.Name == name }) {
			return usageError{"--set " + name + " is given twice"}
		}
		c.given = append(c.given, sheets.Given{Name: name, Value: strings.TrimSpace(value)})
	}
	slices.SortFunc(c.given, func(a, b sheets.Given) int { return strings.Compare(a.Name, b.Name) })
	for _, g := range c.given {
		o.Given = append(o.Given, g.Name+"="+g.Value)
	}
	if err := sheets.UseGiven(c.template, c.given); err != nil {
		return usageError{"--set " + err.Error()}
	}
	return nil
}

// ownSettings gives what reads the settings that a spreadsheet has on its own sheets.
func (c *call) ownSettings(o batch.Options) func(name string, data []byte) (*batch.Own, error) {
	return func(name string, data []byte) (*batch.Own, error) {
		s, err := sheets.Read(name, data, c.template, o.Limits, c.given...)
		if err != nil || s == nil {
			return nil, err
		}
		own := &batch.Own{Rules: &s.Rules, Vocabulary: &s.Vocabulary, Accent: s.Accent, NoThemes: s.NoThemes, Key: s.Key}
		for _, offered := range s.Offered {
			own.Offered = append(own.Offered, batch.OfferedStatus(offered))
		}
		return own, nil
	}
}

// offered are the words for statuses that a spreadsheet's own sheet offers.
func offered(own *batch.Own) []round.Offered {
	var out []round.Offered
	for _, o := range own.Offered {
		out = append(out, round.Offered(o))
	}
	return out
}
