package finish

import (
	"bytes"
	"fmt"
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

// patchCatalog adds what makes the document tagged: MarkInfo, the structure tree, the numbers of the pages, the title in the window's head; what its colours
// mean; and the attached files. fpdf writes an empty dictionary of names, which is replaced.
func (f *file) patchCatalog(structure, outline int, files []attachedFile, places []Destination) error {
	catalog := f.objects[f.root]
	at := bytes.LastIndex(catalog, []byte("/Names <<"))
	if at < 0 {
		return fmt.Errorf("catalog: %w", errNotFpdf)
	}
	var b bytes.Buffer
	b.Write(catalog[:at])
	b.WriteString("/PageLabels<</Nums[0<</S/D>>]>>") // a reader's "go to page 3" is the page that the contents name
	fmt.Fprintf(&b, "/MarkInfo<</Marked true>>/StructTreeRoot %s/ViewerPreferences<</DisplayDocTitle true>>", ref(structure))
	profile, err := f.stream("/N 3/Alternate/DeviceRGB", sRGB)
	if err != nil {
		return err
	}
	fmt.Fprintf(&b, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile %s>>]", ref(f.add(profile)))
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

// withEntries adds entries to the end of a dictionary.
func withEntries(dict []byte, entries string) []byte {
	at := bytes.LastIndex(dict, []byte(">>"))
	return append(append(bytes.Clone(dict[:at]), entries...), ">>"...)
}
