package master

// failureWords gives what is wrong and what to do, for each code of an Unusable, in the form of the wording files.
func failureWords(code string) (what, hint string) {
	switch code {
	case "unreadable-file":
		return "the file cannot be opened ({{.Reason}})", "close it in other programs, and check that you have permission to read it"
	case "empty-file":
		return "the file is empty", "use another copy of it"
	case "damaged":
		return "the file is damaged: {{.Part}} cannot be read safely ({{.Reason}})",
			"use an earlier copy, or open the file in Excel, let Excel repair it, check that no row is missing, and save it again"
	case "missing-part":
		return "the file is damaged: it refers to {{.Part}}, which is not in it",
			"use an earlier copy, or open the file in Excel, let Excel repair it, check that no row is missing, and save it again"
	case "over-size":
		return "unpacked, the file is larger than {{.Limit}} MB",
			"delete pictures and sheets that are not needed, or raise the limit with {{.Flag}}"
	case "over-rows":
		return "the sheet has more than {{.Limit}} filled rows", "delete what is not needed, or raise the limit with {{.Flag}}"
	case "over-cells":
		return "the file has more than {{.Limit}} filled cells", "delete what is not needed, or raise the limit with {{.Flag}}"
	case "over-columns":
		return "the row has values beyond column {{.Limit}}", "clear those cells, or raise the limit with {{.Flag}}"
	case "over-cell":
		return "the cell has more than {{.Limit}} characters", "shorten the text, or raise the limit with {{.Flag}}"
	case "settings-twice":
		return "the sheets {{.First}} and {{.Second}} have the same settings", "keep one of them, and delete the other"
	case "csv-open-quote":
		return "the field has an opening quotation mark that is never closed, so the rows after it would be lost",
			"close the quotation mark, or save the file as CSV from Excel again"
	case "csv-after-quote":
		return "there is text after the closing quotation mark of the field",
			"double the quotation marks inside the field, or save the file as CSV from Excel again"
	}
	if what, hint := formatWords(code); what != "" {
		return what, hint
	}
	return tableWords(code)
}

// tableWords are those of a file that is sound, and yet has no table to read.
func tableWords(code string) (what, hint string) {
	const addOrDraft = "add it, or add your own heading for it to “columns” in the template; this command drafts them (an arrow shows what it would use a heading for): {{.Command}}"
	switch code {
	case "no-table":
		return "no sheet has a table of recommendations: no row among the first 50 of any sheet has the column headings",
			"put the headings {{.Columns}} in one row above the data, or add your own headings to “columns” in the template"
	case "headings-unknown":
		return "the template knows none of the headings, and these are needed: {{.Columns}} (the headings in row {{.Row}}: {{.Found}})", addOrDraft
	case "missing-column":
		return "there is no column {{.Columns}} (the headings in row {{.Row}}: {{.Found}})", addOrDraft
	case "missing-column-like":
		return "there is no column {{.Columns}}, but the heading “{{.Heading}}” is like it (the headings in row {{.Row}}: {{.Found}})",
			"correct the heading, or add it to “columns” in the template"
	case "tables-left-out":
		return "{{.Tables}} looks like recommendations but cannot be read (rows: {{.Left}}; rows that can be read: {{.Read}}). Reasons: {{.Reasons}}",
			"correct or add those headings, give each recommendation its own ref, or delete the rows that are not recommendations"
	case "tables-overlap":
		return "{{.N}} of the {{.Rows}} recommendations in {{.Other}} are also in {{.Table}} ({{.Refs}}), so it is not clear which of them counts",
			"keep each recommendation in one place, and delete the copy"
	case "no-rows":
		return "there is no recommendation below the headings in row {{.Row}}", "enter the recommendations, or remove the file from the month's folder"
	}
	return code, "tell the people who maintain boardpack"
}

// save is how every hint for a spreadsheet of another kind ends.
const save = "save it as “Excel Workbook (*.xlsx)”"

// formatWords are those of spreadsheets of another kind.
func formatWords(code string) (what, hint string) {
	switch code {
	case "format-xls":
		return "this is an Excel 97-2003 workbook (.xls)", "open it in Excel and " + save
	case "format-xlsb":
		return "this is an Excel binary workbook (.xlsb)", "open it in Excel and " + save
	case "format-password":
		return "this workbook is protected by a password", "open it in Excel, remove the password (File, Info, Protect Workbook) and " + save
	case "format-rights":
		return "this workbook is encrypted by a sensitivity label or by rights management", "ask its owner to take the protection off, and " + save
	case "format-ods":
		return "this is an OpenDocument spreadsheet (.ods)", "open it in LibreOffice or Excel and " + save
	case "format-numbers":
		return "this is an Apple Numbers spreadsheet", "open it in Numbers, choose File, Export To, Excel, and use that file"
	case "format-lotus":
		return "this is a Lotus 1-2-3 spreadsheet", "open it in LibreOffice and " + save
	case "format-works":
		return "this is a Microsoft Works spreadsheet", "open it in LibreOffice and " + save
	case "format-quattro":
		return "this is a Quattro Pro spreadsheet", "open it in LibreOffice and " + save
	case "format-dbase":
		return "this is a dBase table (.dbf)", "open it in Excel or LibreOffice and " + save
	case "format-sylk":
		return "this is a spreadsheet in the SYLK format (.slk)", "open it in Excel and " + save
	case "format-dif":
		return "this is a table in the DIF format (.dif)", "open it in Excel and " + save
	case "format-xml-spreadsheet":
		return "this is an XML Spreadsheet 2003", "open it in Excel and " + save
	}
	return documentWords(code)
}

// documentWords are those of files that are no spreadsheets.
func documentWords(code string) (what, hint string) {
	switch code {
	case "format-pdf":
		return "this is a PDF document", "ask for the spreadsheet that it was made from, and " + save
	case "format-word":
		return "this is a Word document", "copy its table into Excel and " + save
	case "format-powerpoint":
		return "this is a PowerPoint presentation", "copy its table into Excel and " + save
	case "format-html":
		return "this is a web page, even if its name says that it is a spreadsheet", "open it in Excel and " + save
	case "format-xml":
		return "this is an XML file, not an Excel workbook", "open it in Excel and " + save
	case "format-odt":
		return "this is an OpenDocument text (.odt)", "copy its table into Excel and " + save
	case "format-odp":
		return "this is an OpenDocument presentation (.odp)", "copy its table into Excel and " + save
	case "format-keynote":
		return "this is an Apple Keynote presentation", "copy its table into Excel and " + save
	case "format-pages":
		return "this is an Apple Pages document", "copy its table into Excel and " + save
	case "format-link":
		return "this is a link to another file, not the spreadsheet itself", "open the link, download the spreadsheet as “Excel Workbook (*.xlsx)”, and use that file"
	case "format-zip":
		return "this is a zip archive without an Excel workbook inside", "unpack it and use the spreadsheet in it"
	case "format-unknown":
		return "this is neither an Excel workbook nor a CSV file", "open it in the program that made it and " + save
	}
	return "", ""
}
