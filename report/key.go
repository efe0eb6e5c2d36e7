package report

import (
	"cmp"

	"boardpack/report/fold"
)

// identity is what makes a recommendation the same one in two months: its source and its ref, compared without case
// and spacing. It is not unique: sources number two different recommendations alike.
type identity struct{ source, ref string }

func identityOf(r *Recommendation) identity { return identity{fold.Text(r.Source), fold.Text(r.Ref)} }

// noRef stands for the ref of a row that has none.
const noRef = "?"

// keyed is a register whose rows have keys.
type keyed struct {
	register *Register
	texts    []string // Wording of each row, in step with them
	keys     []string // in step with the rows
	letters  []string // the letter of each key, "" where the ref does not repeat
	last     []int    // place of the same recommendation in the month before, -1 for a new one
	labels   []string // the key without its letter
	sourced  []bool   // the key begins with the source
	taken    map[string]bool
}

// identify gives each row its key: the ref, with a letter in order of appearance where it repeats, and with the
// source before it where another source used the ref first. Rows found in the month before under the same ref keep their
// letter and their source, so that a re-sorted master does not swap them; matchRows says how they are found.
func identify(register *Register, before *keyed) *keyed {
	n := len(register.Recommendations)
	k := &keyed{register: register, texts: wordings(register), keys: make([]string, n), letters: make([]string, n),
		taken: make(map[string]bool, n)}
	k.last = matchRows(k, before)
	k.label(before)
	k.nameSingles(before)
	k.nameRepeats(before)
	return k
}

// label gives each row its ref, with its source before it where the ref belongs to another source: to the one that had it
// without its name in the month before, or else to that of the first row. A source keeps its way of being named.
func (k *keyed) label(before *keyed) {
	n := len(k.register.Recommendations)
	k.labels, k.sourced = make([]string, n), make([]bool, n)
	named, owner := map[identity]bool{}, map[string]string{}
	for i := range n {
		if k.again(before, i) {
			id := identityOf(&k.register.Recommendations[i])
			named[id] = before.sourced[k.last[i]]
			if !named[id] {
				owner[id.ref] = id.source
			}
		}
	}
	for i := range n {
		r := &k.register.Recommendations[i]
		id := identityOf(r)
		sourced, known := named[id]
		if _, ok := owner[id.ref]; !ok && !known {
			owner[id.ref] = id.source
		}
		if !known {
			sourced = owner[id.ref] != id.source && id.source != ""
		}
		k.labels[i], k.sourced[i] = cmp.Or(r.Ref, noRef), sourced
		if sourced {
			k.labels[i] = r.Source + ", " + k.labels[i]
		}
	}
}

// again tells whether the row was there the month before under the same source and ref: else its key belongs to the ref that it
// had.
func (k *keyed) again(before *keyed, i int) bool {
	return before != nil && k.last[i] >= 0 &&
		identityOf(&before.register.Recommendations[k.last[i]]) == identityOf(&k.register.Recommendations[i])
}

// rowsByIdentity groups the places of rows that share an identity, each group in the master's order.
func rowsByIdentity(register *Register) (order []identity, groups map[identity][]int) {
	groups = map[identity][]int{}
	for i := range register.Recommendations {
		id := identityOf(&register.Recommendations[i])
		if groups[id] == nil {
			order = append(order, id)
		}
		groups[id] = append(groups[id], i)
	}
	return order, groups
}

// nameSingles names the rows that need no letter: their ref does not repeat, and had no letter in the month before.
func (k *keyed) nameSingles(before *keyed) {
	order, groups := rowsByIdentity(k.register)
	for _, id := range order {
		i := groups[id][0]
		if len(groups[id]) == 1 && k.letterBefore(before, i) == "" && k.free(i, "") {
			k.name(i, "")
		}
	}
}

// nameRepeats names the others: with the letter they had, or else with the next free one.
func (k *keyed) nameRepeats(before *keyed) {
	for i := range k.keys {
		if letter := k.letterBefore(before, i); k.keys[i] == "" && letter != "" && k.free(i, letter) {
			k.name(i, letter)
		}
	}
	next := map[string]int{}
	for i, label := range k.labels {
		for k.keys[i] == "" {
			if letter := letters(next[label]); k.free(i, letter) {
				k.name(i, letter)
			}
			next[label]++
		}
	}
}

func (k *keyed) letterBefore(before *keyed, i int) string {
	if !k.again(before, i) {
		return ""
	}
	return before.letters[k.last[i]]
}

func (k *keyed) free(i int, letter string) bool { return !k.taken[fold.Text(k.labels[i]+letter)] }

func (k *keyed) name(i int, letter string) {
	k.keys[i], k.letters[i] = k.labels[i]+letter, letter
	k.taken[fold.Text(k.keys[i])] = true
}

// letters counts a, b, … z, aa, ab, ….
func letters(n int) string {
	s := string(rune('a' + n%26))
	if n < 26 {
		return s
	}
	return letters(n/26-1) + s
}
