package round

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"boardpack/report"
	"boardpack/report/disk"
	"boardpack/report/fold"
	"boardpack/report/plainfile"
)

// AskOptions say whom to ask and how.
type AskOptions struct {
	ReplyBy  report.Date
	Owners   []string // these alone; none: all
	Also     []Also
	Again    bool // ask again although the masters have changed since the owners were asked
	Drafts   bool // of e-mails, beside their texts
	Contacts []Contact
}

// AskResult is what was asked.
type AskResult struct {
	Round     *Round
	Files     []string // written, or there already with the same bytes
	NotAsked  []NotAsked
	NoContact []string // owners who were asked and have no e-mail address
}

// ErrChanged tells that what would be asked is not what was asked before.
var ErrChanged = errors.New("the owners were asked already")

// Ask writes a return and an e-mail for each owner, and keeps what was asked.
func Ask(s *Setting, o AskOptions) (*AskResult, error) {
	if err := s.prepare(); err != nil {
		return nil, err
	}
	a := askedOf(s, o.Also)
	before, err := Load(s.Dir, s.Month)
	if err != nil && !errors.Is(err, ErrNotAsked) {
		return nil, err
	}
	r, err := newRound(s, a, o, before)
	if err != nil {
		return nil, err
	}
	if err := changed(before, r, o); err != nil {
		return nil, err
	}
	out := &AskResult{Round: r, NotAsked: a.notAsked}
	return out, s.publishAsked(out, a, o, before)
}

// newRound puts the round together. Rows of owners who are not asked this time stay as they were asked before.
func newRound(s *Setting, a *asked, o AskOptions, before *Round) (*Round, error) {
	chosen := func(r *Row) bool {
		return len(o.Owners) == 0 || slices.ContainsFunc(r.Owners, func(owner string) bool {
			return slices.ContainsFunc(o.Owners, func(name string) bool { return sameName(name, owner) })
		})
	}
	if err := knownOwners(a, o.Owners); err != nil {
		return nil, err
	}
	r := &Round{Month: s.Month.String(), ReplyBy: o.ReplyBy}
	seen := map[string]bool{}
	for i := range a.rows {
		if chosen(&a.rows[i]) {
			r.Rows = append(r.Rows, a.rows[i])
			seen[a.rows[i].Code] = true
		}
	}
	if len(o.Owners) > 0 && before != nil {
		for i := range before.Rows {
			if row := &before.Rows[i]; !seen[row.Code] && !chosen(row) {
				r.Rows = append(r.Rows, *row)
			}
		}
		slices.SortStableFunc(r.Rows, func(x, y Row) int { return cmp.Compare(x.Register, y.Register) })
	}
	if len(r.Rows) == 0 {
		return nil, errors.New("there is nobody to ask: no recommendation is open, in scope and has an owner")
	}
	titles := s.titles()
	for i := range s.Masters {
		m := &s.Masters[i]
		r.Masters = append(r.Masters, AskedMaster{m.Pack.Register.Name, filepath.Base(m.Path), m.SHA256, titles[m.Pack.Register.Name], lineMarks(m.Pack)})
	}
	r.nameOwners(s, a, o.Contacts)
	return r, r.seal()
}

// knownOwners refuses the name of an owner whom nothing open belongs to.
func knownOwners(a *asked, names []string) error {
	var known []string
	for i := range a.rows {
		for _, owner := range a.rows[i].Owners {
			if !slices.Contains(known, owner) {
				known = append(known, owner)
			}
		}
	}
	slices.Sort(known)
	for _, name := range names {
		if !slices.ContainsFunc(known, func(owner string) bool { return sameName(owner, name) }) {
			return fmt.Errorf("\"%s\" owns no open recommendation of this month; the owners are %s", name, strings.Join(known, ", "))
		}
	}
	return nil
}

// nameOwners lists who is asked, with the language and the file of each.
func (r *Round) nameOwners(s *Setting, a *asked, contacts []Contact) {
	for i := range r.Rows {
		for _, name := range r.Rows[i].Owners {
			if r.owner(name) == nil {
				r.Owners = append(r.Owners, AskedOwner{Name: name, Welsh: a.welsh[fold.Text(name)]})
			}
		}
	}
	slices.SortFunc(r.Owners, func(x, y AskedOwner) int {
		return cmp.Or(s.main().Compare(x.Name, y.Name), cmp.Compare(x.Name, y.Name))
	})
	taken := map[string]int{}
	for i := range r.Owners {
		o := &r.Owners[i]
		o.Language = s.main().Lang()
		if c := contactOf(contacts, o.Name); c != nil && c.Language != "" {
			o.Language = s.words(c.Language).Lang()
		}
		slug := slugOf(o.Name)
		if taken[slug]++; taken[slug] > 1 {
			slug += fmt.Sprintf("-%d", taken[slug])
		}
		o.File = r.Month + "-" + slug
	}
}

