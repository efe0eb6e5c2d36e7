package ooxml

import (
	"archive/zip"
	"bytes"
	"io"
	"net/url"
	"path"
	"strconv"
	"strings"
)

// Bounds that no honest package comes near, so that nobody may raise them.
const (
	maxDepth    = 200      // XML elements inside each other
	maxPart     = 16 << 20 // bytes of a part that is read whole: the list of sheets, the styles
	maxElements = 400_000  // XML elements of such a part: Excel has at most 65,490 formats of cells
	maxParts    = 10_000   // parts of a package
)

// Parts are the files of a package, by name in small letters: part names know no case (ECMA-376, part 2, 6.2.2.3). Its errors
// are a *Damage, a *Missing or a *TooLarge.
type Parts struct {
	archive *zip.Reader
	files   map[string]*zip.File
	order   []string
	most    int64
	left    int64 // bytes that may still be unpacked
}

// OpenParts lists the parts, which may unpack to so many bytes in all. It believes the archive's directory in nothing: sizes are
// checked as each part is read. The data must stay as it is.
func OpenParts(data []byte, most int64) (*Parts, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged("", NewFault("fault.no_archive", "it is not a complete zip archive; the copy may have been cut off"))
	}
	if len(z.File) > maxParts {
		return nil, damaged("", NewFault("fault.too_many_parts", "it has too many parts ({{.Parts}})", "Parts", strconv.Itoa(len(z.File))))
	}
	p := &Parts{archive: z, files: map[string]*zip.File{}, most: most, left: most}
	var declared uint64
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") || strings.HasSuffix(f.Name, `\`) {
			continue
		}
		name := partName(f.Name)
		if p.files[name] != nil {
			return nil, damaged(name, NewFault("fault.there_twice", "it is there twice"))
		}
		p.files[name], p.order = f, append(p.order, name)
		declared += f.UncompressedSize64
	}
	if declared > uint64(most) {
		return nil, &TooLarge{most}
	}
	return p, nil
}

// partName is the form in which parts are looked up: in small letters, without what is written in percent signs (ECMA-376,
// part 2, 6.2.2), whatever the folder begins with. Some programs write names with backslashes.
func partName(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+name), "/"))
}

// Names lists the parts in their order, in the form in which they are looked up.
func (p *Parts) Names() []string { return p.order }

// Has tells whether there is a part.
func (p *Parts) Has(name string) bool { return p.files[partName(name)] != nil }

// Open gives the part as a stream that ends in io.EOF only if the part is as long as it says and its checksum is right.
func (p *Parts) Open(name string) (io.ReadCloser, error) {
	f := p.files[partName(name)]
	if f == nil {
		return nil, &Missing{name}
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged(name, err)
	}
	return &partReader{r, p}, nil
}

// OpenXML gives the text of a part of XML as a stream in UTF-8, without byte order mark and declaration, as Open does its bytes.
func (p *Parts) OpenXML(name string) (io.ReadCloser, error) {
	r, err := p.Open(name)
	if err != nil {
		return nil, err
	}
	text, err := plainXML(r)
	if err != nil {
		r.Close()
		return nil, damaged(name, err)
	}
	return struct {
		io.Reader
		io.Closer
	}{text, r}, nil
}

// ReadXML gives the text of a small part of XML whole, as OpenXML does, and proved sound.
func (p *Parts) ReadXML(name string) ([]byte, error) {
	data, err := p.readText(name, maxPart)
	if err == nil {
		err = scan(bytes.NewReader(data))
	}
	if err != nil {
		return nil, damaged(name, err)
	}
	return data, nil
}

// readText gives the text of a part whole, in UTF-8.
func (p *Parts) readText(name string, most int64) ([]byte, error) {
	r, err := p.OpenXML(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err == nil && int64(len(data)) > most {
		err = NewFault("fault.part_too_large", "it is larger than {{.Limit}} MB", "Limit", strconv.FormatInt(most>>20, 10))
	}
	return data, err
}

// Prove unpacks a part to its end, for its length and checksum.
func (p *Parts) Prove(name string) error {
	r, err := p.Open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	_, err = io.Copy(io.Discard, r)
	return err
}

// partReader reads a part within what may still be unpacked.
type partReader struct {
	io.ReadCloser
	parts *Parts
}

func (r *partReader) Read(p []byte) (int, error) {
	n, err := r.ReadCloser.Read(p)
	if r.parts.left -= int64(n); r.parts.left < 0 {
		return 0, &TooLarge{r.parts.most}
	}
	return n, err
}
