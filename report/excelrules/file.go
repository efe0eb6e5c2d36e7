package excelrules

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
)

// Broken lists what in a workbook breaks a rule, each as "rule, part: what". The name gives the ending that the file has. The error says
// that the file is no workbook.
func Broken(name string, data []byte) ([]string, error) {
	f, err := open(name, data)
	if err != nil {
		return nil, err
	}
	for _, rule := range []func(*file){(*file).parts, (*file).book, (*file).looks, (*file).tables, (*file).sheetRules, (*file).charts, (*file).slicers,
		(*file).order} {
		rule(f)
	}
	return f.broken, nil
}

// file is a workbook while it is looked at.
type file struct {
	name   string
	text   map[string][]byte // of each part
	names  []string          // of the parts, sorted
	xml    map[string]*node  // of each part, parsed
	broken []string
	sheets []sheet
	places map[string]string             // by the folded name of a defined name: what it stands for
	table  map[string]*table             // by folded name
	drawn  []string                      // names of the slicers in drawings
	asText []bool                        // of each cell format: what is typed stays text
	on     map[string]map[[2]int]*cellOf // by the folded name of a sheet: its cells
}

// sheet is one sheet of the workbook.
type sheet struct{ name, part string }

// say notes that something breaks a rule.
func (f *file) say(rule, part, format string, args ...any) {
	f.broken = append(f.broken, rule+", "+part+": "+fmt.Sprintf(format, args...))
}

func open(name string, data []byte) (*file, error) {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	f := &file{name: name, text: map[string][]byte{}, xml: map[string]*node{}, places: map[string]string{}, table: map[string]*table{},
		on: map[string]map[[2]int]*cellOf{}}
	folded := map[string]bool{}
	for _, entry := range in.File {
		if folded[fold(entry.Name)] {
			f.say("one part of a name", entry.Name, "there are two")
		}
		folded[fold(entry.Name)] = true
		r, err := entry.Open()
		if err != nil {
			return nil, err
		}
		if f.text[entry.Name], err = io.ReadAll(r); err != nil {
			return nil, err
		}
	}
	f.names = slices.Sorted(maps.Keys(f.text))
	for _, part := range []string{contentTypes, workbookPart} {
		if f.part(part) == nil {
			return nil, errors.New("no " + part)
		}
	}
	return f, nil
}

const (
	contentTypes = "[Content_Types].xml"
	workbookPart = "xl/workbook.xml"
)

// part gives the root of a part; nil where there is none.
func (f *file) part(name string) *node {
	if _, ok := f.xml[name]; !ok && f.text[name] != nil {
		root, err := parse(f.text[name])
		if err != nil {
			f.say("sound XML", name, "%v", err)
		}
		f.xml[name] = root
	}
	return f.xml[name]
}

// relation is where a part leads to.
type relation struct {
	id, kind, target string
	outside          bool // of the file
}

// relations gives where a part leads to.
func (f *file) relations(of string) []relation {
	root := f.part(path.Join(path.Dir(of), "_rels", path.Base(of)+".rels"))
	if root == nil {
		return nil
	}
	var out []relation
	for _, r := range root.kids {
		to := relation{r.attr("Id"), path.Base(r.attr("Type")), r.attr("Target"), r.attr("TargetMode") == "External"}
		switch {
		case to.outside:
		case strings.HasPrefix(to.target, "/"):
			to.target = to.target[1:]
		default:
			to.target = path.Join(path.Dir(of), to.target)
		}
		out = append(out, to)
	}
	return out
}

// led gives the parts of a kind that a part leads to.
func (f *file) led(of, kind string) []string {
	var out []string
	for _, r := range f.relations(of) {
		if r.kind == kind {
			out = append(out, r.target)
		}
	}
	return out
}

// target gives where the relationship of an id leads to.
func (f *file) target(of, id string) string {
	for _, r := range f.relations(of) {
		if r.id == id {
			return r.target
		}
	}
	return ""
}

// node is an element, by local names.
type node struct {
	name  string
	attrs []xml.Attr
	text  string
	kids  []*node
	over  *node
}

func parse(data []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	top := &node{}
	at := top
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) && len(top.kids) > 0 {
			return top.kids[0], nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name.Local, attrs: t.Copy().Attr, over: at}
			at.kids, at = append(at.kids, n), n
		case xml.EndElement:
			at = at.over
		case xml.CharData:
			at.text += string(t)
		}
	}
}

// attr gives an attribute by its local name; "" where there is none.
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.Name.Local == name && a.Name.Space != "xmlns" {
			return a.Value
		}
	}
	return ""
}

// first gives the first child of a name; nil where there is none.
func (n *node) first(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// all gives the elements of a name below a node, in order.
func (n *node) all(name string) []*node {
	if n == nil {
		return nil
	}
	var out []*node
	for _, k := range n.kids {
		if k.name == name {
			out = append(out, k)
		}
		out = append(out, k.all(name)...)
	}
	return out
}

// within tells whether an element is in one of a name.
func (n *node) within(name string) bool {
	for ; n != nil; n = n.over {
		if n.name == name {
			return true
		}
	}
	return false
}

// runs gives all the text of a string, that of its phonetic readings left out.
func (n *node) runs() string {
	out := ""
	for _, t := range n.all("t") {
		if !t.within("rPh") {
			out += t.text
		}
	}
	return out
}

func isOn(value string) bool { return value == "1" || value == "true" }
