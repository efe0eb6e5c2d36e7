package round

import (
	"slices"

	"boardpack/report/fold"
)

// rounds are all that a file may answer to: the round of the month, and what was asked in the same month before it.
type rounds struct {
	now     *Round
	earlier []*Round // the newest first
	byCode  map[string]*Row
	rows    []*Row // each code once, as it was asked last
	refs    map[string][]*Row
	texts   map[string][]*Row
	titles  map[string]string // register by its folded title, in any language
}

func newRounds(now *Round, earlier []*Round) *rounds {
	s := &rounds{now: now, earlier: earlier, byCode: map[string]*Row{}, refs: map[string][]*Row{}, texts: map[string][]*Row{}, titles: map[string]string{}}
	for _, r := range append([]*Round{now}, earlier...) {
		for i := range r.Masters {
			for _, title := range r.Masters[i].Title {
				s.titles[fold.Text(title)] = r.Masters[i].Register
			}
			s.titles[fold.Text(r.Masters[i].Register)] = r.Masters[i].Register
		}
		for i := range r.Rows {
			s.add(&r.Rows[i])
		}
	}
	return s
}

func (s *rounds) add(row *Row) {
	if s.byCode[row.Code] != nil {
		return
	}
	s.byCode[row.Code], s.rows = row, append(s.rows, row)
	s.refs[fold.Text(row.Ref)] = append(s.refs[fold.Text(row.Ref)], row)
	for _, text := range []string{row.Text, row.TextCy} {
		if text != "" && !slices.Contains(s.texts[text], row) {
			s.texts[text] = append(s.texts[text], row)
		}
	}
}

// asked gives the row as the return's own round asked about it: its code tells which of several of the month.
func (s *rounds) asked(row *Row, code string) *Row {
	for _, r := range s.earlier {
		if r.Code != code || code == s.now.Code {
			continue
		}
		for i := range r.Rows {
			if r.Rows[i].Code == row.Code {
				return &r.Rows[i]
			}
		}
	}
	return row
}

// everAsked lists all who were asked about a row: in the round of the month, and before it was asked again.
func (s *rounds) everAsked(row *Row) []string {
	out := slices.Clone(row.Owners)
	for _, r := range s.earlier {
		for i := range r.Rows {
			if r.Rows[i].Code == row.Code {
				out = append(out, r.Rows[i].Owners...)
			}
		}
	}
	return out
}

// found says which row a row of a return is.
type found struct {
	row  *Row
	why  string // code of why it is none: "not_asked", "mixed_up"
	odd  string // what differs although the row was found: "code", "ref", "text"; "" for nothing
	none bool   // the row names nothing: it has no ref, text or code
}

// identify finds the row of a row of a return: by two of its ref, its text and its code, or by one where the others are empty. What
// is filled in and fits no row that was asked about speaks against the others.
func (s *rounds) identify(r *returnRow) found {
	clues := []struct {
		name string
		text string
		rows []*Row
	}{{"code", r.text(colCode), nil}, {"ref", r.text(colRef), nil}, {"text", r.text(colRecommendation), nil}}
	if row := s.byCode[codeOf(clues[0].text)]; row != nil {
		clues[0].rows = []*Row{row}
	}
	clues[1].rows = s.byRef(clues[1].text, r.text(colReport))
	clues[2].rows = s.texts[mark(fold.Letters(clues[2].text))]
	filled, fit := 0, 0
	for _, c := range clues {
		if c.text != "" {
			filled++
		}
		if len(c.rows) > 0 {
			fit++
		}
	}
	for _, pair := range [][3]int{{0, 1, 2}, {0, 2, 1}, {1, 2, 0}} {
		if both := common(clues[pair[0]].rows, clues[pair[1]].rows); len(both) == 1 {
			out := found{row: both[0]}
			if third := clues[pair[2]]; third.text != "" && !slices.Contains(third.rows, both[0]) {
				out.odd = third.name
			}
			return out
		}
	}
	switch {
	case filled == 0:
		return found{none: true}
	case fit == 0:
		return found{why: "not_asked"}
	case filled == 1:
		for _, c := range clues {
			if len(c.rows) == 1 {
				return found{row: c.rows[0]}
			}
		}
	}
	return found{why: "mixed_up"}
}

// byRef finds rows by their ref, in the register that the report names where it names one.
func (s *rounds) byRef(ref, title string) []*Row {
	register := s.titles[fold.Text(title)]
	return slices.DeleteFunc(slices.Clone(s.refs[fold.Text(ref)]), func(r *Row) bool { return ref == "" || register != "" && r.Register != register })
}

func common(a, b []*Row) []*Row {
	var out []*Row
	for _, row := range a {
		if slices.Contains(b, row) {
			out = append(out, row)
		}
	}
	return out
}

// codeOf gives a code as it is looked up: people type small letters and spaces.
func codeOf(text string) string {
	var out []byte
	for _, c := range []byte(text) {
		switch {
		case c >= 'a' && c <= 'z':
			out = append(out, c-'a'+'A')
		case c != ' ':
			out = append(out, c)
		}
	}
	return string(out)
}

// ownerOf says whose a return is: of those who were asked about most of its rows, or else whom its title names. What the file is called
// is never believed. "" where nothing tells.
func (s *rounds) ownerOf(ret *Return, rows []found) string {
	titled := ""
	for _, r := range slices.Backward(append([]*Round{s.now}, s.earlier...)) {
		for i := range r.Owners {
			if o := &r.Owners[i]; ret.Titled != "" && (sameName(o.Name, ret.Titled) || sameName(o.Welsh, ret.Titled)) {
				titled = o.Name
			}
		}
	}
	votes, most := map[string]int{}, 0
	for _, f := range rows {
		if f.row == nil {
			continue
		}
		for _, owner := range s.asked(f.row, ret.Code).Owners {
			votes[owner]++
			most = max(most, votes[owner])
		}
	}
	var best []string
	for owner, n := range votes {
		if n == most {
			best = append(best, owner)
		}
	}
	switch {
	case slices.Contains(best, titled):
		return titled
	case len(best) == 1:
		return best[0]
	case len(best) == 0:
		return titled
	}
	return ""
}
