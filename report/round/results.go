package round

import (
	"errors"
	"io/fs"
	"path/filepath"

	"boardpack/report"
	"boardpack/report/disk"
	"boardpack/report/plainfile"
	"boardpack/report/round/merge"
)

const resultsSchema = "boardpack.results/1"

// Results is what became of a round's answers: results.json. The same returns and decisions give the same bytes, in whatever order and
// however often they were collected.
type Results struct {
	Schema  string         `json:"schema"`
	Month   string         `json:"month"`
	Code    string         `json:"code"`
	ReplyBy report.Date    `json:"reply_by"`
	Answers []ResultAnswer `json:"answers"`
	Rows    []ResultRow    `json:"rows"`
	Owners  []ResultOwner  `json:"owners"`
	Files   []ResultFile   `json:"files"`
}

// leftMasters are the masters as a run of collect left them: masters.json.
type leftMasters struct {
	Schema  string       `json:"schema"`
	Code    string       `json:"code"` // of the round
	Masters []leftMaster `json:"masters"`
}

const leftSchema = "boardpack.masters/1"

// leftMaster is a master as a run left it.
type leftMaster struct {
	Register string `json:"register"`
	File     string `json:"file"`
	SHA256   string `json:"sha256"`
	Left     int    `json:"left"` // cells that can be written and are not: the run was only to show them
}

// ResultAnswer is one answer.
type ResultAnswer struct {
	Outcome  merge.Kind     `json:"outcome"`
	Why      string         `json:"why,omitempty"`
	Odd      string         `json:"odd,omitempty"` // what of the row was not as it was sent: "ref", "text", "code"
	Register string         `json:"register,omitempty"`
	Ref      string         `json:"ref"`
	Key      string         `json:"key,omitempty"` // of the recommendation, as the pack prints it
	Owner    string         `json:"owner"`
	Column   string         `json:"column"`
	Asked    string         `json:"asked,omitempty"`
	Team     string         `json:"team,omitempty"` // what the spreadsheet has without the answer
	Answer   string         `json:"answer"`
	Date     report.Date    `json:"date,omitzero"` // that it says, of a column for days
	Decision merge.Decision `json:"decision,omitempty"`
	Day      string         `json:"day,omitempty"`
	Late     bool           `json:"late,omitempty"`
	File     string         `json:"file"`
	Cell     string         `json:"cell"`
	Master   string         `json:"master,omitempty"` // the cell of the spreadsheet
}

// ResultRow is a row that was asked about and how far each of its owners has answered.
type ResultRow struct {
	Register string      `json:"register"`
	Ref      string      `json:"ref"`
	Key      string      `json:"key"`
	Owner    string      `json:"owner"`
	How      HowAnswered `json:"how"`
}

// ResultOwner is an owner and how many rows each has answered.
type ResultOwner struct {
	Owner    string      `json:"owner"`
	How      HowAnswered `json:"how"`
	Asked    int         `json:"asked"`
	Answered int         `json:"answered"`
	Partly   int         `json:"partly"`
}

// ResultFile is a file that came back.
type ResultFile struct {
	File    string      `json:"file"`
	SHA256  string      `json:"sha256"`
	Owner   string      `json:"owner,omitempty"`
	Day     report.Date `json:"day"`
	Late    bool        `json:"late,omitempty"`
	Answers int         `json:"answers"`
	Note    string      `json:"note,omitempty"` // code of why nothing was taken from it
}

// Results gives what became of the answers, for other programs.
func (o *Collected) Results() *Results {
	out := &Results{Schema: resultsSchema, Month: o.Round.Month, Code: o.Round.Code, ReplyBy: o.Round.ReplyBy,
		Answers: []ResultAnswer{}, Rows: []ResultRow{}, Owners: []ResultOwner{}, Files: []ResultFile{}}
	for _, a := range o.Answers {
		r := ResultAnswer{Outcome: a.Kind, Why: a.Why, Odd: a.Odd, Ref: a.Shown, Owner: a.Owner, Column: string(a.Column), Asked: a.Asked.Text, Team: a.was.Text,
			Answer: a.Text, Date: a.day, Decision: a.Decided, Day: a.Day, Late: a.Late, File: a.File.Name, Cell: a.Cell, Master: a.Master}
		if a.Row != nil {
			r.Register, r.Ref, r.Key = a.Row.Register, a.Row.Ref, a.Row.Key
		}
		out.Answers = append(out.Answers, r)
	}
	for _, s := range o.Standing {
		out.Rows = append(out.Rows, ResultRow{s.Row.Register, s.Row.Ref, s.Row.Key, s.Owner, s.How})
	}
	for _, s := range o.Owners() {
		out.Owners = append(out.Owners, ResultOwner{s.Owner.Name, s.How(), len(s.Asked), len(s.Answered), len(s.Partly)})
	}
	for i := range o.Returns {
		r := &o.Returns[i]
		out.Files = append(out.Files, ResultFile{r.Name, r.SHA256, r.Owner, r.Day, r.Late, r.Answers, r.note()})
	}
	return out
}

// note is the code of what is to be said of a file; "" for one that was read and taken in.
func (r *Returned) note() string {
	switch {
	case r.Err != nil:
		return "unreadable"
	case r.SameAs != "":
		return "same_as"
	case r.OtherRound != "":
		return "other_round"
	case r.TooLate:
		return "too_late"
	case len(r.Rows) == 0:
		return "no_table"
	case r.Owner == "":
		return "no_owner"
	case r.Answers == 0:
		return "nothing"
	case r.Day.IsZero():
		return "no_day"
	}
	return ""
}

// publish writes the results: the list for other programs, the workbook, and a receipt for each owner.
func (c *collecting) publish() error {
	data, err := marshal(c.out.Results())
	if err != nil {
		return err
	}
	if err := c.save(filepath.Join(c.folder.results(), "results.json"), data); err != nil {
		return err
	}
	if data, err = marshal(leftMasters{leftSchema, c.out.Round.Code, c.left}); err != nil {
		return err
	}
	if err := c.save(filepath.Join(c.folder.results(), "masters.json"), data); err != nil {
		return err
	}
	if data, err = c.resultsBook(); err != nil {
		return err
	}
	if err := c.save(filepath.Join(c.folder.results(), resultsName), data); err != nil {
		return err
	}
	for _, o := range c.out.Owners() {
		if o.How() == NotAnswered && !c.out.heardFrom(o.Owner.Name) {
			continue
		}
		m := c.receipt(o)
		if err := c.save(filepath.Join(c.folder.receipts(), o.Owner.File+".txt"), m.text(c.Setting.words(o.Owner.Language))); err != nil {
			return err
		}
	}
	return nil
}

func (c *collecting) save(path string, data []byte) error {
	c.out.Files = append(c.out.Files, path)
	return written(path, disk.WriteLoose(path, data))
}

// heardFrom tells whether anything came from an owner.
func (o *Collected) heardFrom(owner string) bool {
	for i := range o.Returns {
		if sameName(o.Returns[i].Owner, owner) {
			return true
		}
	}
	return false
}

// resultsName is the workbook in which the team decides.
const resultsName = "results.xlsx"

// readOwn reads a file of the program's own that may not be there: nil for none.
func readOwn(path string) ([]byte, error) {
	data, err := plainfile.Read(path, mostBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}
