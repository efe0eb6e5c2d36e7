package round

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/disk"
)

// ChaseOptions say for which day it is asked who has not answered.
type ChaseOptions struct {
	On       report.Date // today, unless the caller says otherwise
	Paths    []string    // files and folders that came back; none: the folder of the returns
	Contacts []Contact
	Drafts   bool
}

// Chased is who has not answered, or not about every row.
type Chased struct {
	Round  *Round
	Owners []ChasedOwner // in the order of the round
	All    []OwnerStanding
	Files  []string
	// Unread are the files that came and could not be read: whose they are is not known.
	Unread []string
}

// ChasedOwner is an owner to remind.
type ChasedOwner struct {
	OwnerStanding
	Contact *Contact
	First   report.Month // the month in which the owner was first asked, of those in a row
	Silent  int          // months in a row, this one included, without an answer
	Last    report.Date  // when a row that is missing was last brought up to date
}

// Chase finds who has not answered, and writes the list and a reminder for each.
func Chase(s *Setting, o ChaseOptions) (*Chased, error) {
	if err := s.prepare(); err != nil {
		return nil, err
	}
	now, err := load(s.Dir, s.Month)
	if err != nil {
		return nil, err
	}
	f := folder{s.Dir, s.Month}
	lock, err := disk.TakeLock(f.path())
	if err != nil {
		return nil, err
	}
	defer lock.Release()
	c := &collecting{Setting: s, CollectOptions: CollectOptions{Paths: o.Paths, Today: o.On}, folder: f, out: &Collected{}}
	for _, step := range []func() error{func() error { return c.load(now) }, c.readAll, c.settle} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	out := &Chased{Round: now, All: c.out.Owners()}
	for i := range c.out.Returns {
		if c.out.Returns[i].Err != nil {
			out.Unread = append(out.Unread, c.out.Returns[i].Name)
		}
	}
	for _, standing := range out.All {
		if standing.How() != Answered {
			out.Owners = append(out.Owners, c.chased(standing, o.Contacts))
		}
	}
	return out, c.publishChase(out, o)
}

// chased adds what is known of an owner who is to be reminded.
func (c *collecting) chased(standing OwnerStanding, contacts []Contact) ChasedOwner {
	out := ChasedOwner{OwnerStanding: standing, Contact: contactOf(contacts, standing.Owner.Name), First: c.Month}
	if standing.How() == NotAnswered {
		out.Silent = 1
	}
	inARow := standing.How() == NotAnswered
	for _, month := range c.monthsBefore() {
		r, err := readRound(folder{c.Dir, month}.round())
		if err != nil || r.owner(standing.Owner.Name) == nil {
			break
		}
		out.First = month
		if inARow = inARow && wasSilent(folder{c.Dir, month}, standing.Owner.Name); inARow {
			out.Silent++
		}
	}
	for _, row := range standing.open() {
		if at := c.spots[row.Code]; at != nil && out.Last.Before(at.line.row.Updated) || out.Last.IsZero() && at != nil {
			out.Last = at.line.row.Updated
		}
	}
	return out
}

// open lists the rows that are not answered, or in part.
func (o *OwnerStanding) open() []*Row { return append(slices.Clone(o.Partly), o.Missing...) }

// monthsBefore lists the months before the round's, the newest first, back to the first without a round.
func (c *collecting) monthsBefore() []report.Month {
	var out []report.Month
	before := func(m report.Month) report.Month { return dates.NewDate(m.Year, m.Month-1, 1).InMonth() }
	for month := before(c.Month); exists(folder{c.Dir, month}.round()); month = before(month) {
		out = append(out, month)
	}
	return out
}

// wasSilent tells whether an owner answered nothing in an earlier round, by its results. Without results nobody is called silent.
func wasSilent(f folder, owner string) bool {
	data, err := readOwn(filepath.Join(f.results(), "results.json"))
	var results Results
	if err != nil || data == nil || json.Unmarshal(data, &results) != nil {
		return false
	}
	i := slices.IndexFunc(results.Owners, func(o ResultOwner) bool { return sameName(o.Owner, owner) })
	return i >= 0 && results.Owners[i].How == NotAnswered
}

