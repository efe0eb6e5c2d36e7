package round

import (
	"slices"

	"boardpack/report"
	"boardpack/report/keys"
)

// spot is where a row is now.
type spot struct {
	master *Master
	line   line
}

// spots finds the rows in the masters as they are now: by their own ref and text, as recommendations are found from month to month, and
// the actions of one recommendation by what nobody changes. A row that is gone, or that cannot be told from another, has none.
func (s *Setting) spots(r *rounds) map[string]*spot {
	out := map[string]*spot{}
	for i := range s.Masters {
		for code, l := range r.linesIn(s.Masters[i].Pack) {
			out[code] = &spot{&s.Masters[i], *l}
		}
	}
	return out
}

// linesIn finds the rows of a pack's register in the pack, by their codes.
func (s *rounds) linesIn(p *report.Pack) map[string]*line {
	out := map[string]*line{}
	lines := indexOf(linesOf(p), s.lines(p.Register.Name))
	taken := map[*report.Position]bool{}
	for _, row := range s.rows {
		if row.Register != p.Register.Name {
			continue
		}
		if l := lines.find(row); l != nil && !taken[l.row] {
			taken[l.row] = true
			out[row.Code] = l
		}
	}
	return out
}

// lines are the marks of all rows that a register had when its owners were asked.
func (s *rounds) lines(register string) map[string]bool {
	out := map[string]bool{}
	for _, r := range append([]*Round{s.now}, s.earlier...) {
		if m := r.master(register); m != nil {
			for _, line := range m.Lines {
				out[line] = true
			}
		}
	}
	return out
}

// lineMark stands for what a row is and says.
func lineMark(l *line) string {
	of := keys.IdentityOf(l.whole.Source, l.whole.Ref)
	return mark(of.Source, of.Ref, textMark(l.whole.Text["en"]), textMark(l.whole.Text["cy"]))
}

// lineMarks lists the marks of a pack's rows, each once.
func lineMarks(p *report.Pack) []string {
	var out []string
	for _, l := range linesOf(p) {
		out = append(out, lineMark(&l))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// index finds the lines of a register by what their recommendations are and say.
type index struct {
	refs  map[keys.Identity][]*line
	texts map[string][]*line
	asked map[string]bool // marks of what was there when the owners were asked
}

func indexOf(lines []line, asked map[string]bool) *index {
	x := &index{map[keys.Identity][]*line{}, map[string][]*line{}, asked}
	for i := range lines {
		l := &lines[i]
		of := keys.IdentityOf(l.whole.Source, l.whole.Ref)
		x.refs[of] = append(x.refs[of], l)
		for _, lang := range []string{"en", "cy"} {
			if text := textMark(l.whole.Text[lang]); text != "" {
				x.texts[text] = append(x.texts[text], l)
			}
		}
	}
	return x
}

// find finds a row: by ref and text, or else by the one of them that is left where the other was changed since the owners were asked; nil
// where it is none of the lines, or may be several.
func (x *index) find(row *Row) *line {
	refs := x.refs[keys.IdentityOf(row.Source, row.OwnRef)]
	var texts []*line
	for _, text := range []string{row.Text, row.TextCy} {
		if len(texts) == 0 && text != "" {
			texts = x.texts[text]
		}
	}
	var both []*line
	for _, l := range refs {
		if slices.Contains(texts, l) {
			both = append(both, l)
		}
	}
	if len(both) > 0 {
		return oneOf(row, both)
	}
	for _, found := range [][]*line{refs, texts} {
		changed := slices.DeleteFunc(slices.Clone(found), func(l *line) bool { return x.asked[lineMark(l)] })
		if len(changed) > 0 {
			return oneOf(row, changed)
		}
	}
	return nil
}

// oneOf tells several rows apart: actions by what each says, or else by their places.
func oneOf(row *Row, found []*line) *line {
	if len(found) == 1 {
		return found[0]
	}
	var alike, there []*line
	for _, l := range found {
		if look(l.row.Recommendation) == row.Look {
			alike = append(alike, l)
		}
		if row.Action > 0 && l.action == row.Action {
			there = append(there, l)
		}
	}
	switch {
	case len(alike) == 1:
		return alike[0]
	case len(there) == 1 && len(alike) != 1:
		return there[0]
	}
	return nil
}
