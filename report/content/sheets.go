package content

import (
	"cmp"
	"slices"
	"strings"

	"boardpack/report"
)

// Sheet is a sheet of the workbook: its title, which is the name of its tab, what it holds, and its tables one below the other.
type Sheet struct {
	ID      string `json:"id"`              // the wording has its title under "workbook.sheet.<id>"
	After   string `json:"after,omitempty"` // the sheet that it goes on from, which is chosen with it; "" for a sheet that has a name of its own
	Title   Text   `json:"title"`
	Purpose Text   `json:"purpose,omitempty"`
	// Thin says that only one line is above the table, so that many rows are in view: the marking and the lines of the table, each in a
	// cell of its own. The title and the purpose are in the heads of printed pages and in the list of sheets.
	Thin  bool   `json:"thin,omitempty"`
	Parts []Part `json:"parts"`
}

// Part is a table of a sheet. The first has the title and the purpose of its sheet.
type Part struct {
	ID      string      `json:"id"`
	Title   Text        `json:"title,omitempty"`
	Purpose Text        `json:"purpose,omitempty"`
	View    View        `json:"view"`
	Charts  []ChartText `json:"charts,omitempty"`
}

// ChartText is what a chart of a sheet is called and shows, in words.
type ChartText struct {
	ID    string `json:"id"` // "themes", "trend", "movement"
	Title Text   `json:"title"`
	Text  Text   `json:"text"`
}

// sheetParts lists the sheets by the names that the template's list of sections has for them, in the usual order, each with the
// tables that it may have.
func sheetParts() [][]string {
	return [][]string{
		{"summary", "headlines", "summary_themes", "themes_chart", "contents", "cover"},
		{"recommendations", "recommendations"},
		{"due", "due"},
		{"sign_off", "sign_off"},
		{"changes", "changes"},
		{"movement", "movement", "trend", "ageing", "charts", "restated", "figure_changes"},
		{"owners", "summary_owners"},
		{"sources", "summary_sources"},
		{"headings", "summary_headings"},
		{"answers", "answers_owners", "answers_reviews", "extensions", "not_updated", "asked_about"},
		{"actions", "actions"},
		{"quality", "quality", "written_dates"},
		{"notes", "status_words", "theme_list", "notes"},
	}
}

// SheetNames lists the sheets by name, in the usual order.
func SheetNames() []string {
	var out []string
	for _, s := range sheetParts() {
		out = append(out, s[0])
	}
	return out
}

// sheets writes the sheets of the workbook.
func (w *writer) sheets(d *Document) []Sheet {
	var out []Sheet
	for _, ids := range sheetParts() {
		s := Sheet{ID: ids[0], Title: w.say("workbook.sheet." + ids[0]), Thin: slices.Contains([]string{"recommendations", "due", "changes"}, ids[0])}
		for _, id := range ids[1:] {
			if p, ok := w.part(d, id); ok {
				s.Parts = append(s.Parts, p)
			}
		}
		for _, sheet := range w.together(d, s) {
			out = append(out, w.headed(sheet, d))
		}
	}
	return out
}

// mostAbove says of lists that grow with the register how many rows may be above another table of the same sheet: as many as fit on a page.
func mostAbove() map[string]int {
	return map[string]int{"answers_owners": 30, "answers_reviews": 30, "extensions": 12, "not_updated": 20, "quality": 8, "restated": 12, "status_words": 20,
		"theme_list": 20, "summary_themes": 14, "movement": 14}
}

// together gives a long list that is not the last table of its sheet a sheet of its own, called by its title. On paper only the headings of the
// last table of a sheet can be repeated on each page. Where such a list begins a sheet, the rest is parted from it.
func (w *writer) together(d *Document, s Sheet) []Sheet {
	for i := range s.Parts[:max(len(s.Parts)-1, 0)] {
		p, next := &s.Parts[i], &s.Parts[i+1]
		shown := d.Shown(&p.View)
		if most, grows := mostAbove()[p.ID]; !grows || shown.Len() <= most {
			continue
		}
		own := Sheet{ID: next.ID, After: cmp.Or(s.After, s.ID), Title: next.Title, Parts: s.Parts[1:]}
		if i == 0 {
			s.Parts = s.Parts[:1]
			return append([]Sheet{s}, w.together(d, own)...)
		}
		own.ID, own.Title, own.Parts = p.ID, p.Title, []Part{*p}
		s.Parts = slices.Delete(slices.Clone(s.Parts), i, i+1)
		return append(w.together(d, s), own)
	}
	if len(s.Parts) == 0 {
		return nil
	}
	return []Sheet{s}
}