// publishChase writes the list and the reminders, and takes away those of owners who have answered since.
func (c *collecting) publishChase(out *Chased, o ChaseOptions) error {
	w := c.main()
	t := sheetOf{name: w.Say("round.sheet.chase"), title: w.Say("round.chase.title", "Month", w.MonthName(c.Month), "Date", w.ShortDate(o.On)),
		headings: []string{w.Say("round.asked.owner"), w.Say("round.asked.name"), w.Say("round.asked.email"), w.Say("round.results.how"), w.Say("round.results.rows_asked"),
			w.Say("round.results.rows_answered"), w.Say("round.results.missing"), w.Say("round.chase.first"), w.Say("round.chase.silent"), w.Say("round.chase.last")},
		widths: []float64{30, 24, 30, 20, 12, 12, 60, 16, 16, 16}}
	for i := range out.Owners {
		owner := &out.Owners[i]
		contact := owner.Contact
		if contact == nil {
			contact = &Contact{}
		}
		t.add(owner.Owner.Name, contact.Name, contact.Email, w.Say("round.how."+string(owner.How())), number(len(owner.Asked)), number(len(owner.Answered)),
			refsByReport(w, c.rounds.now, owner.open()), w.MonthName(owner.First), number(owner.Silent), w.ShortDate(owner.Last))
		m := c.reminder(owner, o)
		base := filepath.Join(c.folder.chase(), owner.Owner.File)
		if err := save(&out.Files, base+".txt", m.text(c.Setting.words(owner.Owner.Language))); err != nil {
			return err
		}
		if o.Drafts {
			if err := save(&out.Files, base+".eml", m.draft()); err != nil {
				return err
			}
		}
	}
	data, err := writeSheets(c.Setting, t.title, []sheetOf{t})
	if err != nil {
		return err
	}
	if err := save(&out.Files, filepath.Join(c.folder.chase(), "chase.xlsx"), data); err != nil {
		return err
	}
	return out.forgetOthers(c.folder, out.All)
}

// reminder is the e-mail to an owner who has not answered, or not about every row. It names refs alone.
func (c *collecting) reminder(o *ChasedOwner, options ChaseOptions) mail {
	w := c.Setting.words(o.Owner.Language)
	r, day := c.rounds.now, w.Date(c.rounds.now.ReplyBy)
	open := o.open()
	paragraphs := []string{w.Say("round.mail.dear", "Name", nameOf(o.Contact, o.Owner))}
	late := options.On.After(r.ReplyBy)
	switch {
	case o.How() == PartlyDone && late:
		paragraphs = append(paragraphs, w.Count("round.remind.partly_late", len(open), "Date", day))
	case o.How() == PartlyDone:
		paragraphs = append(paragraphs, w.Count("round.remind.partly", len(open), "Date", day))
	case late:
		paragraphs = append(paragraphs, w.Count("round.remind.late", len(open), "Date", day))
	default:
		paragraphs = append(paragraphs, w.Count("round.remind.none", len(open), "Date", day))
	}
	paragraphs = append(paragraphs, refsByReport(w, r, open))
	if o.Silent > 1 {
		paragraphs = append(paragraphs, w.Count("round.remind.silent", o.Silent))
	}
	paragraphs = append(paragraphs, w.Say("round.remind.how", "File", o.Owner.File+".xlsx", "NoChange", w.Say("round.no_change")))
	m := mail{subject: w.Say("round.remind.subject", "Month", w.MonthName(c.Month)), body: letter(w, c.Setting, paragraphs)}
	m.address(o.Contact)
	return m
}

// forgetOthers takes away reminders of earlier runs to owners who have answered since.
func (out *Chased) forgetOthers(f folder, all []OwnerStanding) error {
	for _, o := range all {
		for _, ending := range []string{".txt", ".eml"} {
			path := filepath.Join(f.chase(), o.Owner.File+ending)
			if o.How() == Answered && exists(path) {
				if err := os.Remove(path); err != nil {
					return written(path, err)
				}
			}
		}
	}
	return nil
}
