package workbook

import "boardpack/report/colour"

// palette is the colours of the charts, as Excel writes them: those of the PDF's bars.
type palette struct {
	full   string // the accent; white numbers on it
	middle string // dark numbers on this one and on the others
	pale   string
	none   string // white, with an outline
	edge   string // of outlines, hatching and axes
	muted  string
}

const white = "FFFFFF"

// newPalette takes the shades of an accent such as "1A3A5C".
func newPalette(accent string) palette {
	c, err := colour.Parse("#" + accent)
	if err != nil {
		c = colour.DefaultAccent()
	}
	p := colour.NewPalette(c)
	return palette{full: p.Full.Hex(), middle: p.Middle.Hex(), pale: p.Pale.Hex(), none: p.None.Hex(), edge: p.Strong.Hex(), muted: p.Muted.Hex()}
}
