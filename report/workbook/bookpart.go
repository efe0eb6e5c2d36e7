package workbook

import (
	"fmt"
	"strings"
)

// addWorkbook writes the part that names the sheets, the cells that formulas and printers know by name, and the slicers; and the texts that
// sheets share.
func (b *book) addWorkbook() {
	const name = "xl/workbook.xml"
	var sheets, caches strings.Builder
	var to relations
	for i, p := range b.pages {
		id := to.add(officeKinds+"/worksheet", fmt.Sprintf("worksheets/sheet%d.xml", i+1))
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="%s"/>`, escapeXML(p.tab), i+1, id)
	}
	to.add(officeKinds+"/styles", "styles.xml")
	to.add(officeKinds+"/theme", "theme/theme1.xml")
	to.add(officeKinds+"/sharedStrings", "sharedStrings.xml")
	b.addPart("xl/sharedStrings.xml", `<sst xmlns="`+spreadsheetML+`" uniqueCount="%d">%s</sst>`, len(b.shared), b.sharedXML)
	for i := range b.caches {
		fmt.Fprintf(&caches, `<x14:slicerCache r:id="%s"/>`, to.add(slicerKinds+"/slicerCache", fmt.Sprintf("slicerCaches/slicerCache%d.xml", i+1)))
	}
	b.addPart(name, `<workbook xmlns="`+spreadsheetML+`" xmlns:r="`+officeKinds+`">`+
		`<fileVersion appName="xl" lastEdited="6" lowestEdited="6" rupBuild="14420"/><workbookPr defaultThemeVersion="164011"/>`+
		`<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="14805" windowHeight="8010"/></bookViews><sheets>%s</sheets>%s<calcPr calcId="122211"/>%s</workbook>`,
		sheets.String(), b.definedNames(), extension(slicerCachesURI, "x15:slicerCaches", caches.String()))
	b.addRelations(name, &to)
}

// definedNames names the cell of the as-at date, the headings that are repeated on every page, the columns that are printed, and the slicers.
func (b *book) definedNames() string {
	var names strings.Builder
	add := func(name, attributes, to string) {
		fmt.Fprintf(&names, `<definedName name="%s"%s>%s</definedName>`, name, attributes, escapeXML(to))
	}
	for i, p := range b.pages {
		here, quoted := fmt.Sprintf(` localSheetId="%d"`, i), quoteSheet(p.tab)+"!"
		if row := p.rowOf(coverAsAt); p.id == idCover && row >= 0 {
			add(asAtName, ` comment="`+attributeXML(b.words.Say("workbook.name.as_at"))+`"`, quoted+absolute(2, p.grid.row(row)))
		}
		if p.printed > 0 && p.printed < len(p.table.Columns) && len(p.table.Rows) > 0 {
			add("_xlnm.Print_Area", here, quoted+"$A$1:"+absolute(p.printed, p.grid.last()))
		}
		if len(p.table.Rows) > 0 {
			add("_xlnm.Print_Titles", here, fmt.Sprintf("%s$%d:$%[2]d", quoted, p.grid.header))
		}
	}
	for _, cache := range b.caches {
		add(cache, "", "#N/A")
	}
	if names.Len() == 0 {
		return ""
	}
	return `<definedNames>` + names.String() + `</definedNames>`
}
