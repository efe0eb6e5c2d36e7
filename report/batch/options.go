package batch

import (
	"fmt"

	"boardpack/report"
	"boardpack/report/master"
)

// Options say what to build from what. The template comes in loaded: batch reads no settings of its own.
type Options struct {
	Input    string         // folder of the months
	Out      string         // folder to publish in
	Months   []report.Month // to build; none: the newest under Input
	All      bool           // build every month under Input
	Masters  []string       // paths, or names of masters under Input; none: every master of the month
	AsAt     report.Date    // instead of the master's own; only with a single month
	Previous report.Month   // the month to compare with; zero: the newest one before
	Strict   bool           // warnings count as errors
	Jobs     int            // masters processed side by side; under 1: one

	Rules      *report.Rules
	Vocabulary *report.Vocabulary
	Words      []report.Words // one for each language to write; the first also writes the figures file
	Limits     master.Limits
	Accent     Colour // of headings and lines
	Templates  []File // what the template was read from, for the manifest
	Version    string // of the tool, for the manifest
}

// File is a file's name and content.
type File struct {
	Name string
	Data []byte
}

// Colour is red, green and blue.
type Colour struct{ R, G, B uint8 }

// String is the colour as the web writes it: "#1A3A5C".
func (c Colour) String() string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }
