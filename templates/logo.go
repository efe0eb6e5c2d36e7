package templates

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io/fs"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"boardpack/report"
	"boardpack/report/plainfile"
)

// Logo is the picture on the cover of the PDF.
type Logo struct {
	PNG           []byte // 8 bits a colour, on white: what every PDF may hold
	Width, Height int    // in pixels
	Alt           report.Text
}

const (
	maxLogoBytes  = 1 << 20
	maxLogoPixels = 2000 // across and down
)

// logo reads the picture's name and what it shows; an empty text is no logo.
func (p *packReader) logo(n ast.Node) {
	if s, ok := scalar(n); ok && s == "" {
		return
	}
	var logo Logo
	seen := map[string]bool{}
	entries := p.entries(n, "logo")
	for _, e := range entries {
		seen[e.key] = true
		switch e.key {
		case "file":
			w, ok := p.written(e.value, "the file of the logo")
			if !ok {
				continue
			}
			if err := p.readLogo(w.text, &logo); err != nil {
				p.add(w.at, "the logo %s %v", w.text, err)
			}
		case "alt":
			logo.Alt = p.texts(e.value, "the alt text of the logo", mustBeGiven)
		default:
			p.add(e.at, "unknown key \"%s\" in logo: %s", e.key, instead(e.key, []string{"file", "alt"}))
		}
	}
	if entries == nil {
		return
	}
	if !seen["file"] {
		p.add(p.place(n), "logo has no file: add the line file: and the name of a PNG picture in this folder")
	}
	if !seen["alt"] {
		p.add(p.place(n), "logo has no alt: add the line alt: and, in each language, what the picture shows, for those who cannot see it")
	}
	p.t.Logo = &logo
}

// readLogo reads the picture and draws it on white: PDF readers differ in what they make of see-through pictures, of 16
// bits and of interlacing, and archives allow less than all.
func (p *packReader) readLogo(name string, logo *Logo) error {
	data, err := p.ownFile(name, maxLogoBytes)
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")) {
		return errors.New("is not a PNG picture: open it in a picture program and save it as PNG")
	}
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err == nil && max(size.Width, size.Height) > maxLogoPixels {
		return fmt.Errorf("is %d by %d pixels: make it at most %d across and down", size.Width, size.Height, maxLogoPixels)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return errors.New("is damaged: save it again as PNG")
	}
	onWhite := image.NewRGBA(image.Rect(0, 0, size.Width, size.Height))
	draw.Draw(onWhite, onWhite.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(onWhite, onWhite.Bounds(), picture, picture.Bounds().Min, draw.Over)
	var out bytes.Buffer
	if err := png.Encode(&out, onWhite); err != nil {
		return err
	}
	logo.PNG, logo.Width, logo.Height = out.Bytes(), size.Width, size.Height
	return nil
}

// ownFile reads a file of the team's folder, which becomes one of the template's. The error completes "the file …".
func (p *packReader) ownFile(name string, most int64) ([]byte, error) {
	if p.own == nil || !fs.ValidPath(name) {
		return nil, errors.New("is not in the template's folder: put it beside pack.yaml and give only its name")
	}
	data, err := plainfile.ReadFS(p.own, name, most)
	var tooLarge *plainfile.TooLarge
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("does not exist: put it beside pack.yaml")
	case errors.As(err, &tooLarge):
		return nil, fmt.Errorf("has %d kB: make it smaller than %d kB", (tooLarge.Size+1023)>>10, most>>10)
	case err != nil:
		return nil, fmt.Errorf("cannot be read: %s", plainfile.Say(err))
	}
	if !slices.ContainsFunc(p.t.files, func(f File) bool { return f.Name == name }) {
		p.t.files = append(p.t.files, File{Name: name, Data: data})
	}
	return data, nil
}
