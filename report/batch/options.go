package batch

import (
	"encoding/json"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/content"
	"boardpack/report/master"
	"boardpack/report/pdf"
	"boardpack/report/plainfile"
)

// Options say what to build from what. The template comes in loaded: batch reads no settings of its own.
type Options struct {
	Input     string         // folder of the months
	Out       string         // folder to publish in
	Months    []report.Month // to build; none: the newest under Input
	All       bool           // build every month under Input
	Masters   []string       // paths, or names of masters under Input; none: every master of the month
	AsAt      report.Date    // instead of the master's own; only with a single month
	Previous  report.Month   // the month to compare with; zero: the newest one before
	Published string         // folder of what was published, to say what was restated; "": Out
	Strict    bool           // warnings count as errors
	Jobs      int            // masters read, and files made, side by side; under 1: one
	Force     bool           // make again what has not changed, too
	Portfolio bool           // make one pack over all masters of the month too

	// Editions are the PDFs that are made in each language; none: the paper.
	Editions []content.Edition

	// Split makes a workbook of each owner or theme too, with their rows alone; "" for none.
	Split report.GroupKind

	Rules      *report.Rules
	Vocabulary *report.Vocabulary
	index      *master.Index  // of these two; nil before a run
	Words      []report.Words // one for each language to write
	// FiguresWords are the languages of the figures file, whose messages are in the first: those of the template, so that the
	// file does not depend on which languages a run writes. None: Words.
	FiguresWords []report.Words
	// Own gives the settings that a master has on sheets of its own, from its bytes; nil where it has none. A portfolio, the months and
	// the languages are the run's alone. Nil: no master has any.
	Own func(name string, data []byte) (*Own, error)
	// NoThemes says what is to be done where neither the run nor a master's own sheets have a theme: no pack is made of it then. Nil: packs
	// are made without.
	NoThemes error
	// Given are the settings that were given for this run, as "due_soon_days=30": they are in Rules and Own already.
	Given  []string
	Limits master.Limits
	// Guess says what the columns of a master without the needed ones would be taken for; nil for nothing.
	Guess      func(o *master.Outline)
	Accent     colour.Colour  // of headings and lines
	Logo       *pdf.Logo      // on the cover of the PDF; nil for none
	Unattached bool           // the figures file is not attached to the PDF
	Fonts      []pdf.FontFile // for characters that the shipped fonts lack
	PDFParts   []string       // parts of the PDF, in order; none: all
	Sheets     []string       // sheets of the workbook, in order; none: all
	PageParts  []string       // parts of the page for browsers, in order; none: all
	Outputs    []string       // the kinds of files that are made: see Output; none: all
	FileName   FileNames      // pattern of the files' names; "": defaultFileName
	Templates  []File         // what the template was read from, for the manifest
	Version    string         // of the tool, for the manifest
	// Tool tells one build of the program from another, by its source or its bytes: packs are made again when it changes.
	Tool string

	// Returns gives what came back in a month from asking the owners, nil where nobody was asked; nil for never.
	Returns func(report.Month) *Returns

	// Progress is told of each master that is done, in the order of the masters whatever the timing; nil for nobody.
	Progress func(done, total int, name string)

	// Note is told of the files and folders under Input that are not read, before any pack is made; nil for nobody. Its places are
	// paths under Input. It is no part of any pack: what is not read does not change one.
	Note func([]report.Problem)
}

// File is a file's name and content.
type File struct {
	Name string
	Data []byte
}

// makes tells whether an edition is asked for.
func (o *Options) makes(e content.Edition) bool { return content.HasEdition(o.Editions, e) }

// parts are the sections of an edition's PDF, in order; none: all. Those of the template are the paper's.
func (o *Options) parts(e content.Edition) []string {
	if e == content.ThePaper {
		return o.PDFParts
	}
	return nil
}

// tool is the program and its version, as files name what made them.
func (o *Options) tool() string { return "boardpack " + o.Version }

func (o *Options) figuresWords() []report.Words {
	if len(o.FiguresWords) > 0 {
		return o.FiguresWords
	}
	return o.Words
}

// basis is the hash of all that decides a pack's bytes apart from its masters: the tool, the template and the settings.
func (o *Options) basis() (string, error) {
	data, err := json.Marshal(struct {
		Version, Tool  string
		Templates      []ManifestFile
		AsAt, Previous string
		Limits         master.Limits
		Given          []string `json:",omitempty"`
	}{o.Version, o.Tool, o.templateFiles(), o.AsAt.String(), o.Previous.String(), o.Limits, o.Given})
	return plainfile.Sum(data), err
}

func (o *Options) templateFiles() []ManifestFile {
	out := []ManifestFile{}
	for _, f := range o.Templates {
		out = append(out, ManifestFile{f.Name, plainfile.Sum(f.Data)})
	}
	return out
}