// headed gives a sheet the purpose of its first table, and takes the title and the purpose from that.
func (w *writer) headed(s Sheet, d *Document) Sheet {
	first := &s.Parts[0]
	switch s.Purpose = first.Purpose; s.ID {
	case "summary":
		s.Purpose = w.say("workbook.summary.purpose", "Title", d.Title, "Month", w.month())
	case "notes":
		s.Purpose, first.View.Inline.Notes = w.say("workbook.notes.purpose"), []Text{first.Purpose}
	}
	first.Title, first.Purpose = nil, nil
	return s
}

// part makes one table of a sheet; false where the pack has no use for it.
func (w *writer) part(d *Document, id string) (Part, bool) {
	switch id {
	case "headlines":
		return w.inline(w.headlines(d)), true
	case "themes_chart":
		return w.themesChartPart(), true
	case "cover":
		return w.inline(w.coverSheet()), true
	case "contents":
		return w.inline(w.contentsSheet()), true
	case "charts":
		return w.chartsPart(d), w.pack.Movement != nil || len(w.pack.Trend) > 1
	case "status_words":
		return w.inline(w.statusWords()), true
	case "theme_list":
		return w.inline(w.themeList()), true
	case "notes":
		return w.inline(w.notesSheet(d)), true
	}
	t := d.Table(id)
	if t == nil { // of a month in which nobody was asked, or of one register
		return Part{}, false
	}
	p := Part{ID: id, Title: t.Title, Purpose: t.Purpose, View: View{Table: id}}
	if strings.HasPrefix(id, "summary_") {
		p.View.Columns = summaryColumns(t)
	}
	switch id {
	case "restated":
		return p, w.pack.Restated != nil
	case "figure_changes": // the refs where those of how long things are overdue are; the longest texts last: they run on over the cells to their right
		p.View.Columns = []string{"figure", "refs", "number_before", "number", "difference", "why"}
	case "ageing":
		p.View.Columns = []string{"band", "refs", "number", "number_before"}
	case "due": // what is in view and printed first
		p.View.Columns = []string{"key", "theme", "short", string(report.FieldOwner), string(report.FieldDue), "timing", "days_late", "days_left", string(report.FieldProgress),
			string(report.FieldOriginalDue), "times_moved", string(report.FieldUpdated)}
	case "changes":
		p.View.Columns = []string{"key", "theme", "short", "change", "from", "to", "why", "effect", "days", "times_moved"}
	case "written_dates": // texts below texts
		p.View.Columns = []string{"key", string(report.FieldDueAsWritten), "read_as", string(report.FieldDue), "rule"}
		return p, len(t.Rows) > 0
	case "answers_owners":
		return p, w.wasAsked()
	case "extensions": // texts below texts, and numbers and dates below numbers
		p.View.Columns = []string{"short", "key", "due_when_asked", "new_date", "extension_state", string(report.FieldOwner), string(report.FieldReason)}
		return p, len(t.Rows) > 0
	case "not_updated", "asked_about":
		p.View.Columns = []string{"short", "key", string(report.FieldUpdated), "answer", string(report.FieldOwner)}
		return p, len(t.Rows) > 0
	case "actions", "sign_off", "answers_reviews":
		return p, len(t.Rows) > 0
	case "summary_owners", "summary_sources", "summary_headings":
		return p, len(t.Rows) > 2 // one group, and the whole
	}
	return p, true
}

// inline is a part whose table stands nowhere else.
func (w *writer) inline(t *Table) Part {
	NameColumns(t, w.words)
	return Part{ID: t.ID, Title: t.Title, Purpose: t.Purpose, View: View{Inline: t}}
}

// sheetColumn adds a column under a heading of the workbook's own.
func (w *writer) sheetColumn(t *Table, id string, kind Kind, width int) {
	w.columnOf(t, id, "workbook.column."+id, kind, width)
}
