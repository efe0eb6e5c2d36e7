package workbook

import (
	"fmt"
	"strings"

	"boardpack/report/content"
)

// addTable marks the rows up as an Excel table, and gives the sheet's reference to it. The table names the formula of each column that has
// the same one in every row, so that a row that is added in a copy gets it too, and tells screen readers what it holds.
func (s *block) addTable() string {
	if len(s.table.Rows) == 0 {
		return ""
	}
	var columns strings.Builder
	for c, column := range s.table.Columns {
		total, totalFormula := s.total(c)
		fmt.Fprintf(&columns, `<tableColumn id="%d" name="%s"%s>`, c+1, appendText(nil, column.Heading), total)
		if formula := s.formulas[column.ID]; formula != "" {
			columns.WriteString(`<calculatedColumnFormula>` + escapeXML(formula) + `</calculatedColumnFormula>`)
		}
		columns.WriteString(totalFormula + `</tableColumn>`)
	}
	buttons, totals, cells := "", "", s.tableRange()
	if s.totals() {
		totals = ` totalsRowCount="1"`
	}
	if s.page.filter {
		buttons = `<autoFilter ref="` + s.filterRange() + `"/>`
	}
	s.tables++
	name := fmt.Sprintf("tables/table%d.xml", s.tables)
	s.addPart("xl/"+name, `<table xmlns="`+spreadsheetML+`" id="%d" name="%s" displayName="%[2]s" ref="%s"%s>%s<tableColumns count="%d">%s</tableColumns>`+
		`<tableStyleInfo name="TableStyleLight1" showFirstColumn="false" showLastColumn="false" showRowStripes="false" showColumnStripes="false"/>`+
		`<extLst><ext xmlns:x14="`+x14+`" uri="{504A1905-F514-4f6f-8877-14C23A59335A}"><x14:table altText="%s" altTextSummary="%s"/></ext></extLst></table>`,
		s.tables, s.page.name, cells, totals, buttons, len(s.table.Columns), columns.String(), escapeXML(content.Clean(s.page.title)), escapeXML(content.Clean(s.page.purpose)))
	return `<tablePart r:id="` + s.to.add(officeKinds+"/table", "../"+name) + `"/>`
}

// total says what is in the row of totals under a column: a text, or a formula. A plain number is a formula that gives it.
func (s *block) total(c int) (attribute, formula string) {
	if !s.totals() {
		return "", ""
	}
	last := len(s.table.Rows) - 1
	if formula = s.formulaXML(last, c); formula != "" {
		return ` totalsRowFunction="custom"`, `<totalsRowFormula>` + formula + `</totalsRowFormula>`
	}
	if text, ok := value(s.table.Rows[last].Cells[c], s.blanks).(string); ok {
		return ` totalsRowLabel="` + attributeXML(text) + `"`, ""
	}
	return "", ""
}
