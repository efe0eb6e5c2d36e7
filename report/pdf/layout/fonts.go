package layout

import (
	"fmt"
	"slices"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"

	"boardpack/report/pdf/finish"
)

// Fonts is Liberation Sans, regular and bold, read once and shared by all documents of a run. It never changes, so documents may
// be made side by side.
type Fonts struct {
	regular, bold *face
}

// NewFonts reads the fonts. It takes some milliseconds: call it once.
func NewFonts() (*Fonts, error) {
	regular, err := newFace("FA", "BOARDA+LiberationSans", liberationsansregular.TTF)
	if err != nil {
		return nil, err
	}
	bold, err := newFace("FB", "BOARDB+LiberationSans-Bold", liberationsansbold.TTF)
	if err != nil {
		return nil, err
	}
	return &Fonts{regular: regular, bold: bold}, nil
}

func (f *Fonts) face(bold bool) *face {
	if bold {
		return f.bold
	}
	return f.regular
}

// common are the characters that most packs keep to: Latin with all Welsh letters, Greek, and the signs of ordinary text.
const (
	commonLast  = 0x24F
	signsFirst  = 0x2010
	signsLast   = 0x22FF
	shapesFirst = 0x25A0
	shapesLast  = 0x25CF
)

func isCommon(r rune) bool {
	return r <= commonLast || r >= signsFirst && r <= signsLast || r >= shapesFirst && r <= shapesLast || r == replacement
}

// face is one font: its file, a smaller file with the common characters alone, and the widths by which text is measured.
//
// Each document gets its own cut of the font. Cutting the small file costs a fraction; the whole file is taken only for the
// rare document that needs another character.
type face struct {
	resource string // what pages call it
	name     string // in the document
	whole    []byte
	common   []byte
	widths   []uint16 // by character, in thousandths of the size; noGlyph where the font has none
	metrics  finish.FontMetrics
}

const noGlyph = 0xFFFF

// replacement stands for a character that the fonts do not have. What was meant is kept beside it for screen readers and search.
const replacement = '\u25A1'

func newFace(resource, name string, ttf []byte) (*face, error) {
	f := &face{resource: resource, name: name, whole: ttf}
	if err := f.read(); err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	var common []rune
	for r := range rune(len(f.widths)) {
		if isCommon(r) && f.has(r) {
			common = append(common, r)
		}
	}
	f.common = fpdf.UTF8CutFont(ttf, string(common))
	return f, nil
}

func (f *face) read() error {
	tables, err := fontTables(f.whole)
	if err != nil {
		return err
	}
	if f.widths, err = readWidths(tables); err != nil {
		return err
	}
	f.metrics, err = readMetrics(tables)
	return err
}

// width of a character in thousandths of the size.
func (f *face) width(r rune) int {
	if f.has(r) {
		return int(f.widths[r])
	}
	return int(f.widths[replacement])
}

func (f *face) has(r rune) bool {
	return int(r) < len(f.widths) && f.widths[r] != noGlyph
}

// file gives the smallest font file that has the characters.
func (f *face) file(drawn []rune) []byte {
	if slices.ContainsFunc(drawn, func(r rune) bool { return !isCommon(r) }) {
		return f.whole
	}
	return f.common
}
