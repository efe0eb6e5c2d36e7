package templates

import (
	"errors"

	"github.com/goccy/go-yaml/ast"

	"boardpack/report/pdf/truetype"
)

// Font is a font of a team's own.
type Font struct {
	Name string // of its file
	TTF  []byte
}

// Bounds of the fonts that a team may name. The largest of the open fonts for one script has some 16 MB.
const (
	maxFonts     = 8
	maxFontBytes = 20 << 20
)

// fonts reads the names of font files.
func (p *packReader) fonts(n ast.Node) {
	words := p.each(n, func(n ast.Node) (word, bool) { return p.written(n, "the file of a font") })
	if len(words) > maxFonts {
		p.add(p.place(n), "fonts names %d files: keep to %d", len(words), maxFonts)
		return
	}
	for _, w := range words {
		data, err := p.ownFile(w.text, maxFontBytes)
		if err == nil {
			err = checkFont(data)
		}
		if err != nil {
			p.add(w.at, "the font %s %v", w.text, err)
			continue
		}
		p.t.Fonts = append(p.t.Fonts, Font{w.text, data})
	}
}

// checkFont tells whether a file is a font that packs can use. The error completes "the font …".
func checkFont(ttf []byte) error {
	switch err := truetype.Check(ttf); {
	case errors.Is(err, truetype.ErrEmbedding):
		return errors.New("does not allow documents to contain it: choose one with an open licence, such as those of the Noto family")
	case err != nil:
		return errors.New("is not a TrueType font (.ttf) with outlines: choose one that is, such as those of the Noto family")
	}
	return nil
}
