package batch

import (
	"fmt"

	"boardpack/report"
	"boardpack/report/content"
	"boardpack/report/proof"
)

// proofOf is what the files of a pack are proved against before they are published.
func (r *run) proofOf(e content.Edition, figures *proof.Figures, w report.Words) proof.Check {
	return proof.Check{Figures: figures, Words: w, DueSoonDays: r.Rules.DueSoonDays, Sections: proof.Sections{PDF: r.parts(e), Sheets: r.Sheets, Web: r.PageParts},
		Unattached: r.Unattached}
}

// proved names the file that does not say what the figures say. It is not published, nor is the rest of its pack.
func proved(name string, err error) error {
	if err != nil {
		return fmt.Errorf("%s is not published: %w", name, err)
	}
	return nil
}
