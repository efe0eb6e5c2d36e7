package layout

import (
	"fmt"
	"slices"
	"sync"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"

	"boardpack/report/glyphs"
	"boardpack/report/pdf/finish"
	"boardpack/report/pdf/truetype"
)

// Fonts are the fonts of a paper: Liberation Sans, and behind it those that have what it lacks: the fonts that a template names,
// and DejaVu Sans. They are shared by all documents of a run, and documents may be made side by side.
type Fonts struct {
	weights [2]*cascade // regular, bold
	marks   *glyphs.Marks
}

// cascade is the fonts of one weight, the best first.
type cascade struct {
	main *face
	more func() []*face // behind it; read when a text first needs them, which few do
}

// FontFile is a font of a team's own, for characters that the others lack.
type FontFile struct {
	Name string // of the file, for messages
	TTF  []byte
}

// NewFonts reads the fonts. It takes some milliseconds: call it once. It fails where a font of the team's own is no TrueType font.
func NewFonts(own ...FontFile) (*Fonts, error) {
	var named []*face
	for i, file := range own {
		f, err := newFace(fmt.Sprintf("FE%d", i), fmt.Sprintf("BOARDE+Font%d", i+1), file.TTF)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file.Name, err)
		}
		named = append(named, f)
	}
	regular, err := newCascade("FA", "BOARDA+LiberationSans", liberationsansregular.TTF, named, "FC", "BOARDC+DejaVuSans", dejavusans.TTF)
	if err != nil {
		return nil, err
	}
	bold, err := newCascade("FB", "BOARDB+LiberationSans-Bold", liberationsansbold.TTF, named, "FD", "BOARDD+DejaVuSans-Bold", dejavusansbold.TTF)
	if err != nil {
		return nil, err
	}
	return &Fonts{weights: [2]*cascade{regular, bold}}, nil
}

func newCascade(resource, name string, ttf []byte, named []*face, moreResource, moreName string, more []byte) (*cascade, error) {
	main, err := newFace(resource, name, ttf)
	if err != nil {
		return nil, err
	}
	main.cutCommon()
	return &cascade{main: main, more: sync.OnceValue(func() []*face {
		last, err := newFace(moreResource, moreName, more)
		if err != nil {
			return named // the file is part of the program, and a test reads it
		}
		return append(slices.Clone(named), last)
	})}, nil
}

// Printing gives the same fonts for a document in which signs are printed as these marks.
func (f *Fonts) Printing(marks *glyphs.Marks) *Fonts { return &Fonts{weights: f.weights, marks: marks} }

func (f *Fonts) cascade(bold bool) *cascade {
	if bold {
		return f.weights[1]
	}
	return f.weights[0]
}

func (f *Fonts) face(bold bool) *face { return f.cascade(bold).main }

// Has tells whether there is a glyph for a character, or a sign that is printed for it.
func (f *Fonts) Has(r rune) bool {
	if f.face(false).has(r) {
		return true
	}
	if _, marked := f.marks.Of(r); marked {
		return !glyphs.IsNobodys(r)
	}
	return f.cascade(false).other(r) != nil
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
	return r <= commonLast || r >= signsFirst && r <= signsLast || r >= shapesFirst && r <= shapesLast
}

// face is one font: its file, a smaller file with the common characters alone, and the widths by which text is measured.
//
// Each document gets its own cut of the font. Cutting the small file costs a fraction; the whole file is taken only for the
// rare document that needs another character.
type face struct {
	resource string // what pages call it
	name     string // in the document
	whole    []byte
	common   []byte   // nil for a font that few documents draw with
	widths   []uint16 // by character, in thousandths of the size; truetype.NoGlyph where the font has none
	metrics  finish.FontMetrics
}

func newFace(resource, name string, ttf []byte) (*face, error) {
	f := &face{resource: resource, name: name, whole: ttf}
	if err := f.read(); err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	return f, nil
}

// cutCommon makes the smaller file.
func (f *face) cutCommon() {
	var common []rune
	for r := range rune(len(f.widths)) {
		if isCommon(r) && f.has(r) {
			common = append(common, r)
		}
	}
	f.common = fpdf.UTF8CutFont(f.whole, string(common))
}

func (f *face) read() error {
	tables, err := truetype.Tables(f.whole)
	if err != nil {
		return err
	}
	if f.widths, err = truetype.Widths(tables); err != nil {
		return err
	}
	f.metrics, err = readMetrics(tables)
	return err
}

// width of a character that the font has, in thousandths of the size.
func (f *face) width(r rune) int { return int(f.widths[r]) }

func (f *face) has(r rune) bool {
	return int(r) < len(f.widths) && f.widths[r] != truetype.NoGlyph
}

// file gives the smallest font file that has the characters.
func (f *face) file(drawn []rune) []byte {
	if f.common == nil || slices.ContainsFunc(drawn, func(r rune) bool { return !isCommon(r) }) {
		return f.whole
	}
	return f.common
}
