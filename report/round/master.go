package round

import (
	"cmp"
	"slices"
	"strings"

	"boardpack/report"
	"boardpack/report/colour"
	"boardpack/report/master"
	"boardpack/report/named"
)

// Master is a master of the round's month, worked out by the caller.
type Master struct {
	Path   string // of the file
	Data   []byte
	SHA256 string // of the data
	Pack   *report.Pack
	// Vocabulary are the words by which it was read, where it has sheets of its own for them; nil: the Setting's. Offered are the words for
	// statuses on those sheets.
	Vocabulary *report.Vocabulary
	Offered    []Offered

	cells map[string]*master.GridCell // as they are, by "Sheet!D14"
}

// prepare reads the cells of every master as they are: what a round keeps and puts back is what a cell shows, not what it was read as.
func (s *Setting) prepare() error {
	slices.SortFunc(s.Masters, byName)
	for i := range s.Masters {
		m := &s.Masters[i]
		if m.cells != nil {
			continue
		}
		grids, err := master.Grids(m.Path, m.Data, master.Options{Vocabulary: s.vocabulary(m), Rules: s.rules(m), Limits: s.Limits})
		if err != nil {
			return err
		}
		m.cells = map[string]*master.GridCell{}
		for g := range grids {
			for r := range grids[g].Rows {
				for c := range grids[g].Rows[r].Cells {
					cell := &grids[g].Rows[r].Cells[c]
					m.cells[placed(grids[g].Sheet, cell.Name)] = cell
				}
			}
		}
	}
	return nil
}

// said is what a row's cell of a field says; "" where it is empty or the master has no such column.
func (m *Master) said(rec *report.Recommendation, f report.Field) string {
	cell := rec.Cells.Of(f)
	if cell == "" {
		return ""
	}
	return valueText(m.cells[placed(m.Pack.Register.SheetOf(rec), cell)], f)
}

// Setting is what every step of a round needs to know.
type Setting struct {
	Dir        string // of all rounds
	Month      report.Month
	Masters    []Master // in order of their names
	Vocabulary *report.Vocabulary
	Rules      *report.Rules
	Words      []report.Words // of the template's languages, the main one first; never empty
	Accent     colour.Colour
	Limits     master.Limits // of the files that are read
	AddNotes   bool          // a progress note goes above the last one, with its day and owner, in place of replacing it
}

// main is the language of the team.
func (s *Setting) main() report.Words { return s.Words[0] }

// words are those of a language, or of the team's where the template has no such language.
func (s *Setting) words(lang string) report.Words {
	for _, w := range s.Words {
		if w.Lang() == lang {
			return w
		}
	}
	return s.main()
}

// titles names each register as returns name it: by its title, with the register's own name where two have the same.
func (s *Setting) titles() map[string]report.Text {
	out, times := map[string]report.Text{}, map[string]int{}
	for _, w := range s.Words {
		for i := range s.Masters {
			title, _ := named.Title(w, s.Masters[i].Pack)
			times[w.Lang()+title]++
		}
	}
	for i := range s.Masters {
		pack := s.Masters[i].Pack
		text := report.Text{}
		for _, w := range s.Words {
			title, _ := named.Title(w, pack)
			if times[w.Lang()+title] > 1 {
				title += " (" + pack.Register.Name + ")"
			}
			text[w.Lang()] = title
		}
		out[pack.Register.Name] = text
	}
	return out
}

// said joins what the packs say of one thing, each text once: the organisation, the marking, whom to ask.
func (s *Setting) said(of func(p *report.Pack) string) string {
	var texts []string
	for i := range s.Masters {
		if text := of(s.Masters[i].Pack); text != "" && !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, "; ")
}

func (s *Setting) organisation(w report.Words) string {
	return s.said(func(p *report.Pack) string { name, _ := named.Organisation(w, p); return name })
}

func (s *Setting) marking() string { return s.said((*report.Pack).Marking) }

func (s *Setting) contact(w report.Words) string {
	return s.said(func(p *report.Pack) string { contact, _ := p.Register.About.Contact.In(w.Lang()); return contact })
}

// byName orders masters.
func byName(a, b Master) int { return cmp.Compare(a.Pack.Register.Name, b.Pack.Register.Name) }
