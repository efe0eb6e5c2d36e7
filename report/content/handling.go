package content

import "boardpack/report"

// Handling says how a sheet is used and read. It goes by how the sheet is drawn.
type Handling struct {
	Filter  bool      // the table has filter buttons
	Frozen  bool      // the heading and the first column stay when the sheet is scrolled
	Blanks  bool      // missing values are left empty
	Fixed   bool      // what has no formula does not follow when a copy is changed
	Missing []Missing // the shorthand that occurs
	Clipped int       // how many rows hold more text than Excel can show in one
	Printed string    // the heading of the last column that is printed, "" for all
}

// Sentences gives the sentences, in order.
func (h Handling) Sentences(words report.Words) []string {
	var out []string
	say := func(holds bool, id string) {
		if holds {
			out = append(out, words.Say("workbook.line."+id))
		}
	}
	say(h.Filter, "filter")
	say(h.Frozen, "freeze")
	say(h.Blanks, "blanks")
	say(h.Fixed, "fixed")
	for _, reason := range h.Missing {
		say(true, "missing_"+reason.String())
	}
	if h.Clipped > 0 {
		out = append(out, words.Count("workbook.line.clipped", h.Clipped))
	}
	if h.Printed != "" {
		out = append(out, words.Say("workbook.line.printed", "Last", h.Printed))
	}
	return out
}

// FixedText says of one text or column that it does not follow when a copy is changed.
func FixedText(words report.Words) string { return words.Say("workbook.line.fixed_column") }

// Source says where the rows of a sheet come from.
func (d *Document) Source(words report.Words) string {
	return words.Say("workbook.line.source", "File", d.File)
}

// continuedSheet is the sheet of the texts that no cell can hold, part by part. The workbook fills it in.
func (w *writer) continuedSheet() Sheet {
	t := &Table{ID: "long_texts", Title: w.say("workbook.long_texts.title"), Purpose: w.say("workbook.long_texts.purpose")}
	w.sheetColumn(t, "sheet", KindText, 20)
	w.column(t, "key", KindKey, 10)
	w.sheetColumn(t, "column", KindText, 20)
	w.sheetColumn(t, "part", KindCount, 8)
	w.sheetColumn(t, "text", KindLongText, 100)
	p := w.inline(t)
	s := Sheet{ID: p.ID, Title: p.Title, Purpose: p.Purpose}
	p.Title, p.Purpose = nil, nil
	s.Parts = []Part{p}
	return s
}

// ContinuedMark ends the first part of a text that is continued; ContinuedLine says how many are.
func ContinuedMark(words report.Words) string { return " " + words.Say("workbook.long_texts.mark") }

// ContinuedLine says how many texts are continued.
func ContinuedLine(words report.Words, n int) string {
	return words.Count("workbook.line.long_texts", n)
}
