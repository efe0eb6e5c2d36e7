package round

import (
	"boardpack/report"
	"boardpack/report/disk"
	"boardpack/report/round/merge"
)

// CollectOptions say what to take in.
type CollectOptions struct {
	Paths    []string // files and folders; none: the folder of the returns
	Write    bool     // into the masters
	Received report.Date
	Today    report.Date
	Close    bool      // the round ends: files that are new after this are listed and not taken
	Contacts []Contact // for the receipts
	TakeOld  bool      // answers to an earlier round may be taken, where the team decides so
}

// Collected is what came back and what becomes of it.
type Collected struct {
	Round    *Round
	Returns  []Returned // in the order in which they count
	Answers  []*Answer  // by row, column, and the order of the returns
	Standing []Standing // of each row and owner, in the order of the round
	Written  []WrittenMaster
	// Unwritten are the masters that could not be written, with Write; the next run writes them.
	Unwritten []UnwrittenMaster
	Files     []string // of results, written or there already with the same bytes
	rounds    *rounds
}

// collecting is a run of collect.
type collecting struct {
	*Setting
	CollectOptions
	folder  folder
	rounds  *rounds
	journal *journal
	reading *reading
	out     *Collected
	cells   map[merge.ID]merge.Cell
	input   merge.Input // of the cells and the journal as they were before the run
	spots   map[string]*spot
	books   map[string]book
	words   map[string]map[report.State]string // for each state, by register
	result  merge.Result
	merged  []*Answer    // those that the merge settles, in step with its outcomes
	left    []leftMaster // the masters as they are after the run
}

// Collect reads what came back, settles what becomes of every answer, lists it, and with Write puts into the masters what can be taken.
func Collect(s *Setting, o CollectOptions) (*Collected, error) {
	if err := s.prepare(); err != nil {
		return nil, err
	}
	c := &collecting{Setting: s, CollectOptions: o, folder: folder{s.Dir, s.Month}, out: &Collected{}}
	now, err := load(s.Dir, s.Month)
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
