package batch

import (
	"slices"
	"sort"
	"strings"

	"boardpack/report"
)

// series is one master through the months, oldest first.
type series struct {
	name  string // as the newest of its files is named
	files []masterFile
}

// masterFile is one master of one month, and how it was found to be the successor of the one before it.
type masterFile struct {
	month report.Month
	path  string
	// listed is the path in the manifest: month and file name, the same on every machine.
	listed string
	plain  string // the name with dates and marks set aside; see marks
	match  match
	rivals []string // other files of the month that are this register with other content, as listed: it is refused
	aside  bool     // it cannot be read, and another file of its name can
}

// match says how a master was found to be the same register as one of an earlier month.
type match struct {
	how          matchKind
	common, rows int // for byRows: recommendations in common, of so many
}

// matchKind is a way of finding a master's predecessor.
type matchKind int

// The ways, the surest first.
const (
	isFirst     matchKind = iota // it has no predecessor
	bySameName                   // the same file name, its ending aside
	byPlainName                  // the same name but for dates, version marks and words such as "final"
	byRows                       // another name, and most recommendations in common
)

func (s *series) last() *masterFile { return &s.files[len(s.files)-1] }

// at gives the place of the month's file; -1 when the series has none.
func (s *series) at(month report.Month) int {
	for i := range s.files {
		if s.files[i].month == month {
			return i
		}
	}
	return -1
}

// chain strings the masters of all months together, month by month: each joins the series whose name is the same, or else the
// only one whose plain name is, or else the one with the most recommendations in common. A name that fits two is no match: which
// is which, their rows decide.
type chain struct {
	options *Options
	marks   *marks
	notes   *notes
	sources *sources
	all     []*series
	aside   []*series              // of the files that are set aside: they have no history
	prints  map[string]fingerprint // by path, of files that are the last of a series or may be; made when needed
}

// addMonth takes the next month in and gives how many masters it has.
func (c *chain) addMonth(month report.Month, target bool) (int, error) {
	files, err := c.mastersIn(month, target)
	if err != nil {
		return 0, err
	}
	c.add(c.oneOfEach(files, target))
	return len(files), nil
}

// add takes the masters of the next month in.
func (c *chain) add(files []masterFile) {
	taken := map[*series]bool{}
	files = slices.DeleteFunc(files, func(f masterFile) bool {
		if f.aside {
			c.aside = append(c.aside, &series{name: f.name(), files: []masterFile{f}})
		}
		return f.aside
	})
	left := c.join(files, taken, bySameName, func(f *masterFile) string { return seriesKey(f.name()) })
	left = c.join(left, taken, byPlainName, func(f *masterFile) string { return f.plain })
	left = c.joinByRows(left, taken)
	for _, f := range left {
		c.all = append(c.all, &series{name: masterName(f.path), files: []masterFile{f}})
	}
}

// join matches the files and series that are alone in having a name, and gives the files that are left.
func (c *chain) join(files []masterFile, taken map[*series]bool, how matchKind, key func(*masterFile) string) []masterFile {
	candidates := map[string][]*series{}
	for _, s := range c.all {
		if !taken[s] {
			of := key(s.last())
			candidates[of] = append(candidates[of], s)
		}
	}
	same := map[string]int{}
	for i := range files {
		same[key(&files[i])]++
	}
	var left []masterFile
	for _, f := range files {
		if found := candidates[key(&f)]; len(found) == 1 && same[key(&f)] == 1 {
			f.match = match{how: how}
			c.extend(found[0], f)
			taken[found[0]] = true
		} else {
			left = append(left, f)
		}
	}
	return left
}

func (c *chain) extend(s *series, f masterFile) {
	delete(c.prints, s.last().path)
	s.files = append(s.files, f)
	s.name = masterName(f.path)
}

// gone gives the series that the month before had and this month has not.
func (c *chain) gone(before, month report.Month) []series {
	var out []series
	for _, s := range c.all {
		if s.at(before) >= 0 && s.at(month) < 0 {
			out = append(out, *s)
		}
	}
	sort.Slice(out, func(a, b int) bool { return out[a].name < out[b].name })
	return out
}

// seriesKey makes the names of masters comparable: the letters' case does not tell files apart on Windows.
func seriesKey(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

func (o *Options) newChain(n *notes, s *sources) *chain {
	return &chain{options: o, marks: newMarks(), notes: n, sources: s, prints: map[string]fingerprint{}}
}

// within gives the series that have a master in one of the months, by name.
func (c *chain) within(months []report.Month) []series {
	var out []series
	for _, s := range slices.Concat(c.all, c.aside) {
		if slices.ContainsFunc(s.files, func(f masterFile) bool { return slices.Contains(months, f.month) }) {
			out = append(out, *s)
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].name < out[b].name })
	return out
}
