package batch

import (
	"fmt"
	"slices"

	"boardpack/report"
)

// Returns are what came back in a month from asking the owners.
type Returns struct {
	Files []ManifestFile // that it is read from
	// Of gives what is of a pack: nil for nothing, with what is to be said of it. SHA256 is that of the pack's master.
	Of func(pack *report.Pack, sha256 string) (*report.Returns, []report.Problem)
}

// returnsOf gives what came back in a month; nil where nobody was asked.
func (o *Options) returnsOf(month report.Month) *Returns {
	if o.Returns == nil {
		return nil
	}
	return o.Returns(month)
}

// returnsIn are those of the months that are asked for, each read once.
func (r *run) returnsIn(months []report.Month) map[report.Month]*Returns {
	out := map[report.Month]*Returns{}
	for _, month := range months {
		out[month] = r.returnsOf(month)
	}
	return out
}

// roundFiles are the files that a month's packs are made from beside the masters; none where nobody was asked.
func (r *run) roundFiles(month report.Month) []ManifestFile {
	if r.returns[month] == nil {
		return nil
	}
	return r.returns[month].Files
}

// withReturns adds to a pack what its owners were asked and answered.
func (r *run) withReturns(pack *report.Pack, month report.Month, sha256 string) *report.Pack {
	returns := r.returns[month]
	if returns == nil {
		return pack
	}
	in, problems := returns.Of(pack, sha256)
	out := *pack
	out.Problems = slices.Concat(problems, pack.Problems)
	if in == nil {
		return &out
	}
	return out.WithReturns(in)
}

// sameReturns looks whether the round is the one that an entry was made with.
func (o *Options) sameReturns(month report.Month, recorded []ManifestFile) error {
	var now []ManifestFile
	if returns := o.returnsOf(month); returns != nil {
		now = returns.Files
	}
	for _, f := range recorded {
		if !slices.Contains(now, f) {
			return fmt.Errorf("%s is not the one that it was made from, or is not there", f.Name)
		}
	}
	return nil
}
