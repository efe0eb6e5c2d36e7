package round

import (
	"slices"

	"boardpack/report"
	"boardpack/report/fold"
	"boardpack/report/master"
)

// Offered is a word for statuses that a master's own sheet offers, in the languages that it is in.
type Offered struct {
	State report.State
	Word  report.Text
}

// in gives the word in a language, or else in the team's.
func (o *Offered) in(lang, main string) string {
	if word := o.Word[lang]; word != "" {
		return word
	}
	word, _ := o.Word.In(main)
	return word
}

// vocabulary and rules are those by which a master is read: its own, where it has sheets for them.
func (s *Setting) vocabulary(m *Master) *report.Vocabulary {
	if m != nil && m.Vocabulary != nil {
		return m.Vocabulary
	}
	return s.Vocabulary
}

func (s *Setting) rules(m *Master) *report.Rules {
	if m != nil && m.Pack != nil && m.Pack.Rules != nil {
		return m.Pack.Rules
	}
	return s.Rules
}

// master finds the master of a register; nil for one that is not of the month.
func (s *Setting) master(register string) *Master {
	for i := range s.Masters {
		if s.Masters[i].Pack.Register.Name == register {
			return &s.Masters[i]
		}
	}
	return nil
}

// statusReader reads statuses by the words of one master.
type statusReader struct {
	*master.StatusReader
	offered []Offered
}

// statuses gives the reader of a register's words.
func (r *reading) statuses(register string) *statusReader {
	if known := r.readers[register]; known != nil {
		return known
	}
	m := r.setting.master(register)
	out := &statusReader{StatusReader: master.NewStatusReader(r.setting.vocabulary(m), r.setting.rules(m))}
	if m != nil {
		out.offered = m.Offered
	}
	r.readers[register] = out
	return out
}

// among finds an offered word that is not the first of its state: a team that offers two words for one state tells them apart.
func (s *statusReader) among(text string) *Offered {
	first := map[report.State]bool{}
	for i := range s.offered {
		o := &s.offered[i]
		if first[o.State] {
			for _, word := range o.Word {
				if fold.Word(word) == fold.Word(text) {
					return o
				}
			}
		}
		first[o.State] = true
	}
	return nil
}

// key is what a status is compared by: what it means, and which of several words for that it is.
func (s *statusReader) key(state report.State, text string) string {
	key := "state:" + string(state)
	if o := s.among(text); o != nil && o.State == state {
		word, _ := o.Word.In("en")
		key += ":" + fold.Word(word)
	}
	return key
}

// ownerStates are the states that an owner may choose.
func ownerStates() []report.State {
	return []report.State{report.NotStarted, report.InProgress, report.Complete}
}

// offeredIn gives the words for statuses that a register's owners are offered in a language; none: those of the wording.
func (s *Setting) offeredIn(register, lang string) []string {
	m := s.master(register)
	if m == nil {
		return nil
	}
	var out []string
	for i := range m.Offered {
		word := m.Offered[i].in(lang, s.main().Lang())
		if slices.Contains(ownerStates(), m.Offered[i].State) && word != "" && !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return out
}
