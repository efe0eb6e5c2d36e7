package round

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/plainfile"
)

// schema is the form of round.json.
const schema = "boardpack.round/1"

// Round is what was asked of whom: round.json. It holds no clock; the same masters give the same bytes.
type Round struct {
	Schema  string        `json:"schema"`
	Month   string        `json:"month"`
	Code    string        `json:"code"` // six characters, of all the rest
	ReplyBy report.Date   `json:"reply_by"`
	Masters []AskedMaster `json:"masters"`
	Owners  []AskedOwner  `json:"owners"` // by name
	Rows    []Row         `json:"rows"`   // in the order of the masters
}

// AskedMaster is a master as it was when the owners were asked.
type AskedMaster struct {
	Register string      `json:"register"`
	File     string      `json:"file"`
	SHA256   string      `json:"sha256"`
	Title    report.Text `json:"title"` // as returns name it, by language
	Lines    []string    `json:"lines"` // marks of all its rows, sorted: what was there tells a row that changed from another one
}

// AskedOwner is one who was asked.
type AskedOwner struct {
	Name     string `json:"name"`            // as the master has it
	Welsh    string `json:"welsh,omitempty"` // of the name; "" where the master has none
	Language string `json:"language"`        // of the return and the mail
	File     string `json:"file"`            // of the return, without its ending
}

// shown is the name in the language of the return.
func (o *AskedOwner) shown() string {
	if o.Language == "cy" && o.Welsh != "" {
		return o.Welsh
	}
	return o.Name
}

// Row is one row that was asked about: a recommendation, or one of its actions.
type Row struct {
	Register string   `json:"register"`
	Code     string   `json:"code"`              // eight characters, unique in the round
	Ref      string   `json:"ref"`               // as shown to the owner, unique in the register
	Key      string   `json:"key"`               // of the recommendation, as the pack prints it
	OwnRef   string   `json:"own_ref"`           // as printed in the source
	Source   string   `json:"source,omitempty"`  // the report of the row
	Text     string   `json:"text"`              // SHA-256 of the folded text, in part
	TextCy   string   `json:"text_cy,omitempty"` // of the Welsh text; "" where there is none
	Action   int      `json:"action,omitempty"`  // place among the actions of the recommendation, from 1; 0 where it is one row
	Look     string   `json:"look"`              // hash of what tells the actions of one recommendation apart
	Owners   []string `json:"owners"`            // who were asked
	// Asked is what the master said, by field: a day as YYYY-MM-DD, any other as it was read. A field that is empty is not in it.
	Asked map[report.Field]string `json:"asked"`
}

// owner finds one who was asked; nil for nobody.
func (r *Round) owner(name string) *AskedOwner {
	i := slices.IndexFunc(r.Owners, func(o AskedOwner) bool { return sameName(o.Name, name) })
	if i < 0 {
		return nil
	}
	return &r.Owners[i]
}

// rowsOf gives the rows that an owner was asked about.
func (r *Round) rowsOf(owner string) []*Row {
	var out []*Row
	for i := range r.Rows {
		if slices.ContainsFunc(r.Rows[i].Owners, func(o string) bool { return sameName(o, owner) }) {
			out = append(out, &r.Rows[i])
		}
	}
	return out
}

// master finds a register of the round; nil for none.
func (r *Round) master(register string) *AskedMaster {
	i := slices.IndexFunc(r.Masters, func(m AskedMaster) bool { return m.Register == register })
	if i < 0 {
		return nil
	}
	return &r.Masters[i]
}

func sameName(a, b string) bool { return fold.Text(a) == fold.Text(b) }

// seal gives the round its code.
func (r *Round) seal() error {
	r.Schema, r.Code = schema, ""
	data, err := json.Marshal(r)
	if err != nil {
		return err
	}
	r.Code = strings.ToUpper(plainfile.Sum(data)[:6])
	return nil
}

// errNotAsked tells that a month has no round yet.
var errNotAsked = errors.New("no round was found")

// load reads the round of a month. The error is errNotAsked where there is none.
func load(dir string, month report.Month) (*Round, error) {
	f := folder{dir, month}
	r, err := readRound(f.round())
	if errors.Is(err, fs.ErrNotExist) {
		hint := ""
		if others := monthsAsked(dir); len(others) > 0 {
			hint = ", or add --month for another one; there is " + strings.Join(others, ", ")
		}
		return nil, fmt.Errorf("%w for %s in %s: ask the owners first with boardpack ask%s", errNotAsked, month, dir, hint)
	}
	return r, err
}

// monthsAsked lists the months that have a round.
func monthsAsked(dir string) []string {
	names, err := filepath.Glob(filepath.Join(dir, "[0-9][0-9][0-9][0-9]-[0-9][0-9]", "round.json"))
	if err != nil {
		return nil
	}
	for i, name := range names {
		names[i] = filepath.Base(filepath.Dir(name))
	}
	return names
}

const mostBytes = 64 << 20 // of a file of the program's own

func readRound(path string) (*Round, error) {
	data, err := plainfile.Read(path, mostBytes)
	if err != nil {
		return nil, err
	}
	var r Round
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("%s cannot be understood: %s", path, plainfile.SayJSON(err))
	}
	if r.Schema != schema {
		return nil, fmt.Errorf("%s was written by another version of boardpack (%s)", path, r.Schema)
	}
	return &r, nil
}

// earlierAsked reads the rounds of the same month that were asked before, the newest first.
func (f folder) earlierAsked() ([]*Round, error) {
	names, err := filepath.Glob(filepath.Join(f.path(), "earlier", "round-*.json"))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(names, func(a, b string) int { // round-2 before round-10, and the newest first
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(b, a)
	})
	var out []*Round
	for _, name := range names {
		r, err := readRound(name)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// folder is that of a month's round.
type folder struct {
	dir   string
	month report.Month
}

func (f folder) path() string     { return filepath.Join(f.dir, f.month.String()) }
func (f folder) round() string    { return filepath.Join(f.path(), "round.json") }
func (f folder) journal() string  { return filepath.Join(f.path(), "journal.json") }
func (f folder) toSend() string   { return filepath.Join(f.path(), "to-send") }
func (f folder) returns() string  { return filepath.Join(f.path(), "returns") }
func (f folder) results() string  { return filepath.Join(f.path(), "results") }
func (f folder) receipts() string { return filepath.Join(f.results(), "receipts") }
func (f folder) chase() string    { return filepath.Join(f.path(), "chase") }
func (f folder) kept() string     { return filepath.Join(f.path(), "kept") }

func marshal(v any) ([]byte, error) {
	data, err := json.MarshalIndent(v, "", "  ")
	return append(data, '\n'), err
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
