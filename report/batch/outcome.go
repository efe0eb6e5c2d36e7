package batch

import (
	"errors"
	"path/filepath"
	"slices"

	"boardpack/report"
	"boardpack/report/content"
)

// Outcome is what became of one master in one month, or of the portfolio.
type Outcome struct {
	Name         string
	Month        report.Month
	Master       string // the file's path; "" for the portfolio
	AsAt         report.Date
	ComparedWith string // the master of the earlier month, as "2023-08/custody.xlsx"; "" without one
	Problems     []report.Problem
	Files        []Written // in the order in which they were made; empty for a check
	Unchanged    bool      // nothing that the pack is made from has changed, so that it was not made again; Files are those there are
	Gone         bool      // the month before had this master, and this month has not
	LeftOver     []string  // files of earlier runs that are no longer of this pack
	NoThemes     error     // what is to be done so that there is a theme, without which no pack is made; nil where there is one
	Err          error     // why there is no pack: a master that cannot be used, or one with warnings when they count as errors

	own       *Own // the settings that it was worked out by
	inputs    []input
	published *ManifestFile
	round     []ManifestFile // what came back from the owners
	warnings  int
	pack      *report.Pack // kept for Packs alone: a build lets a pack go once it is written
}

// Written is a file that was published.
type Written struct {
	Path   string
	sha256 string
}

// input is a master that went into a pack, for the manifest.
type input struct {
	listed string
	sha    string // of its bytes; "" when they cannot be read
}

// ErrStrict tells that there is no pack because its warnings count as errors.
var ErrStrict = errors.New("there are warnings, and --strict treats them as errors")

// errUnpublished tells that a pack was made and could not be published with its manifest; the error of the run says why.
var errUnpublished = errors.New("not published")

// made tells whether the run has new files of the pack.
func (out *Outcome) made() bool { return out.Err == nil && !out.Unchanged && len(out.Files) > 0 }

func (out *Outcome) add(path, sha string) { out.Files = append(out.Files, Written{path, sha}) }

// entry is the pack's part of the manifest.
func (out *Outcome) entry(o *Options, basis string) ManifestPack {
	p := ManifestPack{Register: out.Name, AsAt: out.AsAt.String(), Basis: basis, GivenAsAt: o.AsAt.String(), Previous: o.Previous.String(),
		Split: string(o.Split), Given: o.Given, Warnings: out.warnings, Unattached: o.Unattached, Inputs: manifestInputs(out.inputs), Round: out.round}
	if out.published != nil {
		p.Published = []ManifestFile{*out.published}
	}
	if o.FileName != defaultFileName {
		p.FileName = o.FileName
	}
	if !slices.Equal(o.PDFParts, content.SectionNames()) {
		p.Parts = o.PDFParts
	}
	if !slices.Equal(o.Sheets, content.SheetNames()) {
		p.Sheets = o.Sheets
	}
	if !slices.Equal(o.PageParts, content.WebNames()) {
		p.PageParts = o.PageParts
	}
	if !slices.Equal(o.Outputs, outputNames()) {
		p.Kinds = o.Outputs
	}
	if o.makes(content.TheRecord) {
		p.Editions = content.JoinEditions(o.Editions, o.Editions)
	}
	for _, f := range out.Files {
		p.Outputs = append(p.Outputs, ManifestFile{filepath.Base(f.Path), f.sha256})
	}
	return p
}

func manifestInputs(inputs []input) []ManifestFile {
	out := make([]ManifestFile, len(inputs))
	for i, in := range inputs {
		out[i] = ManifestFile{in.listed, in.sha}
	}
	return out
}
