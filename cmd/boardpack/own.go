package main

import (
	"boardpack/report/batch"
	"boardpack/templates/sheets"
)

// ownSettings gives what reads the settings that a spreadsheet has on its own sheets.
func (c *call) ownSettings(o batch.Options) func(name string, data []byte) (*batch.Own, error) {
	return func(name string, data []byte) (*batch.Own, error) {
		s, err := sheets.Read(name, data, c.template, o.Limits)
		if err != nil || s == nil {
			return nil, err
		}
		own := &batch.Own{NoThemes: s.NoThemes, Rules: &s.Rules, Vocabulary: &s.Vocabulary, Accent: s.Accent, Key: s.Key}
		for _, offered := range s.Offered {
			own.Offered = append(own.Offered, batch.OfferedStatus(offered))
		}
		return own, nil
	}
}
