package round

import (
	"cmp"
	"encoding/json"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"boardpack/report"
	"boardpack/report/dates"
	"boardpack/report/fold"
	"boardpack/report/plainfile"
	"boardpack/report/round/merge"
)

// Packed is what the packs of a month need to know of its round: what was asked, and what came of it when the answers were last collected.
type Packed struct {
	// Files are round.json, the results and what the masters were then, with the folder of the rounds and the month before their names.
	// Without results there is one.
	Files []File

	rounds  *rounds
	results *Results
	left    []leftMaster    // none of a round of an earlier version
	trouble *report.Problem // why nothing is known; nil where something is
}

// ReadPacked reads the round of a month; nil where nobody was asked. What is wrong with the files is told to the packs.
func ReadPacked(dir string, month report.Month) *Packed {
	f := folder{dir, month}
	if !exists(f.round()) {
		return nil
	}
	out := &Packed{}
	r, err := readRound(out.take(f, "round.json"))
	if err == nil {
		var earlier []*Round
		earlier, err = f.earlierAsked()
		out.rounds = newRounds(r, earlier)
	}
	if err != nil {
		return out.unknown("round-unreadable", out.Files[0].Name)
	}
	path := filepath.Join(f.results(), "results.json")
	if !exists(path) {
		return out.unknown("round-not-collected", out.Files[0].Name)
	}
	out.take(f, "results/results.json")
	file := &out.Files[1]
	if file.Err != nil || json.Unmarshal(file.Data, &out.results) != nil || out.results == nil || out.results.Schema != resultsSchema {
		return out.unknown("round-unreadable", file.Name)
	}
	if left := filepath.Join(f.results(), "masters.json"); exists(left) {
		out.take(f, "results/masters.json")
		var masters leftMasters
		file := &out.Files[2]
		if file.Err != nil || json.Unmarshal(file.Data, &masters) != nil || masters.Schema != leftSchema {
			return out.unknown("round-unreadable", file.Name)
		}
		if masters.Code == r.Code {
			out.left = masters.Masters
		}
	}
	if out.results.Month != month.String() || out.results.Code != r.Code {
		return out.unknown("round-other", file.Name, "Month", out.results.Month)
	}
	return out
}

// take reads a file of the round, and gives its path.
func (p *Packed) take(f folder, name string) string {
	path := filepath.Join(f.path(), filepath.FromSlash(name))
	data, err := plainfile.Read(path, mostBytes)
	p.Files = append(p.Files, File{Name: filepath.Base(filepath.Clean(f.dir)) + "/" + f.month.String() + "/" + name, Data: data, Err: err})
	return path
}

// unknown notes why nothing is known; args are pairs of name and value.
func (p *Packed) unknown(code, file string, args ...string) *Packed {
	p.trouble = &report.Problem{Level: report.Warning, Code: code, File: file, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		p.trouble.Args[args[i]] = args[i+1]
	}
	return p
}

// Of gives what the owners of a pack's register were asked and answered; nil, with the reason, where that is not known. SHA256 is that of
// the master now: one that was changed after the answers were collected is named.
func (p *Packed) Of(pack *report.Pack, sha256 string) (*report.Returns, []report.Problem) {
	if p.trouble != nil {
		return nil, []report.Problem{*p.trouble}
	}
	register := pack.Register.Name
	if p.rounds.now.master(register) == nil {
		return nil, []report.Problem{{Level: report.Note, Code: "round-not-asked", File: p.Files[0].Name, Args: map[string]string{"Spreadsheet": pack.Register.File}}}
	}
	lines := p.rounds.linesIn(pack)
	rows, gone, ok := p.rows(register, lines)
	if !ok {
		return nil, []report.Problem{{Level: report.Warning, Code: "round-unreadable", File: p.Files[1].Name}}
	}
	out := &report.Returns{ReplyBy: p.rounds.now.ReplyBy, Rows: rows, Extensions: p.extensions(register, lines)}
	for i := range p.results.Files {
		if p.results.Files[i].Note == "unreadable" {
			out.Unread++
		}
	}
	return out, append(p.since(pack, sha256), gone...)
}