// slugOf makes a file name of an owner's: small letters without accents, digits and hyphens.
func slugOf(name string) string {
	const most = 60
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b.WriteRune(c)
		case c >= 0x300 && c < 0x370, c == '\'', c == '’':
		case !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	slug := strings.Trim(b.String()[:min(b.Len(), most)], "-")
	return cmp.Or(slug, "owner-"+mark(name)[:6])
}

// changed refuses to ask something else of those who were asked, unless the caller says so.
func changed(before, r *Round, o AskOptions) error {
	if before == nil || before.Code == r.Code || o.Again {
		return nil
	}
	was := map[string]string{}
	for i := range before.Rows {
		was[before.Rows[i].Code] = rowMark(&before.Rows[i])
	}
	same := before.ReplyBy == r.ReplyBy
	now := map[string]bool{}
	for i := range r.Rows {
		now[r.Rows[i].Code] = true
		if mark, asked := was[r.Rows[i].Code]; asked && mark != rowMark(&r.Rows[i]) {
			same = false
		}
	}
	for code := range was {
		same = same && now[code]
	}
	if same && len(o.Owners) > 0 { // more owners are asked, and the same of the others
		return nil
	}
	return fmt.Errorf("%w for %s, and the spreadsheets or the day have changed since: to ask again, add --again; answers to what was asked before still count", ErrChanged, before.Month)
}

func rowMark(r *Row) string {
	texts := []string{r.Ref, r.Text, strings.Join(r.Owners, ";")}
	for _, f := range askedFields() {
		texts = append(texts, r.Asked[f])
	}
	return mark(texts...)
}

// publishAsked writes the files; the round itself last, so that a run that is killed has asked nobody.
func (s *Setting) publishAsked(out *AskResult, a *asked, o AskOptions, before *Round) error {
	f := folder{s.Dir, s.Month}
	if err := os.MkdirAll(f.path(), 0o755); err != nil {
		return fmt.Errorf("%s cannot be made: %s", f.path(), plainfile.Say(err))
	}
	lock, err := disk.TakeLock(f.path())
	if err != nil {
		return err
	}
	defer lock.Release()
	if err := os.MkdirAll(f.returns(), 0o755); err != nil {
		return fmt.Errorf("%s cannot be made: %s", f.returns(), plainfile.Say(err))
	}
	for i := range out.Round.Owners {
		owner := &out.Round.Owners[i]
		if len(o.Owners) > 0 && !slices.ContainsFunc(o.Owners, func(name string) bool { return sameName(name, owner.Name) }) {
			continue
		}
		if err := s.publishReturn(f, out, a, o, owner); err != nil {
			return err
		}
	}
	if err := s.publishList(f, out, o); err != nil {
		return err
	}
	if before != nil && before.Code != out.Round.Code {
		if err := f.keepEarlier(before); err != nil {
			return err
		}
	}
	data, err := marshal(out.Round)
	if err != nil {
		return err
	}
	out.Files = append(out.Files, f.round())
	return written(f.round(), disk.Write(f.round(), data))
}

// publishReturn writes the files of one owner.
func (s *Setting) publishReturn(f folder, out *AskResult, a *asked, o AskOptions, owner *AskedOwner) error {
	data, err := writeReturn(s, out.Round, owner, a.lines)
	if err != nil {
		return err
	}
	c := contactOf(o.Contacts, owner.Name)
	if c == nil || c.Email == "" {
		out.NoContact = append(out.NoContact, owner.Name)
	}
	m := askMail(s, out.Round, owner, c, data)
	base := filepath.Join(f.toSend(), owner.File)
	if err := out.write(base+".xlsx", data); err != nil {
		return err
	}
	if err := out.write(base+".txt", m.text(s.words(owner.Language))); err != nil {
		return err
	}
	if o.Drafts {
		return out.write(base+".eml", m.draft())
	}
	return nil
}

// publishList writes the list of who was asked, with what the team wrote in the one before.
func (s *Setting) publishList(f folder, out *AskResult, o AskOptions) error {
	path := filepath.Join(f.toSend(), "asked.xlsx")
	sent := map[string]string{}
	if there, err := plainfile.Read(path, mostBytes); err == nil {
		sent = sentOn(s, path, there)
	}
	data, err := askedBook(s, out.Round, o.Contacts, sent)
	if err != nil {
		return err
	}
	return out.write(path, data)
}

// keepEarlier keeps what was asked before: answers to it still count.
func (f folder) keepEarlier(before *Round) error {
	data, err := marshal(before)
	if err != nil {
		return err
	}
	for n := 1; ; n++ {
		path := filepath.Join(f.path(), "earlier", fmt.Sprintf("round-%d.json", n))
		there, err := readRound(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return written(path, disk.Write(path, data))
		case err == nil && there.Code == before.Code:
			return nil
		}
	}
}

func (out *AskResult) write(path string, data []byte) error {
	out.Files = append(out.Files, path)
	return written(path, disk.WriteLoose(path, data))
}

// written puts the error of writing a file into words; nil for none.
func written(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case plainfile.InUse(err), errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s cannot be replaced: it may be open in another program, such as Excel; close it and run again", path)
	}
	return fmt.Errorf("%s cannot be written: %s", path, plainfile.Say(err))
}
