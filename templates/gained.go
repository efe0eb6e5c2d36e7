package templates

import (
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"boardpack/report/fold"
)

// versionKey is the section that says from which version of the shipped template a file was begun.
const versionKey = "shipped"

// Gained is what the shipped pack.yaml has come to hold since the team's own was begun, and the team's has not. What a team took out
// of its file is not in it: that was in the version that the file was begun from.
type Gained struct {
	Version  int // of the shipped template now: with it under the key shipped, nothing is gained
	Sections []GainedSection
	Settings []string // new keys, with their value where that is short; they are in force as shipped
}

// GainedSection is a section that the team's file has, so that nothing of the shipped one is read.
type GainedSection struct {
	Key       string // "states"
	Untouched bool   // it is as it was shipped: taken out of the file, it is the shipped one again
	Lists     []GainedList
}

// GainedList is a list of words of a section.
type GainedList struct {
	Name  string // "in_progress"; "" in a section that is one list
	Words []string

	single bool // it is a text and no list: a setting, where it is shipped
}

// Gained compares the team's pack.yaml with the shipped one, as it was and as it is; nil where the team has none, or lacks nothing
// that is new.
func (t *Template) Gained() *Gained {
	own, now := t.pack(packName), t.pack(shippedPrefix+packName)
	version, since := own.version(), now.version()
	if own == nil || version >= since {
		return nil
	}
	var then packSections
	if s, ok := earlierFile(version, packName); ok {
		then = sectionsOf(s)
	}
	g := gained(own, then, now)
	if len(g.Sections)+len(g.Settings) == 0 {
		return nil
	}
	g.Version = since
	return g
}

// gained compares the sections of the team's file with the shipped ones, then and now.
func gained(own, then, now packSections) *Gained {
	g := &Gained{}
	for _, s := range sections() {
		is, ships := now[s.key]
		mine, has := own[s.key]
		was, shipped := then[s.key]
		switch {
		case !ships || s.key == versionKey:
		case has && shipped:
			g.compare(s.key, mine, was, is)
		case !has && !shipped:
			g.Settings = append(g.Settings, setting(s.key, is))
		}
	}
	return g
}

// compare lists the words that a section has now, did not have then, and has nowhere in the team's.
func (g *Gained) compare(key string, mine, was, is ast.Node) {
	known := map[string]bool{}
	for _, n := range []ast.Node{mine, was} {
		for _, l := range wordLists("", n) {
			for _, word := range l.Words {
				known[fold.Word(word)] = true
			}
		}
	}
	s := GainedSection{Key: key, Untouched: slices.Equal(leaves("", mine), leaves("", was))}
	for _, l := range wordLists("", is) {
		l.Words = slices.DeleteFunc(l.Words, func(word string) bool { return known[fold.Word(word)] })
		if len(l.Words) > 0 && !l.single {
			s.Lists = append(s.Lists, l)
		}
	}
	if len(s.Lists) > 0 {
		g.Sections = append(g.Sections, s)
	}
}

// packSections are the sections of a pack.yaml by key; nil for a file that there is none of.
type packSections map[string]ast.Node

// pack finds one of the files that the template was made of.
func (t *Template) pack(name string) packSections {
	for _, f := range t.files {
		if f.Name == name {
			return sectionsOf(source{File: f, tree: parsed(f.Data)})
		}
	}
	return nil
}

// sectionsOf reads a file that has been read before, so that nothing is wrong with it.
func sectionsOf(s source) packSections {
	out := packSections{}
	for _, e := range (reader{s.Name, &mistakes{}}).parse(s) {
		out[e.key] = e.value
	}
	return out
}

// version is that of the shipped template from which the file was begun.
func (p packSections) version() int {
	if n, ok := p[versionKey]; ok {
		if text, ok := scalar(n); ok {
			if version, err := strconv.Atoi(text); err == nil {
				return version
			}
		}
	}
	return firstVersion
}

// setting names a key, with its value where that is one word.
func setting(key string, n ast.Node) string {
	if text, ok := scalar(n); ok {
		return key + ": " + text
	}
	return key
}

// wordLists gives the lists of words in a section: those of its own, and those under its keys. A list of anything else, such as the
// themes, is no list of words.
func wordLists(name string, n ast.Node) []GainedList {
	switch v := n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		var out []GainedList
		for _, e := range (reader{"", &mistakes{}}).entries(v, name) {
			out = append(out, wordLists(strings.TrimPrefix(name+"."+e.key, "."), e.value)...)
		}
		return out
	case *ast.SequenceNode:
		l := GainedList{Name: name}
		for _, item := range v.Values {
			word, ok := scalar(item)
			if !ok {
				return nil
			}
			l.Words = append(l.Words, word)
		}
		return []GainedList{l}
	}
	if word, ok := scalar(n); ok {
		return []GainedList{{name, []string{word}, true}}
	}
	return nil
}

// leaves gives every value of a section under its place.
func leaves(name string, n ast.Node) []string {
	var out []string
	switch v := n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		for _, e := range (reader{"", &mistakes{}}).entries(v, name) {
			out = append(out, leaves(name+"."+e.key, e.value)...)
		}
	case *ast.SequenceNode:
		for i, item := range v.Values {
			out = append(out, leaves(name+"."+strconv.Itoa(i), item)...)
		}
	default:
		text, _ := scalar(n)
		out = append(out, name+"="+text)
	}
	return out
}
