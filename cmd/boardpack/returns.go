package main

import (
	"boardpack/report"
	"boardpack/report/batch"
	"boardpack/report/plainfile"
	"boardpack/report/round"
)

// returns gives the packs of a month what its round has for them; nil where nobody was asked.
func (c *call) returns(month report.Month) *batch.Returns {
	packed := round.ReadPacked(c.round, month)
	if packed == nil {
		return nil
	}
	out := &batch.Returns{Of: packed.Of}
	for _, f := range packed.Files {
		out.Files = append(out.Files, batch.ManifestFile{Name: f.Name, SHA256: plainfile.Sum(f.Data)})
	}
	return out
}
