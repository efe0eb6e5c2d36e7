package excelrules

import (
	"path"
	"strings"
)

// parts: each part has a type of its own and is there once, what is led to is there, and the type of the workbook is that of its name's
// ending: else Excel does not open it.
func (f *file) parts() {
	endings, own, main := map[string]bool{}, map[string]bool{}, ""
	for _, e := range f.part(contentTypes).kids {
		if e.name == "Default" {
			endings[fold(e.attr("Extension"))] = true
			continue
		}
		name := strings.TrimPrefix(e.attr("PartName"), "/")
		if own[name] || f.text[name] == nil {
			f.say("types of parts", contentTypes, "%s is not there, or listed twice", name)
		}
		if own[name] = true; name == workbookPart {
			main = e.attr("ContentType")
		}
	}
	for _, name := range f.names {
		ending := fold(strings.TrimPrefix(path.Ext(name), "."))
		if name != contentTypes && !own[name] && (!endings[ending] || strings.HasPrefix(name, "xl/") && ending == "xml") {
			f.say("types of parts", name, "it has none of its own")
		}
		if ending == "rels" {
			f.lead(name)
		}
		if ending == "xml" || ending == "rels" {
			f.prefixes(name)
		}
	}
	wanted := map[string]string{".xlsx": "spreadsheetml.sheet.main", ".xlsm": "ms-excel.sheet.macroEnabled.main",
		".xltx": "spreadsheetml.template.main", ".xltm": "ms-excel.template.macroEnabled.main"}[fold(path.Ext(f.name))]
	if wanted == "" || !strings.Contains(main, wanted) {
		f.say("the ending is that of the type", contentTypes, "%s is %s", path.Ext(f.name), main)
	}
}

// lead checks a part with relationships.
func (f *file) lead(name string) {
	of := path.Join(path.Dir(path.Dir(name)), strings.TrimSuffix(path.Base(name), ".rels"))
	seen := map[string]bool{}
	for _, r := range f.relations(of) {
		if seen[r.id] {
			f.say("relationships", name, "%s is there twice", r.id)
		}
		seen[r.id] = true
		if target, _, _ := strings.Cut(r.target, "#"); !r.outside && target != "" && f.text[target] == nil {
			f.say("relationships", name, "%s leads to %s, which is not there", r.id, target)
		}
	}
}

// prefixes: those that a part says may be passed over, or that an alternative requires, are declared.
func (f *file) prefixes(name string) {
	root := f.part(name)
	if root == nil {
		return
	}
	known := map[string]bool{}
	var look func(n *node)
	look = func(n *node) {
		for _, a := range n.attrs {
			if a.Name.Space == "xmlns" {
				known[a.Name.Local] = true
			}
		}
		wanted := n.attr("Ignorable")
		if n.name == "Choice" {
			wanted += " " + n.attr("Requires")
		}
		for prefix := range strings.FieldsSeq(wanted) {
			if !known[prefix] {
				f.say("prefixes are declared", name, "%s is not", prefix)
			}
		}
		for _, k := range n.kids {
			look(k)
		}
	}
	look(root)
}
