package workbook

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
)

// sheet is one sheet that a workbook may have.
type sheet struct {
	id    string                                // the wording has its name under "workbook.sheet.<id>"
	table string                                // the Excel table's name, in every language the same, since formulas and other programs use it
	page  func(b *book, s *content.Sheet) *page // how it is drawn
}

// Ids of the sheets that others refer to.
const (
	idCover           = "cover"
	idContents        = "contents"
	idMovement        = "movement"
	idChanges         = "changes"
	idTrend           = "trend"
	idCharts          = "charts"
	idRecommendations = "recommendations"
	idQuality         = "quality"
	idStatusWords     = "status_words"
	idLongTexts       = "long_texts"
)

// sheetOf says how a sheet of the Document is drawn: as a list, unless sheets has it.
func sheetOf(id string) sheet {
	if i := slices.IndexFunc(sheets(), func(s sheet) bool { return s.id == id }); i >= 0 {
		return sheets()[i]
	}
	return sheet{id, strings.ToUpper(id[:1]) + id[1:], (*book).listPage}
}

// sheets lists the sheets that are drawn in a way of their own, or whose Excel table is not called after the sheet.
func sheets() []sheet {
	return []sheet{
		{idCover, "Cover", (*book).newPage},
		{idContents, "Contents", contentsPage},
		{summaryID(report.OfThemes), "Summary_by_theme", summaryPage(report.OfThemes)},
		{summaryID(report.OfHeadings), "Summary_by_heading", summaryPage(report.OfHeadings)},
		{summaryID(report.OfOwners), "Summary_by_owner", summaryPage(report.OfOwners)},
		{summaryID(report.OfSources), "Summary_by_source", summaryPage(report.OfSources)},
		{idMovement, "Movement", movementPage},
		{"figure_changes", "Why_figures_moved", figureChangesPage},
		{"restated", "Restated_figures", (*book).listPage},
		{idChanges, "Changes", (*book).listPage},
		{"due", "Overdue_and_due_soon", duePage},
		{"ageing", "How_long_overdue", ageingPage},
		{"sign_off", "Sign_off", (*book).listPage},
		{idTrend, "Trend", trendPage},
		{idCharts, "Charts", chartsPage},
		{"filters", "How_to_filter", filtersPage},
		{idRecommendations, "Recommendations", recommendationsPage},
		{"actions", "Actions", (*book).listPage},
		{idQuality, "Data_quality", (*book).listPage},
		{"written_dates", "Dates_as_written", (*book).listPage},
		{idStatusWords, "Status_words", (*book).newPage},
		{"notes", "Notes", (*book).newPage},
	}
}

func summaryID(kind report.GroupKind) string { return "summary_" + string(kind) }

// newPage starts the page of a sheet. Its rows are its own, because some are filled in or cut; their cells are the Document's.
func (b *book) newPage(s *content.Sheet) *page {
	t := b.doc.View(&s.View)
	t.Rows = slices.Clone(t.Rows)
	return &page{id: s.ID, title: s.Title.Plain(), purpose: s.Purpose.Plain(), table: t}
}

// listPage starts a page of a long list: with filters, and with the heading and the key frozen.
func (b *book) listPage(s *content.Sheet) *page {
	p := b.newPage(s)
	p.filter, p.frozen = len(p.table.Rows) > 1, isLong(p.table)
	p.links = b.keyLinks(p)
	return p
}

// isLong tells whether a table is longer than a screen; small ones need no frozen panes, which the guidance would rather not have.
func isLong(t content.Table) bool {
	const screenful = 20
	return len(t.Rows) > screenful
}

// keyLinks leads from a recommendation's key to its row of the Recommendations sheet.
func (b *book) keyLinks(p *page) links {
	return func(row int, column content.Column) link {
		if column.Kind != content.KindKey {
			return link{}
		}
		return link{place: b.places[p.table.Rows[row].Key]}
	}
}

// nameAll gives every sheet, table and column the name that the file has for it.
func (b *book) nameAll() {
	taken := map[string]bool{"history": true} // Excel keeps this name for itself
	for _, p := range b.pages {
		taken[strings.ToLower(p.tab)] = true
	}
	for _, p := range b.pages {
		if p.tab == "" {
			p.tab = sheetName(b.words.Say("workbook.sheet."+p.id), taken)
		}
		if p.name = sheetOf(p.id).table; len(p.table.Rows) == 0 {
			p.name = ""
		}
	}
}
