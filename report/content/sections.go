package content

import (
	"boardpack/report"
	"boardpack/report/named"
)

// sections writes the parts of the paper, in the usual order. To add one, write its blocks, put it here and into the sections of
// templates/pack.yaml.
func (w *writer) sections(d *Document, logo *Picture) []Section {
	return []Section{
		{"cover", w.cover(logo)},
		{"glance", w.glance()},
		{"contents", []Block{{Heading: &Heading{Level: 2, Text: trimmed(w.say("contents.title")), ID: "contents", Beside: true}}, {Contents: &Contents{}}}},
		{"changes", w.changesSection(d)},
		{"due", w.dueSection(d)},
		{"themes", w.themesSection()},
		{"sign_off", table(d, "sign-off", "sign_off", "key", "short", "owner", "sign_off", "completed", "evidence")},
		{"others", table(d, "others", "others")},
		{"annex", w.annexSection()},
		{"quality", w.qualitySection(d)},
		{"notes", w.notesSection(d)},
	}
}

// SectionNames lists the parts of the paper by name, in the usual order.
func SectionNames() []string {
	return []string{"cover", "glance", "contents", "changes", "due", "themes", "sign_off", "others", "annex", "quality", "notes"}
}

// heading is the heading of a part, or below one.
func heading(level int, id string, text Text) Block {
	return Block{Heading: &Heading{Level: level, Text: text, ID: id}}
}

func view(v View) Block { return Block{Table: &v} }

// table is a part that is one table under its title.
func table(d *Document, id, of string, columns ...string) []Block {
	return []Block{heading(2, id, d.Table(of).Title), view(View{Table: of, Columns: columns})}
}

// under is a table under its title, within a part.
func under(d *Document, of string, columns ...string) []Block {
	return []Block{heading(3, "", d.Table(of).Title), view(View{Table: of, Columns: columns})}
}

// changesSection tells what happened since last month: the bridge from opening to closing, the months so far, what was re-dated, every
// other change by name, why each red is red, and why each headline figure moved.
func (w *writer) changesSection(d *Document) []Block {
	blocks := []Block{heading(2, "changes", w.changedHeading())}
	if w.pack.Movement == nil {
		blocks = append(blocks, Block{Paragraph: &Paragraph{Text: d.Table("movement").Empty}})
	} else {
		// The steps in which nothing happened anywhere are left out: the table of twelve columns is in the workbook.
		blocks = append(blocks, heading(3, "", trimmed(w.say("chart.bridge.title"))), Block{Chart: w.bridgeChart()},
			view(View{Table: "movement", Columns: d.Table("movement").Happened()}))
	}
	if chart := w.trendChart(); chart != nil {
		blocks = append(blocks, heading(3, "", trimmed(w.say("table.trend"))), Block{Chart: chart}, view(View{Table: "trend"}))
	}
	if w.pack.Movement != nil {
		blocks = append(blocks, w.changesByName(d)...)
	}
	blocks = append(blocks, heading(3, "", trimmed(w.say("table.red"))), view(View{Table: "red"}))
	for _, id := range []string{"headline_changes", "restated"} {
		if len(d.Table(id).Rows) > 0 {
			blocks = append(blocks, under(d, id)...)
		}
	}
	return blocks
}

// changesByName names each changed recommendation: those re-dated with days and reason, then all other changes, which have no days.
func (w *writer) changesByName(d *Document) []Block {
	all := d.Table("changes")
	dated := len(d.View(&View{Table: all.ID, Has: "days"}).Rows)
	var blocks []Block
	if dated > 0 {
		blocks = append(blocks, heading(3, "", plain(named.Change(w.words, report.ChangeDate))),
			view(View{Table: all.ID, Has: "days", Bare: true, Columns: []string{"key", "short", "from", "to", "days", "times_moved", "why"}}))
	}
	if dated < len(all.Rows) || dated == 0 {
		blocks = append(blocks, heading(3, "", all.Title),
			view(View{Table: all.ID, Lacks: "days", Columns: []string{"key", "short", "change", "from", "to", "why"}}))
	}
	return blocks
}

// dueSection lists what is overdue, the latest first, for how long that has been, and what is due soon.
func (w *writer) dueSection(d *Document) []Block {
	columns := func(days string) []string {
		return []string{"key", "short", "owner", "original_due", "due", days, "progress_note"}
	}
	blocks := append([]Block{heading(2, "due", trimmed(w.say("table.due")))}, under(d, "overdue", columns("days_late")...)...)
	if len(d.Table("overdue").Rows) > 0 {
		blocks = append(blocks, under(d, "ageing")...)
	}
	return append(blocks, under(d, "due_soon", columns("days_left")...)...)
}

// themesSection gives each theme its figures, its bar, and its recommendations in full.
func (w *writer) themesSection() []Block {
	var blocks []Block
	for i := range w.pack.Themes {
		blocks = append(blocks, w.theme(&w.pack.Themes[i])...)
	}
	return blocks
}

// annexSection is the whole register, each row with its cell in the master. Responses and progress stand in the themes' sections, to which
// the keys lead. The lists behind the figures follow.
func (w *writer) annexSection() []Block {
	blocks := []Block{heading(2, "annex", trimmed(w.say("annex.title"))), view(View{Table: "recommendations", Columns: []string{"key", "theme",
		"recommendation", "owner", "standing", "original_due", "due", "times_moved", "completed", "rag", "cell"}})}
	return append(blocks, w.basis()...)
}

// qualitySection lists what the checks found in the master.
func (w *writer) qualitySection(d *Document) []Block {
	blocks := table(d, "quality", "quality", "where", "level", "message", "hint")
	if len(d.Table("written_dates").Rows) > 0 {
		blocks = append(blocks, under(d, "written_dates")...)
	}
	return blocks
}

// notesSection gives every rule in words: how figures are counted, how ratings are given, how statuses and dates are read.
func (w *writer) notesSection(d *Document) []Block {
	blocks := table(d, "notes", "rules")
	for _, id := range []string{"ratings", "status_rules", "readings"} {
		blocks = append(blocks, under(d, id)...)
	}
	return blocks
}
