// Package keys gives the rows of a register keys that stay their own from month to month, and finds each row's place in the month before.
// It knows of a row what tells it from others, and nothing of what it says.
package keys

import (
	"cmp"

	"boardpack/report/fold"
)

// Row is what tells a recommendation from others.
type Row struct {
	Source, Ref string // as printed; "" for none
	Text        string // its letters, as compared between months; "" for none
}

// Identity is what makes a recommendation the same one in two months: its source and its ref, compared without case
// and spacing. It is not unique: sources number two different recommendations alike.
type Identity struct{ Source, Ref string }

// IdentityOf gives the identity of a row of the source and ref.
func IdentityOf(source, ref string) Identity { return Identity{fold.Text(source), fold.Text(ref)} }

// noRef stands for the ref of a row that has none.
const noRef = "?"

// Month is the rows of a month with their keys.
type Month struct {
	Keys []string // in step with the rows
	Last []int    // place of the same recommendation in the month before, -1 for a new one

	rows    []Row
	ids     []Identity         // in step with them
	whole   func(i int) string // all that a row says
	letters []string           // the letter of each key, "" where the ref does not repeat
	labels  []string           // the key without its letter
	sourced []bool             // the key begins with the source
	taken   map[string]bool
}

// Of gives each row its key: the ref, with a letter in order of appearance where it repeats, and with the
// source before it where another source used the ref first. Rows found in the month before under the same ref keep their
// letter and their source, so that a re-sorted master does not swap them; see match for how they are found. Whole is asked
// for all that a row says where nothing else tells two rows apart. Before is nil for the first month.
func Of(rows []Row, whole func(i int) string, before *Month) *Month {
	n := len(rows)
	m := &Month{rows: rows, ids: make([]Identity, n), whole: whole, Keys: make([]string, n), letters: make([]string, n), taken: make(map[string]bool, n)}
	for i := range rows {
		m.ids[i] = IdentityOf(rows[i].Source, rows[i].Ref)
	}
	m.Last = match(m, before)
	m.label(before)
	m.nameSingles(before)
	m.nameRepeats(before)
	return m
}

// label gives each row its ref, with its source before it where the ref belongs to another source: to the one that had it
// without its name in the month before, or else to that of the first row. A source keeps its way of being named.
func (m *Month) label(before *Month) {
	n := len(m.rows)
	m.labels, m.sourced = make([]string, n), make([]bool, n)
	named, owner := map[Identity]bool{}, map[string]string{}
	for i := range n {
		if m.again(before, i) {
			id := m.ids[i]
			named[id] = before.sourced[m.Last[i]]
			if !named[id] {
				owner[id.Ref] = id.Source
			}
		}
	}
	for i := range n {
		r := &m.rows[i]
		id := m.ids[i]
		sourced, known := named[id]
		if _, ok := owner[id.Ref]; !ok && !known {
			owner[id.Ref] = id.Source
		}
		if !known {
			sourced = owner[id.Ref] != id.Source && id.Source != ""
		}
		m.labels[i], m.sourced[i] = cmp.Or(r.Ref, noRef), sourced
		if sourced {
			m.labels[i] = r.Source + ", " + m.labels[i]
		}
	}
}

// again tells whether the row was there the month before under the same source and ref: else its key belongs to the ref that it
// had.
func (m *Month) again(before *Month, i int) bool {
	return before != nil && m.Last[i] >= 0 && before.ids[m.Last[i]] == m.ids[i]
}

// byIdentity groups the places of rows that share an identity, each group in the master's order.
func (m *Month) byIdentity() (order []Identity, groups map[Identity][]int) {
	groups = map[Identity][]int{}
	for i, id := range m.ids {
		if groups[id] == nil {
			order = append(order, id)
		}
		groups[id] = append(groups[id], i)
	}
	return order, groups
}

// nameSingles names the rows that need no letter: their ref does not repeat, and had no letter in the month before.
func (m *Month) nameSingles(before *Month) {
	order, groups := m.byIdentity()
	for _, id := range order {
		i := groups[id][0]
		if len(groups[id]) == 1 && m.letterBefore(before, i) == "" && m.free(i, "") {
			m.name(i, "")
		}
	}
}

// nameRepeats names the others: with the letter they had, or else with the next free one.
func (m *Month) nameRepeats(before *Month) {
	for i := range m.Keys {
		if letter := m.letterBefore(before, i); m.Keys[i] == "" && letter != "" && m.free(i, letter) {
			m.name(i, letter)
		}
	}
	next := map[string]int{}
	for i, label := range m.labels {
		for m.Keys[i] == "" {
			if letter := letters(next[label]); m.free(i, letter) {
				m.name(i, letter)
			}
			next[label]++
		}
	}
}

func (m *Month) letterBefore(before *Month, i int) string {
	if !m.again(before, i) {
		return ""
	}
	return before.letters[m.Last[i]]
}

func (m *Month) free(i int, letter string) bool { return !m.taken[fold.Text(m.labels[i]+letter)] }

func (m *Month) name(i int, letter string) {
	m.Keys[i], m.letters[i] = m.labels[i]+letter, letter
	m.taken[fold.Text(m.Keys[i])] = true
}

// letters counts a, b, … z, aa, ab, ….
func letters(n int) string {
	s := string(rune('a' + n%26))
	if n < 26 {
		return s
	}
	return letters(n/26-1) + s
}
