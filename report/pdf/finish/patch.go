package finish

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// patchPages gives each page its key in the parent tree, its links, and the order in which the tab key visits them: that of the
// structure (ISO 14289-1, 7.18.3).
func (f *file) patchPages(annots []annotObject) {
	links := make([][]string, len(f.pages))
	for _, a := range annots {
		links[a.page] = append(links[a.page], ref(a.number))
	}
	for i, n := range f.pages {
		extra := fmt.Sprintf("/StructParents %d/Tabs/S", i)
		if len(links[i]) > 0 {
			extra += "/Annots[" + strings.Join(links[i], " ") + "]"
		}
		f.objects[n] = withEntries(f.objects[n], extra)
	}
}

// patchCatalog adds what makes the document tagged: MarkInfo, the structure tree, the title in the window's head, and the attached
// files. fpdf writes an empty dictionary of names, which is replaced.
func (f *file) patchCatalog(structure, outline int, files []attachedFile, places []Destination) error {
	catalog := f.objects[f.root]
	at := bytes.LastIndex(catalog, []byte("/Names <<"))
	if at < 0 {
		return fmt.Errorf("catalog: %w", errNotFpdf)
	}
	var b bytes.Buffer
	b.Write(catalog[:at])
	fmt.Fprintf(&b, "/MarkInfo<</Marked true>>/StructTreeRoot %s/ViewerPreferences<</DisplayDocTitle true>>", ref(structure))
	if outline != 0 {
		fmt.Fprintf(&b, "/Outlines %s/PageMode/UseOutlines", ref(outline))
	}
	var names strings.Builder
	if len(files) > 0 {
		var list, all strings.Builder
		for _, file := range files {
			list.WriteString(literal(file.name) + ref(file.number))
			all.WriteString(ref(file.number) + " ")
		}
		fmt.Fprintf(&b, "/AF[%s]", all.String())
		names.WriteString("/EmbeddedFiles<</Names[" + list.String() + "]>>")
	}
	if len(places) > 0 {
		names.WriteString("/Dests " + ref(f.addDestinations(places)))
	}
	if names.Len() > 0 {
		b.WriteString("/Names<<" + names.String() + ">>")
	}
	b.WriteString(">>")
	f.objects[f.root] = b.Bytes()
	return nil
}

// addDestinations writes the tree of named places, which is sorted by the bytes of the names as they are written: those in ASCII come
// before the others (ISO 32000-1, 7.9.6).
func (f *file) addDestinations(places []Destination) int {
	sorted := slices.SortedFunc(slices.Values(places), func(a, b Destination) int { return strings.Compare(literal(a.Name), literal(b.Name)) })
	var b bytes.Buffer
	b.WriteString("<</Names[")
	for _, p := range sorted {
		b.WriteString(literal(p.Name) + f.destination(p.Target))
	}
	b.WriteString("]>>")
	return f.add(b.Bytes())
}

// patchFonts gives embedded subsets the names that the standard asks for (ISO 32000-1, 9.6.4: six letters and a plus before the name),
// and a map to Unicode whose ranges stay within one high byte, as section 9.10.3 demands and fpdf's single range does not.
func (f *file) patchFonts(names map[string]string) {
	toUnicode := regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	for n := 1; n < f.fixed; n++ {
		body := f.objects[n]
		if isStream(body) || !(bytes.Contains(body, []byte("/Type /Font"))) {
			continue
		}
		for from, to := range names {
			name := regexp.MustCompile(`(/(?:BaseFont|FontName) /)` + regexp.QuoteMeta(from) + `\b`)
			body = name.ReplaceAll(body, []byte("${1}"+to))
		}
		f.objects[n] = body
		if toUnicode.Match(body) {
			f.objects[reference(body, "ToUnicode")] = f.identityToUnicode()
		}
	}
}

// identityToUnicode is the map of a font whose character codes are UTF-16 already.
func (f *file) identityToUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const perBlock = 100 // the most ranges that one block may hold
	for high := 0; high < 256; high += perBlock {
		last := min(high+perBlock, 256)
		fmt.Fprintf(&b, "%d beginbfrange\n", last-high)
		for h := high; h < last; h++ {
			fmt.Fprintf(&b, "<%02X00> <%02XFF> <%02X00>\n", h, h, h)
		}
		b.WriteString("endbfrange\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	// compress/zlib fails only when its writer does, and a buffer does not.
	body, _ := f.stream("", b.Bytes())
	return body
}

// withEntries adds entries to the end of a dictionary.
func withEntries(dict []byte, entries string) []byte {
	at := bytes.LastIndex(dict, []byte(">>"))
	return append(append(bytes.Clone(dict[:at]), entries...), ">>"...)
}
