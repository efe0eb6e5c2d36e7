package round

import (
	"fmt"
	"slices"
	"strconv"
	"unicode/utf16"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/master"
	"boardpack/report/pattern"
	"boardpack/report/round/merge"
)

// Answer is one filled cell of a return, and what becomes of it.
type Answer struct {
	merge.Answer
	merge.Outcome

	Row     *Row   // nil where no row was found for it
	Column  column // of the return
	File    *Return
	Cell    string // of the return: "Your update!I6"
	Text    string // as it shows
	Near    string // of a status that is not known: the nearest word
	Odd     string // what of its row is not as it was sent, although the row was found: "ref", "text", "code"; "" for nothing
	Twin    string // the other cell, where a row is there twice
	Master  string // the cell of the master: "custody.xlsx: Recommendations!K4"; "" for none
	Late    bool
	Shown   string       // what is quoted of the row where none was found for it
	was     merge.Value  // what the team has in its cell of the master
	state   report.State // of a status
	day     report.Date  // of a date
	written bool         // the cell is a real date, and no text
}

// taken is a return with its rows found.
type taken struct {
	*Return
	owner string
	day   report.Date // on which it was given; absent where nothing tells
	order int
	rows  []found // in step with the return's rows
}

// answersOf gives every filled cell of a return, with what its cell alone says against it.
func (r *reading) answersOf(s *rounds, t *taken) []*Answer {
	var out []*Answer
	perRow := make([][]*Answer, len(t.Rows))
	for i := range t.Rows {
		perRow[i] = r.answersIn(s, t, i)
	}
	r.twice(t, perRow)
	pastedTexts(t, perRow)
	for _, answers := range perRow {
		out = append(out, answers...)
	}
	doubtfulDays(out)
	return out
}

// answersIn gives those of one row.
func (r *reading) answersIn(s *rounds, t *taken, i int) []*Answer {
	row, f := &t.Rows[i], t.rows[i]
	var out []*Answer
	for _, c := range answerColumns() {
		cell := row.cells[c]
		if cell == nil {
			continue
		}
		a := &Answer{Row: f.row, Column: c, File: t.Return, Cell: row.at(c), Text: plainText(cell.Text), Odd: f.odd}
		a.Owner, a.Order, a.Day = t.owner, t.order, t.day.String()
		if cell.Broken != "" {
			a.Text = cell.Broken
		}
		switch {
		case f.none:
			a.Refused = "no_row"
		case f.row == nil:
			a.Refused = f.why
		case t.owner == "":
			a.Refused = "no_owner"
		case !slices.ContainsFunc(s.everAsked(f.row), func(o string) bool { return sameName(o, t.owner) }):
			a.Refused = "not_theirs"
		}
		if f.row == nil {
			a.Shown = quoteOf(row)
		} else {
			a.ID = merge.ID{Row: f.row.Code, Field: string(c.field())}
			a.Asked = r.valueOf(f.row.Register, c.field(), s.asked(f.row, t.Code).Asked[c.field()])
		}
		r.readCell(a, cell)
		out = append(out, a)
	}
	return out
}

// register is that of the answer's row; "" where none was found.
func (a *Answer) register() string {
	if a.Row == nil {
		return ""
	}
	return a.Row.Register
}

// quoteOf names a row that was not found by what its owner sees of it.
func quoteOf(row *returnRow) string {
	if ref := row.text(colRef); ref != "" {
		return ref
	}
	return strconv.Itoa(row.number)
}

const mostUnits = 32767 // UTF-16 units: programs cut longer texts to this without a word

