package master

import (
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/ooxml"
)

// missing tells which needed columns are not there, and what there is. The theme may come from the heading column, from heading
// rows or from the name of the sheet.
func (r *reader) missing(t *table, themeFound bool) error {
	var missing []report.Field
	for _, f := range report.NeededFields() {
		if t.header.fields[f] == 0 && (f != report.FieldTheme || !themeFound) {
			missing = append(missing, f)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	args := []string{"Columns", r.names(missing), "Row", strconv.Itoa(t.header.last), "Found", r.found(t), "Command", r.draftCommand()}
	for _, f := range missing {
		if like, ok := r.match.alike(f, &t.header); ok {
			args[1] = r.names([]report.Field{f})
			return unusable("missing-column-like", append(args, "Heading", like.heading)...).at(t.sheet.name, ooxml.CellName(like.number, t.header.last), t.header.last)
		}
	}
	return unusable("missing-column", args...).at(t.sheet.name, "", t.header.last)
}

// found lists the headings of a table, each with an arrow to the column that it is taken for where that has another name, and a
// question mark where that is a guess of whoever drafts templates.
func (r *reader) found(t *table) string {
	const most = 30
	outline := outlineOf(t)
	known := map[string]bool{}
	for _, c := range outline.Columns {
		known[c.Cell] = c.Field != ""
	}
	if r.options.Guess != nil {
		r.options.Guess(outline)
	}
	var out []string
	for _, c := range outline.Columns {
		text := short(c.Heading)
		switch name := r.name(c.Field); {
		case c.Field == "":
		case !known[c.Cell]:
			text += " → " + name + "?"
		case fold.Word(name) != fold.Word(c.Heading):
			text += " → " + name
		}
		if out = append(out, text); len(out) == most {
			out = append(out, "…")
			break
		}
	}
	return strings.Join(out, "; ")
}

// draftCommand is the command that drafts a template from the file.
func (r *reader) draftCommand() string { return "boardpack init DIR --from " + r.file }

// noTable is the error of a file in which no row of headings is known. It lists those of the row that looks most like one.
func (r *reader) noTable(data []byte) error {
	none := unusable("no-table", "Columns", r.names(report.NeededFields()))
	t, err := r.guess(data, none)
	if err != nil {
		return none
	}
	return unusable("headings-unknown", "Columns", r.names(report.NeededFields()), "Row", strconv.Itoa(t.header.last), "Found", r.found(t), "Command", r.draftCommand()).
		at(t.sheet.name, "", t.header.last)
}
