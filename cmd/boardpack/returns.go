package main

import (
	"crypto/sha256"
	"encoding/hex"

	"boardpack/report"
	"boardpack/report/batch"
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
		sum := sha256.Sum256(f.Data)
		out.Files = append(out.Files, batch.ManifestFile{Name: f.Name, SHA256: hex.EncodeToString(sum[:])})
	}
	return out
}