// rows gives how far each owner has answered about each row, and names those rows that the master no longer has. It is false where the
// results are not of these rows.
func (p *Packed) rows(register string, lines map[string]*line) (rows []report.AskedRow, problems []report.Problem, ok bool) {
	type by struct{ ref, owner string }
	how := map[by]HowAnswered{}
	for _, r := range p.results.Rows {
		if r.Register == register {
			how[by{r.Ref, fold.Text(r.Owner)}] = r.How
		}
	}
	var gone []string
	for i := range p.rounds.now.Rows {
		row := &p.rounds.now.Rows[i]
		if row.Register != register {
			continue
		}
		l := lines[row.Code]
		if l == nil {
			gone = append(gone, row.Ref)
		}
		for _, owner := range row.Owners {
			answer, known := answers()[how[by{row.Ref, fold.Text(owner)}]]
			if !known {
				return nil, nil, false
			}
			if l != nil {
				rows = append(rows, report.AskedRow{Key: l.whole.Key, Row: row.Code, Owner: p.owner(owner), Answer: answer})
			}
		}
	}
	if len(gone) > 0 {
		problems = append(problems, report.Problem{Level: report.Warning, Code: "round-row-gone", File: p.Files[0].Name, Args: map[string]string{"Refs": strings.Join(gone, ", ")}})
	}
	return rows, problems, true
}

// answers are the pack's words for how far an owner has answered.
func answers() map[HowAnswered]report.Answer {
	return map[HowAnswered]report.Answer{Answered: report.Answered, PartlyDone: report.PartlyAnswered, NotAnswered: report.NotAnswered}
}

// owner is the name of one who was asked, in the languages that it has.
func (p *Packed) owner(name string) report.Text {
	out := report.Text{"en": name}
	if o := p.rounds.now.owner(name); o != nil {
		out["en"] = o.Name
		if o.Welsh != "" {
			out["cy"] = o.Welsh
		}
	}
	return out
}

// extensions are the later dates that owners ask for. One that cannot be taken, or that its owner has taken back, is none.
func (p *Packed) extensions(register string, lines map[string]*line) []report.Extension {
	var out []report.Extension
	for i := range p.results.Answers {
		a := &p.results.Answers[i]
		l := p.lineOf(register, a, lines)
		if l == nil || a.Column != string(colNewDate) || a.Date.IsZero() || !asksFor(a.Outcome) {
			continue
		}
		asked, err := dates.ParseISODate(a.Asked)
		if err != nil {
			asked = l.row.OriginalDue // no day stood in the cell for it
		}
		if asked.IsZero() || !a.Date.After(asked) {
			continue
		}
		e := report.Extension{Key: l.whole.Key, Owner: p.owner(a.Owner), Asked: asked, Wanted: a.Date, Now: l.row.Due, State: stateOf(a.Outcome, a.Date == l.row.Due)}
		if why := p.why(a); why != "" {
			e.Reason = report.Text{p.language(a.Owner): why}
		}
		out = append(out, e)
	}
	return out
}

// lineOf finds the row of an answer; nil for one of another register, or of a row that is gone.
func (p *Packed) lineOf(register string, a *ResultAnswer, lines map[string]*line) *line {
	if a.Register != register {
		return nil
	}
	i := slices.IndexFunc(p.rounds.rows, func(row *Row) bool { return row.Register == register && row.Ref == a.Ref })
	if i < 0 {
		return nil
	}
	return lines[p.rounds.rows[i].Code]
}

// asksFor tells whether an answer still says what its owner wants.
func asksFor(k merge.Kind) bool {
	switch k {
	case merge.Refused, merge.Superseded, merge.Overruled, merge.TeamStands, merge.Unchanged:
		return false
	}
	return true
}

func stateOf(k merge.Kind, there bool) report.ExtensionState {
	switch {
	case there:
		return report.ExtensionEntered
	case k.Decides():
		return report.ExtensionWaits
	case k == merge.Kept:
		return report.ExtensionKept
	}
	return report.ExtensionNotEntered
}

// why is the reason that goes with a new date; "" for none.
func (p *Packed) why(date *ResultAnswer) string {
	for i := range p.results.Answers {
		a := &p.results.Answers[i]
		if a.Column == string(colWhy) && a.Register == date.Register && a.Ref == date.Ref && sameName(a.Owner, date.Owner) && a.Outcome != merge.Superseded && a.Outcome != merge.Refused {
			return a.Answer
		}
	}
	return ""
}

func (p *Packed) language(owner string) string {
	if o := p.rounds.now.owner(owner); o != nil {
		return cmp.Or(o.Language, "en")
	}
	return "en"
}

// since says how the master differs from what it was, or was to be, when the answers were collected.
func (p *Packed) since(pack *report.Pack, sha256 string) []report.Problem {
	i := slices.IndexFunc(p.left, func(m leftMaster) bool { return m.Register == pack.Register.Name })
	if i < 0 {
		return nil
	}
	var out []report.Problem
	m := &p.left[i]
	if m.Left > 0 {
		out = append(out, report.Problem{Level: report.Warning, Code: "round-not-written", File: pack.Register.File, Args: map[string]string{"Cells": strconv.Itoa(m.Left)}})
	}
	if m.SHA256 != sha256 {
		out = append(out, report.Problem{Level: report.Note, Code: "round-master-changed", File: pack.Register.File, Args: map[string]string{"File": p.Files[1].Name}})
	}
	return out
}
