package master

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"unicode"

	"boardpack/report"
	"boardpack/report/ooxml"
	"boardpack/report/plainfile"
)

// Options say for which month a master is read, and by which template.
type Options struct {
	Month      report.Month
	AsAt       report.Date // absent: the About sheet's, or else the month's last day
	Vocabulary *report.Vocabulary
	Rules      *report.Rules
	Index      *Index // of this vocabulary and these rules; nil, or one of others: the words are made ready for this master alone
	Limits     Limits
	// Guess gives a field to each column of an outline that it can guess one for, for the message about columns that are missing;
	// nil for none.
	Guess func(o *Outline)
}

// Read reads the master at path. A file that cannot be used gives an *Unusable.
func Read(path string, o Options) (*report.Register, error) {
	data, err := Bytes(path, o.Limits)
	if err != nil {
		return nil, err
	}
	return ReadBytes(path, data, o)
}

// Bytes gives the bytes of the file at path, which is not looked into. The error is an *Unusable that names the file.
func Bytes(path string, limits Limits) ([]byte, error) {
	limits = limits.OrDefault()
	data, err := plainfile.Read(path, limits.Unpacked)
	var tooLarge *plainfile.TooLarge
	switch {
	case err == nil:
		return data, nil
	case errors.As(err, &tooLarge):
		return nil, inFile(path, limits.overSize())
	case isFolder(path): // Apple's programs keep documents in folders
		is := iWork(os.DirFS(path))
		if is == "" && strings.EqualFold(filepath.Ext(path), ".numbers") { // copied in part, perhaps
			is = "format-numbers"
		}
		if is != "" {
			return nil, inFile(path, unusable(string(is)))
		}
	}
	u := unusable("unreadable-file").because(Unread(err))
	u.cause = err
	return nil, inFile(path, u)
}

