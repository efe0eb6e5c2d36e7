package round

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/disk"
	"boardpack/report/plainfile"
	"boardpack/report/round/merge"
)

// CollectOptions say what to take in.
type CollectOptions struct {
	Paths    []string // files and folders; none: the folder of the returns
	Write    bool     // into the masters
	Received report.Date
	Today    report.Date
	Close    bool // the round ends: files that are new after this are listed and not taken
	TakeOld  bool // answers to an earlier round may be taken, where the team decides so
}

// Collected is what came back and what becomes of it.
type Collected struct {
	Round    *Round
	Returns  []Returned // in the order in which they count
	Answers  []*Answer  // by row, column, and the order of the returns
	Standing []Standing // of each row and owner, in the order of the round
	Written  []WrittenMaster
	Files    []string // of results, written or there already with the same bytes
	Closed   bool
	rounds   *rounds
}

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

// collecting is a run of collect.
type collecting struct {
	*Setting
	CollectOptions
	folder  folder
	rounds  *rounds
	journal *journal
	reading *reading
	taken   []*taken
	out     *Collected
	cells   map[merge.ID]merge.Cell
	spots   map[string]*spot
	books   map[string]book
	words   map[string]map[report.State]string // for each state, by register
	result  merge.Result
	merged  []*Answer // those that the merge settles, in step with its outcomes
}

// Collect reads what came back, settles what becomes of every answer, lists it, and with Write puts into the masters what can be taken.
func Collect(s *Setting, o CollectOptions) (*Collected, error) {
	if err := s.prepare(); err != nil {
		return nil, err
	}
	c := &collecting{Setting: s, CollectOptions: o, folder: folder{s.Dir, s.Month}, out: &Collected{}}
	now, err := Load(s.Dir, s.Month)
	if err != nil {
		return nil, err
	}
	lock, err := disk.TakeLock(c.folder.path())
	if err != nil {
		return nil, err
	}
	defer lock.Release()
	for _, step := range []func() error{func() error { return c.load(now) }, c.readAll, c.settle, c.write, c.publish} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return c.out, nil
}

