package ooxml

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// passes is how often a part may be unpacked while a copy is made: to find the places of the changes, to prove the changed part, and to
// write it; and once more for a list that is read again.
const passes = 4

// Package is a workbook with the changes that are to be made in it.
type Package struct {
	parts   *Parts
	changed map[string]*content     // by the name in the form in which parts are looked up
	added   []string                // names of new parts as they are written, in order
	sheets  map[string]*sheetPlaces // those that were looked for
}

// content is what becomes of a part: its whole text, or the changes in it, which are made as it is written so that no large sheet is
// held in memory.
type content struct {
	text    []byte
	changes []change
	bare    bool // without an XML declaration
}

// Open opens a workbook that unpacks to so many bytes at most. The data must stay as it is until the copy is written. The errors are
// those of OpenParts.
func Open(data []byte, most int64) (*Package, error) {
	parts, err := OpenParts(data, most)
	if err != nil {
		return nil, err
	}
	parts.left = most * passes
	return &Package{parts: parts, changed: map[string]*content{}, sheets: map[string]*sheetPlaces{}}, nil
}

// has tells whether there is a part.
func (p *Package) has(name string) bool { return p.parts.Has(name) || p.changed[partName(name)] != nil }

// Read gives the text of a part of XML as it stands, with the changes so far: in UTF-8, without byte order mark and declaration.
func (p *Package) Read(name string) ([]byte, error) {
	if c := p.changed[partName(name)]; c != nil && c.changes == nil {
		return c.text, nil
	}
	return p.parts.ReadXML(name)
}

// Set gives a part of XML another text, without a declaration, or adds it.
func (p *Package) Set(name string, text []byte) { p.set(name, &content{text: text}) }

func (p *Package) set(name string, c *content) {
	key := partName(name)
	if p.parts.files[key] == nil && p.changed[key] == nil {
		p.added = append(p.added, name)
	}
	p.changed[key] = c
}

// change notes a change in a part, to be made as it is written.
func (p *Package) change(name string, made ...change) {
	if len(made) == 0 {
		return
	}
	key := partName(name)
	if p.changed[key] == nil {
		p.changed[key] = &content{}
	}
	p.changed[key].changes = append(p.changed[key].changes, made...)
}

// freeName gives a name that no part has: the pattern has one %d.
func (p *Package) freeName(pattern string) string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf(pattern, n); !p.has(name) {
			return name
		}
	}
}

// Write writes the copy: parts in their order, those that are new at the end. What is changed is written in UTF-8 and says so; what
// is not changed is not unpacked.
func (p *Package) Write(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, f := range p.parts.archive.File {
		name := partName(f.Name)
		if p.parts.files[name] != f || p.changed[name] == nil {
			if err := z.Copy(f); err != nil {
				return err
			}
			continue
		}
		if err := p.pack(z, f.Name); err != nil {
			return err
		}
	}
	for _, name := range p.added {
		if err := p.pack(z, name); err != nil {
			return err
		}
	}
	return z.Close()
}

func (p *Package) pack(z *zip.Writer, name string) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	if !p.changed[partName(name)].bare {
		if _, err := io.WriteString(w, declared); err != nil {
			return err
		}
	}
	text, err := p.text(name)
	if err != nil {
		return err
	}
	defer text.Close()
	_, err = io.Copy(w, text)
	return err
}

// declared is the declaration of every part that is written.
const declared = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// text gives the text of a part that is changed or added as a stream.
func (p *Package) text(name string) (io.ReadCloser, error) {
	c := p.changed[partName(name)]
	if c.changes == nil {
		return io.NopCloser(bytes.NewReader(c.text)), nil
	}
	r, err := p.parts.OpenXML(name)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{spliced(r, c.changes), r}, nil
}

// relations gives the relationships of a part to other parts of the package, with the changes so far.
func (p *Package) relations(of string) ([]Relation, error) {
	name := RelationsOf(of)
	if !p.has(name) {
		return nil, nil
	}
	data, err := p.Read(name)
	if err != nil {
		return nil, err
	}
	return relations(of, data)
}

// relate adds a relationship from one part to another and gives its id.
func (p *Package) relate(from, kind, to string) (string, error) {
	name := RelationsOf(from)
	data := []byte(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`)
	if p.has(name) {
		var err error
		if data, err = p.Read(name); err != nil {
			return "", err
		}
	} else if f := p.parts.files[partName(from)]; f != nil {
		name = RelationsOf(f.Name) // as the part is written
	}
	e, err := edit(data)
	if err != nil {
		return "", damaged(name, err)
	}
	taken := map[string]bool{}
	for _, r := range e.all("Relationship") {
		taken[r.attribute("Id")] = true
	}
	id := "rIdBoardpack1"
	for n := 2; taken[id]; n++ {
		id = fmt.Sprintf("rIdBoardpack%d", n)
	}
	root := e.root()
	e.insert(root, fmt.Sprintf(`<%sRelationship Id="%s" Type="%s" Target="/%s"/>`, root.prefix(), id, kind, to))
	p.Set(name, e.bytes())
	return id, p.declareEnding("rels", "application/vnd.openxmlformats-package.relationships+xml")
}

// declareType says what kind of content a new part has.
func (p *Package) declareType(part, contentType string) error {
	return p.declare("Override", "PartName", "/"+part, contentType)
}

// declareEnding says what kind of content parts with an ending have.
func (p *Package) declareEnding(ending, contentType string) error {
	return p.declare("Default", "Extension", ending, contentType)
}

// declare adds an entry to the list of what parts are, where it has none of its kind yet. A package that lacks the list gets one: it
// names what is new, and the copy is as good as the file was.
func (p *Package) declare(entry, attribute, value, contentType string) error {
	data := []byte(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)
	if p.has(ContentTypes) {
		var err error
		if data, err = p.Read(ContentTypes); err != nil {
			return err
		}
	}
	e, err := edit(data)
	if err != nil {
		return damaged(ContentTypes, err)
	}
	for _, other := range e.all(entry) {
		if strings.EqualFold(other.attribute(attribute), value) {
			return nil
		}
	}
	root := e.root()
	e.insert(root, fmt.Sprintf(`<%s%s %s="%s" ContentType="%s"/>`, root.prefix(), entry, attribute, value, contentType))
	p.Set(ContentTypes, e.bytes())
	return nil
}
