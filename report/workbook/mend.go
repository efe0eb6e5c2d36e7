package workbook

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mends are the changes that the parts of this workbook need before they are written. The library knows no columns of
// buttons in slicers, speaks English where a program has no slicers, and leaves the points out of charts.
func (b *book) mends() []mend {
	columns := map[string]int{}
	for _, p := range b.pages {
		for _, s := range p.slicers {
			columns[p.heading(s.column)] = s.columns
		}
	}
	return []mend{nameExtension, arrangeButtons(columns), sayWithoutSlicers(b.words.Say("workbook.slicer.none")), b.fillCharts()}
}

var slicerRelation = regexp.MustCompile(`<Relationship [^>]*/relationships/slicer"[^>]*>`)
var relationID = regexp.MustCompile(` Id="([^"]+)"`)

// slicerList is the list of a sheet's slicers, which the library leaves out of streamed sheets; "" for a sheet that has none.
func slicerList(name string, all parts) string {
	relations := all["xl/worksheets/_rels/"+strings.TrimPrefix(name, "xl/worksheets/")+".rels"]
	if relations == nil {
		return ""
	}
	id := relationID.FindSubmatch(slicerRelation.Find(relations.Bytes()))
	if id == nil {
		return ""
	}
	return `<extLst><ext xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" uri="` +
		excelize.ExtURISlicerListX15 + `"><x14:slicerList xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">` +
		`<x14:slicer r:id="` + string(id[1]) + `"/></x14:slicerList></ext></extLst>`
}

// nameExtension puts the extension of a slicer's cache into the namespace in which Excel itself writes it.
func nameExtension(name string, part []byte) []byte {
	if !strings.HasPrefix(name, "xl/slicerCaches/") {
		return part
	}
	return []byte(strings.NewReplacer("<ext ", "<x:ext ", "</ext>", "</x:ext>").Replace(string(part)))
}

var slicerElement = regexp.MustCompile(`<slicer [^>]*?caption="([^"]*)"`)

// arrangeButtons sets the number of columns of buttons of each slicer, found by its caption.
func arrangeButtons(columns map[string]int) mend {
	byCaption := map[string]int{}
	for caption, n := range columns {
		byCaption[escapeXML(caption)] = n
	}
	return func(name string, part []byte) []byte {
		if !strings.HasPrefix(name, "xl/slicers/") {
			return part
		}
		return []byte(slicerElement.ReplaceAllStringFunc(string(part), func(element string) string {
			n := byCaption[slicerElement.FindStringSubmatch(element)[1]]
			if n < 2 {
				return element
			}
			return element + ` columnCount="` + strconv.Itoa(n) + `"`
		}))
	}
}

// sayWithoutSlicers puts the pack's own words, once, where the library draws boxes with English text for programs that
// have no slicers.
func sayWithoutSlicers(words string) mend {
	return func(name string, part []byte) []byte {
		if !strings.HasPrefix(name, "xl/drawings/drawing") {
			return part
		}
		text := `<a:p><a:r><a:rPr sz="1200"><a:latin typeface="Arial"/></a:rPr><a:t>` + escapeXML(words) + `</a:t></a:r></a:p>`
		var out strings.Builder
		for i, piece := range strings.SplitAfter(string(part), "<mc:Fallback>") {
			if i == 0 {
				out.WriteString(piece)
				continue
			}
			box, after, _ := strings.Cut(piece, "</mc:Fallback>")
			out.WriteString(sayInBox(box, text) + "</mc:Fallback>" + after)
			text = `<a:p/>`
		}
		return []byte(out.String())
	}
}

// sayInBox puts the paragraph in the place of those of a box, and takes away its fill and outline.
func sayInBox(box, paragraph string) string {
	const rect, end = `<a:prstGeom prst="rect">`, `</a:p>`
	before, shape, drawn := strings.Cut(box, rect)
	_, shape, ended := strings.Cut(shape, "</xdr:spPr>")
	if drawn && ended {
		box = before + `<a:prstGeom prst="rect"/><a:noFill/></xdr:spPr>` + shape
	}
	if from, to := strings.Index(box, "<a:p>"), strings.LastIndex(box, end); from >= 0 && to > from {
		box = box[:from] + paragraph + box[to+len(end):]
	}
	return box
}
