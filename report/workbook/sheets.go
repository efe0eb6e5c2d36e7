package workbook

import (
	"fmt"
	"slices"
	"strings"

	"boardpack/report"
)

// sheet is one sheet that a workbook may have.
type sheet struct {
	id    string              // the wording has its name under "workbook.sheet.<id>"
	table string              // the Excel table's name, in every language the same, since formulas and other programs use it
	page  func(b *book) *page // nil when this pack has no such sheet
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
	idActions         = "actions"
	idQuality         = "quality"
	idStatusWords     = "status_words"
	idLongTexts       = "long_texts"
)

// sheets lists the sheets in the usual order. A new one has its id also in the sections of templates/pack.yaml.
func sheets() []sheet {
	return []sheet{
		{idCover, "Cover", coverPage},
		{idContents, "Contents", contentsPage},
		{summaryID(report.OfThemes), "Summary_by_theme", summaryPage(report.OfThemes)},
		{summaryID(report.OfHeadings), "Summary_by_heading", summaryPage(report.OfHeadings)},
		{summaryID(report.OfOwners), "Summary_by_owner", summaryPage(report.OfOwners)},
		{summaryID(report.OfSources), "Summary_by_source", summaryPage(report.OfSources)},
		{idMovement, "Movement", movementPage},
		{"figure_changes", "Why_figures_moved", figureChangesPage},
		{"restated", "Restated_figures", restatedPage},
		{idChanges, "Changes", changesPage},
		{"due", "Overdue_and_due_soon", duePage},
		{"ageing", "How_long_overdue", ageingPage},
		{"sign_off", "Sign_off", signOffPage},
		{idTrend, "Trend", trendPage},
		{idCharts, "Charts", chartsPage},
		{"filters", "How_to_filter", filtersPage},
		{idRecommendations, "Recommendations", recommendationsPage},
		{idActions, "Actions", actionsPage},
		{idQuality, "Data_quality", qualityPage},
		{"written_dates", "Dates_as_written", writtenDatesPage},
		{idStatusWords, "Status_words", statusWordsPage},
		{"notes", "Notes", notesPage},
	}
}

// SheetNames lists the sheets by the names that the template's list of sections has for them, in the usual order.
func SheetNames() []string {
	var names []string
	for _, s := range sheets() {
		names = append(names, s.id)
	}
	return names
}

// chosen gives the sheets of the names, in their order; all in the usual order for no names. Formulas count the rows of
// the recommendations, and these look their statuses up: both sheets must be there, as must the cover, the contents and
// what is wrong with the data.
func chosen(names []string) ([]sheet, error) {
	if len(names) == 0 {
		return sheets(), nil
	}
	for _, needed := range []string{idCover, idContents, idRecommendations, idQuality, idStatusWords} {
		if !slices.Contains(names, needed) {
			return nil, fmt.Errorf("a workbook cannot do without the sheet %q", needed)
		}
	}
	var out []sheet
	for _, name := range names {
		i := slices.IndexFunc(sheets(), func(s sheet) bool { return s.id == name })
		if i < 0 {
			return nil, fmt.Errorf("there is no sheet %q", name)
		}
		out = append(out, sheets()[i])
	}
	return out, nil
}

func summaryID(kind report.GroupKind) string { return "summary_" + string(kind) }

// newPage starts a page of a table of package report.
func newPage(t report.Table) *page {
	return &page{title: t.Title, purpose: t.Purpose, table: t, frozen: noFreeze}
}

// listPage starts a page of a long list: with filters, and with the heading and the key frozen.
func (b *book) listPage(t report.Table) *page {
	p := newPage(t)
	p.filter, p.frozen = len(t.Rows) > 1, freeze(p)
	p.links = b.keyLinks(p)
	return p
}

// freeze gives the first column of tables that are longer than a screen; small ones need no frozen panes, which the
// guidance would rather not have.
func freeze(p *page) int {
	const screenful = 20
	if len(p.table.Rows) <= screenful {
		return noFreeze
	}
	return 1
}

// keyLinks leads from a recommendation's key to its row of the Recommendations sheet.
func (b *book) keyLinks(p *page) links {
	return func(row int, column report.Column) link {
		if column.Kind != report.KindKey {
			return link{}
		}
		return link{place: b.places[p.table.Rows[row].Key]}
	}
}

// nameAll gives every sheet, table and column the name that the file has for it.
func (b *book) nameAll() {
	tables := map[string]string{}
	for _, s := range append(sheets(), sheet{id: idLongTexts, table: "Long_texts"}) {
		tables[s.id] = s.table
	}
	taken := map[string]bool{"history": true} // Excel keeps this name for itself
	for _, p := range b.pages {
		taken[strings.ToLower(p.tab)] = true
	}
	for _, p := range b.pages {
		if p.tab == "" {
			p.tab = sheetName(b.words.Say("workbook.sheet."+p.id), taken)
			p.table.Columns = b.nameColumns(p.table.Columns)
		}
		if p.name = tables[p.id]; len(p.table.Rows) == 0 {
			p.name = ""
		}
	}
}

// nameColumns makes the headings fit for an Excel table: one line each, none empty, none twice, 255 units at most.
func (b *book) nameColumns(columns []report.Column) []report.Column {
	out := append([]report.Column(nil), columns...)
	taken := map[string]bool{}
	for c := range out {
		heading := shorten(strings.Join(strings.Fields(clean(out[c].Heading)), " "), 240)
		if heading == "" {
			heading = b.words.Say("workbook.column.unnamed", "N", c+1)
		}
		out[c].Heading = unique(heading, 255, taken)
	}
	return out
}
