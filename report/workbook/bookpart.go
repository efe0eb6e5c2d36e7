package workbook

import (
	"fmt"
	"strings"
)

// addWorkbook writes the part that names the sheets, the cells that formulas and printers know by name; and the texts that sheets share.
func (b *book) addWorkbook() {
	const name = "xl/workbook.xml"
	var sheets strings.Builder
	var to relations
	for i, t := range b.tabs {
		id := to.add(officeKinds+"/worksheet", fmt.Sprintf("worksheets/sheet%d.xml", i+1))
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="%s"/>`, escapeXML(t.name), i+1, id)
	}
	to.add(officeKinds+"/styles", "styles.xml")
	to.add(officeKinds+"/theme", "theme/theme1.xml")
	to.add(officeKinds+"/sharedStrings", "sharedStrings.xml")
	b.addPart("xl/sharedStrings.xml", `<sst xmlns="`+spreadsheetML+`" uniqueCount="%d">%s</sst>`, len(b.shared), b.sharedXML)
	b.addPart(name, `<workbook xmlns="`+spreadsheetML+`" xmlns:r="`+officeKinds+`">`+
		`<fileVersion appName="xl" lastEdited="6" lowestEdited="6" rupBuild="14420"/><workbookPr defaultThemeVersion="164011"/>`+
		`<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20490" windowHeight="10920"/></bookViews><sheets>%s</sheets>%s<calcPr calcId="122211"/></workbook>`,
		sheets.String(), b.definedNames())
	b.addRelations(name, &to)
}

// definedNames names the cell of the as-at date, the places that links lead to, the columns that are printed, and the headings that are repeated on every page: of a sheet with
// several tables those of the last, where it goes on over pages.
func (b *book) definedNames() string {
	var names strings.Builder
	add := func(name, attributes, to string) {
		fmt.Fprintf(&names, `<definedName name="%s"%s>%s</definedName>`, name, attributes, escapeXML(to))
	}
	if p := b.page(idCover); p != nil && p.rowOf(coverAsAt) >= 0 {
		add(asAtName, ` comment="`+attributeXML(b.words.Say("workbook.name.as_at"))+`"`, quoteSheet(p.on.name)+"!"+absolute(2, p.grid.row(p.rowOf(coverAsAt))))
	}
	if p := b.page(idRecommendations); p != nil {
		add(leadsName, ` comment="`+attributeXML(b.words.Say("workbook.name.recommendations"))+`"`, leadsFormula(p.on.name))
	}
	for _, t := range b.tabs {
		add(t.placeName(), "", quoteSheet(t.name)+"!"+absolute(1, 1))
	}
	for i, t := range b.tabs {
		here, quoted := fmt.Sprintf(` localSheetId="%d"`, i), quoteSheet(t.name)+"!"
		if t.printed < len(t.widths) {
			add("_xlnm.Print_Area", here, quoted+"$A$1:"+absolute(t.printed, t.last()))
		}
		if p := t.pages[len(t.pages)-1]; len(p.table.Rows) > 0 && (len(t.pages) == 1 || p.spans) {
			add("_xlnm.Print_Titles", here, fmt.Sprintf("%s$%d:$%[2]d", quoted, p.grid.header))
		}
	}
	if names.Len() == 0 {
		return ""
	}
	return `<definedNames>` + names.String() + `</definedNames>`
}
