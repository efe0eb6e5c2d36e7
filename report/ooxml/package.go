package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// maxPart is the most that a part which is changed may unpack to.
const maxPart = 1 << 30

// Package is a workbook with the changes that are to be made in it.
type Package struct {
	archive *zip.Reader
	files   map[string]*zip.File // by name in small letters
	changed map[string][]byte    // by the name in the archive
	added   []string             // names of new parts, in order
}

// Open opens a workbook. The data must stay as it is until the copy is written.
func Open(data []byte) (*Package, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("open the workbook: %w", err)
	}
	p := &Package{archive: archive, files: map[string]*zip.File{}, changed: map[string][]byte{}}
	for _, f := range archive.File {
		p.files[key(f.Name)] = f
	}
	return p, nil
}

// key is the form in which names of parts are compared.
func key(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Has tells whether there is a part.
func (p *Package) Has(name string) bool { return p.files[key(name)] != nil || p.changed[name] != nil }

// Read gives a part as it stands, with the changes so far. Parts in another encoding than UTF-8 cannot be changed.
func (p *Package) Read(name string) ([]byte, error) {
	f := p.files[key(name)]
	if f == nil {
		if data, ok := p.changed[name]; ok {
			return data, nil
		}
		return nil, fmt.Errorf("there is no part %s", name)
	}
	if data, ok := p.changed[f.Name]; ok {
		return data, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) > maxPart:
		return nil, fmt.Errorf("the part %s is too large", name)
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return nil, fmt.Errorf("the part %s is in UTF-16", name)
	}
	return data, nil
}

// Set gives a part another content, or adds it.
func (p *Package) Set(name string, data []byte) {
	if f := p.files[key(name)]; f != nil {
		name = f.Name
	} else if p.changed[name] == nil {
		p.added = append(p.added, name)
	}
	p.changed[name] = data
}

// FreeName gives a name that no part has: the pattern has one %d.
func (p *Package) FreeName(pattern string) string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf(pattern, n); !p.Has(name) {
			return name
		}
	}
}

// Write writes the copy: parts in their order, those that are new at the end. What was not changed is not unpacked.
func (p *Package) Write(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, f := range p.archive.File {
		data, changed := p.changed[f.Name]
		if !changed {
			if err := z.Copy(f); err != nil {
				return err
			}
			continue
		}
		if err := pack(z, f.Name, data); err != nil {
			return err
		}
	}
	for _, name := range p.added {
		if err := pack(z, name, p.changed[name]); err != nil {
			return err
		}
	}
	return z.Close()
}

func pack(z *zip.Writer, name string, data []byte) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// Check proves that every part which was changed or added is sound XML with its prefixes declared; but for drawings of notes, which
// often were not sound before, and which Excel reads all the same.
func (p *Package) Check() error {
	names := make([]string, 0, len(p.changed))
	for name := range p.changed {
		if !strings.HasSuffix(name, ".vml") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		if err := sound(p.changed[name]); err != nil {
			return fmt.Errorf("the part %s: %w", name, err)
		}
	}
	return nil
}

// sound walks XML to its end. The decoder puts an undeclared prefix in the place of its namespace, where none is a single word.
func sound(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return errors.New("it is not sound XML")
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		names := []xml.Name{e.Name}
		for _, a := range e.Attr {
			if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
				names = append(names, a.Name)
			}
		}
		for _, n := range names {
			if n.Space != "" && n.Space != "xml" && !strings.ContainsAny(n.Space, ":/") {
				return fmt.Errorf("the prefix %s is not declared", n.Space)
			}
		}
	}
}

// Relation is one relationship of a part.
type Relation struct {
	ID, Type, Target string // Target is the name of the part that it leads to
}

// Kind is the last word of the relationship's type, which strict and other files share.
func (r Relation) Kind() string { return path.Base(r.Type) }

// relationsOf names the part that holds a part's relationships.
func relationsOf(name string) string {
	dir, file := path.Split(name)
	return dir + "_rels/" + file + ".rels"
}

// Relations gives the relationships of a part to other parts of the package.
func (p *Package) Relations(of string) ([]Relation, error) {
	if !p.Has(relationsOf(of)) {
		return nil, nil
	}
	data, err := p.Read(relationsOf(of))
	if err != nil {
		return nil, err
	}
	var list struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
			Mode   string `xml:"TargetMode,attr"`
		}
	}
	if err := xml.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("the relationships of %s are not sound XML", of)
	}
	var out []Relation
	for _, r := range list.Relationship {
		if r.Mode == "External" {
			continue
		}
		target := strings.ReplaceAll(r.Target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(of), target)
		}
		out = append(out, Relation{r.ID, r.Type, strings.TrimPrefix(target, "/")})
	}
	return out, nil
}

// Relate adds a relationship from one part to another and gives its id.
func (p *Package) Relate(from, kind, to string) (string, error) {
	name := relationsOf(from)
	data := []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`)
	if p.Has(name) {
		var err error
		if data, err = p.Read(name); err != nil {
			return "", err
		}
	}
	id := "rIdBoardpack1"
	for n := 2; bytes.Contains(data, []byte(`"`+id+`"`)); n++ {
		id = fmt.Sprintf("rIdBoardpack%d", n)
	}
	e, err := edit(data)
	if err != nil {
		return "", err
	}
	root := e.root()
	e.insert(root, fmt.Sprintf(`<%sRelationship Id="%s" Type="%s" Target="/%s"/>`, root.prefix(), id, kind, to))
	p.Set(name, e.bytes())
	return id, p.DeclareEnding("rels", "application/vnd.openxmlformats-package.relationships+xml")
}

// DeclareType says what kind of content a new part has.
func (p *Package) DeclareType(part, contentType string) error {
	return p.declare(func(root *element) string {
		return fmt.Sprintf(`<%sOverride PartName="/%s" ContentType="%s"/>`, root.prefix(), part, contentType)
	})
}

// DeclareEnding says what kind of content parts with an ending have, where nothing says so yet.
func (p *Package) DeclareEnding(ending, contentType string) error {
	data, err := p.Read("[Content_Types].xml")
	if err != nil || bytes.Contains(bytes.ToLower(data), []byte(`extension="`+ending+`"`)) {
		return err
	}
	return p.declare(func(root *element) string {
		return fmt.Sprintf(`<%sDefault Extension="%s" ContentType="%s"/>`, root.prefix(), ending, contentType)
	})
}

func (p *Package) declare(entry func(root *element) string) error {
	const name = "[Content_Types].xml"
	data, err := p.Read(name)
	if err != nil {
		return err
	}
	e, err := edit(data)
	if err != nil {
		return err
	}
	e.insert(e.root(), entry(e.root()))
	p.Set(name, e.bytes())
	return nil
}
