package round

import (
	"fmt"
	"os"
	"strings"

	"boardpack/report"
	"boardpack/report/plainfile"
)

// Returned is a file that came back.
type Returned struct {
	*Return
	Owner string
	Day   report.Date
	Late  bool
	// OtherRound is the month of the round that the file answers to where that is another one; "" for the round of the month.
	OtherRound string
	TooLate    bool // it came after the round was closed
	Answers    int
}

// readAll reads every file, finds whose it is and when it was given, and puts the files in their order.
func (c *collecting) readAll() error {
	paths := c.Paths
	if len(paths) == 0 {
		paths = []string{c.folder.returns()}
		if err := os.MkdirAll(c.folder.returns(), 0o755); err != nil {
			return fmt.Errorf("%s cannot be made: %s", c.folder.returns(), plainfile.Say(err))
		}
	}
	files, err := gather(paths, c.Limits)
	if err != nil {
		return err
	}
	known := len(c.journal.Files)
	byHash := map[string]string{}
	var all []*taken
	for _, f := range files {
		ret := c.reading.read(f)
		if ret.SameAs = byHash[ret.SHA256]; f.Err == nil && ret.SameAs == "" {
			byHash[ret.SHA256] = f.Name
		}
		all = append(all, c.take(ret))
	}
	inOrder(all, func(t *taken) int { return c.journal.seen(t.SHA256) })
	for _, t := range all {
		c.addReturn(t, c.journal.Closed && c.journal.seen(t.SHA256) >= known)
	}
	if c.Close {
		c.journal.Closed = true
	}
	return nil
}

// take finds the rows of a return and its owner, and remembers it.
func (c *collecting) take(ret *Return) *taken {
	t := &taken{Return: ret}
	if ret.Err == nil {
		for i := range ret.Rows {
			t.rows = append(t.rows, c.rounds.identify(&ret.Rows[i]))
		}
		t.owner = c.rounds.ownerOf(ret, t.rows)
	}
	i := c.journal.seen(ret.SHA256)
	if i < 0 {
		i = len(c.journal.Files)
		c.journal.Files = append(c.journal.Files, seenFile{SHA256: ret.SHA256, Name: ret.Name})
	}
	seen := &c.journal.Files[i]
	seen.Owner = t.owner
	if seen.Day.IsZero() {
		seen.Day = dayOf(ret, c.Month, c.Received, c.Today)
	}
	t.day = seen.Day
	return t
}

// newRows quotes the rows of a return about which nobody was asked: an owner wrote them.
func (c *collecting) newRows(t *taken) []Else {
	var out []Else
	for i, f := range t.rows {
		if f.why != "not_asked" {
			continue
		}
		row, w := &t.Rows[i], c.main()
		e := Else{Ref: row.text(colRef)}
		var texts []string
		for _, column := range columnsOf(true) {
			if cell := row.cells[column]; cell != nil {
				if e.Cell == "" {
					e.Cell = row.at(column)
				}
				if column != colRef {
					texts = append(texts, column.heading(w)+": "+plainText(cell.Text))
				}
			}
		}
		e.Text = strings.Join(texts, "\n")
		out = append(out, e)
	}
	return out
}

// addReturn takes the answers of a return in.
func (c *collecting) addReturn(t *taken, tooLate bool) {
	returned := Returned{Return: t.Return, Owner: t.owner, Day: t.day, Late: t.day.After(c.rounds.now.ReplyBy), TooLate: tooLate}
	if t.Err == nil && t.SameAs == "" {
		returned.OtherRound = c.otherRound(t)
		var answers []*Answer
		switch old := c.old(returned.OtherRound); {
		case returned.OtherRound == "":
			answers = c.reading.answersOf(c.rounds, t)
			t.Else = append(t.Else, c.newRows(t)...)
		case old != nil && c.TakeOld:
			answers = c.oldAnswers(old, t)
		default:
			answers = c.reading.answersOf(c.rounds, t)
			for _, a := range answers {
				a.Refused = "old_round"
			}
		}
		for _, a := range answers {
			a.Late = returned.Late
			if a.Refused == "" && tooLate {
				a.Refused = "round_closed"
			}
			if a.Refused == "" && t.day.IsZero() {
				a.Refused = "no_day"
			}
		}
		returned.Answers = len(answers)
		c.out.Answers = append(c.out.Answers, answers...)
	}
	c.out.Returns = append(c.out.Returns, returned)
}
