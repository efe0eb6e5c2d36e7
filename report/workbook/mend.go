package workbook

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mends are the changes that the parts of this workbook need before they are written. The library knows no columns of
// buttons in slicers, speaks English where a program has no slicers, gives every table filter buttons and no alternative
// text, and leaves the points out of charts.
func (b *book) mends() []mend {
	columns, pages := map[string]int{}, map[string]*page{}
	for _, p := range b.pages {
		for _, s := range p.slicers {
			columns[p.heading(s.column)] = s.columns
		}
		pages[p.name] = p
	}
	return []mend{nameExtension, arrangeButtons(columns), sayWithoutSlicers(b.words.Say("workbook.slicer.none")),
		mendTables(pages), b.fillCharts()}
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

var (
	fallback     = regexp.MustCompile(`(?s)<mc:Fallback.*?</mc:Fallback>`)
	fallbackText = regexp.MustCompile(`(?s)<a:p>.*</a:p>`)
	fallbackBox  = regexp.MustCompile(`(?s)<a:prstGeom prst="rect">.*?</xdr:spPr>`)
)

// sayWithoutSlicers puts the pack's own words, once, where the library draws boxes with English text for programs that
// have no slicers.
func sayWithoutSlicers(words string) mend {
	return func(name string, part []byte) []byte {
		if !strings.HasPrefix(name, "xl/drawings/drawing") {
			return part
		}
		text := `<a:p><a:r><a:rPr sz="1200"><a:latin typeface="Arial"/></a:rPr><a:t>` + escapeXML(words) + `</a:t></a:r></a:p>`
		return []byte(fallback.ReplaceAllStringFunc(string(part), func(box string) string {
			box = fallbackText.ReplaceAllLiteralString(box, text)
			text = `<a:p/>`
			return fallbackBox.ReplaceAllLiteralString(box, `<a:prstGeom prst="rect"/><a:noFill/></xdr:spPr>`)
		}))
	}
}

var (
	tableName   = regexp.MustCompile(` displayName="([^"]*)"`)
	tableFilter = regexp.MustCompile(`<autoFilter [^>]*></autoFilter>`)
	tableColumn = regexp.MustCompile(`(<tableColumn id="(\d+)"[^>]*>)(</tableColumn>)`)
)

// mendTables takes the filter buttons from tables too small to need them, tells screen readers what a table holds, and
// names the formula of each column that has the same one in every row, so that a row that is added in a copy gets it too.
func mendTables(pages map[string]*page) mend {
	return func(name string, part []byte) []byte {
		found := tableName.FindSubmatch(part[:min(len(part), 1000)])
		if !strings.HasPrefix(name, "xl/tables/") || found == nil || pages[string(found[1])] == nil {
			return part
		}
		p := pages[string(found[1])]
		if !p.filter {
			part = tableFilter.ReplaceAll(part, nil)
		}
		text := tableColumn.ReplaceAllStringFunc(string(part), func(column string) string {
			piece := tableColumn.FindStringSubmatch(column)
			id, err := strconv.Atoi(piece[2])
			if err != nil || p.down == nil {
				return column
			}
			formula := p.down()[p.table.Columns[id-1].ID]
			if formula == "" {
				return column
			}
			return piece[1] + "<calculatedColumnFormula>" + escapeXML(formula) + "</calculatedColumnFormula>" + piece[3]
		})
		return []byte(strings.Replace(text, "</table>", tableText(p)+"</table>", 1))
	}
}

// tableText is the alternative text of a table, for which the library has no call.
func tableText(p *page) string {
	return `<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{504A1905-F514-4f6f-8877-14C23A59335A}">` +
		`<x14:table altText="` + escapeXML(clean(p.title)) + `" altTextSummary="` + escapeXML(clean(p.purpose)) + `"/></ext></extLst>`
}
