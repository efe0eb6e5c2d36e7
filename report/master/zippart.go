package master

import (
	"archive/zip"
	"bytes"
	"io"
	"net/url"
	"path"
	"strings"
)

// parts are the files inside a workbook, by name in small letters: part names know no case (ECMA-376, part 2, 6.2.2.3).
type parts struct {
	files  map[string]*zip.File
	order  []string
	limits Limits
	left   int64 // bytes that may still be unpacked
}

// openParts lists the parts. It believes the archive's directory in nothing: sizes are checked as each part is read.
func openParts(data []byte, limits Limits) (*parts, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged("the whole file", fault("it is no whole zip archive, as after a copy that was broken off"))
	}
	if len(z.File) > maxParts {
		return nil, damaged("the whole file", faultf("it has %d parts", len(z.File)))
	}
	p := &parts{files: map[string]*zip.File{}, left: limits.Unpacked, limits: limits}
	var declared uint64
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") || strings.HasSuffix(f.Name, `\`) {
			continue
		}
		name := partName(f.Name)
		if p.files[name] != nil {
			return nil, damaged(name, fault("it is there twice"))
		}
		p.files[name], p.order = f, append(p.order, name)
		declared += f.UncompressedSize64
	}
	if declared > uint64(limits.Unpacked) {
		return nil, limits.overSize()
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

func (p *parts) has(name string) bool { return p.files[partName(name)] != nil }

// open gives the part as a stream that ends in io.EOF only if the part is as long as it says and its checksum is right.
func (p *parts) open(name string) (io.ReadCloser, error) {
	f := p.files[partName(name)]
	if f == nil {
		return nil, unusable("missing-part", "Part", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged(name, err)
	}
	return &partReader{r, p}, nil
}

// openXML gives the text of a part of XML as a stream, as open does its bytes.
func (p *parts) openXML(name string) (io.ReadCloser, error) {
	r, err := p.open(name)
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

// readXML gives the text of a small part of XML whole, proved sound.
func (p *parts) readXML(name string) ([]byte, error) {
	r, err := p.openXML(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if err == nil && len(data) > maxPart {
		err = faultf("it is larger than %d MB", maxPart>>20)
	}
	if err == nil {
		err = scan(bytes.NewReader(data))
	}
	if err != nil {
		return nil, damaged(name, err)
	}
	return data, nil
}

// prove unpacks a part to its end, for its length and checksum.
func (p *parts) prove(name string) error {
	r, err := p.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	_, err = io.Copy(io.Discard, r)
	return err
}

// target resolves what a relationship of a part points to.
func target(from, to string) string {
	to = strings.ReplaceAll(to, `\`, "/")
	if !strings.HasPrefix(to, "/") {
		to = path.Dir("/"+from) + "/" + to
	}
	return partName(to)
}

// relationsOf names the part that holds a part's relationships.
func relationsOf(name string) string {
	dir, file := path.Split(name)
	return dir + "_rels/" + file + ".rels"
}

// partReader reads a part within what may still be unpacked.
type partReader struct {
	io.ReadCloser
	parts *parts
}

func (r *partReader) Read(p []byte) (int, error) {
	n, err := r.ReadCloser.Read(p)
	if r.parts.left -= int64(n); r.parts.left < 0 {
		return 0, r.parts.limits.overSize()
	}
	return n, err
}
