package round

import (
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"boardpack/report"
	"boardpack/report/master"
	"boardpack/report/plainfile"
	"boardpack/report/round/merge"
)

// resultsBook is the workbook for the team: what was taken, what waits for a decision, what was refused, and who has answered.
func (c *collecting) resultsBook() ([]byte, error) {
	w := c.main()
	s := said{w, c.out}
	title := w.Say("round.results.title", "Month", w.MonthName(c.Month))
	sheets := []sheetOf{c.summarySheet(s, title), c.decideSheet(s), c.takenSheet(s), c.refusedSheet(s), c.elseSheet(s), c.filesSheet(s), c.ownersSheet(s)}
	return writeSheets(c.Setting, title, sheets)
}

func (c *collecting) summarySheet(s said, title string) sheetOf {
	w := s.w
	t := sheetOf{name: w.Say("round.sheet.summary"), title: title, headings: []string{w.Say("round.results.what"), w.Say("round.results.number")}, widths: []float64{60, 14}}
	asked, answered := c.out.AnsweredRows()
	t.add(w.Say("round.results.rows_asked"), number(asked))
	t.add(w.Say("round.results.rows_answered"), number(answered))
	for _, how := range []HowAnswered{Answered, PartlyDone, NotAnswered} {
		n := 0
		for _, o := range c.out.Owners() {
			if o.How() == how {
				n++
			}
		}
		t.add(w.Say("round.results.owners", "How", w.Say("round.how."+string(how))), number(n))
	}
	for i := range c.Masters {
		m := &c.Masters[i]
		if n := len(c.writesIn(m)); n > 0 && !c.wrote(m) {
			t.add(w.Say("round.results.to_write", "File", filepath.Base(m.Path), "Refs", strings.Join(c.refsIn(m), ", ")), number(n))
		}
	}
	for _, k := range merge.Kinds() {
		if n := c.out.Count(k); n > 0 {
			t.add(w.Say("round.results.answers", "Outcome", w.Say("round.outcome."+string(k))), number(n))
		}
	}
	return t
}

// wrote tells whether this run has written a master.
func (c *collecting) wrote(m *Master) bool {
	return slices.ContainsFunc(c.out.Written, func(w WrittenMaster) bool { return w.Path == m.Path })
}

func (t *sheetOf) add(cells ...string) { t.rows = append(t.rows, cells) }

func number(n int) string { return strconv.Itoa(n) }

// decideSheet lists what waits for a decision, and what was decided, so that it can be changed.
func (c *collecting) decideSheet(s said) sheetOf {
	w := s.w
	t := sheetOf{name: w.Say("round.sheet.decide"), title: w.Say("round.decide.title"), notes: []string{w.Say("round.decide.how")},
		headings: []string{w.Say("round.decide.code"), w.Say("round.column.ref"), w.Say("round.column.report"), w.Say("round.asked.owner"), w.Say("round.results.column"),
			w.Say("round.results.asked"), w.Say("round.results.team"), w.Say("round.results.answer"), w.Say("round.results.why"), w.Say("round.decide.decision"),
			w.Say("round.results.where"), w.Say("round.results.from")},
		widths: []float64{19, 9, 26, 26, 18, 30, 30, 30, 40, 22, 34, 40}}
	t.lists = map[int][]string{9: {w.Say("round.decision.take"), w.Say("round.decision.keep")}}
	for _, a := range c.out.Answers {
		if !a.Kind.Decides() && (a.Decided == "" || a.Kind == merge.Superseded || a.Kind == merge.Refused) {
			continue
		}
		decision := ""
		if a.Decided != "" {
			decision = w.Say("round.decision." + string(a.Decided))
		}
		t.add(a.id(), a.Row.Ref, s.report(a.Row), a.Owner, s.column(a.Column), s.value(a.Column, a.Asked), s.value(a.Column, a.was), c.quoted(s, a),
			s.outcome(a), decision, a.Master, a.from())
	}
	return t
}

// quoted is an answer in full, for the team's own workbook.
func (c *collecting) quoted(s said, a *Answer) string {
	if a.Column.isDay() && !a.day.IsZero() {
		return s.w.ShortDate(a.day)
	}
	return a.Text
}

// from names the cell of an answer.
func (a *Answer) from() string { return a.File.Name + ": " + a.Cell }

// takenSheet lists every cell that an answer changed, with what was there before.
func (c *collecting) takenSheet(s said) sheetOf {
	w := s.w
	t := sheetOf{name: w.Say("round.sheet.taken"), title: w.Say("round.results.taken_title"), headings: c.answerHeadings(w.Say("round.results.before")), widths: answerWidths()}
	for _, a := range c.out.Answers {
		if a.Kind != merge.Refused && !a.Kind.Decides() && a.Row != nil {
			t.add(a.Row.Ref, s.report(a.Row), a.Owner, s.column(a.Column), s.value(a.Column, a.was), c.quoted(s, a), s.outcome(a), a.Master, a.from())
		}
	}
	return t
}

