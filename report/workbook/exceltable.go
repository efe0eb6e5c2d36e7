package workbook

import (
	"boardpack/report/content"
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

const tableStyle = "TableStyleLight1"

// addTable marks the rows up as an Excel table. What the library writes for it is replaced by writeTables; from the library
// come the table's number, and its places in the sheet and in the list of parts.
func (d *drawer) addTable() error {
	if len(d.table.Rows) == 0 {
		return nil
	}
	all := d.tableRange()
	if err := d.file.SetSheetDimension(d.tab, "A1:"+all[strings.IndexByte(all, ':')+1:]); err != nil {
		return err
	}
	headless := false // else the library looks for the heading, which the stream writes later
	if err := d.file.AddTable(d.tab, &excelize.Table{Range: all, Name: d.name, ShowHeaderRow: &headless}); err != nil {
		return err
	}
	d.tables = append(d.tables, d.page)
	d.shortenTable()
	return nil
}

func tablePart(number int) string { return fmt.Sprintf("xl/tables/table%d.xml", number) }

// shortenTable leaves the library nothing but what it needs of the table added last. With each further one it reads them all
// again: for twenty that took a third of the time of a small workbook.
func (d *drawer) shortenTable() {
	last := len(d.tables)
	d.file.Pkg.Delete(tablePart(last - 1))
	d.file.Pkg.Store(tablePart(last), fmt.Appendf(nil, `<table id="%d" name="%s" ref="%s"/>`, last, d.name, d.tableRange()))
}

// writeTables puts the tables in the place of what the library has of them. They also have what it knows nothing of: no filter
// buttons in small tables, formulas of whole columns and alternative texts.
func (b *book) writeTables() {
	for i, p := range b.tables {
		b.file.Pkg.Store(tablePart(i+1), p.tableXML(i+1))
	}
}

// tableXML writes the table as a part of the file. It names the formula of each column that has the same one in every row, so
// that a row that is added in a copy gets it too, and tells screen readers what the table holds.
func (p *page) tableXML(number int) []byte {
	var w strings.Builder
	w.WriteString(xml.Header)
	fmt.Fprintf(&w, `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="%d" name="%s" displayName="%[2]s" ref="%s">`,
		number, p.name, p.tableRange())
	if p.filter {
		fmt.Fprintf(&w, `<autoFilter ref="%s"></autoFilter>`, p.tableRange())
	}
	fmt.Fprintf(&w, `<tableColumns count="%d">`, len(p.table.Columns))
	var formulas map[string]string
	if p.down != nil {
		formulas = p.down()
	}
	for c, column := range p.table.Columns {
		fmt.Fprintf(&w, `<tableColumn id="%d" name="%s">`, c+1, escapeXML(escapeCodes(column.Heading)))
		if formula := formulas[column.ID]; formula != "" {
			w.WriteString("<calculatedColumnFormula>" + escapeXML(formula) + "</calculatedColumnFormula>")
		}
		w.WriteString("</tableColumn>")
	}
	w.WriteString(`</tableColumns><tableStyleInfo name="` + tableStyle + `" showFirstColumn="false" showLastColumn="false"` +
		` showRowStripes="false" showColumnStripes="false"></tableStyleInfo>` + tableText(p) + `</table>`)
	return []byte(w.String())
}

// tableText is the alternative text of a table.
func tableText(p *page) string {
	return `<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{504A1905-F514-4f6f-8877-14C23A59335A}">` +
		`<x14:table altText="` + escapeXML(content.Clean(p.title)) + `" altTextSummary="` + escapeXML(content.Clean(p.purpose)) + `"/></ext></extLst>`
}
