package ooxml

import (
	"encoding/xml"
	"path"
	"strings"
)

// Relation is one relationship of a part to another part of the package.
type Relation struct {
	ID, Type string
	Target   string // the name of the part that it leads to, in the form in which parts are looked up
}

// Kind is the last word of the relationship's type, which strict and other files share.
func (r Relation) Kind() string { return path.Base(r.Type) }

// Relations reads the relationships of a part, or with "" of the package, that lead to other parts. External links are never followed.
func (p *Parts) Relations(of string) ([]Relation, error) {
	name := RelationsOf(of)
	if !p.Has(name) {
		return nil, nil
	}
	data, err := p.ReadXML(name)
	if err != nil {
		return nil, err
	}
	return relations(of, data)
}

// relations reads the relationships out of the text of their part.
func relations(of string, data []byte) ([]Relation, error) {
	var list struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
			Mode   string `xml:"TargetMode,attr"`
		}
	}
	if err := xml.Unmarshal(data, &list); err != nil {
		return nil, damaged(RelationsOf(of), err)
	}
	var out []Relation
	for _, r := range list.Relationship {
		if r.Mode != "External" {
			out = append(out, Relation{r.ID, r.Type, target(of, r.Target)})
		}
	}
	return out, nil
}

// target resolves what a relationship of a part points to.
func target(from, to string) string {
	to = strings.ReplaceAll(to, `\`, "/")
	if !strings.HasPrefix(to, "/") {
		to = path.Dir("/"+from) + "/" + to
	}
	return partName(to)
}

// RelationsOf names the part that holds a part's relationships.
func RelationsOf(name string) string {
	dir, file := path.Split(name)
	return dir + "_rels/" + file + ".rels"
}
