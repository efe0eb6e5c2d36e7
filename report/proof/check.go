package proof

import (
	"boardpack/report"
	"boardpack/report/proof/difference"
	"boardpack/report/proof/figures"
)

// Figures is a figures file that Documents are proved against.
type Figures = figures.Lazy

// NewFigures takes the content of figures.json. It is read the first time that it is needed.
func NewFigures(data []byte) *Figures { return figures.New(data) }

// Difference is one place where a file does not say what it should.
type Difference = difference.Difference

// Check proves a Document against a figures file, and files against the Document.
type Check struct {
	Figures     *Figures
	Words       report.Words // the language of the Document
	DueSoonDays int          // for a figures file of an earlier version, which does not say what due soon means
	Sections    Sections     // what the files hold
	Unattached  bool         // papers do not carry the figures file
}

// Sections is what the packs of a template hold. None of one or the other is all that there are.
type Sections struct {
	PDF    []string // names of the parts
	Sheets []string // names of the sheets
}