// load reads what was asked, what earlier runs remember, and what the team has decided since.
func (c *collecting) load(now *Round) error {
	earlier, err := c.folder.earlierAsked()
	if err != nil {
		return err
	}
	c.rounds = newRounds(now, earlier)
	c.out.Round, c.out.rounds = now, c.rounds
	if c.journal, err = c.folder.readJournal(); err != nil {
		return err
	}
	c.reading = newReading(c.Setting, c.Limits)
	return c.readDecisions()
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
	c.taken = all
	if c.Close {
		c.journal.Closed = true
	}
	c.out.Closed = c.journal.Closed
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

// addReturn takes the answers of a return in.
func (c *collecting) addReturn(t *taken, tooLate bool) {
	returned := Returned{Return: t.Return, Owner: t.owner, Day: t.day, Late: t.day.After(c.rounds.now.ReplyBy), TooLate: tooLate}
	if t.Err == nil && t.SameAs == "" {
		returned.OtherRound = c.otherRound(t)
		var answers []*Answer
		switch old := c.old(returned.OtherRound); {
		case returned.OtherRound == "":
			answers = c.reading.answersOf(c.rounds, t)
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

// otherRound gives the month of the round that a return answers to where that is not the month's: by its codes, or else its line. "" for
// the round of the month.
func (c *collecting) otherRound(t *taken) string {
	for i := range t.Rows {
		if c.rounds.byCode[codeOf(t.Rows[i].text(colCode))] != nil {
			return ""
		}
	}
	if t.Month == c.rounds.now.Month {
		return ""
	}
	return t.Month
}

// old reads the round of another month; nil where there is none.
func (c *collecting) old(month string) *rounds {
	if month == "" {
		return nil
	}
	f := folder{dir: c.Dir}
	if _, err := fmt.Sscanf(month, "%d-%d", &f.month.Year, &f.month.Month); err != nil {
		return nil
	}
	r, err := readRound(f.round())
	if err != nil {
		return nil
	}
	earlier, err := f.earlierAsked()
	if err != nil {
		return nil
	}
	return newRounds(r, earlier)
}

// oldAnswers reads a return of an earlier round by what that round asked; each answer waits for a decision, at the row as it is asked
// about now.
func (c *collecting) oldAnswers(old *rounds, t *taken) []*Answer {
	for i := range t.Rows {
		t.rows[i] = old.identify(&t.Rows[i])
	}
	t.owner = old.ownerOf(t.Return, t.rows)
	answers := c.reading.answersOf(old, t)
	for _, a := range answers {
		if a.Row == nil {
			continue
		}
		row := c.rounds.same(a.Row)
		if row == nil {
			a.Row, a.ID, a.Refused = nil, merge.ID{}, "not_asked"
			continue
		}
		a.Row, a.ID.Row = row, row.Code
		wait(a, "old_round")
	}
	return answers
}

// same finds the row of another round in this one; nil where it is not asked about.
func (s *rounds) same(row *Row) *Row {
	for _, r := range s.rows {
		if r.Register == row.Register && r.OwnRef == row.OwnRef && r.Source == row.Source && r.Text == row.Text && r.TextCy == row.TextCy && r.Action == row.Action {
			return r
		}
	}
	return nil
}

// settle judges and merges the answers.
func (c *collecting) settle() error {
	if err := c.lookAtMasters(); err != nil {
		return err
	}
	for _, a := range c.out.Answers {
		if a.Row != nil && a.Refused == "" && c.spots[a.Row.Code] == nil {
			a.Refused = "row_gone"
		}
	}
	judgeAll(c.out.Answers, c.judgedBy)
	journal := c.journal.cells(c.cells)
	for c.merge(journal); c.unfit(); c.merge(journal) { // what does not fit is refused, and all else settled again without it
	}
	for _, a := range c.merged {
		a.was = c.base(journal, a.ID)
		if at := c.spots[a.Row.Code]; at != nil {
			a.Master = at.where(a.Column.field())
		}
	}
	c.sortAnswers()
	c.out.Standing = c.standing()
	return nil
}

// merge settles all answers with what a master may hold.
func (c *collecting) merge(journal map[merge.ID]merge.Written) {
	in := merge.Input{Cells: c.cells, Journal: journal, Updated: string(report.FieldUpdated), Join: c.join,
		Joined: map[string]bool{string(report.FieldProgress): true, string(report.FieldProgressCy): true, string(report.FieldEvidence): true},
		Pairs: map[string]string{string(report.FieldStatus): "status", string(report.FieldCompleted): "status",
			string(report.FieldDue): "date", string(report.FieldReason): "date"}}
	c.merged = nil
	for _, a := range c.out.Answers {
		a.Decided = c.journal.Decisions[a.id()]
		if a.Row == nil || a.Column == colNotMine {
			a.Outcome = c.unmerged(a)
			continue
		}
		c.merged = append(c.merged, a)
		in.Answers = append(in.Answers, a.Answer)
	}
	c.result = merge.Resolve(in)
	for i, a := range c.merged {
		a.Outcome = c.result.Outcomes[i]
	}
}

// unmerged settles an answer that goes into no cell.
func (c *collecting) unmerged(a *Answer) merge.Outcome {
	switch {
	case a.Refused != "" || a.Row == nil:
		return merge.Outcome{Kind: merge.Refused, Why: a.Refused}
	case c.answeredAgain(a):
		return merge.Outcome{Kind: merge.Superseded}
	case a.Decided != "":
		return merge.Outcome{Kind: merge.Kept}
	}
	return merge.Outcome{Kind: merge.Waiting, Why: "not_mine"}
}

// answeredAgain tells whether the owner has filled in the same column of the row in a later return.
func (c *collecting) answeredAgain(a *Answer) bool {
	return slices.ContainsFunc(c.out.Answers, func(b *Answer) bool {
		return b.Column == a.Column && b.Row == a.Row && b.Owner == a.Owner && b.Order > a.Order
	})
}

// base is what the team has in a cell.
func (c *collecting) base(journal map[merge.ID]merge.Written, id merge.ID) merge.Value {
	now := c.cells[id].Now
	if j, wrote := journal[id]; wrote && now.Key == j.Wrote.Key {
		return j.Before
	}
	return now
}

// join puts the notes of several owners together, each after the name of its owner.
func (c *collecting) join(owners []string, values []merge.Value) merge.Value {
	var b strings.Builder
	for i := range owners {
		b.WriteString(owners[i] + ": " + values[i].Text + "\n")
	}
	return c.reading.valueOf(report.FieldProgress, b.String())
}

// sortAnswers puts the answers in the order of the rows, and those without a row last.
func (c *collecting) sortAnswers() {
	at := map[*Row]int{}
	for i, row := range c.rounds.rows {
		at[row] = i
	}
	columns := answerColumns()
	slices.SortStableFunc(c.out.Answers, func(a, b *Answer) int {
		switch {
		case (a.Row == nil) != (b.Row == nil):
			if a.Row == nil {
				return 1
			}
			return -1
		case a.Row != nil && at[a.Row] != at[b.Row]:
			return at[a.Row] - at[b.Row]
		case a.Column != b.Column && a.Row != nil:
			return slices.Index(columns, a.Column) - slices.Index(columns, b.Column)
		}
		return a.Order - b.Order
	})
}

// ErrWaits tells that something waits for a decision, where the caller is strict.
var ErrWaits = errors.New("some answers wait for a decision")

// Waits counts the answers that wait for a decision.
func (o *Collected) Waits() int {
	n := 0
	for _, a := range o.Answers {
		if a.Kind.Decides() {
			n++
		}
	}
	return n
}