// readCell reads what is filled in.
func (r *reading) readCell(a *Answer, cell *master.GridCell) {
	refuse := func(code string) {
		if a.Refused == "" {
			a.Refused = code
		}
	}
	a.Value = merge.Value{Text: a.Text, Key: a.Text}
	switch {
	case cell.Broken == "=":
		refuse("formula_no_value")
	case cell.Broken != "":
		refuse("error_cell")
	case a.Column == colStatus:
		r.readStatus(a, refuse)
	case a.Column.isDay():
		a.day, a.written = cell.Day, cell.Number
		if a.day.Year() < 2000 || a.day.Year() > 2099 {
			a.day = report.Date{}
			refuse("unreadable_date")
			return
		}
		a.Value = merge.Value{Text: a.day.String(), Key: a.day.String()}
	case len(utf16.Encode([]rune(cell.Text))) >= mostUnits:
		a.Waits = "cut_text"
	}
}

func (r *reading) readStatus(a *Answer, refuse func(string)) {
	if is(r.setting.Words, a.Text, "round.no_change") {
		a.NoChange, a.Value = true, a.Asked
		return
	}
	statuses := r.statuses(a.register())
	state, near, ok := statuses.Read(a.Text)
	if !ok {
		a.Near = near
		refuse("unknown_status")
		return
	}
	a.state, a.Value = state, merge.Value{Text: a.Text, Key: statuses.key(state, a.Text)}
	switch state {
	case report.Withdrawn, report.NotAccepted, report.Superseded:
		a.Waits = "team_status"
	}
}

// twice finds rows that are in a return more than once: equal answers count once, others not at all.
func (r *reading) twice(t *taken, perRow [][]*Answer) {
	first := map[*Row]int{}
	for i, f := range t.rows {
		if f.row == nil || len(perRow[i]) == 0 {
			continue
		}
		j, seen := first[f.row]
		if !seen {
			first[f.row] = i
			continue
		}
		if sameAnswers(perRow[i], perRow[j]) {
			perRow[i] = nil
			continue
		}
		for _, pair := range [][2]int{{i, j}, {j, i}} {
			for _, a := range perRow[pair[0]] {
				a.Refused, a.Twin = "twice", perRow[pair[1]][0].Cell
			}
		}
	}
}

func sameAnswers(a, b []*Answer) bool {
	return slices.EqualFunc(a, b, func(x, y *Answer) bool {
		return x.Column == y.Column && x.Value.Key == y.Value.Key && x.NoChange == y.NoChange
	})
}

// pastedTexts doubts a note directly below a row with a note, where nothing else of its row is answered: a text of several paragraphs
// that is pasted into one cell lands in the cells below.
func pastedTexts(t *taken, perRow [][]*Answer) {
	for i := 1; i < len(t.Rows); i++ {
		above, below := &t.Rows[i-1], &t.Rows[i]
		if len(perRow[i]) != 1 || above.sheet != below.sheet || above.number != below.number-1 || above.cells[colProgress] == nil {
			continue
		}
		if a := perRow[i][0]; a.Column == colProgress && a.Waits == "" {
			a.Waits = "pasted_text"
		}
	}
}

const slashed = pattern.Expression(`^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}$`)

// doubtfulDays doubts every real date of a file whose day could be its month, where another date of the file stayed text because it
// reads in one order only: the program that it was typed in reads days and months the other way round.
func doubtfulDays(answers []*Answer) {
	stayedText := slices.ContainsFunc(answers, func(a *Answer) bool {
		if !a.Column.isDay() || a.written {
			return false
		}
		m := slashed.FindStringSubmatch(fold.Line(a.Text))
		if m == nil {
			return false
		}
		first, _ := strconv.Atoi(m[1])
		second, _ := strconv.Atoi(m[2])
		return first > 12 && second <= 12 || second > 12 && first <= 12
	})
	if !stayedText {
		return
	}
	for _, a := range answers {
		if a.Column.isDay() && a.written && !a.day.IsZero() && a.day.Day() <= 12 && a.day.Day() != int(a.day.Month()) && a.Waits == "" {
			a.Waits = "day_or_month"
		}
	}
}

// id tells an answer from others in decisions: what it says, of which row and by whom, wherever its cell is.
func (a *Answer) id() string {
	return mark(a.ID.Row, string(a.Column), fold.Text(a.Owner), a.Value.Key, fmt.Sprint(a.NoChange))
}
