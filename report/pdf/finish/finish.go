// Package finish turns the file that fpdf writes into one that conforms to PDF/UA-1 (ISO 14289-1) and PDF/A-3A (ISO 19005-3).
//
// fpdf draws pages and writes the metadata stream. It knows nothing of structure trees, tagged links,
// associated files or file identifiers, and its outline assumes that all pages are of one height. So its bytes are read back
// here (read.go), part by part (parts.go), the catalog and the pages are patched (patch.go), and what is missing is added: the fonts (fonts.go), the
// colour profile (srgb.icc), the structure tree (structure.go), links (annots.go), bookmarks (outline.go) and the attached file (attach.go). Then all is
// written again with a cross-reference stream (write.go).
//
// The same input gives the same bytes: there is no clock here, and the file identifier is a hash of the content.
package finish

import (
	_ "embed"
	"io"

	"boardpack/report/pdf/tag"
)

// sRGB is the colour profile of the output intent: sRGB (IEC 61966-2-1) in ICC version 4, from Compact ICC Profiles, which are in the public
// domain (CC0 1.0).
//
//go:embed srgb.icc
var sRGB []byte

// Input is a drawn document and what it lacks.
type Input struct {
	Pages       *Pages // with marked content
	Tree        *tag.Elem
	Annots      []Annot // tag.Kid.Annot counts from 0 in this list
	Outline     []Bookmark
	Attachments []Attachment
	// Destinations are places with names, for links from outside the file.
	Destinations []Destination
	Fonts        []Font
}

// Point is a place in the document. Page counts from 0; Y is in points from the foot of the page.
type Point struct {
	Page int
	Y    float64
}

// Destination is a place with a name. Each name is there once.
type Destination struct {
	Name   string
	Target Point
}

// Write writes the finished file.
func Write(w io.Writer, in Input) error {
	f, err := in.Pages.join()
	if err != nil {
		return err
	}
	annots := f.addAnnots(in.Annots)
	structure := f.addStructure(in.Tree, annots)
	outline := f.addOutline(in.Outline)
	files := f.addAttachments(in.Attachments)
	if err := f.addFonts(in.Fonts); err != nil {
		return err
	}
	f.patchPages(annots)
	if err := f.patchCatalog(structure, outline, files, in.Destinations); err != nil {
		return err
	}
	return f.write(w)
}
