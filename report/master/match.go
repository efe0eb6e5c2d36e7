package master

import (
	"maps"
	"slices"
	"sort"
	"strings"

	"boardpack/report"
	"boardpack/report/fold"
)

// matcher finds what the template's words mean.
type matcher struct {
	themeSeparators []string
	columns         lookup[report.Field]
	needed          lookup[report.Field] // headings of the columns that a master needs
	states          lookup[report.State]
	signOffs        lookup[report.SignOff]
	scopes          lookup[report.Scope]
	themes          lookup[string]
	about           lookup[string]
	yesNo           lookup[bool]
	sheets          lookup[int]
	ignored         lookup[bool]
	kept            lookup[bool]
	added           lookup[bool]
	printed         lookup[bool]
	packs           lookup[packColumn] // columns of a pack's workbook that are read
	rests           lookup[packColumn] // headings of its table with the rest of long texts
	marks           []string           // that say that a text goes on there

	settings   report.SettingsNames
	names      *names
	percents   map[string]bool // headings of columns of percentages: see percentHeading
	sheetWords map[string]bool // that stand in names of sheets beside the name of a month
}

// Index is the words of a template made ready to be looked up. Many masters can be read by one, at the same time too.
type Index struct {
	vocabulary *report.Vocabulary
	rules      *report.Rules
	match      *matcher
}

// NewIndex makes the index of a vocabulary and its rules, which must not change after that.
func NewIndex(v *report.Vocabulary, rules *report.Rules) *Index {
	return &Index{v, rules, newMatcher(v, rules)}
}

// matcher gives what a master is read by: what it learns from that master is its own.
func (o *Options) matcher() *matcher {
	if o.Index == nil || o.Index.vocabulary != o.Vocabulary || o.Index.rules != o.Rules {
		return newMatcher(o.Vocabulary, o.Rules)
	}
	m := *o.Index.match
	m.names = m.names.ofAnother()
	return &m
}

// newMatcher indexes the vocabulary. Where a word stands for two things the first wins, in the order of the report's lists,
// so that the outcome never depends on the order of a map.
func newMatcher(v *report.Vocabulary, rules *report.Rules) *matcher {
	m := &matcher{names: newNames()}
	for _, f := range report.Fields() {
		m.columns.add(f, v.Columns[f]...)
	}
	for _, f := range report.Fields() { // after all that the template says: a field's own name may be a heading of another there
		m.columns.add(f, string(f))
	}
	for _, f := range report.NeededFields() {
		m.needed.add(f, v.Columns[f]...)
	}
	for _, s := range report.States() {
		m.states.add(s, v.States[s]...)
		m.names.addStates(v.States[s])
	}
	m.states.progress = &progress[report.State]{
		of: rules.PercentStates.State, agrees: rules.PercentStates.Agrees, finished: report.Complete,
		open: func(s report.State) bool { return s == report.NotStarted || s == report.InProgress },
	}
	for _, s := range append(report.SignOffs(), report.NoSignOff) {
		m.signOffs.add(s, v.SignOffs[s]...)
		m.names.addStates(v.SignOffs[s])
	}
	for _, s := range report.Scopes() {
		m.scopes.add(s, v.Scopes[s]...)
	}
	for _, id := range themeIDs(v, rules.Themes) {
		m.themes.add(id, v.Themes[id]...)
	}
	for _, key := range report.CoverKeys() {
		m.about.add(key, v.About[key]...)
	}
	m.yesNo.add(true, v.Yes...)
	m.yesNo.add(false, v.No...)
	m.ignored.add(true, v.Ignored...)
	m.kept.add(true, v.Kept...)
	m.addPackColumns(v)
	m.settings = v.Settings
	m.added.add(true, v.Added...)
	m.printed.add(true, v.Printed...)
	m.percents = map[string]bool{}
	if m.themeSeparators = v.ThemeSeparators; m.themeSeparators == nil {
		m.themeSeparators = []string{";", "\n", "|"}
	}
	for _, heading := range v.Percents {
		m.percents[percentHeading(heading)] = true
	}
	delete(m.percents, "")
	m.sheetWords = map[string]bool{"as": true, "at": true, "position": true, "month": true, "sefyllfa": true, "ar": true, "mis": true}
	for i, name := range v.Sheets {
		m.sheets.add(i, name)
		for _, word := range nameParts(name) {
			m.sheetWords[word] = true
		}
	}
	m.states.foreign, m.signOffs.foreign, m.scopes.foreign, m.themes.foreign = v.Foreign, v.Foreign, v.Foreign, v.Foreign
	return m
}

// themeIDs lists the configured themes in their order, then any others by id.
func themeIDs(v *report.Vocabulary, themes []report.Theme) []string {
	var ids, rest []string
	for _, t := range themes {
		ids = append(ids, t.ID)
	}
	for id := range v.Themes {
		if !slices.Contains(ids, id) {
			rest = append(rest, id)
		}
	}
	sort.Strings(rest)
	return append(ids, rest...)
}

// severalStates reads the statuses of several actions in one cell, as a pack's workbook has them: "Not started; Complete". All must
// be known.
func (m *matcher) severalStates(text string) (report.State, bool) {
	parts := strings.Split(text, ";")
	if len(parts) == 1 {
		return "", false
	}
	states := make([]report.State, len(parts))
	for i, part := range parts {
		meaning := m.states.read(strings.TrimSpace(part), m.names)
		if meaning.doubt != "" {
			return "", false
		}
		states[i] = meaning.value
	}
	return report.JointState(states), true
}

// lookup finds values by folded word.
type lookup[T comparable] struct {
	index   map[string]int // of the folded word in the slices
	values  []T
	words   []string // as the template has them
	folded  []string
	foreign map[string]bool   // words of languages that the packs are not in: understood, and never offered
	asTyped map[string]int    // of words that hold more than letters, in small letters
	longest int               // in bytes, of the folded words
	like    map[string]string // answers of nearest, because masters repeat their mistakes; nil before the first

	progress *progress[T] // nil where the words have nothing to do with percentages
}

func (l *lookup[T]) add(value T, words ...string) {
	if l.index == nil {
		l.index, l.asTyped = map[string]int{}, map[string]int{}
	}
	for _, w := range words {
		key := fold.Word(w)
		if _, known := l.index[key]; known || key == "" {
			continue
		}
		l.index[key], l.longest = len(l.words), max(l.longest, len(key))
		if !isBare(w) {
			l.asTyped[strings.ToLower(w)] = len(l.words)
		}
		l.values, l.words, l.folded = append(l.values, value), append(l.words, w), append(l.folded, key)
	}
}

// forget makes the words of a value unknown.
func (l *lookup[T]) forget(value T) {
	l.index = maps.Clone(l.index) // that of the template's Index is for others too
	for i, word := range l.folded {
		if l.values[i] == value {
			delete(l.index, word)
		}
	}
}

// find gives the value of a word.
func (l *lookup[T]) find(word string) (value T, ok bool) {
	var room [64]byte // no lookup needs memory of its own
	key, ok := fold.Append(room[:0], word, l.longest)
	if !ok {
		return value, false
	}
	i, ok := l.index[string(key)]
	if ok {
		value = l.values[i]
	}
	return value, ok
}

// rank tells how early the template names a known word: of two, the smaller is the better.
func (l *lookup[T]) rank(word string) int { return l.index[fold.Word(word)] }
