package layout

import "boardpack/report/colour"

// Ink names a use of colour. Blocks name inks; a document's palette says which colour each is.
type Ink uint8

// The inks of a document.
const (
	Text Ink = iota
	Muted
	Accent
	Rule   // lines between rows
	Strong // lines at the foot, under the strip and under the heads of groups; axes
	Paper  // white
	Tint   // the palest accent, behind facts and the heads of groups
	FillFull
	FillMiddle
	FillNone
	Red
	Amber
	Green
	Blue
	Black // that of Text, where a block has an ink of its own

	lastInk = Black
)

// Palette gives the colours of all inks; see package colour for what holds of them.
type Palette struct {
	colors map[Ink]colour.Colour
}

// NewPalette makes a palette around one accent colour.
func NewPalette(accent colour.Colour) Palette {
	p := colour.NewPalette(accent)
	return Palette{colors: map[Ink]colour.Colour{Text: p.Text, Muted: p.Muted, Accent: p.Accent, Rule: p.Rule, Strong: p.Strong,
		Paper: colour.White(), Tint: p.Tint, FillFull: p.Done, FillMiddle: p.Doing, FillNone: p.None,
		Black: p.Text, Red: p.Red, Amber: p.Amber, Green: p.Green, Blue: p.Blue}}
}

// color gives the colour of an ink.
func (p Palette) color(ink Ink) colour.Colour { return p.colors[ink] }

// over gives the ink that can be read on a fill: text or white.
func (p Palette) over(fill Ink) Ink {
	if colour.Contrast(p.color(fill), colour.White()) >= colour.Readable {
		return Paper
	}
	return Text
}
