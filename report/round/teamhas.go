package round

import (
	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/round/merge"
)

// What answers are judged by, and written in, is what the team has. A cell that holds an answer may hold it only because that one came
// first, and the order in which answers come is to change nothing.

// judgedBy gives what the answers to a row are judged by.
func (c *collecting) judgedBy(row *Row) judged {
	out := judged{}
	if at := c.spots[row.Code]; at != nil {
		out.due, out.completed = c.dueOf(row, at), c.isCompleted(row, at)
		out.published = at.master.Pack.Register.About.Published
	}
	out.state, _, _ = c.reading.statuses(row.Register).Read(row.Asked[report.FieldStatus])
	return out
}

// dueOf is the team's due date of a row; absent for none.
func (c *collecting) dueOf(row *Row, at *spot) report.Date {
	team, answered := c.teamText(row.Code, at, report.FieldDue)
	if !answered {
		return at.line.row.Due
	}
	rec, calendar := at.line.row.Recommendation, at.master.Pack.Register.Calendar(c.rules(at.master))
	due := calendar.Read(team).Date
	for _, otherwise := range []report.Date{rec.OriginalDue, calendar.Read(rec.DueAsWritten).Date} {
		if due.IsZero() {
			due = otherwise
		}
	}
	return due
}

// isCompleted tells whether the team has a day of completion in a row: in its column, or else beside the status.
func (c *collecting) isCompleted(row *Row, at *spot) bool {
	completed, dated := c.teamText(row.Code, at, report.FieldCompleted)
	status, stated := c.teamText(row.Code, at, report.FieldStatus)
	if !dated && !stated {
		return !at.line.row.Completed.IsZero()
	}
	day := dates.Read(completed, report.Date{}, report.Date{}).Date
	statuses := c.reading.statuses(row.Register)
	if state, _, _ := statuses.Read(status); completed == "" && state == report.Complete {
		day = statuses.Beside(status)
	}
	return !day.IsZero() && at.master.Pack.Register.Calendar(c.rules(at.master)).PlausibleDone(day)
}

// teamText is what the team has in a row's cell of a field, and whether an answer stands there in its place now.
func (c *collecting) teamText(code string, at *spot, f report.Field) (text string, answered bool) {
	if team, answered := c.input.Team(merge.ID{Row: code, Field: string(f)}); answered {
		return team.Text, true
	}
	return at.master.said(at.line.row.Recommendation, f), false
}

// statusWords gives the word for each state as the team writes it in a register: the one that most of its rows have, without a day beside
// it, or else the template's first.
func (c *collecting) statusWords(m *Master) map[report.State]string {
	counts := c.countWords(m)
	out := map[report.State]string{}
	for _, state := range report.States() {
		if words := c.vocabulary(m).States[state]; len(words) > 0 {
			out[state] = words[0]
		}
		most := 0
		for word, n := range counts[state] {
			if n > most || n == most && word < out[state] {
				out[state], most = word, n
			}
		}
	}
	return out
}

func (c *collecting) countWords(m *Master) map[report.State]map[string]int {
	codes := map[*report.Position]string{}
	for code, at := range c.spots {
		codes[at.line.row] = code
	}
	counts, statuses := map[report.State]map[string]int{}, c.reading.statuses(m.Pack.Register.Name)
	for _, l := range linesOf(m.Pack) {
		text, _ := c.teamText(codes[l.row], &spot{m, l}, report.FieldStatus)
		state, _, known := statuses.Read(text)
		if !known || !statuses.Beside(text).IsZero() || statuses.among(text) != nil {
			continue
		}
		if counts[state] == nil {
			counts[state] = map[string]int{}
		}
		counts[state][text]++
	}
	return counts
}
