package workbook

import (
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/content"
)

// sheet is how one table that a workbook may have is drawn.
type sheet struct {
	id    string
	table string                               // the Excel table's name, in every language the same, since formulas and other programs use it
	page  func(b *book, s *content.Part) *page // how it is drawn
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
	idThemeList       = "theme_list"
)

// sheetOf says how a sheet of the Document is drawn: as a list, unless sheets has it.
func sheetOf(id string) sheet {
	if i := slices.IndexFunc(sheets(), func(s sheet) bool { return s.id == id }); i >= 0 {
		return sheets()[i]
	}
	return sheet{id, strings.ToUpper(id[:1]) + id[1:], (*book).listPage}
}

// sheets lists the tables that are drawn in a way of their own, or whose Excel table is not called after them.
func sheets() []sheet {
	return []sheet{
		{idCover, "About_this_workbook", (*book).newPage},
		{idContents, "Contents", contentsPage},
		{"headlines", "Headlines", headlinesPage},
		{summaryID(report.OfThemes), "Summary_by_theme", summaryPage(report.OfThemes)},
		{"themes_chart", "Chart_of_themes", chartsPage},
		{summaryID(report.OfHeadings), "Summary_by_heading", summaryPage(report.OfHeadings)},
		{summaryID(report.OfOwners), "Summary_by_owner", summaryPage(report.OfOwners)},
		{summaryID(report.OfSources), "Summary_by_source", summaryPage(report.OfSources)},
		{idMovement, "Movement", movementPage},
		{"figure_changes", "Why_figures_moved", figureChangesPage},
		{"restated", "Restated_figures", fixedPage},
		{idChanges, "Changes", changesPage},
		{"due", "Overdue_and_due_soon", duePage},
		{"ageing", "How_long_overdue", ageingPage},
		{"sign_off", "Sign_off", fixedPage},
		{idTrend, "Trend", trendPage},
		{idCharts, "Charts", chartsPage},
		{idRecommendations, "Recommendations", recommendationsPage},
		{"actions", "Actions", fixedPage},
		{idQuality, "Data_quality", fixedPage},
		{"written_dates", "Dates_as_written", (*book).listPage},
		{idStatusWords, "Status_words", (*book).newPage},
		{idThemeList, "Themes", (*book).newPage},
		{"notes", "Notes", (*book).newPage},
	}
}

func summaryID(kind report.GroupKind) string { return "summary_" + string(kind) }

// newPage starts the page of a table. Its rows are its own, because some are filled in or cut; their cells are the Document's.
func (b *book) newPage(s *content.Part) *page {
	t := b.doc.View(&s.View)
	t.Rows = slices.Clone(t.Rows)
	return &page{id: s.ID, title: s.Title.Plain(), purpose: s.Purpose.Plain(), table: t}
}

// listPage starts a page of a long list: with filters, and with the heading and the key frozen. Keys lead to their recommendations.
func (b *book) listPage(s *content.Part) *page {
	p := b.newPage(s)
	p.filter, p.frozen, p.keyed = len(p.table.Rows) > 1, isLong(p.table), true
	return p
}

// fixedPage starts a page of a list that does not follow when a copy is changed.
func fixedPage(b *book, s *content.Part) *page {
	p := b.listPage(s)
	p.fixed = true
	return p
}

// isLong tells whether a table is longer than a screen; small ones need no frozen panes, which the guidance would rather not have.
func isLong(t content.Table) bool {
	const screenful = 20
	return len(t.Rows) > screenful
}

// canSeek tells whether MATCH can look for a key.
func canSeek(key string) bool { return key != "" && len(key) <= maxLiteral/2 }

// keyFormula leads from a recommendation's key to its row, wherever that is when the recommendations are sorted or their sheet is called
// something else. It is written as in the file.
func (b *book) keyFormula(key string) string {
	if b.seek == nil {
		sheet := quoteSheet(b.page(idRecommendations).on.name)
		b.seek = &[2]string{escapeXML(`HYPERLINK("#"&` + leadsName + `&"A"&MATCH("`), escapeXML(`",` + sheet + `!$A:$A,0),"`)}
	}
	shown := escapeXML(strings.ReplaceAll(content.Clean(key), `"`, `""`))
	sought := shown
	if strings.ContainsAny(key, "~*?") {
		sought = strings.NewReplacer("~", "~~", "*", "~*", "?", "~?").Replace(shown)
	}
	return b.seek[0] + sought + b.seek[1] + shown + "&#34;)"
}

// leadsName names the text of the sheet of recommendations in an address: 'Recommendations'!. A text in a formula would not follow when the sheet
// is called something else.
const leadsName = "Recommendations_sheet"

// leadsFormula gives that text from the address of a cell, which in Excel has the name of the file in brackets as well.
func leadsFormula(sheet string) string {
	address := `CELL("address",` + quoteSheet(sheet) + `!$A$1)`
	behind := `FIND("]",` + address + `)`
	return `IF(ISNUMBER(` + behind + `),IF(LEFT(` + address + `)="'","'","")&MID(` + address + `,` + behind + `+1,LEN(` + address + `)-` + behind + `-4),` +
		`LEFT(` + address + `,LEN(` + address + `)-4))`
}

// placeName names the first cell of a sheet, where links lead.
func (t *tab) placeName() string { return "To_" + t.id }

// nameAll gives every sheet and table the name that the file has for it.
func (b *book) nameAll() {
	taken := map[string]bool{"history": true} // Excel keeps this name for itself
	for _, t := range b.tabs {
		taken[strings.ToLower(t.name)] = true
	}
	for _, t := range b.tabs {
		if t.name == "" {
			t.name = sheetName(t.title, taken)
		}
	}
	for _, p := range b.pages {
		if p.name = sheetOf(p.id).table; len(p.table.Rows) == 0 {
			p.name = ""
		}
	}
}
