package master

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"boardpack/report"
	"boardpack/report/fold"
)

// doubtSignOff looks at columns such as "Approval" and "Agreed?", which may hold the issuer's sign-off and may as well hold the
// answer to the recommendation. Issuers agree to what is complete: where more than a quarter of the rows that are not complete are
// agreed, the column is not used as the sign-off, stays as a column of the team's own, and the question is put to the team.
func (r *reader) doubtSignOff(readers []*tableReader) {
	if r.options.Rules.SignOff == report.SignOffIgnored {
		return
	}
	open, agreed := 0, 0
	doubtful := map[*tableReader]*column{}
	for _, t := range readers {
		if c := t.maybeSignOff(); c != nil {
			doubtful[t] = c
			rows, signed := t.countSignOffs(c.number)
			open, agreed = open+rows, agreed+signed
		}
	}
	if 4*agreed <= open {
		return
	}
	for _, t := range readers {
		c := doubtful[t]
		if c == nil {
			continue
		}
		level := report.Note // it would not be used in any case
		if c.field == report.FieldSignOff {
			level = report.Warning
			c.field = ""
			delete(t.header.fields, report.FieldSignOff)
		}
		t.add(level, "sign-off-doubtful", t.heading(*c), "Column", c.heading, "Agreed", strconv.Itoa(agreed), "Open", strconv.Itoa(open),
			"Name", t.name(report.FieldSignOff))
	}
}

// maybeSignOff gives the column of the issuer's sign-off where its heading may mean something else, or where there is none a column
// with such a heading that the template does not name; nil for neither.
func (t *tableReader) maybeSignOff() *column {
	for i := range t.header.columns {
		c := &t.header.columns[i]
		if (c.field == report.FieldSignOff || c.field == "" && !c.skip && t.header.fields[report.FieldSignOff] == 0) && t.mayBeAnswer(c.heading) {
			return c
		}
	}
	return nil
}

// mayBeAnswer tells whether a heading may be of the answer to a recommendation. The one that the template names first is the team's
// own word for the sign-off.
func (r *reader) mayBeAnswer(heading string) bool {
	if fold.Word(heading) == fold.Word(r.name(report.FieldSignOff)) {
		return false
	}
	words := strings.FieldsFunc(strings.ToLower(heading), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	return slices.ContainsFunc(words, meansAnswer) && !slices.ContainsFunc(words, meansIssuer)
}

func meansAnswer(word string) bool {
	switch word {
	case "approval", "approved", "agreed", "agreement", "agree", "accepted", "acceptance", "accept",
		"cymeradwyo", "cymeradwyaeth", "cymeradwywyd", "cytuno", "cytunwyd", "cytundeb", "derbyn", "derbyniwyd":
		return true
	}
	return false
}

// meansIssuer tells whether a word of a heading says that it is of the issuer's sign-off, or that it is of a day, a person or
// something else that is no position.
func meansIssuer(word string) bool {
	switch word {
	case "sign", "signed", "signoff", "issuer", "issuer's", "issuer’s", "corff", "cyhoeddi", "llofnod", "date", "by", "dyddiad", "gan", "action", "response":
		return true
	}
	return false
}

// countSignOffs counts the rows that are not complete, those without a status that is known left out, and those of them that are
// agreed in a column.
func (t *tableReader) countSignOffs(number int) (open, agreed int) {
	for i := range t.sheet.rows {
		r := &t.sheet.rows[i]
		if r.number <= t.header.last {
			continue
		}
		status := t.match.states.read(line(t.sheet.shown(r.at(t.header.fields[report.FieldStatus]))), t.match.names)
		if status.doubt != "" || status.value != report.NotStarted && status.value != report.InProgress {
			continue
		}
		open++
		if position := t.match.signOffs.read(line(t.sheet.shown(r.at(number))), t.match.names); position.doubt == "" && position.value == report.Agreed {
			agreed++
		}
	}
	return open, agreed
}

// emptySignOff gives what is to be said of a sign-off column without any entry: nil where there is an entry, or no column.
func (r *reader) emptySignOff(readers []*tableReader) *report.Problem {
	if r.signOffEntries {
		return nil
	}
	for _, t := range readers {
		if c, ok := t.header.column(t.header.fields[report.FieldSignOff]); ok {
			p := r.problem(report.Note, "sign-off-empty", t.heading(c), "Column", c.heading)
			return &p
		}
	}
	return nil
}
