package workbook

import (
	"fmt"
	"strings"

	"boardpack/report/content"
)

// addTable marks the rows up as an Excel table, and gives the sheet's reference to it. The table names the formula of each column that has
// the same one in every row, so that a row that is added in a copy gets it too, and tells screen readers what it holds.
func (s *sheetPart) addTable() string {
	if len(s.table.Rows) == 0 {
		return ""
	}
	var columns strings.Builder
	for c, column := range s.table.Columns {
		fmt.Fprintf(&columns, `<tableColumn id="%d" name="%s">`, c+1, appendText(nil, column.Heading))
		if formula := s.formulas[column.ID]; formula != "" {
			columns.WriteString(`<calculatedColumnFormula>` + escapeXML(formula) + `</calculatedColumnFormula>`)
		}
		columns.WriteString(`</tableColumn>`)
	}
	buttons, cells := "", s.tableRange()
	if s.page.filter {
		buttons = `<autoFilter ref="` + cells + `"/>`
	}
	name := fmt.Sprintf("tables/table%d.xml", s.number)
	s.addPart("xl/"+name, `<table xmlns="`+spreadsheetML+`" id="%d" name="%s" displayName="%[2]s" ref="%s">%s<tableColumns count="%d">%s</tableColumns>`+
		`<tableStyleInfo name="TableStyleLight1" showFirstColumn="false" showLastColumn="false" showRowStripes="false" showColumnStripes="false"/>`+
		`<extLst><ext xmlns:x14="`+x14+`" uri="{504A1905-F514-4f6f-8877-14C23A59335A}"><x14:table altText="%s" altTextSummary="%s"/></ext></extLst></table>`,
		s.number, s.name, cells, buttons, len(s.table.Columns), columns.String(), escapeXML(content.Clean(s.title)), escapeXML(content.Clean(s.purpose)))
	return `<tableParts count="1"><tablePart r:id="` + s.to.add(officeKinds+"/table", "../"+name) + `"/></tableParts>`
}