// Unread says why a file or folder cannot be opened. Rare reasons have no sentence in the wording, and are said in English.
func Unread(err error) *ooxml.Fault {
	why := &ooxml.Fault{English: plainfile.Say(err)}
	if system, theirs := strings.CutPrefix(why.English, "the system says: "); theirs {
		why.ID, why.Args = "fault.system", []string{"System", system}
	}
	for _, known := range []struct {
		err error
		id  string
	}{
		{fs.ErrNotExist, "fault.not_there"}, {fs.ErrPermission, "fault.not_allowed"}, {plainfile.ErrNotPlain, "fault.not_ordinary"},
		{syscall.EIO, "fault.drive_unread"}, {syscall.ENAMETOOLONG, "fault.name_too_long"}, {syscall.EMFILE, "fault.many_open"},
	} {
		if errors.Is(err, known.err) {
			why.ID = known.id
		}
	}
	if plainfile.InUse(err) {
		why.ID = "fault.in_use"
	}
	return why
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// newReader makes the reader of a file; what the options leave out is as usual.
func newReader(name string, o Options) *reader {
	o.Limits = o.Limits.OrDefault()
	if o.Vocabulary == nil {
		o.Vocabulary = &report.Vocabulary{}
	}
	if o.Rules == nil {
		o.Rules = &report.Rules{}
	}
	return &reader{file: filepath.Base(name), options: o, match: o.matcher()}
}

// ReadBytes reads a master from memory; name is its file name, for the register's name and for messages.
func ReadBytes(name string, data []byte, o Options) (*report.Register, error) {
	r := newReader(name, o)
	if r.options.Rules.SignOff == report.SignOffIgnored {
		r.match.columns.forget(report.FieldSignOff) // kept, as a column of the team's own
	}
	register, err := r.read(data)
	if err != nil {
		return nil, inFile(name, err)
	}
	return register, nil
}

// inFile makes sure that the error is an *Unusable that names the file.
func inFile(name string, err error) error {
	var u *Unusable
	if !errors.As(err, &u) {
		if u = ofPackage(err); u == nil {
			u = unusable("unreadable-file").because(ooxml.Reason(err))
			u.cause = err
		}
	}
	u.Problem.File = filepath.Base(name)
	return u
}

// reader holds what reading one master needs and finds.
type reader struct {
	file     string
	options  Options
	match    *matcher
	problems []report.Problem
	marked   []tally // the cells with markup, in step with markups
	actions  tally   // the rows that are actions by where they stand

	several         []*severalThemes
	datesBeside     int // completed dates that stood beside the status
	firstDateBeside place

	signOffEntries bool // some cell of a sign-off column is filled
}

// place is where a problem lies; the zero place is the file.
type place struct {
	sheet  string
	row    int
	column int // 0 where the row or sheet is meant
	field  report.Field
}

// add records a problem; args are pairs of name and value.
func (r *reader) add(level report.Level, code string, at place, args ...string) {
	r.problems = append(r.problems, r.problem(level, code, at, args...))
}

// problem makes one without recording it.
func (r *reader) problem(level report.Level, code string, at place, args ...string) report.Problem {
	p := report.Problem{Level: level, Code: code, File: r.file, Sheet: at.sheet, Row: at.row, Field: at.field, Args: named(args)}
	if at.column > 0 {
		p.Cell = ooxml.CellName(at.column, at.row)
	}
	return p
}

func (r *reader) read(data []byte) (*report.Register, error) {
	found, err := r.open(data)
	if err != nil {
		return nil, err
	}
	if len(found.tables) == 0 {
		return nil, r.noTable(data)
	}
	best, tables, err := r.choose(found)
	if err != nil {
		return nil, err
	}
	base := strings.TrimSuffix(r.file, filepath.Ext(r.file))
	register := &report.Register{Name: base, File: r.file, Sheet: best.sheet.name, Month: r.options.Month}
	for _, t := range tables {
		if !slices.Contains(register.Sheets, t.sheet.name) {
			register.Sheets = append(register.Sheets, t.sheet.name)
		}
	}
	register.About = r.about(found.others(tables), best.header.ours)
	if register.About.Title.IsEmpty() {
		register.About.Title = report.Text{"en": titleOf(base)}
	}
	register.AsAt = r.asAt(register.About.AsAt)
	if err := r.tables(tables, found.others(tables), register); err != nil { // its dates are read by what the master says of itself
		return nil, err
	}
	r.joinActions(register)
	if !best.header.ours {
		r.noteSettings(found.others(tables), found.settings)
	}
	r.tellMarkup()
	slices.SortStableFunc(r.problems, inOrder(register.SheetOrder()))
	register.Problems = r.problems
	return register, nil
}

// inOrder compares problems by sheet, in the order in which the recommendations were read, by row and, within a row of the
// register, by column.
func inOrder(sheets map[string]int) func(a, b report.Problem) int {
	return func(a, b report.Problem) int {
		if a.Row == 0 || b.Row == 0 {
			return cmp.Compare(min(a.Row, 1), min(b.Row, 1))
		}
		return cmp.Or(cmp.Compare(sheets[a.Sheet], sheets[b.Sheet]), cmp.Compare(a.Row, b.Row),
			cmp.Compare(len(a.Cell), len(b.Cell)), cmp.Compare(a.Cell, b.Cell))
	}
}

// open recognises the file and finds its tables.
func (r *reader) open(data []byte) (*gathered, error) {
	switch is := sniff(data); is {
	case aWorkbook:
		b, err := openBook(data, r.options.Limits)
		if err != nil {
			return nil, err
		}
		r.noteParts(b)
		return r.gather(b)
	case aCSV:
		s, err := readCSV(data, r.options.Limits, r.match)
		if err != nil {
			return nil, err
		}
		tables := r.match.tablesOf(s)
		for _, t := range tables {
			r.doubtFields(t.sheet, t.header)
		}
		return &gathered{tables: tables}, nil
	default:
		return nil, unusable(string(is))
	}
}

// noteParts tells what of a workbook could not be read, and holds no rows or is not there to hold any.
func (r *reader) noteParts(b *book) {
	if len(b.broken) > 0 {
		const most = 5 // names
		names := strings.Join(b.broken[:min(len(b.broken), most)], ", ")
		if len(b.broken) > most {
			names += ", …"
		}
		r.add(report.Note, "part-passed-over", place{}, "Parts", names)
	}
	for _, name := range b.lost {
		r.add(report.Warning, "sheet-without-part", place{sheet: name}, "Sheet", name)
	}
}

// asAt settles the day of the figures: the caller's, or else the master's, or else the month's last.
func (r *reader) asAt(about report.Date) report.Date {
	switch {
	case !r.options.AsAt.IsZero():
		return r.options.AsAt
	case !about.IsZero():
		return about
	case r.options.Month.IsZero():
		return report.Date{}
	}
	return r.options.Month.LastDay()
}

// titleOf makes a title of a file name: "stalking-harassment" is "Stalking harassment".
func titleOf(name string) string {
	words := []rune(strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || unicode.IsSpace(r) }), " "))
	if len(words) > 0 {
		words[0] = unicode.ToUpper(words[0])
	}
	return string(words)
}
