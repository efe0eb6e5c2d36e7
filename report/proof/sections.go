package proof

import (
	"slices"

	"boardpack/report"
)

// Sections is what the packs of a template hold. None of one or the other is all that there are.
type Sections struct {
	PDF    []string // names of the parts
	Sheets []string // names of the sheets
}

// has tells whether the section is one of a list; an empty list has all.
func has(sections []string, name string) bool {
	return len(sections) == 0 || slices.Contains(sections, name)
}

// sheetOf gives the section of an Excel table.
func sheetOf(table string) string {
	return map[string]string{
		"Summary_by_theme": "summary_" + string(report.OfThemes), "Summary_by_heading": "summary_" + string(report.OfHeadings),
		"Summary_by_owner": "summary_" + string(report.OfOwners), "Summary_by_source": "summary_" + string(report.OfSources),
		"Movement": "movement", "Changes": "changes", "Overdue_and_due_soon": "due", "Sign_off": "sign_off", "Trend": "trend",
		"Recommendations": "recommendations", "Data_quality": "quality", "Why_figures_moved": "figure_changes",
		"Restated_figures": "restated", "How_long_overdue": "ageing", "How_to_filter": "filters", "Cover": "cover", "Contents": "contents", "Actions": "actions",
	}[table]
}

// sectionOf gives the section of the PDF in which a kind of table stands.
func sectionOf(table string) string {
	return map[string]string{
		"movement": "changes", "trend": "changes", "why figures moved": "changes", "overdue": "due", "due soon": "due", "awaiting sign-off": "sign_off",
		"the register": "annex", "data quality": "quality",
	}[table]
}
