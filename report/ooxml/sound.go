package ooxml

import (
	"encoding/xml"
	"io"
	"maps"
	"slices"
	"strings"
)

// Check proves that every part which was changed or added is sound XML with its prefixes declared; but for drawings of notes, which
// often were not sound before, and which Excel reads all the same. The error is a *Damage, or one of reading.
func (p *Package) Check() error {
	for _, name := range slices.Sorted(maps.Keys(p.changed)) {
		if strings.HasSuffix(name, ".vml") {
			continue
		}
		if err := p.checkPart(name); err != nil {
			return damaged(name, err)
		}
	}
	return nil
}

func (p *Package) checkPart(name string) error {
	text, err := p.text(name)
	if err != nil {
		return err
	}
	defer text.Close()
	return Sound(text)
}

// Sound walks the text of a part of XML to its end and gives the first fault: what Tokens finds, or a prefix that is not declared.
func Sound(r io.Reader) error {
	const longest = 64 << 20 // bytes of one text: the reader of masters has a limit of its own
	t := NewTokens(r, longest, textTooLong())
	scopes := []map[string]bool{{"": true, "xml": true, "xmlns": true}} // the prefixes that are declared, of each open element
	for {
		token, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			scope := declaredIn(token, scopes[len(scopes)-1])
			if err := prefixes(token, scope); err != nil {
				return err
			}
			scopes = append(scopes, scope)
		case xml.EndElement:
			scopes = scopes[:len(scopes)-1]
		}
	}
}

// declaredIn gives the prefixes that are declared inside an element.
func declaredIn(e xml.StartElement, around map[string]bool) map[string]bool {
	scope := around
	for _, a := range e.Attr {
		if a.Name.Space != "xmlns" || scope[a.Name.Local] {
			continue
		}
		if len(scope) == len(around) {
			scope = maps.Clone(around)
		}
		scope[a.Name.Local] = true
	}
	return scope
}

func prefixes(e xml.StartElement, scope map[string]bool) error {
	for i := -1; i < len(e.Attr); i++ {
		name := e.Name
		if i >= 0 {
			name = e.Attr[i].Name
		}
		if !scope[name.Space] {
			return NewFault("fault.prefix", "the prefix {{.Prefix}} is not declared", "Prefix", Quoted(name.Space))
		}
	}
	return nil
}