func (c *collecting) answerHeadings(before string) []string {
	w := c.main()
	return []string{w.Say("round.column.ref"), w.Say("round.column.report"), w.Say("round.asked.owner"), w.Say("round.results.column"), before,
		w.Say("round.results.answer"), w.Say("round.results.outcome"), w.Say("round.results.where"), w.Say("round.results.from")}
}

func answerWidths() []float64 { return []float64{9, 26, 26, 18, 36, 36, 30, 34, 40} }

// refusedSheet lists what was not taken, and why.
func (c *collecting) refusedSheet(s said) sheetOf {
	w := s.w
	t := sheetOf{name: w.Say("round.sheet.refused"), title: w.Say("round.results.refused_title"), headings: c.answerHeadings(w.Say("round.results.team")), widths: answerWidths()}
	for _, a := range c.out.Answers {
		if a.Kind != merge.Refused {
			continue
		}
		ref, of := a.Shown, ""
		if a.Row != nil {
			ref, of = a.Row.Ref, s.report(a.Row)
		}
		t.add(ref, of, a.Owner, s.column(a.Column), s.value(a.Column, a.was), c.quoted(s, a), s.why(a), a.Master, a.from())
	}
	return t
}

// elseSheet lists what owners wrote outside the table.
func (c *collecting) elseSheet(s said) sheetOf {
	w := s.w
	t := sheetOf{name: w.Say("round.sheet.something_else"), title: w.Say("round.else.title"), headings: []string{w.Say("round.asked.owner"), w.Say("round.else.ref"),
		w.Say("round.results.answer"), w.Say("round.results.from")}, widths: []float64{30, 16, 90, 40}}
	for i := range c.out.Returns {
		r := &c.out.Returns[i]
		if r.SameAs != "" {
			continue
		}
		for _, e := range r.Else {
			t.add(r.Owner, e.Ref, e.Text, r.Name+": "+e.Cell)
		}
	}
	return t
}

// filesSheet lists what came back and what each file was taken for.
func (c *collecting) filesSheet(s said) sheetOf {
	w := s.w
	t := sheetOf{name: w.Say("round.sheet.files"), title: w.Say("round.results.files_title"), headings: []string{w.Say("round.results.file"), w.Say("round.asked.owner"),
		w.Say("round.results.day"), w.Say("round.results.answers_in"), w.Say("round.results.note")}, widths: []float64{44, 30, 16, 12, 70}}
	for i := range c.out.Returns {
		r := &c.out.Returns[i]
		t.add(r.Name, r.Owner, w.ShortDate(r.Day), number(r.Answers), FileNote(w, r))
	}
	return t
}

// ownersSheet lists who has answered.
func (c *collecting) ownersSheet(s said) sheetOf {
	w := s.w
	t := sheetOf{name: w.Say("round.sheet.owners"), title: w.Say("round.results.owners_title"), headings: []string{w.Say("round.asked.owner"), w.Say("round.results.how"),
		w.Say("round.results.rows_asked"), w.Say("round.results.rows_answered"), w.Say("round.results.missing")}, widths: []float64{34, 22, 14, 14, 70}}
	for _, o := range c.out.Owners() {
		t.add(o.Owner.Name, w.Say("round.how."+string(o.How())), number(len(o.Asked)), number(len(o.Answered)),
			refsByReport(w, c.out.Round, append(append([]*Row{}, o.Partly...), o.Missing...)))
	}
	return t
}

// reasonOf says in words why a file cannot be read, and what to do.
func reasonOf(w report.Words, err error) string {
	var unusable *master.Unusable
	if errors.As(err, &unusable) {
		return unusable.Problem.Message(w) + " " + unusable.Problem.Hint(w)
	}
	text := plainfile.Words(err)
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:] + "."
}

// FileNote says what a file was taken for, and what is to be done where nothing was taken.
func FileNote(w report.Words, r *Returned) string {
	var notes []string
	if note := r.note(); note != "" {
		reason := ""
		if r.Err != nil {
			reason = reasonOf(w, r.Err)
		}
		notes = append(notes, w.Say("round.file."+note, "Other", r.SameAs, "Month", r.OtherRound, "Reason", reason))
	}
	if r.Late {
		notes = append(notes, w.Say("round.file.late"))
	}
	if len(r.Strange) > 0 {
		notes = append(notes, w.Say("round.file.strange", "Columns", strings.Join(r.Strange, ", ")))
	}
	return strings.Join(notes, " ")
}
