package layout

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"

	"codeberg.org/go-pdf/fpdf"

	"boardpack/report/pdf/tag"
)

// Picture is a PNG picture of 8 bits a colour, with what it shows in words. It stands among the first pages: later ones are drawn apart,
// and have only the pictures of these.
type Picture struct {
	PNG           []byte
	Alt           string
	Lang          string
	Width, Height float64 // in points
}

func (p Picture) set(f *flow, parent *tag.Elem) {
	figure := parent.New(tag.Figure)
	figure.Alt, figure.Lang = p.Alt, p.Lang
	width, height := snap(p.Width), snap(p.Height)
	f.add(strip{height: height, figure: figure, width: width, items: []item{{elem: figure, what: bitmap{p.PNG, width, height}}}})
}

// bitmap is a picture's dots, drawn into a rectangle.
type bitmap struct {
	png  []byte
	w, h float64
}

func (b bitmap) draw(p *pen, x, y float64) {
	sum := sha256.Sum256(b.png)
	name, options := hex.EncodeToString(sum[:]), fpdf.ImageOptions{ImageType: "PNG"}
	if p.later {
		p.pdf.SetErrorf("a picture stands after page %d", partPages)
		return
	}
	p.pdf.RegisterImageOptionsReader(name, options, bytes.NewReader(b.png))
	p.pdf.ImageOptions(name, x, y, b.w, b.h, false, options, 0, "")
}
